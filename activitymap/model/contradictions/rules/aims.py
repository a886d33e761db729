"""Rules over what services want: the direction of change, and wishes that cost one another."""

from activitymap.model.contradictions.claims import CHANGES, Claim, Says
from activitymap.model.contradictions.encounter import Clash, Encounter
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.judging import Kind
from activitymap.model.reading import Change
from activitymap.model.wording import worded

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
    sentence = worded(
        "They want it to go different ways: {one} {first}, {other} {second}.",
        one=speaker(one),
        first=worded(_WISHES[first]),
        other=speaker(other),
        second=worded(_WISHES[second]),
    )
    return Clash(kind, ("change",), ("change",), sentence)


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
    sentence = worded(
        "More of the one costs the other, and both are wanted: {one} and {other}.",
        one=speaker(one),
        other=speaker(other),
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
