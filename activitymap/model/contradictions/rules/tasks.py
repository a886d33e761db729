"""Rules over the division of labour: who holds a task, and who relies on whose doing."""

from activitymap.model.contradictions.claims import Claim, Says
from activitymap.model.contradictions.encounter import (
    Clash,
    Encounter,
    bound,
    holders,
    same_holder,
)
from activitymap.model.contradictions.names import Registry, any_same
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.judging import Kind

_THEORY = "Division of labour within and between activities (Engeström 1987)."


def two_holders(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Two sole holders of the same one-holder task."""
    if same_holder(one, other, met.registry):
        return None
    sentence = (
        "Each names somebody else as the only one who holds the task: "
        f"{speaker(one)} says {_listed(holders(one))}, "
        f"{speaker(other)} says {_listed(holders(other))}."
    )
    return Clash(Kind.CONTRADICTION, ("holders", "share"), ("holders", "share"), sentence)


def alone_shared(alone: Claim, shared: Claim, met: Encounter) -> Clash | None:
    """Held alone here, shared there."""
    sentence = (
        f"One holds the task alone, the other shares it: {speaker(alone)} says "
        f"{_listed(holders(alone))} alone, {speaker(shared)} says it is shared."
    )
    return Clash(Kind.CONTRADICTION, ("holders", "share"), ("holders", "share"), sentence)


def only(alone: Claim, doer: Claim, met: Encounter) -> Clash | None:
    """Only one may, but another does."""
    if doer.says & Says.MUST_NOT or alone.says & Says.MUST_NOT:
        return None
    unnamed = not doer.reading.holders and not doer.reading.who
    if unnamed and alone.system == doer.system:
        return None
    if same_holder(alone, doer, met.registry):
        return None
    sentence = (
        f"Only {_listed(holders(alone))} may, says {speaker(alone)}, "
        f"but {_listed(holders(doer))} does, says {speaker(doer)}."
    )
    used = ("holders",) if doer.reading.holders else ("who", "modality")
    return Clash(Kind.CONTRADICTION, ("holders", "share"), used, sentence)


def nobody(unheld: Claim, relying: Claim, met: Encounter) -> Clash | None:
    """A task that another relies on and nobody holds."""
    sentence = (
        f"Nobody holds the task, says {speaker(unheld)}, but {speaker(relying)} relies on "
        f"{_listed(relying.reading.relies_on)} for it."
    )
    return Clash(Kind.GAP, ("share",), ("relies_on",), sentence)


def relies_on_forbidden(relying: Claim, other: Claim, met: Encounter) -> Clash | None:
    """One relies on what the other must not do, or never does.

    It never does what it limits to nought, and what it leaves to somebody outside.
    """
    names = relying.reading.relies_on
    if other.says & Says.MUST_NOT:
        used, words = "modality", "must not"
    elif other.reading.limit is not None and other.reading.limit.at_most == 0:
        used, words = "limit", "never does it"
    elif _leaves_to_others(other, met.registry):
        if other.system == relying.system or not _means(names, other.system, met.registry):
            return None
        used, words = "holders", f"leaves it to {_listed(other.reading.holders)}"
    else:
        return None
    if used != "holders" and not _answers_for(other, names, met.registry):
        return None
    sentence = (
        f"One relies on what the other does not do: {speaker(relying)} relies on "
        f"{_listed(names)}, {speaker(other)} {words}."
    )
    return Clash(Kind.CONTRADICTION, ("relies_on",), (used,), sentence)


def _leaves_to_others(claim: Claim, registry: Registry) -> bool:
    """Whether all holders that a claim names are other services, or people whom it relies on."""
    reading = claim.reading
    if not reading.holders or any(registry.belongs(one, claim.system) for one in reading.holders):
        return False
    return all(
        registry.systems(one) or any_same((one,), reading.relies_on) for one in reading.holders
    )


def _means(names: tuple[str, ...], system: str, registry: Registry) -> bool:
    return any(system in registry.systems(name) for name in names)


def missing(absent: Claim, relying: Claim, met: Encounter) -> Clash | None:
    """An element recorded as missing that another statement relies on."""
    named = [met.registry.systems(name) for name in relying.reading.relies_on]
    # A name that is no service of the map may mean anyone, so it does not speak against the gap.
    if all(found and absent.system not in found for found in named):
        return None
    sentence = (
        f"{absent.system_name} has none of what {speaker(relying)} relies on "
        f"({absent.statement.element} recorded as missing)."
    )
    return Clash(Kind.GAP, (), ("relies_on",), sentence)


def _answers_for(claim: Claim, names: tuple[str, ...], registry: Registry) -> bool:
    """Whether a claim is about the doing of one of ``names``."""
    told = bound(claim) + claim.reading.holders
    if told:
        return any_same(names, told)
    return any(registry.belongs(name, claim.system) for name in names)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(names)


RULES = (
    PairRule(
        name="two-holders",
        title="Two sole holders of one task",
        theory=_THEORY,
        example="“The school writes the plan” against “The welfare officer writes the plan”.",
        depends_on=DependsOn.PAIR,
        left=Says.ALONE,
        right=Says.ALONE,
        check=two_holders,
        people=False,
        same_matter=True,
    ),
    PairRule(
        name="alone-shared",
        title="Held alone here, shared there",
        theory=_THEORY,
        example="“The head teacher chairs” against “We take turns to chair”.",
        depends_on=DependsOn.PAIR,
        left=Says.ALONE,
        right=Says.SHARED,
        check=alone_shared,
        people=False,
        same_matter=True,
    ),
    PairRule(
        name="only",
        title="Only one may, but another does",
        theory=_THEORY,
        example="“Only the nurse gives medicine” against “Teaching assistants give medicine”.",
        depends_on=DependsOn.PAIR,
        left=Says.ALONE,
        right=Says.DOES,
        check=only,
        people=False,
        same_matter=True,
    ),
    PairRule(
        name="nobody",
        title="A task that nobody holds",
        theory=_THEORY,
        example="“Nobody here books the interpreter” while another counts on it.",
        depends_on=DependsOn.PAIR,
        left=Says.NOBODY,
        right=Says.RELIES,
        check=nobody,
        people=False,
    ),
    PairRule(
        name="relies-on-forbidden",
        title="Relying on what another does not do",
        theory="One activity's outcome as another's tool (Engeström 1987).",
        example="“Absent unless the clinic confirms it” against “Clinicians write no letters”.",
        depends_on=DependsOn.PAIR,
        left=Says.RELIES,
        right=Says.MUST_NOT | Says.CAP | Says.DOES | Says.ALONE,
        check=relies_on_forbidden,
        people=False,
    ),
    PairRule(
        name="missing",
        title="Relying on what is not there",
        theory="A missing mediating element of the triangle (Engeström 1987).",
        example="“We use their care plan” where the other has none.",
        depends_on=DependsOn.PAIR,
        left=Says.MISSING,
        right=Says.RELIES,
        check=missing,
        people=False,
    ),
)
