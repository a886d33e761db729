"""Fonts in a PDF by reportlab: what is written in them, and what is copied out again."""

import io
import re
from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

from activitymap.drawing.faces import UNITS
from activitymap.export.fonts import Font, shaper
from activitymap.export.lettering import Piece, Run
from activitymap.export.redrawing import redrawn
from activitymap.export.shaping import Glyph

if TYPE_CHECKING:
    from reportlab.pdfgen.textobject import PDFTextObject

_FIRST = 0xF0000
"""The first of the codes for private use by which reportlab knows pictures without a character."""
_PRIVATE = re.compile("<(F[0-9A-F]{4})>")


def write_runs(text: "PDFTextObject", piece: Piece, size: float) -> None:
    """Write the runs of a piece into a text object of reportlab, from where it stands."""
    for run in piece.runs:
        font = _registered(run.font)
        text.setFont(font.fontName, size)
        if any(glyph.advance == 0 for glyph in run.glyphs):
            # A mark stands over another letter; where it stands tells nothing of its order.
            _write_marked(text, font.written(run), run.text)
        else:
            text.textOut(font.written(run) if run.glyphs else run.text)


def _write_marked(text: "PDFTextObject", letters: ShapedStr, told: str) -> None:
    """Write letters that are copied out as what is ``told``, whatever order they are drawn in."""
    told_codes = f"FEFF{told.encode('utf-16-be').hex().upper()}"
    # Reportlab has no name for marked content.
    code = text._code  # type: ignore[attr-defined]  # noqa: SLF001
    code.append(f"/Span <</ActualText <{told_codes}>>> BDC")
    text.textOut(letters)
    code.append("EMC")


def font_name(font: Font) -> str:
    """Return the name by which a font is known to reportlab, which learns it now if need be."""
    return str(_registered(font).fontName)


@cache
def _registered(font: Font) -> "_EmbeddedFont":
    made = _EmbeddedFont(font)
    pdfmetrics.registerFont(made)
    return made


class _EmbeddedFont(TTFont):
    """A font whose pictures may stand for any text."""

    def __init__(self, font: Font) -> None:
        name = font.file.removesuffix(".ttf") if font.shipped else f"{font.file}#{font.number}"
        if font.shipped:
            with font.opened() as path:
                super().__init__(name, str(path))
        else:
            # Of others only the pictures that are used are put into the document, once it is known
            # which these are.
            super().__init__(name, io.BytesIO(redrawn(font, [0] * 33)))
            self.face.charToGlyph.clear()
            self.face.makeSubset = partial(self._redrawn, font)  # type: ignore[method-assign]
        self._scale = UNITS / shaper(font).face.upem
        self._advance = shaper(font).get_glyph_h_advance
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}

    def written(self, run: Run) -> ShapedStr:
        """Return the pictures of a run as reportlab writes them, each in its place."""
        letters = "".join(chr(self._code(glyph)) for glyph in run.glyphs)
        data = [
            ShapeData(
                place, glyph.advance, 0, glyph.across, glyph.up, self.face.charWidths[ord(letter)]
            )
            for place, (glyph, letter) in enumerate(zip(run.glyphs, letters, strict=True))
        ]
        return ShapedStr(letters, shapeData=data)  # type: ignore[arg-type]  # a list of them

    def _code(self, glyph: Glyph) -> int:
        """Return the code of a picture that stands for a text."""
        known = self.face.charToGlyph
        if len(glyph.text) == 1 and known.get(ord(glyph.text)) == glyph.number:
            return ord(glyph.text)
        key = glyph.number, glyph.text
        if key not in self._codes:
            code = _FIRST + len(self._codes)
            self._codes[key], self._texts[code] = code, glyph.text
            known[code] = glyph.number
            self.face.charWidths[code] = self._advance(glyph.number) * self._scale
        return self._codes[key]

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # reportlab's name
        """Add the font to a document, and tell what its pictures stand for."""
        count = len(self.state[doc].subsets)
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(count)]
        super().addObjects(doc)
        for name in names:
            reference = doc.idToObject["BasicFonts"].dict[name].ToUnicode
            table = doc.idToObject[reference.name]
            table.content = _PRIVATE.sub(self._told, table.content)

    def _told(self, found: re.Match[str]) -> str:
        text = self._texts[int(found[1], 16)]
        return f"<{text.encode('utf-16-be').hex().upper()}>"

    def _redrawn(self, font: Font, codes: Sequence[int]) -> bytes:
        known = self.face.charToGlyph
        return redrawn(font, [known.get(code, 0) for code in codes])
