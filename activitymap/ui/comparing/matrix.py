"""Services by services: how often each two pull apart and together, by level."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import Meeting, Pair, meeting_words


class Matrix(QTableWidget):
    """A square table; ``chosen`` carries the ids of the services of a cell."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._systems: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Contradictions and agreements between services"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
            header.setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(110)
        self.verticalHeader().setMinimumSectionSize(64)
        self.cellClicked.connect(self._choose)
        self.activated.connect(lambda index: self._choose(index.row(), index.column()))

    def show_meetings(self, activity_map: ActivityMap, found: Mapping[Pair, Meeting]) -> None:
        """Show what lies between every two services of a map."""
        systems = activity_map.systems
        self._systems = tuple(system.id for system in systems)
        names = [system.name for system in systems]
        self.setRowCount(len(systems))
        self.setColumnCount(len(systems))
        self.setHorizontalHeaderLabels(names)
        self.setVerticalHeaderLabels(names)
        for row, one in enumerate(systems):
            for column, other in enumerate(systems):
                meeting = found[frozenset((one.id, other.id))]
                words = "\n".join(meeting_words(meeting)) or "–"
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip(f"{one.name} – {other.name}\n{words}")
                if meeting.contradictions:
                    item.setBackground(QColor(self.theme.contradiction_band))
                    item.setForeground(QColor(self.theme.text))
                elif not meeting.agreements:
                    item.setForeground(QColor(self.theme.quiet))
                self.setItem(row, column, item)

    def _choose(self, row: int, column: int) -> None:
        pair = dict.fromkeys((self._systems[row], self._systems[column]))
        self.chosen.emit(tuple(pair))
