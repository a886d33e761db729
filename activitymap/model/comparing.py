"""Services compared: how often each two pull apart or together, and what divides most of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Agreement, Contradiction, Detection
from activitymap.model.contradictions.grouping import systems_of
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.judging import Kind, Level, Status
from activitymap.model.wording import worded

Pair = frozenset[str]


def open_ones(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return what counts of some contradictions: not those that are dismissed or resolved."""
    return tuple(one for one in found if one.status not in {Status.DISMISSED, Status.RESOLVED})


class Meeting(NamedTuple):
    """What lies between two services, or within one.

    ``contradictions`` are the open ones, ``resolved`` those that were acted upon. Of services that
    nothing joins (``linked`` is false), ``unlinked`` are the clashes on one matter.
    """

    contradictions: tuple[Contradiction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    resolved: tuple[Contradiction, ...] = ()
    unlinked: tuple[Contradiction, ...] = ()
    linked: bool = True

    @property
    def levels(self) -> Counter[Level | None]:
        """How many contradictions there are of each level."""
        return Counter(one.level for one in self.contradictions)


def meetings(
    activity_map: ActivityMap, detection: Detection, agreed: Iterable[Agreement]
) -> dict[Pair, Meeting]:
    """Return what lies between every two services, by the set of their ids; one id for itself.

    A contradiction of several services counts between each two of them.
    """
    systems = [system.id for system in activity_map.systems]
    neighbours = Neighbours(activity_map)
    counted = _by_pair(open_ones(detection.contradictions))
    resolved = _by_pair(one for one in detection.contradictions if one.status is Status.RESOLVED)
    unlinked = _by_pair(open_ones(detection.unlinked))
    together: dict[Pair, list[Agreement]] = {}
    for agreement in agreed:
        pair = frozenset(side.system for side in agreement.sides if side.system)
        together.setdefault(pair, []).append(agreement)
    pairs = [(one, one) for one in systems] + list(combinations(systems, 2))
    return {
        pair: Meeting(
            tuple(counted.get(pair, ())),
            tuple(together.get(pair, ())),
            tuple(resolved.get(pair, ())),
            tuple(unlinked.get(pair, ())),
            neighbours.joined(one, other) is not Joined.UNLINKED,
        )
        for one, other in pairs
        for pair in (frozenset((one, other)),)
    }


def _by_pair(found: Iterable[Contradiction]) -> dict[Pair, list[Contradiction]]:
    by_pair: dict[Pair, list[Contradiction]] = {}
    for one in found:
        for pair in pairs_of(one):
            by_pair.setdefault(pair, []).append(one)
    return by_pair


def pairs_of(found: Contradiction) -> tuple[Pair, ...]:
    """Return the pairs of services between which a contradiction lies, or the one it lies in."""
    systems = systems_of((found,))
    if len(systems) == 1:
        return (frozenset(systems),) if len(found.sides) > 1 and _within(found) else ()
    return tuple(frozenset(two) for two in combinations(systems, 2))


def _within(found: Contradiction) -> bool:
    """Whether all sides of a contradiction are statements: one with a need lies in no service."""
    return all(side.system for side in found.sides)


def between_services(detection: Detection) -> Detection:
    """Return what was found, as far as it lies between services or within one."""
    return replace(
        detection, contradictions=tuple(one for one in detection.contradictions if pairs_of(one))
    )


def total(met: Mapping[Pair, Meeting], system: str) -> Meeting:
    """Return all that a service has with any other or within itself, each contradiction once."""
    own = [meeting for pair, meeting in met.items() if system in pair]
    return Meeting(
        _once(one for meeting in own for one in meeting.contradictions),
        tuple(one for meeting in own for one in meeting.agreements),
        _once(one for meeting in own for one in meeting.resolved),
    )


def _once(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    return tuple({one.about: one for one in found}.values())


# Words ----------------------------------------------------------------------------------------


def meeting_words(meeting: Meeting) -> list[str]:
    """Return what lies between two services in a few lines: contradictions, where, agreements."""
    told = []
    if meeting.contradictions:
        told.append(count_words(meeting.contradictions))
        told.append(_where(meeting.levels))
        confirmed = sum(one.status is Status.CONFIRMED for one in meeting.contradictions)
        if confirmed:
            told.append(worded("{count} confirmed", count=confirmed))
    if meeting.agreements:
        told.append(_number(len(meeting.agreements), "1 agreement", "{count} agreements"))
    if meeting.resolved:
        told.append(worded("{count} resolved", count=len(meeting.resolved)))
    if not meeting.linked:
        told.append(worded("not linked"))
        if meeting.unlinked:
            told.append(worded("{count} on the same matter", count=len(meeting.unlinked)))
    return told


def meeting_numbers(meeting: Meeting) -> str:
    """Return how many contradictions and agreements lie between two services: "3 / 2".

    It is a dash for none, and nothing at all for services that are not linked.
    """
    if meeting.contradictions or meeting.agreements:
        return f"{len(meeting.contradictions)} / {len(meeting.agreements)}"
    return "–" if meeting.linked else ""


def numbers_legend() -> str:
    """Return what the numbers of `meeting_numbers` say."""
    return worded(
        "Each cell says how many contradictions lie between two services, tensions and gaps among "
        "them, and after the stroke how many agreements. –: none; an empty cell: not linked. The "
        "numbers of the columns are those of the rows. What was dismissed does not count."
    )


def matrix_legend() -> str:
    """Return what the cells of services by services say."""
    return worded(
        "Each cell says how many contradictions lie between two services (of them tensions and "
        "gaps), where they lie, and how many agreements. What was dismissed does not count."
    )


def tint_legend() -> str:
    """Return what the colours of those cells say, where they have some."""
    return worded("The stronger the colour, the more contradictions.")


def count_words(found: Iterable[Contradiction]) -> str:
    """Return how many contradictions there are, and how many of them are milder."""
    kinds = Counter(one.kind for one in found)
    count = sum(kinds.values())
    told = _number(count, "1 contradiction", "{count} contradictions")
    milder = [
        _number(kinds[kind], one, several)
        for kind, one, several in (
            (Kind.TENSION, "1 tension", "{count} tensions"),
            (Kind.GAP, "1 gap", "{count} gaps"),
        )
        if kinds[kind]
    ]
    if len(milder) == 1 and count in kinds.values():
        return milder[0]
    # Lines break before the bracket and between its parts only.
    beside = ", ".join(one.replace(" ", "\u00a0") for one in milder)
    return f"{told} ({beside})" if milder else told


def _where(levels: Counter[Level | None]) -> str:
    if len(levels) == 1:
        return level_place(*levels)
    return ", ".join(f"{count}\u00a0{level_place(level)}" for level, count in levels.items())


def _number(count: int, one: str, several: str) -> str:
    return worded(one if count == 1 else several, count=count)


def level_place(level: Level | None) -> str:
    """Return where a contradiction of a level lies, in plain words."""
    return worded(
        {
            Level.PRIMARY: "inside one element",
            Level.SECONDARY: "inside one service",
            Level.TERTIARY: "today’s form and the newer one",
            Level.QUATERNARY: "between services",
            None: "of no level",
        }[level]
    )


# Matters --------------------------------------------------------------------------------------


class DividingMatter(NamedTuple):
    """A matter, the services that it divides, and the open contradictions between them.

    ``inner`` are those on it that lie inside one service or with a need, and divide nobody.
    """

    id: str
    name: str
    systems: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    inner: tuple[Contradiction, ...]


def dividing_matters(detection: Detection) -> tuple[DividingMatter, ...]:
    """Return the matters on which services clash: those that divide most services first."""
    found = []
    for group in detection.groups:
        counted = open_ones(group.contradictions)
        between = tuple(one for one in counted if len(systems_of((one,))) > 1)
        if between and group.matter is not None:
            inner = tuple(one for one in counted if len(systems_of((one,))) <= 1)
            systems = systems_of(between)
            found.append(DividingMatter(group.matter, group.name, systems, between, inner))
    return tuple(sorted(found, key=lambda one: (-len(one.systems), -len(one.contradictions))))
