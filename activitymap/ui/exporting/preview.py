"""A figure as it will be: whole or in its real size, on its paper, with what is transparent."""

from math import inf

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from activitymap.drawing.shapes import Drawing
from activitymap.export.sizes import INCH
from activitymap.ui.painting import Prepared

AIR = 12
"""Pixels around the figure."""
CHECK = 8
"""The side of a field of the checkerboard that shows through what is transparent, in pixels."""


class Sheet(QWidget):
    """Paints a figure, on paper if there is some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self._prepared = Prepared(())
        self._scale = 1.0
        self._page: tuple[float, float] | None = None
        self._transparent = False
        self.whole = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(
        self,
        drawing: Drawing,
        scale: float,
        page: tuple[float, float] | None,
        *,
        transparent: bool,
    ) -> None:
        """Show a drawing that is scaled, on a page of so many millimetres if there is one."""
        self._drawing, self._prepared, self._scale = drawing, Prepared(drawing), scale
        self._page, self._transparent = page, transparent
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        self.show_whole(self.whole)

    def clear(self) -> None:
        """Show nothing."""
        self._drawing, self._prepared = None, Prepared(())
        self.update()

    def show_whole(self, whole: bool) -> None:
        """Show the whole figure as large as there is room, or in the size of the print."""
        self.whole = whole
        real = self.real_size()
        size = QSizeF(1, 1) if whole else real + QSizeF(2 * AIR, 2 * AIR)
        self.setMinimumSize(size.toSize())
        self.update()

    def real_size(self) -> QSizeF:
        """Return the size of the paper, or of the figure, in pixels of the screen."""
        if self._drawing is None:
            return QSizeF()
        inch = self.logicalDpiX()
        if self._page is not None:
            return QSizeF(*self._page) / INCH * inch
        return QSizeF(*self._drawing.box.size) * self._scale / 96 * inch

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        real, room = self.real_size(), QSizeF(self.size()) - QSizeF(2 * AIR, 2 * AIR)
        zoom = 1.0
        if self.whole:
            zoom = min(room.width() / real.width(), room.height() / real.height())
        paper = QRectF(QPointF(0, 0), real * zoom)
        paper.moveCenter(QRectF(self.rect()).center())
        box = self._drawing.box
        unit = zoom * self._scale * self.logicalDpiX() / 96
        figure = QRectF(0, 0, box.width * unit, box.height * unit)
        figure.moveCenter(paper.center())
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._transparent:
            painter.drawTiledPixmap(paper, _checkerboard())
        else:
            painter.fillRect(figure, QColor(self._drawing.background))
        painter.setPen(self.palette().mid().color())
        painter.drawRect(paper)
        painter.setClipRect(paper)
        painter.translate(figure.topLeft() - QPointF(box.left, box.top) * unit)
        painter.scale(unit, unit)
        # All text, however small: this is what will be written.
        self._prepared.paint(painter, inf)


class Preview(QScrollArea):
    """Shows a figure whole, or in its real size with scroll bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)


def _checkerboard() -> QPixmap:
    tile = QPixmap(2 * CHECK, 2 * CHECK)
    tile.fill(Qt.GlobalColor.white)
    painter = QPainter(tile)
    for corner in (0, CHECK):
        painter.fillRect(corner, corner, CHECK, CHECK, QColor("#dddddd"))
    painter.end()
    return tile
