"""What the group judged or discussed and no rule finds any more: it says so and stays."""

from collections.abc import Iterable, Iterator, Mapping

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Part, Reason, Side
from activitymap.model.contradictions.rules import same_matter, table
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.contradictions.told_apart import told_apart
from activitymap.model.discussing import Discussion
from activitymap.model.judging import Answer, Ground, GroundSide, Judgement, Kind, Status
from activitymap.model.text import fold
from activitymap.model.values import ActivitySystem, Element, Statement
from activitymap.model.wording import worded

SORTED = table.SORTED.name
"""The rule in the grounds of a judgement about a pair in which no rule found anything."""
DISCUSSED = "discussed"
"""The rule in the grounds of what was discussed and never judged; which one it was is not kept."""
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within others."""


def gone_contradictions(
    activity_map: ActivityMap, found: Iterable[Contradiction]
) -> Iterator[Contradiction]:
    """Yield what the group judged or discussed and nothing finds now, with why as its reason.

    What was never a clash is never gone: two statements that a quick round or a suggestion put
    together, or on two matters.
    """
    if not (activity_map.judgements or activity_map.discussions):
        return
    judged = {frozenset(one.about): one for one in activity_map.judgements}
    talked = {frozenset(one.about): one for one in activity_map.discussions if not one.is_empty}
    known = {frozenset(one.about) for one in found}
    missing = [about for about in dict.fromkeys([*judged, *talked]) if about not in known]
    if not missing:
        return
    apart, places = told_apart(activity_map), _Places(activity_map)
    for about in missing:
        judgement, discussion = judged.get(about), talked.get(about)
        was_found = judgement is not None and (_was_found(judgement) or about in apart)
        if was_found or discussion is not None:
            yield _told(judgement if was_found else None, discussion, places)


def _was_found(judgement: Judgement) -> bool:
    """Whether a judgement was about a contradiction, and not about a pair that was only asked."""
    if judgement.answer is Answer.NOT_THE_SAME:
        return False
    return bool({ground.rule for ground in judgement.grounds} - {SORTED, same_matter.RULE.name})


class _Places:
    """Where the things of a map stand."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self.statements: dict[str, tuple[ActivitySystem, Statement]] = {
            statement.id: (system, statement)
            for system in activity_map.systems
            for statement in system.statements
        }
        self.elements = {
            f"{system.id}/{element}": (system, element)
            for system in activity_map.systems
            for element in Element
        }
        self.there = self.statements.keys() | {need.id for need in activity_map.needs}
        self.there |= {drawn.id for drawn in activity_map.drawn}
        self.matters: Mapping[str, str] = {
            fold(matter.name): matter.id for matter in activity_map.matters
        }
        self.off = activity_map.rules_off


def _told(
    judgement: Judgement | None, discussion: Discussion | None, places: _Places
) -> Contradiction:
    """Return a judgement or discussion in the form of what is found, with the texts it kept."""
    about = judgement.about if judgement else discussion.about if discussion else ()
    grounds = judgement.grounds if judgement else ()
    if not grounds:
        kept = discussion.sides if discussion else ()
        kept = kept or tuple(GroundSide(id=one, text="") for one in about)
        grounds = (Ground(rule=DISCUSSED, sides=kept),)
    first = grounds[0]
    kind = (judgement.kind if judgement else None) or first.kind or Kind.CONTRADICTION
    return Contradiction(
        sides=tuple(_side(side, places) for side in first.sides),
        matters=_matters(grounds, places),
        reasons=(
            Reason(
                first.rule,
                first.kind or kind,
                _why(about, grounds, places),
                tuple(Part(side.id, side.text) for side in first.sides),
                first.words,
            ),
        ),
        level=(judgement.level if judgement else None) or first.level,
        kind=kind,
        status=judgement.status if judgement else Status.CANDIDATE,
        judgement=judgement,
        drawn=about[0] if first.rule == table.DRAWN.name else None,
        gone=True,
        as_found=(first.kind or kind, first.level),
        kept=grounds,
    )


def _side(side: GroundSide, places: _Places) -> Side:
    if side.id in places.statements:
        system, statement = places.statements[side.id]
        return Side(side.id, system.id, statement.element, side.text or statement.words)
    if side.id in places.elements:
        whole, element = places.elements[side.id]
        return Side(side.id, whole.id, element, side.text)
    return Side(side.id, None, side.element, side.text)


def _matters(grounds: Iterable[Ground], places: _Places) -> tuple[str, ...]:
    """Return the matters that are kept by name, else those that what is left is about."""
    names = dict.fromkeys(side.matter for ground in grounds for side in ground.sides)
    named = [places.matters[fold(name)] for name in names if name and fold(name) in places.matters]
    if named:
        return tuple(dict.fromkeys(named))
    left = (places.statements.get(side.id) for ground in grounds for side in ground.sides)
    cards = (card for one in left if one is not None for card in one[1].readings)
    return tuple(dict.fromkeys(card.matter for card in cards if card.matter))


def _why(about: Iterable[str], grounds: Iterable[Ground], places: _Places) -> str:
    kept = {side.id: side for ground in grounds for side in ground.sides}
    rules = {ground.rule for ground in grounds}
    removed = [one for one in about if one not in places.there]
    if removed and table.DRAWN.name in rules:
        names = worded(" and ").join(side.name for side in kept.values())
        return worded("Gone: what the group drew between {names} was removed.", names=names)
    if removed:
        names = ", ".join(kept[one].name for one in removed if one in kept and kept[one].name)
        return (
            worded("Gone: {names} was removed from the map.", names=names)
            if names
            else worded("Gone: what it was about was removed from the map.")
        )
    switched = [RULES[rule].title for rule in sorted(rules & set(places.off)) if rule in RULES]
    if switched:
        rule = worded(switched[0]).translate(_INNER)
        return worded("Not looked for: the rule “{rule}” is switched off.", rule=rule)
    if DISCUSSED in rules and places.off:
        return worded(
            "Gone: what was said, how it was read, or which rules are looked for has changed, and "
            "nothing clashes."
        )
    return worded("Gone: what was said, or how it was read, has changed, and nothing clashes.")
