"""Shared objects with their connectors, and the links between services."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from activitymap.drawing.card import ellipse
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic
from activitymap.drawing.directing import directed
from activitymap.drawing.labels import free_box, plate
from activitymap.drawing.lanes import lane_road
from activitymap.drawing.measures import SCREEN, Measures
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.placed import PlacedSystem
from activitymap.drawing.roads import Port, ports, road
from activitymap.drawing.shapes import (
    Align,
    Anchor,
    Box,
    Curve,
    Pen,
    Point,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import moved
from activitymap.model.values import Element, Link, LinkKind, SharedObject
from activitymap.model.wording import worded

NAME_SIZE = 13.0
CAPTION_SIZE = 10.0
ROOM = 150.0
LABEL_SIZE = 11.0
LABEL_ROOM = 180.0
CLEARANCE = 8.0
"""Space between a connector and the cards that it passes."""
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


def shared_drawing(
    shared: SharedObject, theme: Theme, measures: Measures = SCREEN
) -> SharedDrawing:
    """Return the drawing of a shared object: a gold ellipse with its name."""
    return _drawn(shared.id, shared.name, worded("shared object"), theme, measures)


@lru_cache(maxsize=4_000)
def _drawn(
    identity: str, name: str, caption: str, theme: Theme, measures: Measures
) -> SharedDrawing:
    small = measures.type(CAPTION_SIZE)
    lines = broken(name, NAME_SIZE, min(ROOM, measures.card)) or ("",)
    step = NAME_SIZE * LINE_HEIGHT
    height = small * LINE_HEIGHT + step * len(lines)
    widest = max(width(line, NAME_SIZE) for line in lines)
    across, down = max(70.0, widest / 2 * 1.25 + 16), max(34.0, height / 2 * 1.3 + 10)
    tag = Tag(identity, Role.SHARED_OBJECT, identity)
    top = -height / 2
    texts = [
        TextLine(caption, 0.0, top + small * ASCENT, width(caption, small)),
    ]
    names = tuple(
        TextLine(
            line,
            0.0,
            top + small * LINE_HEIGHT + step * number + NAME_SIZE * ASCENT,
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
            Text(tag, tuple(texts), small, theme.shared, align=Align.MIDDLE),
            directed(Text(tag, names, NAME_SIZE, theme.text, align=Align.MIDDLE), name),
        ),
        across,
        down,
    )


def shared_box(shared: SharedObject, theme: Theme, measures: Measures = SCREEN) -> Box:
    """Return the box around a shared object where it lies, with some air."""
    x, y = _point(shared)
    return shared_drawing(shared, theme, measures).box.moved(x, y).grown(6)


def shared_shapes(
    shared: SharedObject,
    systems: Mapping[str, PlacedSystem],
    theme: Theme,
    measures: Measures = SCREEN,
) -> Iterator[Shape]:
    """Yield the connectors of a shared object, and then its ellipse with its name."""
    middle, size = _point(shared), shared_drawing(shared, theme, measures)
    members = {member: systems[member] for member in shared.systems}
    if measures.columns is None:
        for member, placed in members.items():
            node = placed.node(Element.OBJECT)
            yield to_shared(member, node, clear_of(placed), shared.id, middle, size, theme)
    else:
        for member, placed in members.items():
            lane = _lane(placed, members.values(), measures)
            node = placed.node(Element.OBJECT)
            points = lane_road(node, lane, middle, size.across, size.down)
            yield connector(member, shared.id, points, theme)
    yield from (moved(shape, *middle) for shape in size.shapes)


def clear_of(placed: PlacedSystem) -> float:
    """Return the x at which the corridor from a service's object to the outside ends."""
    outcome = placed.card(Element.OUTCOME)
    return outcome.left - CLEARANCE if placed.mirrored else outcome.right + CLEARANCE


def _lane(placed: PlacedSystem, members: Iterable[PlacedSystem], measures: Measures) -> float:
    """Return the x of the lane, clear of the cards, that a service on paper has with others.

    Services above one another share that on their outer side, facing columns that between them.
    """
    if measures.columns == 1:
        return max(one.box.right for one in members) + CLEARANCE
    if placed.mirrored:
        return min(clear_of(one) for one in members if one.mirrored)
    return max(clear_of(one) for one in members if not one.mirrored)


def _point(shared: SharedObject) -> Point:
    return Point(shared.place.x, shared.place.y) if shared.place else Point(0.0, 0.0)


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
        # Where it has to turn back, it does so at once.
        ahead = (end.x - clear) * out > 0
        reach = max(30.0, abs(end.x - clear) * 0.8) if ahead else 30.0
        second = Point(end.x, end.y + (node.y - end.y) * 0.5)
    first = Point(clear + out * reach, node.y)
    level_part = (node, node, turn, turn)
    return connector(system, shared, (*level_part, first, second, end), theme)


def connector(system: str, shared: str, points: tuple[Point, ...], theme: Theme) -> Curve:
    """Return a connector from the object of a service to what it shares, through some points."""
    return Curve(
        Tag(f"{shared}/{system}", Role.LINK, shared),
        points,
        Pen(theme.shared, 1.8, theme.shared_dashes),
        head_at_end=True,
        start=Anchor(system, Element.OBJECT),
        end=Anchor(shared),
    )


def link_ports(link: Link, systems: Mapping[str, PlacedSystem]) -> tuple[list[Port], list[Port]]:
    """Return where a link may start and end: off the middles, where contradictions' arrows end."""
    first, second = ENDS[link.kind]
    return (
        ports(systems[link.source].card(first), 1.0, 0.3),
        ports(systems[link.target].card(second), 1.0, 0.3),
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


def link_label(
    link: Link, points: Cubic, taken: Crowd, theme: Theme, measures: Measures = SCREEN
) -> list[Shape]:
    """Return the label of a link on its arrow, where it meets no box in ``taken``."""
    tag = Tag(link.id, Role.LINK, link.id)
    words = link.label or worded(str(link.kind))
    size = measures.type(LABEL_SIZE)
    lines = broken(words, size, LABEL_ROOM)
    step = size * LINE_HEIGHT
    wide = max(width(line, size) for line in lines) + 12
    box = free_box(points, wide, step * len(lines) + 4, taken)
    taken.append(box)
    placed = tuple(
        TextLine(
            line,
            box.centre.x,
            box.top + 2 + size * ASCENT + step * number,
            width(line, size),
        )
        for number, line in enumerate(lines)
    )
    return [
        plate(tag, box, theme.background, None),
        directed(Text(tag, placed, size, theme.quiet, align=Align.MIDDLE), words),
    ]
