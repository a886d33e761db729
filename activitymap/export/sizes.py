"""How large a figure is, on which paper, and whether its type can still be read in print."""

import re
from collections.abc import Sequence

from activitymap.drawing.shapes import Drawing, Role, Text
from activitymap.errors import ExportError
from activitymap.export.wanted import Wanted
from activitymap.model.wording import worded

SINGLE, DOUBLE = 85.0, 170.0
"""Widths of one and two columns of a journal, in millimetres."""
NARROWEST, WIDEST = 10.0, 2000.0
FEWEST_DOTS, MOST_DOTS = 72, 1200
LEAST_TYPE = 6.0
"""The smallest type, in points, that journals commonly ask for."""
INCH = 25.4
POINTS = 0.75
"""Points in one unit of a drawing."""
PAGES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""Papers by name: the shorter side and the longer one, in millimetres."""
PAGE_MARGIN = 10.0
HIGHEST = 235.0
"""The height of the type area of a journal's page, in millimetres."""
SIGNS = frozenset({Role.NODE, Role.STATEMENT_MARK})
"""Shapes whose text is a sign: nobody reads it as type."""


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
    check_width(wanted.width)
    return wanted.width / INCH * 96 / drawing.box.width


def check_width(width: float) -> None:
    """Make sure that a figure can be so many millimetres wide.

    Raises:
        ExportError: it cannot.
    """
    if not NARROWEST <= width <= WIDEST:
        raise ExportError(
            f"A figure cannot be {width:g} mm wide. Choose {NARROWEST:g} to {WIDEST:g} mm."
        )


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


def millimetres(drawing: Drawing, scale: float) -> tuple[float, float]:
    """Return how wide and high a scaled drawing is, in millimetres."""
    wide, high = drawing.box.size
    return wide * scale / 96 * INCH, high * scale / 96 * INCH


def smallest_type(drawing: Drawing, scale: float) -> float:
    """Return the size of the smallest type in a drawing as it will be printed, in points."""
    sizes = [
        shape.size
        for shape in drawing
        if isinstance(shape, Text) and shape.lines and shape.tag.role not in SIGNS
    ]
    return min(sizes, default=0.0) * POINTS * scale


def warnings(drawing: Drawing, scale: float, page: str = "") -> Sequence[str]:
    """Return what is wrong with a figure for print, in sentences; ``page`` names its paper."""
    return [*too_small(drawing, scale, page), *([] if page else too_high(drawing, scale))]


def shortfall(drawing: Drawing, scale: float, page: str = "") -> float:
    """Return how many times larger type would have to be, if all is to stand on one page.

    It is 1 where all can be read; ``page`` names the paper if the figure is as large as fits.
    """
    small = LEAST_TYPE / (smallest_type(drawing, scale) or LEAST_TYPE)
    high = 1.0 if page else millimetres(drawing, scale)[1] / HIGHEST
    return max(small * max(high, 1.0), 1.0)


def too_high(drawing: Drawing, scale: float) -> Sequence[str]:
    """Return a sentence if a figure is higher than a journal's page."""
    high = millimetres(drawing, scale)[1]
    if round(high) <= HIGHEST:
        return []
    return [
        worded(
            "The figure is {high} mm high; a journal’s page has room for about {highest}. "
            "Show fewer services, or try another width.",
            high=f"{high:,.0f}",
            highest=f"{HIGHEST:g}",
        )
    ]


def too_small(drawing: Drawing, scale: float, page: str = "") -> Sequence[str]:
    """Return a sentence if the smallest type of a figure is too small to be read in print."""
    smallest = smallest_type(drawing, scale)
    if smallest <= 0 or round(smallest, 1) >= LEAST_TYPE:
        return []
    if page:
        return [
            worded(
                "The smallest type is {size} points on {page}; below {least} it is hard to read. "
                "Choose a larger paper, or show fewer services.",
                size=f"{smallest:.1f}",
                page=page.upper(),
                least=f"{LEAST_TYPE:g}",
            )
        ]
    enough = millimetres(drawing, scale)[0] * LEAST_TYPE / smallest
    return [
        worded(
            "The smallest type is {size} points; journals commonly ask for at least {least}. "
            "Make the figure {enough} mm wide, or show fewer services.",
            size=f"{smallest:.1f}",
            least=f"{LEAST_TYPE:g}",
            enough=f"{enough + 0.5:.0f}",
        )
    ]


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
