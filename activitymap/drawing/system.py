"""One service as a drawing of its own, in coordinates around the middle of its triangle."""

from dataclasses import dataclass
from functools import lru_cache

from activitymap.drawing.card import Card, card, card_shapes, ellipse, row_boxes
from activitymap.drawing.measuring import LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import (
    Align,
    Anchor,
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
from activitymap.drawing.triangle import CROSS_LINES, GAP, INNER, OUTER, card_boxes, nodes
from activitymap.model.values import ActivitySystem, Element, Statement

TITLE_SIZE = 20.0
TITLE_ROOM = 420.0
NODE = 6.0


@dataclass(frozen=True, slots=True)
class SystemDrawing:
    """The shapes of a system, the box around them, and the places that arrows start from.

    ``nodes`` are the corners and sides of the triangle, ``cards`` the boxes of the elements,
    ``rows`` the boxes of the statements by id; a statement that is only counted has its card's.
    """

    system: str
    shapes: tuple[Shape, ...]
    box: Box
    nodes: dict[Element, Point]
    cards: dict[Element, Box]
    rows: dict[str, Box]


class _Key:
    """A system by identity: edits make new systems, so that the same object is the same drawing."""

    def __init__(self, system: ActivitySystem) -> None:
        self.system = system

    def __hash__(self) -> int:
        return id(self.system)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.system is self.system


def system_drawing(
    system: ActivitySystem, theme: Theme, cross_lines: bool = False
) -> SystemDrawing:
    """Return the drawing of a system; the same system in the same theme is laid out once."""
    return _drawn(_Key(system), theme, cross_lines)


@lru_cache(maxsize=4_000)
def _drawn(key: _Key, theme: Theme, cross_lines: bool) -> SystemDrawing:
    system = key.system
    colour = theme.services[system.colour]
    cards = {element: card(element, statements) for element, statements in _by_element(system)}
    heights = {element: content.height for element, content in cards.items()}
    boxes = card_boxes(heights, system.scale, system.mirrored)
    places = nodes(system.scale, system.mirrored)
    shapes = _triangle(system.id, places, colour, theme, cross_lines)
    shapes.append(_outcome_arrow(system.id, places, boxes[Element.OUTCOME], colour))
    shapes += _nodes(system.id, places, colour, theme)
    for element, content in cards.items():
        shapes += card_shapes(content, boxes[element], system.id, colour, theme)
    title, title_box = _title(system, boxes[Element.TOOLS].top, colour)
    shapes.append(title)
    return SystemDrawing(
        system=system.id,
        shapes=tuple(shapes),
        box=around([*boxes.values(), title_box]),
        nodes=places,
        cards=boxes,
        rows=_rows(cards, boxes),
    )


def _by_element(system: ActivitySystem) -> list[tuple[Element, list[Statement]]]:
    found: dict[Element, list[Statement]] = {element: [] for element in Element}
    for statement in system.statements:
        found[statement.element].append(statement)
    return list(found.items())


def _rows(cards: dict[Element, Card], boxes: dict[Element, Box]) -> dict[str, Box]:
    rows: dict[str, Box] = {}
    for element, content in cards.items():
        rows |= row_boxes(content, boxes[element])
    return rows


def _triangle(
    system: str, places: dict[Element, Point], colour: str, theme: Theme, cross_lines: bool
) -> list[Shape]:
    tag = Tag(system, Role.TRIANGLE, system)
    shapes: list[Shape] = [
        Polygon(tag, tuple(places[one] for one in OUTER), Pen(colour, 2.0), theme.triangle),
        Polygon(tag, tuple(places[one] for one in INNER), Pen(colour, 1.2), None),
    ]
    if cross_lines:
        cross = Tag(system, Role.CROSS_LINE, system)
        shapes += [
            Line(cross, (places[one], places[other]), Pen(colour, 1.0, (5.0, 4.0)))
            for one, other in CROSS_LINES
        ]
    return shapes


def _nodes(system: str, places: dict[Element, Point], colour: str, theme: Theme) -> list[Shape]:
    return [
        ellipse(
            Tag(f"{system}/{element}", Role.NODE, system),
            place,
            NODE,
            NODE,
            Pen(colour, 2.0),
            theme.card,
        )
        for element, place in places.items()
    ]


def _outcome_arrow(system: str, places: dict[Element, Point], box: Box, colour: str) -> Shape:
    start = places[Element.OBJECT]
    right = box.left > start.x
    end = Point(box.left if right else box.right, box.top + GAP)
    return Line(
        Tag(f"{system}/{Element.OUTCOME}", Role.OUTCOME_ARROW, system),
        (start, end),
        Pen(colour, 1.6),
        head_at_end=True,
        start=Anchor(system, Element.OBJECT),
        end=Anchor(system, Element.OUTCOME),
    )


def _title(system: ActivitySystem, top: float, colour: str) -> tuple[Text, Box]:
    lines = broken(system.name, TITLE_SIZE, TITLE_ROOM, bold=True)[:2] or ("",)
    step = TITLE_SIZE * LINE_HEIGHT
    first = top - GAP - step * (len(lines) - 1)
    placed = tuple(
        TextLine(text, 0.0, first + step * number, width(text, TITLE_SIZE, bold=True))
        for number, text in enumerate(lines)
    )
    half = max(line.width for line in placed) / 2
    text = Text(
        Tag(system.id, Role.NAME, system.id), placed, TITLE_SIZE, colour, True, Align.MIDDLE
    )
    return text, Box(-half, first - TITLE_SIZE, half, top - GAP + 6)
