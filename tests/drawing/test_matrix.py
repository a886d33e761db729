"""Services by services as a drawing: each pair once, darker for more, and all of each service."""

import pytest

from activitymap.drawing.framing import LEAST, Frame
from activitymap.drawing.matrix import matrix, tint
from activitymap.drawing.shapes import Polygon, Role, Text
from activitymap.drawing.theme import BLACK, DARK, GREYSCALE, LIGHT, contrast
from activitymap.drawing.transforming import extent
from activitymap.model.comparing import meetings
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from tests.model.contradictions.maps import map_of, said

FREE = Frame()
"""A frame for no certain width."""


def _drawing(activity_map, theme=LIGHT, frame=FREE):
    met = meetings(activity_map, detect(activity_map), agreements(activity_map))
    return matrix(activity_map, met, theme, frame)


def _map():
    return map_of(
        said("School", modality="must", matter="a"),
        said("School", modality="must", matter="b"),
        said("Health", modality="must not", matter="a"),
        said("Health", modality="must not", matter="b"),
        said("Court", modality="must not", matter="a"),
    )


def _cells(drawing):
    return {
        shape.tag.id: shape
        for shape in drawing
        if isinstance(shape, Polygon) and shape.tag.role is Role.CELL
    }


def test_each_pair_stands_once_and_each_service_has_its_total():
    cells = _cells(_drawing(_map()))
    assert len(cells) == 6 + 3
    words = {
        shape.tag.id: " ".join(line.text for line in shape.lines)
        for shape in _drawing(_map())
        if isinstance(shape, Text)
    }
    assert words["system-2 system-1"] == "2 contradictions between services"
    assert words["system-1 total"] == "3 contradictions between services"


def test_more_contradictions_make_a_darker_cell():
    cells = _cells(_drawing(_map()))
    grounds = [cells[name].fill for name in ("system-2 system-1", "system-3 system-1")]
    assert contrast(grounds[0], "#ffffff") > contrast(grounds[1], "#ffffff") > 1
    assert cells["system-1 system-1"].fill == LIGHT.card


@pytest.mark.parametrize("theme", [LIGHT, DARK, GREYSCALE, BLACK], ids=lambda theme: theme.name)
def test_the_darkest_cell_can_be_read(theme):
    assert contrast(theme.text, tint(theme, 9, 9)) >= 4.5


def test_words_stay_inside_their_cells():
    drawing = _drawing(map_of(*(said(f"{'A very long name ' * 3}{n}") for n in range(3))))
    cells = _cells(drawing)
    for shape in drawing:
        if isinstance(shape, Text) and shape.tag.id in cells:
            box = extent(cells[shape.tag.id])
            assert box.left <= extent(shape).left
            assert extent(shape).bottom <= box.bottom


def test_narrow_cells_have_numbers_and_a_key():
    drawing = _drawing(_map(), frame=Frame("Three", room=300.0))
    words = {
        shape.tag.id: " ".join(line.text for line in shape.lines)
        for shape in drawing
        if isinstance(shape, Text)
    }
    assert words["system-2 system-1"] == "2 / 0"
    assert words["system-3 system-2"] == "0 / 1"
    assert words["system-1 system-1"] == "–"
    assert words["title"] == "Three"
    names = [
        shape.lines[0].text
        for shape in drawing
        if isinstance(shape, Text) and shape.tag.id == "system-2"
    ]
    assert sorted(names) == ["2", "2 Health"]
    assert "after the stroke how many agreements" in words["legend"]


@pytest.mark.parametrize(("services", "room"), [(4, 482.0), (4, 964.0), (9, 964.0), (12, 964.0)])
def test_a_matrix_is_laid_out_for_a_width_with_type_that_can_be_read(services, room):
    made = map_of(*(said(f"Community service {number}") for number in range(services)))
    drawing = _drawing(made, frame=Frame("Services", room=room))
    assert drawing.box.width <= room
    assert min(shape.size for shape in drawing if isinstance(shape, Text)) >= LEAST
    cells = _cells(drawing)
    for shape in drawing:
        if isinstance(shape, Text) and shape.tag.id in cells:
            box = extent(cells[shape.tag.id])
            assert box.left <= extent(shape).left
            assert extent(shape).right <= box.right


def test_the_figure_says_what_its_cells_mean():
    legends = {
        theme.name: " ".join(line.text for line in shape.lines)
        for theme in (LIGHT, BLACK)
        for shape in _drawing(_map(), theme)
        if shape.tag.role is Role.LEGEND
    }
    assert all("how many contradictions" in words for words in legends.values())
    assert "colour" in legends[LIGHT.name]
    assert "colour" not in legends[BLACK.name]
