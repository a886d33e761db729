"""SVG: a well-formed file of plain shapes that any XML reader gives back as it was drawn.

`files/four-levels.svg` is how an example is expected to look. After a change that is meant to
alter drawings, renew it, look at it in a browser, and commit it with the change::

    RENEW=1 .venv/bin/python -m pytest tests/export/test_svg.py

The run that renews it fails, so that nobody takes it for a test.
"""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from activitymap.drawing.measuring import width
from activitymap.drawing.shapes import Box, Drawing, Line, Pen, Point, Polygon, Role, Tag
from activitymap.drawing.theme import DARK
from activitymap.export.formats import export
from activitymap.export.svg import svg
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from tests.export.making import NAMES, drawn, example, just, lines_of, saying
from tests.model.strategies import activity_maps

GOLDEN = Path(__file__).parent / "files" / "four-levels.svg"

NAMESPACE = "{http://www.w3.org/2000/svg}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
STROKE = {"stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray"}
PLAIN = {
    "svg": {"width", "height", "viewBox", "role"},
    "g": {"data-of"},
    "title": set[str](),
    "desc": set[str](),
    "rect": {"x", "y", "width", "height", "fill"},
    "path": {"d", "fill", "opacity", *STROKE},
    "text": {
        *("x", "y", "fill", "opacity", "text-anchor", PRESERVE),
        *("font-family", "font-size", "font-weight", "textLength", "lengthAdjust"),
    },
}
"""The elements that Word, Inkscape and browsers all know, and the attributes of each."""
NUMBER = r"-?\d+(\.\d{1,2})?"
PAIR = rf"{NUMBER} {NUMBER}"
SHAPE_OF = {
    "d": rf"M{PAIR}(L{PAIR}|C{PAIR} {PAIR} {PAIR})*Z?",
    "fill": "none|#[0-9a-f]{6}",
    "stroke": "#[0-9a-f]{6}",
    "stroke-dasharray": rf"{NUMBER}( {NUMBER})*",
    "stroke-linejoin": "round",
    "viewBox": rf"{PAIR} {PAIR}",
    "font-family": "'Noto Sans', [^<>&\"]+",
    "font-weight": "bold",
    "lengthAdjust": "spacingAndGlyphs",
    "text-anchor": "middle|end",
    "role": "img",
    "data-of": ".+",
    PRESERVE: "preserve",
}
"""What each attribute holds; all others hold a number."""

HARD = [
    "a < b && c > d",
    "</text><script>",
    "\"so\" they 'said'",
    "]]> &amp; &#65;",
    "<!-- not a note -->",
    "👩🏽‍⚕️ 🧒 👍",
    "المدرسة والأسرة",
    "بيت, house, 家",
    "Tŷ'r dŵr, łódź",
    "e\u0301 \u0915\u093f",
]


def parsed(text: str) -> ElementTree.Element:
    """Return the root of an SVG document."""
    return ElementTree.fromstring(text.encode())  # noqa: S314  # It is our own.


def texts(root: ElementTree.Element) -> list[str]:
    """Return the contents of the text elements of a document, in their order."""
    return [element.text or "" for element in root.iter(f"{NAMESPACE}text")]


def assert_plain(root: ElementTree.Element) -> None:
    """Fail where a document has anything but flat shapes and texts with simple attributes."""
    assert root.tag == f"{NAMESPACE}svg"
    for element in root.iter():
        name = element.tag.removeprefix(NAMESPACE)
        assert name in PLAIN
        assert name in {"svg", "g"} or len(element) == 0, f"{name} has something in it"
        assert set(element.keys()) <= PLAIN[name], name
        for attribute, value in element.items():
            number = rf"{NUMBER}mm" if element.tag == f"{NAMESPACE}svg" else NUMBER
            assert re.fullmatch(SHAPE_OF.get(attribute, number), value), (attribute, value)


def test_an_example_looks_as_it_did(tmp_path):
    target = tmp_path / "four-levels.svg"
    export(example("four-levels"), target)
    if os.environ.get("RENEW"):
        GOLDEN.write_bytes(target.read_bytes())
        pytest.fail(f"renewed {GOLDEN.name}: look at it, and run the tests without RENEW")
    made, expected = target.read_text(encoding="utf-8"), GOLDEN.read_text(encoding="utf-8")
    # Line by line: the first one that differs is what there is to know.
    assert made.splitlines() == expected.splitlines(), "meant? see the top of this file"
    assert target.read_bytes() == GOLDEN.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_plain_and_holds_every_line_of_text(name):
    drawing = drawn(example(name))
    root = parsed(svg(drawing))
    assert_plain(root)
    assert texts(root) == lines_of(drawing)
    assert len(texts(root)) > 20


