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
from activitymap.drawing.directing import directed
from activitymap.drawing.measures import SCREEN, Measures
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
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.need_words import alarms, said
from activitymap.model.needs_table import Service, service_of
from activitymap.model.values import Bearing, Element, Need
from activitymap.model.wording import worded

WIDE = 190.0
SMALL = 10.0
BLOCKS = 3.0
"""Space between whose words, the need, who bears on it, and what stands out."""
BESIDE, BELOW = 24.0, 56.0
"""Space between two needs, and between the map and its needs."""
BAR = 9.0
"""Half the length of the bar in which a line that hinders ends."""
GAP = (5.0, 4.0)
"""Dashes around a need that is a gap."""


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
        measures: Measures = SCREEN,
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
        self.boxes = need_boxes(told, around(taken) if taken else None, measures)
        parts: dict[str, Part] = {}
        for one in told:
            key = (one, self.boxes[one.need.id], theme, measures)
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
    """A need, what stands out at it, and in quiet words which services serve and hinder it."""

    need: Need
    service: Service
    alarms: tuple[str, ...]
    sentences: tuple[str, ...]


class Block(NamedTuple):
    """Some lines of a card in one size and colour."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    colour: str
    words: str = ""


def _told(activity_map: ActivityMap) -> list[Told]:
    """Return the needs with who serves and who hinders them, in the order of the map."""
    owner = {
        one.id: (system.name, one.element)
        for system in activity_map.systems
        for one in system.statements
    }
    marked: dict[str, dict[Bearing, list[str]]] = {}
    for mark in activity_map.need_marks:
        marked.setdefault(mark.need, {}).setdefault(mark.bearing, []).append(mark.statement)
    return [_told_of(need, marked.get(need.id, {}), owner) for need in activity_map.needs]


def _told_of(
    need: Need, marked: Mapping[Bearing, list[str]], owner: Mapping[str, tuple[str, Element]]
) -> Told:
    serving, hindering = (
        [owner[statement] for statement in marked.get(bearing, ())] for bearing in Bearing
    )
    service = service_of(need.reviewed, (element for _, element in serving))
    sentences = [worded(str(need.basis))] if need.basis else []
    for template, found in (
        ("served by {services}", serving),
        ("hindered by {services}", hindering),
    ):
        if found:
            names = ", ".join(dict.fromkeys(name for name, _ in found))
            sentences.append(worded(template, services=names))
    if service is Service.OPEN:
        sentences.append(worded(str(service)))
    return Told(need, service, alarms(service, bool(serving and hindering)), tuple(sentences))


def need_boxes(
    told: Iterable[Told], above: Box | None, measures: Measures = SCREEN
) -> dict[str, Box]:
    """Return the boxes of the needs: rows as wide as the map, under all that is ``above``."""
    room = max(above.width if above else 0.0, WIDE)
    in_row = max(1, int((room + BESIDE) / (WIDE + BESIDE)))
    middle = (above.left + above.right) / 2 if above else 0.0
    top = (above.bottom if above else 0.0) + BELOW
    boxes: dict[str, Box] = {}
    rest = iter(told)
    while row := list(islice(rest, in_row)):
        heights = [_height(one, measures) for one in row]
        left = middle - (len(row) * (WIDE + BESIDE) - BESIDE) / 2
        for number, (one, height) in enumerate(zip(row, heights, strict=True)):
            start = left + number * (WIDE + BESIDE)
            boxes[one.need.id] = Box(start, top, start + WIDE, top + height)
        top += max(heights) + BESIDE
    return boxes


def _blocks(one: Told, theme: Theme, measures: Measures) -> list[Block]:
    """Return the lines of a card: whose words, the need, how sure and who bears on it, alarms."""
    room = WIDE - 2 * PADDING
    name, small = measures.type(NAME_SIZE), measures.type(SMALL)
    caption, words = one.need.whose or worded("need"), said(one.need)
    quiet = tuple(line for told in one.sentences for line in broken(told, small, room))
    loud = tuple(line for told in one.alarms for line in broken(told, small, room, bold=True))
    return [
        Block(broken(caption, name, room, bold=True)[:1], name, True, theme.shared),
        Block(broken(words, TEXT_SIZE, room), TEXT_SIZE, False, theme.text, words),
        Block(quiet, small, False, theme.quiet),
        Block(loud, small, True, theme.contradiction),
    ]


def _height(one: Told, measures: Measures) -> float:
    blocks = [block for block in _blocks(one, LIGHT, measures) if block.lines]
    lines = sum(len(block.lines) * block.size * LINE_HEIGHT for block in blocks)
    return 2 * PADDING + lines + BLOCKS * (len(blocks) - 1)


def _foot(box: Box) -> Point:
    return Point((box.left + box.right) / 2, box.bottom)


def _part(one: Told, box: Box, theme: Theme, measures: Measures) -> Part:
    shapes = tuple(_card(one, box, theme, measures))
    return Part(one.need.id, (one, box, theme, measures), shapes, box, (), (box,))


def _card(one: Told, box: Box, theme: Theme, measures: Measures) -> Iterator[Shape]:
    """Yield a need's card; one that is a gap has a broken outline and says so."""
    tag = Tag(one.need.id, Role.NEED, one.need.id)
    gap = one.service.is_gap
    outline = Pen(theme.contradiction if gap else theme.shared, 2.0, GAP if gap else ())
    yield Polygon(tag, box.corners, outline, theme.card, radius=14.0)
    left, top = box.left + PADDING, box.top + PADDING
    for block in _blocks(one, theme, measures):
        told = tuple(
            TextLine(
                line,
                left,
                top + block.size * (ASCENT + number * LINE_HEIGHT),
                width(line, block.size, bold=block.bold),
            )
            for number, line in enumerate(block.lines)
        )
        if told:
            text = Text(tag, told, block.size, block.colour, block.bold, words=block.words)
            yield directed(text, " ".join(block.lines), box.right - PADDING)
            top += len(told) * block.size * LINE_HEIGHT + BLOCKS


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
