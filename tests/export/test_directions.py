"""Texts that run to the left, alone and with others in them: the same in every picture."""

import os
import re
import subprocess
import unicodedata
from importlib.resources import files
from pathlib import Path

import numpy
import pytest
from lxml import etree

from activitymap.drawing.card import TEXT_SIZE
from activitymap.drawing.directing import directed
from activitymap.drawing.measuring import LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import (
    Align,
    Box,
    Drawing,
    Point,
    Polygon,
    Role,
    Tag,
    Text,
    TextLine,
    around,
)
from activitymap.export.pdf import pdf
from activitymap.export.png import png
from activitymap.export.svg import svg
from tests.export.font_folders import configured
from tests.export.looking import difference, grey_of, picture_of, png_picture, text_of
from tests.export.making import drawn, saying

ARABIC = "لا تشارك المعلومات مع GP Surgery (Leeds) دون موافقة خلال 24 ساعة"
HEBREW = "אין לשתף (GP) מידע, NHS trust בלי הסכמה!"
ENGLISH = "Share العربية and עברית (לא) now (24h) yes"
URDU = "رضامندی کے بغیر معلومات نہ دیں"
PERSIAN = "بدون رضایت ۲۴ ساعت می‌خواهم"
SORANI = "بەبێ ڕەزامەندی ڵ ێ ۆ مەیدە"
PASHTO = "د رضایت پرته ښځه ګډ ړ ټ ډ"
WELSH = "Tŷ'r dŵr, Ŵ Ŷ ẁ"
OTHERS = "Łódź İstanbul ğış Tiếng Việt ế ặ ự Ελληνικά Бесіда з сім’єю"
LEFTWARDS = [ARABIC, HEBREW, URDU, PERSIAN, SORANI, PASHTO]
TEXTS = [*LEFTWARDS, ENGLISH, WELSH, OTHERS]
pytestmark = pytest.mark.qt
ROOM, SIZE = 250.0, 20.0


def _block(text: str, align: Align = Align.START) -> Drawing:
    """Return a drawing of a text in lines, as it stands in a card."""
    x = {Align.START: 20.0, Align.MIDDLE: 20.0 + ROOM / 2, Align.END: 20.0 + ROOM}[align]
    lines = tuple(
        TextLine(line, x, 40 + number * SIZE * LINE_HEIGHT, width(line, SIZE))
        for number, line in enumerate(broken(text, SIZE, ROOM))
    )
    shape = Text(Tag("words", Role.STATEMENT), lines, SIZE, "#000000", align=align)
    box = Box(0, 0, ROOM + 40, 60 + len(lines) * SIZE * LINE_HEIGHT)
    return Drawing((directed(shape, text, 20.0 + ROOM),), box, "#ffffff")


def _plain(text: str) -> str:
    """Return a text as one compares it: without blanks, and marks that have no picture."""
    seen = [one for one in text if not one.isspace() and unicodedata.category(one) != "Cf"]
    return unicodedata.normalize("NFKC", "".join(seen))


def _pdf_picture(folder, drawing):
    path = folder / "drawing.pdf"
    path.write_bytes(pdf(drawing))
    return picture_of(path)


def _svg_picture(folder, text: str):
    """Return an SVG as another program draws it, with the shipped fonts and no others."""
    configuration = folder / "shipped.conf"
    configuration.write_text(
        configured(Path(str(files("activitymap") / "fonts")), folder), encoding="utf-8"
    )
    made = subprocess.run(
        ["rsvg-convert", "--dpi-x", "96", "--dpi-y", "96"],
        input=text.encode(),
        env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
        capture_output=True,
        check=True,
    )
    return png_picture(made.stdout)


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("text", TEXTS)
def test_png_pdf_and_outlines_show_the_same(text, align, tmp_path):
    drawing = _block(text, align)
    seen = png_picture(png(drawing, dpi=96))
    assert (seen < 128).sum() > 300
    assert difference(seen, _pdf_picture(tmp_path, drawing)) < 1.5
    assert difference(seen, _svg_picture(tmp_path, svg(drawing, outlines=True))) < 1.5


