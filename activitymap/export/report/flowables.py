"""What reportlab's page layout is filled with: words without markup, headings and drawings.

Its own `Paragraph` reads markup in what people wrote, and breaks lines after letters were put into
the order in which they are seen, so that right-to-left text would begin at its end.
"""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import Drawing
from activitymap.drawing.theme import LIGHT
from activitymap.export.lettering import SetLine, runs_to_the_left, set_line, write_runs
from activitymap.export.pdf import draw

LONGEST = 12
"""Lines in a heading that stays on one page."""
GAP = 4.0
"""Between a label and what follows it, in points."""


def write_line(canvas: Canvas, line: SetLine, x: float, y: float, size: float, bold: bool) -> None:
    """Write a line that is set with its left end at a point."""
    text = canvas.beginText()
    for piece in line.pieces:
        text.setTextOrigin(x + piece.left, y)
        write_runs(text, piece, size, bold)
    canvas.drawText(text)


class Words(Flowable):
    """A text of any length in one look, with a bold label or a bullet before it.

    Lines are broken before they are put into the order in which they are seen; a text that runs
    to the left begins on the right. Lengths are in points.
    """

    def __init__(
        self,
        text: str,
        size: float = 10.0,
        colour: str = LIGHT.text,
        indent: float = 0.0,
        label: str = "",
        bullet: str = "",
        bold: bool = False,
        lines: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__()
        self._text, self._size, self._colour, self._bold = text, size, colour, bold
        self._indent, self._label, self._bullet = indent, label, bullet
        self._given = lines
        self._leftwards = runs_to_the_left(text)
        self._lines: tuple[str, ...] = ()
        self._wide = 0.0

    def wrap(self, room: float, _high: float) -> tuple[float, float]:
        """Break the text to a width; return the size that it takes."""
        self._wide = room
        self._lines = self._broken(room - self._indent) if self._given is None else self._given
        return room, self._count() * self._size * LINE_HEIGHT

    def _count(self) -> int:
        return len(self._lines) + (1 if self._label and not self._inline() else 0)

    def _inline(self) -> bool:
        """Whether the label stands in the first line: beside it text runs the same way."""
        return not self._leftwards and not runs_to_the_left(self._label) and bool(self._text)

    def _broken(self, room: float) -> tuple[str, ...]:
        if not self._text:
            return ()
        if not self._label or not self._inline():
            return broken(self._text, self._size, room, self._bold)
        taken = width(self._label, self._size, bold=True) + GAP
        if taken > room * 0.7:
            return ("", *broken(self._text, self._size, room, self._bold))
        first = broken(self._text, self._size, room - taken, self._bold)[0]
        rest = _after(self._text, first)
        return (first, *broken(rest, self._size, room, self._bold)) if rest else (first,)

    def _fits(self, high: float) -> int:
        """Return how many lines there is room for."""
        return int(high / (self._size * LINE_HEIGHT)) - (self._count() - len(self._lines))

    def split(self, _room: float, high: float) -> list[Flowable]:
        """Return the text in two parts, the first as high as there is room; none if it is none."""
        fits = self._fits(high)
        if fits < 1 or fits >= len(self._lines):
            return []
        return [
            self._part(self._lines[:fits], self._label, self._bullet),
            self._part(self._lines[fits:], "", ""),
        ]

    def _part(self, lines: tuple[str, ...], label: str, bullet: str) -> "Words":
        return Words(
            self._text,
            self._size,
            self._colour,
            self._indent,
            label,
            bullet,
            self._bold,
            lines,
        )

    def draw(self) -> None:
        """Draw the lines from the top of the flowable's box downwards."""
        canvas, step = self.canv, self._size * LINE_HEIGHT
        canvas.setFillColor(self._colour)
        y = self._count() * step - self._size * ASCENT
        left = self._indent
        if self._bullet:
            x = self._wide - self._indent + 4 if self._leftwards else left - 10
            write_line(canvas, set_line(self._bullet, False, self._size), x, y, self._size, False)
        first = left
        if self._label:
            leftwards = runs_to_the_left(self._label)
            label = set_line(self._label, leftwards, self._size, bold=True)
            x = self._wide - label.width if leftwards else left
            write_line(canvas, label, x, y, self._size, bold=True)
            if self._inline():
                first = left + label.width + GAP
            else:
                y -= step
        for number, line in enumerate(self._lines):
            made = set_line(line, self._leftwards, self._size, self._bold)
            x = first if number == 0 else left
            if self._leftwards:
                x = self._wide - self._indent - made.width
            write_line(canvas, made, x, y - number * step, self._size, self._bold)


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

    keepWithNext = 1  # noqa: N815  # reportlab's name

    def __init__(
        self,
        text: str,
        size: float,
        level: int,
        key: str,
        lines: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__(text, size, bold=True, lines=lines)
        self._level, self._key, self._title = level, key, text

    def split(self, room: float, high: float) -> list[Flowable]:
        """Headings stay whole, but for one that is longer than a page."""
        parts = super().split(room, high) if self._count() > LONGEST else []
        if not parts:
            return []
        first = self._lines[: self._fits(high)]
        return [Title(self._title, self._size, self._level, self._key, first), parts[1]]

    def draw(self) -> None:
        """Draw the heading and remember its place."""
        self.canv.bookmarkHorizontal(self._key, 0, self.height)
        self.canv.addOutlineEntry(self._title, self._key, self._level, closed=self._level > 0)
        super().draw()

    def wrap(self, room: float, high: float) -> tuple[float, float]:
        """Break the heading to a width; return the size that it takes."""
        size = super().wrap(room, high)
        self.height = size[1]
        return size


class Picture(Flowable):
    """A drawing as wide as the page, or as high as it may be."""

    def __init__(self, drawing: Drawing, most: float) -> None:
        super().__init__()
        self._drawing, self._most = drawing, most
        self._zoom = 1.0
        self._wide = 0.0

    def wrap(self, room: float, high: float) -> tuple[float, float]:
        """Return the size that the drawing takes."""
        box = self._drawing.box
        self._wide = room
        self._zoom = min(room / box.width, min(self._most, high) / box.height, 1.0)
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
