"""Cubic Bézier curves of four points, as roads of arrows and links use them."""

import math

from activitymap.drawing.shapes import Point

Cubic = tuple[Point, Point, Point, Point]


def straight(start: Point, end: Point) -> Cubic:
    """Return the straight line between two points as a curve."""
    return start, between(start, end, 1 / 3), between(start, end, 2 / 3), end


def between(start: Point, end: Point, part: float) -> Point:
    """Return the point at ``part`` (0 to 1) of the way from ``start`` to ``end``."""
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


def at(curve: Cubic, part: float) -> Point:
    """Return the point of a curve at ``part`` (0 to 1)."""
    rest = 1 - part
    one, two = 3 * rest * rest * part, 3 * rest * part * part
    first, last = rest**3, part**3
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    return Point(
        first * ax + one * bx + two * cx + last * dx, first * ay + one * by + two * cy + last * dy
    )


def direction(curve: Cubic, part: float) -> Point:
    """Return the direction of a curve at ``part``, one unit long."""
    before, after = at(curve, max(0.0, part - 0.01)), at(curve, min(1.0, part + 0.01))
    length = math.dist(before, after) or 1.0
    return Point((after.x - before.x) / length, (after.y - before.y) / length)


def length(curve: Cubic) -> float:
    """Return the length of a curve, near enough for placing things on it."""
    points = [at(curve, step / 12) for step in range(13)]
    return sum(map(math.dist, points, points[1:]))


def split(curve: Cubic, part: float) -> tuple[Cubic, Cubic]:
    """Return a curve in two, before and after ``part`` (de Casteljau)."""
    a, b, c, d = curve
    ab, bc, cd = between(a, b, part), between(b, c, part), between(c, d, part)
    abc, bcd = between(ab, bc, part), between(bc, cd, part)
    middle = between(abc, bcd, part)
    return (a, ab, abc, middle), (middle, bcd, cd, d)
