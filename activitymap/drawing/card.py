"""One element's card: its name and its statements, wrapped, with marks for missing and unknown."""

from typing import NamedTuple

from activitymap.drawing.directing import directed
from activitymap.drawing.measures import SCREEN, Measures
from activitymap.drawing.measuring import (
    ASCENT,
    LINE_HEIGHT,
    as_written,
    broken,
    shortened,
    width,
)
from activitymap.drawing.shapes import (
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
)
from activitymap.drawing.theme import Theme
from activitymap.model.values import Element, State, Statement
from activitymap.model.wording import worded

TEXT_SIZE = 12.0
NAME_SIZE = 9.5
PADDING = 9.0
BETWEEN = 5.0
MARK = 14.0
MOST_STATEMENTS = 12
"""Statements drawn in one card; the rest is counted, for the outline and the table have them."""


class Row(NamedTuple):
    """The lines of one statement, and how much they are set in for its mark.

    ``counted`` are the statements that found no room; their row says how many there are.
    """

    statement: Statement | None
    lines: tuple[str, ...]
    indent: float
    counted: tuple[str, ...] = ()


class Card(NamedTuple):
    """What a card holds, its name in lines, and its height."""

    element: Element
    name: tuple[str, ...]
    rows: tuple[Row, ...]
    height: float
    measures: Measures

    @property
    def name_size(self) -> float:
        """The size of the name's type."""
        return self.measures.type(NAME_SIZE)

    @property
    def head(self) -> float:
        """How far below the upper edge the first statement begins."""
        return self.measures.padding + self.name_size * LINE_HEIGHT * len(self.name) + 2


def card(element: Element, statements: list[Statement], measures: Measures = SCREEN) -> Card:
    """Return the card of an element with its lines broken."""
    # A row that counts one statement would take the room of showing it.
    most = MOST_STATEMENTS if len(statements) > MOST_STATEMENTS + 1 else len(statements)
    rows = [_row(statement, measures) for statement in statements[:most]]
    counted = tuple(statement.id for statement in statements[most:])
    if counted:
        rows.append(
            Row(None, (worded("and {count} more", count=f"{len(counted):,}"),), 0.0, counted)
        )
    size, pad = measures.type(NAME_SIZE), measures.padding
    words = worded(str(element)).upper()
    name = broken(words, size, measures.card - 2 * pad, bold=True)
    height = pad + size * LINE_HEIGHT * len(name) + pad - 3
    if rows:
        height += 2 + sum(_height(row) for row in rows) + BETWEEN * (len(rows) - 1)
    return Card(element, name, tuple(rows), height, measures)


def _row(statement: Statement, measures: Measures) -> Row:
    indent = 0.0 if statement.state is State.PRESENT else MARK
    room = measures.card - 2 * measures.padding - indent
    lines = broken(statement.words, TEXT_SIZE, room)
    return Row(statement, shortened(lines, measures.lines), indent)


def _height(row: Row) -> float:
    return len(row.lines) * TEXT_SIZE * LINE_HEIGHT


def row_boxes(content: Card, box: Box) -> dict[str, Box]:
    """Return where the statements of a card lie in it, by id; counted ones share a row."""
    top = box.top + content.head
    boxes: dict[str, Box] = {}
    for row in content.rows:
        bottom = top + _height(row)
        ids = (row.statement.id,) if row.statement else row.counted
        boxes |= dict.fromkeys(ids, Box(box.left + 3, top - 2, box.right - 3, bottom + 2))
        top = bottom + BETWEEN
    return boxes


