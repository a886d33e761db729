"""The blank sheet: what poppler reads and sees in it, and that there is room to write."""

from itertools import pairwise

import numpy
import pytest

from activitymap.drawing.shapes import Box, Curve, Line, Polygon, Role
from activitymap.errors import ExportError
from activitymap.export.blank import MILLIMETRE, Paper, blank, write_blank
from activitymap.model.questions import ABOUT_SERVICES, QUESTIONS
from activitymap.model.values import Element
from tests.export.looking import (
    LEAST_CONTRAST,
    contrast,
    facts_of,
    fonts_of,
    picture_of,
    text_of,
)
from tests.export.making import boxes_of

SIZES = {Paper.A4: (297, 210), Paper.A3: (420, 297)}

papers = pytest.mark.parametrize("size", Paper)


def _boxes(size: Paper) -> dict[str, Box]:
    """Return the boxes to write in by element."""
    return {
        shape.tag.id.removeprefix("blank/"): Box(*shape.points[0], *shape.points[2])
        for shape in blank(size)
        if isinstance(shape, Polygon) and shape.tag.role is Role.CARD
    }


@papers
def test_one_page_of_the_size_of_the_paper(size, tmp_path):
    write_blank(tmp_path / "blank.pdf", size)
    facts = facts_of(tmp_path / "blank.pdf")
    across, _, down, _ = facts["Page size"].split()[:4]
    assert facts["Pages"] == "1"
    millimetres = [float(points) / 72 * 25.4 for points in (across, down)]
    assert millimetres == pytest.approx(SIZES[size], abs=0.2)


@papers
def test_every_question_can_be_read(size, tmp_path):
    path = tmp_path / "blank.pdf"
    write_blank(path, size)
    text = " ".join(text_of(path).split())
    for number, question in enumerate(QUESTIONS, start=1):
        assert f"{number}. {question.text}" in text
        assert question.theory in text
        assert question.each in text
    assert ABOUT_SERVICES in text
    assert {font["emb"] for font in fonts_of(path)} == {"yes"}


@papers
def test_every_line_of_text_is_seen_and_on_the_page(size, tmp_path):
    path = tmp_path / "blank.pdf"
    write_blank(path, size)
    picture = picture_of(path)
    for text, box in boxes_of(blank(size)):
        assert contrast(picture, box) > LEAST_CONTRAST, text
        # Printers leave the edge of the paper blank.
        assert box.left > 6 * MILLIMETRE, text
        assert box.right < picture.shape[1] - 6 * MILLIMETRE, text
        assert box.bottom < picture.shape[0] - 6 * MILLIMETRE, text
    assert float(numpy.mean(picture > 200)) > 0.9, "there is room to write"


@papers
def test_each_element_has_a_box_of_its_own_with_lines_to_write_on(size):
    boxes = _boxes(size)
    assert set(boxes) == set(Element)
    for one, box in boxes.items():
        assert not any(box.meets(other) for name, other in boxes.items() if name != one)
        rules = [
            shape.points
            for shape in blank(size)
            if isinstance(shape, Line) and shape.tag.id == f"blank/{one}"
        ]
        heights = [start.y for start, _ in rules]
        gaps = [below - above for above, below in pairwise(heights)]
        assert len(rules) >= 3
        assert min(gaps) >= 7 * MILLIMETRE
        assert all(box.grown(0.1).holds(point) for ends in rules for point in ends)


@papers
def test_no_text_meets_a_line_to_write_on_or_leaves_its_box(size):
    lines = [shape.points for shape in blank(size) if isinstance(shape, Line)]
    boxes = list(_boxes(size).values())
    for text, words in boxes_of(blank(size)):
        assert not any(words.meets(Box(a.x, a.y - 1, b.x, b.y + 1)) for a, b in lines), text
        for box in boxes:
            if box.meets(words):
                assert box.left < words.left, text
                assert words.right < box.right, text


@papers
def test_the_triangle_stands_clear_of_the_boxes(size):
    nodes = [
        shape for shape in blank(size) if isinstance(shape, Curve) and shape.tag.role is Role.NODE
    ]
    assert len(nodes) == 6
    for node in nodes:
        assert not any(box.holds(point) for box in _boxes(size).values() for point in node.points)


@papers
def test_the_same_bytes_each_time(size, tmp_path):
    for name in ("one.pdf", "other.pdf"):
        write_blank(tmp_path / name, size)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_a_place_that_cannot_be_written_is_told_of(tmp_path):
    with pytest.raises(ExportError, match="is a folder"):
        write_blank(tmp_path)
