"""Services arranged anew for a column of print, so that their type can be read there.

A map is drawn for a wide screen; as narrow as the column of a journal, its type would be that of a
footnote to a footnote. Here the triangles shrink and the type does not: the services stand in two
columns, in one, or in three, around what they share.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from activitymap.drawing.layout import lay_out
from activitymap.drawing.measures import Measures
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Drawing
from activitymap.drawing.triangle import GAP, HALF_BASE
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Detection

TYPE = 12.0
"""The smallest type of the arrangement, in the units of the drawing."""
COLUMNS = (2, 3, 1)
"""How many columns are tried, in this order."""
NARROWEST, WIDEST, STEP = 96.0, 160.0, 10.0
"""Widths of a card between which there is a choice, and how far apart those are that are tried."""
TRIANGLES = (0.5, 0.6, 0.75, 0.9, 1.1, 1.4)
"""Sizes of the triangles, from the smallest; a larger one leaves room for a taller outcome."""
MARGIN, FACING, BETWEEN, BETWEEN_ONE = 6.0, 20.0, 34.0, 60.0


def printed(
    activity_map: ActivityMap, detection: Detection, options: Options, room: float, tall: float
) -> Drawing:
    """Return the drawing of a map in a width of ``room`` and ``tall``, or as near as can be.

    No type in it is smaller than `TYPE`. The places that services have in the map do not count.
    Where no arrangement finds room, it is the one whose type would be largest if it were made
    to: two columns that are a little too wide, rather than one without end.
    """
    loose = activity_map.but(
        systems=tuple(system.but(place=None, scale=1.0) for system in activity_map.systems),
        shared_objects=tuple(one.but(place=None) for one in activity_map.shared_objects),
    )
    best: Drawing | None = None
    least = math.inf
    for measures in _tried(room, len(activity_map.systems)):
        now = replace(options, measures=measures)
        # Arrows only make it larger, and take most of the time.
        if _excess(lay_out(loose, None, now), room, tall) >= least:
            continue
        drawing = lay_out(loose, detection, now)
        excess = _excess(drawing, room, tall)
        if excess < least:
            best, least = drawing, excess
        if least <= 1:
            break
    assert best is not None
    return best


def _excess(drawing: Drawing, room: float, tall: float) -> float:
    """Return how many times larger than its room a drawing is; at most 1 if it fits."""
    return max(drawing.box.width / room, drawing.box.height / tall)


def _tried(room: float, services: int) -> Iterator[Measures]:
    """Yield the measures to try in a width, those that look best first.

    Where cards as wide as can be find no place, because of arrows that go around outside, narrower
    ones do.
    """
    for columns, triangle in product(COLUMNS, TRIANGLES):
        if columns > max(services, 1):
            continue
        wide = (room - 2 * MARGIN - 2 * FACING * (columns - 1)) / columns
        # A card and a half and a gap lie behind the middle, a card beside the base before it.
        card = min((wide - 2 * GAP - HALF_BASE * triangle) / 2.5, WIDEST)
        while card > NARROWEST:
            yield _measures(room, columns, triangle, card)
            card -= STEP
        yield _measures(room, columns, triangle, NARROWEST)


def _measures(room: float, columns: int, triangle: float, card: float) -> Measures:
    return Measures(
        card=card,
        padding=7.0,
        margin=MARGIN,
        legend=0.0,
        least=TYPE,
        name=15.0,
        title=18.0,
        triangle=triangle,
        facing=FACING,
        between=BETWEEN_ONE if columns == 1 else BETWEEN,
        # Half a unit for what is rounded.
        room=room - 2 * MARGIN + 0.5,
        columns=columns,
        lines=None,
    )
