"""A service seen from far: its triangle, and its name in letters that can still be read."""

from dataclasses import replace

from activitymap.drawing.measuring import broken, width
from activitymap.drawing.shapes import Align, Role, Shape, Text, TextLine
from activitymap.drawing.system import SystemDrawing

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
