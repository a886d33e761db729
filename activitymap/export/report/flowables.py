"""What reportlab's page layout is filled with: words without markup, sides, and drawings.

Its own `Paragraph` reads markup in what people wrote, and breaks lines after letters were put into
the order in which they are seen, so that right-to-left text would begin at its end.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import Drawing
from activitymap.drawing.theme import LIGHT
from activitymap.export.embedding import write_runs
from activitymap.export.isolates import balanced, directed, lines_of
from activitymap.export.lettering import SetLine, set_line
from activitymap.export.pdf import draw, ink
from activitymap.model.wording import runs_to_the_left

GAP = 4.0
"""Between a label and what follows it, in points."""
BAR, INSET, BESIDE = 3.0, 9.0, 12.0
"""Of a side: how wide its bar is, how far its words stand from it, and how far two lie apart."""
TINT = "#f4f6f9"


class Line(NamedTuple):
    """A line of words, perhaps with a bold label before it; which way it runs."""

    text: str
    bold: bool
    leftwards: bool
    label: str = ""


def write_line(canvas: Canvas, line: SetLine, x: float, y: float, size: float) -> None:
    """Write a line that is set with its left end at a point."""
    text = canvas.beginText()
    for piece in line.pieces:
        text.setTextOrigin(x + piece.left, y)
        write_runs(text, piece, size)
    canvas.drawText(text)


class Words(Flowable):
    """A text of any length in one look, with a bold label or a bullet before it.

    Lines are broken before they are put into the order in which they are seen; a text that runs
    to the left begins on the right. Lengths are in points.
    """

    def __init__(
        self,
        text: str,
        size: float = 9.5,
        colour: str = LIGHT.text,
        indent: float = 0.0,
        label: str = "",
        bullet: str = "",
        bold: bool = False,
        after: float = 0.0,
    ) -> None:
        super().__init__()
        self._text, self._size, self._colour, self._bold = directed(text), size, colour, bold
        self._indent, self._label, self._bullet = indent, label, bullet
        self._given: tuple[Line, ...] | None = None
        self._lines: tuple[Line, ...] = ()
        self._wide = 0.0
        self.spaceAfter = after

    @classmethod
    def given(cls, text: str, lines: Sequence[str], size: float, bold: bool) -> "Words":
        """Return a part of a text whose lines are broken already."""
        leftwards = runs_to_the_left(text)
        part = cls("", size)
        part._given = tuple(Line(line, bold, leftwards) for line in lines)
        return part

    @property
    def count(self) -> int:
        """How many lines there are, once they are broken."""
        return len(self._lines)

    def wrap(self, room: float, _high: float) -> tuple[float, float]:
        """Break the text to a width; return the size that it takes."""
        # The page layout asks again and again.
        if room != self._wide:
            self._wide = room
            self._lines = self._broken(room - self._indent) if self._given is None else self._given
        return room, self.count * self._size * LINE_HEIGHT

    def _broken(self, room: float) -> tuple[Line, ...]:
        leftwards = runs_to_the_left(self._text)
        lines: tuple[str, ...] = ()
        if self._label and self._text and not leftwards:
            lines = self._beside_label(room)
        if lines:
            first, *rest = (Line(one, self._bold, leftwards) for one in balanced(lines))
            return first._replace(label=self._label), *rest
        above = lines_of(self._label, self._size, room, bold=True) if self._label else ()
        below = broken(self._text, self._size, room, self._bold) if self._text else ()
        turned = runs_to_the_left(self._label)
        return (
            *(Line(one, bold=True, leftwards=turned) for one in above),
            *(Line(one, self._bold, leftwards) for one in balanced(below)),
        )

    def _beside_label(self, room: float) -> tuple[str, ...]:
        """Return the lines of the text with the label before the first; none if it has no room."""
        taken = width(self._label, self._size, bold=True) + GAP
        word = self._text.split(maxsplit=1)[0]
        fits = taken + min(width(word, self._size, self._bold), room / 2) <= room * 0.9
        if not fits or runs_to_the_left(self._label):
            return ()
        first = broken(self._text, self._size, room - taken, self._bold)[0]
        rest = _after(self._text, first)
        return (first, *broken(rest, self._size, room, self._bold)) if rest else (first,)

    def split(self, _room: float, high: float) -> list[Flowable]:
        """Return the text in two parts, the first as high as there is room; none if it is none."""
        fits = int(high / (self._size * LINE_HEIGHT))
        if fits < 1 or fits >= self.count:
            return []
        return [self._first(self._lines[:fits]), self._rest(self._lines[fits:])]

    def _first(self, lines: tuple[Line, ...]) -> "Words":
        part = Words("", self._size, self._colour, self._indent, bullet=self._bullet)
        part._given = lines
        return part

    def _rest(self, lines: tuple[Line, ...]) -> "Words":
        part = Words("", self._size, self._colour, self._indent, after=self.spaceAfter)
        part._given = lines
        return part

    def draw(self) -> None:
        """Draw the lines from the top of the flowable's box downwards."""
        canvas, step = self.canv, self._size * LINE_HEIGHT
        canvas.setFillColor(ink(self._colour))
        y = self.count * step - self._size * ASCENT
        if self._bullet:
            turned = bool(self._lines) and self._lines[0].leftwards
            x = self._wide - self._indent + 4 if turned else self._indent - 10
            write_line(canvas, set_line(self._bullet, False, self._size), x, y, self._size)
        for number, line in enumerate(self._lines):
            self._draw_line(line, y - number * step)

    def _draw_line(self, line: Line, y: float) -> None:
        size, x = self._size, self._indent
        if line.label:
            label = set_line(line.label, False, size, bold=True)
            write_line(self.canv, label, x, y, size)
            x += label.width + GAP
        made = set_line(line.text, line.leftwards, size, line.bold)
        if line.leftwards:
            x = self._wide - self._indent - made.width
        write_line(self.canv, made, x, y, size)


