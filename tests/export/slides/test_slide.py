"""What stands on a slide: words that can be edited, services as groups, and what is heard of it."""

import pytest

from activitymap.drawing.shapes import Text
from activitymap.model.contradictions.detecting import detect
from tests.export.making import NAMES, drawn, example, saying
from tests.export.slides.reading import A, P, every, figured, shown, tree, words

TEAM = "team-around-the-child"
FIGURES = ["map", "comparison", "matrix", "services=School", "services=School|Family"]


@pytest.mark.parametrize("what", FIGURES)
@pytest.mark.parametrize("theme", ["colour", "dark"])
def test_every_word_of_the_drawing_is_on_the_slide(what, theme):
    drawing = figured(example(TEAM), what, theme=theme, caption=True)
    _, slide = shown(drawing)
    rest = words(slide)
    texts = [one for one in drawing if isinstance(one, Text)]
    for text in sorted(texts, key=lambda one: -sum(len(line.text) for line in one.lines)):
        wanted = "".join("".join(line.text for line in text.lines).split())
        found = next((place for place, one in enumerate(rest) if wanted in one), None)
        assert found is not None, wanted
        rest[found] = rest[found].replace(wanted, "", 1)
    # Beside them stand a hidden title, and signs that the drawing has as lines.
    hidden = "".join(drawing.title.split())
    assert set(rest) - {hidden} <= {"", "⊘"}


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_is_a_paragraph_of_its_own(name):
    activity_map = example(name)
    _, slide = shown(drawn(activity_map))
    said = [
        paragraph.text
        for one in every(slide.shapes)
        if one.has_text_frame
        for paragraph in one.text_frame.paragraphs
    ]
    for system in activity_map.systems:
        for one in system.statements:
            assert any(text in {one.words, f"⊘ {one.words}", f"? {one.words}"} for text in said)


@pytest.mark.parametrize("what", ["map", "comparison"])
def test_a_service_is_one_group_that_says_what_it_holds(what):
    activity_map = example(TEAM)
    _, slide = shown(figured(activity_map, what))
    groups = {one.name: one for one in slide.shapes if one.element.tag == f"{P}grpSp"}
    for system in activity_map.systems:
        described = groups[system.name].element.nvGrpSpPr.cNvPr.get("descr")
        assert described.startswith(f"{system.name}. ")
        for one in system.statements:
            assert one.words in described
    if what == "map":
        family = groups["Family"].element.nvGrpSpPr.cNvPr.get("descr")
        assert "Subject: Mother, grandmother and a boy of nine." in family
        assert "SUBJECT" not in family


def test_contradictions_and_links_say_what_they_are():
    activity_map = example("four-levels")
    root = tree(drawn(activity_map))
    told = {one.get("name"): one.get("descr") for one in root.iter(f"{P}cNvPr") if one.get("descr")}
    for one in detect(activity_map).contradictions:
        (name,) = (name for name, text in told.items() if one.because in text)
        assert name.startswith(("Contradiction: ", "Tension or gap: "))
    assert told["Link: Job office – Advice centre"] == (
        "Job office produces a tool for Advice centre."
    )
    assert told["Legend"].startswith("contradictions, and how many.")


def test_what_lies_inside_a_service_moves_with_it():
    root = tree(drawn(example("four-levels")))
    (group,) = (
        one
        for one in root.iter(f"{P}grpSp")
        if one.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name") == "Job office"
    )
    names = [one.get("name") for one in group.iter(f"{P}cNvPr")]
    assert "Contradiction: Job office (rules)" in names
    assert "Outcome arrow" in names
    assert not [name for name in names if "–" in name]


@pytest.mark.parametrize("what", FIGURES)
def test_every_slide_has_a_title(what):
    drawing = figured(example(TEAM), what)
    show, slide = shown(drawing)
    title = slide.shapes.title
    assert title.text == drawing.title
    seen = any(isinstance(one, Text) and one.tag.id == "title" for one in drawing)
    assert (0 <= title.top < show.slide_height) is seen
    assert (title.top + title.height < 0) is not seen
    # It is read out first.
    assert slide.shapes[0].shape_id == title.shape_id


def test_labels_keep_their_lines_and_statements_may_break_anew():
    root = tree(drawn(example(TEAM)))
    wraps = {
        "".join(one.itertext()): one.find(f"{A}bodyPr").get("wrap")
        for one in root.iter(f"{P}txBody")
    }
    assert wraps["Community health"] == "none"
    assert wraps["contradictions, and how many"] == "none"
    assert wraps["OBJECTA quiet home"] == "square"
    assert wraps["TOOLSHome visits⊘ none"] == "square"


def test_long_names_break_where_the_drawing_breaks_them():
    drawing = figured(example(TEAM), "comparison")
    _, slide = shown(drawing)
    texts = [one.text_frame.text for one in every(slide.shapes) if one.has_text_frame]
    assert "division of\vlabour" in texts


def test_words_that_run_to_the_left_say_so_and_begin_at_the_right():
    texts = ("Ring in by nine", "אין לשתף (GP) מידע")
    _, slide = shown(drawn(saying(*texts)))
    found = {
        paragraph.text: paragraph._p.pPr
        for one in every(slide.shapes)
        if one.has_text_frame
        for paragraph in one.text_frame.paragraphs
    }
    assert (found[texts[1]].get("rtl"), found[texts[1]].get("algn")) == ("1", "r")
    assert found[texts[0]].get("rtl") is None
