"""A slide of native shapes, opened again by python-pptx."""

import io

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from activitymap.export.slides.show import pptx
from tests.export.making import NAMES, drawn, example, saying


def _slide(drawing, scale=1.0):
    show = Presentation(io.BytesIO(pptx(drawing, scale)))
    (slide,) = show.slides
    return show, slide


def _all(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _all(shape.shapes)


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_text_that_can_be_edited(name):
    activity_map = example(name)
    _, slide = _slide(drawn(activity_map))
    texts = [one.text_frame.text for one in _all(slide.shapes) if one.has_text_frame]
    for system in activity_map.systems:
        for one in system.statements:
            assert any(one.words in text for text in texts), one.words


@pytest.mark.parametrize("name", NAMES)
def test_a_service_is_one_group_that_says_what_it_holds(name):
    activity_map = example(name)
    _, slide = _slide(drawn(activity_map))
    groups = {one.name: one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP}
    for system in activity_map.systems:
        described = groups[system.name]._element.nvGrpSpPr.cNvPr.get("descr")
        for one in system.statements:
            assert one.words in described


def test_connectors_are_attached_at_both_ends():
    _, slide = _slide(drawn(example("team-around-the-child")))
    ids = {one.shape_id for one in _all(slide.shapes)}
    joined = [
        one
        for one in _all(slide.shapes)
        if one.name in {"link", "contradiction", "outcome arrow"}
        and one.element.tag.endswith("cxnSp")
    ]
    assert len(joined) >= 10
    for one in joined:
        ends = [
            end
            for tag in ("stCxn", "endCxn")
            for end in one.element.iter()
            if end.tag.endswith(tag)
        ]
        assert len(ends) == 2
        assert {int(end.get("id")) for end in ends} <= ids


def test_the_slide_has_the_size_of_the_drawing():
    drawing = drawn(example("four-levels"))
    show, _ = _slide(drawing)
    assert show.slide_width == pytest.approx(drawing.box.width * 9525, abs=1)
    half, _ = _slide(drawing, 0.5)
    assert half.slide_height == pytest.approx(drawing.box.height * 9525 / 2, abs=1)


def test_the_notes_tell_what_is_drawn_and_equal_drawings_give_equal_bytes():
    drawing = drawn(example("team-around-the-child"))
    _, slide = _slide(drawing)
    assert "Service Social care" in slide.notes_slide.notes_text_frame.text
    assert pptx(drawing) == pptx(drawing)


@pytest.mark.parametrize("text", ["R&D < 5 <b>", "学校 👩🏽‍⚕️", "المدرسة والأسرة", "a" * 300])
def test_any_text_is_only_text(text):
    _, slide = _slide(drawn(saying(text)))
    texts = [one.text_frame.text for one in _all(slide.shapes) if one.has_text_frame]
    assert any("".join(text.split())[:200] in "".join(one.split()) for one in texts)


def test_a_map_wider_than_any_slide_is_made_to_fit():
    drawing = drawn(example("team-around-the-child"))
    show, _ = _slide(drawing, 40.0)
    assert max(show.slide_width, show.slide_height) <= 51_206_400
