"""A presentation of one slide: its size, its notes, and that nothing in it is anybody else's."""

import posixpath
import re

import pytest
from lxml import etree
from pptx.util import Mm

from activitymap.drawing.shapes import Box
from activitymap.export.formats import export
from activitymap.export.slides.show import pptx
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from tests.export.making import NAMES, drawn, example, saying
from tests.export.slides.reading import A, P, every, figured, parts, shown, tree

TEAM = "team-around-the-child"
WIDE, HIGH = 12_192_000, 6_858_000


def _reach(slide):
    """Return the box around all that is seen on a slide."""
    seen = [one for one in slide.shapes if one.top + one.height > 0]
    return Box(
        min(one.left for one in seen),
        min(one.top for one in seen),
        max(one.left + one.width for one in seen),
        max(one.top + one.height for one in seen),
    )


@pytest.mark.parametrize("what", ["map", "comparison", "matrix", "services=School"])
def test_a_slide_is_as_wide_as_screens_are_and_full(what):
    show, slide = shown(figured(example(TEAM), what))
    assert (show.slide_width, show.slide_height) == (WIDE, HIGH)
    reach = _reach(slide)
    assert 0 <= reach.left < reach.right <= WIDE
    assert 0 <= reach.top < reach.bottom <= HIGH
    assert reach.width > 0.85 * WIDE or reach.height > 0.85 * HIGH
    assert reach.centre.x == pytest.approx(WIDE / 2, rel=0.05)


def test_a_width_is_that_of_the_slide():
    drawing = drawn(example("four-levels"))
    show, slide = shown(drawing, Mm(500) / 9525 / drawing.box.width)
    assert show.slide_width == pytest.approx(Mm(500), abs=2)
    assert show.slide_height / show.slide_width == pytest.approx(
        drawing.box.height / drawing.box.width, rel=0.001
    )
    assert _reach(slide).right <= show.slide_width


def test_type_lines_and_spaces_grow_with_the_drawing():
    small, large = (tree(drawn(example(TEAM)), scale) for scale in (1.0, 1.7))
    for path, name in (
        (f".//{A}rPr", "sz"),
        (f".//{A}spcPts", "val"),
        (f".//{A}bodyPr", "lIns"),
        (f".//{P}spPr/{A}ln", "w"),
    ):
        pairs = [
            (int(one.get(name)), int(other.get(name)))
            for one, other in zip(small.iterfind(path), large.iterfind(path), strict=True)
            if one.get(name)
        ]
        assert pairs
        for one, other in pairs:
            assert other == pytest.approx(1.7 * one, abs=1.5), name


def test_a_narrow_column_is_no_slide_and_that_is_said(tmp_path):
    target = tmp_path / "x.pptx"
    said = export(example(TEAM), target, Wanted(width=50.0))
    assert len(said) == 1
    assert "254 mm wide, not 50 mm" in said[0]
    assert export(example(TEAM), target, Wanted(width=300.0)) == []


@pytest.mark.parametrize("what", ["map", "comparison", "matrix"])
@pytest.mark.parametrize("scale", [None, 0.01, 1.0, 40.0])
def test_nothing_is_too_small_or_too_large_for_a_slide(what, scale):
    for activity_map in (ActivityMap(), saying("One"), example(TEAM)):
        show, _ = shown(figured(activity_map, what), scale)
        assert 914_400 <= show.slide_width <= 51_206_400
        assert 914_400 <= show.slide_height <= 51_206_400


def test_the_notes_tell_what_clashes_and_equal_drawings_give_equal_bytes():
    drawing = drawn(example(TEAM))
    _, slide = shown(drawing)
    notes = slide.notes_slide.notes_text_frame.text
    assert "Service Social care" in notes
    assert "Same matter" in notes or "same matter" in notes
    assert all(one.text in notes for one in drawing.alternatives)
    assert "one group" in notes
    assert pptx(drawing) == pptx(drawing)


def test_the_presentation_names_nobody_and_no_other_program():
    files = parts(pptx(drawn(example(TEAM))))
    everything = b"".join(content for name, content in files.items() if name.endswith(".xml"))
    for foreign in (b"Canny", b"python-pptx", b"Macintosh"):
        assert foreign not in everything, foreign
    assert not [name for name in files if re.search("thumbnail|printerSettings|app.xml", name)]
    show, _ = shown(drawn(example(TEAM)))
    assert show.core_properties.title == "Team around the child"
    assert show.core_properties.author == ""


def test_every_part_that_is_named_is_there_and_every_part_there_is_named():
    files = parts(pptx(drawn(example(TEAM))))
    named = {"[Content_Types].xml"}
    for name, content in files.items():
        if not name.endswith(".rels"):
            continue
        named.add(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        for one in etree.fromstring(content):
            named.add(posixpath.normpath(posixpath.join(folder, one.get("Target"))).lstrip("/"))
    assert named == set(files)
    presentation = etree.fromstring(files["ppt/presentation.xml"])
    order = [etree.QName(one).localname for one in presentation][:4]
    assert order == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz"]
    assert "type" not in presentation.find(f"{P}sldSz").attrib


def test_layouts_for_more_slides_fit_the_slide():
    show, _ = shown(drawn(example(TEAM)), 2.0)
    for layout in show.slide_layouts:
        for one in layout.placeholders:
            assert one.left + one.width <= show.slide_width
            assert one.top + one.height <= show.slide_height


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_has_an_id_of_its_own(name):
    ids = [one.get("id") for one in tree(drawn(example(name))).iter(f"{P}cNvPr")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", ["R&D < 5 <b>", "学校 👩🏽‍⚕️", "المدرسة والأسرة", "a" * 300, '"'])
def test_any_text_is_only_text(text):
    _, slide = shown(drawn(saying(text, title=text)))
    texts = [one.text_frame.text for one in every(slide.shapes) if one.has_text_frame]
    assert any(one.endswith(text) for one in texts)
    assert slide.shapes.title.text == text


def test_text_from_the_right_runs_from_the_right():
    root = tree(drawn(saying("المدرسة والأسرة", "School")))
    leftward = {
        "".join(one.itertext()): one.find(f"{A}pPr").get("rtl") for one in root.iter(f"{A}p")
    }
    assert leftward["المدرسة والأسرة"] == "1"
    assert leftward["School"] is None
