"""Fonts that letters are drawn with: the shipped ones, and behind them those of the computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from activitymap.drawing.faces import FACES, face_of
from activitymap.export.installed import drawing_face

if TYPE_CHECKING:
    import uharfbuzz


class Font(NamedTuple):
    """A font by its file, and its number in a file that holds several.

    A ``shipped`` one is named without its folder, which is the package's.
    """

    file: str
    number: int = 0
    shipped: bool = True

    @contextmanager
    def opened(self) -> Iterator[Path]:
        """Give the path of the file for as long as it is read."""
        if self.shipped:
            with as_file(files("activitymap") / "fonts" / self.file) as path:
                yield path
        else:
            yield Path(self.file)


@cache
def main_font(bold: bool) -> Font:
    """Return the font that most letters have."""
    return Font(FACES[0].file(bold))


@cache
def font_of(character: str, bold: bool) -> Font | None:
    """Return the font that draws a character, or ``None``: a shipped one, else an installed."""
    face = face_of(character, bold)
    if face is not None:
        return Font(face.file(bold))
    found = drawing_face(ord(character), bold)
    return found and Font(found.file, found.number, shipped=False)


@cache
def shaper(font: Font) -> "uharfbuzz.Font":
    """Return a font as the library that shapes text knows it."""
    import uharfbuzz

    with font.opened() as path:
        data = path.read_bytes() if font.shipped else None
        blob = uharfbuzz.Blob(data) if data else uharfbuzz.Blob.from_file_path(str(path))
    return uharfbuzz.Font(uharfbuzz.Face(blob, font.number))
