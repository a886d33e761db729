"""Finding a place for services that have none: around their shared object, objects facing in.

Services of one shared object, or joined by links, make a cluster of facing columns; clusters lie
side by side in rows; services that nothing joins follow in a grid.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from activitymap.drawing.connectors import shared_drawing
from activitymap.drawing.facing_columns import points_and_middle, spots_of
from activitymap.drawing.measures import SCREEN, Measures
from activitymap.drawing.shapes import Box, Point, around
from activitymap.drawing.system import system_drawing
from activitymap.drawing.theme import LIGHT
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Place, SharedObject

ASPECT = 1.6
"""Width in heights that the whole map aims at: a screen's."""


def arranged(activity_map: ActivityMap, measures: Measures = SCREEN) -> ActivityMap:
    """Return the map with a place for every system and shared object that has none.

    Services of one shared object stand in facing columns around it: those on the left face right,
    those on the right are mirrored. Nothing that has a place is moved; equal maps are arranged
    equally.
    """
    waiting = {system.id: system for system in activity_map.systems if system.place is None}
    if not waiting and all(shared.place for shared in activity_map.shared_objects):
        return activity_map
    clusters = [
        _cluster(shared, members, measures) for shared, members in _groups(activity_map, waiting)
    ]
    placed: dict[str, ActivitySystem] = {}
    middles: dict[str, Point] = {}
    for cluster, by in _packed(clusters, _below_placed(activity_map.systems, measures), measures):
        for system, point in cluster.systems:
            placed[system.id] = system.but(place=_place(point.x + by.x, point.y + by.y))
        if cluster.shared is not None:
            middles[cluster.shared] = Point(cluster.middle.x + by.x, cluster.middle.y + by.y)
    systems = tuple(placed.get(system.id, system) for system in activity_map.systems)
    shared_objects = _shared_placed(activity_map.shared_objects, systems, middles, measures)
    return activity_map.but(systems=systems, shared_objects=shared_objects)


