"""The order of the list: one row for a matter with its sides, the most telling first."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from activitymap.model.contradictions.building import KINDS
from activitymap.model.contradictions.finding import Certainty, Contradiction, MatterGroup
from activitymap.model.values import Matter

CERTAINTIES = tuple(Certainty)
NO_MATTER = "No matter"

GroupKey = tuple[bool, int, int, int]


class Placed(NamedTuple):
    """A contradiction with where its sides stand in the map, for an order that never wavers."""

    position: tuple[tuple[int, ...], ...]
    contradiction: Contradiction


class Row(NamedTuple):
    """A group with the key by which the groups are ordered."""

    key: GroupKey
    group: MatterGroup


def row(
    matter: str | None,
    placed: Iterable[Placed],
    matters: Mapping[str, Matter],
    order: Mapping[str, int],
) -> Row:
    """Return the row of one matter: needs touched first, then certainty, then how many services
    it divides; ``order`` gives the place of a matter in the map."""
    ordered = tuple(entry.contradiction for entry in sorted(placed, key=_key))
    systems = tuple(
        dict.fromkeys(
            side.system for found in ordered for side in found.sides if side.system is not None
        )
    )
    key = (
        not any(found.needs for found in ordered),
        min(CERTAINTIES.index(found.certainty) for found in ordered),
        -len(systems),
        len(order) if matter is None else order[matter],
    )
    name = NO_MATTER if matter is None else matters[matter].name
    return Row(key, MatterGroup(matter, name, ordered, systems))


def _key(entry: Placed) -> tuple[object, ...]:
    found = entry.contradiction
    return (
        not found.needs,
        CERTAINTIES.index(found.certainty),
        KINDS.index(found.kind),
        entry.position,
        found.about,
    )
