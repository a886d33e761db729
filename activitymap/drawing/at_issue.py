"""What is at issue, for a whole room: small triangles face to face, what clashes in large type.

Of the elements that do not clash only the names are drawn. Cards stand above the level of the
objects, as on the map, so that the connectors of the shared object pass beneath them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from activitymap.drawing.arrows import arrow
from activitymap.drawing.connectors import shared_drawing
from activitymap.drawing.curves import Cubic, straight
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, shortened, width
from activitymap.drawing.shapes import (
    Box,
    Drawing,
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
from activitymap.drawing.small_triangle import (
    LABEL_SIZE,
    NAME_SIZE,
    SCALE,
    service_name,
    small_triangle,
    triangle_places,
)
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import extent, moved
from activitymap.drawing.triangle import HALF_HEIGHT, nodes
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Side
from activitymap.model.judging import Kind
from activitymap.model.values import ActivitySystem, Element
from activitymap.model.wording import worded

TEXT_SIZE = 17.0
CARD_WIDTH, PADDING, BAR = 330.0, 12.0, 5.0
HALF_GAP = 62.0
"""Half of the space between two cards, for the arrow."""
TO_CARD = 112.0
"""From the middle of a triangle to its card."""
LIFT = 16.0
"""How far the cards end above the level of the objects."""
MOST_LINES = 9
MARGIN = 14.0


class _Spot(NamedTuple):
    """Where a side stands: in the left column or the right one, and how far down its objects."""

    right: bool
    level: float


class _Said(NamedTuple):
    """A side with its card, around the inner lower corner of the card."""

    side: Side
    system: ActivitySystem | None
    colour: str
    head: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of the card."""
        text = len(self.lines) * TEXT_SIZE * LINE_HEIGHT
        return 2 * PADDING + LABEL_SIZE * LINE_HEIGHT + text


def at_issue(activity_map: ActivityMap, found: Contradiction, theme: Theme) -> Drawing:
    """Return the drawing of one contradiction: who says what, and where in the triangles.

    Sides stand in two columns; those of one service stand above its one triangle. A need has a
    card and no triangle.
    """
    said = [_said(side, activity_map, theme) for side in found.sides]
    alone = len(said) == 2 and said[0].system is not None and said[0].system is said[1].system
    spots = _spots(said)
    cards = [_card_box(one, spot) for one, spot in zip(said, spots, strict=True)]
    shapes: list[Shape] = []
    if alone:
        shapes += _beneath(said, cards, theme)
    else:
        shapes += _shared(activity_map, said, spots, theme)
        shapes += _beside(said, spots, cards, theme)
    shapes += _arrows(found, cards, theme)
    for one, box in zip(said, cards, strict=True):
        shapes += _card(one, box, theme)
    return Drawing(
        shapes=tuple(shapes),
        box=around(map(extent, shapes)).grown(MARGIN),
        background=theme.background,
        title=worded("Face to face"),
        description=found.told,
    )


def _said(side: Side, activity_map: ActivityMap, theme: Theme) -> _Said:
    system = next((one for one in activity_map.systems if one.id == side.system), None)
    need = next((one for one in activity_map.needs if one.id == side.id), None)
    if side.element is not None:
        head = worded(str(side.element))
    else:
        head = ", ".join(filter(None, (worded("need"), need.whose if need else "")))
    text = f"“{side.text}”" if side.text else head
    lines = shortened(broken(text, TEXT_SIZE, CARD_WIDTH - 2 * PADDING - BAR), MOST_LINES)
    colour = theme.services[system.colour] if system else theme.shared
    return _Said(side, system, colour, head.upper(), lines)


def _spots(said: Sequence[_Said]) -> list[_Spot]:
    """Return the spot of each side: left and right in turn, every two of them further down."""
    reach = 2 * HALF_HEIGHT * SCALE + 2 * LABEL_SIZE * LINE_HEIGHT
    spots, level = [], 0.0
    for place in range(len(said)):
        if place and place % 2 == 0:
            above = max(one.height for one in said[place : place + 2])
            level += reach + above + LIFT + 30
        spots.append(_Spot(right=place % 2 == 1, level=level))
    return spots


def _card_box(one: _Said, spot: _Spot) -> Box:
    left = HALF_GAP if spot.right else -HALF_GAP - CARD_WIDTH
    bottom = spot.level - LIFT
    return Box(left, bottom - one.height, left + CARD_WIDTH, bottom)


def _card(one: _Said, box: Box, theme: Theme) -> Iterator[Shape]:
    """Yield a card: a bar in the colour of the service, the element, and the words in large."""
    group = one.system.id if one.system else one.side.id
    role = Role.STATEMENT if one.system else Role.NEED
    tag = Tag(one.side.id, role, group)
    yield Polygon(
        Tag(one.side.id, Role.CARD, group), box.corners, Pen(one.colour, 1.6), theme.card, radius=6
    )
    bar = Box(box.left, box.top, box.left + BAR, box.bottom)
    yield Polygon(tag, bar.corners, None, theme.contradiction)
    left, top = box.left + BAR + PADDING, box.top + PADDING
    wide = width(one.head, LABEL_SIZE, bold=True)
    head = TextLine(one.head, left, top + LABEL_SIZE * (ASCENT - 0.2), wide)
    yield Text(Tag(group, Role.ELEMENT_NAME, group), (head,), LABEL_SIZE, one.colour, bold=True)
    top += LABEL_SIZE * LINE_HEIGHT
    lines = tuple(
        TextLine(
            line,
            left,
            top + TEXT_SIZE * (ASCENT + number * LINE_HEIGHT),
            width(line, TEXT_SIZE),
        )
        for number, line in enumerate(one.lines)
    )
    yield Text(tag, lines, TEXT_SIZE, theme.text)


