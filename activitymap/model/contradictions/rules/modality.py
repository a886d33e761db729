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
    sentence = (
        f"One forbids what the other requires: {speaker(required)} must, "
        f"{speaker(forbidden)} must not."
    )
    return Clash(Kind.CONTRADICTION, ("modality",), ("modality",), sentence)


def must_not_may(forbidden: Claim, allowed: Claim, met: Encounter) -> Clash | None:
    """Allowed here, forbidden there."""
    if _different_values(forbidden, allowed):
        return None
    sentence = (
        f"One forbids what the other allows: {speaker(allowed)} may, {speaker(forbidden)} must not."
    )
    return Clash(Kind.CONTRADICTION, ("modality",), ("modality",), sentence)


def must_need_not(required: Claim, optional: Claim, met: Encounter) -> Clash | None:
    """Required here, optional there, for people who can be the same."""
    if _different_values(required, optional):
        return None
    sentence = (
        f"One requires what the other leaves open: {speaker(required)} must, "
        f"{speaker(optional)} need not."
    )
    return Clash(Kind.TENSION, ("modality",), ("modality",), sentence)


def modality_against_change(held_back: Claim, wanted: Claim, met: Encounter) -> Clash | None:
    """Forbidden or capped here what another wants more of."""
    change = wanted.reading.change
    if held_back.says & Says.MUST_NOT:
        slot, words = "modality", "must not"
    else:
        slot, words = "limit", f"allows {held_back.reading.limit}"
    sentence = (
        f"One holds back what the other wants to {'have more of' if change == 'more' else change}: "
        f"{speaker(held_back)} {words}, {speaker(wanted)} wants "
        f"{'more of it' if change == 'more' else f'to {change} it'}."
    )
    return Clash(Kind.CONTRADICTION, (slot,), ("change",), sentence)


def required_against_less(required: Claim, wanted: Claim, met: Encounter) -> Clash | None:
    """Required here what another wants less of."""
    wish = "less of it" if wanted.reading.change == "less" else "to end it"
    sentence = (
        f"One requires what the other wants less of: {speaker(required)} must, "
        f"{speaker(wanted)} wants {wish}."
    )
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
