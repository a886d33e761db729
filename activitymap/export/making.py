"""A figure as it will be in a file: made once, for the preview and for the file alike."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from activitymap.drawing.shapes import Drawing
from activitymap.export.figures import figure
from activitymap.export.lost_letters import notices
from activitymap.export.sizes import millimetres, page_of, scale_of, warnings
from activitymap.export.slides.markup import UNIT
from activitymap.export.slides.size import MILLIMETRE, size_notes, slide_size
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from activitymap.model.wording import worded

SLIDE, PIXELS = ".pptx", ".png"


class Made(NamedTuple):
    """A drawing, by how much it is enlarged, and its paper or slide in millimetres, if it has one.

    ``caption`` tells what it shows, ``notes`` what the person should know before it is written.
    """

    drawing: Drawing
    caption: str
    scale: float
    page: tuple[float, float] | None
    notes: Sequence[str]


def make(activity_map: ActivityMap, wanted: Wanted, ending: str) -> Made:
    """Return a figure as it will be in a file of that ending.

    Raises:
        ExportError: it cannot be made.
    """
    if ending == SLIDE:
        return _slide(activity_map, wanted)
    made = figure(activity_map, wanted)
    scale = scale_of(made.drawing, wanted)
    # Plain text in an SVG is shown with the fonts of whoever opens it.
    notes = list(notices(made.drawing)) if ending == ".svg" and not wanted.outlines else []
    if wanted.width is not None or wanted.page:
        notes += warnings(made.drawing, scale, wanted.page)
    return Made(made.drawing, made.caption, scale, page_of(made.drawing, wanted), notes)


def _slide(activity_map: ActivityMap, wanted: Wanted) -> Made:
    """Return a figure on a slide: seen on a screen, the services may stand as in the map."""
    made = figure(activity_map, replace(wanted, arrange=False))
    scale = None if wanted.width is None else scale_of(made.drawing, wanted)
    (wide, high), plane = slide_size(made.drawing, scale)
    page = wide / MILLIMETRE, high / MILLIMETRE
    notes = [*notices(made.drawing), *size_notes(wanted.width)]
    return Made(made.drawing, made.caption, plane.unit / UNIT, page, notes)


def size_words(made: Made, wanted: Wanted, ending: str) -> str:
    """Return how large a figure will be, in words; of a PNG with its pixels."""
    wide, high = (round(side) for side in made.page or millimetres(made.drawing, made.scale))
    told = worded("{wide} × {high} mm", wide=wide, high=high)
    if ending != PIXELS:
        return told
    from activitymap.export.png import pixels

    across, down = pixels(made.drawing, wanted.dpi, made.scale)
    counted = worded("{across} × {down} pixels", across=f"{across:,}", down=f"{down:,}")
    return f"{told}, {counted}"
