"""What a figure shows, how large it is, and whether its type can still be read in print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from activitymap.drawing.face_to_face import face_to_face
from activitymap.drawing.layout import lay_out
from activitymap.drawing.matrix import matrix
from activitymap.drawing.measuring import LINE_HEIGHT, broken, width
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Box, Drawing, Role, Tag, Text, TextLine
from activitymap.drawing.side_by_side import side_by_side
from activitymap.drawing.theme import BLACK, DARK, GREYSCALE, LIGHT, Theme
from activitymap.errors import ExportError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import meetings, open_ones
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.text import fold
from activitymap.model.wording import worded

MAP, COMPARISON, MATRIX = "map", "comparison", "matrix"
SERVICES = {"service": 1, "pair": 2, "services": None}
"""Services alone, by their names, and how many there must be."""
WHAT = (MAP, COMPARISON, MATRIX, "service=NAME", "pair=NAME,NAME", "services=NAME|NAME|…")
THEMES: dict[str, Theme] = {
    "colour": LIGHT,
    "colour-blind-safe": LIGHT,
    "greyscale": GREYSCALE,
    "black-on-white": BLACK,
    "dark": DARK,
}
"""The looks of figures; the colours are such that colour-blind people tell them apart."""
SINGLE, DOUBLE = 85.0, 170.0
"""Widths of one and two columns of a journal, in millimetres."""
NARROWEST, WIDEST = 10.0, 2000.0
FEWEST_DOTS, MOST_DOTS = 72, 1200
LEAST_TYPE = 6.0
"""The smallest type, in points, that journals commonly ask for."""
INCH = 25.4
CAPTION = 12.0
"""The size of a caption's type; larger under a large figure, in units of 1/96 inch."""
CAPTION_INK = {True: "#000000", False: "#e8edf3"}
"""The colour of a caption on white, and on a dark ground."""
PAGES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""Papers by name: the shorter side and the longer one, in millimetres."""
PAGE_MARGIN = 10.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a figure; ``width`` is in millimetres, ``None`` for its own size.

    ``page`` names the paper of a PDF, on which the figure is as large as fits; it then has no
    width of its own.
    """

    what: str = MAP
    theme: str = "colour"
    contradictions: bool = True
    legend: bool = True
    title: bool = True
    caption: bool = False
    page: str = ""
    cross_lines: bool = False
    width: float | None = None
    dpi: int = 192
    transparent: bool = False
    outlines: bool = False


def figure(activity_map: ActivityMap, wanted: Wanted) -> Drawing:
    """Return the drawing of a figure.

    Raises:
        ExportError: there is nothing of that name to draw.
    """
    drawing = _drawing(activity_map, wanted)
    return _captioned(drawing, caption(activity_map, wanted)) if wanted.caption else drawing


def _captioned(drawing: Drawing, words: str) -> Drawing:
    """Return a drawing with its caption below it, as wide as the drawing is."""
    box = drawing.box
    size = max(CAPTION, box.width / 100)
    lines = broken(words, size, box.width - 2 * size)
    told = tuple(
        TextLine(line, box.left + size, box.bottom + size * LINE_HEIGHT * number, width(line, size))
        for number, line in enumerate(lines, start=1)
    )
    ink = Text(Tag("caption", Role.TITLE), told, size, CAPTION_INK[drawing.background == "#ffffff"])
    bottom = box.bottom + size * LINE_HEIGHT * (len(lines) + 1)
    return replace(
        drawing,
        shapes=(*drawing.shapes, ink),
        box=Box(box.left, box.top, box.right, bottom),
    )


def _drawing(activity_map: ActivityMap, wanted: Wanted) -> Drawing:
    theme = THEMES.get(wanted.theme)
    if theme is None:
        raise ExportError(f"There is no theme “{wanted.theme}”. Choose one of {', '.join(THEMES)}.")
    detection = detect(activity_map)
    found = detection.contradictions if wanted.contradictions else ()
    kind, _, names = wanted.what.partition("=")
    options = Options(
        theme=theme,
        cross_lines=wanted.cross_lines,
        contradictions=wanted.contradictions,
        legend=wanted.legend,
        title=wanted.title,
    )
    if kind == MAP:
        return lay_out(activity_map, detection, options)
    if kind == COMPARISON:
        agreed = agreements(activity_map) if wanted.contradictions else ()
        return side_by_side(activity_map, found, agreed, theme)
    if kind == MATRIX:
        met = meetings(activity_map, detection, agreements(activity_map))
        return matrix(activity_map, met, theme)
    if kind in SERVICES:
        systems = [_system(activity_map, name) for name in re.split(r"[|,]", names)]
        if SERVICES[kind] in {None, len(systems)}:
            return face_to_face(activity_map, systems, found, replace(options, needs=False))
    raise ExportError(f"“{wanted.what}” is no figure. Choose one of {', '.join(WHAT)}.")


