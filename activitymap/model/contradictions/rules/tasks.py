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
from activitymap.model.wording import worded

_THEORY = "Division of labour within and between activities (Engeström 1987)."


def two_holders(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Two sole holders of the same one-holder task."""
    if same_holder(one, other, met.registry):
        return None
    sentence = worded(
        "Each names somebody else as the only one who holds the task: {one} says "
        "{one_names}, {other} says {other_names}.",
        one=speaker(one),
        one_names=_listed(holders(one)),
        other=speaker(other),
        other_names=_listed(holders(other)),
    )
    return Clash(Kind.CONTRADICTION, ("holders", "share"), ("holders", "share"), sentence)


def alone_shared(alone: Claim, shared: Claim, met: Encounter) -> Clash | None:
    """Held alone here, shared there."""
    sentence = worded(
        "One holds the task alone, the other shares it: {alone} says {alone_names} "
        "alone, {shared} says it is shared.",
        alone=speaker(alone),
        alone_names=_listed(holders(alone)),
        shared=speaker(shared),
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
    sentence = worded(
        "Only {alone_names} may, says {alone}, but {doer_names} does, says {doer}.",
        alone_names=_listed(holders(alone)),
        alone=speaker(alone),
        doer_names=_listed(holders(doer)),
        doer=speaker(doer),
    )
    used = ("holders",) if doer.reading.holders else ("who", "modality")
    return Clash(Kind.CONTRADICTION, ("holders", "share"), used, sentence)


def nobody(unheld: Claim, relying: Claim, met: Encounter) -> Clash | None:
    """A task that another relies on and nobody holds."""
    sentence = worded(
        "Nobody holds the task, says {unheld}, but {relying} relies on {names} for it.",
        unheld=speaker(unheld),
        relying=speaker(relying),
        names=_listed(relying.reading.relies_on),
    )
    return Clash(Kind.GAP, ("share",), ("relies_on",), sentence)


def held_by_nobody(unheld: Claim, naming: Claim, met: Encounter) -> Clash | None:
    """Somebody is named for a task that the other says nobody holds; of texts that were read."""
    if (unheld.read is None and naming.read is None) or not naming.reading.holders:
        return None
    sentence = worded(
        "Nobody holds the task, says {unheld}, but {naming} says that {names} does.",
        unheld=speaker(unheld),
        naming=speaker(naming),
        names=_listed(naming.reading.holders),
    )
    return Clash(Kind.GAP, ("share",), ("holders",), sentence)


def relies_on_forbidden(relying: Claim, other: Claim, met: Encounter) -> Clash | None:
    """One relies on what the other must not do, or never does.

    It never does what it limits to nought, and what it leaves to somebody outside.
    """
    names = relying.reading.relies_on
    if other.says & Says.MUST_NOT:
        used, words = "modality", worded("must not")
    elif other.reading.limit is not None and other.reading.limit.at_most == 0:
        used, words = "limit", worded("never does it")
    elif _leaves_to_others(other, met.registry):
        if other.system == relying.system or not _means(names, other.system, met.registry):
            return None
        used, words = (
            "holders",
            worded("leaves it to {names}", names=_listed(other.reading.holders)),
        )
    else:
        return None
    if used != "holders" and not _answers_for(other, names, met.registry):
        return None
    sentence = worded(
        "One relies on what the other does not do: {relying} relies on {names}, {other} {words}.",
        relying=speaker(relying),
        names=_listed(names),
        other=speaker(other),
        words=words,
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
    sentence = worded(
        "{name} has none of what {relying} relies on ({element} recorded as missing).",
        name=absent.system_name,
        relying=speaker(relying),
        element=worded(str(absent.statement.element)),
    )
    return Clash(Kind.GAP, (), ("relies_on",), sentence)


def _answers_for(claim: Claim, names: tuple[str, ...], registry: Registry) -> bool:
    """Whether a claim is about the doing of one of ``names``."""
    told = bound(claim) + claim.reading.holders
    if told:
        return any_same(names, told)
    return any(registry.belongs(name, claim.system) for name in names)


def _listed(names: tuple[str, ...]) -> str:
    return worded(" and ").join(names)


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
        name="nobody",
        title="A task that nobody holds",
        theory=_THEORY,
        example="“Nobody here books the interpreter” where another says that they do.",
        depends_on=DependsOn.PAIR,
        left=Says.NOBODY,
        right=Says.DOES | Says.ALONE,
        check=held_by_nobody,
        people=False,
        same_matter=True,
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
