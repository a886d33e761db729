"""The report in Word: all of it, opened again by a reader, and heard by those who cannot see."""

import io
import re
import zipfile

import pytest
from docx import Document

from activitymap.export.report.blocks import Figure, Heading, Paragraph, Report, Table
from activitymap.export.report.content import report
from activitymap.export.report.docx import report_docx
from activitymap.export.report.formats import write_report
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.saving import load_map
from tests.export.test_report import FILES, HOSTILE, LANGUAGES, everywhere, same

# The pictures in it are painted by Qt.
pytestmark = pytest.mark.qt


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
    headings = [one for one in made.blocks if isinstance(one, Heading)]
    styled = [
        one
        for one in document.paragraphs
        if one.style and str(one.style.name).startswith("Heading")
    ]
    assert [one.text for one in styled] == [one.text for one in headings]
    assert len(document.tables) == sum(isinstance(one, Table) for one in made.blocks)
    assert len(document.inline_shapes) == sum(isinstance(one, Figure) for one in made.blocks)
    assert document.core_properties.title == made.title


def test_a_figure_in_word_can_be_heard():
    made = report(load_map(FILES / "version-2.activitymap").map)
    with zipfile.ZipFile(io.BytesIO(report_docx(made))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "Service Social care" in re.findall('descr="([^"]+)"', xml)[0]
    assert (
        'w:val="en-GB"'
        in zipfile.ZipFile(io.BytesIO(report_docx(made))).read("word/styles.xml").decode()
    )


def test_right_to_left_paragraphs_run_to_the_left_in_word():
    blocks = (Paragraph(LANGUAGES["Hebrew"]), Paragraph(LANGUAGES["English"]))
    document = Document(io.BytesIO(report_docx(Report("t", "en-GB", blocks))))
    marks = ["w:bidi" in one._p.xml for one in document.paragraphs]
    assert marks == [True, False]


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


def test_letters_that_a_pdf_lacks_are_in_word(tmp_path):
    write_report(everywhere("学校", "x"), tmp_path / "report.docx")
    assert "学校" in " ".join(_docx_texts((tmp_path / "report.docx").read_bytes()))
