"""Moving and fading shapes; both give new shapes."""

from dataclasses import replace
from typing import TypeVar

from activitymap.drawing.shapes import Point, Shape, Text, TextLine

S = TypeVar("S", bound=Shape)


def moved(shape: S, across: float, down: float) -> S:
    """Return a shape moved by a distance."""
    if isinstance(shape, Text):
        lines = tuple(
            TextLine(line.text, line.x + across, line.baseline + down, line.width)
            for line in shape.lines
        )
        return replace(shape, lines=lines)
    points = tuple(Point(point.x + across, point.y + down) for point in shape.points)
    return replace(shape, points=points)


def faded(shape: S, opacity: float) -> S:
    """Return a shape as strong as ``opacity`` makes it (0 to 1)."""
    return replace(shape, opacity=shape.opacity * opacity)
