"""PNG: its size, what is seen in it, and that the other formats show the same.

Qt is imported by each test that needs it: this file is also collected where there is no Qt.
"""

import numpy
import pytest

from activitymap.drawing.layout import lay_out
from activitymap.drawing.measuring import width
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Align, Box, Drawing
from activitymap.drawing.theme import DARK
from activitymap.errors import ExportError
from activitymap.export.formats import export
from activitymap.export.pdf import pdf
from activitymap.export.png import png
from activitymap.export.svg import svg
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from tests.export.looking import (
    LEAST_CONTRAST,
    Grey,
    contrast,
    difference,
    ink,
    picture_of,
    png_facts,
)
from tests.export.making import (
    COMMAND,
    EXAMPLES,
    NAMES,
    boxes_of,
    drawn,
    example,
    just,
    run,
    saying,
)

pytestmark = pytest.mark.qt

ALIKE = 1.5
"""How much two pictures of one drawing may differ on average, of 255: edges are smoothed."""


def _pixels(data: bytes) -> Grey:
    """Return the pixels of a PNG in grey, as Qt reads it."""
    from PySide6.QtGui import QImage

    image = QImage.fromData(data)
    assert not image.isNull()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = numpy.frombuffer(grey.constBits(), numpy.uint8).reshape(grey.height(), -1)
    return rows[:, : grey.width()].astype(numpy.int16)