@pytest.mark.parametrize("name", NAMES)
def test_the_same_map_gives_the_same_bytes(name):
    assert svg(drawn(example(name))) == svg(drawn(example(name)))


def test_a_dark_drawing_is_plain_too(tmp_path):
    target = tmp_path / "dark.svg"
    export(example("four-levels"), target, Wanted(theme="dark", cross_lines=True))
    root = parsed(target.read_text(encoding="utf-8"))
    assert_plain(root)
    assert root[2].get("fill") == DARK.background
    assert target.read_bytes() != GOLDEN.read_bytes()


@pytest.mark.parametrize("text", HARD)
def test_hard_text_comes_back_unchanged(text):
    root = parsed(svg(just(text)))
    assert_plain(root)
    assert texts(root) == [text]


def test_hard_text_of_a_map_comes_back_from_every_place_that_shows_it():
    title = "A < B & \"C\" 'D' 🧒 مدرسة"
    drawing = drawn(saying(*HARD, title=title))
    root = parsed(svg(drawing))
    assert root[0].text == title
    assert texts(root) == lines_of(drawing)
    shown = " ".join(texts(root))
    for text in (title, *HARD):
        assert text in shown


def test_the_picture_has_its_size_and_its_words_for_those_who_hear_it():
    drawing = drawn(example("team-around-the-child"))
    root = parsed(svg(drawing))
    size = [float(root.attrib[side].removesuffix("mm")) for side in ("width", "height")]
    numbers = [float(number) for number in root.attrib["viewBox"].split()]
    box = (drawing.box.left, drawing.box.top, drawing.box.width, drawing.box.height)
    assert numbers == pytest.approx(box, abs=0.01)
    assert size == pytest.approx([side / 96 * 25.4 for side in drawing.box.size], abs=0.01)
    assert [element.tag.removeprefix(NAMESPACE) for element in root[:3]] == [
        "title",
        "desc",
        "rect",
    ]
    assert root[0].text == "Team around the child"
    assert root[1].text == drawing.description
    assert "Contradictions, tensions and gaps: 13." in drawing.description


def test_lines_are_as_long_as_their_cards_expect_whatever_font_draws_them():
    for element in parsed(svg(drawn(example("four-levels")))).iter(f"{NAMESPACE}text"):
        bold = element.get("font-weight") == "bold"
        expected = width(element.text or "", float(element.attrib["font-size"]), bold)
        assert float(element.attrib["textLength"]) == pytest.approx(expected, abs=0.01)
    for text in ("المدرسة", "家", "👍 well", ""):
        (line,) = parsed(svg(just(text))).iter(f"{NAMESPACE}text")
        assert "textLength" not in line.attrib


def test_pens_fills_and_strength_are_attributes():
    tag, corners = Tag("it", Role.CARD), (Point(0, 0), Point(10, 0), Point(10, 9.125))
    shapes = (
        Line(tag, corners, Pen("#112233", 2.5, (4.0, 1.5)), opacity=0.25),
        Polygon(tag, corners, None, "#445566"),
    )
    line, polygon = parsed(svg(Drawing(shapes, Box(0, 0, 10, 10), "#ffffff")))[3:]
    assert line.attrib == {
        "d": "M0 0L10 0L10 9.12",
        "fill": "none",
        "stroke": "#112233",
        "stroke-width": "2.5",
        "stroke-linejoin": "round",
        "stroke-dasharray": "4 1.5",
        "opacity": "0.25",
    }
    assert polygon.attrib == {"d": "M0 0L10 0L10 9.12Z", "fill": "#445566"}


def test_an_arrow_head_is_a_triangle_at_the_end_it_belongs_to():
    tag, ends = Tag("it", Role.LINK), (Point(0, 0), Point(100, 0))
    line = Line(tag, ends, Pen("#112233", 2.0), head_at_end=True, opacity=0.5)
    _, head = parsed(svg(Drawing((line,), Box(0, 0, 100, 10), "#ffffff")))[3:]
    assert (head.get("fill"), head.get("opacity")) == ("#112233", "0.5")
    numbers = [float(number) for number in re.findall(NUMBER.replace("(", "(?:"), head.attrib["d"])]
    across, down = numbers[::2], numbers[1::2]
    assert 100 <= across[0] <= 102
    assert max(across[1:]) < 100
    assert down[1] == -down[2] != 0


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(activity_map=activity_maps())
def test_any_map_gives_a_plain_document_with_all_its_text(activity_map: ActivityMap):
    drawing = drawn(activity_map)
    root = parsed(svg(drawing))
    assert_plain(root)
    assert texts(root) == lines_of(drawing)
    assert (root[0].text, root[1].text) == (drawing.title, drawing.description)
