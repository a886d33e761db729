"""Shared objects with their connectors, and the links between services."""

from dataclasses import dataclass

from activitymap.drawing.card import ellipse
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, at
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.roads import Port, road
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
LABEL_ROOM = 180.0
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
    turn = Point(clear, node.y)
    out = 1.0 if clear > node.x else -1.0
    if abs(node.y - middle.y) <= size.down * 0.5:
        end = Point(middle.x - towards * size.across, middle.y)
        reach = abs(end.x - clear) / 3
        second = Point(end.x - towards * reach, end.y)
    else:
        up = -1.0 if node.y < middle.y else 1.0
        end = Point(middle.x - towards * size.across * 0.55, middle.y + up * size.down * 0.83)
        reach = max(30.0, abs(end.x - clear) * 0.8)
        second = Point(end.x, end.y + (node.y - end.y) * 0.5)
    first = Point(clear + out * reach, node.y)
    level_part = (node, node, turn, turn)
    return Curve(
        Tag(f"{shared}/{system}", Role.LINK, shared),
        (*level_part, first, second, end),
        Pen(theme.shared, 1.8),
        head_at_end=True,
        start=Anchor(system, Element.OBJECT),
        end=Anchor(shared),
    )


def link_arrow(
    link: Link, ends: tuple[list[Port], list[Port]], obstacles: Crowd, theme: Theme
) -> Curve:
    """Return the arrow of a link, which goes around ``obstacles`` where it can."""
    dashes = (7.0, 4.0) if link.kind is LinkKind.NEWER_FORM else ()
    points = road(*ends, obstacles)
    elements = ENDS[link.kind]
    return Curve(
        Tag(link.id, Role.LINK, link.id),
        points,
        Pen(theme.quiet, 1.6, dashes),
        head_at_end=True,
        start=Anchor(link.source, elements[0]),
        end=Anchor(link.target, elements[1]),
    )


def link_label(link: Link, points: Cubic, taken: Crowd, theme: Theme) -> list[Shape]:
    """Return the label of a link on its arrow, where it meets no box in ``taken``."""
    tag = Tag(link.id, Role.LINK, link.id)
    words = link.label or str(link.kind)
    lines = broken(words, LABEL_SIZE, LABEL_ROOM)
    step = LABEL_SIZE * LINE_HEIGHT
    wide = max(width(line, LABEL_SIZE) for line in lines) + 12
    box = free_box(points, wide, step * len(lines) + 4, taken)
    taken.append(box)
    placed = tuple(
        TextLine(
            line,
            box.centre.x,
            box.top + 2 + LABEL_SIZE * ASCENT + step * number,
            width(line, LABEL_SIZE),
        )
        for number, line in enumerate(lines)
    )
    return [
        plate(tag, box, theme.background, None),
        Text(tag, placed, LABEL_SIZE, theme.quiet, align=Align.MIDDLE),
    ]


def plate(tag: Tag, box: Box, fill: str, pen: Pen | None, radius: float = 8.0) -> Polygon:
    """Return a rounded plate behind a label."""
    return Polygon(tag, box.corners, pen, fill, radius=min(radius, box.height / 2))


_ALONG = tuple(part / 100 for part in (50, 45, 55, 40, 60, 33, 67, 25, 75, 17, 83, 10, 90))
_AWAY = (0, 20, -20, 40, -40, 70, -70, 110, -110, 160, -160, 240, -240, 340)


def free_box(
    points: Cubic, wide: float, high: float, taken: Crowd, first: tuple[float, ...] = ()
) -> Box:
    """Return a box on a curve, or else near it, that meets none of the boxes in ``taken``.

    It is tried at the parts ``first`` of the curve, slides along it then, and away from it last.
    """
    places = [at(points, part) for part in (*first, *_ALONG)]
    for away in _AWAY:
        for x, y in places:
            box = Box(x - wide / 2, y + away - high / 2, x + wide / 2, y + away + high / 2)
            if taken.is_free(box):
                return box
    lowest = max(box.bottom for box in taken)
    x = at(points, 0.5).x
    return Box(x - wide / 2, lowest + 8, x + wide / 2, lowest + 8 + high)
