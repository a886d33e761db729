"""Comparing the pairs of claims of a block by the table of rules."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from activitymap.model.contradictions.block import Block, Found
from activitymap.model.contradictions.circumstances import Meeting, Together
from activitymap.model.contradictions.claims import Claim
from activitymap.model.contradictions.encounter import (
    Clash,
    Encounter,
    can_be_same,
    conditions_of,
    same_cases,
    softened,
)
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.reader.belief import believed
from activitymap.model.contradictions.rules.rule import PairRule
from activitymap.model.contradictions.rules.table import PAIR_RULES, TRADE_OFF
from activitymap.model.wording import worded

MOST_UNLINKED = 200

Plan = tuple[tuple[PairRule, bool], ...]
_TRADE_OFF: Plan = ((TRADE_OFF, False),)


@lru_cache(maxsize=100_000)
def plan(says: int, other_says: int) -> Plan:
    """Return the rules to try on two claims by their bits, and whether the two change sides.

    Most pairs have no rule to try, and this is all that is asked of them.
    """
    found: list[tuple[PairRule, bool]] = []
    for rule in PAIR_RULES:
        if rule.left & says and rule.right & other_says:
            found.append((rule, False))
            if rule.left == rule.right:
                continue
        if rule.left & other_says and rule.right & says:
            found.append((rule, True))
    return tuple(found)


def compare_pairs(block: Block, off: frozenset[str]) -> Iterator[tuple[Found, Joined]]:
    """Yield what the pair rules find in a block, with how the systems are joined.

    Of systems that nothing joins, the first `MOST_UNLINKED` pairs of a block are enough to say
    that clashes are there; a matter that a whole region speaks of would have millions.
    """
    same, related = (Encounter(block.registry, related, block.lexicon) for related in (False, True))
    unlinked = 0
    for one, other in block.pairs():
        rules = plan(one.says, other.says)
        if rules and block.comparable(one, other):
            encounter = same if one.matter == other.matter else related
        elif block.costs and (one.matter, other.matter) in block.costs:
            encounter, rules = related, _TRADE_OFF
            if not block.can_meet(one, other):
                continue
        else:
            continue
        joined = block.joined(one, other)
        if joined is Joined.UNLINKED:
            if unlinked >= MOST_UNLINKED:
                continue
            unlinked += 1
        for found in compare(one, other, rules, encounter):
            if found.rule not in off:
                yield found, joined


def compare(one: Claim, other: Claim, rules: Plan, encounter: Encounter) -> Iterator[Found]:
    """Yield what ``rules`` find between two claims, their conditions, people and cases minded."""
    pair = _Pair(one, other, encounter)
    for rule, swapped in rules:
        if not pair.lets(rule):
            continue
        clash = rule.check(other, one, encounter) if swapped else rule.check(one, other, encounter)
        if clash is None or (
            pair.is_read and not believed(rule.name, one, other, encounter.lexicon)
        ):
            continue
        yield _found(rule, clash, (one, other), swapped=swapped, met=pair.met)


class _Pair:
    """Two claims, and what stands between them; looked at once, and only if a rule asks."""

    def __init__(self, one: Claim, other: Claim, encounter: Encounter) -> None:
        self.one, self.other, self.encounter = one, other, encounter
        self.met = conditions_of(one, other)
        self.is_read = one.read is not None or other.read is not None

    @cached_property
    def people(self) -> bool:
        return can_be_same(self.one, self.other, self.encounter.registry)

    @cached_property
    def cases(self) -> bool:
        return same_cases(self.one, self.other)

    def lets(self, rule: PairRule) -> bool:
        """Whether the two meet in the way that a rule asks for."""
        return not (
            (rule.same_matter and self.encounter.related)
            or (rule.conditions and self.met.together is Together.NEVER)
            or (rule.people and not self.people)
            or (rule.cases and not self.cases)
        )


def _found(
    rule: PairRule, clash: Clash, claims: tuple[Claim, Claim], *, swapped: bool, met: Meeting
) -> Found:
    slots = (clash.other_slots, clash.slots) if swapped else (clash.slots, clash.other_slots)
    sentence = clash.sentence
    if met.when:
        sentence = f"{sentence} {_whenever(met.when, met.together)}"
    if claims[0].reading.condition or claims[1].reading.condition:
        slots = (slots[0] + _used(claims[0]), slots[1] + _used(claims[1]))
    return Found(rule.name, softened(clash.kind, met), claims, slots, sentence)


def _used(claim: Claim) -> tuple[str, ...]:
    return ("condition",) if claim.reading.condition else ()


def _whenever(when: str, together: Together) -> str:
    if together is Together.BOTH:
        return worded("They pull apart where both hold: {when}.", when=when)
    if when.startswith("unless"):
        return worded("They pull apart, {when}.", when=when)
    return worded("They pull apart only {when}.", when=when.removeprefix("only "))
