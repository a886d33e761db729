"""The report as a Word document, for groups that go on editing it."""

import io
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from activitymap.drawing.theme import LIGHT
from activitymap.export.lettering import runs_to_the_left
from activitymap.export.packing import stable_zip
from activitymap.export.png import png
from activitymap.export.report import blocks

WIDTH, HEIGHT, MARGIN = 210, 297, 18
DPI = 200


def report_docx(report: blocks.Report) -> bytes:
    """Return a report as the bytes of a .docx file; equal reports give equal bytes."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH), Mm(HEIGHT)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    document.core_properties.title = report.title[:255]
    document.core_properties.author = ""
    document.core_properties.language = report.language
    _set_language(document, report.language)
    for block in report.blocks:
        _add(document, block)
    target = io.BytesIO()
    document.save(target)
    return stable_zip(target.getvalue())


def _set_language(document: DocumentObject, language: str) -> None:
    """Let Word check the spelling in the report's language, and set its type."""
    style = document.styles["Normal"]
    style.font.name = "Noto Sans"
    style.font.size = Pt(10)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _add(document: DocumentObject, block: blocks.Block) -> None:
    match block:
        case blocks.Heading():
            _direct(document.add_heading(block.text, block.level), block.text)
        case blocks.Paragraph():
            _paragraph(document, block)
        case blocks.Bullets():
            for item in block.items:
                _direct(document.add_paragraph(item, style="List Bullet"), item)
        case blocks.Table():
            _table(document, block)
        case blocks.Figure():
            _figure(document, block)
        case blocks.NewPage():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _paragraph(document: DocumentObject, block: blocks.Paragraph) -> None:
    paragraph = document.add_paragraph()
    if block.label:
        paragraph.add_run(f"{block.label} ").bold = True
    run = paragraph.add_run(block.text)
    if block.style is blocks.Style.STRONG:
        run.bold = True
    elif block.style is blocks.Style.QUIET:
        run.font.size = Pt(8.5)
        run.font.color.rgb = RGBColor.from_string(LIGHT.quiet.removeprefix("#").upper())
    elif block.style is blocks.Style.QUOTE:
        run.italic = True
        paragraph.paragraph_format.left_indent = Pt(12)
    paragraph.paragraph_format.space_after = Pt(4)
    _direct(paragraph, block.text or block.label)


def _direct(paragraph: Paragraph, text: str) -> None:
    """Let a paragraph run to the left if its text does."""
    if not runs_to_the_left(text):
        return
    paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _table(document: DocumentObject, block: blocks.Table) -> None:
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    room, parts = WIDTH - 2 * MARGIN, sum(block.shares)
    _fill(table.rows[0], block.header, bold=True)
    header = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no name for it
    header.append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        _fill(table.add_row(), row)
    for column, share in zip(table.columns, block.shares, strict=True):
        column.width = Mm(room * share / parts)
    document.add_paragraph()


def _fill(row: Any, words: tuple[str, ...], bold: bool = False) -> None:
    for cell, text in zip(row.cells, words, strict=True):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.bold = bold or None
        run.font.size = Pt(8.5)
        _direct(paragraph, text)


def _figure(document: DocumentObject, block: blocks.Figure) -> None:
    box = block.drawing.box
    room, most = WIDTH - 2 * MARGIN, (HEIGHT - 2 * MARGIN) * block.height
    wide = min(room, most * box.width / box.height)
    # As many dots as the printed size needs: a map of many services is drawn small.
    dpi = max(DPI * (wide / 25.4) / (box.width / 96), 24)
    document.add_picture(io.BytesIO(png(block.drawing, dpi)), width=Mm(wide))
    for properties in document.inline_shapes[-1]._inline.iter(qn("wp:docPr")):  # noqa: SLF001
        properties.set("descr", block.drawing.description)
        properties.set("title", block.drawing.title)
