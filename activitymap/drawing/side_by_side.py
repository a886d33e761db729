"""Services side by side: an element a row, a service a column, and lines where they meet.

What clashes is joined by lightning, what agrees by a plain double line; lines run behind the
cards, so that they show in the gaps between the columns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from activitymap.drawing.arrows import ArrowStyle, arrow
from activitymap.drawing.card import PADDING, TEXT_SIZE
from activitymap.drawing.curves import Cubic, at
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, shortened, width
from activitymap.drawing.shapes import (
    Anchor,
    Box,
    Curve,
    Drawing,
    Line,
    Pen,
    Point,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import faded
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Agreement, Contradiction, Side
from activitymap.model.judging import Kind
from activitymap.model.values import ActivitySystem, Element, Statement
from activitymap.model.wording import worded

HEAD = 96.0
"""Width of the column that names the elements."""
COLUMN, GAP = 190.0, 74.0
BETWEEN, ROW_GAP = 7.0, 18.0
NAME_SIZE, ELEMENT_SIZE = 15.0, 11.0
MARGIN = 20.0
MOST_LINES = 8
REST = 0.5
"""Strength of the lines while nothing is chosen; of what is not chosen it is a third."""


class _Grid(NamedTuple):
    """Where everything stands: statements by id, the tops of the rows, and the whole."""

    boxes: dict[str, Box]
    rows: dict[Element, tuple[float, float]]
    columns: dict[str, float]
    size: tuple[float, float]


def side_by_side(
    activity_map: ActivityMap,
    contradictions: Iterable[Contradiction],
    agreements: Iterable[Agreement],
    theme: Theme,
    chosen: str | None = None,
) -> Drawing:
    """Return the comparison of all services; lines of a ``chosen`` statement are strong."""
    systems = activity_map.systems
    grid = _grid(systems)
    lines = [
        *_clashes(contradictions, grid, theme, chosen),
        *_agreements(agreements, grid, theme, chosen),
    ]
    shapes = [
        *(shape for strong, shape in lines if not strong),
        *_frame(systems, grid, theme),
        *_statements(systems, grid, theme, chosen),
        *(shape for strong, shape in lines if strong),
    ]
    wide, high = grid.size
    return Drawing(
        shapes=tuple(shapes),
        box=Box(0, 0, wide, high).grown(MARGIN),
        background=theme.background,
        title=worded("Services side by side"),
        description=worded(
            "Services side by side: {names}.", names=", ".join(one.name for one in systems)
        ),
    )


def _grid(systems: Sequence[ActivitySystem]) -> _Grid:
    columns = {system.id: HEAD + number * (COLUMN + GAP) for number, system in enumerate(systems)}
    names = [len(_name_lines(system)) for system in systems]
    top = max(names, default=1) * NAME_SIZE * LINE_HEIGHT + ROW_GAP
    boxes: dict[str, Box] = {}
    rows: dict[Element, tuple[float, float]] = {}
    for element in Element:
        bottom = top + ELEMENT_SIZE * LINE_HEIGHT + 2 * PADDING
        for system in systems:
            y = top
            for one in system.statements:
                if one.element is element:
                    left = columns[system.id]
                    boxes[one.id] = Box(left, y, left + COLUMN, y + _height(one))
                    y = boxes[one.id].bottom + BETWEEN
            bottom = max(bottom, y - BETWEEN)
        rows[element] = (top, bottom)
        top = bottom + 2 * ROW_GAP
    wide = HEAD + len(systems) * (COLUMN + GAP) - (GAP if systems else 0)
    return _Grid(boxes, rows, columns, (wide, top - 2 * ROW_GAP))


def _name_lines(system: ActivitySystem) -> tuple[str, ...]:
    return broken(system.name, NAME_SIZE, COLUMN, bold=True)


def _lines(statement: Statement) -> tuple[str, ...]:
    return shortened(broken(statement.words, TEXT_SIZE, COLUMN - 2 * PADDING), MOST_LINES)


def _height(statement: Statement) -> float:
    return len(_lines(statement)) * TEXT_SIZE * LINE_HEIGHT + 2 * PADDING


def _frame(systems: Sequence[ActivitySystem], grid: _Grid, theme: Theme) -> Iterator[Shape]:
    """Yield the names of the services and of the elements, with a line above each row."""
    for system in systems:
        tag = Tag(system.id, Role.NAME, system.id)
        lines = _name_lines(system)
        yield _text(tag, lines, grid.columns[system.id], 0, NAME_SIZE, theme, system.colour)
    for element, (top, _) in grid.rows.items():
        tag = Tag(f"row {element}", Role.ELEMENT_NAME)
        y = top - ROW_GAP + 3
        yield Line(tag, (Point(0, y), Point(grid.size[0], y)), Pen(theme.line, 1.0))
        words = broken(worded(str(element)), ELEMENT_SIZE, HEAD - 10, bold=True)
        yield _text(tag, words, 0, top + PADDING - 4, ELEMENT_SIZE, theme)


def _text(
    tag: Tag,
    lines: Iterable[str],
    left: float,
    top: float,
    size: float,
    theme: Theme,
    colour: int | None = None,
    *,
    bold: bool = True,
) -> Text:
    told = tuple(
        TextLine(line, left, top + size * (ASCENT + number * LINE_HEIGHT), width(line, size, bold))
        for number, line in enumerate(lines)
    )
    ink = theme.quiet if colour is None else theme.services[colour]
    return Text(tag, told, size, ink if bold else theme.text, bold=bold)


def _statements(
    systems: Sequence[ActivitySystem], grid: _Grid, theme: Theme, chosen: str | None
) -> Iterator[Shape]:
    for system in systems:
        ink = theme.services[system.colour]
        for one in system.statements:
            box = grid.boxes[one.id]
            tag = Tag(one.id, Role.STATEMENT, system.id)
            pen = Pen(ink, 2.4 if one.id == chosen else 1.0)
            yield Polygon(tag, box.corners, pen, theme.card, radius=6.0)
            left, top = box.left + PADDING, box.top + PADDING
            yield _text(tag, _lines(one), left, top, TEXT_SIZE, theme, bold=False)


def _clashes(
    found: Iterable[Contradiction], grid: _Grid, theme: Theme, chosen: str | None
) -> Iterator[tuple[bool, Shape]]:
    for one in found:
        sides = [side.id for side in one.sides if side.id in grid.boxes]
        pairs = list(pairwise(sides))
        if len(sides) > 2:
            pairs.append((sides[-1], sides[0]))
        name = "+".join(one.about)
        for side, other in pairs:
            strong = chosen in {side, other}
            pen = Pen(theme.contradiction, 2.2 if one.kind is Kind.CONTRADICTION else 1.5)
            tag = Tag(name, Role.CONTRADICTION, name)
            road = _road(grid.boxes[side], grid.boxes[other])
            ends = (Anchor("", side), Anchor("", other))
            made = arrow(tag, road, pen, ArrowStyle.LIGHTNING, ends, _bolt(road))
            yield strong, _weighed(made, strong, chosen)


def _agreements(
    found: Iterable[Agreement], grid: _Grid, theme: Theme, chosen: str | None
) -> Iterator[tuple[bool, Shape]]:
    for one in found:
        sides: Mapping[str, Side] = {side.id: side for side in one.sides}
        if not sides.keys() <= grid.boxes.keys():
            continue
        first, second = sides
        strong = chosen in sides
        road = _road(grid.boxes[first], grid.boxes[second])
        name = f"{first}={second}"
        for shift in (-2.0, 2.0):
            points = tuple(Point(point.x, point.y + shift) for point in road)
            made = Curve(Tag(name, Role.LINK, name), points, Pen(theme.shared, 1.4))
            yield strong, _weighed(made, strong, chosen)


def _bolt(road: Cubic) -> float:
    """Return the part of a road at which its bolt lies in the middle of its first gap."""
    if abs(road[3].x - road[0].x) < 2 * GAP:
        return 0.5
    parts = (step / 100 for step in range(1, 50))
    return next((part for part in parts if at(road, part).x - road[0].x >= GAP / 2), 0.5)


def _weighed(shape: Shape, strong: bool, chosen: str | None) -> Shape:
    if strong:
        return shape
    return faded(shape, REST if chosen is None else REST / 3)


def _road(one: Box, other: Box) -> Cubic:
    """Return the way from the side of one card to that of another, or around within a column."""
    if abs(one.left - other.left) < 1:
        side, reach = one.right, GAP * 0.7
        start, end = Point(side, one.centre.y), Point(side, other.centre.y)
        return start, Point(side + reach, start.y), Point(side + reach, end.y), end
    left, right = (one, other) if one.left < other.left else (other, one)
    start, end = Point(left.right, left.centre.y), Point(right.left, right.centre.y)
    bend = GAP / 2
    return start, Point(start.x + bend, start.y), Point(end.x - bend, end.y), end
