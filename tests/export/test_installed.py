"""Fonts of the computer: found, chosen and used; where there are none, what lacks is told."""

import unicodedata

import numpy
import pytest

from activitymap.errors import ExportError
from activitymap.export.formats import export
from activitymap.export.installed import drawing_face, installed, showing_face
from activitymap.export.pdf import pdf
from activitymap.export.png import png
from activitymap.export.report.formats import write_report
from activitymap.export.svg import svg
from activitymap.export.wanted import Wanted
from tests.export.font_folders import collection, made_font
from tests.export.looking import fonts_of, ink, picture_of, png_picture, text_of
from tests.export.making import just, run, saying

HINDI = "सहमति"
THAI = "ไทย"
pytestmark = pytest.mark.qt
RESTRICTED, WHOLE_ONLY, PIXELS_ONLY = 0x0002, 0x0100, 0x0200


def _install(folder, letters, name="trial.ttf", **kinds):
    made_font(letters, **kinds).save(folder / name)


def _file(folder, data):
    path = folder / "drawing.pdf"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("outlines", "name"), [("glyf", "trial.ttf"), ("CFF", "trial.otf")])
def test_letters_that_the_shipped_fonts_lack_are_drawn_with_an_installed_one(
    outlines, name, font_folder, tmp_path
):
    _install(font_folder, HINDI, name, outlines=outlines)
    path = _file(tmp_path, pdf(just(f"ab {HINDI} cd")))
    assert text_of(path).strip() == f"ab {HINDI} cd"
    fonts = fonts_of(path)
    shipped, found = sorted(font["name"].partition("+")[2] for font in fonts)
    assert shipped == "NotoSans-Regular"
    assert found.startswith("Trial-")
    for font in fonts:
        assert (font["emb"], font["sub"], font["uni"]) == ("yes", "yes", "yes"), font


def test_what_is_embedded_looks_like_the_font_and_is_as_wide(font_folder, tmp_path):
    _install(font_folder, THAI)
    picture = picture_of(_file(tmp_path, pdf(just(THAI))))
    columns = [int((column < 128).sum()) for column in picture.T]
    # Bars of six tenths of 40, each higher than the one before it.
    heights = [columns[32 + 24 * place] for place in range(len(THAI))]
    assert heights == sorted(set(heights))
    assert min(heights) > 5
    first, last = ink(picture)
    assert first == pytest.approx(22, abs=1)
    assert last == pytest.approx(20 + 24 * 3 - 3, abs=1)


def test_pdf_outlines_and_png_show_the_same(font_folder, tmp_path):
    # Qt knows fonts by their family, those of earlier tests too.
    _install(font_folder, THAI, family="Seen Here Alone")
    printed = picture_of(_file(tmp_path, pdf(just(THAI))))
    seen = png_picture(png(just(THAI), dpi=96))
    assert numpy.abs(seen - printed).mean() < 1
    assert (seen < 128).sum() > 500
    assert svg(just(THAI), outlines=True).count("<path") == 1
    assert "M22 70" in svg(just(THAI), outlines=True)


def test_equal_drawings_give_equal_bytes_with_an_installed_font_too(font_folder):
    _install(font_folder, HINDI)
    assert pdf(just(HINDI)) == pdf(just(HINDI))


def test_each_font_of_a_collection_is_found(font_folder, tmp_path):
    collection(font_folder / "both.ttc", made_font("ก"), made_font("ह", "Other"))
    (thai,) = [one for one in installed(bold=False) if one.has(ord("ก"))]
    (hindi,) = [one for one in installed(bold=False) if one.has(ord("ह"))]
    assert (thai.number, thai.family) == (0, "Trial")
    assert (hindi.number, hindi.family) == (1, "Other")
    assert text_of(_file(tmp_path, pdf(just("กह")))).strip() == "กह"


