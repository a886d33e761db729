"""Letters that an output would lose, found and named before anything is written."""

import unicodedata
from collections.abc import Callable

from activitymap.drawing.measuring import missing_glyphs
from activitymap.drawing.shapes import Drawing, Text
from activitymap.errors import ExportError
from activitymap.export.installed import Installed, drawing_face, installed, showing_face
from activitymap.model.wording import worded

MOST = 40
"""Letters that a sentence names."""
KEEPING = "save as PowerPoint, or as SVG without outlines, which keep the text itself, "
"""What can be done with a figure instead."""
_COMMON = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
"""What readers call the scripts that Unicode's names of letters do not begin with as they do."""


def texts_of(drawing: Drawing) -> str:
    """Return all words of a drawing."""
    return "".join(
        line.text for shape in drawing if isinstance(shape, Text) for line in shape.lines
    )


def check_letters(text: str, where: str, instead: str = KEEPING) -> None:
    """Make sure that every character can be drawn and embedded.

    ``where`` says in what, and ``instead`` what else could be done.

    Raises:
        ExportError: neither the shipped fonts nor those of the computer have some.
    """
    _check(text, where, instead, lambda code: drawing_face(code, bold=False))


def check_shown(text: str, where: str, instead: str = KEEPING) -> list[Installed]:
    """Make sure that every character can be seen; return the fonts of the computer that it needs.

    Raises:
        ExportError: no font has some.
    """
    return _check(text, where, instead, showing_face)


def _check(
    text: str, where: str, instead: str, find: Callable[[int], Installed | None]
) -> list[Installed]:
    found = {letter: find(ord(letter)) for letter in missing_glyphs(text)}
    lost = "".join(letter for letter, face in found.items() if face is None)
    if lost:
        raise ExportError(
            f"These characters would be lost in {where}, for no font that can be used has them: "
            f"{named(lost)}. Install a font that has them and start again, {instead}or write "
            "them otherwise."
        )
    needed = {(face.file, face.number) for face in found.values() if face is not None}
    return [one for one in installed(bold=False) if (one.file, one.number) in needed]


def notices(drawing: Drawing) -> list[str]:
    """Return what to know about a drawing whose text the reader's own fonts will show."""
    lost = missing_glyphs(texts_of(drawing))
    if not lost:
        return []
    return [
        worded(
            "These characters are seen only where a font that has them is installed: {letters}.",
            letters=named(lost),
        )
    ]


def named(letters: str) -> str:
    """Return letters with the names of their scripts: "ग ल (Devanagari)"."""
    shown = "".join(letters[:MOST])
    scripts = dict.fromkeys(filter(None, map(_script, letters)))
    told = f"{shown} …" if len(letters) > MOST else shown
    return f"{told} ({', '.join(list(scripts)[:6])})" if scripts else told


def _script(letter: str) -> str:
    """Return the name of the script of a letter; of signs none, but that emoji are some."""
    first = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    if unicodedata.category(letter)[0] in "LM" and first:
        return _COMMON.get(first, first.capitalize())
    return "emoji" if ord(letter) >= 0x1F000 else ""
