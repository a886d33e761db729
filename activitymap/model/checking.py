"""Whether a map holds together: every id once, and every reference to something that exists."""

from collections import Counter
from collections.abc import Iterable, Iterator

from activitymap.model.activity_map import ActivityMap


def problems(activity_map: ActivityMap) -> Iterator[str]:
    """Yield a sentence for each thing that does not hold together; none for a sound map."""
    systems = {system.id: system.name for system in activity_map.systems}
    statements = {
        statement.id for system in activity_map.systems for statement in system.statements
    }
    matters = {matter.id for matter in activity_map.matters}
    needs = {need.id for need in activity_map.needs}
    yield from _twice(activity_map)
    yield from _cards(activity_map, matters)
    for shared in activity_map.shared_objects:
        what = f"the shared object “{shared.name}”"
        yield from _unknown(what, "service", shared.systems, systems)
        if len(set(shared.systems)) < len(shared.systems):
            yield f"{what} names a service twice. Remove one."
    for link in activity_map.links:
        what = f"the link “{link.label or link.kind}” ({link.id})"
        yield from _unknown(what, "service", (link.source, link.target), systems)
        if link.source == link.target:
            yield f"{what} leads from a service to itself. Remove it."
    for related in activity_map.related_matters:
        yield from _unknown("a relation between matters", "matter", related.matters, matters)
        if related.matters[0] == related.matters[1]:
            yield "a matter is related to itself. Remove the relation."
    yield from _needs(activity_map, statements, matters, needs)
    yield from _drawn(activity_map, matters)
    for version in activity_map.versions:
        what = f"the version “{version.name or version.date}”"
        if version.map.versions:
            yield f"{what} holds versions itself. Remove them."
        yield from (f"{what}: {problem}" for problem in problems(version.map))


def _twice(activity_map: ActivityMap) -> Iterator[str]:
    ids = [
        one.id
        for several in (
            activity_map.systems,
            activity_map.shared_objects,
            activity_map.links,
            activity_map.matters,
            activity_map.needs,
            activity_map.drawn,
            activity_map.judgements,
            activity_map.discussions,
            activity_map.versions,
        )
        for one in several
    ]
    for discussion in activity_map.discussions:
        ids += [one.id for one in discussion.points]
    for system in activity_map.systems:
        ids += [statement.id for statement in system.statements]
    if len(set(ids)) < len(ids):
        for identity, count in Counter(ids).items():
            if count > 1:
                yield f"the id “{identity}” is used {count} times. Give each thing its own."
    last = activity_map.last_number
    highest = max((_number(one) for one in ids if _may_be_higher(one, str(last))), default=0)
    if highest > last:
        yield (
            f"last_number is {last}, but an id goes up to {highest}. Set last_number to {highest}."
        )


def _may_be_higher(identity: str, last: str) -> bool:
    """Whether the number of an id may be higher; telling it for sure is slow, and seldom needed."""
    width = len(last)
    return identity[-width:] > last or identity[-width - 1 : -width].isdigit()


def _number(identity: str) -> int:
    prefix, _, digits = identity.rpartition("-")
    return int(digits) if prefix and digits.isascii() and digits.isdigit() else 0


def _cards(activity_map: ActivityMap, matters: Iterable[str]) -> Iterator[str]:
    for system in activity_map.systems:
        for statement in system.statements:
            for reading in statement.readings:
                if reading.matter is not None and reading.matter not in matters:
                    what = f"the statement “{statement.text}” of “{system.name}”"
                    yield from _unknown(what, "matter", (reading.matter,), matters)


def _needs(
    activity_map: ActivityMap, statements: set[str], matters: set[str], needs: set[str]
) -> Iterator[str]:
    for need in activity_map.needs:
        if need.matter is not None:
            yield from _unknown(f"the need “{need.text}”", "matter", (need.matter,), matters)
    for mark in activity_map.need_marks:
        what = f"a mark ({mark.bearing})"
        yield from _unknown(what, "statement", (mark.statement,), statements)
        yield from _unknown(what, "need", (mark.need,), needs)
    for mark, count in Counter(activity_map.need_marks).items():
        if count > 1:
            yield f"the mark that {mark.statement} {mark.bearing} {mark.need} is there twice."


def _drawn(activity_map: ActivityMap, matters: set[str]) -> Iterator[str]:
    if not activity_map.drawn:
        return
    statements = {
        statement.id: (system.id, statement.element)
        for system in activity_map.systems
        for statement in system.statements
    }
    systems = {system.id for system in activity_map.systems}
    for drawn in activity_map.drawn:
        what = f"the drawn contradiction {drawn.id}"
        if drawn.matter is not None:
            yield from _unknown(what, "matter", (drawn.matter,), matters)
        for end in drawn.ends:
            yield from _unknown(what, "service", (end.system,), systems)
            if end.statement is None:
                continue
            yield from _unknown(what, "statement", (end.statement,), statements)
            if statements.get(end.statement, (end.system, end.element)) != (
                end.system,
                end.element,
            ):
                yield f"{what} has a statement of another service or element at its end."


def _unknown(what: str, kind: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for identity in ids:
        if identity not in known:
            yield f"{what} points at the {kind} “{identity}”, which is not there."
