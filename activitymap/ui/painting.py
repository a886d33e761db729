"""Painting shapes on the canvas quickly: pens, paths and fonts are prepared once."""

from collections.abc import Iterable
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from activitymap.drawing.shapes import Box, Curve, Line, Polygon, Shape, Text
from activitymap.export.geometry import head_points
from activitymap.export.png import FONT_SIZE, direction, font, left_of, path_of, pen_of

SMALLEST_TEXT = 3.5
"""Pixels below which text is left out: it could not be read, and most of the time goes into it."""


class Prepared:
    """Shapes made ready for a painter, in their order."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._steps: list[_Lines | _Words] = []
        for shape in shapes:
            self._steps.append(_Words(shape) if isinstance(shape, Text) else _Lines(shape))

    def paint(self, painter: QPainter, zoom: float) -> None:
        """Paint the shapes; ``zoom`` is the pixels of the screen in one unit."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strength = painter.opacity()
        for step in self._steps:
            if step.size * zoom >= SMALLEST_TEXT:
                step.paint(painter, strength)
        painter.setOpacity(strength)


class _Lines:
    def __init__(self, shape: Line | Polygon | Curve) -> None:
        self.opacity = shape.opacity
        self.size = inf  # Lines are never too small to be painted.
        self.path = path_of(shape)
        self.pen = pen_of(shape)
        fill = None if isinstance(shape, Line) else shape.fill
        self.brush = QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)
        self.heads = QPainterPath()
        self.head_brush = QBrush(Qt.BrushStyle.NoBrush)
        if isinstance(shape, Line | Curve) and shape.pen is not None:
            self.head_brush = QBrush(QColor(shape.pen.colour))
            for head in head_points(shape):
                self.heads.addPolygon([QPointF(*corner) for corner in head])

    def paint(self, painter: QPainter, strength: float) -> None:
        painter.setOpacity(strength * self.opacity)
        painter.setPen(self.pen)
        painter.setBrush(self.brush)
        painter.drawPath(self.path)
        if not self.heads.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.head_brush)
            painter.drawPath(self.heads)


class _Words:
    def __init__(self, shape: Text) -> None:
        self.opacity = shape.opacity
        self.size = shape.size
        self.font: QFont = font(shape.bold)
        self.pen = QPen(QColor(shape.colour))
        self.direction = direction(shape)
        factor = FONT_SIZE / shape.size
        self.lines = [
            (QPointF(left_of(shape, line) * factor, line.baseline * factor), line.text)
            for line in shape.lines
        ]

    def paint(self, painter: QPainter, strength: float) -> None:
        painter.setOpacity(strength * self.opacity)
        painter.setPen(self.pen)
        painter.setFont(self.font)
        painter.setLayoutDirection(self.direction)
        painter.save()
        painter.scale(self.size / FONT_SIZE, self.size / FONT_SIZE)
        for place, text in self.lines:
            painter.drawText(place, text)
        painter.restore()


def rectangle(box: Box) -> QRectF:
    """Return a box of the drawing as a rectangle of Qt."""
    return QRectF(box.left, box.top, box.width, box.height)
