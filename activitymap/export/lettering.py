"""Setting lines of text: the font of each part, and its letters joined, combined and in order.

Words are seen where they stand, and are written in the order in which they are read: what a reader
copies out of a PDF is the same text again, after Unicode's compatibility normalisation (NFKC).
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from activitymap.drawing.faces import UNITS
from activitymap.drawing.measuring import width
from activitymap.export.fonts import Font, font_of, main_font, shaper
from activitymap.export.ordering import Letter, as_seen
from activitymap.export.shaping import JOINERS, Glyph, shaped
from activitymap.model.wording import has_leftward

_LETTERS = {"L", "EN", "NSM", "R", "AL"}
"""Of Unicode's directions, those of letters, numbers and the marks on them."""


class Run(NamedTuple):
    """A part of a word in one font: its text, and its pictures from the left.

    The letters of a plain run, without ``glyphs``, are drawn each for itself.
    """

    font: Font
    text: str
    wide: float
    """In thousandths of the size of type."""
    glyphs: tuple[Glyph, ...] = ()


class Piece(NamedTuple):
    """A word, or the signs or blank between two, and how far from the line's left it stands."""

    left: float
    runs: tuple[Run, ...]


class SetLine(NamedTuple):
    """A line ready to be written: its pieces in the order in which they are read, its width."""

    pieces: tuple[Piece, ...]
    width: float


@lru_cache(maxsize=4_096)
def set_line(line: str, leftwards: bool, size: float, bold: bool = False) -> SetLine:
    """Set one line of a text in a size; ``leftwards`` is the direction of the whole text."""
    if leftwards or has_leftward(line):
        return _set_in_order(line, leftwards, size, bold)
    runs = (_plain_run(line, bold),) if line.isascii() else _runs(line, False, bold)
    return SetLine((Piece(0.0, runs),), sum(run.wide for run in runs) * size / UNITS)


def _set_in_order(line: str, leftwards: bool, size: float, bold: bool) -> SetLine:
    """Set a line parts of which run to the left."""
    left, found = 0.0, []
    for start, end, turned in _words(line, leftwards):
        runs = _runs(line[start:end], turned, bold)
        found.append((start, Piece(left, runs)))
        left += sum(run.wide for run in runs) * size / UNITS
    return SetLine(tuple(piece for _, piece in sorted(found, key=lambda one: one[0])), left)


def _words(line: str, leftwards: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield where words begin and end in a line, from the left, and whether they run to it."""
    letters = as_seen(line, leftwards)
    read = {place: number for number, place in enumerate(sorted(one.place for one in letters))}
    word: list[Letter] = []
    for letter in letters:
        if word:
            step = read[letter.place] - read[word[-1].place]
            goes_on = step == (-1 if letter.leftwards else 1)
            if not (goes_on and _join(line, word[-1], letter)):
                yield _span(word)
                word = []
        word.append(letter)
    if word:
        yield _span(word)


def _join(line: str, one: Letter, other: Letter) -> bool:
    """Whether letters beside one another are of one word; a sign stands alone."""
    kinds = {unicodedata.bidirectional(line[letter.place]) for letter in (one, other)}
    return one.leftwards == other.leftwards and kinds <= _LETTERS


def _span(word: list[Letter]) -> tuple[int, int, bool]:
    places = [letter.place for letter in word]
    return min(places), max(places) + 1, word[0].leftwards


@lru_cache(maxsize=16_384)
def _runs(text: str, turned: bool, bold: bool) -> tuple[Run, ...]:
    """Return a text of one direction in parts of one font each, from the left."""
    runs = []
    for font, part in groupby(_fonts(text, bold), key=lambda one: one[1]):
        letters = "".join(letter for letter, _ in part)
        if not turned and font == main_font(bold) and not any(map(_is_mark, letters)):
            runs.append(_plain_run(letters, bold))
        else:
            glyphs = shaped(letters, font, turned)
            runs.append(Run(font, letters, sum(glyph.advance for glyph in glyphs), glyphs))
    return tuple(reversed(runs) if turned else runs)


def _fonts(text: str, bold: bool) -> Iterator[tuple[str, Font]]:
    """Yield the letters that are seen, and those that join others, with their fonts."""
    font = main_font(bold)
    for letter in text:
        if letter in JOINERS:
            if font != main_font(bold):
                yield letter, font
        elif _is_seen(letter):
            own = font_of(letter, bold) or main_font(bold)
            if _is_mark(letter) and _has(font, letter):
                own = font
            font = own
            yield letter, font


def _has(font: Font, letter: str) -> bool:
    return bool(shaper(font).get_nominal_glyph(ord(letter)))


def _plain_run(text: str, bold: bool) -> Run:
    seen = "".join(filter(_is_seen, text))
    return Run(main_font(bold), seen, width(seen, UNITS, bold))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _is_seen(character: str) -> bool:
    """Whether a character has a picture: the font has marks even for what only guides layout."""
    return unicodedata.category(character) != "Cf"
