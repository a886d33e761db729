"""Figures: what they show, how large they are, and what is told before they are written."""

import re

import pytest

from activitymap.drawing.shapes import Role
from activitymap.errors import ExportError
from activitymap.export.figures import (
    LEAST_TYPE,
    THEMES,
    Wanted,
    caption,
    figure,
    scale_of,
    smallest_type,
    warnings,
    width_in_millimetres,
)
from activitymap.export.formats import export
from activitymap.export.svg import svg
from activitymap.model.activity_map import ActivityMap
from tests.export.looking import facts_of
from tests.export.making import example, just, lines_of

TEAM = "team-around-the-child"


@pytest.mark.parametrize(
    ("what", "words", "missing"),
    [
        ("map", "Community health", "Zebra"),
        ("comparison", "division of labour", "Zebra"),
        ("matrix", "2 contradictions", "Home visits"),
        ("service=School", "Attendance record", "Home visits"),
        ("pair=School,social care", "Attendance record", "Home visits"),
        ("pair=School | Family", "A quiet home", "Home visits"),
    ],
)
def test_what_a_figure_shows(what, words, missing):
    text = " ".join(lines_of(figure(example(TEAM), Wanted(what=what))))
    assert words in text
    assert missing not in text


def test_contradictions_legend_and_title_are_left_out():
    full = figure(example(TEAM), Wanted())
    bare = figure(example(TEAM), Wanted(contradictions=False, legend=False, title=False))
    roles = {shape.tag.role for shape in full}
    assert {Role.CONTRADICTION, Role.LEGEND, Role.TITLE} <= roles
    assert not {shape.tag.role for shape in bare} & {Role.CONTRADICTION, Role.LEGEND, Role.TITLE}


@pytest.mark.parametrize("theme", ["greyscale", "black-on-white"])
def test_print_without_colour_has_none(theme):
    text = svg(figure(example(TEAM), Wanted(theme=theme)))
    for colour in re.findall("#([0-9a-f]{6})", text):
        assert colour[:2] == colour[2:4] == colour[4:]
    if theme == "black-on-white":
        assert set(re.findall("#([0-9a-f]{6})", text)) == {"000000", "ffffff"}


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".pptx"])
def test_a_figure_is_as_wide_as_a_column(ending, tmp_path):
    target = tmp_path / f"x{ending}"
    export(example(TEAM), target, Wanted(width=170.0))
    if ending == ".svg":
        wide = float(re.findall('<svg[^>]* width="([0-9.]+)"', target.read_text("utf-8"))[0])
        assert wide / 96 * 25.4 == pytest.approx(170, abs=0.1)
    elif ending == ".pdf":
        points = float(facts_of(target)["Page size"].split()[0])
        assert points / 72 * 25.4 == pytest.approx(170, abs=0.1)
    assert target.stat().st_size > 1000


@pytest.mark.parametrize(("page", "points"), [("A4", (842, 595)), ("a3", (1191, 842))])
def test_a_page_of_paper_holds_the_figure(page, points, tmp_path):
    target = tmp_path / "x.pdf"
    export(example(TEAM), target, Wanted(page=page, what="pair=School,Family"))
    size = facts_of(target)["Page size"].split()
    assert (round(float(size[0])), round(float(size[2]))) == points
    with pytest.raises(ExportError, match="no paper “A9”"):
        export(example(TEAM), target, Wanted(page="A9"))


@pytest.mark.parametrize("theme", ["colour", "dark"])
def test_a_caption_stands_below(theme):
    bare = figure(example(TEAM), Wanted(theme=theme))
    told = figure(example(TEAM), Wanted(theme=theme, caption=True))
    assert told.box.bottom > bare.box.bottom
    words = " ".join(lines_of(told)[len(lines_of(bare)) :])
    assert words == caption(example(TEAM), Wanted())


@pytest.mark.parametrize(
    ("words", "expected"),
    [("170mm", 170), ("17 cm", 170), ("single", 85), ("Double", 170), ("2in", 50.8), ("90", 90)],
)
def test_widths_in_words(words, expected):
    assert width_in_millimetres(words) == pytest.approx(expected)


@pytest.mark.parametrize("words", ["", "wide", "-5mm", "17 furlongs", "1e3mm"])
def test_words_that_are_no_width(words):
    with pytest.raises(ExportError, match="is no width"):
        width_in_millimetres(words)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted(width=0.0), "cannot be 0 mm wide"),
        (Wanted(width=50_000.0), "cannot be 50000 mm wide"),
        (Wanted(dpi=10_000), "10000 dots for each inch are too many"),
        (Wanted(dpi=0), "0 dots for each inch are too few"),
        (Wanted(theme="pink"), "no theme “pink”"),
        (Wanted(what="sky"), "“sky” is no figure"),
        (Wanted(what="service=Sky"), "no service “Sky”"),
        (Wanted(what="pair=School"), "is no figure"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_the_old_file_stays(wanted, sentence, tmp_path):
    target = tmp_path / "x.svg"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ExportError, match=re.escape(sentence)):
        export(example(TEAM), target, wanted)
    assert target.read_text(encoding="utf-8") == "old"


def test_type_that_is_too_small_is_told():
    drawing = figure(example(TEAM), Wanted())
    small = scale_of(drawing, Wanted(width=85.0))
    assert smallest_type(drawing, small) < LEAST_TYPE
    assert "smallest type" in warnings(drawing, small)[0]
    assert warnings(drawing, 1.0) == []


def test_an_empty_map_is_a_figure(tmp_path):
    for theme in THEMES:
        export(ActivityMap(), tmp_path / f"{theme}.svg", Wanted(theme=theme))
    assert len(list(tmp_path.iterdir())) == len(THEMES)


def test_a_caption_names_the_services():
    text = caption(example(TEAM), Wanted())
    assert "Social care, School, Community health, Family" in text
    assert "13 were found" in text


def test_letters_as_outlines_look_like_letters(tmp_path):
    drawing = just("Tŷ’r dŵr (עברית) عربي")
    text = svg(drawing, outlines=True)
    assert "<text" not in text
    assert text.count("<path") == 1
    paths = re.findall(r'<path d="([^"]+)"', text)[0]
    assert paths.count("M") > 20
