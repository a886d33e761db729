"""What lies between services as a list: one is chosen, and talked about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QWidget
from typing_extensions import override

from activitymap.drawing.side_lines import name_of
from activitymap.model.contradictions.finding import Agreement, Contradiction
from activitymap.model.judgement_words import status_words
from activitymap.ui.panels.finding_words import kind_words, place_words

Found = Contradiction | Agreement


class BetweenList(QWidget):
    """Lists contradictions and agreements.

    ``chosen`` says that another one, or none, is chosen; ``discuss`` carries a contradiction.
    """

    chosen = Signal()
    discuss = Signal(object)
    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Found, ...] = ()
        self.list = _List()
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(title)
        self.talk = QPushButton(self.tr("Disc&uss this"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addWidget(self.talk, 0, Qt.AlignmentFlag.AlignTop)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.left.connect(self.left)
        self.talk.clicked.connect(self._discuss)
        self._chosen()

    def show_found(self, found: Sequence[Found], nothing: str = "", keep: str = "") -> None:
        """Show some findings, or a sentence; the one of the name ``keep`` stays chosen."""
        self._found = tuple(found)
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            self.list.addItem(self.words(one))
        if not found and nothing:
            self.list.addItem(nothing)
        names = [name_of(one) for one in found]
        self.list.setCurrentRow(names.index(keep) if keep in names else -1)
        self.list.blockSignals(False)
        self._show_talk()

    def words(self, one: Found) -> str:
        """Return a finding in one sentence, with its kind and what the group made of it."""
        if isinstance(one, Agreement):
            if one.judged:
                return self.tr("agreement, by the group: {words}").format(words=one.sentence)
            return self.tr("agreement: {words}").format(words=one.sentence)
        told = ", ".join((kind_words(one.kind), place_words(one), status_words(one)))
        return f"{told}: {one.told}"

    def current(self) -> Found | None:
        """Return what is chosen."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def choose(self, name: str) -> None:
        """Choose the finding of a name; none for a name that is not listed."""
        names = [name_of(one) for one in self._found]
        self.list.setCurrentRow(names.index(name) if name in names else -1)

    def _chosen(self) -> None:
        self._show_talk()
        self.chosen.emit()

    def _show_talk(self) -> None:
        self.talk.setEnabled(isinstance(self.current(), Contradiction))

    def _discuss(self) -> None:
        current = self.current()
        if isinstance(current, Contradiction):
            self.discuss.emit(current)


class _List(QListWidget):
    """A list that Escape leaves."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
