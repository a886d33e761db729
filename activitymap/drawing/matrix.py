"""Services by services as a drawing: how often each two pull apart and together, and where.

Each pair has one cell, below the diagonal; the last column counts all of a service. The more
contradictions, the stronger its colour.
"""

from collections.abc import Iterator, Mapping

from activitymap.drawing.directing import directed
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
    meeting_words,
    tint_legend,
    total,
)
from activitymap.model.values import ActivitySystem
from activitymap.model.wording import worded

CELL, HEAD, LEAST = 138.0, 130.0, 56.0
SIZE, NAME = 11.5, 12.5
PAD = 8.0
MARGIN = 20.0
DARKEST = 0.34
"""How much of the colour of contradictions is in the darkest cell."""


def tint(theme: Theme, count: int, most: int) -> str:
    """Return the ground of a cell of ``count`` contradictions, where ``most`` is the darkest."""
    if not count or not _is_tinted(theme):
        return theme.card
    part = DARKEST * (0.3 + 0.7 * count / max(most, 1))
    channels = (
        round(
            _channel(theme.card, place) * (1 - part) + _channel(theme.contradiction, place) * part
        )
        for place in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _is_tinted(theme: Theme) -> bool:
    """Whether a theme has grounds other than that of its cards."""
    return theme.contradiction_band != theme.card


def _channel(colour: str, place: int) -> int:
    return int(colour[place : place + 2], 16)


def most_of(found: Mapping[Pair, Meeting]) -> int:
    """Return the most contradictions that lie in one cell."""
    return max((len(meeting.contradictions) for meeting in found.values()), default=0)


def matrix(activity_map: ActivityMap, found: Mapping[Pair, Meeting], theme: Theme) -> Drawing:
    """Return what lies between every two services, and how much of it each has altogether."""
    systems = activity_map.systems
    wide = max(HEAD + (len(systems) + 1) * CELL, 4 * CELL)
    told = [matrix_legend()] + ([tint_legend()] if _is_tinted(theme) else [])
    legend = broken(" ".join(told), SIZE, wide)
    shapes: list[Shape] = [_legend(legend, theme)]
    heads, top = _heads(systems, theme, _height(legend) + 2 * PAD)
    shapes += heads
    for row in range(len(systems)):
        made, top = _row(systems, row, found, theme, top)
        shapes += made
    return Drawing(
        shapes=tuple(shapes),
        box=Box(0, 0, wide, top).grown(MARGIN),
        background=theme.background,
        title=worded("Contradictions and agreements between services"),
        description=" ".join(_described(activity_map, found)),
    )


def _row(
    systems: tuple[ActivitySystem, ...],
    row: int,
    found: Mapping[Pair, Meeting],
    theme: Theme,
    top: float,
) -> tuple[list[Shape], float]:
    """Return one service's row as far as the diagonal, its total, and where the row ends."""
    one = systems[row]
    cells = [found[frozenset((one.id, other.id))] for other in systems[: row + 1]]
    told = [_told(meeting) for meeting in (*cells, total(found, one.id))]
    name = broken(one.name, NAME, HEAD - 12, bold=True)
    high = max([LEAST, len(name) * NAME * LINE_HEIGHT, *map(_height, told)]) + 2 * PAD
    box = Box(0, top, HEAD, top + high)
    colour = theme.services[one.colour]
    shapes: list[Shape] = [_words(Tag(one.id, Role.NAME), name, box, NAME, colour, bold=True)]
    for column, meeting in enumerate(cells):
        left = HEAD + column * CELL
        ground = tint(theme, len(meeting.contradictions), most_of(found))
        cell = Box(left, top, left + CELL, top + high)
        name_of_cell = f"{one.id} {systems[column].id}"
        shapes += _cell(name_of_cell, cell, told[column], ground, theme)
    left = HEAD + len(systems) * CELL
    whole = Box(left + PAD, top, left + CELL, top + high)
    shapes += _cell(f"{one.id} total", whole, told[-1], theme.background, theme)
    return shapes, top + high


def _heads(
    systems: tuple[ActivitySystem, ...], theme: Theme, top: float
) -> tuple[list[Shape], float]:
    """Return the names above the columns, at the foot of their row, and where that ends."""
    titles = [(one.id, one.name, theme.services[one.colour]) for one in systems]
    titles.append(("total", worded("Altogether"), theme.quiet))
    several = [broken(name, NAME, CELL - 12, bold=True) for _, name, _ in titles]
    bottom = top + max(map(len, several)) * NAME * LINE_HEIGHT + PAD
    shapes: list[Shape] = []
    for number, ((identity, _, colour), lines) in enumerate(zip(titles, several, strict=True)):
        left = HEAD + number * CELL
        high = len(lines) * NAME * LINE_HEIGHT + PAD
        box = Box(left, bottom - high, left + CELL, bottom)
        shapes.append(_words(Tag(identity, Role.NAME), lines, box, NAME, colour, bold=True))
    return shapes, bottom


def _legend(lines: tuple[str, ...], theme: Theme) -> Text:
    told = tuple(
        TextLine(line, 0.0, SIZE * (ASCENT + number * LINE_HEIGHT), width(line, SIZE))
        for number, line in enumerate(lines)
    )
    return Text(Tag("legend", Role.LEGEND), told, SIZE, theme.quiet)


def _told(meeting: Meeting) -> tuple[str, ...]:
    return broken("\n".join(meeting_words(meeting)) or "–", SIZE, CELL - 12)


def _height(lines: tuple[str, ...]) -> float:
    return len(lines) * SIZE * LINE_HEIGHT


def _described(activity_map: ActivityMap, found: Mapping[Pair, Meeting]) -> Iterator[str]:
    names = {system.id: system.name for system in activity_map.systems}
    for pair, meeting in found.items():
        if meeting.contradictions or meeting.agreements:
            who = worded(" and ").join(name for one, name in names.items() if one in pair)
            yield f"{who}: {', '.join(meeting_words(meeting))}."


def _cell(
    name: str, box: Box, lines: tuple[str, ...], ground: str, theme: Theme
) -> Iterator[Shape]:
    tag = Tag(name, Role.CELL)
    yield Polygon(tag, box.corners, Pen(theme.line, 1.0), ground)
    yield _words(tag, lines, box, SIZE, theme.text)


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
