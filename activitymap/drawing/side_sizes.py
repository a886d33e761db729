"""The sizes of services side by side: on the screen, and in a figure of a given width."""

import math
from dataclasses import dataclass

from activitymap.drawing.framing import LEAST, Frame


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in units of 1/96 inch.

    ``head`` is the width of the column that names the elements in type of ``element``, ``column``
    that of a service, its name in type of ``name``, ``gap`` the space beside it for lines,
    ``padding`` that in a card, and ``margin`` that around all. Of a statement so many ``lines``
    are drawn, or all.
    """

    head: float = 84.0
    column: float = 166.0
    gap: float = 54.0
    padding: float = 9.0
    margin: float = 14.0
    element: float = 11.0
    name: float = 15.0
    lines: int | None = None


SCREEN = Sizes(lines=8)
NARROWEST, NARROWEST_GAP = 84.0, 26.0
NARROW = 130.0
"""Width of a column below which names and padding become smaller."""
GAP_SHARE = 0.24
"""How much of the width of a service the gap beside it takes where all is narrow."""


def sizes_of(services: int, frame: Frame | None) -> Sizes:
    """Return the sizes for so many services: those of the screen, if no frame is around them."""
    if frame is None:
        return SCREEN
    if math.isinf(frame.room):
        return Sizes()
    head, margin = 82.0, 6.0
    share = (frame.room - head - 2 * margin) / max(services, 1)
    gap = min(max(share * GAP_SHARE, NARROWEST_GAP), SCREEN.gap)
    column = min(max(share - gap, NARROWEST), SCREEN.column)
    narrow = column < NARROW
    name, padding = (LEAST, 7.0) if narrow else (SCREEN.name, SCREEN.padding)
    return Sizes(head, column, gap, padding, margin, LEAST, name)
