"""Needs by services: who serves which need, who hinders it, and who says nothing of it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Bearing, Need, Statement


class Stance(StrEnum):
    """How a service stands to a need."""

    SERVES = "serves"
    HINDERS = "hinders"
    BOTH = "both"
    SILENT = "silent"


class Mark(NamedTuple):
    """A statement that bears on a need."""

    statement: Statement
    bearing: Bearing


class Cell(NamedTuple):
    """One service at one need: its stance, and the statements behind it."""

    system: ActivitySystem
    stance: Stance
    marks: tuple[Mark, ...]


class NeedRow(NamedTuple):
    """One need with a cell for each service, in the order of the map.

    ``unserved`` says that no statement serves it, ``torn`` that some serve and some hinder it.
    """

    need: Need
    cells: tuple[Cell, ...]
    unserved: bool
    torn: bool


def needs_table(activity_map: ActivityMap) -> tuple[NeedRow, ...]:
    """Return a row for each need of a map."""
    marked: dict[tuple[str, str], list[Mark]] = {}
    owners = {
        statement.id: (system, statement)
        for system in activity_map.systems
        for statement in system.statements
    }
    for mark in activity_map.need_marks:
        system, statement = owners[mark.statement]
        marked.setdefault((mark.need, system.id), []).append(Mark(statement, mark.bearing))
    return tuple(_row(need, activity_map, marked) for need in activity_map.needs)


def _row(
    need: Need, activity_map: ActivityMap, marked: dict[tuple[str, str], list[Mark]]
) -> NeedRow:
    cells = []
    for system in activity_map.systems:
        marks = tuple(marked.get((need.id, system.id), ()))
        cells.append(Cell(system, stance_of(mark.bearing for mark in marks), marks))
    stances = {cell.stance for cell in cells}
    serving = bool(stances & {Stance.SERVES, Stance.BOTH})
    hindering = bool(stances & {Stance.HINDERS, Stance.BOTH})
    return NeedRow(need, tuple(cells), unserved=not serving, torn=serving and hindering)


def stance_of(bearings: Iterable[Bearing]) -> Stance:
    """Return the stance of somebody whose statements have these bearings."""
    found = set(bearings)
    if not found:
        return Stance.SILENT
    if len(found) > 1:
        return Stance.BOTH
    return Stance.SERVES if Bearing.SERVES in found else Stance.HINDERS
