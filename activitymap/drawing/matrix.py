"""Services by services as a drawing: how often each two pull apart and together, and where.

Each pair has one cell, below the diagonal; the last column counts all of a service. The more
contradictions, the stronger its colour. Where cells are too narrow for words they have numbers,
and so have the services, as in the tables of correlations that journals print.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from activitymap.drawing.directing import directed
from activitymap.drawing.framing import Frame
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import (
    Align,
    Box,
    Drawing,
    Pen,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import (
    Meeting,
    Pair,
    matrix_legend,
    meeting_numbers,
    meeting_words,
    numbers_legend,
    tint_legend,
    total,
)
from activitymap.model.values import ActivitySystem
from activitymap.model.wording import worded

CELL, HEAD, LEAST = 138.0, 130.0, 56.0
NARROWEST, NARROWEST_HEAD = 106.0, 100.0
"""Widths of a cell and of a service's name below which words would be broken."""
TIGHT, TIGHT_HEAD, LOWEST = 40.0, 116.0, 14.0
"""Width of a cell with numbers, of the names beside them, and the least height of its text."""
SIZE, NAME = 11.5, 12.5
PAD = 8.0
MARGIN, NARROW_MARGIN = 20.0, 6.0
LEAST_CELLS = 4
"""Cells that the legend below has room for, however few services there are."""
DARKEST = 0.34
"""How much of the colour of contradictions is in the darkest cell."""


class _Sizes(NamedTuple):
    """The widths of the names and of a cell, the size of type, and whether there are numbers."""

    head: float = HEAD
    cell: float = CELL
    size: float = SIZE
    margin: float = MARGIN
    numbers: bool = False

    @property
    def inset(self) -> float:
        """The space on both sides of the words in a cell."""
        return 4.0 if self.numbers else 12.0


def _sizes(services: int, frame: Frame) -> _Sizes:
    """Return the sizes for so many services; one more column has the totals."""
    size, columns = frame.type(SIZE), services + 1
    if HEAD + columns * CELL + 2 * MARGIN <= frame.room:
        return _Sizes(size=size)
    room = frame.room - 2 * NARROW_MARGIN
    if NARROWEST_HEAD + columns * NARROWEST <= room:
        head = min(max(room - columns * CELL, NARROWEST_HEAD), HEAD)
        return _Sizes(head, min((room - head) / columns, CELL), size, NARROW_MARGIN)
    head = min(max(room - columns * CELL / 2, TIGHT_HEAD), HEAD)
    cell = min(max((room - head) / columns, TIGHT), CELL)
    return _Sizes(head, cell, size, NARROW_MARGIN, numbers=True)


