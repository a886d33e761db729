"""Matters by how many services they divide, and whose object is the same or only seems so."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from activitymap.model.comparing import DividingMatter, Sameness, SharedAim


class _List(QTableWidget):
    """A table of words in which one row is chosen by a click or by Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.cellClicked.connect(lambda row, _column: self._choose(row))
        self.activated.connect(lambda index: self._choose(index.row()))

    def _choose(self, row: int) -> None:
        raise NotImplementedError

    def _show(self, rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        rows = list(rows)
        self.setRowCount(len(rows))
        for place, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(place, column, item)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()


class MattersList(_List):
    """The matters that divide services; ``chosen`` carries the contradictions of one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (
            self.tr("Matter"),
            self.tr("Services"),
            self.tr("Contradictions"),
            self.tr("Which"),
        )
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        self.setAccessibleName(self.tr("Matters by how many services they divide"))
        self._matters: tuple[DividingMatter, ...] = ()

    def show_matters(self, matters: tuple[DividingMatter, ...], names: dict[str, str]) -> None:
        """Show the matters in their order."""
        self._matters = matters
        rows = [
            (
                one.name,
                str(len(one.systems)),
                str(len(one.contradictions)),
                ", ".join(names[system] for system in one.systems),
            )
            for one in matters
        ]
        self._show(rows, (300, 80, 110))

    @override
    def _choose(self, row: int) -> None:
        self.chosen.emit(self._matters[row].contradictions)


class ObjectsList(_List):
    """Pairs of services and their objects; ``chosen`` carries the ids of the two services."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (self.tr("Services"), self.tr("They name"), self.tr("Because"))
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        self.setAccessibleName(self.tr("Which services name the same object"))
        self._aims: tuple[SharedAim, ...] = ()

    def show_aims(self, aims: tuple[SharedAim, ...]) -> None:
        """Show the pairs of services."""
        self._aims = aims
        words = {
            Sameness.SAME: self.tr("the same object"),
            Sameness.SEEMING: self.tr("what only seems the same"),
            Sameness.UNTOLD: self.tr("nothing to tell by"),
        }
        rows = [
            (
                self.tr("{one} and {other}").format(
                    one=one.systems[0].name, other=one.systems[1].name
                ),
                words[one.sameness],
                self._because(one),
            )
            for one in aims
        ]
        self._show(rows, (300, 170))

    def _because(self, one: SharedAim) -> str:
        if one.because:
            return " ".join(found.told for found in one.because)
        if one.words:
            return self.tr("Both say: {words}.").format(words=", ".join(one.words))
        if one.sameness is Sameness.SAME:
            return self.tr("What they say of it is about one matter.")
        return self.tr("They share an object, but say nothing of it that can be compared.")

    @override
    def _choose(self, row: int) -> None:
        self.chosen.emit(tuple(system.id for system in self._aims[row].systems))
