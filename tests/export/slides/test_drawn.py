"""Slides drawn by LibreOffice, where it is installed, and held against the drawing itself."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy
import pytest

from activitymap.drawing.shapes import Box, Drawing, Point, Role, Text
from activitymap.export.pdf import pdf
from activitymap.export.slides.show import pptx
from tests.export.looking import Grey, difference, facts_of, picture_of, poppler
from tests.export.making import boxes_of, example
from tests.export.slides.reading import connectors, figured, tree
from tests.export.test_office import OFFICE, as_pdf

FIGURES = {
    "team": ("team-around-the-child", "map"),
    "links": ("four-levels", "map"),
    "compared": ("team-around-the-child", "comparison"),
    "matrix": ("team-around-the-child", "matrix"),
    "pair": ("hospital-and-family", "services=Family|Health centre"),
}
POINTS = (960, 540)
"""The size of a slide in points."""


class Drawn(NamedTuple):
    """A slide as LibreOffice draws it, and the drawing that it was made from."""

    file: Path
    drawing: Drawing

    @property
    def scale(self) -> float:
        """Points of the slide in one unit of the drawing."""
        wide, high = self.drawing.box.size
        return min(POINTS[0] / wide, POINTS[1] / high)

    def at(self, point: Point) -> Point:
        """Return where a point of the drawing lies on the slide, in points."""
        middle = self.drawing.box.centre
        return Point(
            POINTS[0] / 2 + (point.x - middle.x) * self.scale,
            POINTS[1] / 2 + (point.y - middle.y) * self.scale,
        )

    def words(self) -> list[tuple[str, Box]]:
        """Return the words of the slide and where they stand, in points."""
        found = re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>',
            poppler("pdftotext", "-bbox", self.file, "-").decode(),
        )
        return [(html.unescape(word), Box(*map(float, numbers))) for *numbers, word in found]


if OFFICE is not None:

    @pytest.fixture(scope="module")
    def slides(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Drawn]:
        """All slides, drawn by one start of LibreOffice."""
        folder = tmp_path_factory.mktemp("slides")
        made = {}
        for name, (map_, what) in FIGURES.items():
            drawing = figured(example(map_), what)
            (folder / f"{name}.pptx").write_bytes(pptx(drawing))
            made[name] = Drawn(folder / f"{name}.pdf", drawing)
        as_pdf(folder, *(folder / f"{name}.pptx" for name in FIGURES))
        return made

    # The first of these waits for LibreOffice to start.
    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("name", FIGURES)
    def test_words_stand_where_the_drawing_has_them(slides, name):
        drawn = slides[name]
        assert facts_of(drawn.file)["Pages"] == "1"
        words = drawn.words()
        texts = [one for one in drawn.drawing if isinstance(one, Text) and one.lines]
        # The signs before statements are words of their statement here.
        texts = [one for one in texts if one.tag.role is not Role.STATEMENT_MARK]
        assert texts
        for text in texts:
            line = text.lines[0]
            first = line.text.split()[0]
            baseline = drawn.at(Point(line.x, line.baseline))
            middle = baseline.y - 0.3 * text.size * drawn.scale
            off = [
                (abs(box.centre.y - middle) / drawn.scale, abs(box.left - baseline.x) / drawn.scale)
                for word, box in words
                if word == first
            ]
            assert off, first
            down, across = min(off, key=sum)
            assert down < 5, line.text
            assert across < line.width + 16, line.text

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("name", FIGURES)
    def test_words_stay_in_their_cards(slides, name):
        drawn = slides[name]
        # As wide as the words of the drawing are, so are those of the slide at most.
        right = max(box.right for _, box in boxes_of(drawn.drawing))
        limit = drawn.at(Point(right + drawn.drawing.box.left, 0)).x
        assert max(box.right for _, box in drawn.words()) < limit + 8 * drawn.scale

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("name", ["team", "links", "compared"])
    def test_connectors_are_drawn_from_end_to_end(slides, name):
        drawn = slides[name]
        picture = picture_of(drawn.file, 144)
        ways = [one for one in connectors(tree(drawn.drawing)) if one.kind == "straightConnector1"]
        assert len(ways) >= 3
        for one in ways:
            start, end = (Point(x / 6350, y / 6350) for x, y in one.ends)
            inked = [_is_inked(picture, point) for point in _along(start, end)]
            # In between it may lie behind cards.
            assert inked[0] or inked[1], one.name
            assert inked[-1] or inked[-2], one.name

    @pytest.mark.timeout(300)
    @pytest.mark.parametrize("name", FIGURES)
    def test_the_picture_is_that_of_the_drawing(slides, name, tmp_path):
        drawn = slides[name]
        own = tmp_path / "own.pdf"
        own.write_bytes(pdf(drawn.drawing, drawn.scale / 0.75))
        mine, theirs = picture_of(own, 72), picture_of(drawn.file, 72)
        corner = drawn.at(Point(drawn.drawing.box.left, drawn.drawing.box.top))
        left, top = round(corner.x), round(corner.y)
        theirs = theirs[top : top + mine.shape[0], left : left + mine.shape[1]]
        elsewhere = numpy.roll(theirs, 12, axis=1)
        mine, theirs, elsewhere = map(_blurred, (mine, theirs, elsewhere))
        # Beside it, what the same picture differs by when it lies a little elsewhere.
        assert difference(mine, theirs) < 0.5 * difference(mine, elsewhere)


def _along(start: Point, end: Point) -> Iterator[Point]:
    for step in range(1, 20):
        part = step / 20
        yield Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


def _is_inked(picture: Grey, point: Point, reach: int = 2) -> bool:
    x, y = round(point.x), round(point.y)
    near = picture[max(y - reach, 0) : y + reach + 1, max(x - reach, 0) : x + reach + 1]
    return bool(near.min() < 225)


def _blurred(picture: Grey, size: int = 4) -> Grey:
    """Return a picture in squares, so that letters of one font are as good as those of another."""
    down, across = picture.shape[0] // size, picture.shape[1] // size
    squares = picture[: down * size, : across * size].reshape(down, size, across, size)
    means: Grey = squares.mean(axis=(1, 3)).astype(numpy.int16)
    return means
