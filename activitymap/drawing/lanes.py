"""Connectors on narrow paper: level out of the cards, straight along them, into the ellipse."""

import math
from itertools import pairwise

from activitymap.drawing.curves import between, straight
from activitymap.drawing.shapes import Point

BEND = 14.0
"""Largest radius of the bends."""
INTO = 0.7
"""How far from its middle, in half-axes, a lane may run straight into an ellipse."""


def lane_road(
    node: Point, lane: float, middle: Point, across: float, down: float
) -> tuple[Point, ...]:
    """Return the way from a node to an ellipse along a lane, as the points of a Bézier curve.

    ``lane`` is an x that the cards keep free, ``across`` and ``down`` are the half-axes of the
    ellipse. The way enters it from above or below where the lane meets it, else from the side.
    """
    aside = lane - middle.x
    side = Point(middle.x + math.copysign(across, aside), middle.y)
    if abs(aside) > INTO * across or abs(node.y - middle.y) < down:
        return _bent([node, Point(lane, node.y), Point(lane, middle.y), side])
    high = down * math.sqrt(1 - (aside / across) ** 2)
    end = Point(lane, middle.y + math.copysign(high, node.y - middle.y))
    return _bent([node, Point(lane, node.y), end])


def _bent(corners: list[Point]) -> tuple[Point, ...]:
    """Return straight lines through some points, as one Bézier curve with rounded corners."""
    lines = list(pairwise(corners))
    radii = [
        min(BEND, math.dist(*before) / 2, math.dist(*after) / 2)
        for before, after in pairwise(lines)
    ]
    road, here = [corners[0]], corners[0]
    for corner, after, radius in zip(corners[1:-1], corners[2:], radii, strict=True):
        start, end = _towards(corner, here, radius), _towards(corner, after, radius)
        road += [*straight(here, start)[1:], between(start, corner, 0.55)]
        road += [between(end, corner, 0.55), end]
        here = end
    return (*road, *straight(here, corners[-1])[1:])


def _towards(start: Point, end: Point, far: float) -> Point:
    """Return the point ``far`` from one point on the way to another."""
    return between(start, end, far / (math.dist(start, end) or 1.0))
