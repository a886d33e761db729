"""Words on a slide: paragraphs in a shape or in a box of their own, where the drawing has them.

Lines are set in Arial, which Windows, macOS and (by a font of the same widths) Linux have; running
text is some six per cent narrower in it than in the font that the drawing is measured with.
Statements may be broken anew by PowerPoint; labels keep the lines that the drawing gave them.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from activitymap.drawing.card import MARK
from activitymap.drawing.measuring import LINE_HEIGHT
from activitymap.drawing.shapes import SHIFT, Align, Box, Role, Tag, Text, TextLine
from activitymap.export.slides.markup import Plane, fill, frame, named
from activitymap.model.wording import worded

FONT = "Arial"
NATURAL = 1.17
"""The height of a line of Arial, in font sizes, rather too high than too low: words must fit."""
DESCENT = 0.22
ASCENT = LINE_HEIGHT - DESCENT
"""How far a line so spaced reaches above its baseline, in font sizes; all that is added lies there.
"""
SMALLEST, LARGEST = 100, 400_000
"""The sizes of type that PowerPoint takes, in hundredths of a point."""
HIDDEN = 40.0
"""The height of a title that stands above the slide."""
_ALIGN = {Align.START: "l", Align.MIDDLE: "ctr", Align.END: "r"}
_SLACK = 0.5
"""How much of the space right of a card's text may be used where words are wide."""


def extent(text: Text) -> Box:
    """Return the box of a text's lines, as they are measured."""
    lefts = [line.x - line.width * SHIFT[text.align] for line in text.lines]
    rights = [left + line.width for left, line in zip(lefts, text.lines, strict=True)]
    return Box(min(lefts), _top(text), max(rights), _bottom(text))


def label(number: int, text: Text, plane: Plane) -> str:
    """Return a text in a box of its own."""
    box = extent(text)
    return (
        f"<p:sp><p:nvSpPr>{named(number, _name(text))}"
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{frame(box, plane)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"{body([text], box, plane)}</p:sp>"
    )


def _name(text: Text) -> str:
    return str(text.tag.role).capitalize()


def body(
    texts: Sequence[Text],
    box: Box,
    plane: Plane,
    marks: Mapping[str, str] | None = None,
    tag: str = "p:txBody",
) -> str:
    """Return the texts of a shape with the given box, its margins such that they stand in place.

    ``marks`` are signs to be written before statements, by their ids.
    """
    space = '<a:bodyPr rtlCol="0" anchor="ctr"/>'
    if texts and tag == "p:txBody":
        wraps = any(text.words for text in texts)
        marked = all(text.tag.id in (marks or {}) for text in texts)
        # A sign stands before its statement, where the drawing has it.
        space = _space(texts, box, plane, MARK if marked else 0.0, wraps=wraps)
    before = [0.0, *(_top(below) - _bottom(above) for above, below in pairwise(texts))]
    paragraphs = "".join(
        paragraph(text, plane, gap, (marks or {}).get(text.tag.id, ""))
        for text, gap in zip(texts, before, strict=False)
    )
    return f"<{tag}>{space}<a:lstStyle/>{paragraphs or '<a:p/>'}</{tag}>"


def _space(
    texts: Sequence[Text], box: Box, plane: Plane, indent: float = 0.0, *, wraps: bool
) -> str:
    """Return the margins of a shape, how it breaks lines, and where its text begins."""
    top, bottom = _top(texts[0]) - box.top, box.bottom - _bottom(texts[-1])
    left = right = 0.0
    if wraps or texts[0].align is Align.START:
        left = max(min(extent(text).left for text in texts) - box.left - indent, 0.0)
        right = left * _SLACK
    if wraps:
        anchor, margins = "t", (left, max(top, 0.0), right, 0.0)
    else:
        # From its middle a text grows both ways.
        anchor, margins = "ctr", (left, max(top - bottom, 0.0), 0.0, max(bottom - top, 0.0))
    inset = " ".join(
        f'{side}Ins="{plane.emu(margin)}"' for side, margin in zip("ltrb", margins, strict=True)
    )
    fitting = "<a:normAutofit/>" if wraps else "<a:noAutofit/>"
    wrap = "square" if wraps else "none"
    return f'<a:bodyPr wrap="{wrap}" {inset} rtlCol="0" anchor="{anchor}">{fitting}</a:bodyPr>'


def _top(text: Text) -> float:
    return text.lines[0].baseline - ASCENT * text.size


def _bottom(text: Text) -> float:
    return text.lines[-1].baseline + DESCENT * text.size


def paragraph(text: Text, plane: Plane, gap: float = 0.0, mark: str = "") -> str:
    """Return a text as a paragraph, ``gap`` below the one before, with a sign before it if any."""
    lines = text.words.split("\n") if text.words else [line.text for line in text.lines]
    before = f'<a:spcBef><a:spcPts val="{plane.points(gap)}"/></a:spcBef>' if gap > 0 else ""
    leftward = ' rtl="1"' if text.leftwards else ""
    look = _look(text, plane)
    written = f"<a:br>{look}</a:br>".join(
        f"<a:r>{look}<a:t>{escape(line)}</a:t></a:r>" for line in lines if line
    )
    if mark:
        written = f"<a:r>{look}<a:t>{escape(mark)} </a:t></a:r>{written}"
    spacing = round(LINE_HEIGHT / NATURAL * 100_000)
    return (
        f'<a:p><a:pPr algn="{_ALIGN[text.align]}"{leftward}>'
        f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>{before}</a:pPr>{written}</a:p>'
    )


def _look(text: Text, plane: Plane) -> str:
    size = min(max(plane.points(text.size), SMALLEST), LARGEST)
    bold = ' b="1"' if text.bold else ' b="0"'
    font = f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
    return f'<a:rPr sz="{size}"{bold}>{fill(text.colour, text.opacity)}{font}</a:rPr>'


def title(number: int, text: Text, plane: Plane) -> str:
    """Return the title of a drawing as the title of the slide."""
    box = extent(text)
    return _title(number, frame(box, plane), body([text], box, plane))


def hidden_title(number: int, words: str, above: Box, plane: Plane) -> str:
    """Return a title above the slide, for people who hear it and for lists of slides."""
    bottom = above.top - HIDDEN / 2
    box = Box(above.left, bottom - HIDDEN, above.right, bottom)
    line = TextLine(words, box.centre.x, box.centre.y, 0.0)
    text = Text(Tag("title", Role.TITLE), (line,), HIDDEN / 2, "#000000", align=Align.MIDDLE)
    return _title(number, frame(box, plane), body([text], box, plane))


def _title(number: int, place: str, words: str) -> str:
    return (
        f'<p:sp><p:nvSpPr>{named(number, worded("Title"))}<p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr>{words}</p:sp>"
    )
