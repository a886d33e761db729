"""Shared objects with their connectors, and the links between services."""

from collections.abc import Mapping
from dataclasses import dataclass

from activitymap.drawing.card import ellipse
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import (
    Align,
    Anchor,
    Box,
    Curve,
    Pen,
    Point,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme
from activitymap.model.values import Element, Link, LinkKind, SharedObject

NAME_SIZE = 13.0
CAPTION_SIZE = 10.0
ROOM = 150.0
LABEL_SIZE = 11.0
ENDS = {
    LinkKind.PRODUCES_TOOL: (Element.OUTCOME, Element.TOOLS),
    LinkKind.PRODUCES_SUBJECT: (Element.OUTCOME, Element.SUBJECT),
    LinkKind.PRODUCES_RULE: (Element.OUTCOME, Element.RULES),
    LinkKind.USES_OUTCOME: (Element.OBJECT, Element.OUTCOME),
    LinkKind.NEWER_FORM: (Element.OBJECT, Element.OBJECT),
}
"""The elements that a link of each kind joins, at its source and its target."""


@dataclass(frozen=True, slots=True)
class SharedDrawing:
    """The ellipse of a shared object around its own middle, and its half-axes."""

    shapes: tuple[Shape, ...]
    across: float
    down: float

    @property
    def box(self) -> Box:
        """The box around the ellipse, around its middle."""
        return Box(-self.across, -self.down, self.across, self.down)


def shared_drawing(shared: SharedObject, theme: Theme) -> SharedDrawing:
    """Return the drawing of a shared object: a gold ellipse with its name."""
    lines = broken(shared.name, NAME_SIZE, ROOM) or ("",)
    step = NAME_SIZE * LINE_HEIGHT
    height = CAPTION_SIZE * LINE_HEIGHT + step * len(lines)
    widest = max(width(line, NAME_SIZE) for line in lines)
    across, down = max(70.0, widest / 2 * 1.25 + 16), max(34.0, height / 2 * 1.3 + 10)
    tag = Tag(shared.id, Role.SHARED_OBJECT, shared.id)
    top = -height / 2
    caption = "shared object"
    texts = [
        TextLine(caption, 0.0, top + CAPTION_SIZE * ASCENT, width(caption, CAPTION_SIZE)),
    ]
    names = tuple(
        TextLine(
            line,
            0.0,
            top + CAPTION_SIZE * LINE_HEIGHT + step * number + NAME_SIZE * ASCENT,
            width(line, NAME_SIZE),
        )
        for number, line in enumerate(lines)
    )
    return SharedDrawing(
        (
            ellipse(
                tag,
                Point(0, 0),
                across,
                down,
                Pen(theme.shared, 1.6, (6.0, 4.0)),
                theme.shared_fill,
            ),
            Text(tag, tuple(texts), CAPTION_SIZE, theme.shared, align=Align.MIDDLE),
            Text(tag, names, NAME_SIZE, theme.text, align=Align.MIDDLE),
        ),
        across,
        down,
    )


def to_shared(
    system: str,
    node: Point,
    clear: float,
    shared: str,
    middle: Point,
    size: SharedDrawing,
    theme: Theme,
) -> Curve:
    """Return the connector from an object node to its shared object.

    It leaves the node level, in the corridor that the cards keep free, up to ``clear``, the x
    where they end, and turns only there.
    """
    towards = 1.0 if clear < middle.x else -1.0
    level = abs(node.y - middle.y) <= size.down * 1.5
    end = Point(middle.x - towards * size.across, middle.y)
    if not level:
        up = -1.0 if node.y < middle.y else 1.0
        end = Point(middle.x - towards * size.across * 0.55, middle.y + up * size.down * 0.83)
    turn = Point(clear, node.y)
    reach = max(30.0, abs(end.x - clear) * 0.8)
    first = Point(clear + (1.0 if clear > node.x else -1.0) * reach, node.y)
    second = (
        Point(end.x - towards * 40.0, end.y)
        if level
        else Point(end.x, end.y + (node.y - end.y) * 0.5)
    )
    level_part = (node, node, turn, turn)
    return Curve(
        Tag(f"{shared}/{system}", Role.LINK, shared),
        (*level_part, first, second, end),
        Pen(theme.shared, 1.8),
        head_at_end=True,
        start=Anchor(system, Element.OBJECT),
        end=Anchor(shared),
    )


def link_shapes(
    link: Link, start: Point, end: Point, taken: list[Box], theme: Theme
) -> tuple[Curve, list[Shape]]:
    """Return the arrow of a link and its label, which keeps clear of the boxes in ``taken``."""
    dashes = (7.0, 4.0) if link.kind is LinkKind.NEWER_FORM else ()
    bend = (end.x - start.x) * 0.35
    points = (start, Point(start.x + bend, start.y), Point(end.x - bend, end.y), end)
    ends = ENDS[link.kind]
    tag = Tag(link.id, Role.LINK, link.id)
    curve = Curve(
        tag,
        points,
        Pen(theme.quiet, 1.6, dashes),
        head_at_end=True,
        start=Anchor(link.source, ends[0]),
        end=Anchor(link.target, ends[1]),
    )
    return curve, label_shapes(tag, link.label or str(link.kind), points, taken, theme)


def label_shapes(
    tag: Tag, words: str, points: tuple[Point, ...], taken: list[Box], theme: Theme
) -> list[Shape]:
    """Return a label on a curve where it meets nothing that is taken."""
    wide, high = width(words, LABEL_SIZE) + 12, LABEL_SIZE * LINE_HEIGHT + 4
    box = free_box(points, wide, high, taken)
    taken.append(box)
    line = TextLine(
        words, box.centre.x, box.top + 2 + LABEL_SIZE * ASCENT, width(words, LABEL_SIZE)
    )
    return [
        plate(tag, box, theme.background, None),
        Text(tag, (line,), LABEL_SIZE, theme.quiet, align=Align.MIDDLE),
    ]


def plate(tag: Tag, box: Box, fill: str, pen: Pen | None) -> Polygon:
    """Return a rounded plate behind a label."""
    corners = (
        Point(box.left, box.top),
        Point(box.right, box.top),
        Point(box.right, box.bottom),
        Point(box.left, box.bottom),
    )
    return Polygon(tag, corners, pen, fill, radius=min(8.0, box.height / 2))


def free_box(points: tuple[Point, ...], wide: float, high: float, taken: list[Box]) -> Box:
    """Return the box nearest the middle of a curve that meets none of the boxes in ``taken``.

    It slides along the curve first, then away from it.
    """
    for away in (0.0, 20.0, -20.0, 40.0, -40.0, 70.0, -70.0, 110.0, -110.0, 160.0, 240.0, 340.0):
        for part in (50, 45, 55, 40, 60, 33, 67, 25, 75, 17, 83, 10, 90):
            x, y = along(points, part / 100)
            box = Box(x - wide / 2, y + away - high / 2, x + wide / 2, y + away + high / 2)
            if not any(box.meets(other) for other in taken):
                return box
    lowest = max(box.bottom for box in taken)
    x = along(points, 0.5).x
    return Box(x - wide / 2, lowest + 8, x + wide / 2, lowest + 8 + high)


def along(points: tuple[Point, ...], part: float) -> Point:
    """Return the point of a cubic curve, or a line, at ``part`` of the way."""
    if len(points) == 4:
        rest = 1 - part
        weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
        return Point(
            sum(weight * point.x for weight, point in zip(weights, points, strict=True)),
            sum(weight * point.y for weight, point in zip(weights, points, strict=True)),
        )
    start, end = points[0], points[-1]
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


Places = Mapping[str, Point]
