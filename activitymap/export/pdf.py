"""PDF by reportlab: vector shapes, the shipped font embedded, text that can be selected."""

import io
from functools import cache
from typing import TYPE_CHECKING

from activitymap.drawing.shapes import (
    SHIFT,
    Curve,
    Drawing,
    Line,
    Point,
    Polygon,
    Shape,
    Text,
)
from activitymap.export.geometry import POINTS, head_points, outline
from activitymap.export.lettering import set_line
from activitymap.export.lost_letters import check_letters, texts_of

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas


def pdf(drawing: Drawing, scale: float = 1.0, page: tuple[float, float] | None = None) -> bytes:
    """Return a drawing as the bytes of a PDF of one page; equal in, equal out.

    The page has the size of the scaled drawing, or is a ``page`` of so many points, with the
    drawing in its middle.

    Raises:
        ExportError: a text has characters that the fonts lack; the sentence names them.
    """
    check_letters(texts_of(drawing), "the PDF")
    from reportlab.pdfgen.canvas import Canvas

    from activitymap.export.embedding import font_name
    from activitymap.export.fonts import main_font

    box = drawing.box
    size = box.width * POINTS * scale, box.height * POINTS * scale
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=page or size,
        invariant=1,
        initialFontName=font_name(main_font(bold=False)),  # type: ignore[arg-type]  # the stubs take it for a number
        lang="en-GB",
    )
    canvas.setTitle(drawing.title)
    canvas.setSubject(drawing.description[:2000])
    canvas.setCreator("Activity Map")
    canvas.setAuthor("")
    if page is not None:
        canvas.translate((page[0] - size[0]) / 2, (page[1] - size[1]) / 2)
    canvas.scale(POINTS * scale, POINTS * scale)
    # PDF counts upwards from the bottom; text is turned back where it is drawn.
    canvas.translate(-box.left, box.bottom)
    canvas.scale(1, -1)
    draw(canvas, drawing)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def draw(canvas: "Canvas", drawing: Drawing) -> None:
    """Draw on a canvas that is scaled to the drawing's units and counts downwards."""
    canvas.setFillColor(ink(drawing.background))
    canvas.rect(drawing.box.left, drawing.box.top, *drawing.box.size, stroke=0, fill=1)
    for shape in drawing:
        _draw(canvas, shape)


@cache
def ink(colour: str) -> "Color":
    """Return a colour (``#rrggbb``) as reportlab knows it, which it reads but slowly."""
    from reportlab.lib.colors import toColor

    return toColor(colour)


def _draw(canvas: "Canvas", shape: Shape) -> None:
    canvas.saveState()
    if isinstance(shape, Text):
        _draw_text(canvas, shape)
    else:
        _draw_lines(canvas, shape)
    canvas.restoreState()


def _draw_lines(canvas: "Canvas", shape: Line | Polygon | Curve) -> None:
    fill = None if isinstance(shape, Line) else shape.fill
    if shape.pen is not None:
        canvas.setStrokeColor(ink(shape.pen.colour), shape.opacity)
        canvas.setLineWidth(shape.pen.width)
        canvas.setLineJoin(1)
        if shape.pen.dashes:
            canvas.setDash(list(shape.pen.dashes))
    if fill:
        canvas.setFillColor(ink(fill), shape.opacity)
    path = canvas.beginPath()
    if isinstance(shape, Curve) or (isinstance(shape, Polygon) and shape.radius):
        points = shape.points if isinstance(shape, Curve) else outline(shape)
        path.moveTo(*points[0])
        for place in range(1, len(points), 3):
            first, second, end = points[place : place + 3]
            path.curveTo(*first, *second, *end)
    else:
        path.moveTo(*shape.points[0])
        for point in shape.points[1:]:
            path.lineTo(*point)
    if isinstance(shape, Polygon) or (isinstance(shape, Curve) and shape.closed):
        path.close()
    canvas.drawPath(path, stroke=int(shape.pen is not None), fill=int(bool(fill)))
    if isinstance(shape, Line | Curve) and shape.pen is not None:
        canvas.setFillColor(ink(shape.pen.colour), shape.opacity)
        for head in head_points(shape):
            _fill_triangle(canvas, head)


def _fill_triangle(canvas: "Canvas", corners: tuple[Point, Point, Point]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    path.lineTo(*corners[1])
    path.lineTo(*corners[2])
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_text(canvas: "Canvas", shape: Text) -> None:
    from activitymap.export.embedding import write_runs

    canvas.setFillColor(ink(shape.colour), shape.opacity)
    for line in shape.lines:
        made = set_line(line.text, shape.leftwards, shape.size, shape.bold)
        text = canvas.beginText()
        for piece in made.pieces:
            # Joined letters are narrower than those that were measured one by one.
            left = line.x - made.width * SHIFT[shape.align] + piece.left
            text.setTextTransform(1, 0, 0, -1, left, line.baseline)
            write_runs(text, piece, shape.size)
        canvas.drawText(text)