def _shown(document: str, drawing: Drawing) -> bytes:
    """Return an SVG document as a reader of SVG shows it, as a PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    reader = QSvgRenderer(QByteArray(document.encode()))
    assert reader.isValid()
    across, down = round(drawing.box.width), round(drawing.box.height)
    image = QImage(across, down, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    reader.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs miss it
    return bytes(data.data())


@pytest.mark.parametrize("dpi", [48, 96, 192, 300])
def test_the_size_follows_the_dots_for_each_inch(dpi):
    drawing = drawn(example("four-levels"))
    data = png(drawing, dpi)
    facts = png_facts(data)
    assert facts.width == pytest.approx(drawing.box.width * dpi / 96, abs=0.51)
    assert facts.height == pytest.approx(drawing.box.height * dpi / 96, abs=0.51)
    assert facts.dots_per_metre == (round(dpi / 0.0254),) * 2
    assert _pixels(data).shape == (facts.height, facts.width)


def test_without_being_told_it_has_two_dots_for_each_unit():
    assert png_facts(png(just("Words", across=300.0)))[:2] == (600, 200)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_text_is_seen_where_it_was_laid_out(name):
    drawing = drawn(example(name))
    picture = _pixels(png(drawing, 96))
    places = boxes_of(drawing)
    assert len(places) > 20
    assert [text for text, box in places if contrast(picture, box) < LEAST_CONTRAST] == []


def test_it_is_not_blank_and_its_paper_has_the_colour_of_the_theme():
    activity_map = example("four-levels")
    light = _pixels(png(drawn(activity_map)))
    dark = _pixels(png(lay_out(activity_map, detect(activity_map), Options(theme=DARK))))
    assert light[0, 0] == light[-1, -1] == 255
    assert 0.005 < float(numpy.mean(light < 200)) < 0.3
    assert dark[0, 0] == dark[-1, -1] < 40
    assert 0.005 < float(numpy.mean(dark > 100)) < 0.3


@pytest.mark.parametrize("name", NAMES)
def test_svg_and_pdf_show_the_same(name, tmp_path):
    drawing = drawn(example(name))
    picture = _pixels(png(drawing, 96))
    page = tmp_path / "drawing.pdf"
    page.write_bytes(pdf(drawing))
    in_svg = difference(picture, _pixels(_shown(svg(drawing), drawing)))
    in_pdf = difference(picture, picture_of(page))
    assert in_svg < ALIKE
    assert in_pdf < ALIKE
    # What the measure says of a picture that is not alike.
    mirrored = difference(picture, picture[:, ::-1])
    assert mirrored > 3 * ALIKE


def test_svg_and_pdf_fade_what_is_not_in_focus_as_it_does(tmp_path):
    activity_map = example("team-around-the-child")
    detection = detect(activity_map)
    drawing = lay_out(activity_map, detection, Options(focus=detection.contradictions[:1]))
    picture = _pixels(png(drawing, 96))
    page = tmp_path / "drawing.pdf"
    page.write_bytes(pdf(drawing))
    in_svg = difference(picture, _pixels(_shown(svg(drawing), drawing)))
    in_pdf = difference(picture, picture_of(page))
    assert in_svg < ALIKE
    assert in_pdf < ALIKE
    dark, unfaded = (
        int((pixels < 120).sum()) for pixels in (picture, _pixels(png(drawn(activity_map), 96)))
    )
    assert 0 < dark < unfaded / 2


@pytest.mark.parametrize("name", NAMES)
def test_the_same_map_gives_the_same_bytes(name):
    assert png(drawn(example(name))) == png(drawn(example(name)))


@pytest.mark.parametrize("align", list(Align))
def test_words_are_as_wide_as_measured_and_stand_where_they_are_aligned(align):
    # Letters that kerning would draw closer together.
    text = "HAVATAVATToVoYoH"
    drawing = just(text, x=500.0, align=align)
    long = width(text, 40.0)
    left = 500.0 - long * {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}[align]
    first, last = ink(_pixels(png(drawing, 96)))
    # The letter H begins and ends a little within its width.
    assert left + 1 <= first <= left + 6
    assert left + long - 6 <= last <= left + long - 1


@pytest.mark.parametrize("align", list(Align))
def test_words_in_svg_stand_where_they_are_aligned(align):
    # Readers of SVG draw some letters closer together, but not these.
    drawing = just("HIIH", x=500.0, align=align)
    assert ink(_pixels(_shown(svg(drawing), drawing))) == pytest.approx(
        ink(_pixels(png(drawing, 96))), abs=1
    )


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"])
def test_marks_that_have_no_shape_draw_none(mark):
    assert png(just(f"a{mark}b")) == png(just("ab"))


def test_letters_are_drawn_each_in_its_own_shape():
    letters = "ŵŷłżẁďőşĞΩЖ"
    pictures = {png(just(letter, across=100.0)) for letter in letters}
    assert len(pictures) == len(letters)


def test_markup_is_text():
    bold, plain = (_pixels(png(just(text))) for text in ("<b>R&amp;D</b>", "R&D"))
    assert (bold < 128).sum() > 2 * (plain < 128).sum()


def test_a_map_without_anything_is_a_picture_of_paper():
    picture = _pixels(png(drawn(ActivityMap())))
    assert picture.size > 10_000
    assert numpy.unique(picture).tolist() == [255]


def test_more_pixels_than_fit_are_refused_in_a_sentence():
    drawing = Drawing((), Box(0, 0, 1_000_000, 1_000_000), "#ffffff")
    with pytest.raises(ExportError) as refused:
        png(drawing)
    message = str(refused.value)
    assert "2,000,000 by 2,000,000 pixels" in message
    assert "SVG or PDF" in message
    assert "\n" not in message


def test_a_target_that_cannot_be_written_is_one_sentence(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("no folder", encoding="utf-8")
    with pytest.raises(ExportError) as refused:
        export(saying("A"), blocker / "map.png")
    message = str(refused.value)
    assert str(blocker / "map.png") in message
    assert "\n" not in message
    assert blocker.read_text(encoding="utf-8") == "no folder"


def test_no_display_is_needed(tmp_path):
    target = tmp_path / "map.png"
    gone = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    source = EXAMPLES / "four-levels.activitymap"
    done = run(COMMAND, "export", str(source), "--to", str(target), **gone)
    assert done.returncode == 0
    # How large it is, and nothing that Qt would say of a display.
    assert done.stderr == f"Note: {target}: 397 × 332 mm, 3,000 × 2,508 pixels\n"
    assert target.read_bytes() == png(drawn(example("four-levels")))
