"""Rules over what is required, forbidden, allowed and optional.

The four are those of deontic logic (von Wright 1951): required against forbidden and forbidden
against allowed cannot both be kept; required against optional can, but services that differ so
cannot rely on each other.
"""

from activitymap.model.contradictions.claims import Claim, Says
from activitymap.model.contradictions.encounter import Clash, Encounter
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.contradictions.rules.values import exclusive
from activitymap.model.judging import Kind
from activitymap.model.reading import Change
from activitymap.model.wording import worded

_THEORY = "Deontic logic (von Wright 1951); rules and division of labour in Engeström (1987)."


def _different_values(one: Claim, other: Claim) -> bool:
    """Whether both name a value and not the same: to forbid the one is not to forbid the other."""
    if one.read is not None or other.read is not None:
        return False
    return bool(one.reading.value and other.reading.value) and exclusive(one, other) is not None


def must_must_not(required: Claim, forbidden: Claim, met: Encounter) -> Clash | None:
    """Required here, forbidden there."""
    if _different_values(required, forbidden):
        return None
    sentence = worded(
        "One forbids what the other requires: {required} must, {forbidden} must not.",
        required=speaker(required),
        forbidden=speaker(forbidden),
    )
    return Clash(Kind.CONTRADICTION, ("modality",), ("modality",), sentence)


def must_not_may(forbidden: Claim, allowed: Claim, met: Encounter) -> Clash | None:
    """Allowed here, forbidden there."""
    if _different_values(forbidden, allowed):
        return None
    sentence = worded(
        "One forbids what the other allows: {allowed} may, {forbidden} must not.",
        allowed=speaker(allowed),
        forbidden=speaker(forbidden),
    )
    return Clash(Kind.CONTRADICTION, ("modality",), ("modality",), sentence)


def must_need_not(required: Claim, optional: Claim, met: Encounter) -> Clash | None:
    """Required here, optional there, for people who can be the same."""
    if _different_values(required, optional):
        return None
    sentence = worded(
        "One requires what the other leaves open: {required} must, {optional} need not.",
        required=speaker(required),
        optional=speaker(optional),
    )
    return Clash(Kind.TENSION, ("modality",), ("modality",), sentence)


_WISHES = {
    Change.MORE: "{wanted} wants more of it",
    Change.START: "{wanted} wants to start it",
}


def modality_against_change(held_back: Claim, wanted: Claim, met: Encounter) -> Clash | None:
    """Forbidden or capped here what another wants more of."""
    change = wanted.reading.change
    assert change is not None
    forbidden = bool(held_back.says & Says.MUST_NOT)
    template = "{held_back} must not" if forbidden else "{held_back} allows {limit}"
    sentence = worded(
        "One holds back what the other wants: {bound}, {wish}.",
        bound=worded(template, held_back=speaker(held_back), limit=held_back.reading.limit),
        wish=worded(_WISHES[change], wanted=speaker(wanted)),
    )
    slot = "modality" if forbidden else "limit"
    return Clash(Kind.CONTRADICTION, (slot,), ("change",), sentence)


def required_against_less(required: Claim, wanted: Claim, met: Encounter) -> Clash | None:
    """Required here what another wants less of."""
    less = wanted.reading.change is Change.LESS
    template = (
        "One requires what the other does not want: {required} must, {wanted} wants less of it."
        if less
        else "One requires what the other does not want: {required} must, {wanted} wants to end it."
    )
    sentence = worded(template, required=speaker(required), wanted=speaker(wanted))
    return Clash(Kind.CONTRADICTION, ("modality",), ("change",), sentence)


RULES = (
    PairRule(
        name="must-must-not",
        title="Required here, forbidden there",
        theory=_THEORY,
        example="“Tell the school at once” against “Tell nobody outside the team”.",
        depends_on=DependsOn.PAIR,
        left=Says.MUST,
        right=Says.MUST_NOT,
        check=must_must_not,
    ),
    PairRule(
        name="must-not-may",
        title="Allowed here, forbidden there",
        theory=_THEORY,
        example="“Parents may sit in on lessons” against “No visitors in class”.",
        depends_on=DependsOn.PAIR,
        left=Says.MUST_NOT,
        right=Says.MAY,
        check=must_not_may,
    ),
    PairRule(
        name="must-need-not",
        title="Required here, optional there",
        theory=_THEORY,
        example="“Everyone fills in the shared plan” against “The plan is up to each team”.",
        depends_on=DependsOn.PAIR,
        left=Says.MUST,
        right=Says.NEED_NOT,
        check=must_need_not,
    ),
    PairRule(
        name="modality-against-change",
        title="Forbidden or capped here, wanted there",
        theory="Rules against the object of a neighbour activity (Engeström 1987).",
        example="“At most six visits” against “More time in the home”.",
        depends_on=DependsOn.PAIR,
        left=Says.MUST_NOT | Says.CAP,
        right=Says.MORE | Says.START,
        check=modality_against_change,
    ),
    PairRule(
        name="modality-against-change",
        title="Required here, unwanted there",
        theory="Rules against the object of a neighbour activity (Engeström 1987).",
        example="“Every visit is written up on the long form” against “Less paperwork”.",
        depends_on=DependsOn.PAIR,
        left=Says.MUST,
        right=Says.LESS | Says.END,
        check=required_against_less,
    ),
)
