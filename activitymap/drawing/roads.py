"""The way of an arrow or link from one thing to another, around what lies between.

A road is straight where a straight line is clear; else the curve that is hidden least. What still
lies in its way covers it: roads are drawn beneath the cards.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, straight
from activitymap.drawing.shapes import Box, Point

SHORTEST = 60.0
"""Length below which a road has no room for a bolt and a count."""

_EACH_WAY = 3
"""Pairs of ports tried for each pair of directions in which they leave."""
_REACHES = (
    (0.25, 0.25),
    (0.5, 0.5),
    (0.9, 0.4),
    (0.4, 0.9),
    (0.9, 0.9),
    (1.3, 0.6),
    (0.6, 1.3),
    (1.3, 1.3),
)
"""How far a curve keeps its direction at either end, in parts of the distance."""
_NEAREST, _FURTHEST = 36.0, 600.0
_HIDDEN = 9.0
_USED = 90.0
_LEAST_ANGLE = 0.3


class Port(NamedTuple):
    """A point that a road may start from, and the direction, one unit long, in which it leaves."""

    point: Point
    out: Point


LEFT, RIGHT, UP, DOWN = Point(-1, 0), Point(1, 0), Point(0, -1), Point(0, 1)


def beside(box: Box, gap: float = 4.0, level: float = 0.5) -> list[Port]:
    """Return a port on the left and on the right of a box, at ``level`` of its height."""
    y = box.top + box.height * level
    return [Port(Point(box.left - gap, y), LEFT), Port(Point(box.right + gap, y), RIGHT)]


def ports(box: Box, gap: float = 4.0, level: float = 0.5) -> list[Port]:
    """Return the ports around a box, several on its long sides."""
    found = beside(box, gap, level)
    for part in (level, 0.2, 0.8):
        x = box.left + box.width * part
        found += [Port(Point(x, box.top - gap), UP), Port(Point(x, box.bottom + gap), DOWN)]
    return found


def road(
    starts: Sequence[Port],
    ends: Sequence[Port],
    obstacles: Crowd,
    used: Crowd | None = None,
) -> Cubic:
    """Return the road from one of ``starts`` to one of ``ends`` that is short and little hidden.

    Ports in the boxes ``used``, around the ends of other roads, are taken only where the others
    are much worse.
    """
    crowded = {
        port.point: _USED if used is not None and used.covers(*port.point) else 0.0
        for port in (*starts, *ends)
    }
    pairs = _promising(
        (_distance(start, end) + crowded[start.point] + crowded[end.point], start, end)
        for start in starts
        for end in ends
    )
    best = (math.inf, straight(pairs[0][1].point, pairs[0][2].point))
    for cost, start, end in pairs:
        if cost < best[0] and _may_be_straight(start, end):
            line = straight(start.point, end.point)
            best = min(best, (cost + _hidden(line, obstacles, best[0] - cost), line))
    for cost, start, end in pairs:
        for reaches in _REACHES:
            price = cost * (1.1 + sum(reaches) / 6)
            if price < best[0] and _faces(start, end, -0.85):
                curve = _curve(start, end, reaches)
                best = min(best, (price + _hidden(curve, obstacles, best[0] - price), curve))
    return best[1]


Pair = tuple[float, Port, Port]


def _promising(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the cheapest pairs of ports, a few for each way to leave and to arrive."""
    ways: dict[tuple[Point, Point], list[Pair]] = {}
    for pair in sorted(pairs):
        chosen = ways.setdefault((pair[1].out, pair[2].out), [])
        if len(chosen) < _EACH_WAY:
            chosen.append(pair)
    return sorted(pair for chosen in ways.values() for pair in chosen)


def _may_be_straight(start: Port, end: Port) -> bool:
    return _faces(start, end, _LEAST_ANGLE) and math.dist(start.point, end.point) >= SHORTEST


def _distance(start: Port, end: Port) -> float:
    """Return the distance, longer where the ports look away from each other."""
    away = sum(max(0.0, -_towards(*pair)) for pair in ((start, end), (end, start)))
    return math.dist(start.point, end.point) * (1 + away) + 60 * away


def _towards(port: Port, other: Port) -> float:
    """Return how far a port looks towards another: 1 straight at it, -1 straight away."""
    across, down = other.point.x - port.point.x, other.point.y - port.point.y
    return (across * port.out.x + down * port.out.y) / (math.hypot(across, down) or 1.0)


def _faces(start: Port, end: Port, least: float) -> bool:
    return _towards(start, end) > least and _towards(end, start) > least


def _curve(start: Port, end: Port, reaches: tuple[float, float]) -> Cubic:
    distance = math.dist(start.point, end.point)
    first, last = (min(_FURTHEST, max(_NEAREST, part * distance)) for part in reaches)
    return start.point, _ahead(start, first), _ahead(end, last), end.point


def _ahead(port: Port, distance: float) -> Point:
    return Point(port.point.x + port.out.x * distance, port.point.y + port.out.y * distance)


def _hidden(curve: Cubic, obstacles: Crowd, most: float) -> float:
    """Return the price of how much of a curve lies behind the obstacles.

    Counting ends at ``most``, beyond which the curve is of no use.
    """
    long = sum(map(math.dist, curve, curve[1:]))
    steps = max(8, min(48, round(long / 16)))
    each = _HIDDEN * long / steps
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    price = 0.0
    for a, b, c, d in _weights(steps):
        x, y = a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy
        if obstacles.covers(x, y):
            price += each
            if price > most:
                break
    return price


@cache
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Return the weights of a curve's four points at evenly spaced parts of it."""
    parts = [step / steps for step in range(steps + 1)]
    return tuple(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in parts)
