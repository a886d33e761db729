"""One service as a drawing of its own, in coordinates around the middle of its triangle."""

from dataclasses import dataclass
from functools import lru_cache

from activitymap.drawing.card import Card, card, card_shapes, ellipse, node_sign, row_boxes
from activitymap.drawing.directing import directed
from activitymap.drawing.measures import SCREEN, Measures
from activitymap.drawing.measuring import LINE_HEIGHT, broken, shortened, width
from activitymap.drawing.shapes import (
    Align,
    Anchor,
    Box,
    Curve,
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
from activitymap.drawing.triangle import CROSS_LINES, GAP, INNER, OUTER, card_boxes, nodes
from activitymap.model.values import ActivitySystem, Element, Statement
from activitymap.model.wording import language

TITLE_ROOM = 320.0
TITLE_LINES = 4
NODE = 6.5


@dataclass(frozen=True, slots=True)
class SystemDrawing:
    """The shapes of a system, the box around them, and the places that arrows start from.

    ``title`` is the box of the name, ``nodes`` are the corners and sides of the triangle, ``cards``
    the boxes of the elements, ``rows`` those of the statements by id; statements that are only
    counted share the row that counts them.
    """

    system: str
    shapes: tuple[Shape, ...]
    box: Box
    title: Box
    nodes: dict[Element, Point]
    cards: dict[Element, Box]
    rows: dict[str, Box]


class _Key:
    """What a drawing of a system depends on: all of it but its place, shared parts by identity."""

    def __init__(self, system: ActivitySystem) -> None:
        self.system = system

    def __hash__(self) -> int:
        # By name too: all systems without statements share one empty tuple.
        return hash((self.system.id, self.system.name, id(self.system.statements)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Key):
            return False
        mine, theirs = self.system, other.system
        return mine is theirs or (
            mine.statements is theirs.statements
            and mine.id == theirs.id
            and mine.name == theirs.name
            and mine.colour == theirs.colour
            and mine.mirrored == theirs.mirrored
            and mine.scale == theirs.scale
        )


def system_drawing(
    system: ActivitySystem, theme: Theme, cross_lines: bool = False, measures: Measures = SCREEN
) -> SystemDrawing:
    """Return the drawing of a system; it stays the same object while only the place changes."""
    return _drawn(_Key(system), theme, cross_lines, measures, language())


@lru_cache(maxsize=4_000)
def _drawn(
    key: _Key, theme: Theme, cross_lines: bool, measures: Measures, _language: int
) -> SystemDrawing:
    system = key.system
    colour = theme.services[system.colour]
    grouped = _by_element(system)
    cards = {one: card(one, statements, measures) for one, statements in grouped.items()}
    heights = {element: content.height for element, content in cards.items()}
    scale = system.scale * measures.triangle
    boxes = card_boxes(heights, scale, system.mirrored, measures.card)
    places = nodes(scale, system.mirrored)
    shapes = _triangle(system, places, theme, cross_lines)
    shapes.append(_outcome_arrow(system.id, places, boxes[Element.OUTCOME], colour))
    shapes += _nodes(system.id, places, grouped, colour, theme)
    for element, content in cards.items():
        shapes += card_shapes(content, boxes[element], system.id, colour, theme)
    title, title_box = _title(system, boxes, colour, measures.name)
    # The plate keeps the name legible where an arrow passes behind it.
    plate = Polygon(title.tag, title_box.corners, None, theme.background, radius=6.0)
    shapes += [plate, title]
    return SystemDrawing(
        system=system.id,
        shapes=tuple(shapes),
        box=around([*boxes.values(), title_box]),
        title=title_box,
        nodes=places,
        cards=boxes,
        rows=_rows(cards, boxes),
    )


def _by_element(system: ActivitySystem) -> dict[Element, list[Statement]]:
    found: dict[Element, list[Statement]] = {element: [] for element in Element}
    for statement in system.statements:
        found[statement.element].append(statement)
    return found


def _rows(cards: dict[Element, Card], boxes: dict[Element, Box]) -> dict[str, Box]:
    rows: dict[str, Box] = {}
    for element, content in cards.items():
        rows |= row_boxes(content, boxes[element])
    return rows


def _triangle(
    system: ActivitySystem, places: dict[Element, Point], theme: Theme, cross_lines: bool
) -> list[Shape]:
    tag = Tag(system.id, Role.TRIANGLE, system.id)
    colour = theme.services[system.colour]
    outer, inner = (tuple(places[one] for one in corners) for corners in (OUTER, INNER))
    shapes: list[Shape] = []
    if theme.tint:
        # A fill that lets arrows behind it shine through.
        shapes.append(Polygon(tag, outer, None, colour, opacity=theme.tint))
    if cross_lines:
        cross = Tag(system.id, Role.CROSS_LINE, system.id)
        shapes += [
            Line(cross, (places[one], places[other]), Pen(colour, 1.0, (2.0, 4.0)))
            for one, other in CROSS_LINES
        ]
    shapes.append(Polygon(tag, inner, Pen(colour, 1.2), None))
    shapes.append(Polygon(tag, outer, Pen(colour, 2.0, theme.dashes[system.colour]), None))
    return shapes


def _nodes(
    system: str,
    places: dict[Element, Point],
    grouped: dict[Element, list[Statement]],
    colour: str,
    theme: Theme,
) -> list[Shape]:
    """Return the nodes; one of which everything is missing or unknown carries that sign."""
    shapes: list[Shape] = []
    for element, place in places.items():
        tag = Tag(f"{system}/{element}", Role.NODE, system)
        shapes.append(ellipse(tag, place, NODE, NODE, Pen(colour, 2.0), theme.card))
        states = {statement.state for statement in grouped[element]}
        if len(states) == 1:
            shapes += node_sign(tag, states.pop(), place, colour)
    return shapes


def _outcome_arrow(system: str, places: dict[Element, Point], box: Box, colour: str) -> Shape:
    start = places[Element.OBJECT]
    side = 1.0 if box.centre.x > start.x else -1.0
    near = box.left if side > 0 else box.right
    end = Point(near + side * 26.0, box.top - 2)
    over = Point(end.x - side * 6.0, start.y + 4)
    return Curve(
        Tag(f"{system}/{Element.OUTCOME}", Role.OUTCOME_ARROW, system),
        (start, Point((start.x + over.x) / 2, start.y + 2), over, end),
        Pen(colour, 1.6),
        head_at_end=True,
        start=Anchor(system, Element.OBJECT),
        end=Anchor(system, Element.OUTCOME),
    )


def _title(
    system: ActivitySystem, boxes: dict[Element, Box], colour: str, size: float
) -> tuple[Text, Box]:
    """Return the name over the tools; in narrow lines where the cards beside reach up to it."""
    beside = (boxes[Element.SUBJECT], boxes[Element.OBJECT])
    foot = boxes[Element.TOOLS].top
    text, box = _title_lines(system, TITLE_ROOM, foot, colour, size)
    if any(box.meets(card.grown(GAP / 2)) for card in beside):
        free = min(min(abs(card.left), abs(card.right)) for card in beside) - GAP
        text, box = _title_lines(system, 2 * free, foot, colour, size)
    return text, box


def _title_lines(
    system: ActivitySystem, room: float, foot: float, colour: str, size: float
) -> tuple[Text, Box]:
    lines = shortened(broken(system.name, size, room, bold=True), TITLE_LINES)
    step = size * LINE_HEIGHT
    first = foot - GAP - step * (len(lines) - 1)
    placed = tuple(
        TextLine(text, 0.0, first + step * number, width(text, size, bold=True))
        for number, text in enumerate(lines)
    )
    half = max(line.width for line in placed) / 2 + 4
    text = Text(
        Tag(system.id, Role.NAME, system.id),
        placed,
        size,
        colour,
        bold=True,
        align=Align.MIDDLE,
    )
    return directed(text, system.name), Box(-half, first - size, half, foot - GAP + 6)
