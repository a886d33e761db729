"""Outlines that every format needs and none has: arrow heads, and corners that are round."""

import math

from activitymap.drawing.shapes import Curve, Line, Point, Polygon

POINTS = 72 / 96
"""Points of a page in one unit of a drawing."""
HEAD_LENGTH = 5.0
HEAD_WIDTH = 2.2
_ROUND = 0.5522847498


def head_points(shape: Line | Curve) -> list[tuple[Point, Point, Point]]:
    """Return the triangles of the arrow heads of a line; their size follows its width."""
    width = shape.pen.width if shape.pen else 1.0
    points = shape.points
    heads = []
    if shape.head_at_end:
        heads.append(_head(points[-1], _before(points), width))
    if shape.head_at_start:
        heads.append(_head(points[0], _before(points[::-1]), width))
    return heads


def _before(points: tuple[Point, ...]) -> Point:
    """Return the nearest point before the last that is not the last itself."""
    return next((point for point in points[-2::-1] if point != points[-1]), points[0])


def _head(tip: Point, tail: Point, width: float) -> tuple[Point, Point, Point]:
    across, down = tip.x - tail.x, tip.y - tail.y
    length = math.hypot(across, down) or 1.0
    unit = Point(across / length, down / length)
    size = HEAD_LENGTH + 2.2 * width
    half = HEAD_WIDTH + 1.0 * width
    # The tip reaches a little beyond the end of the stroke, which would blunt it.
    point = Point(tip.x + unit.x * width * 0.5, tip.y + unit.y * width * 0.5)
    base = Point(point.x - unit.x * size, point.y - unit.y * size)
    return (
        point,
        Point(base.x - unit.y * half, base.y + unit.x * half),
        Point(base.x + unit.y * half, base.y - unit.x * half),
    )


def outline(shape: Polygon) -> tuple[Point, ...]:
    """Return a polygon with round corners as Bézier curves: a start, then three points for each."""
    corners = shape.points
    result: list[Point] = []
    count = len(corners)
    for place, corner in enumerate(corners):
        before, after = corners[place - 1], corners[(place + 1) % count]
        start, end = _towards(corner, before, shape.radius), _towards(corner, after, shape.radius)
        if not result:
            result.append(start)
        else:
            result += [result[-1], start, start]
        result += [
            _towards(start, corner, shape.radius * _ROUND),
            _towards(end, corner, shape.radius * _ROUND),
            end,
        ]
    return (*result, result[-1], result[0], result[0])


def _towards(start: Point, end: Point, distance: float) -> Point:
    across, down = end.x - start.x, end.y - start.y
    length = math.hypot(across, down) or 1.0
    part = min(distance / length, 0.5 if distance < length else 1.0)
    return Point(start.x + across * part, start.y + down * part)
