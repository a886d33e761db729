"""The map on half a page: services around what they work on together, and a few contradictions.

A map of ten services cannot be read on paper beside a text. The summary leaves out what can be
read on the map itself, so that its type is as large as the text's: of each service its triangle,
name and object, and the most important contradictions as arrows with their numbers.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from activitymap.drawing.arrows import (
    COUNT_HEIGHT,
    arrow,
    bolt_box,
    bolt_place,
    count_shapes,
)
from activitymap.drawing.card import ellipse
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, at, between, straight
from activitymap.drawing.describing import description
from activitymap.drawing.labels import free_box, plate
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, shortened, width
from activitymap.drawing.shapes import (
    Align,
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
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.values import ActivitySystem, Element, State
from activitymap.model.wording import worded

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
ARC, ARCS, APART = 30.0, 9.0, 9.0
"""How far an arrow within a row leaves it, and how far one lies from the next."""
CLEAR = 24.0
"""Between an arrow from row to row and what stands in the middle."""


class _Words(NamedTuple):
    """Lines broken to a width, in a size and a weight."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def high(self) -> float:
        return len(self.lines) * self.size * LINE_HEIGHT


class _End(NamedTuple):
    """Where an arrow begins, and whether it leaves downwards (1) or upwards (-1)."""

    point: Point
    way: int


class _Cell(NamedTuple):
    """A service: its words, the middle of its triangle, and whether its words stand above that."""

    system: ActivitySystem
    words: tuple[_Words, _Words]
    node: Point
    above: bool

    @property
    def high(self) -> float:
        return sum(one.high for one in self.words)

    @property
    def end(self) -> "_End":
        """Where arrows begin: the side of the triangle that faces the middle."""
        way = 1 if self.above else -1
        return _End(Point(self.node.x, self.node.y + way * (TRIANGLE / 2 + 3)), way)

    @property
    def box(self) -> Box:
        """The box of the triangle."""
        return Box(*self.node, *self.node).grown(TRIANGLE / 2 + 2)


class _Middle(NamedTuple):
    """What stands between the rows: a shared object, or a need that is a side itself."""

    id: str
    words: _Words
    box: Box
    members: tuple[str, ...]
    is_need: bool


def summary(
    activity_map: ActivityMap, found: Sequence[Contradiction], theme: Theme = LIGHT
) -> Drawing:
    """Return the drawing of a map's services with contradictions, numbered from 1 on.

    Of many services those are drawn that the contradictions are about, and others up to ten.
    """
    systems = _chosen(activity_map, found)
    cells = _cells(systems)
    middles = _middles(activity_map, found, cells)
    shapes: list[Shape] = []
    for middle in middles:
        shapes += _spokes(middle, cells, theme)
    for middle in middles:
        shapes += _middle_shapes(middle, theme)
    for cell in cells.values():
        shapes += _cell_shapes(cell, theme)
    shapes += _arrows(found, cells, middles, theme)
    bottom = max(
        [cell.node.y + TRIANGLE / 2 + GAP + cell.high for cell in cells.values() if not cell.above]
        + [middle.box.bottom for middle in middles],
        default=20.0,
    )
    left = len(activity_map.systems) - len(systems)
    if left:
        words = _Words((worded("and {count} more services", count=left),), SMALLEST)
        shapes += _text(Tag("more", Role.LEGEND), [words], WIDTH / 2, bottom + GAP, theme.quiet)
        bottom += GAP + words.high
    return Drawing(
        tuple(shapes),
        Box(0.0, 0.0, WIDTH, bottom + GAP),
        theme.background,
        activity_map.title or worded("Activity map"),
        description(activity_map, found),
    )


def _chosen(
    activity_map: ActivityMap, found: Iterable[Contradiction]
) -> tuple[ActivitySystem, ...]:
    """Return the services to draw, in the order of the map."""
    first = dict.fromkeys(side.system for one in found for side in one.sides if side.system)
    order = dict.fromkeys([*first, *(system.id for system in activity_map.systems)])
    kept = set(list(order)[:MOST_SERVICES])
    return tuple(system for system in activity_map.systems if system.id in kept)


