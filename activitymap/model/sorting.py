"""Sorting matters together: the pairs of one matter, what is believed of each, what was decided.

Nothing is stored beside the group's judgements, so a round can be left and taken up anywhere.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.contradictions.reader.names import names_of
from activitymap.model.contradictions.rules.table import SORTED
from activitymap.model.contradictions.told_apart import Said, ground_without_rule
from activitymap.model.edits.cards import card_of
from activitymap.model.edits.change import Change
from activitymap.model.edits.judging import judge
from activitymap.model.judging import Answer, Hands, Judgement, Kind, Status
from activitymap.model.reading import slot_text
from activitymap.model.values import Matter, MatterKind, State


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
    if clash is not None:
        stands = not clash.changed
    else:
        bases = [ground.basis for ground in judgement.grounds]
        stands = ground_without_rule(one, other, "").basis in bases
    answer = _answer(judgement) if stands else None
    return Pair(one, other, clash, belief, depends_on, answer, changed=not stands)


def _belief(one: Said, other: Said, clash: Contradiction | None) -> tuple[Answer, str]:
    """Return what the program believes: a clash is apart, one under conditions depends on them."""
    if clash is None or clash.rule == SORTED.name:
        return Answer.TOGETHER, ""
    conditions = "; ".join(
        words for said in (one, other) if (words := slot_text(said.card, "condition"))
    )
    if clash.kind is Kind.TENSION and conditions:
        return Answer.DEPENDS, conditions
    return Answer.APART, ""


def _answer(judgement: Judgement) -> Answer | None:
    """Return what the group answered last; nothing where it wants to look again."""
    if judgement.status is Status.CANDIDATE:
        return None
    if judgement.status is Status.DISMISSED:
        not_same = judgement.answer is Answer.NOT_THE_SAME
        return Answer.NOT_THE_SAME if not_same else Answer.TOGETHER
    depends = judgement.depends_on or judgement.answer is Answer.DEPENDS
    return Answer.DEPENDS if depends else Answer.APART


def settle(
    activity_map: ActivityMap,
    pair: Pair,
    answer: Answer,
    date: datetime.date,
    depends_on: str = "",
    present: Iterable[str] = (),
    hands: Hands | None = None,
) -> Change:
    """Record a group's answer about a pair as a judgement with its date (design: one table)."""
    dismissed = answer in {Answer.TOGETHER, Answer.NOT_THE_SAME}
    names = {matter.id: matter.name for matter in activity_map.matters}
    matter = names.get(pair.one.card.matter or "", "")
    return judge(
        activity_map,
        pair.about,
        Status.DISMISSED if dismissed else Status.CONFIRMED,
        date,
        pair.found.grounds if pair.found else [ground_without_rule(pair.one, pair.other, matter)],
        answer=answer,
        depends_on=depends_on if answer is Answer.DEPENDS else "",
        present=present,
        hands=hands,
    )
