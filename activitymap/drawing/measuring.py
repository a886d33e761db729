"""Measuring and breaking text with the fonts that ship with the program, without Qt."""

from functools import lru_cache
from importlib.resources import as_file, files

REGULAR, BOLD = "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"
LINE_HEIGHT = 1.35
"""Distance of baselines in font sizes."""
ASCENT = 1.07
"""Height of the font above the baseline in font sizes, as both weights of Noto Sans have it."""


@lru_cache(maxsize=2)
def _advances(bold: bool) -> tuple[dict[int, float], float]:
    """Return the advance width of each character and of an unknown one, in font sizes."""
    from fontTools.ttLib import TTFont

    with as_file(files("activitymap") / "fonts" / (BOLD if bold else REGULAR)) as path:
        font = TTFont(path, lazy=True)
        units = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        widths = {code: metrics[name][0] / units for code, name in font.getBestCmap().items()}
        font.close()
    return widths, 1.0


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of ``text`` in the unit of ``size``, without kerning."""
    widths, unknown = _advances(bold)
    return size * sum([widths.get(ord(character), unknown) for character in text])


def missing_glyphs(text: str) -> str:
    """Return the characters of ``text`` that the shipped font cannot draw, each once."""
    widths, _ = _advances(bold=False)
    return "".join(dict.fromkeys(c for c in text if ord(c) not in widths and not c.isspace()))


@lru_cache(maxsize=20_000)
def broken(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """Return ``text`` in lines no wider than ``room``; a word that is wider is broken inside."""
    lines: list[str] = []
    line = ""
    space = width(" ", size, bold)
    used = 0.0
    for word in text.split():
        long = width(word, size, bold)
        if line and used + space + long <= room:
            line, used = f"{line} {word}", used + space + long
            continue
        if line:
            lines.append(line)
        pieces = [word] if long <= room else _pieces(word, size, room, bold)
        lines += pieces[:-1]
        line, used = pieces[-1], width(pieces[-1], size, bold)
    if line:
        lines.append(line)
    return tuple(lines)


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces: list[str] = []
    piece, used = "", 0.0
    for character in word:
        wide = width(character, size, bold)
        if piece and used + wide > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + character, used + wide
    return [*pieces, piece]