def _cells(systems: Sequence[ActivitySystem]) -> dict[str, _Cell]:
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
            cells[one.id] = _Cell(one, words[one.id], Point(x, y), above)
    return cells


def _cell_words(system: ActivitySystem, size: float, room: float) -> tuple[_Words, _Words]:
    said = [
        one.text
        for one in system.statements
        if one.element is Element.OBJECT and one.state is State.PRESENT
    ]
    name = shortened(broken(system.name, size, room, bold=True), NAME_LINES)
    words = shortened(broken("; ".join(said), size, room), OBJECT_LINES) if said else ()
    return _Words(name, size, bold=True), _Words(words, size)


_Told = tuple[str, str, tuple[str, ...], bool]
"""The id and words of what stands in the middle, who works on it, and whether it is a need."""


def _needs(
    activity_map: ActivityMap, found: Iterable[Contradiction], cells: dict[str, _Cell]
) -> list[tuple[_Told, float]]:
    """Return the needs that are sides themselves, each with where the service against it is."""
    texts = {need.id: need.text for need in activity_map.needs}
    places: dict[str, float] = {}
    for one in found:
        against = [cells[side.system].node.x for side in one.sides if side.system in cells]
        for side in one.sides:
            if side.id in texts:
                places.setdefault(side.id, against[0] if against else WIDTH)
    return [((need, f"“{texts[need]}”", (), True), x) for need, x in places.items()]


def _middles(
    activity_map: ActivityMap, found: Iterable[Contradiction], cells: dict[str, _Cell]
) -> tuple[_Middle, ...]:
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
        made.append(_Middle(identity, _Words(lines, size), box, members, is_need))
    return tuple(made)


# Shapes -------------------------------------------------------------------------------------


def _spokes(middle: _Middle, cells: dict[str, _Cell], theme: Theme) -> Iterator[Shape]:
    pen = Pen(theme.shared, 1.2, (5.0, 3.0))
    for member in middle.members:
        road = (middle.box.centre, cells[member].end.point)
        yield Line(Tag(middle.id, Role.SHARED_OBJECT), road, pen, opacity=0.6)


def _middle_shapes(middle: _Middle, theme: Theme) -> Iterator[Shape]:
    pen, box = Pen(theme.shared, 1.4), middle.box
    tag = Tag(middle.id, Role.NEED if middle.is_need else Role.SHARED_OBJECT)
    if middle.is_need:
        yield plate(tag, box, theme.shared_fill, Pen(theme.shared, 1.4, (4.0, 3.0)), radius=6)
    else:
        across, down = box.width / 2, box.height / 2
        yield ellipse(tag, box.centre, across * 1.12, down * 1.2, pen, theme.shared_fill)
    yield from _text(tag, [middle.words], box.centre.x, box.top + 8, theme.text)


def _cell_shapes(cell: _Cell, theme: Theme) -> Iterator[Shape]:
    colour, tag = theme.services[cell.system.colour], Tag(cell.system.id, Role.TRIANGLE)
    x, y, half = *cell.node, TRIANGLE / 2
    corners = Point(x, y - half), Point(x + half * 1.15, y + half), Point(x - half * 1.15, y + half)
    yield Polygon(tag, corners, Pen(colour, 1.6), theme.background)
    inner = tuple(between(corners[place], corners[place - 1], 0.5) for place in range(3))
    yield Polygon(tag, inner, Pen(colour, 1.0), None)
    top = y - half - GAP - cell.high if cell.above else y + half + GAP
    named = Tag(cell.system.id, Role.NAME)
    name, said = cell.words
    yield from _text(named, [name], x, top, colour)
    yield from _text(Tag(cell.system.id, Role.STATEMENT), [said], x, top + name.high, theme.text)


def _text(
    tag: Tag, several: Iterable[_Words], x: float, top: float, colour: str
) -> Iterator[Shape]:
    for words in several:
        lines = tuple(
            TextLine(
                line,
                x,
                top + words.size * (LINE_HEIGHT * number + ASCENT),
                width(line, words.size, words.bold),
            )
            for number, line in enumerate(words.lines)
        )
        if lines:
            yield Text(tag, lines, words.size, colour, bold=words.bold, align=Align.MIDDLE)
        top += words.high


