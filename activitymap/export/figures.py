"""Making a figure: the drawing of what is wanted, in its look, with what stands around it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple

from activitymap.drawing.clashes import bundles
from activitymap.drawing.directing import directed
from activitymap.drawing.framing import Frame
from activitymap.drawing.layout import lay_out
from activitymap.drawing.matrix import matrix
from activitymap.drawing.measures import WHOLE
from activitymap.drawing.measuring import LINE_HEIGHT, width
from activitymap.drawing.placed import Options
from activitymap.drawing.printed import TYPE, printed
from activitymap.drawing.shapes import Box, Drawing, Role, Tag, Text, TextLine
from activitymap.drawing.side_by_side import side_by_side
from activitymap.drawing.theme import Theme
from activitymap.errors import ExportError
from activitymap.export.captions import caption
from activitymap.export.isolates import lines_of
from activitymap.export.sizes import (
    HIGHEST,
    INCH,
    LEAST_TYPE,
    PAGE_MARGIN,
    PAGES,
    POINTS,
    check_width,
    scale_of,
    shortfall,
)
from activitymap.export.wanted import THEMES, Wanted, What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import meetings, open_ones
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.excerpt import excerpt

CAPTION = 12.0
"""The size of a caption's type; larger under a large figure, in units of 1/96 inch."""
CAPTION_SHARE = 1 / 120
"""The size of a caption's type in widths of the figure, where that is more."""
UNITS = 96 / INCH * TYPE * POINTS / LEAST_TYPE
"""Units of a drawing in a millimetre, where its smallest type is just large enough."""
ENOUGH = 1.008
"""How many times too small type may be: sizes are told with one decimal."""


class Figure(NamedTuple):
    """A drawing, and the caption that tells what it shows."""

    drawing: Drawing
    caption: str


def figure(activity_map: ActivityMap, wanted: Wanted) -> Figure:
    """Return a figure of a map.

    Raises:
        ExportError: there is no such look, or no service in it; it cannot be so wide.
    """
    theme = THEMES.get(wanted.theme)
    if theme is None:
        raise ExportError(f"There is no theme “{wanted.theme}”. Choose one of {', '.join(THEMES)}.")
    if wanted.width is not None:
        check_width(wanted.width)
    shown, found = _shown(activity_map, detect(activity_map), wanted)
    drawing = _drawing(shown, found, wanted, theme)
    drawn = [one for one in open_ones(found.contradictions) if bundles(one)]
    words = caption(wanted.what, shown, drawn if wanted.contradictions else ())
    return Figure(_captioned(drawing, words, theme) if wanted.caption else drawing, words)


def _shown(
    activity_map: ActivityMap, detection: Detection, wanted: Wanted
) -> tuple[ActivityMap, Detection]:
    """Return the part of a map that a figure shows, and what was found between its services."""
    if wanted.what is not What.SERVICES:
        return activity_map, detection
    part = excerpt(activity_map, wanted.systems)
    if not part.systems:
        raise ExportError("None of the services to draw is in the map. Choose others.")
    kept = {system.id for system in part.systems}
    found = tuple(
        one for one in detection.contradictions if all(side.system in kept for side in one.sides)
    )
    return part, Detection(contradictions=found)


def _drawing(shown: ActivityMap, found: Detection, wanted: Wanted, theme: Theme) -> Drawing:
    if wanted.what is What.COMPARISON:
        clashes: Sequence[Contradiction] = found.contradictions if wanted.contradictions else ()
        agreed = agreements(shown) if wanted.contradictions else ()
        return side_by_side(shown, clashes, agreed, theme, frame=_frame(shown, wanted))
    if wanted.what is What.MATRIX:
        met = meetings(shown, found, agreements(shown))
        return matrix(shown, met, theme, _frame(shown, wanted))
    options = Options(
        theme=theme,
        cross_lines=wanted.cross_lines,
        contradictions=wanted.contradictions,
        needs=wanted.what is What.MAP,
        legend=wanted.legend,
        title=wanted.title,
        measures=WHOLE,
    )
    drawing = lay_out(shown, found, options)
    if not wanted.arrange or not shown.systems:
        return drawing

    def lacking(one: Drawing) -> float:
        return shortfall(one, scale_of(one, wanted), wanted.page)

    best = drawing
    for wide, high in _rooms(wanted):
        if lacking(best) > ENOUGH:
            closer = printed(shown, found, options, wide * UNITS, high * UNITS)
            best = min(best, closer, key=lacking)
    return best


def _frame(shown: ActivityMap, wanted: Wanted) -> Frame:
    """Return what stands around a table of services, and the width that it is laid out for."""
    rooms = _rooms(wanted) if wanted.arrange else ()
    wide = max((wide for wide, _ in rooms), default=math.inf)
    return Frame(shown.title if wanted.title else "", wanted.legend, wide * UNITS)


def _rooms(wanted: Wanted) -> tuple[tuple[float, ...], ...]:
    """Return the widths and heights in millimetres in which the services may be arranged."""
    if wanted.width is not None:
        return ((wanted.width, HIGHEST),)
    sides = [side - 2 * PAGE_MARGIN for side in PAGES.get(wanted.page.upper(), ())]
    return tuple(permutations(sides)) if sides else ()


def _captioned(drawing: Drawing, words: str, theme: Theme) -> Drawing:
    """Return a drawing with its caption below it, as wide as the drawing is."""
    box = drawing.box
    size = max(CAPTION, box.width * CAPTION_SHARE)
    titles = [
        shape.lines[0].x
        for shape in drawing
        if isinstance(shape, Text) and shape.tag.role is Role.TITLE and shape.lines
    ]
    left = min(titles, default=box.left + size)
    lines = lines_of(words, size, box.right - left - size)
    told = tuple(
        TextLine(line, left, box.bottom + size * LINE_HEIGHT * number, width(line, size))
        for number, line in enumerate(lines, start=1)
    )
    ink = directed(
        Text(Tag("caption", Role.TITLE), told, size, theme.text), words, box.right - size
    )
    bottom = box.bottom + size * LINE_HEIGHT * (len(lines) + 1)
    return replace(
        drawing,
        shapes=(*drawing.shapes, ink),
        box=Box(box.left, box.top, box.right, bottom),
    )
