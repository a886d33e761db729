"""Edits of services: adding, naming, placing, duplicating and removing them."""

from collections.abc import Iterable, Mapping, Sequence

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change, changed, edited, found, named, new_id
from activitymap.model.edits.removing import without
from activitymap.model.values import ActivitySystem, Place, Statement

COLOURS = 8
_KIND = "service"


def add_system(
    activity_map: ActivityMap,
    name: str,
    place: Place | None = None,
    statements: Sequence[Statement] = (),
    mirrored: bool = False,
) -> Change:
    """Add a service, in the next colour; ``statements`` (of a template) are copied with new ids."""
    identity, number = new_id(activity_map, "system")
    copies = _copies(statements, number)
    system = ActivitySystem(
        id=identity,
        name=named(name, "A service"),
        colour=len(activity_map.systems) % COLOURS,
        place=place,
        mirrored=mirrored,
        statements=copies,
    )
    made = activity_map.but(
        systems=(*activity_map.systems, system), last_number=number + len(copies)
    )
    return Change(made, frozenset({identity, *(copy.id for copy in copies)}))


def duplicate_system(activity_map: ActivityMap, system: str, place: Place | None = None) -> Change:
    """Add a copy of a service with its statements and cards; links and marks are not copied."""
    original = found(activity_map.systems, system, _KIND)
    identity, number = new_id(activity_map, "system")
    copies = _copies(original.statements, number)
    copy = original.but(id=identity, name=f"{original.name} (copy)", place=place, statements=copies)
    made = activity_map.but(systems=(*activity_map.systems, copy), last_number=number + len(copies))
    return Change(made, frozenset({identity, *(one.id for one in copies)}))


def _copies(statements: Sequence[Statement], number: int) -> tuple[Statement, ...]:
    return tuple(
        statement.but(id=f"statement-{number + place}")
        for place, statement in enumerate(statements, start=1)
    )


def rename_system(activity_map: ActivityMap, system: str, name: str) -> Change:
    """Give a service another name."""
    cleaned = named(name, "A service")
    return _edited(activity_map, system, name=cleaned)


def recolour_system(activity_map: ActivityMap, system: str, colour: int) -> Change:
    """Give a service another of the eight colours (0 to 7)."""
    if not 0 <= colour < COLOURS:
        raise EditError(f"There are {COLOURS} colours for services. Choose one of them.")
    return _edited(activity_map, system, colour=colour)


def mirror_system(activity_map: ActivityMap, system: str, mirrored: bool) -> Change:
    """Let a service face left (``mirrored``) or right."""
    return _edited(activity_map, system, mirrored=mirrored)


def scale_system(activity_map: ActivityMap, system: str, scale: float) -> Change:
    """Draw the triangle of a service larger or smaller: from half to four times its size."""
    if not 0.5 <= scale <= 4:
        raise EditError("A triangle can be drawn from half to four times its size.")
    return _edited(activity_map, system, scale=float(scale))


def _edited(activity_map: ActivityMap, system: str, **fields: object) -> Change:
    def edit(one: ActivitySystem) -> ActivitySystem:
        return changed(one, **fields)

    return edited(activity_map, "systems", _KIND, system, edit)


def move_systems(activity_map: ActivityMap, places: Mapping[str, Place]) -> Change:
    """Put services at places; what is not in ``places`` stays where it is."""
    for system in places:
        found(activity_map.systems, system, _KIND)
    moved = tuple(
        changed(system, place=places[system.id]) if system.id in places else system
        for system in activity_map.systems
    )
    ids = frozenset(
        after.id
        for before, after in zip(activity_map.systems, moved, strict=True)
        if after is not before
    )
    return Change(activity_map.but(systems=moved), ids) if ids else Change(activity_map)


def reorder_systems(activity_map: ActivityMap, order: Sequence[str]) -> Change:
    """List the services in another order; every one must be named once."""
    systems = {system.id: system for system in activity_map.systems}
    if sorted(order) != sorted(systems):
        raise EditError("The new order does not name every service once. Try again.")
    if list(order) == list(systems):
        return Change(activity_map)
    made = activity_map.but(systems=tuple(systems[system] for system in order))
    return Change(made, frozenset(order))


def remove_systems(activity_map: ActivityMap, systems: Iterable[str]) -> Change:
    """Remove services, and with them their statements, links, marks and what was drawn on them."""
    ids = set(systems)
    for system in ids:
        found(activity_map.systems, system, _KIND)
    return without(activity_map, systems=ids)
