"""Shapes on a slide: rectangles, triangles and ellipses by their names, all else as free paths."""

import math
from collections.abc import Iterable
from enum import Enum

from activitymap.drawing.shapes import Box, Curve, Line, Point, Polygon, around
from activitymap.export.slides.markup import Plane, fill, frame, stroke

Outline = Line | Polygon | Curve
_CORNER = 1 - math.sqrt(0.5)
"""How far words keep from a round corner, in its radius (presetShapeDefinitions.xml)."""


class Form(Enum):
    """The forms that PowerPoint has names for, and all others."""

    RECTANGLE = "rect"
    ROUND_RECTANGLE = "roundRect"
    TRIANGLE = "triangle"
    ELLIPSE = "ellipse"
    FREE = ""


def box_of(shape: Outline) -> Box:
    """Return the box around a shape: that of a curve's points, which an ellipse fills."""
    ends = shape.points[::3] if isinstance(shape, Curve) and shape.closed else shape.points
    return around(Box(*point, *point) for point in ends)


def room_in(shape: Outline) -> Box:
    """Return the part of a shape that PowerPoint gives to its words: not its round corners."""
    box = box_of(shape)
    if isinstance(shape, Polygon) and shape.radius:
        return box.grown(-min(shape.radius, min(box.size) / 2) * _CORNER)
    if isinstance(shape, Curve) and shape.closed:
        across, down = box.width / 2 * _CORNER, box.height / 2 * _CORNER
        return Box(box.left + across, box.top + down, box.right - across, box.bottom - down)
    return box


def form_of(shape: Outline) -> Form:
    """Return the form of a shape."""
    if isinstance(shape, Curve):
        return Form.ELLIPSE if shape.closed and len(shape.points) == 13 else Form.FREE
    if isinstance(shape, Polygon):
        if len(shape.points) == 4 and set(shape.points) == set(box_of(shape).corners):
            return Form.ROUND_RECTANGLE if shape.radius else Form.RECTANGLE
        if _is_isosceles(shape.points):
            return Form.TRIANGLE
    return Form.FREE


def _is_isosceles(points: tuple[Point, ...]) -> bool:
    """Whether three points are an upright triangle with its apex above the middle of its base."""
    if len(points) != 3:
        return False
    apex, *base = sorted(points, key=lambda point: point.y)
    level = abs(base[0].y - base[1].y) < 0.01
    return level and abs((base[0].x + base[1].x) / 2 - apex.x) < 0.01


def shape(identity: str, drawn: Outline, plane: Plane, body: str = "") -> str:
    """Return a shape; ``identity`` is its id and name, ``body`` its words."""
    heads = (False, False)
    if isinstance(drawn, Line | Curve):
        heads = drawn.head_at_start, drawn.head_at_end
    inside = None if isinstance(drawn, Line) else drawn.fill
    look = fill(inside, drawn.opacity) + stroke(drawn.pen, plane, drawn.opacity, heads)
    return (
        f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{frame(box_of(drawn), plane)}{_geometry(drawn, plane)}{look}</p:spPr>"
        f"{body}</p:sp>"
    )


def _geometry(drawn: Outline, plane: Plane) -> str:
    """Return the form of a shape."""
    form, box = form_of(drawn), box_of(drawn)
    if form is not Form.FREE:
        round_corner = ""
        if isinstance(drawn, Polygon) and drawn.radius:
            part = min(drawn.radius / min(box.width, box.height), 0.5)
            round_corner = f'<a:gd name="adj" fmla="val {round(part * 100_000)}"/>'
        return f'<a:prstGeom prst="{form.value}"><a:avLst>{round_corner}</a:avLst></a:prstGeom>'
    corner = Point(box.left, box.top)
    here = Plane(corner, plane.unit)
    steps = "".join(_steps(drawn, here))
    open_ = "" if isinstance(drawn, Polygon) or (isinstance(drawn, Curve) and drawn.closed) else 1
    filled = ' fill="none"' if open_ else ""
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{here.emu(box.width)}" h="{here.emu(box.height)}"{filled}>{steps}'
        f"{'' if open_ else '<a:close/>'}</a:path></a:pathLst></a:custGeom>"
    )


def _steps(drawn: Outline, plane: Plane) -> Iterable[str]:
    """Yield the steps of a path, measured from the corner of its box."""
    first, *rest = (f'<a:pt x="{x}" y="{y}"/>' for x, y in map(plane.at, drawn.points))
    yield f"<a:moveTo>{first}</a:moveTo>"
    if isinstance(drawn, Curve):
        for place in range(0, len(rest), 3):
            yield f"<a:cubicBezTo>{''.join(rest[place : place + 3])}</a:cubicBezTo>"
    else:
        yield from (f"<a:lnTo>{point}</a:lnTo>" for point in rest)
