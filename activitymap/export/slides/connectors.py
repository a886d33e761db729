"""Connectors from a site of one shape to a site of another, and which sites those are."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from activitymap.drawing.shapes import Anchor, Box, Curve, Line, Pen, Point, Tag
from activitymap.export.slides.markup import Plane, frame, stroke
from activitymap.export.slides.routes import STRAIGHT, Route

_TOUCHING = 6.0
"""How near a line must come to a shape to be taken for attached to it."""
_DIAGONAL = math.sqrt(0.5)


class Place(NamedTuple):
    """A shape that connectors may be attached to: its number on the slide, and where it is."""

    tag: Tag
    number: int
    box: Box
    is_round: bool = False

    def sites(self) -> list[Point]:
        """Return the sites in PowerPoint's order: against the clock from the top."""
        middle, across, down = self.box.centre, self.box.width / 2, self.box.height / 2
        ways = [(0.0, -1.0), (-1.0, 0.0), (0.0, 1.0), (1.0, 0.0)]
        if self.is_round:
            corners = [(-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (1.0, -1.0)]
            between = [(x * _DIAGONAL, y * _DIAGONAL) for x, y in corners]
            ways = [way for pair in zip(ways, between, strict=True) for way in pair]
        return [Point(middle.x + x * across, middle.y + y * down) for x, y in ways]


class End(NamedTuple):
    """One end of a connector: a point, and the shape and its site there, if it is attached."""

    point: Point
    number: int | None = None
    site: int = 0


def end_at(places: Iterable[Place], anchor: Anchor | None, point: Point, towards: Point) -> End:
    """Return where a connector ends whose drawn end is ``point`` and which goes on ``towards``.

    It is attached to the shape that the anchor names, or else to the nearest of the service; one
    without an anchor to the shape that it touches.
    """
    if anchor is None:
        touched = next((one for one in places if one.box.grown(_TOUCHING).holds(point)), None)
        return place_end(touched, point, towards) if touched else End(point)
    named = {f"{anchor.id}/{anchor.name}", anchor.name or anchor.id}
    found = list(places)
    wanted = [place for place in found if place.tag.id in named]
    wanted = wanted or [place for place in found if anchor.id and place.tag.group == anchor.id]
    if not wanted:
        return End(point)
    place = min(wanted, key=lambda one: _distance(one.box, point))
    return place_end(place, point, towards)


def place_end(place: Place, point: Point, towards: Point) -> End:
    """Return the site of a shape at which a connector ends that comes from ``towards``."""
    sites, middle = place.sites(), place.box.centre
    if math.dist(point, middle) < min(place.box.size) / 4:
        # From its middle a line leaves where it goes.
        ahead = Point(towards.x - middle.x, towards.y - middle.y)
        number = max(range(len(sites)), key=lambda one: _along(middle, sites[one], ahead))
    elif place.is_round:
        number = min(range(len(sites)), key=lambda one: math.dist(sites[one], point))
    else:
        number = _nearest_side(place.box, point)
    return End(sites[number], place.number, number)


def _along(middle: Point, site: Point, ahead: Point) -> float:
    """Return how far a site lies in a direction from the middle."""
    return (site.x - middle.x) * ahead.x + (site.y - middle.y) * ahead.y


def _nearest_side(box: Box, point: Point) -> int:
    """Return the side of a box that a point lies beyond, in the order of its sites."""
    beyond = (box.top - point.y, box.left - point.x, point.y - box.bottom, point.x - box.right)
    return max(range(4), key=beyond.__getitem__)


def _distance(box: Box, point: Point) -> float:
    across = max(box.left - point.x, 0.0, point.x - box.right)
    down = max(box.top - point.y, 0.0, point.y - box.bottom)
    return math.hypot(across, down)


def connector(
    identity: str,
    ends: tuple[End, End],
    plane: Plane,
    look: Line | Curve,
    heads: tuple[bool, bool],
    *,
    route: Route = STRAIGHT,
    double: bool = False,
) -> str:
    """Return a connector in the look of a drawn line, attached at its ends."""
    if route.turned:
        ends, heads = (ends[1], ends[0]), (heads[1], heads[0])
    start, end = (one.point for one in ends)
    box = Box(min(start.x, end.x), min(start.y, end.y), max(start.x, end.x), max(start.y, end.y))
    flips = (' flipH="1"' if end.x < start.x else "") + (' flipV="1"' if end.y < start.y else "")
    attached = "".join(
        f'<a:{name} id="{one.number}" idx="{one.site}"/>'
        for name, one in zip(("stCxn", "endCxn"), ends, strict=True)
        if one.number is not None
    )
    pen: Pen | None = look.pen
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity}<p:cNvCxnSpPr>{attached}</p:cNvCxnSpPr><p:nvPr/>"
        f"</p:nvCxnSpPr><p:spPr>{frame(box, plane, flips)}"
        f'<a:prstGeom prst="{route.kind}"><a:avLst>{route.adjusting}</a:avLst></a:prstGeom>'
        f"{stroke(pen, plane, look.opacity, heads, double=double)}</p:spPr></p:cxnSp>"
    )
