"""Two claims face to face: whether they speak to the same people, cases and times at all."""

from dataclasses import dataclass
from typing import NamedTuple

from activitymap.model.contradictions.circumstances import Meeting, Together, meeting
from activitymap.model.contradictions.claims import Claim
from activitymap.model.contradictions.lexicon.lexicon import Lexicon
from activitymap.model.contradictions.names import Registry, any_same, name_words
from activitymap.model.judging import Kind
from activitymap.model.slots.limit import comparable, disjoint, interval
from activitymap.model.slots.scope import Scope, ScopeKind


class Clash(NamedTuple):
    """What a rule found between two claims: the slots it used on each side, and a sentence.

    ``kind`` is how sharp the clash is where both hold; conditions may soften it.
    """

    kind: Kind
    slots: tuple[str, ...]
    other_slots: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Encounter:
    """The circumstances in which two claims meet."""

    registry: Registry
    related: bool
    """Whether their matters are two that were declared to be related, not one."""
    lexicon: Lexicon
    """The words that are alike or opposites in the map."""


def conditions_of(one: Claim, other: Claim) -> Meeting:
    """Return how the conditions of two claims meet."""
    return meeting(one.reading.condition, other.reading.condition)


def softened(kind: Kind, met: Meeting) -> Kind:
    """Return ``kind`` as it is under conditions: what clashes only in some cases is a tension."""
    if kind is Kind.CONTRADICTION and met.together is not Together.SAME:
        return Kind.TENSION
    return kind


def bound(claim: Claim) -> tuple[str, ...]:
    """Return the names that a claim binds; none where it binds the service itself."""
    if not claim.reading.who:
        return ()
    own = name_words(claim.system_name)
    return tuple(name for name in claim.reading.who if name_words(name) != own)


def can_be_same(one: Claim, other: Claim, registry: Registry) -> bool:
    """Whether the two can bind the same people.

    Services meet in a joint matter, so two that name nobody meet. Where one names somebody and
    the other is about the service itself, the names may be its people, unless all of them are
    other services.
    """
    names, others = bound(one), bound(other)
    if names and others:
        return any_same(names, others)
    if not names and not others:
        return True
    itself = other.system if names else one.system
    return any(_can_be(name, itself, registry) for name in names or others)


def _can_be(name: str, system: str, registry: Registry) -> bool:
    named = registry.systems(name)
    return not named or system in named


def same_cases(one: Claim, other: Claim) -> bool:
    """Whether a case can lie in the scope of both: ages, areas and thresholds overlap."""
    return not any(
        _apart(scope, second)
        for scope in one.reading.scope
        for second in other.reading.scope
        if scope.kind is second.kind
    )


def _apart(one: Scope, other: Scope) -> bool:
    if one.range and other.range:
        first, second = interval(one.range), interval(other.range)
        return comparable(first, second) and disjoint(first, second)
    if one.kind is ScopeKind.AREA:
        first_words, second_words = set(name_words(one.name)), set(name_words(other.name))
        return not (first_words <= second_words or second_words <= first_words)
    return False


def holders(claim: Claim) -> tuple[str, ...]:
    """Return who holds the task by a claim: the holders, else who it binds, else the service."""
    return claim.reading.holders or claim.reading.who or (claim.system_name,)


def same_holder(one: Claim, other: Claim, registry: Registry) -> bool:
    """Whether a holder of one can be a holder of the other, by name or as part of its service."""
    first, second = holders(one), holders(other)
    if any_same(first, second):
        return True
    return any(
        registry.belongs(name, system)
        for names, others in ((first, second), (second, first))
        for name in names
        for service in others
        for system in registry.systems(service)
    )
