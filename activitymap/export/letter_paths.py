"""Lines of text as the outlines of their letters."""

from activitymap.drawing.faces import UNITS
from activitymap.drawing.measuring import width
from activitymap.drawing.shapes import SHIFT, Text, TextLine
from activitymap.export.fonts import shaper
from activitymap.export.lettering import Run, set_line


def letter_paths(shape: Text, line: TextLine) -> str:
    """Return the data of an SVG path that draws a line where it was laid out, or ``""``."""
    made = set_line(line.text, shape.leftwards, shape.size, shape.bold)
    start = line.x - made.width * SHIFT[shape.align]
    parts: list[str] = []
    for piece in made.pieces:
        x = start + piece.left
        for run in piece.runs:
            parts += _run_paths(run, shape, x, line.baseline)
            x += run.wide * shape.size / UNITS
    return "".join(parts)


def _run_paths(run: Run, shape: Text, x: float, baseline: float) -> list[str]:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    font = shaper(run.font)
    zoom, unit = shape.size / font.face.upem, shape.size / UNITS
    parts = []
    for number, advance, across, up in _pictures(run, shape.bold):
        pen = SVGPathPen(None, ntos=lambda one: f"{round(one, 2):g}")
        place = (zoom, 0, 0, -zoom, x + across * unit, baseline - up * unit)
        font.draw_glyph_with_pen(number, TransformPen(pen, place))
        parts.append(pen.getCommands())
        x += advance * unit
    return parts


def _pictures(run: Run, bold: bool) -> list[tuple[int, float, float, float]]:
    """Return the pictures of a run: number, advance, and how far they are moved."""
    if run.glyphs:
        return [(one.number, one.advance, one.across, one.up) for one in run.glyphs]
    font = shaper(run.font)
    return [
        (font.get_nominal_glyph(ord(letter)) or 0, width(letter, UNITS, bold), 0.0, 0.0)
        for letter in run.text
    ]
