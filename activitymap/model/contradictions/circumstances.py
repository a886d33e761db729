"""Whether two conditions can hold together.

Each condition is a literal of propositional logic: a circumstance (a set of word stems) that must
be there or must not be there. *Only if*, *with*, *when* and *after* ask for it; *unless*,
*without*, *until* and *before* ask for its absence, and every negation inside turns it round, so
that "only if consent is given" and "without consent" are opposites in any dress. Several
conditions of one card hold at once (a conjunction).
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from activitymap.errors import ReadingError
from activitymap.model.contradictions.words import stem, words
from activitymap.model.slots.condition import Condition, ConditionWord
from activitymap.model.slots.limit import Interval, comparable, disjoint, interval
from activitymap.model.slots.quantity import parse_range

_NEGATIONS = frozenset(
    """no not never none nobody nothing neither nor without cannot lack lacks lacking absent absence
    missing unless refusal""".split()
)
_REFUSING = frozenset(
    """refuse refuses refused withhold withholds withheld deny denies denied decline declines
    declined withdraw withdraws withdrawn withdrew fail fails failed""".split()
)
_FILLERS = frozenset(
    """a an the this that these those their our his her its my your is are was were be been being am
    has have had having do does did will would can could shall should may might must there here it
    they we he she i you them us him of to in on at by for from as into and or given give gives
    giving gave obtained obtain received receive got get gets granted grant exist exists existing
    place present in-place some any such already yet still actually who which when if case event
    time available explicit made been""".split()
)
_OPPOSITES = """day/night daytime/night weekday/weekend term/holiday summer/winter
    morning/afternoon morning/evening afternoon/evening adult/child parent/child
    planned/emergency planned/unplanned urgent/routine emergency/routine high/low open/closed
    inside/outside indoor/outdoor safe/unsafe safe/danger safe/dangerous agree/refuse
    agree/disagree agree/object consent/refuse accept/refuse consent/object well/ill well/unwell
    paid/unpaid voluntary/compulsory willing/unwilling able/unable known/unknown first/last new/old
    male/female girl/boy mother/father before/after early/late home/hospital public/private
    formal/informal sober/drunk
    capable/incapable capacity/incapacity stable/unstable alone/accompanied""".split()


class Together(Enum):
    """How the conditions of two statements meet."""

    SAME = "the same"
    ONE_SIDED = "one is unconditional"
    BOTH = "they could hold together"
    NEVER = "they exclude one another"


@dataclass(frozen=True, slots=True)
class Literal:
    """A circumstance that must be present or absent; ``amount`` is a number that it names."""

    stems: frozenset[str]
    present: bool
    amount: Interval | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two sets of conditions meet, and the words under which both statements hold."""

    together: Together
    when: str = ""


_UNCONDITIONAL = Meeting(Together.SAME)


@lru_cache(maxsize=20_000)
def literal(condition: Condition) -> Literal | None:
    """Return the literal of a condition; ``None`` where it excludes no case (*even if …*)."""
    if condition.word is ConditionWord.EVEN_IF:
        return None
    present = not condition.word.holds_without
    all_words = tuple(
        part
        for word in words(condition.text)
        for part in (("not",) if word.endswith("n't") else (word,))
    )
    negations = _negations(all_words)
    present ^= len(negations) % 2 == 1
    kept = [
        word
        for place, word in enumerate(all_words)
        if place not in negations and word not in _FILLERS
    ]
    amount = _amount(condition.text) if present else None
    if amount:
        kept = [word for word in kept if not word.isdigit() and word not in _BOUND_WORDS]
    # "without it" is nothing but fillers; its own words then are all there is to compare.
    return Literal(frozenset(stem(word) for word in kept or all_words), present, amount)


def _negations(all_words: tuple[str, ...]) -> frozenset[int]:
    """Return the places of the words that turn a circumstance round.

    "Consent is refused" and "refuses consent" are no consent; "the parents refuse" is an act of
    its own.
    """
    passive = not _BE.isdisjoint(all_words)
    return frozenset(
        place
        for place, word in enumerate(all_words)
        if word in _NEGATIONS or (word in _REFUSING and (passive or place + 1 < len(all_words)))
    )


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BOUND_WORDS = frozenset(
    """at least most more less than over under above below up exactly between within after older
    younger fewer years year months month weeks week days day hours hour minutes""".split()
)


def _amount(text: str) -> Interval | None:
    if not any(character.isdigit() for character in text):
        return None
    pieces = text.split()
    for start in range(len(pieces)):
        try:
            found = parse_range(" ".join(pieces[start:]))
        except ReadingError:
            continue
        return interval(found)
    return None


def meeting(one: tuple[Condition, ...], other: tuple[Condition, ...]) -> Meeting:
    """Return how the conditions of one statement meet those of another."""
    if not one and not other:
        return _UNCONDITIONAL
    first = [(condition, found) for condition in one if (found := literal(condition))]
    second = [(condition, found) for condition in other if (found := literal(condition))]
    if any(_exclude(a, b) for _, a in first for _, b in second):
        return Meeting(Together.NEVER)
    only_first = [str(c) for c, a in first if not any(_same(a, b) for _, b in second)]
    only_second = [str(c) for c, b in second if not any(_same(a, b) for _, a in first)]
    if only_first and only_second:
        return Meeting(Together.BOTH, " and ".join(only_first + only_second))
    if only_first or only_second:
        return Meeting(Together.ONE_SIDED, " and ".join(only_first or only_second))
    return Meeting(Together.SAME)


def _same(one: Literal, other: Literal) -> bool:
    if one.present is not other.present:
        return False
    return one.stems == other.stems and one.amount == other.amount


def _exclude(one: Literal, other: Literal) -> bool:
    """Whether no case can satisfy both.

    What is more specific implies what is less so ("written consent" is consent), so the presence
    of the one excludes the absence of the other, but not the other way round.
    """
    if one.present is not other.present:
        there, absent = (one, other) if one.present else (other, one)
        return bool(absent.stems) and absent.stems <= there.stems and absent.amount is None
    if not one.present:
        return False
    if one.amount and other.amount and one.stems == other.stems:
        return comparable(one.amount, other.amount) and disjoint(one.amount, other.amount)
    return one.stems ^ other.stems in _stemmed_opposites()


@lru_cache(maxsize=1)
def _stemmed_opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(stem(word) for word in pair.split("/")) for pair in _OPPOSITES)
