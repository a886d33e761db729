"""Figures: what they show, how large they are, and what is told before they are written."""

import re
from dataclasses import replace

import pytest

from activitymap.drawing.shapes import Role
from activitymap.errors import ExportError
from activitymap.export.figures import figure
from activitymap.export.formats import export
from activitymap.export.sizes import (
    LEAST_TYPE,
    scale_of,
    smallest_type,
    too_small,
    warnings,
    width_in_millimetres,
)
from activitymap.export.svg import svg
from activitymap.export.wanted import THEMES, Wanted, What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.systems import rename_system
from tests.export.looking import facts_of
from tests.export.making import example, just, lines_of, saying

TEAM = "team-around-the-child"


def some(*names: str) -> Wanted:
    """Some services of the example, by their names."""
    ids = tuple(one.id for one in example(TEAM).systems if one.name in names)
    assert len(ids) == len(names)
    return Wanted(What.SERVICES, ids)


@pytest.mark.parametrize(
    ("wanted", "words", "missing"),
    [
        (Wanted(), "Community health", "Zebra"),
        (Wanted(What.COMPARISON), "division of labour", "Zebra"),
        (Wanted(What.MATRIX), "2 contradictions", "Home visits"),
        (some("School"), "Attendance record", "Home visits"),
        (some("School", "Family"), "A quiet home", "Home visits"),
    ],
)
def test_what_a_figure_shows(wanted, words, missing):
    text = " ".join(lines_of(figure(example(TEAM), wanted).drawing))
    assert words in text
    assert missing not in text


def test_contradictions_legend_and_title_are_left_out():
    full = figure(example(TEAM), Wanted()).drawing
    without = Wanted(contradictions=False, legend=False, title=False)
    bare = figure(example(TEAM), without).drawing
    roles = {shape.tag.role for shape in full}
    assert {Role.CONTRADICTION, Role.LEGEND, Role.TITLE} <= roles
    assert not {shape.tag.role for shape in bare} & {Role.CONTRADICTION, Role.LEGEND, Role.TITLE}


@pytest.mark.parametrize("theme", ["greyscale", "black-on-white"])
def test_print_without_colour_has_none(theme):
    text = svg(figure(example(TEAM), Wanted(theme=theme)).drawing)
    for colour in re.findall("#([0-9a-f]{6})", text):
        assert colour[:2] == colour[2:4] == colour[4:]
    if theme == "black-on-white":
        assert set(re.findall("#([0-9a-f]{6})", text)) == {"000000", "ffffff"}
        assert "opacity" not in text


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".pptx"])
def test_a_figure_is_as_wide_as_a_column(ending, tmp_path):
    target = tmp_path / f"x{ending}"
    export(example(TEAM), target, Wanted(width=170.0))
    if ending == ".svg":
        wide = re.findall('<svg[^>]* width="([0-9.]+)mm"', target.read_text("utf-8"))[0]
        assert float(wide) == pytest.approx(170, abs=0.1)
    elif ending == ".pdf":
        points = float(facts_of(target)["Page size"].split()[0])
        assert points / 72 * 25.4 == pytest.approx(170, abs=0.1)
    assert target.stat().st_size > 1000


@pytest.mark.parametrize(("page", "points"), [("A4", (842, 595)), ("a3", (1191, 842))])
def test_a_page_of_paper_holds_the_figure(page, points, tmp_path):
    target = tmp_path / "x.pdf"
    export(example(TEAM), target, replace(some("School", "Family"), page=page))
    size = facts_of(target)["Page size"].split()
    assert (round(float(size[0])), round(float(size[2]))) in {points, points[::-1]}
    with pytest.raises(ExportError, match="no paper “A9”"):
        export(example(TEAM), target, Wanted(page="A9"))


@pytest.mark.parametrize("theme", ["colour", "dark"])
def test_a_caption_stands_below(theme):
    bare = figure(example(TEAM), Wanted(theme=theme)).drawing
    told = figure(example(TEAM), Wanted(theme=theme, caption=True))
    assert told.drawing.box.bottom > bare.box.bottom
    words = " ".join(lines_of(told.drawing)[len(lines_of(bare)) :])
    assert words == told.caption


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
        (Wanted(What.SERVICES), "None of the services"),
        (Wanted(What.SERVICES, ("system-999",)), "None of the services"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_the_old_file_stays(wanted, sentence, tmp_path):
    target = tmp_path / "x.svg"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ExportError, match=re.escape(sentence)):
        export(example(TEAM), target, wanted)
    assert target.read_text(encoding="utf-8") == "old"


