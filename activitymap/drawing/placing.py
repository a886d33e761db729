"""Finding a place for services that have none: around their shared object, objects facing in."""

import math
from collections.abc import Iterable, Sequence

from activitymap.drawing.shapes import Box
from activitymap.drawing.system import system_drawing
from activitymap.drawing.theme import LIGHT
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Place, SharedObject

BETWEEN_COLUMNS = 250.0
BETWEEN_ROWS = 110.0
BETWEEN_GROUPS = 160.0
GRID_COLUMNS = 8


def arranged(activity_map: ActivityMap) -> ActivityMap:
    """Return the map with a place for every system and shared object that has none.

    Services of one shared object stand in facing columns around it: those on the left face right,
    those on the right are mirrored. Nothing that has a place is moved; equal maps are arranged
    equally.
    """
    waiting = {system.id: system for system in activity_map.systems if system.place is None}
    if not waiting and all(shared.place for shared in activity_map.shared_objects):
        return activity_map
    placed: dict[str, ActivitySystem] = {}
    middles: dict[str, Place] = {}
    left = _right_of_placed(activity_map.systems)
    for group in _groups(activity_map.shared_objects, waiting):
        shared, members = group
        found, box, middle = _cluster(members, left)
        placed |= {system.id: system for system in found}
        if shared is not None and shared.place is None:
            middles[shared.id] = middle
        left = box + BETWEEN_GROUPS
    systems = tuple(placed.get(system.id, system) for system in activity_map.systems)
    shared_objects = tuple(
        shared
        if shared.place
        else shared.but(place=middles.get(shared.id) or _between(shared, systems))
        for shared in activity_map.shared_objects
    )
    return activity_map.but(systems=systems, shared_objects=shared_objects)


Group = tuple[SharedObject | None, list[ActivitySystem]]


def _groups(
    shared_objects: Iterable[SharedObject], waiting: dict[str, ActivitySystem]
) -> Iterable[Group]:
    """Yield the systems to place by the first shared object that has them, then the others."""
    left = dict(waiting)
    for shared in shared_objects:
        members = [left.pop(system) for system in shared.systems if system in left]
        if members:
            yield shared, members
    if left:
        yield None, list(left.values())


def _cluster(
    members: Sequence[ActivitySystem], left: float
) -> tuple[list[ActivitySystem], float, Place]:
    """Return the members placed from ``left`` on, their right edge, and the middle between them."""
    columns = 2 if len(members) <= 6 else 4 if len(members) <= 16 else 2 * GRID_COLUMNS
    columns = min(columns, max(2, 2 * math.ceil(len(members) / 2)))
    if len(members) == 1:
        columns = 1
    mirrored = [
        member.but(mirrored=number % columns >= columns / 2)
        for number, member in enumerate(members)
    ]
    boxes = [system_drawing(member, LIGHT).box for member in mirrored]
    found: list[ActivitySystem] = []
    top = 0.0
    tops: list[float] = []
    width = max(box.right - box.left for box in boxes)
    for start in range(0, len(members), columns):
        row = range(start, min(start + columns, len(members)))
        above = max(-boxes[number].top for number in row)
        below = max(boxes[number].bottom for number in row)
        for number in row:
            column = number % columns
            x = left + column * width - boxes[number].left
            x += BETWEEN_COLUMNS * (column >= columns / 2) + BETWEEN_ROWS * _steps(column, columns)
            found.append(mirrored[number].but(place=Place(x=round(x, 1), y=round(top + above, 1))))
        tops.append(top + above)
        top += above + below + BETWEEN_ROWS
    right = max(
        member.place.x + box.right for member, box in zip(found, boxes, strict=True) if member.place
    )
    middle = left + columns / 2 * width + BETWEEN_ROWS * _steps(columns // 2 - 1, columns)
    x = middle + BETWEEN_COLUMNS / 2 if columns > 1 else right + BETWEEN_COLUMNS / 2
    return found, right, Place(x=round(x, 1), y=round((tops[0] + tops[-1]) / 2, 1))


def _steps(column: int, columns: int) -> int:
    """Return how many narrow gaps lie left of a column; the gap in the middle is counted apart."""
    return column if column < columns / 2 else column - 1


def _right_of_placed(systems: Iterable[ActivitySystem]) -> float:
    rights = [
        system.place.x + system_drawing(system, LIGHT).box.right
        for system in systems
        if system.place
    ]
    return max(rights) + BETWEEN_GROUPS if rights else 0.0


def _between(shared: SharedObject, systems: Iterable[ActivitySystem]) -> Place:
    places = [system.place for system in systems if system.id in shared.systems and system.place]
    if not places:
        return Place(x=0.0, y=0.0)
    return Place(
        x=round(sum(place.x for place in places) / len(places), 1),
        y=round(sum(place.y for place in places) / len(places) - 40, 1),
    )


def moved(box: Box, place: Place) -> Box:
    """Return a box in coordinates around a place as one of the canvas."""
    return Box(box.left + place.x, box.top + place.y, box.right + place.x, box.bottom + place.y)
