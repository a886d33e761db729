"""Words in a Word document: type that readers have, directions, page numbers."""

import re

from docx.document import Document as DocumentObject
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from activitymap.drawing.theme import LIGHT
from activitymap.export.isolates import isolates, runs_to_the_left
from activitymap.export.report.fitting import BODY, HEADINGS, SMALL
from activitymap.model.wording import ISOLATE, POP

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
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    normal.paragraph_format.space_after = Pt(3)
    normal.paragraph_format.line_spacing = 1.1
    for level, size in HEADINGS.items():
        style = styles[f"Heading {level}"]
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = RGBColor.from_string(LIGHT.text.removeprefix("#").upper())
        style.paragraph_format.space_before = Pt(size * 0.7)
        style.paragraph_format.space_after = Pt(size * 0.3)
        style.paragraph_format.keep_with_next = True
    bullets = styles["List Bullet"]
    bullets.paragraph_format.space_after = Pt(2)


def say(paragraph: Paragraph, text: str, bold: bool = False) -> Paragraph:
    """Add words to a paragraph; a part that runs the other way is a run of its own."""
    for part in isolates(_FORBIDDEN.sub("", text)):
        # Programs go by the marks, or by the direction of the run: both are told.
        words = f"{ISOLATE}{part.text}{POP}" if part.isolated else part.text
        run = paragraph.add_run(words)
        run.bold = bold or None
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
    for position in (4320, 8640):
        # The library's own style of feet has stops for another paper.
        tabs.add_tab_stop(Length(position * 635), WD_TAB_ALIGNMENT.CLEAR)
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
        run.font.size = Pt(SMALL)
        run.font.color.rgb = RGBColor.from_string(LIGHT.quiet.removeprefix("#").upper())