def _system(activity_map: ActivityMap, name: str) -> str:
    for system in activity_map.systems:
        if fold(system.name) == fold(name):
            return system.id
    known = ", ".join(f"“{system.name}”" for system in activity_map.systems)
    raise ExportError(f"There is no service “{name.strip()}”. The map has {known or 'none'}.")


def scale_of(drawing: Drawing, wanted: Wanted) -> float:
    """Return by how much a drawing is enlarged to be as wide as wanted.

    Raises:
        ExportError: the width, or the dots for each inch, are beyond what any program takes.
    """
    if not FEWEST_DOTS <= wanted.dpi <= MOST_DOTS:
        raise ExportError(
            f"{wanted.dpi} dots for each inch are too {'few' if wanted.dpi < 100 else 'many'}. "
            f"Choose {FEWEST_DOTS} to {MOST_DOTS}."
        )
    page = page_of(drawing, wanted)
    if page is not None:
        room = [(side - 2 * PAGE_MARGIN) / INCH * 96 for side in page]
        return min(room[0] / drawing.box.width, room[1] / drawing.box.height)
    if wanted.width is None:
        return 1.0
    if not NARROWEST <= wanted.width <= WIDEST:
        raise ExportError(
            f"A figure cannot be {wanted.width:g} mm wide. Choose {NARROWEST:g} to {WIDEST:g} mm."
        )
    return wanted.width / INCH * 96 / drawing.box.width


def page_of(drawing: Drawing, wanted: Wanted) -> tuple[float, float] | None:
    """Return width and height of the paper in millimetres, turned as the drawing is, if any.

    Raises:
        ExportError: there is no paper of that name.
    """
    if not wanted.page:
        return None
    sides = PAGES.get(wanted.page.upper())
    if sides is None:
        raise ExportError(f"There is no paper “{wanted.page}”. Choose one of {', '.join(PAGES)}.")
    return sides[::-1] if drawing.box.width > drawing.box.height else sides


def smallest_type(drawing: Drawing, scale: float) -> float:
    """Return the size of the smallest type in a drawing as it will be printed, in points."""
    sizes = [shape.size for shape in drawing if isinstance(shape, Text) and shape.lines]
    return min(sizes, default=0.0) * 0.75 * scale


def warnings(drawing: Drawing, scale: float) -> Sequence[str]:
    """Return what is wrong with a figure for print, in sentences."""
    smallest = smallest_type(drawing, scale)
    if 0 < smallest < LEAST_TYPE:
        return [
            worded(
                "The smallest type is {size} points; journals commonly ask for at least {least}. "
                "Make the figure wider, or show less of the map.",
                size=f"{smallest:.1f}",
                least=f"{LEAST_TYPE:g}",
            )
        ]
    return []


def width_in_millimetres(text: str) -> float:
    """Return the width that words such as ``170mm``, ``17 cm``, ``single`` mean.

    Raises:
        ExportError: they mean none.
    """
    named = {"single": SINGLE, "double": DOUBLE}
    words = text.strip().casefold()
    if words in named:
        return named[words]
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(mm|cm|m|in)?", words)
    if found is None:
        raise ExportError(f"“{text}” is no width. Write it as 170mm, single or double.")
    units = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": INCH, None: 1.0}
    return float(found.group(1)) * units[found.group(2)]


def caption(activity_map: ActivityMap, wanted: Wanted) -> str:
    """Return the text of a caption: what the figure shows, and what its marks mean."""
    names = ", ".join(system.name for system in activity_map.systems)
    count = len(open_ones(detect(activity_map).contradictions))
    kind = wanted.what.partition("=")[0]
    title = activity_map.title or worded("Activity map")
    told = {
        MAP: worded("{title}: activity systems of {names}.", title=title, names=names),
        COMPARISON: worded("{title}: {names} side by side.", title=title, names=names),
        MATRIX: worded(
            "{title}: contradictions and agreements between {names}.", title=title, names=names
        ),
    }.get(kind, worded("{title}: {what}.", title=title, what=wanted.what.partition("=")[2]))
    if wanted.contradictions and kind != MATRIX:
        told += " " + worded(
            "Lightning arrows mark contradictions (Engeström 1987); {count} were found.",
            count=count,
        )
    return told