def card_shapes(content: Card, box: Box, system: str, colour: str, theme: Theme) -> list[Shape]:
    """Return the shapes of a card in its box."""
    element = f"{system}/{content.element}"
    empty = not content.rows
    outline = Pen(theme.line if empty else colour, 1.0, (4.0, 3.0) if empty else ())
    shapes: list[Shape] = [
        Polygon(Tag(element, Role.CARD, system), box.corners, outline, theme.card, radius=6.0)
    ]
    size, left = content.name_size, box.left + content.measures.padding
    baseline = box.top + content.measures.padding + size * (ASCENT - 0.25)
    lines = tuple(
        TextLine(words, left, baseline + size * LINE_HEIGHT * number, width(words, size, bold=True))
        for number, words in enumerate(content.name)
    )
    tag = Tag(element, Role.ELEMENT_NAME, system)
    right = box.right - content.measures.padding
    ink = theme.quiet if empty else colour
    shapes.append(directed(Text(tag, lines, size, ink, bold=True), " ".join(content.name), right))
    top = box.top + content.head
    for row in content.rows:
        shapes += _row_shapes(row, Point(left, top), right, element, system, theme)
        top += _height(row) + BETWEEN
    return shapes


def _row_shapes(
    row: Row, corner: Point, right: float, element: str, system: str, theme: Theme
) -> list[Shape]:
    statement = row.statement
    tag = Tag(statement.id if statement else element, Role.STATEMENT, system)
    lines = tuple(
        TextLine(
            text,
            corner.x + row.indent,
            corner.y + TEXT_SIZE * (ASCENT + number * LINE_HEIGHT),
            width(text, TEXT_SIZE),
        )
        for number, text in enumerate(row.lines)
    )
    quiet = statement is None or statement.state is not State.PRESENT
    ink = theme.quiet if quiet else theme.text
    words = as_written(statement.words, row.lines) if statement else ""
    whole = statement.words if statement else " ".join(row.lines)
    text = directed(Text(tag, lines, TEXT_SIZE, ink, words=words), whole, right - row.indent)
    shapes: list[Shape] = [text]
    if statement and statement.state is not State.PRESENT:
        across = right - 5 if text.leftwards else corner.x + 5
        middle = Point(across, corner.y + TEXT_SIZE * LINE_HEIGHT / 2 + 1)
        shapes += mark_shapes(statement.state, middle, statement.id, system, theme)
    return shapes


def mark_shapes(
    state: State, middle: Point, statement: str, system: str, theme: Theme
) -> list[Shape]:
    """Return the mark of a missing (a struck circle) or unknown (a question mark) statement."""
    tag = Tag(statement, Role.STATEMENT_MARK, system)
    pen = Pen(theme.quiet, 1.2)
    if state is State.MISSING:
        slash = (Point(middle.x - 3.2, middle.y + 3.2), Point(middle.x + 3.2, middle.y - 3.2))
        return [ellipse(tag, middle, 4.8, 4.8, pen, None), Line(tag, slash, pen)]
    size = TEXT_SIZE
    wide = width("?", size, bold=True)
    line = TextLine("?", middle.x - wide / 2, middle.y + size * 0.36, wide)
    return [Text(tag, (line,), size, theme.quiet, bold=True)]


def node_sign(tag: Tag, state: State, middle: Point, colour: str) -> list[Shape]:
    """Return the sign inside a node whose element is missing or unknown; none for a present one."""
    if state is State.MISSING:
        slash = (Point(middle.x - 4, middle.y + 4), Point(middle.x + 4, middle.y - 4))
        return [Line(tag, slash, Pen(colour, 1.6))]
    if state is State.UNKNOWN:
        size = 10.0
        wide = width("?", size, bold=True)
        line = TextLine("?", middle.x - wide / 2, middle.y + size * 0.36, wide)
        return [Text(tag, (line,), size, colour, bold=True)]
    return []


def ellipse(
    tag: Tag, middle: Point, across: float, down: float, pen: Pen | None, fill: str | None
) -> Curve:
    """Return an ellipse of four Bézier curves with the given half-axes."""
    k = 0.5522847498  # the control length that keeps a quarter closest to a circle
    x, y = middle
    a, b = across, down
    points = (
        (x + a, y),
        (x + a, y + k * b), (x + k * a, y + b), (x, y + b),
        (x - k * a, y + b), (x - a, y + k * b), (x - a, y),
        (x - a, y - k * b), (x - k * a, y - b), (x, y - b),
        (x + k * a, y - b), (x + a, y - k * b), (x + a, y),
    )  # fmt: skip
    return Curve(tag, tuple(Point(*point) for point in points), pen, fill, closed=True)
