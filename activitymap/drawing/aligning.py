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

    Middles of triangles snap to middles; where none is near, edges snap to edges of the same side.
    ``point`` is the middle of the dragged triangle, ``box`` is around all of it.
    """
    others = list(others)
    xs = [[(point.x, place.x, other) for place, other in others]]
    ys = [[(point.y, place.y, other) for place, other in others]]
    xs.append([e for _, o in others for e in ((box.left, o.left, o), (box.right, o.right, o))])
    ys.append([e for _, o in others for e in ((box.top, o.top, o), (box.bottom, o.bottom, o))])
    across, down = (
        next(filter(None, (_nearest(n, reach) for n in near)), None) for near in (xs, ys)
    )
    guides = []
    if across is not None:
        top, bottom = min(box.top, across[2].top), max(box.bottom, across[2].bottom)
        guides.append(Guide(Point(across[1], top), Point(across[1], bottom)))
    if down is not None:
        left, right = min(box.left, down[2].left), max(box.right, down[2].right)
        guides.append(Guide(Point(left, down[1]), Point(right, down[1])))
    return Snap(
        across[1] - across[0] if across else 0.0, down[1] - down[0] if down else 0.0, tuple(guides)
    )


Edge = tuple[float, float, Box]


def _nearest(edges: Iterable[Edge], reach: float) -> Edge | None:
    """Return the pair of lines, mine and another's, that are nearest within ``reach``."""
    near = [edge for edge in edges if abs(edge[1] - edge[0]) <= reach]
    return min(near, key=lambda edge: abs(edge[1] - edge[0]), default=None)


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
