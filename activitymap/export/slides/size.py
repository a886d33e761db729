"""How large a slide is, and where a drawing lies on it; known without making one."""

from collections.abc import Sequence

from activitymap.drawing.shapes import Drawing, Point
from activitymap.export.slides.markup import UNIT, Plane
from activitymap.model.wording import worded

WIDE, HIGH = 12_192_000, 6_858_000
"""A slide of 16 to 9, as PowerPoint makes them, in English Metric Units."""
SMALLEST, LARGEST = 914_400, 51_206_400
"""The sides that PowerPoint takes, 1 to 56 inches."""
NARROWEST = 9_144_000
"""The width of a slide, 10 inches, below which heads of arrows get no smaller with their lines."""
MILLIMETRE = 36_000


def slide_size(drawing: Drawing, scale: float | None) -> tuple[tuple[int, int], Plane]:
    """Return the sides of the slide, and how the drawing lies in its middle."""
    box = drawing.box
    if scale is None:
        wide, high = WIDE, HIGH
        unit = min(WIDE / box.width, HIGH / box.height)
    else:
        unit = min(max(UNIT * scale, NARROWEST / box.width), LARGEST / max(box.size))
        wide, high = (max(round(side * unit), SMALLEST) for side in box.size)
    corner = Point(box.centre.x - wide / 2 / unit, box.centre.y - high / 2 / unit)
    return (wide, high), Plane(corner, unit)


def size_notes(width: float | None) -> Sequence[str]:
    """Return what a person should know who wanted a slide ``width`` millimetres wide."""
    least = NARROWEST / MILLIMETRE
    if width is None or width >= least:
        return []
    return [
        worded(
            "The slide is {least} mm wide, not {width} mm: in PowerPoint arrows get no smaller. "
            "For print, export as pdf or svg.",
            least=f"{least:g}",
            width=f"{width:g}",
        )
    ]
