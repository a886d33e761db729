"""Colours of a drawing: eight for services that colour-blind people can tell apart, and a few more.

Every colour of text or stroke has a contrast of at least 4.5 to 1 against the background and the
cards (WCAG 2.2, AA); names always stand beside colours. The eight are the result of a search for
the set, one of each hue, whose closest two lie farthest apart in Oklab (Ottosson 2020) for full
colour sight, protanopia, deuteranopia and tritanopia alike (Machado and others 2009). They differ
in lightness too, so that most can be told apart in greyscale.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look; all are ``#rrggbb``.

    ``tint`` is the strength (0 to 1) of a service's colour inside its triangle. Where colours do
    not tell services apart, the ``dashes`` of their triangles do; those of the lines to what
    services share are ``shared_dashes``.
    """

    name: str
    background: str
    card: str
    text: str
    quiet: str
    line: str
    services: tuple[str, ...]
    contradiction: str
    contradiction_band: str
    shared: str
    shared_fill: str
    tint: float = 0.05
    dashes: tuple[tuple[float, ...], ...] = ((),) * 8
    shared_dashes: tuple[float, ...] = ()

    @property
    def only_lines(self) -> bool:
        """Whether the look has lines and letters only: nothing in it is tinted or faint."""
        return self.contradiction_band == self.card


_DASHES: tuple[tuple[float, ...], ...] = (
    (), (9.0, 4.0), (2.0, 3.0), (12.0, 3.0, 2.0, 3.0),
    (5.0, 5.0), (1.0, 6.0), (14.0, 6.0), (7.0, 2.0, 1.0, 2.0, 1.0, 2.0),
)  # fmt: skip
LIGHT = Theme(
    name="light",
    background="#ffffff",
    card="#ffffff",
    text="#1b2430",
    quiet="#5a6676",
    line="#c9d1db",
    services=(
        "#0f69cd",  # blue
        "#a8488d",  # magenta
        "#1b6747",  # green
        "#643400",  # brown
        "#64763a",  # olive
        "#2c2b9f",  # indigo
        "#02353a",  # dark teal
        "#420366",  # aubergine
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
    services=(
        "#6baffa",  # blue
        "#f199b4",  # pink
        "#c3f9c3",  # mint
        "#d67523",  # orange
        "#c1cf51",  # lime
        "#847ffc",  # violet
        "#70e4fd",  # cyan
        "#a781b8",  # mauve
    ),
    contradiction="#ff6d5e",
    contradiction_band="#4a2422",
    shared="#f0c75e",
    shared_fill="#2c2718",
)
CONTRAST = Theme(
    name="contrast",
    background="#ffffff",
    card="#ffffff",
    text="#000000",
    quiet="#2b2b2b",
    line="#000000",
    services=(
        "#003f8a",  # blue
        "#6d1f5a",  # magenta
        "#0b4a2f",  # green
        "#4d2800",  # brown
        "#3d4a12",  # olive
        "#1c1b7a",  # indigo
        "#01262a",  # dark teal
        "#2e0248",  # aubergine
    ),
    contradiction="#8a0f0b",
    contradiction_band="#ffd9d4",
    shared="#4a3000",
    shared_fill="#ffffff",
)
"""For weak eyes: every colour of text has a contrast of at least 7 to 1 (WCAG 2.2, AAA)."""
GREYSCALE = Theme(
    name="greyscale",
    background="#ffffff",
    card="#ffffff",
    text="#000000",
    quiet="#4a4a4a",
    line="#bdbdbd",
    services=(
        "#000000", "#666666", "#333333", "#707070", "#1f1f1f", "#595959", "#444444", "#767676",
    ),
    contradiction="#000000",
    contradiction_band="#e0e0e0",
    shared="#595959",
    shared_fill="#f2f2f2",
    dashes=_DASHES,
    shared_dashes=(1.5, 3.0),
)  # fmt: skip
"""For print without colour: greys do not tell eight services apart, names and dashes do."""
BLACK = Theme(
    name="black on white",
    background="#ffffff",
    card="#ffffff",
    text="#000000",
    quiet="#000000",
    line="#000000",
    services=("#000000",) * 8,
    contradiction="#000000",
    contradiction_band="#ffffff",
    shared="#000000",
    shared_fill="#ffffff",
    tint=0.0,
    dashes=_DASHES,
    shared_dashes=(1.5, 3.0),
)
"""For journals that take no grey: lines only, told apart by their dashes."""
SAFE = replace(LIGHT, name="colour-blind-safe", dashes=_DASHES, shared_dashes=(1.5, 3.0))
"""The colours of the light look, which colour-blind people tell apart, and dashes besides."""
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, *contrast ratio*)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def linear(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of a colour as shares of light (0 to 1), without sRGB's gamma."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
