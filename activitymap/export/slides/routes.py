"""The ways that connectors of PowerPoint have, and which of them is most like a road.

PowerPoint draws a connector as the file says, and finds a new way when a shape is moved. So a way
is one that it has itself: straight, one bend, or elbows.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple, cast

from activitymap.drawing.curves import Cubic, at, straight
from activitymap.drawing.shapes import Point

_LEVEL = 0.25
"""How steep a road may leave and still be taken for level, or for upright."""
_CORRIDOR = 8.0
"""How far a way may leave the corridor of a level part."""
_DEARER = 1.0
"""By how much a bend must be nearer to the road than a straight line is."""
_STEPS = 12


class Route(NamedTuple):
    """The way of a connector by its name, and what adjusts it.

    A bend leaves level and arrives upright; ``turned``, it is drawn from its end to its start.
    """

    kind: str
    adjusting: str = ""
    turned: bool = False


STRAIGHT = Route("straightConnector1")


def way(road: Sequence[Point], start: Point, end: Point) -> Route:
    """Return the way from start to end that is most like a road.

    A road with a level part before its curve keeps to that corridor by elbows.
    """
    if len(road) > 4:
        return _elbows(road, start, end)
    if len(road) < 4:
        return STRAIGHT
    curve = _pulled(cast("Cubic", tuple(road)), start, end)
    ways = [
        (_apart(curve, straight(start, end)), STRAIGHT),
        (_apart(curve, bend(start, end)) + _DEARER, Route("curvedConnector2")),
        (_apart(curve, bend(end, start)) + _DEARER, Route("curvedConnector2", turned=True)),
    ]
    return min(ways)[1]


def corner(route: Route, start: Point, end: Point) -> Point | None:
    """Return the point that a bend turns at, which is where it comes from as seen from its ends."""
    if not route.kind.startswith("curved"):
        return None
    return Point(start.x, end.y) if route.turned else Point(end.x, start.y)


def _pulled(road: Cubic, start: Point, end: Point) -> Cubic:
    """Return a road with its ends moved, its control points moving along."""
    x, y = start.x - road[0].x, start.y - road[0].y
    across, down = end.x - road[3].x, end.y - road[3].y
    first, second = road[1], road[2]
    return start, Point(first.x + x, first.y + y), Point(second.x + across, second.y + down), end


def bend(start: Point, end: Point) -> Cubic:
    """Return the curve of a bend, as PowerPoint defines it (presetShapeDefinitions.xml)."""
    level = Point((start.x + end.x) / 2, start.y)
    return start, level, Point(end.x, (start.y + end.y) / 2), end


def _apart(road: Cubic, other: Cubic) -> float:
    """Return how far a road is from another curve on average."""
    points = [at(other, step / _STEPS) for step in range(_STEPS + 1)]
    parts = (at(road, step / _STEPS) for step in range(_STEPS + 1))
    return sum(min(math.dist(part, point) for point in points) for part in parts) / (_STEPS + 1)


def _elbows(road: Sequence[Point], start: Point, end: Point) -> Route:
    arrives = _before(road)
    across, down = end.x - start.x, end.y - start.y
    if (road[3].x - start.x) * across <= 0:
        return STRAIGHT
    if abs(arrives.x) <= _LEVEL * abs(arrives.y) and arrives.y * down > 0:
        return Route("bentConnector2")
    turn = (road[3].x - start.x) / across
    # What falls so little over its level part may as well be straight.
    if turn < 1 and abs(down) * turn > _CORRIDOR:
        return Route("bentConnector3", f'<a:gd name="adj1" fmla="val {round(turn * 100_000)}"/>')
    return STRAIGHT


def _before(road: Sequence[Point]) -> Point:
    """Return the direction in which a road arrives."""
    end = road[-1]
    last = next((point for point in reversed(road) if math.dist(point, end) > 0.01), end)
    return Point(end.x - last.x, end.y - last.y)
