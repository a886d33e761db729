"""Words in a Word document: type that readers have, directions, page numbers."""

import re

from docx.document import Document as DocumentObject
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Pt, RGBColor
from docx.text.font import Font
from docx.text.paragraph import Paragraph

from activitymap.drawing.theme import LIGHT
from activitymap.export.isolates import isolates
from activitymap.export.report.fitting import BODY, HEADINGS, SMALL
from activitymap.model.wording import ISOLATE, POP, runs_to_the_left

FONT = "Arial"
"""Every office program has it or one of the same widths; it draws Arabic and Hebrew as well."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr "
        "pPrChange"
    ).split()
)
"""What the schema wants after the mark of a paragraph that runs to the left."""
_AFTER_SIZE = tuple(
    f"w:{name}"
    for name in (
        "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish "
        "oMath"
    ).split()
)
"""What the schema wants after the size of type that runs to the left."""


def set_styles(document: DocumentObject, language: str) -> None:
    """Let Word check the spelling in the report's language, and set its type."""
    styles = document.styles
    for element in styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
    for fonts in styles.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{name}"), FONT)
    normal = styles["Normal"]
    set_type(normal.font, BODY)
    normal.paragraph_format.space_after = Pt(3)
    normal.paragraph_format.line_spacing = 1.1
    for level, size in HEADINGS.items():
        style = styles[f"Heading {level}"]
        set_type(style.font, size, LIGHT.text)
        style.font.bold = style.font.cs_bold = True
        style.font.italic = False
        style.paragraph_format.space_before = Pt(size * 0.7)
        style.paragraph_format.space_after = Pt(size * 0.3)
        style.paragraph_format.keep_with_next = True
    styles["List Bullet"].paragraph_format.space_after = Pt(2)
    # The library's template has stops for another paper.
    styles["Footer"].paragraph_format.tab_stops.clear_all()


def styled(document: DocumentObject, style: str) -> Paragraph:
    """Return a new paragraph with the style of an id; by its name it takes ten times as long."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style  # noqa: SLF001  # python-docx has no name for it
    return paragraph


def set_type(font: Font, size: float, colour: str = "") -> None:
    """Set size and colour (``#rrggbb``) of type, the size also of what runs to the left."""
    font.size = Pt(size)
    properties = font.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    element = OxmlElement("w:szCs")
    element.set(qn("w:val"), str(round(size * 2)))
    properties.insert_element_before(element, *_AFTER_SIZE)
    if colour:
        font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())


def say(paragraph: Paragraph, text: str, bold: bool = False) -> Paragraph:
    """Add words to a paragraph; a part that runs the other way is a run of its own."""
    for part in isolates(_FORBIDDEN.sub("", text)):
        # Programs go by the marks, or by the direction of the run: both are told.
        words = f"{ISOLATE}{part.text}{POP}" if part.isolated else part.text
        run = paragraph.add_run(words)
        if bold:
            run.bold = run.font.cs_bold = True
        if part.leftwards or (not part.isolated and runs_to_the_left(part.text)):
            run.font.rtl = True
    return paragraph


def direct(paragraph: Paragraph, text: str) -> None:
    """Let a paragraph run to the left if its text does."""
    if runs_to_the_left(text):
        properties = paragraph.paragraph_format.element.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def foot(section: Section, title: str, wide: Length) -> None:
    """Give a section its foot: the title on the left, the number of the page on the right."""
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    tabs = paragraph.paragraph_format.tab_stops
    tabs.add_tab_stop(wide, WD_TAB_ALIGNMENT.RIGHT)
    short = title if len(title) <= 90 else f"{title[:89].rstrip()}…"
    say(paragraph, f"{short}\t")
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run._r.append(element)  # noqa: SLF001  # python-docx has no name for fields
    for run in paragraph.runs:
        set_type(run.font, SMALL, LIGHT.quiet)
