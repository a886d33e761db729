"""Lists and tables whose cells are typed into: no key is trapped in them, and nothing is lost."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

Hint = QAbstractItemDelegate.EndEditHint


def finish_editor(view: QAbstractItemView) -> None:
    """Take in what is typed in a cell that is open, if one is, and close it."""
    if view.state() is not QAbstractItemView.State.EditingState:
        return
    for editor in view.viewport().findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    ):
        if not editor.isHidden():
            view.commitData(editor)
            view.closeEditor(editor, Hint.NoHint)


class _CellDelegate(QStyledItemDelegate):
    """Tells those who hear it in which column they type."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title))
        return editor


class CellTable(QTableWidget):
    """A table for typing, of which one column takes the room that is left.

    Tab goes from cell to cell only while one is open, and leaves the table after the last one; F2
    or a letter opens a cell. ``removed`` carries the row that Delete was pressed at.

    Args:
        titles: the heads of the columns.
        widths: characters that each column has room for; the one with 0 takes the rest.
        parent: what holds the table.
    """

    removed = Signal(int)

    def __init__(
        self, titles: tuple[str, ...], widths: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widths: tuple[int, ...] = ()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_CellDelegate(self))
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.show_columns(titles, widths)

    def show_columns(self, titles: tuple[str, ...], widths: tuple[int, ...]) -> None:
        """Have these columns; titles and widths are as for the table itself."""
        self._widths = widths
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self._share_width()

    def show_rows(self, rows: int) -> None:
        """Have as many rows as there are things; whoever calls fills the cells with `show_cell`."""
        self.setRowCount(rows)
        if rows and self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    def show_cell(self, row: int, column: int, words: str, typed_into: bool = True) -> None:
        """Show words in a cell, which stays the same item, and say whether it can be typed into."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        item.setText(words)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if typed_into else flags)

    def words_at(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        item = self.item(row, column)
        return item.text() if item else ""

    def finish(self) -> None:
        """Take in what is typed in a cell that is open."""
        finish_editor(self)

    def _share_width(self) -> None:
        sign = self.fontMetrics().horizontalAdvance("n")
        for column, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(column, min(sign * width + 16, self.width() // 3))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._share_width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        here, onwards = self.currentIndex(), hint is Hint.EditNextItem
        if hint in {Hint.EditNextItem, Hint.EditPreviousItem} and self._is_last(onwards):
            super().closeEditor(editor, Hint.NoHint)
            self.setCurrentIndex(here)
            self.focusNextPrevChild(onwards)
        else:
            super().closeEditor(editor, hint)

    def _is_last(self, onwards: bool) -> bool:
        """Whether no cell that can be typed into comes after the current one, or before it."""
        columns = self.columnCount()
        here = self.currentRow() * columns + self.currentColumn()
        rest = range(here + 1, self.rowCount() * columns) if onwards else range(here)
        return not any(
            (item := self.item(*divmod(place, columns))) is not None
            and item.flags() & Qt.ItemFlag.ItemIsEditable
            for place in rest
        )
