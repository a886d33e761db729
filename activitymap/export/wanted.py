"""What is wanted of a figure: what it shows, in which look, how large, with what around it."""

from dataclasses import dataclass
from enum import StrEnum

from activitymap.drawing.theme import BLACK, DARK, GREYSCALE, LIGHT, SAFE, Theme


class What(StrEnum):
    """What a figure shows."""

    MAP = "map"
    SERVICES = "services"
    COMPARISON = "comparison"
    MATRIX = "matrix"


TRIANGLES = frozenset({What.MAP, What.SERVICES})
"""Figures of triangles; only they have cross-lines, and services that can stand closer."""
THEMES: dict[str, Theme] = {
    "colour": LIGHT,
    "colour-blind-safe": SAFE,
    "greyscale": GREYSCALE,
    "black-on-white": BLACK,
    "dark": DARK,
}
"""The looks of figures."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a figure; ``width`` is in millimetres, ``None`` for its own size.

    ``systems`` are the ids of the services of ``What.SERVICES``. Where type would be too small to
    read in a ``width``, ``arrange`` lets the services stand closer than they do in the map.
    ``page`` names the paper of a PDF, on which the figure is as large as fits; it then has no
    width of its own.
    """

    what: What = What.MAP
    systems: tuple[str, ...] = ()
    theme: str = "colour"
    contradictions: bool = True
    legend: bool = True
    title: bool = True
    caption: bool = False
    page: str = ""
    cross_lines: bool = False
    width: float | None = None
    arrange: bool = True
    dpi: int = 192
    transparent: bool = False
    outlines: bool = False
