"""The rule over ages and thresholds: who falls between two services, or to both."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from activitymap.model.contradictions.block import Block, Found
from activitymap.model.contradictions.claims import Claim, Says
from activitymap.model.contradictions.encounter import Clash, Encounter, same_holder
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.judging import Kind
from activitymap.model.slots.limit import Interval, comparable, disjoint
from activitymap.model.wording import worded

NAME = "scope"


def overlapping(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Thresholds that overlap where only one may hold the task; tiers that overlap are normal."""
    if not (one.says | other.says) & Says.ALONE or (one.says | other.says) & Says.MUST_NOT:
        return None
    if one.system == other.system or same_holder(one, other, met.registry):
        return None
    if not any(not disjoint(first, second) for first, second in _matching(one, other)):
        return None
    sentence = worded(
        "Some families fall to both, though only one may hold the task: {one} takes "
        "{one_range}, {other} takes {other_range}.",
        one=speaker(one),
        one_range=_ranges(one),
        other=speaker(other),
        other_range=_ranges(other),
    )
    return Clash(Kind.TENSION, ("scope", "share"), ("scope", "share"), sentence)


def between(block: Block) -> Iterator[Found]:
    """Thresholds that leave a family between two services, and no third takes it.

    It depends on all claims of the matter: a third service may cover what two leave out.
    """
    ranged = [
        claim
        for claim in block.claims
        if claim.says & Says.RANGE and not claim.says & Says.MUST_NOT and claim.read is None
    ]
    for place, one in enumerate(ranged):
        for other in ranged[place + 1 :]:
            if not block.comparable(one, other):
                continue
            if block.joined(one, other) in {Joined.SAME, Joined.NEWER}:
                continue
            for first, second in _matching(one, other):
                if disjoint(first, second) and _open_between(first, second, ranged):
                    yield _gap(one, other)
                    break


def _gap(one: Claim, other: Claim) -> Found:
    sentence = worded(
        "Some families fall between the two: {one} takes {one_range}, {other} takes {other_range}.",
        one=speaker(one),
        one_range=_ranges(one),
        other=speaker(other),
        other_range=_ranges(other),
    )
    return Found(NAME, Kind.GAP, (one, other), (("scope",), ("scope",)), sentence)


def _matching(one: Claim, other: Claim) -> Iterator[tuple[Interval, Interval]]:
    for kind, first in one.ranges:
        for other_kind, second in other.ranges:
            if kind == other_kind and comparable(first, second):
                yield first, second


def _open_between(one: Interval, other: Interval, ranged: Iterable[Claim]) -> bool:
    """Whether something between two disjoint intervals is in none of the ranges."""
    lower, upper = (one, other) if _below(one, other) else (other, one)
    reached = lower
    spans = sorted(
        (
            span
            for claim in ranged
            for _, span in claim.ranges
            if comparable(span, lower) and span.high is not None
        ),
        key=lambda span: (span.low is not None, span.low or 0),
    )
    for span in spans:
        if span.high is None or reached.high is None:
            continue
        if _adjoins(reached, span) and span.high > reached.high:
            reached = span
    return not _adjoins(reached, upper)


def _below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high <= other.low


def _adjoins(lower: Interval, upper: Interval) -> bool:
    """Whether no value lies between the end of one and the start of the other.

    Whole numbers are steps: ages "0 to 5" and "6 to 11" leave nobody out, for five lasts until
    the sixth birthday.
    """
    if lower.high is None or upper.low is None or upper.low < lower.high:
        return True
    if upper.low == lower.high:
        return not (lower.high_open and upper.low_open)
    step = _step(lower.unit)
    whole = (lower.high / step).denominator == 1 and (upper.low / step).denominator == 1
    closed = not lower.high_open and not upper.low_open
    return whole and closed and upper.low - lower.high <= step


def _step(unit: str) -> Fraction:
    from activitymap.model.slots.quantity import HOURS

    return HOURS["year"] if unit == "hour" else Fraction(1)


def _ranges(claim: Claim) -> str:
    return "; ".join(str(scope) for scope in claim.reading.scope)


RULES = (
    PairRule(
        name=NAME,
        title="Families who fall between two services, or to both",
        theory="The object as seen by neighbour activities (Engeström 2001).",
        example="“Fewer than half the lessons” against “More than one day in ten missed”.",
        depends_on=DependsOn.MATTER,
        left=Says.RANGE,
        right=Says.RANGE,
        check=overlapping,
        people=False,
        cases=False,
    ),
)
