"""The sizes that a drawing is made with: those of the screen, and narrower ones for print."""

import math
from dataclasses import dataclass, replace

CLUSTERS = 5 / 3
"""Space between clusters on the screen, in spaces between the services of one."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in units of 1/96 inch.

    ``card`` is the width of an element's card, ``padding`` the space in it beside the text,
    ``margin`` that around the whole drawing; a ``legend`` may be so wide
    under a drawing that is narrower. ``title`` and ``name`` are the
    sizes of the map's title and of services' names; no type is smaller than ``least``. ``triangle``
    shrinks all triangles, not their text. ``facing`` is the space on each side of a shared object,
    ``between`` that between services. Services without a place are arranged in a width of
    ``room``, those of a cluster in so many ``columns``; ``None`` is as many as look well. Of one
    statement so many ``lines`` are drawn; ``None`` is all of them.
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
    lines: int | None = 12

    @property
    def apart(self) -> float:
        """The space between services that nothing joins, or those that share something else."""
        return self.between * CLUSTERS if self.columns is None else 2 * self.facing

    def type(self, size: float) -> float:
        """Return a size of type, or the smallest one allowed."""
        return max(size, self.least)


SCREEN = Measures()
"""A page pasted into one statement must not push the map apart."""
WHOLE = replace(SCREEN, lines=None)
"""For figures, whose readers cannot open a card to see what was left out."""
CLOSE = Measures(
    card=136.0, padding=7.0, margin=18.0, name=18.0, triangle=0.75, facing=30.0, between=60.0
)
"""For two services that stand alone, to be read rather than surveyed."""
