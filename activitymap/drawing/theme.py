"""Colours of a drawing: eight for services that colour-blind people can tell apart, and a few more.

Every colour of text or stroke has a contrast of at least 4.5 to 1 against the background and the
cards (WCAG 2.2, AA); names always stand beside colours.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look; all are ``#rrggbb``."""

    name: str
    background: str
    card: str
    text: str
    quiet: str
    line: str
    triangle: str
    services: tuple[str, ...]
    contradiction: str
    contradiction_band: str
    shared: str
    shared_fill: str


LIGHT = Theme(
    name="light",
    background="#ffffff",
    card="#ffffff",
    text="#1b2430",
    quiet="#5a6676",
    line="#c9d1db",
    triangle="#f4f7fa",
    services=(
        "#0b62a8",
        "#7b3fa0",
        "#1b7a4e",
        "#a55000",
        "#a8185c",
        "#00707a",
        "#6a5a00",
        "#4b5563",
    ),
    contradiction="#b3201b",
    contradiction_band="#fde4e1",
    shared="#805300",
    shared_fill="#fff8e5",
)
DARK = Theme(
    name="dark",
    background="#161b22",
    card="#1f2630",
    text="#e8edf3",
    quiet="#a3afbd",
    line="#465261",
    triangle="#1b222b",
    services=(
        "#6cb4f0",
        "#cfa4ec",
        "#70d1a2",
        "#f2b04a",
        "#f590bd",
        "#62d0dc",
        "#d8cb60",
        "#bac2cf",
    ),
    contradiction="#ff8f86",
    contradiction_band="#4a2422",
    shared="#f0c75e",
    shared_fill="#2c2718",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