def facing(activity_map: ActivityMap, measures: Measures = SCREEN) -> ActivityMap:
    """Return a map without places with two services face to face, even if nothing joins them."""
    if len(activity_map.systems) != 2:
        return activity_map
    shared = next(iter(activity_map.shared_objects), None)
    cluster = _cluster(shared, activity_map.systems, measures)
    return activity_map.but(
        systems=tuple(system.but(place=_place(*point)) for system, point in cluster.systems)
    )


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Systems with their points, the box around them, and the middle for their shared object."""

    systems: tuple[tuple[ActivitySystem, Point], ...]
    box: Box
    middle: Point
    shared: str | None


def _groups(
    activity_map: ActivityMap, waiting: dict[str, ActivitySystem]
) -> Iterator[tuple[SharedObject | None, list[ActivitySystem]]]:
    """Yield the systems to place: by shared object, then by links, then one by one."""
    left = dict(waiting)
    for shared in activity_map.shared_objects:
        members = [left.pop(system) for system in shared.systems if system in left]
        if members:
            yield shared, members
    joined: dict[str, list[str]] = {}
    for link in activity_map.links:
        joined.setdefault(link.source, []).append(link.target)
        joined.setdefault(link.target, []).append(link.source)
    for system in list(left):
        if system in left and system in joined:
            reached = _reached(system, joined)
            yield None, [left.pop(other) for other in list(left) if other in reached]
    for one in left.values():
        yield None, [one]


def _reached(start: str, joined: dict[str, list[str]]) -> set[str]:
    found, open_ends = {start}, [start]
    while open_ends:
        for other in joined.get(open_ends.pop(), ()):
            if other not in found:
                found.add(other)
                open_ends.append(other)
    return found


def _cluster(
    shared: SharedObject | None, members: Sequence[ActivitySystem], measures: Measures
) -> _Cluster:
    """Return the members in facing columns, the middle of which is at x = 0."""
    spots = spots_of(len(members), measures)
    facing = [
        member if member.mirrored is right else member.but(mirrored=right)
        for member, (_, _, right) in zip(members, spots, strict=True)
    ]
    drawings = [system_drawing(member, LIGHT, measures=measures) for member in facing]
    size = shared_drawing(shared, LIGHT, measures) if shared else None
    points, middle = points_and_middle(spots, drawings, size, measures)
    boxes = [drawing.box.moved(*point) for drawing, point in zip(drawings, points, strict=True)]
    if size:
        boxes.append(size.box.moved(*middle))
    systems = tuple(zip(facing, points, strict=True))
    return _Cluster(systems, around(boxes), middle, shared.id if shared else None)


def _packed(
    clusters: Sequence[_Cluster], corner: Point, measures: Measures
) -> Iterator[tuple[_Cluster, Point]]:
    """Yield each cluster with how far to move it: rows of clusters, their first rows level."""
    gap = measures.apart
    single = max((one.box.width for one in clusters if len(one.systems) == 1), default=0.0)
    widths = [single if len(one.systems) == 1 else one.box.width for one in clusters]
    area = sum(
        (width + gap) * (one.box.height + gap) for one, width in zip(clusters, widths, strict=True)
    )
    room = max([min(math.sqrt(area * ASPECT), measures.room), *widths])
    row: list[tuple[_Cluster, float]] = []
    x, y = 0.0, corner.y
    for cluster, width in [*zip(clusters, widths, strict=True), (None, math.inf)]:
        if row and x + width > room:
            level = y + max(-one.box.top for one, _ in row)
            yield from ((one, Point(left - one.box.left, level)) for one, left in row)
            y = level + max(one.box.bottom for one, _ in row) + gap
            row, x = [], 0.0
        if cluster is not None:
            row.append((cluster, corner.x + x))
            x += width + gap


def _below_placed(systems: Iterable[ActivitySystem], measures: Measures) -> Point:
    """Return the corner below all systems that have a place."""
    boxes = [_box(system, measures) for system in systems if system.place]
    if not boxes:
        return Point(0.0, 0.0)
    box = around(boxes)
    return Point(box.left, box.bottom + measures.apart)


def _box(system: ActivitySystem, measures: Measures) -> Box:
    """Return the box around a system that has a place."""
    assert system.place is not None
    drawing = system_drawing(system, LIGHT, measures=measures)
    return drawing.box.moved(system.place.x, system.place.y)


def _shared_placed(
    shared_objects: Sequence[SharedObject],
    systems: Sequence[ActivitySystem],
    middles: Mapping[str, Point],
    measures: Measures,
) -> tuple[SharedObject, ...]:
    """Return the shared objects with a place: in the middle of their cluster, or near members."""
    by_id = {system.id: system for system in systems}
    taken = [
        shared_drawing(shared, LIGHT, measures).box.moved(*point).grown(20)
        for shared in shared_objects
        if (point := _known(shared, middles))
    ]
    placed: list[SharedObject] = []
    for shared in shared_objects:
        point = _known(shared, middles)
        if point is None:
            members = [by_id[system] for system in shared.systems]
            size = shared_drawing(shared, LIGHT, measures).box
            standing = [_box(system, measures) for system in systems]
            point = _free(_in_front(members, measures), size, [*taken, *standing])
            taken.append(size.moved(*point).grown(20))
        placed.append(shared if shared.place else shared.but(place=_place(*point)))
    return tuple(placed)


def _known(shared: SharedObject, middles: Mapping[str, Point]) -> Point | None:
    if shared.place:
        return Point(shared.place.x, shared.place.y)
    return middles.get(shared.id)


def _in_front(members: Iterable[ActivitySystem], measures: Measures) -> Point:
    """Return the middle of the points in front of systems that have a place."""
    points = []
    for member in members:
        box, away = _box(member, measures), 2 * measures.facing
        x = box.left - away if member.mirrored else box.right + away
        points.append(Point(x, member.place.y if member.place else 0.0))
    if not points:
        return Point(0.0, 0.0)
    count = len(points)
    return Point(sum(point.x for point in points) / count, sum(point.y for point in points) / count)


def _free(point: Point, size: Box, taken: Sequence[Box]) -> Point:
    """Return the first point from ``point`` downwards where ``size`` meets nothing."""
    x, y = point
    while True:
        box = size.moved(x, y)
        met = [other.bottom for other in taken if other.meets(box)]
        if not met:
            return Point(x, y)
        y = max(met) - size.top + 1


def _place(x: float, y: float) -> Place:
    return Place(x=round(x, 1), y=round(y, 1))
