"""Services seen from far: triangles with large names, then one picture of all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from activitymap.drawing.card import PADDING
from activitymap.drawing.measuring import broken, width
from activitymap.drawing.placed import PlacedSystem
from activitymap.drawing.shapes import Align, Polygon, Role, Shape, Text, TextLine
from activitymap.drawing.system import SystemDrawing
from activitymap.drawing.transforming import extent
from activitymap.drawing.triangle import OUTER

SIZE = 44.0
ROOM = 560.0
NEED_SIZE = 28.0


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


def few_need_shapes(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes of a need for such a zoom: its card, and the first words in it."""
    cards = [shape for shape in shapes if isinstance(shape, Polygon)]
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    if not cards or len(texts) < 2:
        return []
    box, (_whose, need) = extent(cards[0]).grown(-PADDING), texts[:2]
    lines = broken(" ".join(line.text for line in need.lines), NEED_SIZE, box.width)
    most = max(1, int(box.height / (NEED_SIZE * 1.2)))
    shown = [*lines[: most - 1], f"{lines[most - 1]} …"] if len(lines) > most else lines
    placed = tuple(
        TextLine(
            text,
            box.left,
            box.top + (0.95 + number * 1.2) * NEED_SIZE,
            width(text, NEED_SIZE),
        )
        for number, text in enumerate(shown)
    )
    return [*cards, replace(need, lines=placed, size=NEED_SIZE)]


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
