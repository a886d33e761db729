"""Where services stand in the map on half a page, and what stands between them."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from activitymap.drawing.arrows import COUNT_HEIGHT
from activitymap.drawing.measuring import LINE_HEIGHT, broken, shortened, width
from activitymap.drawing.shapes import Box, Point
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.need_words import said
from activitymap.model.values import ActivitySystem, Element, State

WIDTH = 657.0
"""Of the drawing: the text of an A4 page, in units of 1/96 inch."""
MOST_SERVICES = 10
TYPE = {1: 12.0, 2: 12.0, 3: 11.0, 4: 10.0}
SMALLEST = 9.5
"""Type by how many services stand beside one another; none is smaller than 7 points."""
NAME_LINES, OBJECT_LINES, MIDDLE_LINES = 2, 3, 3
TRIANGLE, GAP, CORRIDOR = 36.0, 5.0, 132.0
"""Heights of a triangle, between it and its words, and between the two rows."""
WIDEST_CELL, WIDEST_MIDDLE = 240.0, 190.0
ARC, ARCS = 30.0, 9.0
"""How far an arrow within a row leaves it, and each one more than the one before."""


class Words(NamedTuple):
    """Lines broken to a width, in a size and a weight."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def high(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.size * LINE_HEIGHT


class End(NamedTuple):
    """Where an arrow begins, and whether it leaves downwards (1) or upwards (-1)."""

    point: Point
    way: int


class Cell(NamedTuple):
    """A service: its words, the middle of its triangle, and whether its words stand above that."""

    system: ActivitySystem
    words: tuple[Words, Words]
    node: Point
    above: bool

    @property
    def high(self) -> float:
        """The height of all words."""
        return sum(one.high for one in self.words)

    @property
    def end(self) -> End:
        """Where arrows begin: the side of the triangle that faces the middle."""
        way = 1 if self.above else -1
        return End(Point(self.node.x, self.node.y + way * (TRIANGLE / 2 + 3)), way)

    @property
    def box(self) -> Box:
        """The box of the triangle."""
        return Box(*self.node, *self.node).grown(TRIANGLE / 2 + 2)


class Middle(NamedTuple):
    """What stands between the rows: a shared object, or a need that is a side itself."""

    id: str
    words: Words
    box: Box
    members: tuple[str, ...]
    is_need: bool


def chosen(activity_map: ActivityMap, found: Iterable[Contradiction]) -> tuple[ActivitySystem, ...]:
    """Return the services to draw, in the order of the map."""
    first = dict.fromkeys(side.system for one in found for side in one.sides if side.system)
    order = dict.fromkeys([*first, *(system.id for system in activity_map.systems)])
    kept = set(list(order)[:MOST_SERVICES])
    return tuple(system for system in activity_map.systems if system.id in kept)


def cells_of(systems: Sequence[ActivitySystem]) -> dict[str, Cell]:
    """Return the services in two rows, or two of them facing each other in one."""
    columns = math.ceil(len(systems) / 2) if len(systems) > 2 else len(systems)
    if not columns:
        return {}
    rows = [systems] if len(systems) < 3 else [systems[:columns], systems[columns:]]
    size = TYPE.get(columns, SMALLEST)
    room = min(WIDTH / columns - 10, WIDEST_CELL)
    words = {one.id: _cell_words(one, size, room) for one in systems}
    high = max(sum(part.high for part in words[one.id]) for one in rows[0])
    first = (high if len(rows) > 1 else ARC + COUNT_HEIGHT) + GAP + TRIANGLE / 2
    cells = {}
    for number, row in enumerate(rows):
        above = number == 0 and len(rows) > 1
        y = first + number * (TRIANGLE + CORRIDOR)
        for place, one in enumerate(row):
            x = WIDTH * (place + 0.5) / len(row)
            cells[one.id] = Cell(one, words[one.id], Point(x, y), above)
    return cells


def _cell_words(system: ActivitySystem, size: float, room: float) -> tuple[Words, Words]:
    said = [
        one.text
        for one in system.statements
        if one.element is Element.OBJECT and one.state is State.PRESENT
    ]
    name = shortened(broken(system.name, size, room, bold=True), NAME_LINES)
    words = shortened(broken("; ".join(said), size, room), OBJECT_LINES) if said else ()
    return Words(name, size, bold=True), Words(words, size)


_Told = tuple[str, str, tuple[str, ...], bool]
"""The id and words of what stands in the middle, who works on it, and whether it is a need."""


def _needs(
    activity_map: ActivityMap, found: Iterable[Contradiction], cells: dict[str, Cell]
) -> list[tuple[_Told, float]]:
    """Return the needs that are sides themselves, each with where the service against it is."""
    texts = {need.id: said(need) for need in activity_map.needs}
    places: dict[str, float] = {}
    for one in found:
        against = [cells[side.system].node.x for side in one.sides if side.system in cells]
        for side in one.sides:
            if side.id in texts:
                places.setdefault(side.id, against[0] if against else WIDTH)
    return [((need, texts[need], (), True), x) for need, x in places.items()]


def middles_of(
    activity_map: ActivityMap, found: Iterable[Contradiction], cells: dict[str, Cell]
) -> tuple[Middle, ...]:
    """Return the shared objects, and the needs that are sides of what was found, in one row."""
    told: list[_Told] = [
        (shared.id, shared.name, tuple(one for one in shared.systems if one in cells), False)
        for shared in activity_map.shared_objects
    ][:2]
    needed = _needs(activity_map, found, cells)
    # What all work on stands in the middle, a need near the service that it clashes with.
    told = [
        *(one for one, x in needed if x < WIDTH / 2),
        *told,
        *(one for one, x in needed if x >= WIDTH / 2),
    ]
    if not told or not cells:
        return ()
    rows = sorted({cell.node.y for cell in cells.values()})
    y = (rows[0] + rows[-1]) / 2
    # Two services face each other: what is between them must not reach them.
    span = WIDTH if len(rows) > 1 else WIDTH / 2
    room = min(span / len(told) - 24, WIDEST_MIDDLE)
    made = []
    for place, (identity, text, members, is_need) in enumerate(told):
        size = 10.5 if len(told) < 4 else SMALLEST
        lines = shortened(broken(text, size, room - 34), MIDDLE_LINES)
        wide = max(width(line, size) for line in lines) + 34
        high = len(lines) * size * LINE_HEIGHT + 16
        x = (WIDTH - span) / 2 + span * (place + 0.5) / len(told)
        box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        made.append(Middle(identity, Words(lines, size), box, members, is_need))
    return tuple(made)
