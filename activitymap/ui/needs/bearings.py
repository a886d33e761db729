"""The statements of one service, each to be ticked as serving or hindering one need."""

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.theme import Theme
from activitymap.model.needs_table import Cell
from activitymap.model.values import Bearing, Statement
from activitymap.ui.model_words import model_words
from activitymap.ui.needs.lines import LINES, Index, Line, LinesDelegate, Tone
from activitymap.ui.plain import plain_tip

ID = Qt.ItemDataRole.UserRole
ELEMENT, STATEMENT, SERVES, HINDERS = range(4)
_BEARINGS = {SERVES: Bearing.SERVES, HINDERS: Bearing.HINDERS}
MOST = 3
"""Lines of a statement before it is cut off."""


class Bearings(QTableWidget):
    """``marked`` carries a statement's id, a bearing, and whether it was ticked."""

    marked = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Element"),
                self.tr("What they say"),
                self.tr("Serves"),
                self.tr("Hinders"),
            ]
        )
        self.setAccessibleName(self.tr("Statements of the service"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._cells = TickDelegate(self)
        self.setItemDelegate(self._cells)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(STATEMENT, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(ELEMENT, 130)
        for column in _BEARINGS:
            self.setColumnWidth(column, max(72, header.sectionSizeHint(column)))
        # Rows that fit themselves to what they hold would do so again for each cell that is filled.
        header.sectionResized.connect(self.resizeRowsToContents)
        self.itemChanged.connect(self._ticked)

    def show_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._cells.theme = theme
        self.viewport().update()

    def show_cell(self, cell: Cell | None) -> None:
        """Show the statements of a service with how they bear on a need."""
        self.blockSignals(True)
        statements = cell.system.statements if cell else ()
        self.setRowCount(len(statements))
        known = {(mark.statement.id, mark.bearing) for mark in cell.marks} if cell else set()
        for row, one in enumerate(statements):
            self._show_statement(row, one)
            for column, bearing in _BEARINGS.items():
                item = QTableWidgetItem()
                item.setData(ID, one.id)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = (one.id, bearing) in known
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, f"{model_words(str(bearing))}: {one.words}"
                )
                self.setItem(row, column, item)
        self.blockSignals(False)
        self.resizeRowsToContents()

    def _show_statement(self, row: int, one: Statement) -> None:
        for column, words, line in (
            (ELEMENT, model_words(str(one.element)), Tone.QUIET),
            (STATEMENT, one.words, Tone.PLAIN),
        ):
            item = QTableWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setData(LINES, (Line(words, line, MOST),))
            item.setToolTip(plain_tip(words))
            self.setItem(row, column, item)

    def _ticked(self, item: QTableWidgetItem) -> None:
        bearing = _BEARINGS.get(item.column())
        if bearing is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            self.marked.emit(item.data(ID), bearing, ticked)


class TickDelegate(LinesDelegate):
    """Paints a tick box in the middle of its cell, all of which can be clicked."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style, part = option.widget.style(), QStyle.SubElement.SE_ItemViewItemCheckIndicator
        size = style.subElementRect(part, box, option.widget).size()
        box.rect = QStyle.alignedRect(
            option.direction, Qt.AlignmentFlag.AlignCenter, size, option.rect
        )
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget
        )

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
        )
        pressed = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        )
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not (clicked or pressed):
            return False
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    @override
    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_frame(painter, option)
