"""What the group judged and no rule finds any more: it says so instead of vanishing."""

from collections.abc import Iterable, Iterator

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Part, Reason, Side
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.judging import Judgement, Kind
from activitymap.model.values import ActivitySystem, Statement
from activitymap.model.wording import worded

SORTED = "sorted"
"""The rule in the grounds of a judgement about a pair in which no rule found anything."""

Places = dict[str, tuple[ActivitySystem, Statement]]


def gone_contradictions(
    activity_map: ActivityMap, found: Iterable[Contradiction]
) -> Iterator[Contradiction]:
    """Yield what the group judged last and nothing finds now, with why as its reason.

    What a quick round judged without a rule is gone only where a statement is.
    """
    if not activity_map.judgements:
        return
    known = {frozenset(one.about) for one in found}
    places = {
        statement.id: (system, statement)
        for system in activity_map.systems
        for statement in system.statements
    }
    there = places.keys() | {need.id for need in activity_map.needs}
    there |= {drawn.id for drawn in activity_map.drawn}
    last = {frozenset(judgement.about): judgement for judgement in activity_map.judgements}
    for about, judgement in last.items():
        if about in known:
            continue
        removed = about - there
        rules = {ground.rule for ground in judgement.grounds}
        if removed or (rules and SORTED not in rules):
            why = _why(judgement, removed, rules, activity_map.rules_off)
            yield _told(judgement, why, places)


def _why(judgement: Judgement, removed: frozenset[str], rules: set[str], off: Iterable[str]) -> str:
    if removed:
        texts = {side.id: side.text for ground in judgement.grounds for side in ground.sides}
        names = ", ".join(f"“{texts[one]}”" for one in judgement.about if texts.get(one))
        if len(removed) < len(judgement.about):
            names = ", ".join(f"“{texts[one]}”" for one in sorted(removed) if texts.get(one))
        return (
            worded("Gone: {names} was removed from the map.", names=names)
            if names
            else worded("Gone: what it was about was removed from the map.")
        )
    switched = [RULES[rule].title for rule in sorted(rules & set(off)) if rule in RULES]
    if switched:
        return worded(
            "Not looked for: the rule “{rule}” is switched off.", rule=worded(switched[0])
        )
    return worded("Gone: what was said, or how it was read, has changed, and nothing clashes.")


def _told(judgement: Judgement, why: str, places: Places) -> Contradiction:
    """Return a judgement in the form of what is found, with the texts that it judged."""
    judged = judgement.grounds[0].sides if judgement.grounds else ()
    sides = tuple(_side(side.id, side.text, places) for side in judged) or tuple(
        _side(one, "", places) for one in judgement.about
    )
    rule = judgement.grounds[0].rule if judgement.grounds else SORTED
    kind = judgement.kind or Kind.CONTRADICTION
    parts = tuple(Part(side.id, side.text) for side in sides)
    return Contradiction(
        sides=sides,
        matters=(),
        reasons=(Reason(rule, kind, why, parts),),
        level=judgement.level,
        kind=kind,
        status=judgement.status,
        judgement=judgement,
        gone=True,
    )


def _side(identity: str, text: str, places: Places) -> Side:
    if identity not in places:
        return Side(identity, None, None, text)
    system, statement = places[identity]
    return Side(identity, system.id, statement.element, text or statement.words)
