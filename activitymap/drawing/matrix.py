"""Services by services as a drawing: how often each two pull apart and together, by level."""

from collections.abc import Iterator, Mapping
from itertools import product

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
from activitymap.model.comparing import Meeting, Pair, meeting_words
from activitymap.model.wording import worded

CELL, HIGH, HEAD = 128.0, 78.0, 130.0
SIZE, NAME = 11.5, 12.5
MARGIN = 20.0


def matrix(activity_map: ActivityMap, found: Mapping[Pair, Meeting], theme: Theme) -> Drawing:
    """Return the square of all services, with what lies between every two."""
    systems = activity_map.systems
    shapes: list[Shape] = []
    for number, system in enumerate(systems):
        colour = theme.services[system.colour]
        across = Box(HEAD + number * CELL, 0, HEAD + (number + 1) * CELL, HIGH * 0.7)
        down = Box(0, HIGH * 0.7 + number * HIGH, HEAD, HIGH * 0.7 + (number + 1) * HIGH)
        for box in (across, down):
            shapes += _words(Tag(system.id, Role.NAME), system.name, box, NAME, colour, bold=True)
    for (row, one), (column, other) in product(enumerate(systems), repeat=2):
        left, top = HEAD + column * CELL, HIGH * 0.7 + row * HIGH
        meeting = found[frozenset((one.id, other.id))]
        box = Box(left, top, left + CELL, top + HIGH)
        shapes += _cell(f"{one.id} {other.id}", box, meeting, theme)
    wide, high = HEAD + len(systems) * CELL, HIGH * 0.7 + len(systems) * HIGH
    return Drawing(
        shapes=tuple(shapes),
        box=Box(0, 0, wide, high).grown(MARGIN),
        background=theme.background,
        title=worded("Contradictions and agreements between services"),
        description=" ".join(_told(activity_map, found)),
    )


def _told(activity_map: ActivityMap, found: Mapping[Pair, Meeting]) -> Iterator[str]:
    names = {system.id: system.name for system in activity_map.systems}
    for pair, meeting in found.items():
        if meeting.contradictions or meeting.agreements:
            who = worded(" and ").join(name for one, name in names.items() if one in pair)
            yield f"{who}: {', '.join(meeting_words(meeting))}."


def _cell(name: str, box: Box, meeting: Meeting, theme: Theme) -> Iterator[Shape]:
    tag = Tag(name, Role.CARD)
    fill = theme.contradiction_band if meeting.contradictions else theme.card
    yield Polygon(tag, box.corners, Pen(theme.line, 1.0), fill)
    words = "\n".join(meeting_words(meeting)) or "–"
    yield from _words(tag, words, box, SIZE, theme.text)


def _words(
    tag: Tag, words: str, box: Box, size: float, colour: str, *, bold: bool = False
) -> Iterator[Shape]:
    lines = broken(words, size, box.width - 12, bold)
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
    yield Text(tag, told, size, colour, bold=bold, align=Align.MIDDLE)
