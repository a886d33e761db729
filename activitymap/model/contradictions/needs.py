"""Contradictions with the needs themselves, and those that the group drew by hand."""

from collections.abc import Container, Iterator

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.building import Surroundings, judged, touched
from activitymap.model.contradictions.finding import Contradiction, Part, Reason, Side
from activitymap.model.contradictions.rules.table import DRAWN, NEED_HINDERED, NEED_UNSERVED
from activitymap.model.judging import DrawnContradiction, End, Kind, Level
from activitymap.model.needs_table import Service, service_of
from activitymap.model.values import (
    ActivitySystem,
    Bearing,
    Element,
    LinkKind,
    Need,
    Statement,
)
from activitymap.model.wording import worded

Placed = tuple[ActivitySystem, Statement]
_UNSERVED = {
    Service.NOBODY: "The group went through what {need} needs, and nobody serves it.",
    Service.NO_OBJECT: (
        "The group went through what {need} needs, and no service's object serves it."
    ),
}


def need_contradictions(
    activity_map: ActivityMap, around: Surroundings, off: frozenset[str]
) -> Iterator[Contradiction]:
    """Yield the needs that a statement hinders, and the reviewed needs that no object serves."""
    needs = {need.id: need for need in activity_map.needs}
    statements = places(activity_map) if activity_map.need_marks else {}
    serving: dict[str, list[Element]] = {}
    for mark in activity_map.need_marks:
        system, statement = statements[mark.statement]
        if mark.bearing is Bearing.SERVES:
            serving.setdefault(mark.need, []).append(statement.element)
        elif NEED_HINDERED.name not in off:
            yield judged(_hindered(needs[mark.need], system, statement, around), around)
    if NEED_UNSERVED.name in off:
        return
    for need in activity_map.needs:
        service = service_of(need.reviewed, serving.get(need.id, ()))
        if service.is_gap:
            yield judged(_unserved(need, service), around)


def drawn_contradictions(
    activity_map: ActivityMap, around: Surroundings, off: frozenset[str]
) -> Iterator[Contradiction]:
    """Yield the contradictions that the group drew."""
    if DRAWN.name in off or not activity_map.drawn:
        return
    statements = places(activity_map)
    systems = {system.id: system for system in activity_map.systems}
    newer = newer_pairs(activity_map)
    for drawn in activity_map.drawn:
        yield judged(_drawn(drawn, systems, statements, newer, around), around)


def newer_pairs(activity_map: ActivityMap) -> set[frozenset[str]]:
    """Return the pairs of systems of which one is a newer form of the other."""
    return {
        frozenset((link.source, link.target))
        for link in activity_map.links
        if link.kind is LinkKind.NEWER_FORM
    }


def places(activity_map: ActivityMap) -> dict[str, Placed]:
    """Return every statement of a map with its system."""
    return {
        statement.id: (system, statement)
        for system in activity_map.systems
        for statement in system.statements
    }


def _hindered(
    need: Need, system: ActivitySystem, statement: Statement, around: Surroundings
) -> Contradiction:
    side = Side(statement.id, system.id, statement.element, statement.text or statement.words)
    sentence = worded(
        "{name} ({element}) hinders what {need} needs.",
        name=system.name,
        element=worded(str(statement.element)),
        need=_whose(need),
    )
    part = Part(side.id, side.text, service=system.name, element=statement.element)
    matters = tuple(
        dict.fromkeys(
            matter
            for matter in (need.matter, *(reading.matter for reading in statement.readings))
            if matter
        )
    )
    return Contradiction(
        sides=(side, _need_side(need)),
        matters=matters,
        reasons=(
            Reason(NEED_HINDERED.name, Kind.CONTRADICTION, sentence, (part, _need_part(need))),
        ),
        level=None,
        kind=Kind.CONTRADICTION,
        needs=tuple(dict.fromkeys((need.id, *touched([statement.id], (), around)))),
    )


def _unserved(need: Need, service: Service) -> Contradiction:
    sentence = worded(_UNSERVED[service], need=_whose(need))
    return Contradiction(
        sides=(_need_side(need),),
        matters=(need.matter,) if need.matter else (),
        reasons=(Reason(NEED_UNSERVED.name, Kind.GAP, sentence, (_need_part(need),)),),
        level=None,
        kind=Kind.GAP,
        needs=(need.id,),
    )


def _need_part(need: Need) -> Part:
    return Part(need.id, need.text, service=need.whose)


def _need_side(need: Need) -> Side:
    return Side(need.id, None, None, need.text)


def _whose(need: Need) -> str:
    return need.whose or worded("the family")


def _drawn(
    drawn: DrawnContradiction,
    systems: dict[str, ActivitySystem],
    statements: dict[str, Placed],
    newer: set[frozenset[str]],
    around: Surroundings,
) -> Contradiction:
    sides = tuple(_end_side(end, statements) for end in drawn.ends)
    names = worded(" and ").join(
        f"{systems[end.system].name} ({worded(str(end.element))})" for end in drawn.ends
    )
    sentence = worded("The group sees it between {names}.", names=names) + (
        f" {drawn.text}" if drawn.text else ""
    )
    matters = (drawn.matter,) if drawn.matter else ()
    matter = around.matters[drawn.matter].name if drawn.matter else ""
    parts = tuple(
        Part(
            side.id,
            side.text,
            service=systems[end.system].name,
            element=end.element,
            matter=matter,
        )
        for side, end in zip(sides, drawn.ends, strict=True)
    )
    return Contradiction(
        sides=sides,
        matters=matters,
        reasons=(Reason(DRAWN.name, drawn.kind, sentence, parts, drawn.text),),
        level=drawn.level or level_between(drawn.ends, newer),
        kind=drawn.kind,
        drawn=drawn.id,
        needs=touched([side.id for side in sides], matters, around),
    )


def _end_side(end: End, statements: dict[str, Placed]) -> Side:
    if end.statement is None:
        return Side(f"{end.system}/{end.element}", end.system, end.element, "")
    _, statement = statements[end.statement]
    return Side(end.statement, end.system, end.element, statement.text or statement.words)


def level_between(ends: tuple[End, End], newer: Container[frozenset[str]]) -> Level:
    """Return the level that follows from two places; ``newer`` are the pairs of newer forms."""
    one, other = ends
    if one.system == other.system:
        return Level.PRIMARY if one.element is other.element else Level.SECONDARY
    if frozenset((one.system, other.system)) in newer:
        return Level.TERTIARY
    return Level.QUATERNARY
