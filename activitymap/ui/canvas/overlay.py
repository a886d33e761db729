"""What lies over the drawing while people work: frames of what is chosen, handles and guides."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

HANDLE = 9.0
"""Side of a resize handle in pixels of the screen."""


class Overlay(QGraphicsItem):
    """Paints frames, handles, guides, a line that is being drawn and a rubber band."""

    def __init__(self) -> None:
        super().__init__()
        self._rectangle = QRectF()
        self.colour = "#000000"
        self.frames: Sequence[QRectF] = ()
        self.handle: QPointF | None = None
        self.guides: Sequence[QLineF] = ()
        self.wire: QLineF | None = None
        self.target: QRectF | None = None
        self.band: QRectF | None = None

    def cover(self, rectangle: QRectF) -> None:
        """Say how far the overlay may reach."""
        if rectangle != self._rectangle:
            self.prepareGeometryChange()
            self._rectangle = rectangle

    def show_work(
        self,
        guides: Iterable[QLineF] = (),
        wire: QLineF | None = None,
        target: QRectF | None = None,
        band: QRectF | None = None,
    ) -> None:
        """Show what a gesture is about to do; without anything, that none is under way."""
        self.guides, self.wire, self.target, self.band = tuple(guides), wire, target, band
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._rectangle

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(2.0))
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        gap = 1.5 / zoom
        for frame in self.frames:
            painter.drawRoundedRect(frame.adjusted(-gap, -gap, gap, gap), 5, 5)
        if self.handle is not None:
            half = HANDLE / 2 / zoom
            box = QRectF(self.handle.x() - half, self.handle.y() - half, 2 * half, 2 * half)
            painter.fillRect(box, QColor(self.colour))
        if self.target is not None:
            painter.setPen(self._pen(3.0))
            painter.drawRoundedRect(self.target.adjusted(-gap, -gap, gap, gap), 5, 5)
        painter.setPen(self._pen(1.0, Qt.PenStyle.DashLine))
        painter.drawLines(list(self.guides))
        if self.band is not None:
            painter.drawRect(self.band)
        if self.wire is not None:
            painter.setPen(self._pen(2.0))
            painter.drawLine(self.wire)

    def _pen(self, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        pen = QPen(QColor(self.colour), width, style)
        pen.setCosmetic(True)
        return pen