# Arrows -------------------------------------------------------------------------------------


def _arrows(
    found: Sequence[Contradiction],
    cells: dict[str, _Cell],
    middles: Sequence[_Middle],
    theme: Theme,
) -> list[Shape]:
    """Return an arrow for each contradiction, with its number where nothing else stands."""
    taken = Crowd([*(cell.box for cell in cells.values()), *(one.box for one in middles)])
    needs = {one.id: one.box for one in middles if one.is_need}
    arrows: list[Shape] = []
    ways: list[Cubic] = []
    for number, one in enumerate(found, start=1):
        ends = _ends(one, cells, needs)
        roads = [_road(*pair, number, middles) for pair in pairwise(ends)]
        for road in roads:
            bolt = bolt_place(road, taken)
            tag = Tag("/".join(one.about), Role.CONTRADICTION)
            arrows.append(arrow(tag, road, Pen(theme.contradiction, 1.8), middle=bolt))
            taken.append(bolt_box(road, bolt))
        ways += roads[:1] or [_beside(end.point) for end in ends[:1]]
    for number, way in enumerate(ways, start=1):
        others = (spot for other in ways if other is not way for spot in _spots(other))
        around_it = Crowd([*taken, *others])
        box = free_box(way, COUNT_HEIGHT, COUNT_HEIGHT, around_it, (0.4, 0.6, 0.3, 0.7))
        taken.append(box)
        arrows += count_shapes(Tag("number", Role.COUNT), number, box, theme)
    return arrows


def _spots(road: Cubic) -> Iterator[Box]:
    """Yield small boxes along an arrow, for the numbers of others to keep clear of it."""
    return (Box(*point, *point).grown(4) for point in (at(road, part / 12) for part in range(13)))


def _ends(one: Contradiction, cells: dict[str, _Cell], needs: dict[str, Box]) -> list[_End]:
    """Return the places that a contradiction joins, each once; needs face the services."""
    ends = [cells[side.system].end for side in one.sides if side.system in cells]
    below = bool(ends) and ends[0].way < 0
    for side in one.sides:
        if side.id in needs:
            box = needs[side.id]
            y, way = (box.bottom, 1) if below else (box.top, -1)
            ends.append(_End(Point(box.centre.x, y), way))
    return list(dict.fromkeys(ends))


def _road(start: _End, end: _End, number: int, middles: Sequence[_Middle]) -> Cubic:
    """Return the way of an arrow, which keeps clear of the middle; each number a little apart."""
    shift = (number - 2) * APART
    first = Point(start.point.x + shift, start.point.y)
    last = Point(end.point.x + shift, end.point.y)
    if abs(last.y - first.y) < CORRIDOR / 2 and start.way != end.way:
        return straight(first, last)
    if start.way == end.way:
        depth = (ARC + (number - 2) * ARCS) * start.way
        return first, Point(first.x, first.y + depth), Point(last.x, last.y + depth), last
    aim = _gap((first.x + last.x) / 2, middles) + shift
    # A cubic curve is half-way where its two middle points weigh three quarters.
    x = (aim - (first.x + last.x) / 8) / 0.75
    down = (last.y - first.y) * 0.4
    return first, Point(x, first.y + down), Point(x, last.y - down), last


def _gap(x: float, middles: Sequence[_Middle]) -> float:
    """Return the place nearest to ``x`` where nothing stands in the middle."""
    boxes = [one.box.grown(CLEAR) for one in middles]
    places = [x, *(edge for box in boxes for edge in (box.left, box.right))]
    free = [
        place
        for place in places
        if CLEAR <= place <= WIDTH - CLEAR
        and not any(box.left < place < box.right for box in boxes)
    ]
    return min(free, key=lambda place: abs(place - x), default=x)


def _beside(end: Point) -> Cubic:
    """Return a short way to the right of a service, for the number of what lies within it."""
    return straight(Point(end.x + TRIANGLE, end.y), Point(end.x + TRIANGLE * 1.5, end.y))
