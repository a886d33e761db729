"""What a connector carries in its middle: the lightning of a contradiction, the words of a link.

A connector of PowerPoint has no middle to hold on to. So the bolt, or the label, is a shape, and a
connector leads to it from either side: whichever service is moved, it stays joined.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from activitymap.drawing.card import ellipse
from activitymap.drawing.curves import Cubic, at, split
from activitymap.drawing.shapes import Box, Curve, Line, Point
from activitymap.drawing.transforming import faded
from activitymap.export.slides.connectors import End, Place, place_end
from activitymap.export.slides.markup import Plane, named
from activitymap.export.slides.outlines import shape
from activitymap.export.slides.routes import Route, corner

_NEAR = 30.0
"""How far from its road a label may lie and still be a part of it."""


def bolt_corners(arrow: Line | Curve) -> tuple[Point, Point] | None:
    """Return the two corners of the bolt of an arrow, or ``None`` for an arrow without one."""
    points = arrow.points
    if isinstance(arrow, Line):
        return (points[1], points[2]) if len(points) == 4 else None
    return (points[3], points[6]) if len(points) == 10 else None


def halves(arrow: Line | Curve) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the roads from the ends of an arrow with a bolt to the corners of the bolt."""
    points = arrow.points
    if isinstance(arrow, Line):
        return points[:2], points[2:]
    return points[:4], points[6:]


def dots(arrow: Line | Curve, corners: Iterable[Point], numbers: Iterator[int]) -> list[Place]:
    """Return the dots on the corners of a bolt, as wide as its stroke, for connectors to end at."""
    assert arrow.pen is not None
    half = arrow.pen.width / 2
    return [
        Place(arrow.tag, next(numbers), Box(*corner, *corner).grown(half), is_round=True)
        for corner in corners
    ]


def dot_end(place: Place, end: End, route: Route) -> End:
    """Return the site of a dot that looks along the way from the other end of a connector."""
    middle = place.box.centre
    return place_end(place, middle, corner(route, end.point, middle) or end.point)


def bolt(name: str, arrow: Line | Curve, places: Sequence[Place], number: int, plane: Plane) -> str:
    """Return the stroke between the corners of a bolt, and the dots on them."""
    assert arrow.pen is not None
    ends = tuple(place.box.centre for place in places)
    part = Line(arrow.tag, ends, arrow.pen, opacity=arrow.opacity)
    written = [shape(named(number, name, decorative=True), part, plane)]
    for place in places:
        half = place.box.width / 2
        dot = ellipse(arrow.tag, place.box.centre, half, half, None, arrow.pen.colour)
        identity = named(place.number, name, decorative=True)
        written.append(shape(identity, faded(dot, arrow.opacity), plane))
    return "".join(written)


def led(
    place: Place, road: Sequence[Point], ends: tuple[End, End]
) -> tuple[End, End, Cubic, Cubic]:
    """Return the sites of a label at which a road enters and leaves, and its two parts."""
    curve = cast("Cubic", tuple(road))
    part = min(
        (step / 24 for step in range(25)),
        key=lambda one: math.dist(at(curve, one), place.box.centre),
    )
    before, after = split(curve, part)
    one, other = _through(place, *ends)
    return one, other, before, after


def is_on(place: Place, road: Sequence[Point]) -> bool:
    """Whether a label lies on its road, or near enough to be led through."""
    curve = (road[0], road[1], road[2], road[-1])
    box = place.box.grown(_NEAR)
    return any(box.holds(at(curve, step / 24)) for step in range(25))


def _through(place: Place, start: End, end: End) -> tuple[End, End]:
    """Return the sites of a label by which the way from start to end is shortest."""
    sites = [End(site, place.number, number) for number, site in enumerate(place.sites())]
    pairs = [(one, other) for one in sites for other in sites if one != other]
    return min(
        pairs,
        key=lambda pair: (
            math.dist(start.point, pair[0].point) + math.dist(pair[1].point, end.point)
        ),
    )
