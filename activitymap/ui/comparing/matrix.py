"""Services by services: how often each two pull apart and together, and where."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.matrix import most_of, tint
from activitymap.drawing.measuring import broken
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import Meeting, Pair, meeting_words, total
from activitymap.model.contradictions.finding import Contradiction
from activitymap.ui.panels.finding_words import level_words
from activitymap.ui.tips import tip

HEAD, WORDS, NUMBERS = 124, 116, 48
"""Widths of the names on the left, of a cell with words, and of one with numbers alone."""


class Matrix(QTableWidget):
    """Half a square, and a column that counts all; ``chosen`` carries a cell's services.

    Where there is no room for words, cells hold numbers, which `is_short` says.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._map = ActivityMap()
        self._met: Mapping[Pair, Meeting] = {}
        self.is_short = False
        self.setAccessibleName(self.tr("Contradictions and agreements between services"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
            header.setTextElideMode(Qt.TextElideMode.ElideNone)
            header.setSectionsClickable(False)
        self.verticalHeader().setFixedWidth(HEAD)
        self.cellClicked.connect(self._choose)
        self.activated.connect(lambda index: self._choose(index.row(), index.column()))

    def show_meetings(self, activity_map: ActivityMap, met: Mapping[Pair, Meeting]) -> None:
        """Show what lies between every two services of a map; the current cell stays."""
        self._map, self._met = activity_map, met
        systems = activity_map.systems
        row, column = self.currentRow(), self.currentColumn()
        self.setRowCount(len(systems))
        self.setColumnCount(len(systems) + 1)
        self._lay_out()
        for place, one in enumerate(systems):
            for number, other in enumerate(systems):
                item = QTableWidgetItem()
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                if number <= place:
                    meeting = met[frozenset((one.id, other.id))]
                    names = dict.fromkeys((one.name, other.name))
                    item = self._item(meeting, " – ".join(names))
                    ground = tint(self.theme, len(meeting.contradictions), most_of(met))
                    item.setBackground(QColor(ground))
                self.setItem(place, number, item)
            self.setItem(place, len(systems), self._item(total(met, one.id), one.name))
        for place in range(len(systems)):
            self.setRowHeight(place, max(self.sizeHintForRow(place) + 8, self._names_high(place)))
        if 0 <= row < self.rowCount():
            self.setCurrentCell(row, min(column, row))

    def show_focus(self, findings: tuple[Contradiction, ...]) -> None:
        """Choose the cell in which something lies that was chosen elsewhere."""
        systems = [system.id for system in self._map.systems]
        for row, one in enumerate(systems):
            for column, other in enumerate(systems[: row + 1]):
                meeting = self._met[frozenset((one, other))]
                if findings and findings[0] in meeting.contradictions:
                    self.setCurrentCell(row, column)
                    return

    def _item(self, meeting: Meeting, names: str) -> QTableWidgetItem:
        words = "\n".join(meeting_words(meeting)) or "–"
        item = QTableWidgetItem(self._numbers(meeting) if self.is_short else words)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        theory = [level_words(level) for level in meeting.levels]
        item.setToolTip(tip("\n".join([names, words, *theory])))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{names}: {words}")
        anything = meeting.contradictions or meeting.agreements
        item.setForeground(QColor(self.theme.text if anything else self.theme.quiet))
        return item

    @staticmethod
    def _numbers(meeting: Meeting) -> str:
        counts = len(meeting.contradictions), len(meeting.agreements)
        return " · ".join(map(str, counts)) if any(counts) else "–"

    # Room -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Give words the room they need, or numbers, where there are too many services."""
        columns = self.columnCount()
        room = self.width() - HEAD - 20
        self.is_short = columns * WORDS > room and columns > 4
        wide = max(room // max(columns, 1), NUMBERS if self.is_short else WORDS)
        self.horizontalHeader().setDefaultSectionSize(min(wide, 220))
        for column in range(columns):
            self.setColumnWidth(column, min(wide, 220))
        names = [system.name for system in self._map.systems]
        size = self.fontMetrics().height() * 0.74
        if self.is_short:
            # Names would be broken within words: numbers lead from the columns to the rows.
            across = [str(number) for number in range(1, columns)] + [self.tr("All")]
            down = [f"{number}  {name}" for number, name in enumerate(names, start=1)]
        else:
            titles = (*names, self.tr("Altogether"))
            across = ["\n".join(broken(name, size, min(wide, 220) - 10)) for name in titles]
            down = names
        self.setHorizontalHeaderLabels(across)
        for column, name in enumerate(names):
            self._header(column).setToolTip(tip(name))
        self.setVerticalHeaderLabels(["\n".join(broken(name, size, HEAD - 12)) for name in down])

    def _header(self, column: int) -> QTableWidgetItem:
        item = self.horizontalHeaderItem(column)
        assert item is not None
        return item

    def _names_high(self, row: int) -> int:
        item = self.verticalHeaderItem(row)
        assert item is not None
        lines = item.text().count("\n") + 1
        return max(lines * self.fontMetrics().lineSpacing() + 14, 40)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._map.systems:
            self.show_meetings(self._map, self._met)

    # Choosing ---------------------------------------------------------------------------------

    def _choose(self, row: int, column: int) -> None:
        systems = [system.id for system in self._map.systems]
        if column <= row:
            self.chosen.emit(tuple(dict.fromkeys((systems[row], systems[column]))))
