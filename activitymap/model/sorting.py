"""Sorting matters together: the pairs of one matter, what is believed of each, what was decided.

Nothing is stored beside the group's judgements, so a round can be left and taken up anywhere.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.contradictions.gone import SORTED
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.contradictions.reader.names import names_of
from activitymap.model.edits.cards import card_of
from activitymap.model.edits.change import Change
from activitymap.model.edits.judging import judge
from activitymap.model.judging import Answer, Ground, GroundSide, Judgement, Kind, Status
from activitymap.model.reading import SLOTS, Reading, slot_text
from activitymap.model.values import ActivitySystem, Matter, MatterKind, State, Statement


class Said(NamedTuple):
    """A statement on a matter, who says it, and its card as people see it."""

    system: ActivitySystem
    statement: Statement
    card: Reading


class Pair(NamedTuple):
    """Two statements on one matter.

    ``belief`` is what the program would answer, with ``depends_on`` where that is *depends*;
    ``answer`` what the group did answer and still stands, ``changed`` whether one of the two says
    something else since.
    """

    one: Said
    other: Said
    found: Contradiction | None
    belief: Answer
    depends_on: str
    answer: Answer | None
    changed: bool

    @property
    def about(self) -> tuple[str, str]:
        """The ids of the two statements."""
        return self.one.statement.id, self.other.statement.id


class Round(NamedTuple):
    """One matter with everything that is said on it, and its pairs."""

    matter: Matter
    said: tuple[Said, ...]
    pairs: tuple[Pair, ...]

    @property
    def settled(self) -> int:
        """How many pairs the group has answered."""
        return sum(pair.answer is not None for pair in self.pairs)


def rounds(activity_map: ActivityMap, detection: Detection) -> tuple[Round, ...]:
    """Return the matters to sort: what most likely clashes and divides most services first.

    Matters that each has its own, or that one service alone speaks of, need no sorting.
    """
    said = _said(activity_map)
    clashing = [group.matter for group in detection.groups if group.matter is not None]
    spread = sorted(said, key=lambda matter: -len({one.system.id for one in said[matter]}))
    order = dict.fromkeys([*clashing, *spread])
    matters = {matter.id: matter for matter in activity_map.matters}
    neighbours = Neighbours(activity_map)
    found = {frozenset(one.about): one for one in detection.contradictions}
    judged = {frozenset(one.about): one for one in activity_map.judgements}
    made = []
    for identity in order:
        if identity not in said or matters[identity].kind is MatterKind.OWN:
            continue
        pairs = tuple(_pairs(said[identity], neighbours, found, judged))
        if pairs:
            made.append(Round(matters[identity], tuple(said[identity]), pairs))
    return tuple(made)


def _said(activity_map: ActivityMap) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    names = names_of(activity_map)
    for system in activity_map.systems:
        for statement in system.statements:
            if statement.state is State.UNKNOWN:
                continue
            for number, card in enumerate(statement.readings):
                if card.matter is not None:
                    shown = card_of(system, statement, names, number)
                    found.setdefault(card.matter, []).append(Said(system, statement, shown))
    return found


def _pairs(
    said: Sequence[Said],
    neighbours: Neighbours,
    found: dict[frozenset[str], Contradiction],
    judged: dict[frozenset[str], Judgement],
) -> Iterator[Pair]:
    for one, other in combinations(said, 2):
        about = frozenset((one.statement.id, other.statement.id))
        clash = found.get(about)
        apart = one.system is not other.system
        joined = neighbours.joined(one.system.id, other.system.id) is not Joined.UNLINKED
        if len(about) == 2 and joined and (apart or clash is not None):
            yield _pair(one, other, clash, judged.get(about))


def _pair(one: Said, other: Said, clash: Contradiction | None, judgement: Judgement | None) -> Pair:
    belief, depends_on = _belief(one, other, clash)
    if judgement is None:
        return Pair(one, other, clash, belief, depends_on, None, changed=False)
    stands = not clash.changed if clash else _ground(one, other) in judgement.grounds
    answer = _answer(judgement) if stands else None
    return Pair(one, other, clash, belief, depends_on, answer, changed=not stands)


def _belief(one: Said, other: Said, clash: Contradiction | None) -> tuple[Answer, str]:
    """Return what the program believes: a clash is apart, one under conditions depends on them."""
    if clash is None:
        return Answer.TOGETHER, ""
    conditions = "; ".join(
        words for said in (one, other) if (words := slot_text(said.card, "condition"))
    )
    if clash.kind is Kind.TENSION and conditions:
        return Answer.DEPENDS, conditions
    return Answer.APART, ""


def _answer(judgement: Judgement) -> Answer:
    if judgement.status is Status.DISMISSED:
        not_same = judgement.answer is Answer.NOT_THE_SAME
        return Answer.NOT_THE_SAME if not_same else Answer.TOGETHER
    return Answer.DEPENDS if judgement.depends_on else Answer.APART


def settle(
    activity_map: ActivityMap,
    pair: Pair,
    answer: Answer,
    date: datetime.date,
    depends_on: str = "",
) -> Change:
    """Record a group's answer about a pair as a judgement with its date (design: one table)."""
    dismissed = answer in {Answer.TOGETHER, Answer.NOT_THE_SAME}
    grounds = pair.found.grounds if pair.found else [_ground(pair.one, pair.other)]
    return judge(
        activity_map,
        pair.about,
        Status.DISMISSED if dismissed else Status.CONFIRMED,
        date,
        grounds,
        answer=answer,
        depends_on=depends_on if answer is Answer.DEPENDS else "",
        kind=Kind.TENSION if answer is Answer.DEPENDS else None,
    )


def _ground(one: Said, other: Said) -> Ground:
    """Return the texts and slots of a pair, as a judgement keeps them."""
    return Ground(
        rule=SORTED,
        sides=tuple(
            GroundSide(
                id=said.statement.id,
                text=said.statement.text,
                slots=tuple(
                    (slot, words) for slot in SLOTS if (words := slot_text(said.card, slot))
                ),
            )
            for said in (one, other)
        ),
    )
