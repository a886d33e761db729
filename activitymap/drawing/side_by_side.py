"""Services side by side: an element a row, a service a column, and lines where they meet.

What clashes is joined by lightning, what agrees by a plain double line. Lines run behind the
cards, so that they show in the gaps between the columns. Where there are too many to follow,
each card has the number of its contradictions, and only what is chosen has its lines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from activitymap.drawing.arrows import COUNT_HEIGHT, count_shapes
from activitymap.drawing.card import MARK, PADDING, TEXT_SIZE, mark_shapes
from activitymap.drawing.directing import directed
from activitymap.drawing.framing import Frame
from activitymap.drawing.legend import state_entries
from activitymap.drawing.measuring import (
    ASCENT,
    LINE_HEIGHT,
    as_written,
    broken,
    shortened,
    width,
)
from activitymap.drawing.shapes import (
    Box,
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
from activitymap.drawing.side_legend import count_entries, element_pen, line_entries
from activitymap.drawing.side_lines import NONE, Chosen, Joint, joints, line_shapes
from activitymap.drawing.side_sizes import Sizes, sizes_of
from activitymap.drawing.telling import of_pairs
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import faded
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import open_ones
from activitymap.model.contradictions.finding import Agreement, Contradiction
from activitymap.model.judging import Kind
from activitymap.model.values import ActivitySystem, Element, State, Statement
from activitymap.model.wording import worded

BETWEEN, ROW_GAP = 7.0, 14.0
CROWD = 30
"""Lines from which on only those of what is chosen are drawn."""
BESIDE = 0.35
"""Strength of the cards that have no part in what is chosen."""


class _Grid(NamedTuple):
    """Where everything stands: cards and cells by id, the tops of the rows, and the whole.

    A cell is where an element of a service stands, by ``system-id/element``.
    """

    boxes: dict[str, Box]
    cells: dict[str, Box]
    rows: dict[Element, float]
    columns: dict[str, float]
    size: tuple[float, float]
    sizes: Sizes


def side_by_side(
    activity_map: ActivityMap,
    contradictions: Iterable[Contradiction],
    agreements: Iterable[Agreement],
    theme: Theme,
    chosen: Chosen = NONE,
    frame: Frame | None = None,
) -> Drawing:
    """Return the comparison of all services; what was dismissed or resolved is left out.

    The lines of what is ``chosen`` are strong, and the cards that they do not join are faint. A
    figure has a ``frame``, is as wide as it says if that can be, and shows all statements whole.
    """
    systems = activity_map.systems
    grid = _grid(systems, sizes_of(len(systems), frame))
    found, agreements = open_ones(contradictions), tuple(agreements)
    places = grid.cells | grid.boxes
    all_joints = joints(found, agreements, places)
    strong = [one for one in all_joints if chosen.picks(one)]
    crowded = len(all_joints) > CROWD
    weak = [] if crowded or strong else all_joints
    near = {end for one in strong for end in one.ends} | chosen.cards
    cards = dict(_cards(systems, grid, theme, chosen))
    lines = list(line_shapes(strong or weak, places, grid.sizes.gap, theme, strong=bool(strong)))
    shapes: list[Shape] = [] if strong else lines
    shapes += _frame(systems, grid, theme)
    far = [identity for identity in cards if strong and identity not in near]
    for identity in far:
        shapes += [faded(shape, BESIDE) for shape in cards.pop(identity)]
    shapes += lines if strong else []
    shapes += _cells(strong or weak, grid, theme)
    shapes += [shape for several in cards.values() for shape in several]
    if crowded:
        shapes += _badges(found, places, theme)
    box = Box(0, 0, *grid.size)
    if frame:
        entries = [*line_entries(weak, theme), *(count_entries(theme) if crowded else ())]
        entries += state_entries(systems, theme)
        made, box = frame.around(box, entries, "", theme)
        shapes += made
    return Drawing(
        shapes=tuple(shapes),
        box=box.grown(grid.sizes.margin),
        background=theme.background,
        title=(frame and frame.title) or worded("Services side by side"),
        description=worded(
            "Services side by side: {names}.", names=", ".join(one.name for one in systems)
        ),
        alternatives=of_pairs(activity_map, found, agreements),
    )


def _grid(systems: Sequence[ActivitySystem], sizes: Sizes) -> _Grid:
    step = sizes.column + sizes.gap
    columns = {system.id: sizes.head + number * step for number, system in enumerate(systems)}
    names = [len(_name_lines(system, sizes)) for system in systems]
    top = max(names, default=1) * sizes.name * LINE_HEIGHT + 2 * ROW_GAP
    boxes: dict[str, Box] = {}
    cells: dict[str, Box] = {}
    rows: dict[Element, float] = {}
    for element in Element:
        bottom = top + 2 * sizes.element * LINE_HEIGHT + PADDING
        for system in systems:
            y = top
            left = columns[system.id]
            for one in system.statements:
                if one.element is element:
                    boxes[one.id] = Box(left, y, left + sizes.column, y + _height(one, sizes))
                    y = boxes[one.id].bottom + BETWEEN
            lowest = max(y - BETWEEN, top + TEXT_SIZE * LINE_HEIGHT + 2 * PADDING)
            cells[f"{system.id}/{element}"] = Box(left, top, left + sizes.column, lowest).grown(4)
            bottom = max(bottom, y - BETWEEN)
        rows[element] = top
        top = bottom + 2 * ROW_GAP
    wide = sizes.head + len(systems) * step
    return _Grid(boxes, cells, rows, columns, (wide, top - 2 * ROW_GAP), sizes)


def _name_lines(system: ActivitySystem, sizes: Sizes) -> tuple[str, ...]:
    # A name may stand above the gap beside the column too.
    return broken(system.name, sizes.name, sizes.column + sizes.gap - 10, bold=True)


def _indent(statement: Statement) -> float:
    return 0.0 if statement.state is State.PRESENT else MARK


def _lines(statement: Statement, sizes: Sizes) -> tuple[str, ...]:
    room = sizes.column - 2 * sizes.padding - _indent(statement)
    return shortened(broken(statement.words, TEXT_SIZE, room), sizes.lines)


def _height(statement: Statement, sizes: Sizes) -> float:
    return len(_lines(statement, sizes)) * TEXT_SIZE * LINE_HEIGHT + 2 * PADDING


def _frame(systems: Sequence[ActivitySystem], grid: _Grid, theme: Theme) -> Iterator[Shape]:
    """Yield the names of the services and of the elements, with a line above each row."""
    for system in systems:
        tag = Tag(system.id, Role.NAME, system.id)
        ink = theme.services[system.colour]
        lines = _name_lines(system, grid.sizes)
        left = grid.columns[system.id]
        text = _text(tag, lines, Point(left, 0), grid.sizes.name, ink, bold=True)
        yield directed(text, system.name, left + grid.sizes.column)
    for element, top in grid.rows.items():
        tag = Tag(f"row {element}", Role.ELEMENT_NAME)
        y = top - ROW_GAP
        yield Line(tag, (Point(0, y), Point(grid.size[0], y)), Pen(theme.line, 1.0))
        size = grid.sizes.element
        words = broken(worded(str(element)), size, grid.sizes.head - 8, bold=True)
        place = Point(0, top + PADDING - 4)
        yield _text(tag, words, place, size, theme.quiet, bold=True)


def _text(
    tag: Tag, lines: Iterable[str], corner: Point, size: float, ink: str, *, bold: bool = False
) -> Text:
    told = tuple(
        TextLine(
            line,
            corner.x,
            corner.y + size * (ASCENT + number * LINE_HEIGHT),
            width(line, size, bold),
        )
        for number, line in enumerate(lines)
    )
    return Text(tag, told, size, ink, bold=bold)


def _cards(
    systems: Sequence[ActivitySystem], grid: _Grid, theme: Theme, chosen: Chosen
) -> Iterator[tuple[str, list[Shape]]]:
    """Yield the shapes of each statement's card, by its id."""
    pad = grid.sizes.padding
    for system in systems:
        ink = theme.services[system.colour]
        for one in system.statements:
            box = grid.boxes[one.id]
            tag = Tag(one.id, Role.STATEMENT, system.id)
            said = one.state is State.PRESENT
            dashes = () if said else (4.0, 3.0)
            pen = Pen(ink, 2.6 if one.id in chosen.cards else 1.0, dashes)
            corner = Point(box.left + pad + _indent(one), box.top + PADDING)
            lines = _lines(one, grid.sizes)
            text = _text(tag, lines, corner, TEXT_SIZE, theme.text if said else theme.quiet)
            text = directed(
                replace(text, words=as_written(one.words, lines)),
                one.words,
                box.right - pad - _indent(one),
            )
            shapes: list[Shape] = [
                Polygon(tag, box.corners, pen, theme.card, radius=6.0),
                text,
            ]
            if not said:
                across = box.right - pad - 5 if text.leftwards else box.left + pad + 5
                middle = Point(across, corner.y + TEXT_SIZE * LINE_HEIGHT / 2 + 1)
                shapes += mark_shapes(one.state, middle, one.id, system.id, theme)
            yield one.id, shapes


def _cells(shown: Iterable[Joint], grid: _Grid, theme: Theme) -> Iterator[Shape]:
    """Yield a frame around each whole element at which a line ends."""
    for identity in dict.fromkeys(end for one in shown for end in one.ends if end in grid.cells):
        tag = Tag(identity, Role.CARD, identity.partition("/")[0])
        yield Polygon(tag, grid.cells[identity].corners, element_pen(theme), None, radius=8.0)


def _badges(
    found: Iterable[Contradiction], places: Mapping[str, Box], theme: Theme
) -> Iterator[Shape]:
    """Yield the number of contradictions with other cards of each card, at its corner."""
    counted: dict[str, list[Contradiction]] = {}
    for one in found:
        joined = dict.fromkeys(side.id for side in one.sides if side.id in places)
        for identity in joined if len(joined) > 1 else ():
            counted.setdefault(identity, []).append(one)
    for identity, several in counted.items():
        corner = places[identity]
        x, y = corner.right - 2, corner.top + 2
        box = Box(x, y, x, y).grown(COUNT_HEIGHT / 2)
        full = any(one.kind is Kind.CONTRADICTION for one in several)
        yield from count_shapes(Tag(identity, Role.COUNT), len(several), box, theme, full=full)