# Triangles ----------------------------------------------------------------------------------


def _beside(
    said: Sequence[_Said], spots: Sequence[_Spot], cards: Sequence[Box], theme: Theme
) -> Iterator[Shape]:
    """Yield a triangle outside of each card, with a line from the card to its element."""
    for one, spot, box in zip(said, spots, cards, strict=True):
        if one.system is None:
            continue
        away = HALF_GAP + CARD_WIDTH + TO_CARD
        middle = Point(away if spot.right else -away, spot.level)
        places = triangle_places(middle, mirrored=spot.right)
        strong = {one.side.element}
        yield from small_triangle(one.system, places, strong, theme)
        top = places[Element.TOOLS].y - LABEL_SIZE * LINE_HEIGHT - 14
        yield from service_name(one.system, middle.x, top, theme)
        if one.side.element in places:
            edge = Point(box.right if spot.right else box.left, box.bottom - PADDING)
            yield _lead(one, places[one.side.element], edge)


def _beneath(said: Sequence[_Said], cards: Sequence[Box], theme: Theme) -> Iterator[Shape]:
    """Yield the one triangle beneath two cards of the same service, with a line from each."""
    system = said[0].system
    assert system is not None
    middle = Point(0.0, max(box.bottom for box in cards) + HALF_HEIGHT * SCALE + 34)
    places = triangle_places(middle, mirrored=False)
    yield from small_triangle(system, places, {one.side.element for one in said}, theme)
    below = places[Element.RULES].y + 2 * LABEL_SIZE * LINE_HEIGHT + 12
    yield from service_name(system, middle.x, below + NAME_SIZE, theme)
    for one, box in zip(said, cards, strict=True):
        if one.side.element in places:
            yield _lead(one, places[one.side.element], Point(box.centre.x, box.bottom))


def _lead(one: _Said, node: Point, edge: Point) -> Shape:
    """Return the line from a card to the element in which it stands."""
    group = one.system.id if one.system else ""
    return Line(Tag(group, Role.LINK, group), (edge, node), Pen(one.colour, 1.6, (3.0, 3.0)))


# Between them -------------------------------------------------------------------------------


def _shared(
    activity_map: ActivityMap, said: Sequence[_Said], spots: Sequence[_Spot], theme: Theme
) -> Iterator[Shape]:
    """Yield the object that all sides share, between them, with a line to each object."""
    members = {one.system.id for one in said if one.system}
    shared = next(
        (
            one
            for one in activity_map.shared_objects
            if len(members) > 1 and members <= set(one.systems)
        ),
        None,
    )
    if shared is None:
        return
    size = shared_drawing(shared, theme)
    middle = Point(0.0, size.down + 4)
    for one, spot in zip(said, spots, strict=True):
        if one.system is not None:
            away = HALF_GAP + CARD_WIDTH + TO_CARD
            inner = nodes(SCALE, mirrored=False)[Element.OBJECT].x
            side = 1.0 if spot.right else -1.0
            node = Point(side * (away - inner), spot.level)
            label = width(worded(str(Element.OBJECT)), LABEL_SIZE, bold=True) + 16
            start = Point(node.x - side * label, node.y)
            end = Point(middle.x + side * size.across, middle.y)
            tag = Tag(shared.id, Role.SHARED_OBJECT, shared.id)
            yield Line(tag, (start, end), Pen(theme.shared, 1.4))
    yield from (moved(shape, *middle) for shape in size.shapes)


def _arrows(found: Contradiction, cards: Sequence[Box], theme: Theme) -> Iterator[Shape]:
    """Yield the arrows from card to card; those of more than two sides make a ring."""
    name = "+".join(found.about)
    pen = Pen(theme.contradiction, 3.0 if found.kind is Kind.CONTRADICTION else 2.0)
    ends = list(pairwise(cards))
    if len(cards) > 2:
        ends.append((cards[-1], cards[0]))
    for one, other in ends:
        yield arrow(Tag(name, Role.CONTRADICTION, name), _road(one, other), pen)


def _road(one: Box, other: Box) -> Cubic:
    """Return the straight way between the inner sides of two cards, or down a column."""
    if one.left == other.left:
        upper, lower = sorted((one, other), key=lambda box: box.top)
        start = Point(upper.centre.x, upper.bottom + 4)
        end = Point(lower.centre.x, lower.top - 4)
    else:
        left, right = sorted((one, other), key=lambda box: box.left)
        start = Point(left.right + 4, left.centre.y)
        end = Point(right.left - 4, right.centre.y)
    return straight(start, end)
