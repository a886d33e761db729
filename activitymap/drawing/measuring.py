"""How wide text is in the shipped fonts, and where it breaks into lines.

Widths are sums of the font's advance widths, without kerning and ligatures: translators switch
both off, so that every output breaks lines alike.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from activitymap.drawing.faces import FACES, UNITS, advances, face_of

LINE_HEIGHT = 1.35
"""Distance of baselines in font sizes."""
ASCENT = 1.07
"""Height of the font above the baseline in font sizes, as both weights of Noto Sans have it."""

_TOKEN = re.compile(r"[^\S\u00a0\u202f]+|(?:\S|[\u00a0\u202f])+")
_PIECE = re.compile(r"[^-–—/]*[-–—/]+(?=\w\w)|.+")
_NO_LINE_STARTS_WITH = frozenset("、。，．・：；？！ー々）」』】〉》!),.:;?]}%”’…")
_NO_LINE_ENDS_WITH = frozenset("（「『【〈《([{“‘")
_JOINER = "\u200d"


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line of text, in the units of ``size``, the font size."""
    widths = _widths(bold)
    return sum(map(widths.__getitem__, text)) * size / widths.units


def missing_glyphs(text: str) -> str:
    """Return the characters of ``text`` that no shipped font can draw, each once.

    Line ends, and format characters that have no picture, are never missing.
    """
    known = advances(FACES[0].regular)
    return "".join(
        character
        for character in dict.fromkeys(text)
        if ord(character) not in known
        and face_of(character) is None
        and character != "\n"
        and unicodedata.category(character) != "Cf"
    )


@lru_cache(maxsize=65_536)
def broken(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """Return ``text`` in lines no wider than ``room``, at least one.

    Lines break between words, after hyphens and slashes, between Chinese, Japanese and Korean
    characters, and anywhere in a word that is longer than a line. A single character that is
    wider than the line stands alone.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _broken_paragraph(paragraph, room * _widths(bold).units / size, _widths(bold))
    return tuple(lines)


def shortened(lines: tuple[str, ...], most: int | None) -> tuple[str, ...]:
    """Return the first ``most`` lines, or all; an ellipsis says that something was left out.

    It stands in place of the last word, or in place of a letter where a line is one long word.
    """
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1]
    kept = last.rpartition(" ")[0] or last.rstrip(" .,;:–-")[:-1]
    return (*lines[: most - 1], kept.rstrip(" .,;:–-") + "…")


def as_written(text: str, lines: tuple[str, ...]) -> str:
    """Return a text that stands in ``lines``, or nothing where they leave a part of it out."""
    return text if "".join("".join(lines).split()) == "".join(text.split()) else ""


class _Widths(dict[str, int]):
    """The advance width of each character, found when it is first asked for."""

    def __init__(self, bold: bool) -> None:
        super().__init__()
        self.bold = bold
        self.units = UNITS

    def __missing__(self, character: str) -> int:
        face = face_of(character, self.bold)
        if face is None:
            width = self._guessed(character)
        else:
            width = advances(face.file(self.bold))[ord(character)]
        self[character] = width
        return width

    def _guessed(self, character: str) -> int:
        """Return a width for a character that another font will have to draw."""
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            return 0
        if unicodedata.east_asian_width(character) in {"W", "F"}:
            # Emoji of common fonts are wider than their nominal square.
            return self.units * 5 // 4 if ord(character) > 0x1F000 else self.units
        return self.units * 3 // 5


@cache
def _widths(bold: bool) -> _Widths:
    return _Widths(bold)


def _broken_paragraph(paragraph: str, room: float, widths: _Widths) -> list[str]:
    """Break a text without line ends; ``room`` is in font units."""
    lines: list[str] = []
    line, used, space = "", 0, ""
    for token in _TOKEN.findall(paragraph):
        if token.isspace() and token[0] not in "\u00a0\u202f":
            space = " "
            continue
        for piece in _pieces(token):
            needed = sum(map(widths.__getitem__, piece))
            gap = widths[" "] if space and line else 0
            if used + gap + needed <= room:
                line += (space if line else "") + piece
                used += gap + needed
            else:
                if line:
                    lines.append(line)
                *full, line = _forced(piece, room, widths) if needed > room else [piece]
                lines += full
                used = sum(map(widths.__getitem__, line))
            space = ""
    lines.append(line)
    return lines


def _pieces(word: str) -> Iterator[str]:
    """Split a word where a line may break without a space."""
    for piece in _PIECE.findall(word):
        if word.isascii() or not any(map(_breaks_anywhere, piece)):
            yield piece
            continue
        start = 0
        for place in range(1, len(piece)):
            before, after = piece[place - 1], piece[place]
            if (
                (_breaks_anywhere(before) or _breaks_anywhere(after))
                and after not in _NO_LINE_STARTS_WITH
                and before not in _NO_LINE_ENDS_WITH
                and not _continues(before, after)
            ):
                yield piece[start:place]
                start = place
        yield piece[start:]


@cache
def _breaks_anywhere(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


def _continues(before: str, after: str) -> bool:
    """Whether two characters make one sign: an accent, or emoji that are joined."""
    return _JOINER in {before, after} or unicodedata.category(after) in {"Mn", "Me", "Mc"}


def _forced(word: str, room: float, widths: _Widths) -> list[str]:
    """Break a word that is longer than a line anywhere between its characters."""
    parts: list[str] = []
    start, used = 0, 0
    for place, character in enumerate(word):
        wide = widths[character]
        begun = place > start
        if begun and used + wide > room and not _continues(word[place - 1], character):
            parts.append(word[start:place])
            start, used = place, 0
        used += wide
    parts.append(word[start:])
    return parts
