"""Edits of statements: saying, rewording, moving and removing them."""

from collections.abc import Iterable, Sequence

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import (
    Change,
    changed,
    cleaned_quotes,
    found,
    replaced,
    system_of,
)
from activitymap.model.edits.removing import without
from activitymap.model.text import clean_line
from activitymap.model.values import (
    ActivitySystem,
    Context,
    Element,
    Force,
    Quote,
    State,
    Statement,
)

_SERVICE = "service"


def add_statements(
    activity_map: ActivityMap,
    system: str,
    element: Element,
    texts: Iterable[str],
    position: int | None = None,
    state: State = State.PRESENT,
) -> Change:
    """Add statements to an element, one for each text, before the one at ``position`` in it.

    Blank texts are passed over, unless the state says that there is nothing or nobody knows.
    """
    there = found(activity_map.systems, system, _SERVICE)
    cleaned = [clean_line(text) for text in texts]
    if state is State.PRESENT:
        cleaned = [text for text in cleaned if text]
    if not cleaned:
        return Change(activity_map)
    first = activity_map.last_number + 1
    added = tuple(
        Statement(id=f"statement-{number}", element=element, text=text, state=state)
        for number, text in enumerate(cleaned, start=first)
    )
    statements = _inserted(there, element, added, position)
    made = activity_map.but(
        systems=replaced(activity_map.systems, there.but(statements=statements)),
        last_number=first + len(added) - 1,
    )
    return Change(made, frozenset({system, *(one.id for one in added)}))


def _inserted(
    system: ActivitySystem, element: Element, added: Sequence[Statement], position: int | None
) -> tuple[Statement, ...]:
    """Return a system's statements with some more, before the ``position``-th of an element."""
    places = [place for place, one in enumerate(system.statements) if one.element is element]
    if position is None or position >= len(places):
        at = places[-1] + 1 if places else len(system.statements)
    else:
        at = places[max(position, 0)]
    return (*system.statements[:at], *added, *system.statements[at:])


def set_text(activity_map: ActivityMap, statement: str, text: str) -> Change:
    """Reword a statement; a present one must say something."""
    cleaned = clean_line(text)
    _, one = system_of(activity_map, statement)
    if not cleaned and one.state is State.PRESENT:
        raise EditError("A statement needs words. Remove it, or mark it as missing or unknown.")
    return edit_statement(activity_map, statement, text=cleaned)


def set_state(activity_map: ActivityMap, statement: str, state: State) -> Change:
    """Mark a statement as present, missing ("we have none") or unknown ("?")."""
    _, one = system_of(activity_map, statement)
    if state is State.PRESENT and not one.text:
        raise EditError("Type what there is before you mark it as present.")
    return edit_statement(activity_map, statement, state=state)


def set_context(activity_map: ActivityMap, statement: str, context: Context | None) -> Change:
    """Tag a statement with a level of context, or with none."""
    return edit_statement(activity_map, statement, context=context)


def set_force(activity_map: ActivityMap, statement: str, force: Force | None) -> Change:
    """Say whether a statement is enabling or constraining, or neither."""
    return edit_statement(activity_map, statement, force=force)


def set_quotes(activity_map: ActivityMap, statement: str, quotes: Iterable[Quote]) -> Change:
    """Give a statement its evidence: all its quotes, in order; those without words are left out."""
    return edit_statement(activity_map, statement, quotes=cleaned_quotes(quotes))


def edit_statement(activity_map: ActivityMap, statement: str, **fields: object) -> Change:
    """Replace fields of a statement that need no cleaning."""
    system, one = system_of(activity_map, statement)
    after = changed(one, **fields)
    if after is one:
        return Change(activity_map)
    there = system.but(statements=replaced(system.statements, after))
    made = activity_map.but(systems=replaced(activity_map.systems, there))
    return Change(made, frozenset({statement, system.id}))


def move_statement(
    activity_map: ActivityMap,
    statement: str,
    system: str,
    element: Element,
    position: int | None = None,
) -> Change:
    """Move a statement, with its cards and marks, to a place in an element of some service.

    Contradictions that the group drew at it go along.
    """
    source, one = system_of(activity_map, statement)
    target = found(activity_map.systems, system, _SERVICE)
    taken = source.but(statements=tuple(each for each in source.statements if each is not one))
    moved = changed(one, element=element)
    base = taken if target.id == source.id else target
    landed = base.but(statements=_inserted(base, element, (moved,), position))
    if landed.statements == source.statements and target.id == source.id:
        return Change(activity_map)
    systems = replaced(replaced(activity_map.systems, taken), landed)
    drawn = tuple(
        each.but(
            ends=tuple(
                end.but(system=system, element=element) if end.statement == statement else end
                for end in each.ends
            )
        )
        if any(end.statement == statement for end in each.ends)
        else each
        for each in activity_map.drawn
    )
    ids = {statement, source.id, target.id}
    if any(a is not b for a, b in zip(drawn, activity_map.drawn, strict=True)):
        ids |= {each.id for each in drawn if any(end.statement == statement for end in each.ends)}
        return Change(activity_map.but(systems=systems, drawn=drawn), frozenset(ids))
    return Change(activity_map.but(systems=systems), frozenset(ids))


def remove_statements(activity_map: ActivityMap, statements: Iterable[str]) -> Change:
    """Remove statements, and with them their marks and what was drawn or judged about them."""
    ids = set(statements)
    for statement in ids:
        system_of(activity_map, statement)
    return without(activity_map, statements=ids)
