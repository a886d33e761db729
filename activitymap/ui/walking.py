"""The way through the map: elements in the order of the guiding questions, then services."""

from activitymap.model.activity_map import ActivityMap
from activitymap.model.questions import ORDER
from activitymap.model.values import Element


def beside(element: Element | None, step: int) -> Element:
    """Return the element some steps on, around the end; from none, the first."""
    if element is None:
        return ORDER[0]
    return ORDER[(ORDER.index(element) + step) % len(ORDER)]


def next_system(activity_map: ActivityMap, system: str, step: int = 1) -> str:
    """Return the service some steps on, around the end."""
    ids = [one.id for one in activity_map.systems]
    return ids[(ids.index(system) + step) % len(ids)]


def stops(activity_map: ActivityMap, system: str) -> list[str]:
    """Return the ids of a service's elements and statements, in the order of the way."""
    one = next(one for one in activity_map.systems if one.id == system)
    found: list[str] = []
    for element in ORDER:
        found.append(f"{system}/{element}")
        found += [statement.id for statement in one.statements if statement.element is element]
    return found


def step_from(activity_map: ActivityMap, identity: str, step: int) -> str | None:
    """Return the statement or element some steps from another on the way through its service."""
    for system in activity_map.systems:
        way = stops(activity_map, system.id)
        if identity == system.id:
            return way[0 if step > 0 else -1]
        if identity in way:
            return way[(way.index(identity) + step) % len(way)]
    return None