@pytest.mark.parametrize("text", TEXTS)
def test_the_canvas_shows_what_the_picture_does(text):
    from PySide6.QtGui import QImage, QPainter

    from activitymap.ui.painting import Prepared

    drawing = _block(text)
    across, down = map(round, drawing.box.size)
    image = QImage(across, down, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    Prepared(drawing).paint(painter, 1.0)
    painter.end()
    assert difference(grey_of(image), png_picture(png(drawing, dpi=96))) < 0.5


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_copied_out_of_a_pdf_as_it_was_typed(text, tmp_path):
    path = tmp_path / "drawing.pdf"
    # Without brackets, which the program that reads it here takes for parts of other words.
    path.write_bytes(pdf(_block(re.sub(r"[()]", "", text))))
    assert _plain(text_of(path)) == _plain(re.sub(r"[()]", "", text))


def test_a_picture_of_joined_letters_is_not_that_of_letters_alone(tmp_path):
    joined, alone = ("ڵێڕ", "ڵ\u200cێ\u200cڕ")
    pictures = [_pdf_picture(tmp_path, _block(text)) for text in (joined, alone)]
    dark = [numpy.flatnonzero((picture < 128).any(axis=0)) for picture in pictures]
    assert len(dark[0]) != len(dark[1])


@pytest.mark.parametrize("text", LEFTWARDS)
def test_statements_that_run_to_the_left_begin_at_the_right_edge_of_their_card(text):
    drawing = drawn(saying("Ring in by nine", text))
    (left, right) = (
        shape for shape in drawing if isinstance(shape, Text) and shape.tag.role is Role.STATEMENT
    )
    assert (left.align, left.leftwards) == (Align.START, False)
    assert (right.align, right.leftwards) == (Align.END, True)
    (card,) = [
        shape
        for shape in drawing
        if isinstance(shape, Polygon) and _holds(shape, right.lines[0].x, right.lines[0].baseline)
    ]
    edges = sorted({point.x for point in card.points})
    assert edges[-1] - right.lines[0].x == pytest.approx(9.0)
    assert right.size == TEXT_SIZE


def _holds(shape: Polygon, x: float, y: float) -> bool:
    return shape.tag.role is Role.CARD and around(Box(*one, *one) for one in shape.points).holds(
        Point(x, y)
    )


def test_the_direction_is_that_of_the_whole_text_in_each_of_its_lines():
    text = "אין לשתף " + "NHS trust and GP surgery of the whole region"
    (shape,) = _block(text)
    assert isinstance(shape, Text)
    assert any(line.text.isascii() for line in shape.lines)
    assert shape.leftwards
    (other,) = _block("Share with " + "אין לשתף מידע בלי הסכמה בכתב תוך יום אחד")
    assert isinstance(other, Text)
    assert not other.leftwards
    assert other.align is Align.START


@pytest.mark.parametrize(
    ("align", "anchor"), [(Align.START, None), (Align.MIDDLE, "middle"), (Align.END, None)]
)
def test_svg_says_the_direction_and_starts_such_a_text_at_its_right_end(align, anchor):
    found = etree.fromstring(svg(_block(HEBREW, align)).encode()).findall("{*}text")
    assert found
    for text in found:
        assert text.get("direction") == "rtl"
        assert text.get("unicode-bidi") == "embed"
        assert text.get("text-anchor") == anchor
        assert float(text.get("x", "")) == (20 + ROOM / 2 if anchor else 20 + ROOM)
    (first, *_) = etree.fromstring(svg(_block(ENGLISH)).encode()).findall("{*}text")
    assert first.get("direction") is None


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("text", TEXTS)
def test_another_program_shows_the_text_of_an_svg_as_the_picture_does(text, align, tmp_path):
    drawing = _block(text, align)
    seen = png_picture(png(drawing, dpi=96))
    # It sets letters with kerning; words in a wrong order differ by more than 5.
    assert difference(seen, _svg_picture(tmp_path, svg(drawing))) < 4


def test_a_text_without_letters_that_run_to_the_left_is_as_it_was():
    (shape,) = _block("Ring in by nine")
    assert isinstance(shape, Text)
    assert directed(shape, "Ring in by nine", 300.0) is shape
