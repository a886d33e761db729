"""Setting lines of text in a PDF: the font of each part, and letters joined and in order.

A PDF draws letters one after the other from the left. Arabic letters are joined by their
presentation forms, and lines that run from right to left are put into the order in which they are
seen (Unicode Standard Annex 9), each by a library made for it. What a reader copies out of the PDF
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
from activitymap.export.isolates import isolates
from activitymap.model.wording import has_leftward

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper
    from reportlab.pdfgen.textobject import PDFTextObject

_RIGHT_TO_LEFT = {"R", "AL"}
_OBJECT = "\ufffc"
"""What stands for an isolated part while its surroundings are put in order."""


class Run(NamedTuple):
    """A part of a word in one font, in the order in which it is seen.

    Brackets in text that runs to the left are ``mirrored``: seen as their counterparts, they stay
    the characters that they are.
    """

    face: Face
    text: str
    mirrored: bool = False


class Piece(NamedTuple):
    """A word, or the signs or blank between two, and how far from the line's left it stands."""

    left: float
    runs: tuple[Run, ...]


class SetLine(NamedTuple):
    """A line ready to be written: its pieces in the order in which they are read, its width.

    Words are seen where they stand, and are copied out of the PDF in the order of reading.
    """

    pieces: tuple[Piece, ...]
    width: float


class _Letter(NamedTuple):
    """A letter with its place in the order of reading, and whether it is seen mirrored."""

    text: str
    place: int
    mirrored: bool = False


def set_line(line: str, leftwards: bool, size: float, bold: bool = False) -> SetLine:
    """Set one line of a text in a size; ``leftwards`` is the direction of the whole text."""
    if line.isascii() or not (leftwards or has_leftward(line)):
        word = [_Letter(letter, 0) for letter in line if _is_seen(letter)]
        return SetLine((Piece(0.0, _runs(word, bold)),), _wide(word, size, bold))
    letters = [letter for letter in _as_seen(line, leftwards) if _is_seen(letter.text)]
    left, found = 0.0, []
    for _, part in groupby(letters, key=_word):
        word = list(part)
        found.append((min(letter.place for letter in word), Piece(left, _runs(word, bold))))
        left += _wide(word, size, bold)
    return SetLine(tuple(piece for _, piece in sorted(found, key=lambda one: one[0])), left)


def _wide(word: list[_Letter], size: float, bold: bool) -> float:
    return width("".join(letter.text for letter in word), size, bold)


def _runs(word: list[_Letter], bold: bool) -> tuple[Run, ...]:
    def font(letter: _Letter) -> tuple[Face, bool]:
        return face_of(letter.text, bold) or FACES[0], letter.mirrored

    return tuple(
        Run(face, "".join(letter.text for letter in part), mirrored)
        for (face, mirrored), part in groupby(word, key=font)
    )


def _as_seen(line: str, leftwards: bool) -> list[_Letter]:
    """Return the letters of a line, joined, from the left as they are seen."""
    return _in_order(_reshaper().reshape(line), leftwards, 0)


def _in_order(line: str, leftwards: bool, start: int) -> list[_Letter]:
    """Return the joined letters of a part that begins at ``start``, as they are seen.

    What is isolated is one sign to its surroundings, and is put into an order of its own.
    """
    outer, inner = [], {}
    for part in isolates(line):
        if part.isolated:
            inner[start + part.start] = part
        outer.append(_OBJECT if part.isolated else part.text)
    places = [start + place for part in isolates(line) for place in part.places]
    found: list[_Letter] = []
    for letter in _levelled("".join(outer), leftwards):
        place = places[letter.place]
        if place in inner:
            part = inner[place]
            found += _in_order(part.text, part.leftwards, start + part.start + 1)
        else:
            found.append(letter._replace(place=place))
    return found


def _levelled(line: str, leftwards: bool) -> list[_Letter]:
    """Return the letters of a line without isolates as they are seen.

    The steps are those of the library's own `get_display`, which knows no isolates in this form
    and does not tell where each letter came from.
    """
    from bidi import algorithm
    from bidi.mirror import MIRRORED

    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(leftwards)
    storage["base_dir"] = "R" if leftwards else "L"
    algorithm.get_embedding_levels(line, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
    ):
        step(storage, False)
    return [
        _Letter(one["ch"], one["place"], one["level"] % 2 == 1 and one["ch"] in MIRRORED)
        for one in storage["chars"]
    ]


def _word(letter: _Letter) -> object:
    """Return what letters of one word have in common; a sign stands alone."""
    kind = unicodedata.bidirectional(letter.text)
    if kind in _RIGHT_TO_LEFT or kind == "NSM":
        return "R"
    return "L" if kind in {"L", "EN"} else letter.place


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    # Vowel signs are part of what people wrote.
    return ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": True})


def _is_seen(character: str) -> bool:
    """Whether a character has a picture: the font has marks even for what only guides layout."""
    return unicodedata.category(character) != "Cf"


def write_runs(text: "PDFTextObject", piece: Piece, size: float, bold: bool = False) -> None:
    """Write the runs of a piece into a text object of reportlab, from where it stands."""
    for run in piece.runs:
        text.setFont(font_name(run.face, bold, run.mirrored), size)
        text.textOut(run.text)


def font_name(face: Face, bold: bool, mirrored: bool = False) -> str:
    """Return the name by which a font is known to reportlab, which learns it now if need be.

    In a ``mirrored`` font every bracket has the picture of its counterpart.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    file = face.file(bold)
    name = file.removesuffix(".ttf") + ("-mirrored" if mirrored else "")
    if name not in pdfmetrics.getRegisteredFontNames():
        with as_file(files("activitymap") / "fonts" / file) as path:
            font = TTFont(name, str(path))
        if mirrored:
            font.face.charToGlyph = _mirrored(font.face.charToGlyph)
            # Two faces of one name would be taken for one.
            font.face.name = font.face.name + b"-Mirrored"
        pdfmetrics.registerFont(font)
    return name


def _mirrored(glyphs: dict[int, int]) -> dict[int, int]:
    from bidi.mirror import MIRRORED

    return {
        code: glyphs.get(ord(MIRRORED.get(chr(code), chr(code))), glyph)
        for code, glyph in glyphs.items()
    }


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
