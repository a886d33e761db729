"""A blank triangle to start on paper, with the guiding questions and room to write."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from activitymap.drawing.card import ellipse
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import (
    Box,
    Curve,
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
)
from activitymap.drawing.theme import LIGHT
from activitymap.drawing.triangle import INNER, OUTER
from activitymap.export.formats import write
from activitymap.export.pdf import pdf
from activitymap.model.questions import ABOUT_SERVICES, QUESTIONS, Question
from activitymap.model.values import Element
from activitymap.model.wording import worded


class Paper(StrEnum):
    """A size of paper, which lies on its long side."""

    A4 = "A4"
    A3 = "A3"


class _Sheet(NamedTuple):
    """What differs between sizes: places are enlarged from A4, while type hardly grows."""

    enlarged: float
    type: float

    def box(self, sides: tuple[float, float, float, float]) -> Box:
        return Box(*(side * self.enlarged for side in sides))

    def point(self, x: float, y: float) -> Point:
        return Point(x * self.enlarged, y * self.enlarged)


MILLIMETRE = 96 / 25.4
_SHEETS = {Paper.A4: _Sheet(1.0, 1.0), Paper.A3: _Sheet(2**0.5, 1.2)}
_WIDE, _HIGH = 297 * MILLIMETRE, 210 * MILLIMETRE
_HELP = (
    "Write one thing a line. Write “?” for what nobody knows yet, and “none” for what is missing."
)
_TODAY = "Date, and who was there"
_NODES = {
    Element.TOOLS: (480.0, 256.0),
    Element.SUBJECT: (330.0, 381.0),
    Element.OBJECT: (630.0, 381.0),
    Element.RULES: (180.0, 506.0),
    Element.COMMUNITY: (480.0, 506.0),
    Element.DIVISION_OF_LABOUR: (780.0, 506.0),
}
_BOXES = {
    Element.TOOLS: (332.0, 92.0, 628.0, 240.0),
    Element.SUBJECT: (40.0, 92.0, 312.0, 360.0),
    Element.OBJECT: (648.0, 92.0, 1083.0, 346.0),
    Element.OUTCOME: (820.0, 362.0, 1083.0, 506.0),
    Element.RULES: (40.0, 522.0, 380.0, 742.0),
    Element.COMMUNITY: (396.0, 522.0, 660.0, 742.0),
    Element.DIVISION_OF_LABOUR: (676.0, 522.0, 1083.0, 742.0),
}
"""Where things stand on A4, in units of 1/96 inch."""
_COLOUR = LIGHT.services[0]
_PADDING = 8.0
_QUESTION, _SMALL = 12.0, 9.0
"""Sizes of type on A4."""
_RULING = 28.0
"""From one line to write on to the next: 7 millimetres and a half, for handwriting."""


def write_blank(path: Path, size: Paper = Paper.A4) -> None:
    """Write a sheet with a blank triangle as a PDF; the same bytes each time.

    Raises:
        ExportError: the file cannot be written; an earlier one is as it was.
    """
    write(path, pdf(blank(size)))


def blank(size: Paper = Paper.A4) -> Drawing:
    """Return a sheet with a blank triangle, a box for each element, and its question in the box."""
    sheet = _SHEETS[size]
    shapes = _head(sheet) + _triangle(sheet)
    for question in QUESTIONS:
        if question.element is not None:
            shapes += _box(question, question.element, sheet)
    return Drawing(
        shapes=tuple(shapes),
        box=sheet.box((0, 0, _WIDE, _HIGH)),
        background=LIGHT.background,
        title=worded("A blank triangle for one service"),
        description=" ".join(worded(question.text) for question in QUESTIONS),
    )


def _head(sheet: _Sheet) -> list[Shape]:
    """Return the first question with a line for the name, and what to know before writing."""
    naming, tag = QUESTIONS[0], Tag("blank", Role.TITLE)
    foot = f"{worded(_HELP)} {worded(ABOUT_SERVICES)}"
    return [
        *_asked(tag, naming, sheet.point(40, 38), sheet),
        _rule(tag, sheet.point(332, 70), sheet.point(628, 70)),
        _words(tag, worded(_TODAY), sheet.point(648, 56), _SMALL * sheet.type),
        _rule(tag, sheet.point(790, 70), sheet.point(1083, 70)),
        _words(tag, foot, sheet.point(40, 750), _SMALL * sheet.type),
    ]


def _triangle(sheet: _Sheet) -> list[Shape]:
    """Return the triangle with its nodes, and the arrow from the object to the outcome."""
    tag = Tag("blank", Role.TRIANGLE)
    nodes = {element: sheet.point(*place) for element, place in _NODES.items()}
    start, (left, top, _, _) = nodes[Element.OBJECT], sheet.box(_BOXES[Element.OUTCOME])
    end = Point(left - 6, top + 66 * sheet.enlarged)
    bend = (Point((start.x + end.x) / 2, start.y), Point((start.x + end.x) / 2, end.y))
    return [
        Polygon(tag, tuple(nodes[one] for one in INNER), Pen(_COLOUR, 1.2), None),
        Polygon(tag, tuple(nodes[one] for one in OUTER), Pen(_COLOUR, 2.0), None),
        Curve(
            Tag("blank/outcome", Role.OUTCOME_ARROW),
            (start, *bend, end),
            Pen(_COLOUR, 1.6),
            head_at_end=True,
        ),
        *(
            ellipse(
                Tag(f"blank/{element}", Role.NODE), node, 6.5, 6.5, Pen(_COLOUR, 2.0), LIGHT.card
            )
            for element, node in nodes.items()
        ),
    ]


def _box(question: Question, element: Element, sheet: _Sheet) -> list[Shape]:
    """Return a box with a question at its top and ruled lines below."""
    box, tag = sheet.box(_BOXES[element]), Tag(f"blank/{element}", Role.CARD)
    left, right = box.left + _PADDING, box.right - _PADDING
    head = _asked(tag, question, Point(left, box.top + _PADDING), sheet)
    top = box.top + _PADDING + (_QUESTION + _SMALL) * LINE_HEIGHT * sheet.type
    if question.each:
        size = _SMALL * sheet.type
        lines = broken(worded(question.each), size, right - left)
        head.append(_placed(tag, lines, Point(left, top), size))
        top += len(lines) * size * LINE_HEIGHT
    step = _RULING * sheet.type
    count = int((box.bottom - top) / step)
    # Lines stand at the foot of the box, so that none is too close to it to be written on.
    rules = [box.bottom - _PADDING - step * number for number in range(count)]
    return [
        Polygon(tag, box.corners, Pen(_COLOUR), LIGHT.card, radius=6.0),
        *head,
        *(_rule(tag, Point(left, y), Point(right, y)) for y in reversed(rules)),
    ]


def _asked(tag: Tag, question: Question, corner: Point, sheet: _Sheet) -> list[Shape]:
    """Return a question, and under it, in small type, the words of the theory."""
    below = Point(corner.x, corner.y + _QUESTION * LINE_HEIGHT * sheet.type)
    text = f"{QUESTIONS.index(question) + 1}. {worded(question.text)}"
    return [
        _words(tag, text, corner, _QUESTION * sheet.type, bold=True),
        _words(tag, worded(question.theory), below, _SMALL * sheet.type),
    ]


def _words(tag: Tag, text: str, corner: Point, size: float, bold: bool = False) -> Text:
    return _placed(tag, (text,), corner, size, bold)


def _placed(
    tag: Tag, lines: tuple[str, ...], corner: Point, size: float, bold: bool = False
) -> Text:
    placed = tuple(
        TextLine(
            text,
            corner.x,
            corner.y + size * (ASCENT + LINE_HEIGHT * number),
            width(text, size, bold),
        )
        for number, text in enumerate(lines)
    )
    return Text(tag, placed, size, LIGHT.text if bold else LIGHT.quiet, bold)


def _rule(tag: Tag, start: Point, end: Point) -> Line:
    return Line(tag, (start, end), Pen(LIGHT.line, 0.8))
