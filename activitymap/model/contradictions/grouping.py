"""The order of the list: one row for a matter with its sides, the most telling first."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from activitymap.model.contradictions.building import KINDS
from activitymap.model.contradictions.finding import Certainty, Contradiction, MatterGroup
from activitymap.model.values import Matter

CERTAINTIES = tuple(Certainty)
NO_MATTER = "No matter"

GroupKey = tuple[bool, int, int]


class Placed(NamedTuple):
    """A contradiction with where its sides stand in the map, for an order that never wavers."""

    position: tuple[tuple[int, ...], ...]
    contradiction: Contradiction


class Row(NamedTuple):
    """A group with the key by which the groups are ordered."""

    key: GroupKey
    group: MatterGroup


def systems_of(found: Iterable[Contradiction]) -> tuple[str, ...]:
    """Return the ids of the services that some contradictions are about, each once."""
    return tuple(dict.fromkeys([side.system for one in found for side in one.sides if side.system]))


def row(matter: str | None, placed: Iterable[Placed], matters: Mapping[str, Matter]) -> Row:
    """Return the row of one matter, with what is most telling in it first."""
    ordered = tuple([entry.contradiction for entry in sorted(placed, key=_key)])
    systems = systems_of(ordered)
    key = (
        not any(found.needs for found in ordered),
        min(CERTAINTIES.index(found.certainty) for found in ordered),
        -len(systems),
    )
    name = NO_MATTER if matter is None else matters[matter].name
    return Row(key, MatterGroup(matter, name, ordered, systems))


def in_order(rows: Iterable[Row], order: Mapping[str, int]) -> list[MatterGroup]:
    """Return the groups in the order of the list.

    Needs touched come first, then certainty, then how many services a matter divides, then its
    place in the map (``order``); what is about no matter comes last among equals.
    """

    def key(one: Row) -> tuple[GroupKey, int]:
        matter = one.group.matter
        return one.key, len(order) if matter is None else order[matter]

    return [one.group for one in sorted(rows, key=key)]


def _key(entry: Placed) -> tuple[object, ...]:
    found = entry.contradiction
    return (
        not found.needs,
        CERTAINTIES.index(found.certainty),
        KINDS.index(found.kind),
        entry.position,
        found.about,
    )
