"""What a connector carries in its middle: the lightning of a contradiction, the words of a link.

A connector of PowerPoint has no middle to hold on to. So the bolt, or the label, is a shape, and a
connector leads to it from either side: whichever service is moved, it stays joined.
"""

import math
from collections.abc import Sequence

from activitymap.drawing.curves import at
from activitymap.drawing.shapes import Curve, Line, Point
from activitymap.export.slides.connectors import End, Place
from activitymap.export.slides.markup import Plane, fill, frame, stroke
from activitymap.export.slides.outlines import box_of, geometry

_NEAR = 30.0
"""How far from its road a label may lie and still be a part of it."""


def bolt_corners(arrow: Line | Curve) -> tuple[Point, Point] | None:
    """Return the two corners of the bolt of an arrow, or ``None`` for an arrow without one."""
    points = arrow.points
    if isinstance(arrow, Line):
        return (points[1], points[2]) if len(points) == 4 else None
    return (points[3], points[6]) if len(points) == 10 else None


def bolt(identity: str, arrow: Line | Curve, corners: tuple[Point, Point], plane: Plane) -> str:
    """Return the stroke between the corners of a bolt, with a site at either of them."""
    assert arrow.pen is not None
    part = Line(arrow.tag, corners, arrow.pen, opacity=arrow.opacity)
    look = geometry(part, plane, corners) + fill(None) + stroke(arrow.pen, plane, arrow.opacity)
    return (
        f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{frame(box_of(part), plane)}{look}</p:spPr></p:sp>"
    )


def is_on(place: Place, road: Sequence[Point]) -> bool:
    """Whether a label lies on its road, or near enough to be led through."""
    curve = (road[0], road[1], road[2], road[-1])
    box = place.box.grown(_NEAR)
    return any(box.holds(at(curve, step / 24)) for step in range(25))


def through(place: Place, start: End, end: End) -> tuple[End, End]:
    """Return the sites of a label by which the way from start to end is shortest."""
    sites = [End(site, place.number, number) for number, site in enumerate(place.sites())]
    pairs = [(one, other) for one in sites for other in sites if one != other]
    return min(
        pairs,
        key=lambda pair: (
            math.dist(start.point, pair[0].point) + math.dist(pair[1].point, end.point)
        ),
    )
