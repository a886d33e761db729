"""Letters as the pictures that stand for them: joined, combined and put in their places."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from activitymap.drawing.faces import UNITS
from activitymap.export.fonts import Font, main_font, shaper

JOINERS = "\u200c\u200d"
"""Signs without a picture that tell whether letters join."""
_JOINER = "\u2060"
"""What a picture says that says nothing of its own; readers leave it out."""
_PRESENTED = range(0xFB50, 0xFEFD)
"""Letters of Arabic in the form in which they are seen, ligatures among them."""


class Glyph(NamedTuple):
    """A picture of a font, and the text that it stands for.

    ``advance``, ``across`` and ``up`` say how wide it is and how far it stands from where it would,
    in thousandths of the size of type.
    """

    number: int
    text: str
    advance: float
    across: float = 0.0
    up: float = 0.0


@lru_cache(maxsize=16_384)
def shaped(text: str, font: Font, leftwards: bool) -> tuple[Glyph, ...]:
    """Return the pictures of a text of one direction from the left."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    if leftwards:
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    known = shaper(font)
    # Widths are those that were measured: without kerning, and Latin without ligatures.
    latin = font in {main_font(bold=False), main_font(bold=True)}
    uharfbuzz.shape(known, buffer, {"kern": False, "liga": not latin, "clig": not latin})
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    texts = _told(text, [info.cluster for info in infos])
    scale = UNITS / known.face.upem
    return tuple(
        Glyph(info.codepoint, told, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
        for info, at, told in zip(infos, places, texts, strict=True)
        # What only tells whether letters join has no picture.
        if told not in JOINERS
    )


def _told(text: str, clusters: Sequence[int]) -> list[str]:
    """Return what each picture says: the letters of a cluster are shared out among its pictures."""
    starts = sorted({*clusters, len(text)})
    found: list[str] = []
    for place, start in enumerate(clusters):
        letters = text[start : starts[bisect_right(starts, start)]]
        before = clusters[:place].count(start)
        if clusters.count(start) == before + 1:
            found.append(_presented(letters[before:]) or _JOINER)
        else:
            found.append(letters[before : before + 1] or _JOINER)
    return found


def _presented(letters: str) -> str:
    """Return a ligature as the one letter that it is: programs would turn several about."""
    return _ligatures().get(letters, letters) if len(letters) > 1 else letters


@lru_cache(maxsize=1)
def _ligatures() -> dict[str, str]:
    import unicodedata

    forms = map(chr, _PRESENTED)
    made = {unicodedata.normalize("NFKC", form): form for form in forms}
    return {text: form for text, form in made.items() if len(text) > 1 and " " not in text}