def tint(theme: Theme, count: int, most: int) -> str:
    """Return the ground of a cell of ``count`` contradictions, where ``most`` is the darkest."""
    if not count or theme.only_lines:
        return theme.card
    part = DARKEST * (0.3 + 0.7 * count / max(most, 1))
    channels = (
        round(
            _channel(theme.card, place) * (1 - part) + _channel(theme.contradiction, place) * part
        )
        for place in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _channel(colour: str, place: int) -> int:
    return int(colour[place : place + 2], 16)


def most_of(found: Mapping[Pair, Meeting]) -> int:
    """Return the most contradictions that lie in one cell."""
    return max((len(meeting.contradictions) for meeting in found.values()), default=0)


def matrix(
    activity_map: ActivityMap, found: Mapping[Pair, Meeting], theme: Theme, frame: Frame
) -> Drawing:
    """Return what lies between every two services, and how much of it each has altogether.

    It is as wide as its ``frame`` says, if its type can then be read.
    """
    systems = activity_map.systems
    sizes = _sizes(len(systems), frame)
    wide = max(sizes.head + (len(systems) + 1) * sizes.cell, LEAST_CELLS * sizes.cell)
    shapes, top = _heads(systems, theme, sizes)
    for row in range(len(systems)):
        made, top = _row(systems, row, found, theme, (top, sizes))
        shapes += made
    told = [numbers_legend() if sizes.numbers else matrix_legend()]
    told += [] if theme.only_lines else [tint_legend()]
    around, box = frame.around(Box(0, 0, wide, top), (), " ".join(told), theme)
    return Drawing(
        shapes=(*shapes, *around),
        box=box.grown(sizes.margin),
        background=theme.background,
        title=frame.title or worded("Contradictions and agreements between services"),
        description=" ".join(_described(activity_map, found)),
    )


def _row(
    systems: tuple[ActivitySystem, ...],
    row: int,
    found: Mapping[Pair, Meeting],
    theme: Theme,
    place: tuple[float, _Sizes],
) -> tuple[list[Shape], float]:
    """Return one service's row as far as the diagonal, its total, and where the row ends."""
    (top, sizes), one = place, systems[row]
    cells = [found[frozenset((one.id, other.id))] for other in systems[: row + 1]]
    told = [_told(meeting, sizes) for meeting in (*cells, total(found, one.id))]
    title = f"{row + 1} {one.name}" if sizes.numbers else one.name
    name = broken(title, NAME, sizes.head - 12, bold=True)
    high = len(name) * NAME * LINE_HEIGHT
    tallest = max(map(len, told)) * sizes.size * LINE_HEIGHT
    high = max(LOWEST if sizes.numbers else LEAST, high, tallest) + 2 * PAD
    box = Box(0, top, sizes.head, top + high)
    colour = theme.services[one.colour]
    shapes: list[Shape] = [_words(Tag(one.id, Role.NAME), name, box, NAME, colour, bold=True)]
    for column, meeting in enumerate(cells):
        left = sizes.head + column * sizes.cell
        ground = tint(theme, len(meeting.contradictions), most_of(found))
        cell = Box(left, top, left + sizes.cell, top + high)
        name_of_cell = f"{one.id} {systems[column].id}"
        shapes += _cell(name_of_cell, cell, (told[column], sizes.size), ground, theme)
    left = sizes.head + len(systems) * sizes.cell
    whole = Box(left + sizes.inset / 2, top, left + sizes.cell, top + high)
    shapes += _cell(f"{one.id} total", whole, (told[-1], sizes.size), theme.background, theme)
    return shapes, top + high


def _heads(
    systems: tuple[ActivitySystem, ...], theme: Theme, sizes: _Sizes
) -> tuple[list[Shape], float]:
    """Return the names above the columns, at the foot of their row, and where that ends."""
    names = [f"{row}" if sizes.numbers else one.name for row, one in enumerate(systems, start=1)]
    titles = [
        (one.id, name, theme.services[one.colour]) for one, name in zip(systems, names, strict=True)
    ]
    titles.append(("total", worded("All") if sizes.numbers else worded("Altogether"), theme.quiet))
    room = sizes.cell - sizes.inset
    several = [broken(name, NAME, room, bold=True) for _, name, _ in titles]
    bottom = max(map(len, several)) * NAME * LINE_HEIGHT + PAD
    shapes: list[Shape] = []
    for number, ((identity, _, colour), lines) in enumerate(zip(titles, several, strict=True)):
        left = sizes.head + number * sizes.cell
        high = len(lines) * NAME * LINE_HEIGHT + PAD
        box = Box(left, bottom - high, left + sizes.cell, bottom)
        shapes.append(_words(Tag(identity, Role.NAME), lines, box, NAME, colour, bold=True))
    return shapes, bottom


def _told(meeting: Meeting, sizes: _Sizes) -> tuple[str, ...]:
    if sizes.numbers:
        return (meeting_numbers(meeting),)
    words = "\n".join(meeting_words(meeting)) or "–"
    return broken(words, sizes.size, sizes.cell - sizes.inset)


def _described(activity_map: ActivityMap, found: Mapping[Pair, Meeting]) -> Iterator[str]:
    names = {system.id: system.name for system in activity_map.systems}
    for pair, meeting in found.items():
        if meeting.contradictions or meeting.agreements:
            who = worded(" and ").join(name for one, name in names.items() if one in pair)
            yield f"{who}: {', '.join(meeting_words(meeting))}."


def _cell(
    name: str, box: Box, told: tuple[tuple[str, ...], float], ground: str, theme: Theme
) -> Iterator[Shape]:
    lines, size = told
    tag = Tag(name, Role.CELL)
    yield Polygon(tag, box.corners, Pen(theme.line, 1.0), ground)
    yield _words(tag, lines, box, size, theme.text)


def _words(
    tag: Tag, lines: tuple[str, ...], box: Box, size: float, colour: str, *, bold: bool = False
) -> Text:
    top = box.centre.y - len(lines) * size * LINE_HEIGHT / 2
    told = tuple(
        TextLine(
            line,
            box.centre.x,
            top + size * (ASCENT + number * LINE_HEIGHT),
            width(line, size, bold),
        )
        for number, line in enumerate(lines)
    )
    text = Text(tag, told, size, colour, bold=bold, align=Align.MIDDLE)
    return directed(text, " ".join(lines))