def test_type_that_is_too_small_is_told_with_the_width_that_would_do():
    wanted = Wanted(width=85.0, arrange=False)
    drawing = figure(example(TEAM), wanted).drawing
    small = scale_of(drawing, wanted)
    assert smallest_type(drawing, small) < LEAST_TYPE
    (told,) = warnings(drawing, small)
    enough = float(re.findall(r"(\d+) mm wide", told)[0])
    assert too_small(drawing, scale_of(drawing, Wanted(width=enough))) == []
    assert too_small(drawing, 1.0) == []


@pytest.mark.parametrize(
    "wanted",
    [
        replace(some("School"), width=85.0),
        replace(some("School", "Social care"), width=85.0),
        replace(some("School"), width=170.0),
        replace(some("School", "Family"), width=170.0),
        replace(some("Social care", "School", "Community health", "Family"), width=170.0),
        Wanted(width=170.0),
    ],
)
def test_services_move_closer_until_their_type_can_be_read(wanted):
    drawing = figure(example(TEAM), wanted).drawing
    assert warnings(drawing, scale_of(drawing, wanted)) == []
    loose = figure(example(TEAM), replace(wanted, arrange=False)).drawing
    assert sorted(" ".join(lines_of(drawing)).casefold().split()) == sorted(
        " ".join(lines_of(loose)).casefold().split()
    )


@pytest.mark.parametrize("width", [None, 170.0])
@pytest.mark.parametrize("what", [What.MAP, What.COMPARISON])
def test_a_long_statement_stands_in_a_figure_whole(what, width):
    words = [f"word{number}" for number in range(300)]
    shown = lines_of(figure(saying(" ".join(words)), Wanted(what, width=width)).drawing)
    assert set(words) <= set(" ".join(shown).split())


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(What.COMPARISON, width=170.0),
        Wanted(What.MATRIX, width=170.0),
        Wanted(What.MATRIX, width=85.0),
    ],
)
def test_tables_of_services_are_laid_out_for_their_width(wanted):
    drawing = figure(example(TEAM), wanted).drawing
    assert warnings(drawing, scale_of(drawing, wanted)) == []
    assert "Team around the child" in lines_of(drawing)


def test_a_figure_higher_than_a_page_is_told():
    wanted = replace(some("School", "Family"), width=85.0)
    drawing = figure(example(TEAM), wanted).drawing
    scale = scale_of(drawing, wanted)
    assert warnings(drawing, scale * 1.3)[-1].startswith("The figure is 2")
    assert not any("mm high" in told for told in warnings(drawing, scale * 1.3, "A4"))


def test_an_empty_map_is_a_figure(tmp_path):
    for theme in THEMES:
        export(ActivityMap(), tmp_path / f"{theme}.svg", Wanted(theme=theme))
    assert len(list(tmp_path.iterdir())) == len(THEMES)


def test_a_caption_tells_what_is_drawn():
    told = figure(example(TEAM), Wanted()).caption
    assert "Social care, School, Community health and Family" in told
    assert "mark 12 contradictions (4\u00a0tensions, 2\u00a0gaps)." in told
    alone = figure(example(TEAM), some("Community health")).caption
    assert alone.endswith(
        "activity system of Community health. Lightning arrows (Engeström 1987) mark 1 gap."
    )
    bare = figure(example(TEAM), replace(some("School", "Family"), contradictions=False)).caption
    assert bare == "Team around the child: activity systems of School and Family."
    assert figure(ActivityMap(), Wanted()).caption == "Activity map: no service is drawn yet."


def test_a_service_is_drawn_by_its_id_whatever_it_is_called():
    school = some("School").systems[0]
    renamed = rename_system(example(TEAM), school, "Housing, benefits | and debt").map
    assert "Attendance record" in lines_of(figure(renamed, some("School")).drawing)


def test_what_is_heard_of_a_figure_is_what_it_shows():
    told = figure(example(TEAM), some("School", "Social care")).drawing.description
    for words in ("Attendance record", "Social worker leads the meeting", "tools: "):
        assert words in told
    assert "grandmother" not in told
    assert "Contradictions, tensions and gaps: 2." in told


def test_letters_as_outlines_look_like_letters(tmp_path):
    drawing = just("Tŷ’r dŵr (עברית) عربي")
    text = svg(drawing, outlines=True)
    assert "<text" not in text
    assert text.count("<path") == 1
    paths = re.findall(r'<path d="([^"]+)"', text)[0]
    assert paths.count("M") > 20
