"""Contradictions that a group told apart in a quick round, where no rule sees any.

People see what no rule sees: such a pair is an equal of what is found, until its words change.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.building import Surroundings, judged, touched
from activitymap.model.contradictions.finding import Contradiction, Part, Reason, Side
from activitymap.model.contradictions.needs import Placed, level_between, newer_pairs, places
from activitymap.model.contradictions.reader.names import names_of
from activitymap.model.contradictions.rules.table import SORTED
from activitymap.model.edits.cards import card_of
from activitymap.model.judging import End, Ground, Judgement, Kind, Status
from activitymap.model.reading import SLOTS, Reading, slot_text
from activitymap.model.values import ActivitySystem, Statement
from activitymap.model.wording import worded


class Said(NamedTuple):
    """A statement on a matter, who says it, and its card as people see it."""

    system: ActivitySystem
    statement: Statement
    card: Reading


def told_apart(activity_map: ActivityMap) -> dict[frozenset[str], Judgement]:
    """Return the pairs that were ever told apart without a rule, each with when it first was."""
    found: dict[frozenset[str], Judgement] = {}
    for one in activity_map.judgements:
        if one.status is not Status.DISMISSED and _without_rule(one):
            found.setdefault(frozenset(one.about), one)
    return found


def _without_rule(judgement: Judgement) -> bool:
    return any(ground.rule == SORTED.name for ground in judgement.grounds)


def apart_contradictions(
    activity_map: ActivityMap,
    around: Surroundings,
    off: frozenset[str],
    found: Collection[tuple[str, ...]],
) -> Iterator[Contradiction]:
    """Yield the pairs that a group told apart; ``found`` are the pairs that a rule sees by now."""
    apart = {} if SORTED.name in off else told_apart(activity_map)
    if not apart:
        return
    where, newer = places(activity_map), newer_pairs(activity_map)
    names = names_of(activity_map)
    for judgement in apart.values():
        about = judgement.about
        if about in found or about[::-1] in found or not all(one in where for one in about):
            continue
        matter = _matter(judgement, [where[one] for one in about], around)
        one, other = (
            Said(system, said, card_of(system, said, names, _number(said, matter)))
            for system, said in (where[one] for one in about)
        )
        yield judged(_contradiction(judgement, (one, other), matter, newer, around), around)


def _matter(judgement: Judgement, sides: list[Placed], around: Surroundings) -> str | None:
    """Return the matter on which a pair was told apart: the one kept, or one that both share."""
    kept = {side.matter for ground in judgement.grounds for side in ground.sides}
    first, *others = ([card.matter for card in said.readings if card.matter] for _, said in sides)
    both = [matter for matter in first if all(matter in other for other in others)]
    named = [one.id for one in around.matters.values() if one.name in kept]
    return next(iter([*(one for one in named if one in both), *both, *named]), None)


def _number(statement: Statement, matter: str | None) -> int:
    """Return which card of a statement is about a matter, or the first."""
    cards = enumerate(statement.readings)
    return next((number for number, card in cards if card.matter == matter), 0)


def _contradiction(
    judgement: Judgement,
    said: tuple[Said, Said],
    matter: str | None,
    newer: set[frozenset[str]],
    around: Surroundings,
) -> Contradiction:
    kind = judgement.kind or Kind.CONTRADICTION
    name = around.matters[matter].name if matter else ""
    matters = (matter,) if matter else ()
    one, other = (End(system=each.system.id, element=each.statement.element) for each in said)
    return Contradiction(
        sides=tuple(
            Side(
                each.statement.id,
                each.system.id,
                each.statement.element,
                each.statement.text or each.statement.words,
            )
            for each in said
        ),
        matters=matters,
        reasons=(Reason(SORTED.name, kind, _sentence(said, name), _parts(said, name)),),
        level=level_between((one, other), newer),
        kind=kind,
        needs=touched([each.statement.id for each in said], matters, around),
    )


def _sentence(said: tuple[Said, Said], matter: str) -> str:
    names = worded(" and ").join(
        f"{each.system.name} ({worded(str(each.statement.element))})" for each in said
    )
    told = worded("The group told {names} apart; no rule does.", names=names)
    return f"{told} {worded('Same matter: {told}.', told=matter)}" if matter else told


def _parts(said: tuple[Said, ...], matter: str) -> tuple[Part, ...]:
    return tuple(
        Part(
            each.statement.id,
            each.statement.text,
            each.card,
            tuple(slot for slot in SLOTS if slot_text(each.card, slot)),
            each.system.name,
            each.statement.element,
            matter,
        )
        for each in said
    )


def ground_without_rule(one: Said, other: Said, matter: str) -> Ground:
    """Return the texts and slots of a pair on a matter, by its name, as a judgement keeps them."""
    reason = Reason(SORTED.name, Kind.CONTRADICTION, "", _parts((one, other), matter))
    return reason.ground.but(kind=None)
