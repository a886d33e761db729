"""Needs by services: who serves which need, who hinders it, and who says nothing of it."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Bearing, Element, Need, Statement


class Stance(StrEnum):
    """How a service stands to a need."""

    SERVES = "serves"
    HINDERS = "hinders"
    BOTH = "both"
    SILENT = "silent"


class Service(StrEnum):
    """Whether a need is served; only one that the group has gone through can be a gap.

    A need is served by somebody's *object*, what they work on, and not by a tool or a rule alone.
    """

    SERVED = "served"
    OPEN = "not gone through yet"
    NOBODY = "nobody serves it"
    NO_OBJECT = "served, but by nobody’s object"

    @property
    def is_gap(self) -> bool:
        """Whether the group went through the need and found that no object serves it."""
        return self in {Service.NOBODY, Service.NO_OBJECT}


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

    ``torn`` says that some statements serve it and some hinder it.
    """

    need: Need
    cells: tuple[Cell, ...]
    service: Service
    torn: bool

    @property
    def unserved(self) -> bool:
        """Whether the group went through it and nobody serves it at all."""
        return self.service is Service.NOBODY


class Summary(NamedTuple):
    """How many needs there are, and how many of them stand out."""

    needs: int
    nobody: int
    no_object: int
    torn: int
    open: int


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
    serving = [
        mark.statement.element
        for cell in cells
        for mark in cell.marks
        if mark.bearing is Bearing.SERVES
    ]
    torn = bool(serving) and bool(stances & {Stance.HINDERS, Stance.BOTH})
    return NeedRow(need, tuple(cells), service_of(need.reviewed, serving), torn)


def stance_of(bearings: Iterable[Bearing]) -> Stance:
    """Return the stance of somebody whose statements have these bearings."""
    found = set(bearings)
    if not found:
        return Stance.SILENT
    if len(found) > 1:
        return Stance.BOTH
    return Stance.SERVES if Bearing.SERVES in found else Stance.HINDERS


def service_of(reviewed: bool, serving: Iterable[Element]) -> Service:
    """Return whether a need is served, by the elements of the statements that serve it."""
    elements = set(serving)
    if Element.OBJECT in elements:
        return Service.SERVED
    if not reviewed:
        return Service.OPEN
    return Service.NO_OBJECT if elements else Service.NOBODY


def summary_of(rows: Iterable[NeedRow]) -> Summary:
    """Count needs and those that stand out."""
    listed = list(rows)
    services = [row.service for row in listed]
    return Summary(
        len(listed),
        services.count(Service.NOBODY),
        services.count(Service.NO_OBJECT),
        sum(row.torn for row in listed),
        sum(not row.need.reviewed for row in listed),
    )


def strongest_first(rows: Iterable[NeedRow]) -> Sequence[NeedRow]:
    """Return needs that nobody serves first, then those that no object serves or that are torn."""

    def rank(row: NeedRow) -> tuple[bool, bool, bool]:
        return row.service is not Service.NOBODY, not row.service.is_gap, not row.torn

    return sorted(rows, key=rank)
