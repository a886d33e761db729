"""Matters by how many services they divide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from activitymap.model.comparing import DividingMatter
from activitymap.model.contradictions.finding import Contradiction
from activitymap.ui.comparing.word_table import WordTable


class MattersPage(QWidget):
    """The matters that divide services; ``chosen`` carries one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (
            self.tr("Matter"),
            self.tr("Services"),
            self.tr("Contradictions"),
            self.tr("Others"),
            self.tr("Between which services"),
        )
        self.table = WordTable(titles, (4, 0, 0, 0, 5))
        self.table.setAccessibleName(self.tr("Matters by how many services they divide"))
        self._matters: tuple[DividingMatter, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.cellClicked.connect(lambda row, _column: self._open(row))
        self.table.opened.connect(self._open)

    def show_matters(self, matters: tuple[DividingMatter, ...], names: dict[str, str]) -> None:
        """Show the matters in their order, with the names of services by id."""
        self._matters = matters
        self.table.show_rows(
            (
                one.name,
                str(len(one.systems)),
                str(len(one.contradictions)),
                str(len(one.inner)) if one.inner else "–",
                ", ".join(names[system] for system in one.systems),
            )
            for one in matters
        )

    def show_focus(self, findings: tuple[Contradiction, ...]) -> None:
        """Choose the matter of what was chosen elsewhere."""
        wanted = {matter for one in findings[:1] for matter in one.matters[:1]}
        for row, one in enumerate(self._matters):
            if one.id in wanted:
                self.table.setCurrentCell(row, 0)

    def _open(self, row: int) -> None:
        self.chosen.emit(self._matters[row])
