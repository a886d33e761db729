"""Lines of text as the outlines of their letters."""

from functools import cache
from importlib.resources import as_file, files
from typing import Any

from activitymap.drawing.faces import UNITS
from activitymap.drawing.measuring import width
from activitymap.drawing.shapes import Align, Text, TextLine
from activitymap.export.isolates import runs_to_the_left
from activitymap.export.lettering import Run, set_line


def letter_paths(shape: Text, line: TextLine) -> str:
    """Return the data of an SVG path that draws a line where it was laid out, or ``""``.

    Letters that no shipped font has are left out; other formats have them.
    """
    made = set_line(line.text, runs_to_the_left(line.text), shape.size, shape.bold)
    shift = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}[shape.align]
    start = line.x - made.width * shift
    parts: list[str] = []
    for piece in made.pieces:
        x = start + piece.left
        for run in piece.runs:
            parts += _run_paths(run, shape, x, line.baseline)
            x += width(run.text, shape.size, shape.bold)
    return "".join(parts)


def _run_paths(run: Run, shape: Text, x: float, baseline: float) -> list[str]:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    glyphs, names = _font(run.face.file(shape.bold))
    zoom = shape.size / UNITS
    parts = []
    for character in run.text:
        name = names.get(_seen(ord(character), run.mirrored))
        if name is not None:
            pen = SVGPathPen(glyphs, ntos=lambda number: f"{round(number, 2):g}")
            glyphs[name].draw(TransformPen(pen, (zoom, 0, 0, -zoom, x, baseline)))
            parts.append(pen.getCommands())
        x += width(character, shape.size, shape.bold)
    return parts


def _seen(code: int, mirrored: bool) -> int:
    """Return the character whose picture is shown: of a mirrored one, its counterpart's."""
    if not mirrored:
        return code
    from bidi.mirror import MIRRORED

    return ord(MIRRORED.get(chr(code), chr(code)))


@cache
def _font(file: str) -> tuple[Any, dict[int, str]]:
    from fontTools.ttLib import TTFont

    with as_file(files("activitymap") / "fonts" / file) as path:
        font = TTFont(path)
    return font.getGlyphSet(), font.getBestCmap()
