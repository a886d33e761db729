"""PDF: what poppler, which did not write it, reads and sees in it."""

import unicodedata
from pathlib import Path

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from activitymap.drawing.measuring import missing_glyphs, width
from activitymap.drawing.shapes import (
    Align,
    Box,
    Curve,
    Drawing,
    Line,
    Pen,
    Point,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.errors import ExportError
from activitymap.export.pdf import pdf
from activitymap.model.activity_map import ActivityMap
from tests.export.looking import (
    LEAST_CONTRAST,
    contrast,
    facts_of,
    fonts_of,
    ink,
    picture_of,
    text_of,
)
from tests.export.making import NAMES, boxes_of, drawn, example, just, lines_of, saying
from tests.model.strategies import activity_maps

_TAG = Tag("it", Role.CARD)
_SQUARE = (Point(20, 20), Point(80, 20), Point(80, 80), Point(20, 80))
_BULGE = (Point(20, 20), Point(120, 20), Point(120, 80), Point(20, 80))


def _file(folder: Path, drawing: Drawing) -> Path:
    path = folder / "drawing.pdf"
    path.write_bytes(pdf(drawing))
    return path


def _squashed(text: str) -> str:
    """Return a text without blanks: where its lines break is not what is asked."""
    return "".join(text.split())


def _shape_in_the_middle(shape: Shape) -> Drawing:
    return Drawing((shape,), Box(0, 0, 100, 100), "#ffffff")


@pytest.mark.parametrize("name", NAMES)
def test_the_statements_of_an_example_can_be_read(name, tmp_path):
    activity_map = example(name)
    drawing = drawn(activity_map)
    text = _squashed(text_of(_file(tmp_path, drawing)))
    for system in activity_map.systems:
        assert _squashed(system.name) in text
        for statement in system.statements:
            assert _squashed(statement.text) in text
    assert text == _squashed("".join(lines_of(drawing)))


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_embedded_and_none_is_the_readers(name, tmp_path):
    fonts = fonts_of(_file(tmp_path, drawn(example(name))))
    names = {font["name"].partition("+")[2] for font in fonts}
    assert names == {"NotoSans-Regular", "NotoSans-Bold"}
    for font in fonts:
        assert (font["emb"], font["sub"], font["uni"]) == ("yes", "yes", "yes"), font


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_text_is_seen_where_it_was_laid_out(name, tmp_path):
    drawing = drawn(example(name))
    picture = picture_of(_file(tmp_path, drawing))
    places = boxes_of(drawing)
    assert len(places) > 20
    assert [text for text, box in places if contrast(picture, box) < LEAST_CONTRAST] == []


def test_one_page_of_the_size_of_the_drawing(tmp_path):
    drawing = drawn(example("four-levels"))
    path = _file(tmp_path, drawing)
    facts = facts_of(path)
    across, _, down, unit = facts["Page size"].split()[:4]
    assert (facts["Pages"], unit) == ("1", "pts")
    assert float(across) == pytest.approx(drawing.box.width * 0.75, abs=0.01)
    assert float(down) == pytest.approx(drawing.box.height * 0.75, abs=0.01)
    small = picture_of(path, dpi=24)
    assert small.shape[1] == pytest.approx(drawing.box.width / 4, abs=1)
    assert small[0, 0] == small[-1, -1] == 255
    # White paper with something on it, not a black page.
    assert 0.005 < float(numpy.mean(small < 200)) < 0.5


def test_the_title_and_what_is_drawn_stand_in_the_properties(tmp_path):
    facts = facts_of(_file(tmp_path, drawn(saying("A", title="Łódź & <b>Tŷ</b> 1"))))
    assert facts["Title"] == "Łódź & <b>Tŷ</b> 1"
    assert facts["Subject"].startswith("Service Service. subject: A.")
    assert facts["JavaScript"] == "no"


def test_the_properties_name_no_author(tmp_path):
    assert facts_of(_file(tmp_path, drawn(saying("A")))).get("Author", "") == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_same_map_gives_the_same_bytes(name):
    assert pdf(drawn(example(name))) == pdf(drawn(example(name)))


@pytest.mark.parametrize(
    "text",
    [
        "R&D < 5 <b>",
        "<img src=x>",
        "<img src='/etc/passwd'/>",
        "&amp; &#65; &nbsp;",
        "<para><font size=90>",
        "(a) \\(b\\) ) Tj ET",
        "</b></para>",
        "%d {0} $x",
    ],
)
def test_markup_is_text(text, tmp_path):
    assert text_of(_file(tmp_path, just(text))).strip() == text
    in_map = _squashed(text_of(_file(tmp_path, drawn(saying(text, title=text)))))
    assert in_map.count(_squashed(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Tŷ'r dŵr, Ŵ Ŷ",
        "łódź, żaba, Łąka",
        "Žluťoučký kůň",
        "İstanbul ığüşöç",
        "Ελληνικά",
        "Бесіда з сім’єю",
        "Tiếng Việt",
        "“quoted” – 9½ × €5 …",
    ],
)
def test_letters_of_other_languages_are_read_unchanged(text, tmp_path):
    text = unicodedata.normalize("NFC", text)
    assert text_of(_file(tmp_path, just(text))).strip() == text
    assert _squashed(text) in _squashed(text_of(_file(tmp_path, drawn(saying(text)))))


def test_letters_of_other_languages_are_drawn_each_in_its_own_shape(tmp_path):
    # A font that lacks them draws the same box for each.
    letters = "ŵŷłżẁďőşĞΩЖ"
    pictures = {
        picture_of(_file(tmp_path, just(letter, across=100.0))).tobytes() for letter in letters
    }
    assert len(pictures) == len(letters)


@pytest.mark.parametrize("align", list(Align))
def test_words_are_as_wide_as_measured_and_stand_where_they_are_aligned(align, tmp_path):
    # Letters that kerning would draw closer together.
    text = "HAVATAVATToVoYoH"
    drawing = just(text, x=500.0, align=align)
    long = width(text, 40.0)
    left = 500.0 - long * {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}[align]
    first, last = ink(picture_of(_file(tmp_path, drawing)))
    # The letter H begins and ends a little within its width.
    assert left + 1 <= first <= left + 6
    assert left + long - 6 <= last <= left + long - 1


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"])
def test_marks_that_have_no_shape_draw_none(mark, tmp_path):
    bare = picture_of(_file(tmp_path, just("ab")))
    marked = picture_of(_file(tmp_path, just(f"a{mark}b")))
    assert int((bare < 128).sum()) > 100
    assert numpy.array_equal(bare, marked)


@pytest.mark.parametrize("text", ["学校", "👩🏽‍⚕️", "हिन्दी", "ไทย"])
def test_letters_that_the_font_lacks_are_named(text):
    with pytest.raises(ExportError) as refused:
        pdf(drawn(saying("Ring in by nine", text)))
    message = str(refused.value)
    lacking = missing_glyphs(text)
    assert lacking
    for letter in lacking:
        assert letter in message
    assert "PowerPoint, or as SVG without outlines" in message
    assert "\n" not in message


def test_many_letters_that_the_font_lacks_make_no_long_sentence():
    with pytest.raises(ExportError) as refused:
        pdf(drawn(saying("".join(map(chr, range(0x4E00, 0x5000))))))
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(("opacity", "grey"), [(1.0, 0), (0.5, 128), (0.08, 235)])
@pytest.mark.parametrize("kind", ["polygon", "round", "curve", "line", "head"])
def test_what_is_faint_is_drawn_faint(kind, opacity, grey, tmp_path):
    black = "#000000"
    shapes: dict[str, Shape] = {
        "polygon": Polygon(_TAG, _SQUARE, None, black, opacity=opacity),
        "round": Polygon(_TAG, _SQUARE, None, black, radius=9.0, opacity=opacity),
        "curve": Curve(_TAG, _BULGE, None, black, closed=True, opacity=opacity),
        "line": Line(_TAG, (Point(0, 50), Point(100, 50)), Pen(black, 40.0), opacity=opacity),
        "head": Line(
            _TAG, (Point(0, 50), Point(80, 50)), Pen(black, 20.0), head_at_end=True, opacity=opacity
        ),
    }
    picture = picture_of(_file(tmp_path, _shape_in_the_middle(shapes[kind])))
    # The head of an arrow is seen alone where it is wider than its line.
    across, down = (46, 65) if kind == "head" else (45, 45)
    assert picture[down, across] == pytest.approx(grey, abs=3)
    assert picture[2, 50] == 255


def test_faint_words_are_drawn_faint_and_the_next_ones_are_not(tmp_path):
    tag = Tag("words", Role.TITLE)
    faint = Text(tag, (TextLine("Nothing", 20, 70, 100),), 40.0, "#000000", opacity=0.25)
    plain = Text(tag, (TextLine("Nothing", 20, 170, 100),), 40.0, "#000000")
    drawing = Drawing((faint, plain), Box(0, 0, 400, 200), "#ffffff")
    picture = picture_of(_file(tmp_path, drawing))
    assert int(picture[:100].min()) == pytest.approx(191, abs=3)
    assert int(picture[100:].min()) <= 3


def test_a_colour_a_width_and_dashes_are_kept(tmp_path):
    line = Line(_TAG, (Point(0, 50), Point(100, 50)), Pen("#808080", 10.0, (20.0, 30.0)))
    picture = picture_of(_file(tmp_path, _shape_in_the_middle(line)))
    assert [int(picture[50, across]) for across in (10, 35, 60, 85)] == [128, 255, 128, 255]
    assert [int(picture[down, 10]) for down in (40, 47, 53, 60)] == [255, 128, 128, 255]


def test_nothing_but_a_background_is_a_page(tmp_path):
    picture = picture_of(_file(tmp_path, Drawing((), Box(-5, -5, 45, 15), "#336699")))
    assert picture.shape == (20, 50)
    assert numpy.unique(picture).size == 1
    assert 80 < picture[0, 0] < 110


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(activity_map=activity_maps())
def test_any_map_is_drawn_or_the_letters_that_lack_are_named(activity_map: ActivityMap):
    drawing = drawn(activity_map)
    lacking = missing_glyphs("".join(lines_of(drawing)))
    if lacking:
        with pytest.raises(ExportError, match="would be lost"):
            pdf(drawing)
    else:
        assert pdf(drawing).startswith(b"%PDF-1.")


def _letters() -> list[str]:
    """Return the letters, digits and signs of the font that stand alone and for themselves."""
    codes = map(chr, range(0x21, 0x2100))
    return [
        letter
        for letter in codes
        if unicodedata.category(letter) in {"Lu", "Ll", "Nd", "Po", "Pd", "Sc", "Sm"}
        and unicodedata.normalize("NFKC", letter) == letter
        and not missing_glyphs(letter)
        # What runs to the left is copied out with marks of its direction; see the report's tests.
        and unicodedata.bidirectional(letter) not in {"R", "AL", "AN"}
    ]


@settings(max_examples=30)
@given(text=st.text(st.sampled_from(_letters()), min_size=1, max_size=20))
def test_any_text_that_the_font_has_is_read_unchanged(
    text: str, tmp_path_factory: pytest.TempPathFactory
):
    assert text_of(_file(tmp_path_factory.mktemp("pdf"), just(text))).strip() == text
