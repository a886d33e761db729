"""Moving and fading shapes, which gives new ones; and where a shape lies."""

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from activitymap.drawing.curves import at, between
from activitymap.drawing.shapes import (
    SHIFT,
    Box,
    Curve,
    Line,
    Point,
    Shape,
    Text,
    TextLine,
    around,
)

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


def extent(shape: Shape) -> Box:
    """Return the box around a shape, without the width of its stroke."""
    if isinstance(shape, Text):
        shift = SHIFT[shape.align]
        return around(
            Box(
                line.x - line.width * shift,
                line.baseline - shape.size,
                line.x + line.width * (1 - shift),
                line.baseline + shape.size * 0.3,
            )
            for line in shape.lines
        )
    points = _flattened(shape) if isinstance(shape, Curve) else shape.points
    return around(Box(x, y, x, y) for x, y in points)


def traced(shape: Line | Curve, step: float = 8.0) -> Iterator[Point]:
    """Go along a line or curve: yield points of it that lie at most ``step`` apart."""
    points = _flattened(shape) if isinstance(shape, Curve) else shape.points
    yield points[0]
    for start, end in pairwise(points):
        parts = math.ceil(math.dist(start, end) / step)
        yield from (between(start, end, part / parts) for part in range(1, parts + 1))


def _flattened(shape: Curve) -> list[Point]:
    """Return a curve as short straight lines; its control points lie outside."""
    points = [shape.points[0]]
    for place in range(0, len(shape.points) - 1, 3):
        a, b, c, d = shape.points[place : place + 4]
        points += [at((a, b, c, d), step / 10) for step in range(1, 11)]
    return points
