"""Where services go when they are lined up, spread out, snapped to each other or put in order."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from activitymap.drawing.placing import arranged
from activitymap.drawing.shapes import Box, Point
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change
from activitymap.model.values import Place


class Alignment(StrEnum):
    """The lines along which services can be lined up."""

    LEFT = "left edges"
    CENTRE = "centres"
    RIGHT = "right edges"
    TOP = "top edges"
    MIDDLE = "middles"
    BOTTOM = "bottom edges"


class Direction(StrEnum):
    """The two directions in which services can be spread out."""

    ACROSS = "across"
    DOWN = "down"


class Guide(NamedTuple):
    """A line that shows what a dragged service has snapped to."""

    start: Point
    end: Point


class Snap(NamedTuple):
    """How far to move a dragged service so that it lines up with others, and the lines."""

    across: float
    down: float
    guides: tuple[Guide, ...] = ()


def aligned(places: Mapping[str, Place], boxes: Mapping[str, Box], how: Alignment) -> "Places":
    """Return the places of services lined up by the middles of their triangles or their edges.

    ``boxes`` are around all that each service draws. Centres and middles are those of the
    triangles, which lie at the places.
    """
    if len(places) < 2:
        return dict(places)
    if how is Alignment.CENTRE:
        x = sum(place.x for place in places.values()) / len(places)
        return {one: place.but(x=round(x, 1)) for one, place in places.items()}
    if how is Alignment.MIDDLE:
        y = sum(place.y for place in places.values()) / len(places)
        return {one: place.but(y=round(y, 1)) for one, place in places.items()}
    field = {
        Alignment.LEFT: "left",
        Alignment.RIGHT: "right",
        Alignment.TOP: "top",
        Alignment.BOTTOM: "bottom",
    }[how]
    edges = {one: getattr(boxes[one], field) for one in places}
    low = how in {Alignment.LEFT, Alignment.TOP}
    edge = min(edges.values()) if low else max(edges.values())
    across = how in {Alignment.LEFT, Alignment.RIGHT}
    return {
        one: _moved(place, edge - edges[one] if across else 0, 0 if across else edge - edges[one])
        for one, place in places.items()
    }


Places = dict[str, Place]


def distributed(places: Mapping[str, Place], boxes: Mapping[str, Box], way: Direction) -> Places:
    """Return the places of services with equal gaps between them; the outer two stay."""
    across = way is Direction.ACROSS
    if len(places) < 3:
        return dict(places)
    order = sorted(places, key=lambda one: places[one].x if across else places[one].y)
    sizes = {one: boxes[one].width if across else boxes[one].height for one in order}
    first, last = boxes[order[0]], boxes[order[-1]]
    room = last.left - first.right if across else last.top - first.bottom
    gap = (room - sum(sizes[one] for one in order[1:-1])) / (len(order) - 1)
    found = dict(places)
    edge = first.right if across else first.bottom
    for one, _ in pairwise(order[1:]):
        start = boxes[one].left if across else boxes[one].top
        way_to = edge + gap - start
        found[one] = _moved(places[one], way_to if across else 0, 0 if across else way_to)
        edge += gap + sizes[one]
    return found


def snapped(point: Point, box: Box, others: Iterable[tuple[Point, Box]], reach: float) -> Snap:
    """Return how a dragged service snaps to the nearest others within ``reach``.

    Middles of triangles snap to middles, edges to edges of the same side. ``point`` is the middle
    of the dragged triangle, ``box`` is around all of it.
    """
    best_x: tuple[float, float, Box] | None = None
    best_y: tuple[float, float, Box] | None = None
    for place, other in others:
        for mine, theirs in ((point.x, place.x), (box.left, other.left), (box.right, other.right)):
            if abs(theirs - mine) <= reach and (best_x is None or abs(theirs - mine) < best_x[0]):
                best_x = (abs(theirs - mine), theirs - mine, _line_x(theirs, box, other))
        for mine, theirs in ((point.y, place.y), (box.top, other.top), (box.bottom, other.bottom)):
            if abs(theirs - mine) <= reach and (best_y is None or abs(theirs - mine) < best_y[0]):
                best_y = (abs(theirs - mine), theirs - mine, _line_y(theirs, box, other))
    guides = [
        Guide(Point(line.left, line.top), Point(line.right, line.bottom))
        for best in (best_x, best_y)
        if best is not None
        for line in [best[2]]
    ]
    return Snap(best_x[1] if best_x else 0.0, best_y[1] if best_y else 0.0, tuple(guides))


def _line_x(x: float, box: Box, other: Box) -> Box:
    return Box(x, min(box.top, other.top), x, max(box.bottom, other.bottom))


def _line_y(y: float, box: Box, other: Box) -> Box:
    return Box(min(box.left, other.left), y, max(box.right, other.right), y)


def arrange(activity_map: ActivityMap) -> Change:
    """Put all services around what they share again; no triangle changes its shape."""
    cleared = activity_map.but(
        systems=tuple(system.but(place=None) for system in activity_map.systems),
        shared_objects=tuple(one.but(place=None) for one in activity_map.shared_objects),
    )
    made = arranged(cleared)
    ids = [system.id for system in made.systems] + [one.id for one in made.shared_objects]
    return Change(made, frozenset(ids)) if ids else Change(activity_map)


def _moved(place: Place, across: float, down: float) -> Place:
    return Place(x=round(place.x + across, 1), y=round(place.y + down, 1))