@pytest.mark.parametrize("licence", [RESTRICTED, WHOLE_ONLY, PIXELS_ONLY])
def test_a_font_whose_licence_forbids_it_is_not_embedded(licence, font_folder):
    _install(font_folder, THAI, licence=licence)
    assert drawing_face(ord(THAI[0]), bold=False) is None
    assert showing_face(ord(THAI[0])) is not None
    for make in (pdf, lambda drawing: svg(drawing, outlines=True)):
        with pytest.raises(ExportError, match="would be lost"):
            make(just(THAI))
    # A picture holds no font.
    assert png(just(THAI)).startswith(b"\x89PNG")


def test_the_next_font_is_taken_where_the_first_may_not_be_embedded(font_folder):
    _install(font_folder, THAI, "a.ttf", family="Noto Sans Closed", licence=RESTRICTED)
    _install(font_folder, THAI, "b.ttf", family="Open")
    found = drawing_face(ord(THAI[0]), bold=False)
    assert found is not None
    assert found.family == "Open"


def test_bold_type_is_taken_where_there_is_some(font_folder):
    _install(font_folder, THAI, "a.ttf", weight=400)
    _install(font_folder, THAI, "b.ttf", weight=700)
    for bold, weight in ((False, 400), (True, 700)):
        found = drawing_face(ord(THAI[0]), bold)
        assert found is not None
        assert found.weight == weight


@pytest.mark.parametrize("data", [b"", b"no font", b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff"])
def test_a_file_that_is_no_font_is_passed_over(data, font_folder):
    (font_folder / "broken.ttf").write_bytes(data)
    _install(font_folder, THAI)
    assert [one.family for one in installed(bold=False)] == ["Trial"]


def test_a_font_of_boxes_for_everything_is_none(font_folder):
    _install(font_folder, THAI, family=".LastResort")
    assert installed(bold=False) == ()


def test_letters_join_in_an_installed_font_as_it_says(font_folder, tmp_path):
    _install(
        font_folder,
        "กข",
        features="languagesystem DFLT dflt; languagesystem thai dflt;"
        "feature liga { sub u0E01 u0E02 by joined; } liga;",
    )
    path = _file(tmp_path, pdf(just("กขก")))
    assert text_of(path).strip() == "กขก"
    _, last = ink(picture_of(path))
    assert last == pytest.approx(20 + 24 * 2 - 3, abs=1)


def test_a_mark_over_a_letter_is_copied_out_with_it(font_folder, tmp_path):
    _install(font_folder, "กัข")
    path = _file(tmp_path, pdf(just("กัข ขกั")))
    assert text_of(path).strip() == "กัข ขกั"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("学校", "Chinese"),
        ("हिन्दी", "Devanagari"),
        ("ไทย", "Thai"),
        ("학교", "Korean"),
        ("😀", "emoji"),
    ],
)
@pytest.mark.parametrize("ending", [".pdf", ".png", ".svg"])
def test_what_would_be_lost_is_named_before_anything_is_written(ending, text, script, tmp_path):
    path = tmp_path / f"figure{ending}"
    path.write_bytes(b"as it was")
    with pytest.raises(ExportError) as refused:
        export(saying("Ring in by nine", text), path, Wanted(outlines=True))
    message = str(refused.value)
    for letter in unicodedata.normalize("NFC", text):
        assert letter in message
    assert script in message
    assert "Install a font" in message
    assert "\n" not in message
    assert path.read_bytes() == b"as it was"


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_a_report_names_what_its_pictures_would_lose(ending, tmp_path):
    path = tmp_path / f"report{ending}"
    with pytest.raises(ExportError, match="Thai"):
        write_report(saying(THAI), path)
    assert not path.exists()


@pytest.mark.parametrize("ending", [".svg", ".pptx"])
def test_what_keeps_the_text_itself_is_written_with_a_notice(ending, tmp_path):
    path = tmp_path / f"figure{ending}"
    (notice,) = export(saying(THAI), path)
    assert "Thai" in notice
    assert all(letter in notice for letter in THAI)
    assert path.stat().st_size > 1000
    assert export(saying("Ring in by nine"), path) == []


def test_qt_does_not_complain_of_scripts_that_one_of_several_fonts_lacks(font_folder):
    _install(font_folder, HINDI, family="Quiet")
    code = (
        "from activitymap.export.png import png; from tests.export.making import just; "
        f"png(just('{HINDI} ab'))"
    )
    done = run(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
