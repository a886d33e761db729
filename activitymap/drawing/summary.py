"""The map on half a page: services around what they work on together, and a few contradictions.

A map of ten services cannot be read on paper beside a text. The summary leaves out what can be
read on the map itself, so that its type is as large as the text's: of each service its triangle,
name and object, and the most important contradictions as arrows with their numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

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
from activitymap.drawing.directing import directed
from activitymap.drawing.labels import free_box, plate
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, width
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
from activitymap.drawing.summary_places import (
    ARC,
    ARCS,
    CORRIDOR,
    GAP,
    SMALLEST,
    TRIANGLE,
    WIDTH,
    Cell,
    End,
    Middle,
    Words,
    cells_of,
    chosen,
    middles_of,
)
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.wording import worded

APART = 9.0
"""How far an arrow lies from the next."""
CLEAR = 24.0
"""Between an arrow from row to row and what stands in the middle."""


def summary(
    activity_map: ActivityMap, found: Sequence[Contradiction], theme: Theme = LIGHT
) -> Drawing:
    """Return the drawing of a map's services with contradictions, numbered from 1 on.

    Of many services those are drawn that the contradictions are about, and others up to ten.
    """
    systems = chosen(activity_map, found)
    cells = cells_of(systems)
    middles = middles_of(activity_map, found, cells)
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
        words = Words((worded("and {count} more services", count=left),), SMALLEST)
        shapes += _text(Tag("more", Role.LEGEND), [words], WIDTH / 2, bottom + GAP, theme.quiet)
        bottom += GAP + words.high
    return Drawing(
        tuple(shapes),
        Box(0.0, 0.0, WIDTH, bottom + GAP),
        theme.background,
        activity_map.title or worded("Activity map"),
        description(activity_map, found),
    )


# Shapes -------------------------------------------------------------------------------------


def _spokes(middle: Middle, cells: dict[str, Cell], theme: Theme) -> Iterator[Shape]:
    pen = Pen(theme.shared, 1.2, (5.0, 3.0))
    for member in middle.members:
        road = (middle.box.centre, cells[member].end.point)
        yield Line(Tag(middle.id, Role.SHARED_OBJECT), road, pen, opacity=0.6)


def _middle_shapes(middle: Middle, theme: Theme) -> Iterator[Shape]:
    pen, box = Pen(theme.shared, 1.4), middle.box
    tag = Tag(middle.id, Role.NEED if middle.is_need else Role.SHARED_OBJECT)
    if middle.is_need:
        yield plate(tag, box, theme.shared_fill, Pen(theme.shared, 1.4, (4.0, 3.0)), radius=6)
    else:
        across, down = box.width / 2, box.height / 2
        yield ellipse(tag, box.centre, across * 1.12, down * 1.2, pen, theme.shared_fill)
    yield from _text(tag, [middle.words], box.centre.x, box.top + 8, theme.text)


def _cell_shapes(cell: Cell, theme: Theme) -> Iterator[Shape]:
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


def _text(tag: Tag, several: Iterable[Words], x: float, top: float, colour: str) -> Iterator[Shape]:
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
            text = Text(tag, lines, words.size, colour, bold=words.bold, align=Align.MIDDLE)
            yield directed(text, " ".join(words.lines))
        top += words.high


# Arrows -------------------------------------------------------------------------------------


def _arrows(
    found: Sequence[Contradiction],
    cells: dict[str, Cell],
    middles: Sequence[Middle],
    theme: Theme,
) -> list[Shape]:
    """Return an arrow for each contradiction, with its number where nothing else stands."""
    taken = Crowd([*(cell.box for cell in cells.values()), *(one.box for one in middles)])
    needs = {one.id: one.box for one in middles if one.is_need}
    arrows: list[Shape] = []
    ways: dict[int, Cubic] = {}
    for number, one in enumerate(found, start=1):
        ends = _ends(one, cells, needs)
        roads = [_road(*pair, number, middles) for pair in pairwise(ends)]
        for road in roads:
            bolt = bolt_place(road, taken)
            tag = Tag("/".join(one.about), Role.CONTRADICTION)
            arrows.append(arrow(tag, road, Pen(theme.contradiction, 1.8), middle=bolt))
            taken.append(bolt_box(road, bolt))
        if ends:
            ways[number] = roads[0] if roads else _beside(ends[0].point)
    for number, way in ways.items():
        others = (spot for other in ways.values() if other is not way for spot in _spots(other))
        around_it = Crowd([*taken, *others])
        box = free_box(way, COUNT_HEIGHT, COUNT_HEIGHT, around_it, (0.4, 0.6, 0.3, 0.7))
        taken.append(box)
        arrows += count_shapes(Tag("number", Role.COUNT), number, box, theme)
    return arrows


def _spots(road: Cubic) -> Iterator[Box]:
    """Yield small boxes along an arrow, for the numbers of others to keep clear of it."""
    return (Box(*point, *point).grown(4) for point in (at(road, part / 12) for part in range(13)))


def _ends(one: Contradiction, cells: dict[str, Cell], needs: dict[str, Box]) -> list[End]:
    """Return the places that a contradiction joins, each once; needs face the services."""
    ends = [cells[side.system].end for side in one.sides if side.system in cells]
    below = bool(ends) and ends[0].way < 0
    for side in one.sides:
        if side.id in needs:
            box = needs[side.id]
            y, way = (box.bottom, 1) if below else (box.top, -1)
            ends.append(End(Point(box.centre.x, y), way))
    return list(dict.fromkeys(ends))


def _road(start: End, end: End, number: int, middles: Sequence[Middle]) -> Cubic:
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


def _gap(x: float, middles: Sequence[Middle]) -> float:
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
