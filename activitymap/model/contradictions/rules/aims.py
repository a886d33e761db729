"""Rules over what services want: the direction of change, and values that exclude one another."""

from activitymap.model.contradictions.claims import CHANGES, Claim, Says
from activitymap.model.contradictions.encounter import Clash, Encounter
from activitymap.model.contradictions.reader.sentence import sentence
from activitymap.model.contradictions.reader.values import values
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.contradictions.words import words
from activitymap.model.judging import Kind
from activitymap.model.reading import Change

_THEORY = "Objects of neighbour activities that pull apart (Engeström 2001, “object 3”)."
_WISHES = {
    Change.MORE: "wants more of it",
    Change.LESS: "wants less of it",
    Change.KEEP: "wants to keep it as it is",
    Change.START: "wants to start it",
    Change.END: "wants to end it",
}
_APART = {
    frozenset({Change.MORE, Change.LESS}): Kind.CONTRADICTION,
    frozenset({Change.MORE, Change.END}): Kind.CONTRADICTION,
    frozenset({Change.KEEP, Change.END}): Kind.CONTRADICTION,
    frozenset({Change.START, Change.END}): Kind.CONTRADICTION,
    frozenset({Change.KEEP, Change.LESS}): Kind.TENSION,
    frozenset({Change.KEEP, Change.MORE}): Kind.TENSION,
    frozenset({Change.LESS, Change.START}): Kind.TENSION,
}


def change_kind(one: Change, other: Change) -> Kind | None:
    """Return how two wanted changes of one matter clash; ``None`` where they agree."""
    return _APART.get(frozenset({one, other}))


def wanted_change(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Changes of one matter in directions that cannot or can hardly both be had."""
    first, second = one.reading.change, other.reading.change
    assert first is not None
    assert second is not None
    kind = change_kind(first, second)
    if kind is None:
        return None
    sentence = (
        f"They want it to go different ways: {speaker(one)} {_WISHES[first]}, "
        f"{speaker(other)} {_WISHES[second]}."
    )
    return Clash(kind, ("change",), ("change",), sentence)


def value(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Two exclusive values of one matter, unless they are only forbidden or merely allowed."""
    pair = exclusive(one, other)
    if pair is None or _forbids_value(one) or _forbids_value(other):
        return None
    loose = Says.MAY | Says.NEED_NOT
    if one.says & loose and other.says & loose:
        return None
    sentence = (
        f"Only one of the two can be: {speaker(one)} says “{pair[0]}”, "
        f"{speaker(other)} says “{pair[1]}”."
    )
    return Clash(Kind.CONTRADICTION, ("value",), ("value",), sentence)


def exclusive(one: Claim, other: Claim) -> tuple[str, str] | None:
    """Return two values that exclude one another.

    Values of declared cards are those of the matter, so different ones do; of values that were
    read only those of one family.
    """
    if one.read is None and other.read is None:
        first, second = one.reading.value, other.reading.value
        return (first, second) if words(first) != words(second) else None
    first_named, second_named = (_families(claim) for claim in (one, other))
    for family in first_named.keys() & second_named.keys():
        if first_named[family] != second_named[family]:
            return first_named[family], second_named[family]
    return None


def _families(claim: Claim) -> dict[str, str]:
    if claim.read is None:
        named = values(sentence(claim.reading.value))
        return {family: one.value for family, one in named.items()}
    return {family: one.value for family, one in claim.read.values.items()}


def _forbids_value(claim: Claim) -> bool:
    """Whether a claim forbids the value it names; "only by letter" asks for it."""
    if not claim.says & Says.MUST_NOT:
        return False
    return claim.read is None or not claim.reading.condition


def wanted(claim: Claim) -> bool:
    """Whether a claim wants its matter: more of it, kept, started, or required."""
    change = claim.reading.change
    if change is not None:
        return change in {Change.MORE, Change.KEEP, Change.START}
    return bool(claim.says & Says.MUST)


def trade_off(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Two matters declared to cost one another, both wanted."""
    if not (wanted(one) and wanted(other)):
        return None
    sentence = (
        "More of the one costs the other, and both are wanted: "
        f"{speaker(one)} and {speaker(other)}."
    )
    slots = tuple(("change",) if claim.reading.change else ("modality",) for claim in (one, other))
    return Clash(Kind.TENSION, slots[0], slots[1], sentence)


RULES = (
    PairRule(
        name="wanted-change",
        title="Changes in different directions",
        theory=_THEORY,
        example="“More children at home” against “Fewer children at home”.",
        depends_on=DependsOn.PAIR,
        left=CHANGES,
        right=CHANGES,
        check=wanted_change,
    ),
    PairRule(
        name="value",
        title="Values that exclude one another",
        theory=_THEORY,
        example="“He lives with his grandmother” against “He lives with foster carers”.",
        depends_on=DependsOn.PAIR,
        left=Says.VALUE,
        right=Says.VALUE,
        check=value,
        same_matter=True,
    ),
)

TRADE_OFF = PairRule(
    name="trade-off",
    title="Two wishes that cost one another",
    theory="Use value against exchange value within the object (Engeström 1987).",
    example="“Longer visits” and “More families seen”, where time is short.",
    depends_on=DependsOn.COSTS,
    left=Says.MORE | Says.KEEP | Says.START | Says.MUST,
    right=Says.MORE | Says.KEEP | Says.START | Says.MUST,
    check=trade_off,
    people=False,
)
