"""The double line of an agreement: two curves beside each other along one road."""

import math
from collections.abc import Iterator

from activitymap.drawing.curves import Cubic
from activitymap.drawing.shapes import Curve, Pen, Point, Tag

APART = 2.2
"""How far each of the two lies from the road."""


def double_line(tag: Tag, road: Cubic, pen: Pen) -> Iterator[Curve]:
    """Yield the two curves of an agreement."""
    across, down = road[3].x - road[0].x, road[3].y - road[0].y
    long = math.hypot(across, down) or 1.0
    for side in (-APART, APART):
        x, y = -down / long * side, across / long * side
        yield Curve(tag, tuple(Point(point.x + x, point.y + y) for point in road), pen)
