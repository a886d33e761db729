"""Plates for numbers and words on lines, and free places for them."""

from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, at
from activitymap.drawing.shapes import Box, Pen, Polygon, Tag


def plate(tag: Tag, box: Box, fill: str, pen: Pen | None, radius: float = 8.0) -> Polygon:
    """Return a rounded plate behind a label."""
    return Polygon(tag, box.corners, pen, fill, radius=min(radius, box.height / 2))


_ALONG = tuple(part / 100 for part in (50, 45, 55, 40, 60, 33, 67, 25, 75, 17, 83, 10, 90))
_AWAY = (0, 20, -20, 40, -40, 70, -70, 110, -110, 160, -160, 240, -240, 340)


def free_box(
    points: Cubic, wide: float, high: float, taken: Crowd, first: tuple[float, ...] = ()
) -> Box:
    """Return a box on a curve, or else near it, that meets none of the boxes in ``taken``.

    It is tried at the parts ``first`` of the curve, slides along it then, and away from it last.
    """
    places = [at(points, part) for part in (*first, *_ALONG)]
    for away in _AWAY:
        for x, y in places:
            box = Box(x - wide / 2, y + away - high / 2, x + wide / 2, y + away + high / 2)
            if taken.is_free(box):
                return box
    lowest = max(box.bottom for box in taken)
    x = at(points, 0.5).x
    return Box(x - wide / 2, lowest + 8, x + wide / 2, lowest + 8 + high)
