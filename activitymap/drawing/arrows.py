"""Contradictions as two-headed lightning arrows, counted at rest and in full when chosen."""

import math
from enum import StrEnum
from heapq import nsmallest

from activitymap.drawing.connectors import free_box, plate
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, width
from activitymap.drawing.shapes import (
    Align,
    Anchor,
    Box,
    Line,
    Pen,
    Point,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme

COUNT_SIZE = 13.0
SHORTEST = 60.0
"""Length below which an arrow would have no room for its bolt and its count."""
MOST_TRIED = 60


class ArrowStyle(StrEnum):
    """The two accepted ways to draw a contradiction."""

    LIGHTNING = "lightning"
    PLAIN = "plain"


def arrow(
    tag: Tag,
    start: Point,
    end: Point,
    theme: Theme,
    style: ArrowStyle = ArrowStyle.LIGHTNING,
    width_of_line: float = 2.4,
    ends: tuple[Anchor, Anchor] | None = None,
) -> Line:
    """Return a two-headed arrow between two points, with a bolt in its middle."""
    points = lightning(start, end) if style is ArrowStyle.LIGHTNING else (start, end)
    return Line(
        tag,
        points,
        Pen(theme.contradiction, width_of_line),
        head_at_start=True,
        head_at_end=True,
        start=ends[0] if ends else None,
        end=ends[1] if ends else None,
    )


def lightning(start: Point, end: Point) -> tuple[Point, ...]:
    """Return the corners of a bolt: out, back across, and on."""
    across, down = end.x - start.x, end.y - start.y
    length = math.hypot(across, down) or 1.0
    unit = Point(across / length, down / length)
    side = Point(-unit.y, unit.x)
    high = min(15.0, length * 0.16)
    back = min(12.0, length * 0.1)

    def at(along: float, beside: float) -> Point:
        return Point(
            start.x + unit.x * along + side.x * beside, start.y + unit.y * along + side.y * beside
        )

    middle = length / 2
    return (start, at(middle + back, -high), at(middle - back, high), end)


def shortest_clear(
    one: list[Box], other: list[Box], avoided: list[Box]
) -> tuple[Point, Point] | None:
    """Return the shortest line between the sides of two groups of boxes that crosses no box.

    ``avoided`` may hold the groups too. ``None`` where every short line crosses something.
    """
    starts = [point for box in one for point in _sides(box)]
    ends = [point for box in other for point in _sides(box)]
    lines = nsmallest(
        MOST_TRIED,
        ((math.dist(start, end), start, end) for start in starts for end in ends),
    )
    for length, start, end in lines:
        if length > SHORTEST and not any(crosses(start, end, box) for box in avoided):
            return start, end
    return None


def _sides(box: Box) -> tuple[Point, Point, Point, Point]:
    x, y = box.centre
    return (
        Point(box.left - 3, y),
        Point(box.right + 3, y),
        Point(x, box.top - 3),
        Point(x, box.bottom + 3),
    )


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether a line goes through a box (Liang and Barsky 1984)."""
    first, last = 0.0, 1.0
    for begin, step, low, high in (
        (start.x, end.x - start.x, box.left, box.right),
        (start.y, end.y - start.y, box.top, box.bottom),
    ):
        if step == 0:
            if not low < begin < high:
                return False
            continue
        enter, leave = sorted(((low - begin) / step, (high - begin) / step))
        first, last = max(first, enter), min(last, leave)
        if first >= last:
            return False
    return True


def count_shapes(
    tag: Tag, count: int, points: tuple[Point, Point], taken: list[Box], theme: Theme
) -> list[Shape]:
    """Return the number on an arrow, on a plate that meets nothing that is taken."""
    words = str(count)
    high = COUNT_SIZE * LINE_HEIGHT + 4
    wide = max(high, width(words, COUNT_SIZE, bold=True) + 14)
    box = free_box(points, wide, high, taken)
    taken.append(box)
    line = TextLine(
        words,
        box.centre.x,
        box.top + 2 + COUNT_SIZE * ASCENT,
        width(words, COUNT_SIZE, bold=True),
    )
    return [
        plate(tag, box, theme.background, Pen(theme.contradiction, 1.6)),
        Text(tag, (line,), COUNT_SIZE, theme.contradiction, True, Align.MIDDLE),
    ]
