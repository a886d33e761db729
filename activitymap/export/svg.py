"""SVG of plain shapes, texts and attributes, so that Word, Inkscape and browsers agree."""

import math
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from activitymap.drawing.faces import FACES, face_of
from activitymap.drawing.shapes import (
    Align,
    Curve,
    Drawing,
    Line,
    Point,
    Polygon,
    Shape,
    Text,
    TextLine,
)
from activitymap.export.geometry import head_points, outline
from activitymap.export.letter_paths import letter_paths
from activitymap.export.lost_letters import check_letters, texts_of
from activitymap.export.sizes import INCH

FONT = "'Noto Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
_TURNED = {Align.START: Align.END, Align.MIDDLE: Align.MIDDLE, Align.END: Align.START}


def svg(drawing: Drawing, scale: float = 1.0, outlines: bool = False) -> str:
    """Return a drawing as an SVG document; the same drawing gives the same text.

    What belongs together, such as a service, is a group that can be moved as one. With
    ``outlines`` letters are drawn as shapes, for programs without the font; they can then neither
    be searched nor edited.

    Raises:
        ExportError: no font has some letters of which outlines are wanted.
    """
    if outlines:
        check_letters(texts_of(drawing), "the outlines")
    box = drawing.box
    size = f'width="{_n(box.width)}" height="{_n(box.height)}"'
    wide, high = (_n(side / 96 * INCH) for side in (box.width * scale, box.height * scale))
    shown = f'width="{wide}mm" height="{high}mm"'
    view = f"{_n(box.left)} {_n(box.top)} {_n(box.width)} {_n(box.height)}"
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {shown} viewBox="{view}" role="img">',
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape(drawing.description)}</desc>",
        f'<rect x="{_n(box.left)}" y="{_n(box.top)}" {size} fill="{drawing.background}"/>',
    ]
    for group, shapes in groupby(drawing, lambda shape: shape.tag.group):
        drawn = [line for shape in shapes for line in _drawn(shape, outlines)]
        parts += [f"<g data-of={quoteattr(group)}>", *drawn, "</g>"] if group else drawn
    return "\n".join([*parts, "</svg>", ""])


def _drawn(shape: Shape, outlines: bool) -> list[str]:
    return _letters(shape) if outlines and isinstance(shape, Text) else _shape(shape)


def _shape(shape: Shape) -> list[str]:
    if isinstance(shape, Text):
        return _text(shape)
    fill = getattr(shape, "fill", None)
    pen = shape.pen
    look = [f'fill="{fill or "none"}"']
    if pen is not None:
        look.append(f'stroke="{pen.colour}" stroke-width="{_n(pen.width)}"')
        look.append('stroke-linejoin="round"')
        if pen.dashes:
            look.append(f'stroke-dasharray="{" ".join(_n(dash) for dash in pen.dashes)}"')
    if shape.opacity < 1:
        look.append(f'opacity="{_n(shape.opacity)}"')
    made = [f'<path d="{_path(shape)}" {" ".join(look)}/>']
    if isinstance(shape, Line | Curve) and pen is not None:
        for head in head_points(shape):
            d = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in head) + "Z"
            faint = f' opacity="{_n(shape.opacity)}"' if shape.opacity < 1 else ""
            made.append(f'<path d="{d}" fill="{pen.colour}"{faint}/>')
    return made


def _path(shape: Line | Polygon | Curve) -> str:
    if isinstance(shape, Curve):
        return _bezier(shape.points, shape.closed)
    if isinstance(shape, Polygon) and shape.radius:
        return _bezier(outline(shape), closed=True)
    points = "L".join(f"{_n(x)} {_n(y)}" for x, y in shape.points)
    return f"M{points}{'Z' if isinstance(shape, Polygon) else ''}"


def _bezier(points: tuple[Point, ...], closed: bool) -> str:
    numbers = [f"{_n(x)} {_n(y)}" for x, y in points]
    curves = "".join(
        f"C{' '.join(numbers[place : place + 3])}" for place in range(1, len(numbers), 3)
    )
    return f"M{numbers[0]}{curves}{'Z' if closed else ''}"


def _text(shape: Text) -> list[str]:
    look = [f"font-family={quoteattr(FONT)}", f'font-size="{_n(shape.size)}"']
    look.append(f'fill="{shape.colour}"')
    if shape.bold:
        look.append('font-weight="bold"')
    align = shape.align
    if shape.leftwards:
        look.append('direction="rtl" unicode-bidi="embed"')
        # Such a text starts at its right end.
        align = _TURNED[align]
    if align is not Align.START:
        look.append(f'text-anchor="{align}"')
    if shape.opacity < 1:
        look.append(f'opacity="{_n(shape.opacity)}"')
    return [
        f'<text x="{_n(line.x)}" y="{_n(line.baseline)}"{_length(line, shape)} {" ".join(look)} '
        f'xml:space="preserve">{escape(line.text)}</text>'
        for line in shape.lines
    ]


def _length(line: TextLine, shape: Text) -> str:
    """Return how long a line is, so that it keeps to its card in another font than ours.

    Of letters that are joined or that another font draws the length is not known so well.
    """
    known = line.width > 0 and not shape.leftwards
    if not known or any(face_of(letter) is not FACES[0] for letter in line.text):
        return ""
    return f' textLength="{_n(line.width)}" lengthAdjust="spacingAndGlyphs"'


def _letters(shape: Text) -> list[str]:
    """Return a text as the outlines of its letters."""
    faint = f' opacity="{_n(shape.opacity)}"' if shape.opacity < 1 else ""
    return [
        f'<path d="{path}" fill="{shape.colour}"{faint}/>'
        for line in shape.lines
        if (path := letter_paths(shape, line))
    ]


def _n(number: float) -> str:
    """Return a number with two decimals at most, and never a negative nought."""
    rounded = round(number, 2) + 0.0
    return (
        str(int(rounded)) if math.isclose(rounded, int(rounded)) else f"{rounded:.2f}".rstrip("0")
    )
