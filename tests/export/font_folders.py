"""Small fonts made for a test, and a computer on which they are all that is installed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.ttCollection import TTCollection

from activitymap.export import fonts, installed, lettering

UNITS = 2000
"""To the em: other than the shipped fonts have."""


def configured(fonts: Path, data: Path) -> str:
    """Return what tells fontconfig that fonts lie in one folder and nowhere else."""
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{data}/cache</cachedir></fontconfig>"
    )


@contextmanager
def only_fonts_in(data: Path) -> Iterator[None]:
    """Let the folder ``fonts`` in one for data be the only one where fonts are looked for."""
    configuration = data / "fonts.conf"
    configuration.write_text(configured(data / "fonts", data), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "platform", "linux")
        for name in ("HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"):
            patch.setenv(name, str(data))
        patch.setenv("FONTCONFIG_FILE", str(configuration))
        for known in (installed._all, installed.installed, fonts.font_of, lettering._runs):
            known.cache_clear()
        yield


def look_once(data: Path) -> None:
    """Look for fonts in a folder now; what is found stays known, and other programs have theirs."""
    with only_fonts_in(data):
        installed.installed(bold=False)


def made_font(
    letters: str,
    family: str = "Trial",
    *,
    outlines: str = "glyf",
    licence: int = 0,
    weight: int = 400,
    features: str = "",
) -> FontBuilder:
    """Return a font in which each letter is a bar, the higher the later it stands in the list.

    A bar is as wide as the letter is in the drawing, six tenths of the size of type.
    """
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters), "joined"]
    builder = FontBuilder(UNITS, isTTF=outlines == "glyf")
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(one): f"u{ord(one):04X}" for one in letters})
    bars = {name: _bar(0.2 + 0.6 * place / len(names)) for place, name in enumerate(names)}
    if outlines == "glyf":
        builder.setupGlyf(
            {name: _drawn(TTGlyphPen(None), bar).glyph() for name, bar in bars.items()}
        )
    else:
        strings = {
            name: _drawn(T2CharStringPen(1200, None), bar).getCharString()
            for name, bar in bars.items()
        }
        builder.setupCFF(family, {}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1200, 100)))
    builder.setupHorizontalHeader(ascent=1600, descent=-400)
    builder.setupOS2(fsType=licence, usWeightClass=weight)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupPost()
    if features:
        builder.addOpenTypeFeatures(features)
    return builder


def _bar(high: float) -> list[tuple[float, float]]:
    top = UNITS * high
    return [(100, 0), (100, top), (1100, top), (1100, 0)]


def _drawn(pen, corners):
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen


def collection(path: Path, *several: FontBuilder) -> None:
    """Write fonts into one file."""
    made = TTCollection()
    made.fonts = [one.font for one in several]
    made.save(path)
