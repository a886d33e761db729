"""The grid of needs by services; the needs stay in sight while the services are scrolled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionHeader,
    QTableView,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.theme import Theme
from activitymap.ui.needs.lines import (
    ACROSS,
    LinesDelegate,
    broken_text,
    draw_text,
    height_of,
)
from activitymap.ui.needs.needs_model import NEED, NeedsModel

Index = QModelIndex | QPersistentModelIndex
NARROWEST, WIDEST, SERVICE = 200, 340, 112
"""Pixels: the column of the needs at least and at most, and that of a service at least."""
MOST = 3
"""Lines in a header."""


class NeedsGrid(QTableView):
    """Shows needs by services; ``chosen`` tells that a person went to another cell."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.needs = NeedsModel(self)
        self._placing = False
        self.setModel(self.needs)
        self.setAccessibleName(self.tr("Needs by services"))
        self._frozen = QTableView(self)
        self._frozen.setModel(self.needs)
        self._frozen.setSelectionModel(self.selectionModel())
        for view in (self, self._frozen):
            _prepare(view)
        self._frozen.raise_()  # The header of the grid came after it, and would cover its own.
        self._frozen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._frozen.setFocusProxy(self)
        self._frozen.setFrameShape(QFrame.Shape.NoFrame)
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.selectionModel().currentChanged.connect(self._moved)
        self.needs.dataChanged.connect(self.lay_out)

    @property
    def frozen(self) -> QTableView:
        """The column of the needs, which lies over the grid."""
        return self._frozen

    def show_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        for view in (self, self._frozen):
            delegate = view.itemDelegate()
            assert isinstance(delegate, LinesDelegate)
            delegate.theme = theme
            view.viewport().update()

    def place_at(self, row: int, column: int) -> None:
        """Go to a cell, or the one nearest to it, without telling that a person went there."""
        rows, columns = self.needs.rowCount(), self.needs.columnCount()
        if rows:
            self._placing = True
            self.setCurrentIndex(
                self.needs.index(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
            )
            self._placing = False

    def lay_out(self) -> None:
        """Share the width among the columns, and make each row as high as what it says."""
        count = self.needs.columnCount() - 1
        wide = self.viewport().width()
        need = min(max(round(wide * 0.34), NARROWEST), WIDEST) if count else wide
        service = max(SERVICE, (wide - need) // count) if count else 0
        for view in (self, self._frozen):
            for column in range(count + 1):
                view.setColumnWidth(column, service if column else need)
        for column in range(1, count + 1):
            self._frozen.setColumnHidden(column, True)
        for row, one in enumerate(self.needs.rows):
            high = height_of(self.needs.need_lines(one), self.font(), need)
            for cell in one.cells:
                if cell.marks:
                    lines = self.needs.cell_lines(cell)
                    high = max(high, height_of(lines, self.font(), service))
            for view in (self, self._frozen):
                view.setRowHeight(row, high)
        headers = (self.horizontalHeader(), self._frozen.horizontalHeader())
        high = max(header.sizeHint().height() for header in headers)
        for header in headers:
            header.setFixedHeight(high)
        self.updateGeometries()
        self._place_frozen()

    def _place_frozen(self) -> None:
        port, header = self.viewport().geometry(), self.horizontalHeader()
        wide = self.columnWidth(NEED)
        left = port.right() + 1 - wide if self.isRightToLeft() else port.left()
        top = port.top() - header.height()
        self._frozen.setGeometry(left, top, wide, header.height() + port.height())

    def _moved(self, now: QModelIndex) -> None:
        for view in (self, self._frozen):
            view.viewport().update()
        if not self._placing and now.isValid():
            self.chosen.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, and out from under the column of the needs."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == NEED:
            bar.setValue(before)
            return
        box, wide = self.visualRect(index), self.columnWidth(NEED)
        if self.isRightToLeft():
            bar.setValue(bar.value() - max(0, box.right() - (self.viewport().width() - wide)))
        else:
            bar.setValue(bar.value() - max(0, wide - box.left()))


def _prepare(view: QTableView) -> None:
    mode = QAbstractItemView.ScrollMode.ScrollPerPixel
    view.setVerticalScrollMode(mode)
    view.setHorizontalScrollMode(mode)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setItemDelegate(LinesDelegate(view))
    view.setHorizontalHeader(WrappedHeader(view))
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(20)


class WrappedHeader(QHeaderView):
    """Names over columns, broken into lines and cut off with an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    @override
    def sizeHint(self) -> QSize:
        lines = [
            len(
                broken_text(self._words(one), self.font(), self.sectionSize(one) - 2 * ACROSS, MOST)
            )
            for one in range(self.count())
            if not self.isSectionHidden(one)
        ]
        high = QFontMetrics(self.font()).lineSpacing() * max(lines, default=1) + 10
        return QSize(super().sizeHint().width(), high)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.section = rect, section
        painter.save()
        self.style().drawControl(QStyle.ControlElement.CE_Header, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = rect.adjusted(ACROSS, 4, -ACROSS, -4)
        draw_text(painter, self._words(section), self.font(), room, room.top(), MOST)
        painter.restore()
