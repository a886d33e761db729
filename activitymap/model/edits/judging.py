"""Edits of what the group makes of contradictions, of those that it draws, and of the rules."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.edits.change import (
    Change,
    changed,
    edited,
    found,
    matter_by_id,
    new_id,
    system_of,
)
from activitymap.model.edits.removing import without
from activitymap.model.judging import (
    Answer,
    DrawnContradiction,
    End,
    Ground,
    Hands,
    Judgement,
    Kind,
    Level,
    Showing,
    Status,
)
from activitymap.model.text import clean_line, clean_text

_KIND = "drawn contradiction"


def judge(
    activity_map: ActivityMap,
    about: Sequence[str],
    status: Status,
    date: datetime.date,
    grounds: Sequence[Ground] = (),
    reason: str = "",
    depends_on: str = "",
    present: Iterable[str] = (),
    level: Level | None = None,
    kind: Kind | None = None,
    text: str = "",
    hands: Hands | None = None,
    showing: Showing | None = None,
    answer: Answer | None = None,
) -> Change:
    """Record what the group made of a contradiction; `Judgement` says what each field means.

    Every judgement is kept; the last one about the same things counts. What depends on something
    is a tension, unless the group calls it otherwise. What was judged or discussed before can be
    judged again when it is gone: it may be resolved by that.

    Raises:
        EditError: it is about nothing, or about something that is not in the map; the level or
            kind is another one without a reason; or it is dismissed and depends on something.
    """
    _check_about(activity_map, about)
    if status is Status.DISMISSED and depends_on.strip():
        raise EditError(
            "What depends on something is a tension and no “dismissed”. "
            "Confirm it, or empty “Depends on”."
        )
    _check_grade(last_judgement(activity_map, about), level, kind, reason)
    if kind is None and (depends_on.strip() or answer is Answer.DEPENDS):
        kind = Kind.TENSION
    identity, number = new_id(activity_map, "judgement")
    judgement = Judgement(
        id=identity,
        about=tuple(about),
        status=status,
        answer=answer,
        text=clean_text(text),
        reason=clean_text(reason),
        depends_on=clean_text(depends_on),
        level=level,
        kind=kind,
        hands=hands,
        showing=showing,
        present=tuple(name for name in map(clean_line, present) if name),
        date=date,
        grounds=tuple(grounds),
    )
    made = activity_map.but(judgements=(*activity_map.judgements, judgement), last_number=number)
    return Change(made, frozenset({identity}))


def last_judgement(activity_map: ActivityMap, about: Iterable[str]) -> Judgement | None:
    """Return what the group made of a contradiction last, in whichever order it is named."""
    wanted = frozenset(about)
    several = reversed(activity_map.judgements)
    return next((one for one in several if frozenset(one.about) == wanted), None)


def _check_about(activity_map: ActivityMap, about: Sequence[str]) -> None:
    if not about:
        raise EditError("Choose a contradiction to judge.")
    wanted = frozenset(about)
    trail = [one.about for one in activity_map.judgements]
    trail += [one.about for one in activity_map.discussions]
    if any(frozenset(one) == wanted for one in trail):
        return
    known = {need.id for need in activity_map.needs} | {one.id for one in activity_map.drawn}
    for identity in about:
        if identity not in known:
            system_of(activity_map, identity)


def _check_grade(
    last: Judgement | None, level: Level | None, kind: Kind | None, reason: str
) -> None:
    """Refuse another level or kind than the group's last one, where no reason is given."""
    stands = (last.level, last.kind) if last else (None, None)
    other = (level is not None and level != stands[0]) or (kind is not None and kind != stands[1])
    if other and not reason.strip():
        raise EditError("Say why the level or kind is another one, then judge again.")


def judge_found(
    activity_map: ActivityMap,
    found: Contradiction,
    status: Status,
    date: datetime.date,
    **said: Any,
) -> Change:
    """Record what the group made of a contradiction as it stands; ``said`` is as for `judge`."""
    return judge(activity_map, found.about, status, date, found.grounds, **said)


def draw_contradiction(
    activity_map: ActivityMap,
    ends: tuple[End, End],
    text: str = "",
    kind: Kind = Kind.CONTRADICTION,
    level: Level | None = None,
    matter: str | None = None,
) -> Change:
    """Draw a contradiction between two elements or statements.

    Raises:
        EditError: an end is not in the map, or both are the same.
    """
    checked = tuple(_end(activity_map, end) for end in ends)
    if checked[0] == checked[1]:
        raise EditError("A contradiction needs two different ends. Choose another one.")
    if matter is not None:
        matter_by_id(activity_map, matter)
    identity, number = new_id(activity_map, "drawn")
    drawn = DrawnContradiction(
        id=identity,
        ends=(checked[0], checked[1]),
        kind=kind,
        level=level,
        text=clean_text(text),
        matter=matter,
    )
    made = activity_map.but(drawn=(*activity_map.drawn, drawn), last_number=number)
    return Change(made, frozenset({identity}))


def _end(activity_map: ActivityMap, end: End) -> End:
    """Return an end as the map has it: a statement stands in its own service and element."""
    if end.statement is None:
        found(activity_map.systems, end.system, "service")
        return end
    system, statement = system_of(activity_map, end.statement)
    return changed(end, system=system.id, element=statement.element)


def reword_drawn(activity_map: ActivityMap, drawn: str, text: str) -> Change:
    """Say what a drawn contradiction is."""
    return _edited(activity_map, drawn, text=clean_text(text))


def grade_drawn(
    activity_map: ActivityMap, drawn: str, kind: Kind, level: Level | None = None
) -> Change:
    """Say how sharp a drawn contradiction is, and its level where it does not follow by itself."""
    return _edited(activity_map, drawn, kind=kind, level=level)


def _edited(activity_map: ActivityMap, drawn: str, **fields: object) -> Change:
    def edit(one: DrawnContradiction) -> DrawnContradiction:
        return changed(one, **fields)

    return edited(activity_map, "drawn", _KIND, drawn, edit)


def remove_drawn(activity_map: ActivityMap, drawn: str) -> Change:
    """Remove a drawn contradiction."""
    found(activity_map.drawn, drawn, _KIND)
    return without(activity_map, drawn={drawn})


def switch_rule(activity_map: ActivityMap, rule: str, on: bool) -> Change:
    """Switch a rule of detection on or off for this map."""
    off = tuple(one for one in activity_map.rules_off if one != rule)
    after = off if on else tuple(sorted((*off, rule)))
    if after == activity_map.rules_off:
        return Change(activity_map)
    return Change(activity_map.but(rules_off=after), frozenset({rule}))


def set_title(activity_map: ActivityMap, title: str) -> Change:
    """Give the map a title; it may be empty."""
    cleaned = clean_line(title)
    if cleaned == activity_map.title:
        return Change(activity_map)
    return Change(activity_map.but(title=cleaned), frozenset())
