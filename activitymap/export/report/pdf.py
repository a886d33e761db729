"""The report as PDF, by reportlab's page layout: bookmarks, language, embedded fonts."""

import io
from collections.abc import Iterator
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer, Table

from activitymap.drawing.faces import FACES
from activitymap.drawing.measuring import broken
from activitymap.drawing.theme import LIGHT
from activitymap.export.lettering import (
    check_letters,
    font_name,
    runs_to_the_left,
    set_line,
)
from activitymap.export.pdf import texts_of
from activitymap.export.report import blocks
from activitymap.export.report.flowables import Picture, Title, Words, write_line

MARGIN = 18 * mm
SMALL = 8.5
CELL = 4.0
"""Space on the left and right of a cell's text, in points."""
MOST_LINES = 40
"""Lines in one row of a table; a longer cell goes on in the next row."""
HEADINGS = {1: 18.0, 2: 13.0, 3: 10.5}
_STYLES: dict[blocks.Style, dict[str, Any]] = {
    blocks.Style.BODY: {},
    blocks.Style.QUIET: {"size": SMALL, "colour": LIGHT.quiet},
    blocks.Style.QUOTE: {"colour": LIGHT.shared, "indent": 12.0},
    blocks.Style.STRONG: {"bold": True},
}


def report_pdf(report: blocks.Report) -> bytes:
    """Return a report as the bytes of a PDF on A4; equal reports give equal bytes.

    Raises:
        ExportError: the fonts lack some characters; the sentence names them.
    """
    drawn = [texts_of(one.drawing) for one in report.blocks if isinstance(one, blocks.Figure)]
    check_letters("".join([report.title, *report.texts, *drawn]), "Word")
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=report.title,
        author="",
        creator="Activity Map",
        lang=report.language,
        displayDocTitle=1,
        invariant=1,
        initialFontName=font_name(FACES[0], bold=False),
    )

    def foot(canvas: Canvas, _document: object) -> None:
        canvas.saveState()
        canvas.setFillColor(LIGHT.quiet)
        y, right = MARGIN - 16, A4[0] - MARGIN - 14
        for words, x in ((_shortened(report.title), MARGIN), (str(canvas.getPageNumber()), right)):
            line = set_line(words, runs_to_the_left(words), SMALL)
            write_line(canvas, line, x, y, SMALL, bold=False)
        canvas.restoreState()

    document.build(list(_story(report, document)), onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def _shortened(title: str) -> str:
    return title if len(title) <= 80 else f"{title[:79]}…"


def _story(report: blocks.Report, document: SimpleDocTemplate) -> Iterator[Flowable]:
    """Yield what the pages are filled with."""
    # The frame of a page keeps six points on each side.
    wide, high = document.width - 12, document.height - 12
    level = 0
    for number, block in enumerate(report.blocks):
        match block:
            case blocks.Heading():
                # A bookmark may lie at most one level below the one before it.
                level = min(block.level, level + 1)
                size = HEADINGS[block.level]
                yield Spacer(1, size * 0.6)
                yield Title(block.text, size, level - 1, f"part-{number}")
                yield Spacer(1, size * 0.25)
            case blocks.Paragraph():
                yield Words(block.text, label=block.label, **_STYLES[block.style])
                yield Spacer(1, 3)
            case blocks.Bullets():
                for item in block.items:
                    yield Words(item, indent=12.0, bullet="•")
                yield Spacer(1, 3)
            case blocks.Table():
                yield _table(block, wide)
                yield Spacer(1, 8)
            case blocks.Figure():
                yield Picture(block.drawing, high * block.height)
                yield Spacer(1, 6)
            case blocks.NewPage():
                yield PageBreak()


def _table(block: blocks.Table, wide: float) -> Table:
    parts = sum(block.shares)
    widths = [wide * share / parts for share in block.shares]
    rows = [[Words(cell, size=SMALL, bold=True) for cell in block.header]]
    for row in block.rows:
        rows += _rows(row, widths)
    line = (0.5, LIGHT.line)
    return Table(
        rows,
        colWidths=widths,
        repeatRows=1,
        style=[
            # reportlab sets a font for every cell, and would name Helvetica without embedding it.
            ("FONTNAME", (0, 0), (-1, -1), font_name(FACES[0], bold=False)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("INNERGRID", (0, 0), (-1, -1), *line),
            ("BOX", (0, 0), (-1, -1), *line),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), CELL),
            ("RIGHTPADDING", (0, 0), (-1, -1), CELL),
            ("BACKGROUND", (0, 0), (-1, 0), "#eef2f7"),
        ],
    )


def _rows(cells: tuple[str, ...], widths: list[float]) -> Iterator[list[Words]]:
    """Yield a row, or several where a cell is too long for one page: a row is never broken."""
    lines = [broken(cell, SMALL, wide - 2 * CELL) for cell, wide in zip(cells, widths, strict=True)]
    for start in range(0, max(map(len, lines)), MOST_LINES):
        yield [
            Words(cell, size=SMALL, lines=part[start : start + MOST_LINES])
            for cell, part in zip(cells, lines, strict=True)
        ]
