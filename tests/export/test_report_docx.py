"""The report in Word: all of it, opened again by a reader, and heard by those who cannot see."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from lxml import etree

from activitymap.export.report.blocks import Heading, Paragraph, Report, Sides, Table
from activitymap.export.report.content import report
from activitymap.export.report.docx import report_docx
from activitymap.export.report.formats import write_report
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.saving import load_map
from activitymap.model.wording import worded
from tests.export.font_folders import made_font
from tests.export.test_report import FILES, HOSTILE, LANGUAGES, everywhere, same

# The pictures in it are painted by Qt.
pytestmark = pytest.mark.qt


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _docx_texts(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    return texts


def test_word_holds_all_that_the_report_says():
    made = report(load_map(FILES / "version-2.activitymap").map)
    document = Document(io.BytesIO(report_docx(made)))
    texts = same(" ".join(_docx_texts(report_docx(made))))
    for text in made.texts:
        assert same(text) in texts
    headings = [one for one in made if isinstance(one, Heading)]
    styled = [
        one
        for one in document.paragraphs
        if one.style and str(one.style.name).startswith("Heading")
    ]
    assert [one.text for one in styled] == [one.text for one in headings]
    assert len(document.tables) == sum(isinstance(one, Table | Sides) for one in made)
    assert len(document.inline_shapes) == len(made.drawings) == 2


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def _version_2() -> bytes:
    return report_docx(report(load_map(FILES / "version-2.activitymap").map))


def test_a_figure_in_word_can_be_heard():
    data = _version_2()
    descriptions = re.findall('descr="([^"]+)"', _part(data, "word/document.xml"))
    assert len(descriptions) == 2
    assert all("Service Social care" in one for one in descriptions)
    assert 'w:val="en-GB"' in _part(data, "word/styles.xml")


def test_the_properties_tell_of_the_report_and_not_of_a_library():
    data = _version_2()
    core = _part(data, "docProps/core.xml")
    assert "Team around the child" in core
    assert "en-GB" in core
    assert "python" not in core
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert "thumbnail" not in archive.read("_rels/.rels").decode()


def test_the_map_lies_on_a_page_that_is_turned_and_every_page_has_a_foot():
    document = Document(io.BytesIO(_version_2()))
    turned = [one.orientation is WD_ORIENT.LANDSCAPE for one in document.sections]
    assert turned == [False, True, False]
    for section in document.sections:
        foot = section.footer._element.xml
        assert "Team around the child" in foot
        assert "PAGE" in foot


def test_headings_stay_with_what_follows_and_tables_are_not_broken():
    document = Document(io.BytesIO(_version_2()))
    assert all(
        document.styles[f"Heading {level}"].paragraph_format.keep_with_next for level in (1, 2, 3)
    )
    tables = [one for one in document.tables if len(one.rows) > 2]
    assert tables
    for table in tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:shd" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_word_uses_type_that_readers_have():
    styles = _part(_version_2(), "word/styles.xml")
    fonts = re.findall(r"<w:rFonts ([^>]*)/>", styles)
    assert fonts
    assert {name for one in fonts for name in re.findall('"([^"]*)"', one)} == {"Arial"}


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr tabs bidi spacing ind jc rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u rtl cs lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
}
"""The order of the schema (ECMA-376, part 1) for what a report uses."""


@pytest.mark.parametrize("name", ORDER)
def test_properties_stand_in_the_order_of_the_schema(name):
    made = report(everywhere(LANGUAGES["Hebrew"], LANGUAGES["English"]))
    root = etree.fromstring(_part(report_docx(made), "word/document.xml").encode())
    order = ORDER[name].split()
    found = 0
    for element in root.iter(f"{W}{name}"):
        places = [order.index(child.tag.removeprefix(W)) for child in element]
        assert places == sorted(places)
        found += len(places)
    assert found > 10


def test_right_to_left_paragraphs_run_to_the_left_in_word():
    blocks = (Paragraph(LANGUAGES["Hebrew"]), Paragraph(LANGUAGES["English"]))
    document = Document(io.BytesIO(report_docx(Report("t", "en-GB", blocks))))
    marks = ["w:bidi" in one._p.xml for one in document.paragraphs]
    assert marks == [True, False]


def test_a_part_that_runs_the_other_way_is_told_from_its_sentence():
    text = worded("Need: {need}", need=LANGUAGES["Hebrew"])
    document = Document(io.BytesIO(report_docx(Report("t", "en-GB", (Paragraph(text),)))))
    (paragraph,) = document.paragraphs
    assert "w:bidi" not in paragraph._p.xml
    assert [bool(run.font.rtl) for run in paragraph.runs] == [False, True]
    assert paragraph.runs[1].text == f"\u2068{LANGUAGES['Hebrew']}\u2069"


def test_equal_maps_give_equal_bytes():
    activity_map = load_map(FILES / "version-2.activitymap").map
    assert report_docx(report(activity_map)) == report_docx(report(activity_map))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_only_text(text):
    made = report(everywhere(text, "x < y & z"))
    assert same(" ".join(_docx_texts(report_docx(made)))).count(same(text)) >= 5


def test_an_empty_map_is_a_report_too():
    words = " ".join(_docx_texts(report_docx(report(ActivityMap()))))
    assert "The map is empty" in words


def test_letters_that_the_shipped_fonts_lack_are_in_word(font_folder, tmp_path):
    made_font("学校").save(font_folder / "trial.ttf")
    write_report(everywhere("学校", "x"), tmp_path / "report.docx")
    assert "学校" in " ".join(_docx_texts((tmp_path / "report.docx").read_bytes()))
