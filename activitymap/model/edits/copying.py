"""Copying a part of a map, and putting it into the same map or another one."""

from collections.abc import Iterable, Mapping

from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change, found
from activitymap.model.reading import Reading
from activitymap.model.text import fold
from activitymap.model.values import (
    ActivitySystem,
    Element,
    Link,
    Matter,
    Place,
    SharedObject,
    Statement,
)

OFFSET = 40.0
"""How far a copy lies from where it was copied, in units of 1/96 inch."""


def copied(activity_map: ActivityMap, ids: Iterable[str]) -> ActivityMap:
    """Return the part of a map that ``ids`` name: services, or single statements.

    Links and shared objects come along where all that they join does, and the matters of all
    cards. A statement that is named without its service stands in a service with nothing else.
    """
    wanted = set(ids)
    systems = tuple(
        system if system.id in wanted else system.but(statements=kept)
        for system in activity_map.systems
        if (kept := tuple(one for one in system.statements if one.id in wanted))
        or system.id in wanted
    )
    whole = {system.id for system in systems if system.id in wanted}
    matters = {
        reading.matter
        for system in systems
        for statement in system.statements
        for reading in statement.readings
    }
    return ActivityMap(
        systems=systems,
        shared_objects=tuple(
            shared
            for shared in activity_map.shared_objects
            if shared.systems and set(shared.systems) <= whole
        ),
        links=tuple(link for link in activity_map.links if {link.source, link.target} <= whole),
        matters=tuple(matter for matter in activity_map.matters if matter.id in matters),
        last_number=activity_map.last_number,
    )


def paste(activity_map: ActivityMap, part: ActivityMap) -> Change:
    """Add a copied part with new ids; matters of the same name become one.

    Shared objects come along only into a map where their members are not: a copy beside the
    original works on what the original works on.
    """
    number = activity_map.last_number
    matters, ids, number = _matters(activity_map, part, number)
    systems: list[ActivitySystem] = []
    for system in part.systems:
        number += 1
        ids[system.id] = f"system-{number}"
        statements, number = _statements(system.statements, ids, number)
        systems.append(
            system.but(id=ids[system.id], statements=statements, place=_beside(system.place))
        )
    links: list[Link] = []
    for link in part.links:
        number += 1
        renamed = {"id": f"link-{number}", "source": ids[link.source], "target": ids[link.target]}
        links.append(link.but(**renamed))
    shared_objects, number = _shared(activity_map, part, ids, number)
    made = activity_map.but(
        systems=(*activity_map.systems, *systems),
        links=(*activity_map.links, *links),
        matters=(*activity_map.matters, *matters),
        shared_objects=shared_objects,
        last_number=number,
    )
    if not systems:
        return Change(activity_map)
    new = {*ids.values(), *(link.id for link in links)}
    new |= {one.id for system in systems for one in system.statements}
    before = {id(shared) for shared in activity_map.shared_objects}
    new |= {shared.id for shared in shared_objects if id(shared) not in before}
    return Change(made, frozenset(new))


def paste_statements(
    activity_map: ActivityMap, part: ActivityMap, system: str, element: Element | None = None
) -> Change:
    """Add the statements of a copied part to a service, in their elements or in one of them."""
    matters, ids, number = _matters(activity_map, part, activity_map.last_number)
    statements: list[Statement] = []
    for source in part.systems:
        made, number = _statements(source.statements, ids, number)
        statements += made
    if element is not None:
        statements = [one.but(element=element) for one in statements]
    target = found(activity_map.systems, system, "service")
    after = target.but(statements=(*target.statements, *statements))
    made_map = activity_map.but(
        systems=tuple(after if one is target else one for one in activity_map.systems),
        matters=(*activity_map.matters, *matters),
        last_number=number,
    )
    if not statements:
        return Change(activity_map)
    return Change(made_map, frozenset({system, *ids.values(), *(one.id for one in statements)}))


def _matters(
    activity_map: ActivityMap, part: ActivityMap, number: int
) -> tuple[list[Matter], dict[str, str], int]:
    """Return the matters to add, and what the ids of the part's matters become."""
    known = {fold(matter.name): matter.id for matter in activity_map.matters}
    added: list[Matter] = []
    ids: dict[str, str] = {}
    for matter in part.matters:
        identity = known.get(fold(matter.name))
        if identity is None:
            number += 1
            identity = f"matter-{number}"
            added.append(matter.but(id=identity))
        ids[matter.id] = identity
    return added, ids, number


def _statements(
    statements: Iterable[Statement], ids: Mapping[str, str], number: int
) -> tuple[tuple[Statement, ...], int]:
    made: list[Statement] = []
    for statement in statements:
        number += 1
        readings = tuple(_card(reading, ids) for reading in statement.readings)
        made.append(statement.but(id=f"statement-{number}", readings=readings))
    return tuple(made), number


def _card(reading: Reading, ids: Mapping[str, str]) -> Reading:
    return reading.but(matter=ids.get(reading.matter)) if reading.matter else reading


def _shared(
    activity_map: ActivityMap, part: ActivityMap, ids: Mapping[str, str], number: int
) -> tuple[tuple[SharedObject, ...], int]:
    found_here = {one.id: one for one in activity_map.shared_objects}
    for shared in part.shared_objects:
        members = tuple(ids[system] for system in shared.systems)
        known = found_here.get(shared.id)
        # Another map may use the same ids, but hardly for the same name and members.
        if known and known.name == shared.name and set(known.systems) >= set(shared.systems):
            found_here[known.id] = known.but(systems=(*known.systems, *members))
        else:
            number += 1
            name = f"shared-object-{number}"
            found_here[name] = shared.but(id=name, systems=members, place=_beside(shared.place))
    return tuple(found_here.values()), number


def _beside(place: Place | None) -> Place | None:
    return place.but(x=place.x + OFFSET, y=place.y + OFFSET) if place else None
