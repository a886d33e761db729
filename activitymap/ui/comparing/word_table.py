"""A table of words in which one row is chosen by a click or by Enter."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override


class WordTable(QTableWidget):
    """Rows as high as their words; ``shares`` are the parts of the width that columns take.

    A share of 0 is a column of numbers, as wide as they need. ``opened`` carries a row.
    """

    opened = Signal(int)

    def __init__(
        self, titles: Sequence[str], shares: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def show_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Show rows of words; the current row stays where it is."""
        rows, current = list(rows), self.currentRow()
        self.setRowCount(len(rows))
        for place, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                across = Qt.AlignmentFlag.AlignLeft
                if not self._shares[column]:
                    across = Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(across | Qt.AlignmentFlag.AlignTop)
                self.setItem(place, column, item)
        self._share_room()
        if 0 <= current < len(rows):
            self.setCurrentCell(current, 0)

    def _share_room(self) -> None:
        """Give numbers what they need, and share the rest among the words."""
        numbers = [column for column, share in enumerate(self._shares) if not share]
        for column in numbers:
            self.resizeColumnToContents(column)
        rest = self.viewport().width() - sum(map(self.columnWidth, numbers))
        for column, share in enumerate(self._shares):
            if share:
                self.setColumnWidth(column, rest * share // sum(self._shares))
        self.resizeRowsToContents()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
