"""Edits of needs, and of which statements serve or hinder them."""

from collections.abc import Iterable

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import (
    Change,
    changed,
    cleaned_quotes,
    edited,
    matter_by_id,
    named,
    need_by_id,
    new_id,
    system_of,
)
from activitymap.model.edits.matters import matter_called
from activitymap.model.edits.removing import without
from activitymap.model.text import clean_line
from activitymap.model.values import Basis, Bearing, Need, NeedMark, Quote

_KIND = "need"


def add_need(
    activity_map: ActivityMap,
    text: str,
    whose: str = "",
    source: str = "",
    date: str = "",
    matter: str | None = None,
) -> Change:
    """Add a need in somebody's words, with where and when they said it."""
    if matter is not None:
        matter_by_id(activity_map, matter)
    identity, number = new_id(activity_map, "need")
    need = Need(
        id=identity,
        text=named(text, "A need"),
        whose=clean_line(whose),
        source=clean_line(source),
        date=clean_line(date),
        matter=matter,
    )
    made = activity_map.but(needs=(*activity_map.needs, need), last_number=number)
    return Change(made, frozenset({identity}))


def need_from_statement(activity_map: ActivityMap, statement: str) -> Change:
    """Make a need of a statement's words, such as a family's outcome, which then serves it."""
    system, one = system_of(activity_map, statement)
    if not one.text:
        raise EditError("The statement has no words that could become a need. Type them first.")
    matter = next((card.matter for card in one.readings if card.matter), None)
    made = add_need(activity_map, one.text, whose=system.name, matter=matter)
    need = made.map.needs[-1].id
    marked = mark_need(made.map, statement, need, Bearing.SERVES)
    return Change(marked.map, made.ids | marked.ids)


def reword_need(activity_map: ActivityMap, need: str, text: str) -> Change:
    """Reword a need."""
    return _edited(activity_map, need, text=named(text, "A need"))


def describe_need(
    activity_map: ActivityMap,
    need: str,
    whose: str | None = None,
    source: str | None = None,
    date: str | None = None,
) -> Change:
    """Say whose words a need is in, from which source and date; ``None`` leaves one as it is."""
    fields = {"whose": whose, "source": source, "date": date}
    cleaned = {name: clean_line(text) for name, text in fields.items() if text is not None}
    return _edited(activity_map, need, **cleaned)


def base_need(activity_map: ActivityMap, need: str, basis: Basis | None) -> Change:
    """Say how the group knows of a need: said by them, reported or assumed."""
    return _edited(activity_map, need, basis=basis)


def quote_need(activity_map: ActivityMap, need: str, quotes: Iterable[Quote]) -> Change:
    """Give a need its evidence: all its quotes, in order; those without words are left out."""
    return _edited(activity_map, need, quotes=cleaned_quotes(quotes))


def put_need_on_matter(activity_map: ActivityMap, need: str, name: str) -> Change:
    """Say what a need is about: the matter of a name, made if it is new; no name means none."""
    made, matter = matter_called(activity_map, name)
    put = _edited(made.map, need, matter=matter)
    return Change(put.map, made.ids | put.ids)


def review_need(activity_map: ActivityMap, need: str, reviewed: bool) -> Change:
    """Say that the group has gone through all services for a need, or take it back."""
    return _edited(activity_map, need, reviewed=reviewed)


def _edited(activity_map: ActivityMap, need: str, **fields: object) -> Change:
    def edit(one: Need) -> Need:
        return changed(one, **fields)

    return edited(activity_map, "needs", _KIND, need, edit)


def mark_need(activity_map: ActivityMap, statement: str, need: str, bearing: Bearing) -> Change:
    """Mark that a statement serves or hinders a need; it may do both."""
    system_of(activity_map, statement)
    need_by_id(activity_map, need)
    mark = NeedMark(statement=statement, need=need, bearing=bearing)
    if mark in activity_map.need_marks:
        return Change(activity_map)
    made = activity_map.but(need_marks=(*activity_map.need_marks, mark))
    return Change(made, frozenset({statement, need}))


def unmark_need(activity_map: ActivityMap, statement: str, need: str, bearing: Bearing) -> Change:
    """Take back that a statement serves or hinders a need."""
    mark = NeedMark(statement=statement, need=need, bearing=bearing)
    if mark not in activity_map.need_marks:
        return Change(activity_map)
    kept = tuple(one for one in activity_map.need_marks if one != mark)
    return Change(activity_map.but(need_marks=kept), frozenset({statement, need}))


def remove_need(activity_map: ActivityMap, need: str) -> Change:
    """Remove a need with its marks."""
    need_by_id(activity_map, need)
    return without(activity_map, needs={need})
