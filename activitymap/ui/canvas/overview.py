"""Services seen from far: triangles with large names, then one picture of all of them."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from activitymap.drawing.measuring import broken, width
from activitymap.drawing.placed import PlacedSystem
from activitymap.drawing.shapes import Align, Role, Shape, Text, TextLine
from activitymap.drawing.system import SystemDrawing
from activitymap.drawing.triangle import OUTER

SIZE = 44.0
ROOM = 560.0


def few_shapes(drawing: SystemDrawing) -> list[Shape]:
    """Return the shapes of a service for a zoom at which its cards cannot be read."""
    shapes = [shape for shape in drawing.shapes if shape.tag.role is Role.TRIANGLE]
    return shapes + [
        _large(shape)
        for shape in drawing.shapes
        if isinstance(shape, Text) and shape.tag.role is Role.NAME
    ]


def _large(name: Text) -> Text:
    lines = broken(" ".join(line.text for line in name.lines), SIZE, ROOM, bold=True)[:2]
    placed = tuple(
        TextLine(text, 0.0, 60.0 + number * SIZE * 1.2, width(text, SIZE, bold=True))
        for number, text in enumerate(lines)
    )
    return replace(name, lines=placed, size=SIZE, align=Align.MIDDLE)


class Overview(QGraphicsItem):
    """All triangles of a large map in a few calls, for a zoom at which names cannot be read."""

    def __init__(self) -> None:
        super().__init__()
        self._rectangle = QRectF()
        self._paths: list[tuple[QColor, QPainterPath]] = []

    def show_systems(self, systems: Iterable[tuple[PlacedSystem, str]], room: QRectF) -> None:
        """Show services with their colours, all within a rectangle."""
        paths: dict[str, QPainterPath] = {}
        for placed, colour in systems:
            corners = [QPointF(*placed.node(element)) for element in OUTER]
            path = paths.setdefault(colour, QPainterPath())
            path.addPolygon([*corners, corners[0]])
        self._paths = [(QColor(colour), path) for colour, path in paths.items()]
        self.prepareGeometryChange()
        self._rectangle = room
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
        for colour, path in self._paths:
            painter.fillPath(path, colour)
