"""Removing things together with what hangs on them, in one edit."""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.base import Value
from activitymap.model.edits.change import Change
from activitymap.model.judging import DrawnContradiction


def without(
    activity_map: ActivityMap,
    systems: Iterable[str] = (),
    statements: Iterable[str] = (),
    needs: Iterable[str] = (),
    drawn: Iterable[str] = (),
) -> Change:
    """Return the map without some things and without whatever points at them.

    Removing a service removes its statements and links and its membership in shared objects;
    removing a statement or need removes its marks; and what the group drew on something removed
    goes with it. What it judged and discussed stays: that is its trail.
    """
    gone_systems = frozenset(systems)
    gone_statements = frozenset(statements) | {
        statement.id
        for system in activity_map.systems
        if system.id in gone_systems
        for statement in system.statements
    }
    gone_needs, gone_drawn = frozenset(needs), frozenset(drawn)
    if not (gone_systems or gone_statements or gone_needs or gone_drawn):
        return Change(activity_map)
    gone_drawn |= {
        one.id for one in activity_map.drawn if _hangs(one, gone_systems, gone_statements)
    }
    gone = gone_systems | gone_statements | gone_needs | gone_drawn
    made = _fields(activity_map, gone_systems, gone_statements, gone_needs, gone_drawn)
    fields = {name: value for name, value in made.items() if value is not None}
    return Change(activity_map.but(**fields), gone | _lost(activity_map, fields))


def _hangs(drawn: DrawnContradiction, systems: frozenset[str], statements: frozenset[str]) -> bool:
    return any(end.system in systems or end.statement in statements for end in drawn.ends)


def _fields(
    activity_map: ActivityMap,
    systems: frozenset[str],
    statements: frozenset[str],
    needs: frozenset[str],
    drawn: frozenset[str],
) -> dict[str, tuple[Value, ...] | None]:
    """Return the new tuples of the map; ``None`` for one from which nothing is removed."""
    kept_systems = tuple(
        system
        if statements.isdisjoint(one.id for one in system.statements)
        else system.but(
            statements=tuple(one for one in system.statements if one.id not in statements)
        )
        for system in activity_map.systems
        if system.id not in systems
    )
    shared = tuple(
        one
        if systems.isdisjoint(one.systems)
        else one.but(systems=tuple(system for system in one.systems if system not in systems))
        for one in activity_map.shared_objects
    )
    marks = activity_map.need_marks
    return {
        "systems": _new(activity_map.systems, kept_systems),
        "shared_objects": _new(activity_map.shared_objects, shared),
        "links": _new(
            activity_map.links,
            tuple(
                link
                for link in activity_map.links
                if link.source not in systems and link.target not in systems
            ),
        ),
        "needs": _new(
            activity_map.needs, tuple(need for need in activity_map.needs if need.id not in needs)
        ),
        "need_marks": _new(
            marks,
            tuple(
                mark
                for mark in marks
                if mark.statement not in statements and mark.need not in needs
            ),
        ),
        "drawn": _new(
            activity_map.drawn, tuple(one for one in activity_map.drawn if one.id not in drawn)
        ),
    }


def _new(before: tuple[Value, ...], after: tuple[Value, ...]) -> tuple[Value, ...] | None:
    same = len(before) == len(after) and all(
        one is other for one, other in zip(before, after, strict=True)
    )
    return None if same else after


def _lost(activity_map: ActivityMap, fields: dict[str, tuple[Value, ...]]) -> frozenset[str]:
    """Return the ids of what was removed or changed along the way."""
    ids: set[str] = set()
    for name, after in fields.items():
        before = getattr(activity_map, name)
        kept = {id(one) for one in after}
        for one in before:
            if id(one) not in kept:
                if hasattr(one, "id"):
                    ids.add(one.id)
                else:
                    ids |= {one.statement, one.need}
    return frozenset(ids)
