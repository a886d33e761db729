"""Tables in a Word document: with a header that is repeated, and the sides of a contradiction."""

from typing import Any

from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from activitymap.drawing.theme import LIGHT
from activitymap.export.report import blocks
from activitymap.export.report.docx_words import direct, say, set_type
from activitymap.export.report.fitting import SMALL

HEADER, TINT = "EEF2F7", "F4F6F9"
BESIDE = 3.0
"""Between two sides, in millimetres."""
RULE = LIGHT.line.removeprefix("#").upper()


def add_table(document: DocumentObject, block: blocks.Table, room: float) -> None:
    """Add a table as wide as ``room`` millimetres; no row is broken over two pages."""
    table = document.add_table(rows=1, cols=len(block.header))
    widths = [room * share / sum(block.shares) for share in block.shares]
    _fill(table.rows[0], block.header, widths, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for cell in table.rows[0].cells:
        _look(cell, HEADER, bottom=(RULE, 4))
    for row in block.rows:
        made = table.add_row()
        _fill(made, row, widths)
        for cell in made.cells:
            _look(cell, "", bottom=(RULE, 4))
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Mm(wide)
    _space(document)


def add_sides(document: DocumentObject, block: blocks.Sides, room: float) -> None:
    """Add the sides of a contradiction two by two, each with a bar of its service's colour."""
    alone = len(block.sides) == 1
    widths = [room] if alone else [(room - BESIDE) / 2, BESIDE, (room - BESIDE) / 2]
    count = (len(block.sides) + 1) // 2
    table = document.add_table(rows=count, cols=len(widths))
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Mm(wide)
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = Mm(wide)
    for place, side in enumerate(block.sides):
        _side(table.cell(place // 2, place % 2 * 2), side)
    _space(document)


def _side(cell: _Cell, side: blocks.Side) -> None:
    colour = side.colour.removeprefix("#").upper()
    _look(cell, TINT, left=(colour, 24))
    paragraph = say(cell.paragraphs[0], side.who, bold=True)
    for run in paragraph.runs:
        set_type(run.font, SMALL, side.colour)
    direct(paragraph, side.who)
    direct(say(cell.add_paragraph(), side.text), side.text)
    for quote in side.quotes:
        paragraph = say(cell.add_paragraph(), quote)
        for run in paragraph.runs:
            set_type(run.font, SMALL, LIGHT.shared)
        direct(paragraph, quote)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.keep_with_next = True
    cell.paragraphs[0].paragraph_format.space_before = Pt(2)


def _fill(row: Any, words: tuple[str, ...], widths: list[float], bold: bool = False) -> None:
    _mark(row, "w:cantSplit")
    for cell, text, wide in zip(row.cells, words, widths, strict=True):
        cell.width = Mm(wide)
        paragraph = say(cell.paragraphs[0], text, bold)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        for run in paragraph.runs:
            set_type(run.font, SMALL)
        direct(paragraph, text)


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001  # python-docx has no name


def _look(cell: _Cell, fill: str, **rules: tuple[str, int]) -> None:
    """Give a cell its ground and rules: their colour, and width in eighths of a point."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # python-docx has no name for it
    borders = OxmlElement("w:tcBorders")
    for side, (colour, wide) in rules.items():
        rule = OxmlElement(f"w:{side}")
        for name, value in (
            ("val", "single"),
            ("sz", str(wide)),
            ("space", "0"),
            ("color", colour),
        ):
            rule.set(qn(f"w:{name}"), value)
        borders.append(rule)
    properties.append(borders)
    if fill:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shade.set(qn(f"w:{name}"), value)
        properties.append(shade)


def _space(document: DocumentObject) -> None:
    """Part a table from what follows: two tables beside one another would be one."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)
