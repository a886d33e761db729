"""Setting lines of text in a PDF: the font of each part, and letters joined and in order.

A PDF draws letters one after the other from the left. Arabic letters are joined by their
presentation forms, and lines that run from right to left are put into the order in which they are
seen (Unicode Standard Annex 9), each by libraries made for it. What a reader copies out of the PDF
is the same text again, after Unicode's compatibility normalisation (NFKC).
"""

import unicodedata
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from activitymap.drawing.faces import FACES, Face, face_of
from activitymap.drawing.measuring import missing_glyphs, width
from activitymap.errors import ExportError

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper
    from reportlab.pdfgen.textobject import PDFTextObject

_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = {"L", *_RIGHT_TO_LEFT}


class Run(NamedTuple):
    """A part of a line in one font, in the order in which it is seen."""

    face: Face
    text: str


def runs_to_the_left(text: str) -> bool:
    """Whether a text runs from right to left: by its first letter that has a direction."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _RIGHT_TO_LEFT


def runs(line: str, leftwards: bool = False) -> list[Run]:
    """Return the runs of one line; ``leftwards`` is the direction of the whole text."""
    seen = "".join(filter(_is_seen, _as_seen(line, leftwards)))
    faces = ((face_of(character) or FACES[0], character) for character in seen)
    return [
        Run(face, "".join(character for _, character in part))
        for face, part in groupby(faces, key=lambda pair: pair[0])
    ]


def _as_seen(line: str, leftwards: bool) -> str:
    if line.isascii() or not (leftwards or _has_leftward(line)):
        return line
    from bidi import get_display

    joined = _reshaper().reshape(line)
    return str(get_display(joined, base_dir="R" if leftwards else "L"))


def _has_leftward(line: str) -> bool:
    return any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in line)


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    # Vowel signs are part of what people wrote.
    return ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": True})


def _is_seen(character: str) -> bool:
    """Whether a character has a picture: the font has marks even for what only guides layout."""
    return unicodedata.category(character) != "Cf"


def run_width(line: list[Run], size: float, bold: bool = False) -> float:
    """Return the width of a line of runs, in the units of ``size``."""
    return sum(width(run.text, size, bold) for run in line)


def write_runs(text: "PDFTextObject", line: list[Run], size: float, bold: bool = False) -> None:
    """Write the runs of a line into a text object of reportlab, from where it stands."""
    for run in line:
        text.setFont(font_name(run.face, bold), size)
        text.textOut(run.text)


def font_name(face: Face, bold: bool) -> str:
    """Return the name by which a font is known to reportlab, which learns it now if need be."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    file = face.file(bold)
    name = file.removesuffix(".ttf")
    if name not in pdfmetrics.getRegisteredFontNames():
        with as_file(files("activitymap") / "fonts" / file) as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))
    return name


def check_letters(text: str, instead: str) -> None:
    """Make sure that every character of a text can be drawn; ``instead`` names other formats.

    Raises:
        ExportError: the shipped fonts lack some; the sentence names them.
    """
    lost = missing_glyphs(text)
    if lost:
        raise ExportError(
            f"These characters would be lost in the PDF, for its fonts lack them: {lost[:40]} "
            f"Save as {instead} instead, or write them otherwise."
        )
