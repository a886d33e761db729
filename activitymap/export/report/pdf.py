"""The report as PDF, by reportlab's page layout: bookmarks, language, embedded fonts."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Table,
)

from activitymap.drawing.theme import LIGHT
from activitymap.export.embedding import font_name
from activitymap.export.fonts import main_font
from activitymap.export.geometry import POINTS
from activitymap.export.isolates import lines_of
from activitymap.export.lettering import set_line
from activitymap.export.lost_letters import check_letters, texts_of
from activitymap.export.report import blocks
from activitymap.export.report.fitting import CELL, HEADINGS, HIGH, LARGEST, SMALL, WIDE
from activitymap.export.report.flowables import Beside, Picture, Title, Words, write_line
from activitymap.model.wording import runs_to_the_left

MARGIN = 18 * mm
MOST_LINES = 40
"""Lines in one row of a table; a longer cell goes on in the next row."""
PAGE, PLATE = "page", "plate"
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
    words = [report.title, *report.texts, *map(texts_of, report.drawings)]
    check_letters("".join(words), "the PDF", instead="")
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        title=report.title,
        author="",
        creator="Activity Map",
        lang=report.language,
        displayDocTitle=1,
        invariant=1,
        initialFontName=font_name(main_font(bold=False)),
    )
    document.addPageTemplates(
        [_template(PAGE, report, A4), _template(PLATE, report, landscape(A4))]
    )
    document.build(list(_story(report)))
    return target.getvalue()


def _template(name: str, report: blocks.Report, size: tuple[float, float]) -> PageTemplate:
    wide, high = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN
    frame = Frame(MARGIN, MARGIN, wide, high, 0, 0, 0, 0, id=name)

    def foot(canvas: Canvas, _document: object) -> None:
        number = set_line(str(canvas.getPageNumber()), False, SMALL)
        (title, *_) = lines_of(report.title, SMALL, wide - number.width - 24)
        words = set_line(title, runs_to_the_left(report.title), SMALL)
        canvas.saveState()
        canvas.setFillColor(LIGHT.quiet)
        write_line(canvas, words, MARGIN, MARGIN - 20, SMALL)
        write_line(canvas, number, MARGIN + wide - number.width, MARGIN - 20, SMALL)
        canvas.restoreState()

    return PageTemplate(name, [frame], onPage=foot, pagesize=size)


def _story(report: blocks.Report) -> Iterator[Flowable]:
    """Yield what the pages are filled with."""
    level = 0
    for number, block in enumerate(report.blocks):
        several = block.blocks if isinstance(block, blocks.Front) else (block,)
        made: list[Flowable] = []
        for place, one in enumerate(several):
            if isinstance(one, blocks.Heading):
                # A bookmark may lie at most one level below the one before it.
                level = min(one.level, level + 1)
                key = f"part-{number}-{place}"
                bookmark = one.bookmark or one.text
                made.append(Title(one.text, HEADINGS[one.level], level - 1, key, bookmark))
            else:
                made += _flowables(one)
        yield from _fitted(made) if isinstance(block, blocks.Front) else made


def _flowables(block: blocks.Block) -> Iterable[Flowable]:
    match block:
        case blocks.Paragraph():
            words = Words(block.text, label=block.label, after=3.0, **_STYLES[block.style])
            words.keepWithNext = int(block.kept)
            return [words]
        case blocks.Bullets():
            return [Words(item, indent=12.0, bullet="•", after=2.0) for item in block.items]
        case blocks.Table():
            return [_table(block)]
        case blocks.Sides():
            return list(_sides(block))
        case blocks.Figure():
            return [Picture(block.drawing, HIGH, POINTS)]
        case blocks.Plate():
            return _plate(block)
        case blocks.NewPage():
            return [PageBreak() if block.least >= 1 else CondPageBreak(HIGH * block.least)]
    return []


def _plate(block: blocks.Plate) -> list[Flowable]:
    if block.upright:
        return [PageBreak(), Picture(block.drawing, HIGH, LARGEST)]
    # The next template is chosen before the page is left, and again on the plate itself.
    picture = Picture(block.drawing, WIDE, LARGEST)
    return [NextPageTemplate(PLATE), PageBreak(), NextPageTemplate(PAGE), picture]


def _fitted(flowables: list[Flowable]) -> Iterator[Flowable]:
    """Yield what stands on one page, the figure as high as the rest leaves room for."""
    taken = 0.0
    for one in flowables:
        if not isinstance(one, Picture):
            taken += one.wrap(WIDE, HIGH)[1]
        taken += one.getSpaceBefore() + one.getSpaceAfter()
    for one in flowables:
        if isinstance(one, Picture):
            one.most = HIGH - taken - 1
        yield one


def _sides(block: blocks.Sides) -> Iterator[Flowable]:
    """Yield sides two by two; such as are too long for that below one another."""
    for start in range(0, len(block.sides), 2):
        part = block.sides[start : start + 2]
        columns = [(one.colour, _side(one)) for one in part]
        beside = Beside(columns, after=5.0)
        if beside.wrap(WIDE, HIGH)[1] < HIGH / 3:
            yield beside
        else:
            for one in part:
                yield from _side(one)


def _side(one: blocks.Side) -> list[Words]:
    quotes = [Words(quote, SMALL, LIGHT.shared, after=1.0) for quote in one.quotes]
    return [
        Words(one.who, SMALL, one.colour, bold=True, after=1.0),
        Words(one.text, after=2.0),
        *quotes,
    ]


def _table(block: blocks.Table) -> Table:
    parts = sum(block.shares)
    widths = [WIDE * share / parts for share in block.shares]
    rows = list(_rows(block.header, widths, bold=True))[:1]
    for row in block.rows:
        rows += _rows(row, widths)
    line = (0.5, LIGHT.line)
    return Table(
        rows,
        colWidths=widths,
        repeatRows=1,
        spaceBefore=3,
        spaceAfter=8,
        style=[
            # reportlab sets a font for every cell, and would name Helvetica without embedding it.
            ("FONTNAME", (0, 0), (-1, -1), font_name(main_font(bold=False))),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), *line),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), CELL),
            ("RIGHTPADDING", (0, 0), (-1, -1), CELL),
            ("BACKGROUND", (0, 0), (-1, 0), "#eef2f7"),
        ],
    )


def _rows(cells: tuple[str, ...], widths: list[float], bold: bool = False) -> Iterator[list[Words]]:
    """Yield a row, or several where a cell is too long for one page: a row is never broken."""
    pairs = zip(cells, widths, strict=True)
    lines = [lines_of(cell, SMALL, wide - 2 * CELL, bold) for cell, wide in pairs]
    for start in range(0, max(map(len, lines)), MOST_LINES):
        yield [
            Words.given(cell, part[start : start + MOST_LINES], SMALL, bold)
            for cell, part in zip(cells, lines, strict=True)
        ]
