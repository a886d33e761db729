"""An installed font made anew of the pictures that are used, as a PDF can hold it.

Whatever kind its outlines are of, and however many pictures it has: the result is a small TrueType
font of them.
"""

import io
import zlib
from collections.abc import Sequence
from typing import Any

from activitymap.drawing.faces import UNITS
from activitymap.drawing.measuring import ASCENT
from activitymap.export.fonts import Font, shaper

_EMPTY = ".notdef"
_ERROR = 1.0
"""How far a curve may lie from the font's own, in thousandths of the size of type."""


def redrawn(font: Font, numbers: Sequence[int]) -> bytes:
    """Return a TrueType font in which the codes from 0 on show the pictures with these numbers."""
    from fontTools.fontBuilder import FontBuilder

    names = [_EMPTY, *(f"g{code}" for code in range(len(numbers)))]
    known = shaper(font)
    drawn = dict(zip(names, map(_Drawing(font), (0, *numbers)), strict=True))
    scale = UNITS / known.face.upem
    wide = [round(known.get_glyph_h_advance(number) * scale) for number in (0, *numbers)]
    builder = FontBuilder(UNITS)
    builder.setupGlyphOrder(names)
    builder.font["cmap"] = _codes(names[1:])
    builder.setupGlyf(drawn)
    lefts = [getattr(drawn[name], "xMin", 0) for name in names]
    builder.setupHorizontalMetrics(dict(zip(names, zip(wide, lefts, strict=True), strict=True)))
    ascent, descent = round(ASCENT * UNITS), round(ASCENT * UNITS) - round(1.36 * UNITS)
    builder.setupHorizontalHeader(ascent=ascent, descent=descent)
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=descent, sCapHeight=700)
    name = _name(font)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupPost()
    target = io.BytesIO()
    # The time at which it is made would make every file another one.
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(target)
    return target.getvalue()


class _Drawing:
    """Draws pictures of a font with the curves that TrueType has."""

    def __init__(self, font: Font) -> None:
        self._font = shaper(font)
        self._scale = UNITS / self._font.face.upem

    def __call__(self, number: int) -> Any:
        from fontTools.pens.cu2quPen import Cu2QuPen
        from fontTools.pens.transformPen import TransformPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen

        pen = TTGlyphPen(None)
        quadratic = Cu2QuPen(pen, _ERROR)
        scaled = TransformPen(quadratic, (self._scale, 0, 0, self._scale, 0, 0))
        self._font.draw_glyph_with_pen(number, scaled)
        return pen.glyph()


def _codes(names: Sequence[str]) -> Any:
    """Return the table that tells the picture of each code, as symbolic fonts have it."""
    from fontTools.ttLib import newTable
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    made = newTable("cmap")
    made.tableVersion, made.tables = 0, []
    for kind, platform, first in ((0, 1, 0), (4, 3, 0xF000)):
        table = CmapSubtable.newSubtable(kind)
        table.platformID, table.platEncID, table.language = platform, 0, 0
        table.cmap = {first + code: name for code, name in enumerate(names)}
        made.tables.append(table)
    return made


def _name(font: Font) -> str:
    """Return the name of a font in the letters that PDF allows; no other font has it."""
    import uharfbuzz

    about = shaper(font).face
    given = about.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
    name = "".join(one for one in given if one.isascii() and (one.isalnum() or one == "-"))
    place = zlib.crc32(f"{font.file}#{font.number}".encode())
    return f"{name[:50]}-{place:08x}"
