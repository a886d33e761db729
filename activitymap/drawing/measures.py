"""The sizes that a drawing is made with: those of the screen, and narrower ones for print."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in units of 1/96 inch.

    ``card`` is the width of an element's card, ``padding`` the space in it beside the text,
    ``margin`` that around the whole drawing; a ``legend`` may be so wide
    under a drawing that is narrower. ``title`` and ``name`` are the
    sizes of the map's title and of services' names; no type is smaller than ``least``. ``triangle``
    shrinks all triangles, not their text. ``facing`` is the space on each side of a shared object,
    ``between`` that between services. Services without a place are arranged in a width of
    ``room``, those of a cluster in so many ``columns``; ``None`` is as many as look well.
    """

    card: float = 160.0
    padding: float = 9.0
    margin: float = 36.0
    legend: float = 900.0
    least: float = 0.0
    name: float = 20.0
    title: float = 24.0
    triangle: float = 1.0
    facing: float = 75.0
    between: float = 120.0
    room: float = math.inf
    columns: int | None = None

    def type(self, size: float) -> float:
        """Return a size of type, or the smallest one allowed."""
        return max(size, self.least)


SCREEN = Measures()
CLOSE = Measures(
    card=136.0, padding=7.0, margin=18.0, name=18.0, triangle=0.75, facing=30.0, between=60.0
)
"""For two services that stand alone, to be read rather than surveyed."""
