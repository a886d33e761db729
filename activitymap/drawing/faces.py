"""The shipped fonts, and which characters each of them draws.

Noto Sans draws Latin, Greek and Cyrillic; Arabic and Hebrew letters come from its sisters. All
have 1,000 units to the em.
"""

from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

UNITS = 1000


class Face(NamedTuple):
    """A family with the files of its two weights, in the package's folder of fonts."""

    family: str
    regular: str
    bold: str

    def file(self, bold: bool) -> str:
        """Return the file of a weight."""
        return self.bold if bold else self.regular


FACES = (
    Face("Noto Sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    Face("Noto Sans Arabic", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    Face("Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
)


@cache
def advances(file: str) -> dict[int, int]:
    """Return the advance width of each character that a font draws, by its code point."""
    from fontTools.ttLib import TTFont

    with as_file(files("activitymap") / "fonts" / file) as path, TTFont(path, lazy=True) as font:
        names: dict[int, str] = font.getBestCmap()
        metrics: dict[str, tuple[int, int]] = font["hmtx"].metrics
        return {code: metrics[name][0] for code, name in names.items()}


@cache
def face_of(character: str, bold: bool = False) -> Face | None:
    """Return the first face that draws a character, or ``None``; most need only the first."""
    code = ord(character)
    return next((face for face in FACES if code in advances(face.file(bold))), None)
