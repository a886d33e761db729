"""A contradiction as a two-headed lightning arrow along a road, and the number that it carries."""

from enum import StrEnum

from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, at, direction, length, split
from activitymap.drawing.labels import free_box, plate
from activitymap.drawing.measuring import width
from activitymap.drawing.shapes import (
    Align,
    Anchor,
    Box,
    Curve,
    Line,
    Pen,
    Point,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme

COUNT_SIZE = 12.0
COUNT_HEIGHT = 20.0
HIGH, BACK = 15.0, 11.0
"""How far the corners of a bolt lie beside and along its road."""


class ArrowStyle(StrEnum):
    """The two accepted ways to draw a contradiction."""

    LIGHTNING = "lightning"
    PLAIN = "plain"


def arrow(
    tag: Tag,
    road: Cubic,
    pen: Pen,
    style: ArrowStyle = ArrowStyle.LIGHTNING,
    ends: tuple[Anchor, Anchor] | None = None,
    middle: float = 0.5,
) -> Line | Curve:
    """Return a two-headed arrow along a road, its bolt at the part ``middle`` (0 to 1) of it."""
    start, end = ends or (None, None)
    bolt = style is ArrowStyle.LIGHTNING
    points: tuple[Point, ...]
    if _is_straight(road):
        points = (road[0], *_corners(road, middle), road[3]) if bolt else (road[0], road[3])
        return Line(tag, points, pen, head_at_start=True, head_at_end=True, start=start, end=end)
    points = _bent_lightning(road, middle) if bolt else road
    return Curve(tag, points, pen, head_at_start=True, head_at_end=True, start=start, end=end)


def bolt_place(road: Cubic, *taken: Crowd) -> float:
    """Return the part of a road, near its middle, where a bolt meets nothing that is taken."""
    parts = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.25, 0.75)
    free = (part for part in parts if all(crowd.is_free(bolt_box(road, part)) for crowd in taken))
    return next(free, 0.5)


def bolt_box(road: Cubic, middle: float) -> Box:
    """Return the box of the bolt at the part ``middle`` of a road."""
    one, other = _corners(road, middle)
    left, right = sorted((one.x, other.x))
    top, bottom = sorted((one.y, other.y))
    return Box(left, top, right, bottom).grown(3)


def _corners(road: Cubic, part: float) -> tuple[Point, Point]:
    long = length(road)
    high, back = min(HIGH, long * 0.16), min(BACK, long * 0.1)
    middle, along = at(road, part), direction(road, part)
    return (
        Point(
            middle.x + along.x * back + along.y * high, middle.y + along.y * back - along.x * high
        ),
        Point(
            middle.x - along.x * back - along.y * high, middle.y - along.y * back + along.x * high
        ),
    )


def _is_straight(road: Cubic) -> bool:
    start, first, second, end = road
    across, down = end.x - start.x, end.y - start.y
    return all(
        abs((point.x - start.x) * down - (point.y - start.y) * across) < 0.01
        for point in (first, second)
    )


def _bent_lightning(road: Cubic, middle: float) -> tuple[Point, ...]:
    """Return a curve to one corner of the bolt, the bolt, and a curve on from the other."""
    before, after = split(road, middle)
    one, other = _corners(road, middle)
    leads = _pulled(before, one)
    back = _pulled((after[3], after[2], after[1], after[0]), other)
    return (*leads, one, other, other, back[2], back[1], back[0])


def _pulled(curve: Cubic, end: Point) -> Cubic:
    """Return a curve with its end moved, the control point before it moving along."""
    x, y = end.x - curve[3].x, end.y - curve[3].y
    return curve[0], curve[1], Point(curve[2].x + x, curve[2].y + y), end


def count_box(count: int, road: Cubic, taken: Crowd, middle: float) -> Box:
    """Return where the number of an arrow meets nothing that is taken: beside its bolt, or near."""
    wide = max(COUNT_HEIGHT, width(str(count), COUNT_SIZE, bold=True) + 11)
    step = (wide / 2 + HIGH + 3) / max(length(road), 1.0)
    parts = (middle + step * times for times in (1, -1, 1.6, -1.6))
    near = tuple(part for part in parts if 0.1 < part < 0.9)
    return free_box(road, wide, COUNT_HEIGHT, taken, near)


def count_shapes(tag: Tag, count: int, box: Box, theme: Theme, *, full: bool = True) -> list[Shape]:
    """Return a number on a plate; one of mere tensions and gaps is hollow."""
    words = str(count)
    baseline = box.centre.y + COUNT_SIZE * 0.36
    line = TextLine(words, box.centre.x, baseline, width(words, COUNT_SIZE, bold=True))
    red, ground = theme.contradiction, theme.background
    colour = ground if full else red
    rim = Pen(ground, 1.5) if full else Pen(red, 1.5)
    return [
        plate(tag, box, red if full else ground, rim, radius=COUNT_HEIGHT / 2),
        Text(tag, (line,), COUNT_SIZE, colour, bold=True, align=Align.MIDDLE),
    ]
