"""Why no contradiction is shown: because all is well, or because nothing could be compared."""

from enum import StrEnum
from itertools import combinations, islice
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import open_ones
from activitymap.model.contradictions.finding import Detection
from activitymap.model.contradictions.grouping import systems_of
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.values import ActivitySystem, MatterKind, State
from activitymap.model.wording import worded

NAMED = 2
"""Pairs of services that are named; that there are more is only hinted at."""

Two = tuple[ActivitySystem, ActivitySystem]


class Mend(StrEnum):
    """What would let something be compared."""

    DRAW = "draw a service"
    MATTERS = "say what statements are about"
    JOIN = "join services"


class Verdict(NamedTuple):
    """The sentence that says why, and what would mend it; ``None`` where all is well.

    ``pair`` are the ids of the two services to join, where that is the way.
    """

    words: str
    mend: Mend | None = None
    pair: tuple[str, str] | None = None


def well_or_not(activity_map: ActivityMap, detection: Detection) -> Verdict | None:
    """Return why a map shows no contradiction; ``None`` where it shows some."""
    if open_ones(detection.contradictions):
        return None
    systems = activity_map.systems
    if not systems:
        return Verdict(
            worded("There is no service yet. Draw two, and link them, to compare them."), Mend.DRAW
        )
    apart = _apart(activity_map) if len(systems) > 1 else []
    counted = _counted(activity_map)
    if counted.compared or detection.contradictions:
        return _well(counted.compared, bool(detection.contradictions), apart)
    if len(systems) == 1:
        return Verdict(
            worded(
                "{name} is the only service. Draw another one, and link the two, to compare them.",
                name=systems[0].name,
            ),
            Mend.DRAW,
        )
    parts = [
        worded(
            "{some} of {all} statements say what matter they are about",
            some=counted.on_matters,
            all=counted.statements,
        )
    ]
    if apart:
        parts.append(_not_linked(apart))
    elif counted.on_matters:
        parts.append(worded("no two of them are on the same matter"))
    # Joining helps only where there is a matter to compare on.
    mend = Mend.JOIN if apart and (detection.unlinked or counted.on_matters) else Mend.MATTERS
    return Verdict(
        worded("Nothing could be compared yet: {why}.", why="; ".join(parts)),
        mend,
        _first(apart, detection) if mend is Mend.JOIN else None,
    )


def _well(compared: int, judged: bool, apart: list[Two]) -> Verdict:
    if judged:
        words = worded("All is well: everything that was found has been dismissed or resolved.")
    else:
        words = worded(
            "All is well: {count} statements were compared on their matters, and none pulls apart.",
            count=compared,
        )
    if not apart:
        return Verdict(words)
    words += " " + worded("Not compared: {pairs}.", pairs=_not_linked(apart))
    one, other = apart[0]
    return Verdict(words, Mend.JOIN, (one.id, other.id))


class _Counted(NamedTuple):
    """Statements that say something, those on a matter, and those that were compared."""

    statements: int
    on_matters: int
    compared: int


def _counted(activity_map: ActivityMap) -> _Counted:
    own = {one.id for one in activity_map.matters if one.kind is MatterKind.OWN}
    by_matter: dict[str, list[str]] = {}
    statements = on_matters = 0
    for system in activity_map.systems:
        for statement in system.statements:
            if statement.state is State.UNKNOWN:
                continue
            statements += 1
            matters = {card.matter for card in statement.readings if card.matter}
            on_matters += bool(matters)
            for matter in matters:
                by_matter.setdefault(matter, []).append(system.id)
    neighbours = Neighbours(activity_map)
    compared = sum(
        len(said)
        for matter, said in by_matter.items()
        if any(
            one == other
            or (matter not in own and neighbours.joined(one, other) is not Joined.UNLINKED)
            for one, other in combinations(said, 2)
        )
    )
    return _Counted(statements, on_matters, compared)


def _apart(activity_map: ActivityMap) -> list[Two]:
    """Return pairs of services that nothing joins: one more than are named is enough."""
    neighbours = Neighbours(activity_map)
    apart = (
        (one, other)
        for one, other in combinations(activity_map.systems, 2)
        if neighbours.joined(one.id, other.id) is Joined.UNLINKED
    )
    return list(islice(apart, NAMED + 1))


def _first(apart: list[Two], detection: Detection) -> tuple[str, str]:
    """Return the two services to join first: those that clash on a matter, if any do."""
    for found in detection.unlinked:
        systems = systems_of((found,))
        return systems[0], systems[1]
    one, other = apart[0]
    return one.id, other.id


def _not_linked(apart: list[Two]) -> str:
    named = [
        worded("{one} and {other}", one=one.name, other=other.name) for one, other in apart[:NAMED]
    ]
    template = "{pairs} are not linked" if len(apart) <= NAMED else "{pairs} … are not linked"
    return worded(template, pairs=", ".join(named))