def _after(text: str, first: str) -> str:
    """Return what is left of a text after its first line, whose blanks may be fewer."""
    count = sum(not character.isspace() for character in first)
    for place, character in enumerate(text):
        if not count:
            return text[place:].strip()
        count -= not character.isspace()
    return ""


class Title(Words):
    """A heading, which is a bookmark too, and stays with what follows it."""

    LONGEST = 12
    """Lines in a heading that stays on one page."""

    def __init__(self, text: str, size: float, level: int, key: str, bookmark: str) -> None:
        super().__init__(text, size, bold=True, after=size * 0.3)
        self._level, self._key, self._bookmark = level, key, bookmark
        self.keepWithNext = 1
        self.spaceBefore = size * 0.9

    def split(self, room: float, high: float) -> list[Flowable]:
        """Headings stay whole, but for one that is longer than a page."""
        return super().split(room, high) if self.count > self.LONGEST else []

    def _first(self, lines: tuple[Line, ...]) -> Words:
        part = Title("", self._size, self._level, self._key, self._bookmark)
        part._given = lines
        return part

    def draw(self) -> None:
        """Draw the heading and remember its place."""
        high = self.count * self._size * LINE_HEIGHT
        self.canv.bookmarkHorizontal(self._key, 0, high)
        self.canv.addOutlineEntry(self._bookmark, self._key, self._level, closed=self._level > 0)
        super().draw()


class Beside(Flowable):
    """Columns of words beside one another, each behind a bar of its colour."""

    def __init__(self, columns: Sequence[tuple[str, Sequence[Words]]], after: float) -> None:
        super().__init__()
        self._columns = columns
        self._wide = self._high = 0.0
        self.spaceAfter = after

    def wrap(self, room: float, high: float) -> tuple[float, float]:
        """Break the words to the width of a column; return the size that all take."""
        count = len(self._columns)
        self._wide = (room - BESIDE * (count - 1)) / count
        inner = self._wide - BAR - 2 * INSET
        heights = [
            sum(one.wrap(inner, high)[1] + one.spaceAfter for one in words)
            for _, words in self._columns
        ]
        self._high = max(heights) + INSET
        return room, self._high

    def draw(self) -> None:
        """Draw each column from its top downwards."""
        canvas = self.canv
        for number, (colour, words) in enumerate(self._columns):
            left = number * (self._wide + BESIDE)
            canvas.setFillColor(ink(TINT))
            canvas.rect(left, 0, self._wide, self._high, stroke=0, fill=1)
            canvas.setFillColor(ink(colour))
            canvas.rect(left, 0, BAR, self._high, stroke=0, fill=1)
            y = self._high - INSET / 2
            for one in words:
                y -= one.wrap(self._wide - BAR - 2 * INSET, self._high)[1]
                one.drawOn(canvas, left + BAR + INSET, y)
                y -= one.spaceAfter


class Picture(Flowable):
    """A drawing as wide as the page, or as high as it may be."""

    def __init__(self, drawing: Drawing, most: float, largest: float = 1.0) -> None:
        super().__init__()
        self._drawing, self.most, self._largest = drawing, most, largest
        self._zoom = 1.0
        self._wide = 0.0
        self.spaceBefore, self.spaceAfter = 6.0, 4.0

    def wrap(self, room: float, high: float) -> tuple[float, float]:
        """Return the size that the drawing takes."""
        box = self._drawing.box
        self._wide = room
        most = min(self.most, high) / box.height
        self._zoom = max(min(room / box.width, most, self._largest), 0.01)
        return room, box.height * self._zoom

    def draw(self) -> None:
        """Draw it in the middle of the width."""
        box, zoom = self._drawing.box, self._zoom
        self.canv.saveState()
        self.canv.translate((self._wide - box.width * zoom) / 2, box.height * zoom)
        self.canv.scale(zoom, -zoom)
        self.canv.translate(-box.left, -box.top)
        draw(self.canv, self._drawing)
        self.canv.restoreState()
