"""Services side by side: how often each two pull apart or together, and on whose object.

*Object* is what a service works on (Engeström 1987); two services may name the same one, or seem
to, as when all say "the child" and one means the patient and another the pupil.
"""

from collections import Counter
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Agreement, Contradiction, Detection
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.contradictions.reader.belief import content
from activitymap.model.contradictions.words import words
from activitymap.model.judging import Level, Status
from activitymap.model.values import ActivitySystem, Element, State
from activitymap.model.wording import worded

Pair = frozenset[str]


class Meeting(NamedTuple):
    """What lies between two services, or within one: contradictions by level, and agreements."""

    levels: Counter[Level | None]
    contradictions: tuple[Contradiction, ...]
    agreements: tuple[Agreement, ...]


def meetings(
    activity_map: ActivityMap, detection: Detection, agreed: tuple[Agreement, ...]
) -> dict[Pair, Meeting]:
    """Return what lies between every two services, by the set of their ids; one id for itself.

    A contradiction that the group dismissed does not count; one of several services counts
    between each two of them.
    """
    systems = [system.id for system in activity_map.systems]
    clashes: dict[Pair, list[Contradiction]] = {}
    together: dict[Pair, list[Agreement]] = {}
    for one in detection.contradictions:
        if one.status is not Status.DISMISSED:
            for pair in pairs_of(one):
                clashes.setdefault(pair, []).append(one)
    for agreement in agreed:
        pair = frozenset(side.system for side in agreement.sides if side.system)
        together.setdefault(pair, []).append(agreement)
    return {
        pair: Meeting(
            Counter(one.level for one in clashes.get(pair, ())),
            tuple(clashes.get(pair, ())),
            tuple(together.get(pair, ())),
        )
        for pair in (
            *(frozenset((one,)) for one in systems),
            *(frozenset(two) for two in combinations(systems, 2)),
        )
    }


def meeting_words(meeting: Meeting) -> list[str]:
    """Return what lies between two services in a few words: how many apart, by level, together."""
    told = []
    if meeting.contradictions:
        told.append(worded("{count} apart", count=len(meeting.contradictions)))
        told += [
            f"{count} {worded(str(level) if level else 'of no level')}"
            for level, count in meeting.levels.items()
        ]
    if meeting.agreements:
        told.append(worded("{count} together", count=len(meeting.agreements)))
    return told


def pairs_of(found: Contradiction) -> tuple[Pair, ...]:
    """Return the pairs of services between which a contradiction lies, or the one it lies in."""
    systems = list(dict.fromkeys(side.system for side in found.sides if side.system))
    if len(systems) == 1:
        return (frozenset(systems),) if len(found.sides) > 1 and _within(found) else ()
    return tuple(frozenset(two) for two in combinations(systems, 2))


def _within(found: Contradiction) -> bool:
    """Whether all sides of a contradiction are statements: one with a need lies in no service."""
    return all(side.system for side in found.sides)


class DividingMatter(NamedTuple):
    """A matter, the services that it divides, and its contradictions that are not dismissed."""

    id: str | None
    name: str
    systems: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]


def dividing_matters(detection: Detection) -> tuple[DividingMatter, ...]:
    """Return the matters on which services clash: those that divide most services first."""
    found = []
    for group in detection.groups:
        kept = tuple(one for one in group.contradictions if one.status is not Status.DISMISSED)
        systems = tuple(
            dict.fromkeys(side.system for one in kept for side in one.sides if side.system)
        )
        if kept and group.matter is not None:
            found.append(DividingMatter(group.matter, group.name, systems, kept))
    return tuple(sorted(found, key=lambda one: (-len(one.systems), -len(one.contradictions))))


class Sameness(StrEnum):
    """Whether two services name the same object."""

    SAME = "the same object"
    SEEMING = "only seems the same"
    UNTOLD = "nothing to tell by"


class SharedAim(NamedTuple):
    """Two services that work on one object, or seem to.

    ``because`` are the contradictions between what they say of it; ``words`` those that the
    texts of both objects use.
    """

    systems: tuple[ActivitySystem, ActivitySystem]
    sameness: Sameness
    words: tuple[str, ...]
    because: tuple[Contradiction, ...]


def shared_aims(activity_map: ActivityMap, detection: Detection) -> tuple[SharedAim, ...]:
    """Return the pairs of joined services whose objects meet: in a matter, in words, or shared.

    They *only seem the same* where a contradiction lies between the objects, which the group has
    not dismissed; *nothing to tell by* where they share an object, and no word or matter of it.
    """
    neighbours = Neighbours(activity_map)
    clashing = _between_objects(detection)
    found = []
    for one, other in combinations(activity_map.systems, 2):
        if neighbours.joined(one.id, other.id) is not Joined.LINKED:
            continue
        because = clashing.get(frozenset((one.id, other.id)), ())
        first = _object_words(one)
        common = tuple(first[word] for word in sorted(first.keys() & _object_words(other).keys()))
        meets = bool(common) or bool(_object_matters(one) & _object_matters(other))
        shared = neighbours.shared.get(one.id, frozenset()) & neighbours.shared.get(
            other.id, frozenset()
        )
        if because:
            sameness = Sameness.SEEMING
        elif meets:
            sameness = Sameness.SAME
        elif shared:
            sameness = Sameness.UNTOLD
        else:
            continue
        found.append(SharedAim((one, other), sameness, common, tuple(because)))
    return tuple(found)


def _between_objects(detection: Detection) -> dict[Pair, tuple[Contradiction, ...]]:
    found: dict[Pair, tuple[Contradiction, ...]] = {}
    for one in detection.contradictions:
        objects = all(side.element is Element.OBJECT for side in one.sides)
        if objects and one.status is not Status.DISMISSED:
            for pair in pairs_of(one):
                found[pair] = (*found.get(pair, ()), one)
    return found


def _object_words(system: ActivitySystem) -> dict[str, str]:
    """Return the words that carry what the object of a service is, by their stems."""
    return {
        one: word
        for statement in system.statements
        if statement.element is Element.OBJECT and statement.state is State.PRESENT
        for word in reversed(words(statement.text))
        for one in content(word)
    }


def _object_matters(system: ActivitySystem) -> set[str]:
    return {
        card.matter
        for statement in system.statements
        if statement.element is Element.OBJECT
        for card in statement.readings
        if card.matter
    }
