"""The needs under the map: cards in the family's words, and which service serves or hinders them.

At rest a card names the services; lines from everywhere would only tangle. A chosen need, or a
chosen statement, shows the lines: what serves is a plain one with a head, what hinders a broken
one that ends in a bar, so that the two differ without colour.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from activitymap.drawing.between import Part
from activitymap.drawing.card import NAME_SIZE, PADDING, TEXT_SIZE
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.placed import PlacedSystem
from activitymap.drawing.shapes import (
    Box,
    Line,
    Pen,
    Point,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
    around,
)
from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import Bearing, Need
from activitymap.model.wording import worded

WIDE = 190.0
SMALL = 10.0
BLOCKS = 3.0
"""Space between whose words, the need and who bears on it."""
BESIDE, BELOW = 24.0, 56.0
"""Space between two needs, and between the map and its needs."""
BAR = 9.0
"""Half the length of the bar in which a line that hinders ends."""
UNSERVED = (5.0, 4.0)


class Needs:
    """Draws the needs of a map, and remembers what it drew for the next time."""

    def __init__(self) -> None:
        self._known: dict[str, Part] = {}
        self.boxes: dict[str, Box] = {}

    def draw(
        self,
        activity_map: ActivityMap,
        systems: Mapping[str, PlacedSystem],
        others: Iterable[Box],
        theme: Theme,
    ) -> list[Part]:
        """Return the parts of the needs; unchanged ones are the same objects as before.

        ``others`` are the boxes of what else the row has to stay below. The boxes of the cards
        are kept in ``boxes``, by the needs' ids.
        """
        if not activity_map.needs:
            self._known, self.boxes = {}, {}
            return []
        taken = [*(placed.box for placed in systems.values()), *others]
        told = _told(activity_map)
        self.boxes = need_boxes(told, around(taken) if taken else None)
        parts: dict[str, Part] = {}
        for one in told:
            key = (one, self.boxes[one.need.id], theme)
            known = self._known.get(one.need.id)
            parts[one.need.id] = known if known and known.key == key else _part(*key)
        self._known = parts
        return list(parts.values())

    def lines(
        self,
        activity_map: ActivityMap,
        chosen: Iterable[str],
        rows: Mapping[str, Box],
        theme: Theme,
    ) -> list[Shape]:
        """Return lines between the chosen needs or statements and what they bear on.

        ``rows`` are the boxes of the statements that are drawn.
        """
        wanted = set(chosen)
        return [
            shape
            for mark in activity_map.need_marks
            if {mark.need, mark.statement} & wanted
            and mark.statement in rows
            and mark.need in self.boxes
            for shape in _line(
                mark.need, mark.bearing, _foot(rows[mark.statement]), self.boxes[mark.need], theme
            )
        ]


class Told(NamedTuple):
    """A need, and the sentences that say which services serve and hinder it."""

    need: Need
    served: bool
    sentences: tuple[str, ...]


def _told(activity_map: ActivityMap) -> list[Told]:
    """Return the needs with who serves and who hinders them, in the order of the map."""
    bearings = _bearings(activity_map)
    found = []
    for need in activity_map.needs:
        named = bearings.get(need.id, {})
        serving, hindering = (", ".join(named.get(bearing, ())) for bearing in Bearing)
        sentences = [
            worded("served by {services}", services=serving)
            if serving
            else worded("nobody serves it")
        ]
        if hindering:
            sentences.append(worded("hindered by {services}", services=hindering))
        found.append(Told(need, bool(serving), tuple(sentences)))
    return found


def _bearings(activity_map: ActivityMap) -> dict[str, dict[Bearing, dict[str, None]]]:
    """Return for each need the names of the services that serve and that hinder it."""
    owner = {one.id: system.name for system in activity_map.systems for one in system.statements}
    found: dict[str, dict[Bearing, dict[str, None]]] = {}
    for mark in activity_map.need_marks:
        named = found.setdefault(mark.need, {}).setdefault(mark.bearing, {})
        named[owner[mark.statement]] = None
    return found


def need_boxes(told: Iterable[Told], above: Box | None) -> dict[str, Box]:
    """Return the boxes of the needs: rows as wide as the map, under all that is ``above``."""
    room = max(above.width if above else 0.0, WIDE)
    in_row = max(1, int((room + BESIDE) / (WIDE + BESIDE)))
    middle = (above.left + above.right) / 2 if above else 0.0
    top = (above.bottom if above else 0.0) + BELOW
    boxes: dict[str, Box] = {}
    rest = iter(told)
    while row := list(islice(rest, in_row)):
        heights = [_height(one) for one in row]
        left = middle - (len(row) * (WIDE + BESIDE) - BESIDE) / 2
        for number, (one, height) in enumerate(zip(row, heights, strict=True)):
            start = left + number * (WIDE + BESIDE)
            boxes[one.need.id] = Box(start, top, start + WIDE, top + height)
        top += max(heights) + BESIDE
    return boxes


def _blocks(one: Told) -> list[tuple[tuple[str, ...], float, bool]]:
    """Return the lines of a card in three blocks: whose words, the need, who bears on it."""
    room = WIDE - 2 * PADDING
    caption = one.need.whose or worded("need")
    bearing = tuple(line for told in one.sentences for line in broken(told, SMALL, room))
    return [
        (broken(caption, NAME_SIZE, room, bold=True)[:1], NAME_SIZE, True),
        (broken(one.need.text, TEXT_SIZE, room), TEXT_SIZE, False),
        (bearing, SMALL, False),
    ]


def _height(one: Told) -> float:
    lines = sum(len(block) * size * LINE_HEIGHT for block, size, _ in _blocks(one))
    return 2 * PADDING + lines + 2 * BLOCKS


def _foot(box: Box) -> Point:
    return Point((box.left + box.right) / 2, box.bottom)


def _part(one: Told, box: Box, theme: Theme) -> Part:
    return Part(one.need.id, (one, box, theme), tuple(_card(one, box, theme)), box, (), (box,))


def _card(one: Told, box: Box, theme: Theme) -> Iterator[Shape]:
    """Yield a need's card; one that nobody serves has a broken outline and says so."""
    tag = Tag(one.need.id, Role.NEED, one.need.id)
    outline = Pen(theme.shared, 2.0, () if one.served else UNSERVED)
    yield Polygon(tag, box.corners, outline, theme.card, radius=14.0)
    left, top = box.left + PADDING, box.top + PADDING
    colours = (theme.shared, theme.text, theme.quiet)
    for (lines, size, bold), colour in zip(_blocks(one), colours, strict=True):
        told = tuple(
            TextLine(
                line,
                left,
                top + size * (ASCENT + number * LINE_HEIGHT),
                width(line, size, bold=bold),
            )
            for number, line in enumerate(lines)
        )
        yield Text(tag, told, size, colour, bold=bold)
        top += len(lines) * size * LINE_HEIGHT + BLOCKS


def _line(need: str, bearing: Bearing, start: Point, box: Box, theme: Theme) -> Iterator[Shape]:
    """Yield the line by which something serves or hinders a need, down to its upper edge."""
    end = Point(min(max(start.x, box.left + 20), box.right - 20), box.top)
    if bearing is Bearing.HINDERS:
        end = Point(end.x, end.y - 5)
    yield from bearing_shapes(bearing, start, end, Tag(need, Role.BEARING, need), theme)


def bearing_shapes(
    bearing: Bearing, start: Point, end: Point, tag: Tag, theme: Theme
) -> Iterator[Shape]:
    """Yield a line that serves or hinders: with a head, or broken and ending in a bar."""
    if bearing is Bearing.SERVES:
        yield Line(tag, (start, end), Pen(theme.shared, 1.6), head_at_end=True)
        return
    yield Line(tag, (start, end), Pen(theme.contradiction, 1.6, (6.0, 4.0)))
    long = math.hypot(end.x - start.x, end.y - start.y) or 1.0
    across, down = (end.y - start.y) / long * BAR, (start.x - end.x) / long * BAR
    bar = (Point(end.x - across, end.y - down), Point(end.x + across, end.y + down))
    yield Line(tag, bar, Pen(theme.contradiction, 2.4))
