"""The shapes of a drawing sorted for a slide: which words stand in which shape, what joins what.

On a slide a card and its words are one thing to edit, and a service with its cards one thing to
move.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from activitymap.drawing.shapes import Curve, Drawing, Line, Point, Polygon, Role, Shape, Tag, Text
from activitymap.export.slides.connectors import Place
from activitymap.export.slides.outlines import Form, Outline, box_of, form_of

JOINING = frozenset({Role.LINK, Role.CONTRADICTION, Role.OUTCOME_ARROW})
"""Lines that join two shapes, and stay attached to them."""
_ATTACHABLE = frozenset(
    {Role.CARD, Role.NODE, Role.SHARED_OBJECT, Role.NEED, Role.STATEMENT, Role.LINK}
)
_MISSING = "⊘"
"""The sign of what is missing, which a drawing has as a struck circle."""


@dataclass(slots=True)
class Piece:
    """A shape with its number on the slide and the texts in it; or a text alone."""

    number: int
    tag: Tag
    outline: Outline | None
    texts: list[Text] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words in it, as one line."""
        return " ".join(map(said, self.texts))

    def place(self) -> Place | None:
        """Return the piece as something to attach connectors to, if it is that."""
        if not isinstance(self.outline, Polygon | Curve) or self.tag.role not in _ATTACHABLE:
            return None
        form = form_of(self.outline)
        if form is Form.FREE:
            return None
        return Place(self.tag, self.number, box_of(self.outline), form is Form.ELLIPSE)


def said(text: Text) -> str:
    """Return what a text says, as one line."""
    return " ".join((text.words or " ".join(line.text for line in text.lines)).split())


class Contents:
    """What a slide is to show, in the order of the drawing.

    ``pieces`` are shapes and texts, ``lines`` what joins them, ``bolts`` the contradictions inside
    a service, ``marks`` the signs before statements by their ids.
    """

    def __init__(self, drawing: Drawing) -> None:
        self.title: Text | None = None
        self.pieces: list[Piece] = []
        self.lines: list[Line | Curve] = []
        self.bolts: list[Line | Curve] = []
        self.marks: dict[str, str] = {}
        self.numbers = count(2)
        """The ids of shapes; the first is that of the slide's own group."""
        self._holders: dict[Tag, list[Piece]] = {}
        self._cards: dict[str, list[Piece]] = {}
        self._statements: set[str] = set()
        for shape in drawing:
            self._sort(shape)

    def places(self) -> list[Place]:
        """Return what connectors may be attached to."""
        return [place for piece in self.pieces if (place := piece.place()) is not None]

    def _sort(self, shape: Shape) -> None:
        role, identity = shape.tag.role, shape.tag.id
        if isinstance(shape, Text):
            self._sort_text(shape)
        elif role is Role.STATEMENT_MARK and identity in self._statements:
            if isinstance(shape, Curve):
                self.marks[identity] = _MISSING
        elif isinstance(shape, Line | Curve) and _is_open(shape) and role in JOINING:
            self.lines.append(shape)
        elif isinstance(shape, Line | Curve) and role is Role.INNER_CONTRADICTION:
            self.bolts.append(shape)
        else:
            self._add(shape.tag, shape)

    def _add(self, tag: Tag, outline: Outline | None) -> Piece:
        piece = Piece(next(self.numbers), tag, outline)
        self.pieces.append(piece)
        if isinstance(outline, Polygon | Curve):
            self._holders.setdefault(tag, []).append(piece)
            if tag.role is Role.CARD:
                self._cards.setdefault(tag.group, []).append(piece)
        return piece

    def _sort_text(self, text: Text) -> None:
        if not any(line.text for line in text.lines):
            return
        if text.tag.role is Role.STATEMENT:
            self._statements.add(text.tag.id)
        if text.tag.role is Role.STATEMENT_MARK and text.tag.id in self._statements:
            self.marks[text.tag.id] = said(text)
        elif text.tag.role is Role.TITLE and text.tag.id == "title":
            self.title = text
        else:
            holder = self._holder(text) or self._add(text.tag, None)
            holder.texts.append(text)

    def _holder(self, text: Text) -> Piece | None:
        """Return the shape that holds a text: its own, or the card that a statement stands in."""
        line = text.lines[0]
        # Whichever way the line runs from its x, this point of it lies inside with it.
        point = Point(line.x, line.baseline - text.size / 3)
        near: Iterable[Piece] = self._holders.get(text.tag, ())
        if text.tag.role in {Role.ELEMENT_NAME, Role.STATEMENT}:
            near = (*self._cards.get(text.tag.group, ()), *near)
        return next((one for one in reversed(list(near)) if _holds(one, point)), None)


def _holds(piece: Piece, point: Point) -> bool:
    assert piece.outline is not None
    return box_of(piece.outline).grown(0.5).holds(point)


def _is_open(shape: Line | Curve) -> bool:
    return not (isinstance(shape, Curve) and shape.closed)


def in_groups(pieces: Iterable[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Yield what moves as one, under the name of its group, in the order of the first of each.

    A piece of no group is alone.
    """
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.tag.group or f"/{piece.number}", []).append(piece)
    yield from found.items()
