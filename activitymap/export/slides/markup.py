"""Pieces of DrawingML as text: names, frames, fills, strokes and groups (ISO/IEC 29500-1).

A slide is written as text and read once: python-pptx looks through the whole slide for every
shape that it adds, and has no words for most of what is needed here.
"""

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from activitymap.drawing.shapes import Box, Pen, Point
from activitymap.export.geometry import HEAD_LENGTH, HEAD_WIDTH

UNIT = 9525
"""English Metric Units of a slide in one unit of a drawing at its own size, 1/96 inch."""
DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATIONML = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_THINNEST = 25_400
"""PowerPoint makes heads for a line of 2 points where a line is thinner."""
_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
"""How long and wide heads are, in widths of their line."""


class Plane(NamedTuple):
    """How a drawing lies on a slide: the point of it at the slide's corner, and its scale.

    ``unit`` is how many English Metric Units are one unit of the drawing.
    """

    corner: Point
    unit: float

    def emu(self, length: float) -> int:
        """Return a length in English Metric Units."""
        return round(length * self.unit)

    def at(self, point: Point) -> tuple[int, int]:
        """Return a point in English Metric Units from the corner of the slide."""
        return self.emu(point.x - self.corner.x), self.emu(point.y - self.corner.y)

    def points(self, length: float) -> int:
        """Return a length in hundredths of a point."""
        return round(length * 0.75 * self.unit / UNIT * 100)


def named(number: int, name: str, description: str = "", *, decorative: bool = False) -> str:
    """Return the id, name and alternative text of a shape; nobody hears a decorative one."""
    told = f" descr={quoteattr(description)}" if description else ""
    start = f'<p:cNvPr id="{number}" name={quoteattr(name)}{told}'
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"


def frame(box: Box, plane: Plane, flips: str = "", tag: str = "a:xfrm") -> str:
    """Return where a shape is; ``flips`` are the attributes that mirror it."""
    x, y = plane.at(Point(box.left, box.top))
    wide, high = plane.emu(box.width), plane.emu(box.height)
    return f'<{tag}{flips}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></{tag}>'


def fill(colour: str | None, opacity: float = 1.0) -> str:
    """Return a fill of one colour ``#rrggbb`` that may shine through, or none."""
    if colour is None:
        return "<a:noFill/>"
    faint = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}">{faint}</a:srgbClr></a:solidFill>'


def stroke(
    pen: Pen | None,
    plane: Plane,
    opacity: float = 1.0,
    heads: tuple[bool, bool] = (False, False),
    *,
    tag: str = "a:ln",
    double: bool = False,
) -> str:
    """Return the line of a shape, with arrow heads at its start and end where wanted."""
    if pen is None:
        return f"<{tag}><a:noFill/></{tag}>"
    wide = max(plane.emu(pen.width * (3 if double else 1)), 1)
    kind = ' cmpd="dbl"' if double else ' cap="rnd"' if not pen.dashes else ""
    dashed = _dashes(pen) if pen.dashes else ""
    ends = "".join(
        f'<a:{name} type="triangle" w="{across}" len="{along}"/>'
        for name, is_there in zip(("headEnd", "tailEnd"), heads, strict=True)
        if is_there
        for across, along in [_head(pen, plane)]
    )
    return f'<{tag} w="{wide}"{kind}>{fill(pen.colour, opacity)}{dashed}<a:round/>{ends}</{tag}>'


def _dashes(pen: Pen) -> str:
    """Return the dashes of a pen, which are told in widths of the line."""
    on, off = (max(round(dash / pen.width * 100_000), 100_000) for dash in pen.dashes[:2])
    return f'<a:custDash><a:ds d="{on}" sp="{off}"/></a:custDash>'


def _head(pen: Pen, plane: Plane) -> tuple[str, str]:
    """Return the width and length of a head, by name: those nearest to a drawing's heads."""
    line = max(plane.emu(pen.width), _THINNEST)
    wanted = plane.emu(2 * (HEAD_WIDTH + pen.width)), plane.emu(HEAD_LENGTH + 2.2 * pen.width)
    across, along = (
        min(_SIZES, key=lambda name: abs(_SIZES[name] * line - size)) for size in wanted
    )
    return across, along


def group(
    number: int, name: str, description: str, box: Box, children: Iterable[str], plane: Plane
) -> str:
    """Return shapes as one group, which measures as the slide does."""
    x, y = plane.at(Point(box.left, box.top))
    wide, high = plane.emu(box.width), plane.emu(box.height)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named(number, name, description)}<p:cNvGrpSpPr/><p:nvPr/>"
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" '
        f'cy="{high}"/><a:chOff x="{x}" y="{y}"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm>'
        f"</p:grpSpPr>{''.join(children)}</p:grpSp>"
    )
