"""The shapes of a drawing. A translator (canvas, SVG, PDF, PNG) knows these and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Point(NamedTuple):
    """A point in units of 1/96 inch, y downwards."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Right minus left."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Bottom minus top."""
        return self.bottom - self.top

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The four corners, clockwise from the top left."""
        return (
            Point(self.left, self.top),
            Point(self.right, self.top),
            Point(self.right, self.bottom),
            Point(self.left, self.bottom),
        )

    def moved(self, x: float, y: float) -> "Box":
        """Return this box moved by ``x`` and ``y``."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def grown(self, margin: float) -> "Box":
        """Return this box, larger by ``margin`` on every side."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.left < point.x < self.right and self.top < point.y < self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether the two have an area in common (touching is not meeting)."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around ``boxes``, at least one of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


class Role(StrEnum):
    """What a shape shows; it decides stacking, hit-testing, lenses and alternative text."""

    BACKGROUND = "background"
    TRIANGLE = "triangle"
    CROSS_LINE = "cross-line"
    NODE = "node"
    NAME = "name"
    CARD = "card"
    CELL = "cell"
    ELEMENT_NAME = "element name"
    STATEMENT = "statement"
    STATEMENT_MARK = "statement mark"
    OUTCOME_ARROW = "outcome arrow"
    SHARED_OBJECT = "shared object"
    LINK = "link"
    CONTRADICTION = "contradiction"
    INNER_CONTRADICTION = "contradiction inside a system"
    COUNT = "count"
    NEED = "need"
    BEARING = "bearing"
    LEGEND = "legend"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Tag:
    """What a shape belongs to.

    ``id`` is the thing that it shows (a statement, a system, a link …), ``group`` the system,
    shared object or link that moves as one with it.
    """

    id: str
    role: Role
    group: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """A stroke: a colour ``#rrggbb``, a width, and dash lengths (none for a solid line)."""

    colour: str
    width: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place that a connector is attached to.

    It is the id of a thing and a point of it by name, such as ``object`` or ``statement-4``.
    """

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An open line through ``points``; a connector names what it joins: ``start`` and ``end``."""

    tag: Tag
    points: tuple[Point, ...]
    pen: Pen
    head_at_start: bool = False
    head_at_end: bool = False
    start: Anchor | None = None
    end: Anchor | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline; ``pen`` or ``fill`` may be missing, not both. ``radius`` rounds corners."""

    tag: Tag
    points: tuple[Point, ...]
    pen: Pen | None
    fill: str | None
    radius: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A run of cubic Bézier curves: a start, then two control points and an end for each.

    Closed curves may be filled (an ellipse is four of them); open ones may be connectors.
    """

    tag: Tag
    points: tuple[Point, ...]
    pen: Pen | None
    fill: str | None = None
    closed: bool = False
    head_at_start: bool = False
    head_at_end: bool = False
    start: Anchor | None = None
    end: Anchor | None = None
    opacity: float = 1.0


class Align(StrEnum):
    """Which part of each line of text lies at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


SHIFT = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}
"""Which part of a line's width lies left of its x."""


class TextLine(NamedTuple):
    """One line of broken text: where its baseline is, and how wide it is as measured."""

    text: str
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """Text with its line breaks and baselines; ``size`` is the font size.

    ``words`` is a text that may be broken otherwise, as it was written, where no part is left out.
    ``leftwards`` is the direction of the whole text, whatever a line of it begins with.
    """

    tag: Tag
    lines: tuple[TextLine, ...]
    size: float
    colour: str
    bold: bool = False
    align: Align = Align.START
    opacity: float = 1.0
    words: str = ""
    leftwards: bool = False


Shape = Line | Polygon | Curve | Text


class Alternative(NamedTuple):
    """What a line says to people who hear the drawing: its id, a short name, and sentences."""

    id: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing: shapes from back to front and the box that holds them all.

    ``title`` and ``description`` are plain sentences, for files that carry alternative text;
    ``alternatives`` are those of single lines.
    """

    shapes: tuple[Shape, ...]
    box: Box
    background: str
    title: str = ""
    description: str = ""
    alternatives: tuple[Alternative, ...] = ()

    def __iter__(self) -> Iterator[Shape]:
        """Go through the shapes from back to front."""
        return iter(self.shapes)
