"""The report as a Word document, for groups that go on editing it."""

import io

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from activitymap.drawing.shapes import Drawing
from activitymap.drawing.theme import LIGHT
from activitymap.export.lost_letters import check_shown, texts_of
from activitymap.export.packing import stable_zip
from activitymap.export.png import png
from activitymap.export.report import blocks
from activitymap.export.report.docx_tables import add_sides, add_table
from activitymap.export.report.docx_words import direct, foot, say, set_styles, set_type, styled
from activitymap.export.report.fitting import BODY, HIGH, SMALL, height_of

WIDTH, HEIGHT, MARGIN = 210, 297, 18
"""Of the page, in millimetres."""
MILLIMETRES = 25.4 / 72
DPI = 220


def report_docx(report: blocks.Report) -> bytes:
    """Return a report as the bytes of a .docx file; equal reports give equal bytes.

    Raises:
        ExportError: no font has some letters of the pictures; the sentence names them.
    """
    check_shown("".join(map(texts_of, report.drawings)), "the pictures", instead="")
    document = Document()
    _set_properties(document, report)
    set_styles(document, report.language)
    _set_page(document, turned=False, title=report.title)
    for block in report.blocks:
        _add(document, block, report.title)
    target = io.BytesIO()
    document.save(target)
    return stable_zip(target.getvalue())


def _set_properties(document: DocumentObject, report: blocks.Report) -> None:
    """Say what the document is, and nothing of the library's own template."""
    properties = document.core_properties
    properties.title = report.title[:255]
    properties.language = report.language
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.subject = properties.keywords = properties.category = ""
    package = document.part.package
    assert package is not None
    for identity, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[identity]


def _set_page(document: DocumentObject, *, turned: bool, title: str) -> None:
    """Set the size, the margins and the foot of the last section."""
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    wide, high = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
    section.page_width, section.page_height = Mm(wide), Mm(high)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    section.header_distance = section.footer_distance = Mm(9)
    foot(section, title, Mm(wide - 2 * MARGIN))


def _add(document: DocumentObject, block: blocks.Block, title: str) -> None:
    match block:
        case blocks.Heading():
            direct(say(styled(document, f"Heading{block.level}"), block.text), block.text)
        case blocks.Paragraph():
            _paragraph(document, block)
        case blocks.Bullets():
            for item in block.items:
                direct(say(styled(document, "ListBullet"), item), item)
        case blocks.Table():
            add_table(document, block, WIDTH - 2 * MARGIN)
        case blocks.Sides():
            add_sides(document, block, WIDTH - 2 * MARGIN)
        case blocks.Plate():
            _plate(document, block, title)
        case blocks.Front():
            _front(document, block, title)
        case blocks.NewPage() if block.least >= 1:
            _new_page(document)


def _paragraph(document: DocumentObject, block: blocks.Paragraph) -> None:
    paragraph = document.add_paragraph()
    if block.label:
        say(paragraph, f"{block.label} ", bold=True)
    say(paragraph, block.text, bold=block.style is blocks.Style.STRONG)
    style = paragraph.paragraph_format
    for run in paragraph.runs:
        if block.style is blocks.Style.QUIET:
            set_type(run.font, SMALL, LIGHT.quiet)
        elif block.style is blocks.Style.QUOTE:
            set_type(run.font, BODY, LIGHT.shared)
            style.left_indent = Pt(12)
    style.keep_with_next = block.kept or None
    direct(paragraph, block.text or block.label)


def _front(document: DocumentObject, block: blocks.Front, title: str) -> None:
    """Add what stands on one page: the figure is as high as the texts leave room for."""
    taken = sum(height_of(one) for one in block.blocks)
    for one in block.blocks:
        if isinstance(one, blocks.Figure):
            room = (HIGH - taken) * MILLIMETRES
            _picture(document, one.drawing, WIDTH - 2 * MARGIN, room, 1.0)
        else:
            _add(document, one, title)


def _plate(document: DocumentObject, block: blocks.Plate, title: str) -> None:
    """Add a drawing on a page; one that is turned on its side turns the next one back."""
    if block.upright:
        _new_page(document)
        _picture(document, block.drawing, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - 8, 2.0)
        return
    document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(document, turned=True, title=title)
    # A line of type is left for the mark that ends the section.
    room = HEIGHT - 2 * MARGIN, WIDTH - 2 * MARGIN - 8
    _picture(document, block.drawing, *room, 2.0)
    document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(document, turned=False, title=title)


def _new_page(document: DocumentObject) -> None:
    """Begin a new page, unless a section has just begun one."""
    if not document.element.body.xpath("w:p[last()]/w:pPr/w:sectPr"):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _picture(
    document: DocumentObject, drawing: Drawing, wide: float, high: float, largest: float
) -> Paragraph:
    """Add a drawing as large as fits into so many millimetres, at most enlarged so much."""
    box = drawing.box
    natural = box.width / 96 * 25.4
    width = min(wide, high * box.width / box.height, natural * largest)
    # As many dots as the printed size needs: a map of many services is drawn small.
    dpi = max(DPI * width / natural, 24)
    shape = document.add_picture(io.BytesIO(png(drawing, dpi)), width=Mm(width))
    properties = shape._inline.docPr  # noqa: SLF001  # python-docx has no name for it
    properties.set("descr", drawing.description)
    properties.set("title", drawing.title)
    paragraph = document.paragraphs[-1]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph
