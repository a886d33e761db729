"""Services arranged anew for a column of print, so that their type can be read there.

A map is drawn for a wide screen; as narrow as the column of a journal, its type would be that of a
footnote to a footnote. Here the triangles shrink and the type does not: the services stand in two
columns, or in one, around what they share.
"""

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
NARROWEST, WIDEST = 96.0, 160.0
"""Widths of a card between which there is a choice."""
TRIANGLES = (0.5, 0.6, 0.75, 0.9, 1.1, 1.4)
"""Sizes of the triangles, from the smallest; a larger one leaves room for a taller outcome."""
MARGIN, FACING, BETWEEN, BETWEEN_ONE = 6.0, 20.0, 34.0, 100.0


def printed(
    activity_map: ActivityMap, detection: Detection, options: Options, room: float
) -> Drawing:
    """Return the drawing of a map in a width of ``room`` or as near to it as can be.

    No type in it is smaller than `TYPE`. The places that services have in the map do not count.
    """
    loose = activity_map.but(
        systems=tuple(system.but(place=None, scale=1.0) for system in activity_map.systems),
        shared_objects=tuple(one.but(place=None) for one in activity_map.shared_objects),
    )
    best: Drawing | None = None
    for columns, triangle in product((2, 1), TRIANGLES):
        spare = 0.0
        while (measures := _measures(room - spare, columns, triangle)) is not None:
            drawing = lay_out(loose, detection, replace(options, measures=measures))
            if best is None or drawing.box.width < best.box.width:
                best = drawing
            if drawing.box.width <= room:
                return drawing
            # Arrows that go around outside take some room too.
            spare += max(drawing.box.width - room, 1.0)
    return best or lay_out(loose, detection, replace(options, measures=_smallest(room)))


def _measures(room: float, columns: int, triangle: float) -> Measures | None:
    """Return the measures for so many columns in a width; ``None`` if the cards find no room."""
    wide = (room - 2 * MARGIN - 2 * FACING * (columns - 1)) / columns
    # A card and a half and a gap lie behind the middle, a card beside the base before it.
    card = (wide - 2 * GAP - HALF_BASE * triangle) / 2.5
    if card < NARROWEST:
        return None
    return Measures(
        card=min(card, WIDEST),
        padding=7.0,
        margin=MARGIN,
        legend=0.0,
        least=TYPE,
        name=15.0,
        title=18.0,
        triangle=triangle,
        facing=FACING,
        between=BETWEEN if columns == 2 else BETWEEN_ONE,
        room=room,
        columns=columns,
    )


def _smallest(room: float) -> Measures:
    """Return the measures of a column that is too narrow for all."""
    need = 2.5 * NARROWEST + 2 * GAP + HALF_BASE * TRIANGLES[0] + 2 * MARGIN + 1
    made = _measures(max(room, need), 1, TRIANGLES[0])
    assert made is not None
    return made
