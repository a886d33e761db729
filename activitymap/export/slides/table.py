"""The matrix as a table of PowerPoint's own, with a row and a column of headings."""

from collections.abc import Sequence
from itertools import pairwise

from activitymap.drawing.shapes import Box, Pen, Polygon, Role, Text, around
from activitymap.export.slides.contents import Piece
from activitymap.export.slides.lettering import body, extent
from activitymap.export.slides.markup import Plane, fill, frame, named, stroke
from activitymap.export.slides.outlines import box_of

_SIDES = ("a:lnL", "a:lnR", "a:lnT", "a:lnB")
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_MARGIN = 4.0


def is_cell(piece: Piece) -> bool:
    """Whether a piece is a cell of a table."""
    return piece.tag.role is Role.CELL and isinstance(piece.outline, Polygon)


def headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the names that stand above and beside the cells."""
    cells = around(box_of(one.outline) for one in pieces if is_cell(one) and one.outline)
    return [
        one
        for one in pieces
        if one.outline is None
        and one.tag.role is Role.NAME
        and (_is_beside(extent(one.texts[0]), cells))
    ]


def _is_beside(box: Box, cells: Box) -> bool:
    middle = box.centre
    above = middle.y < cells.top and cells.left < middle.x < cells.right
    return above or (middle.x < cells.left and cells.top < middle.y < cells.bottom)


def table(number: int, name: str, description: str, pieces: Sequence[Piece], plane: Plane) -> str:
    """Return cells and their headings as a table."""
    cells = {box_of(one.outline): one for one in pieces if one.outline is not None}
    heads = [one.texts[0] for one in pieces if one.outline is None]
    inner = around(cells)
    outer = around([inner, *map(extent, heads)])
    # The first column and row hold the headings.
    lefts = [outer.left - _MARGIN, *sorted({box.left for box in cells}), inner.right]
    tops = [outer.top - _MARGIN, *sorted({box.top for box in cells}), inner.bottom]
    widths = "".join(f'<a:gridCol w="{plane.emu(end - left)}"/>' for left, end in pairwise(lefts))
    rows = "".join(
        f'<a:tr h="{plane.emu(bottom - top)}">'
        + "".join(
            _cell(Box(left, top, right, bottom), cells, heads, plane)
            for left, right in pairwise(lefts)
        )
        + "</a:tr>"
        for top, bottom in pairwise(tops)
    )
    whole = Box(lefts[0], tops[0], lefts[-1], tops[-1])
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(number, name, description)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{frame(whole, plane, tag='p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1" firstCol="1"/>'
        f"<a:tblGrid>{widths}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _cell(area: Box, cells: dict[Box, Piece], heads: Sequence[Text], plane: Plane) -> str:
    piece = next((one for box, one in cells.items() if area.holds(box.centre)), None)
    texts = [one for one in heads if area.holds(extent(one).centre)]
    pen: Pen | None = None
    inside = None
    if piece is not None and isinstance(piece.outline, Polygon):
        texts, pen, inside = piece.texts, piece.outline.pen, piece.outline.fill
    lines = "".join(stroke(pen, plane, tag=side) for side in _SIDES)
    margin = plane.emu(_MARGIN)
    margins = f'marL="{margin}" marR="{margin}" marT="{margin}" marB="{margin}"'
    return (
        f"<a:tc>{body(texts, area, plane, tag='a:txBody')}"
        f'<a:tcPr {margins} anchor="ctr">{lines}{fill(inside)}</a:tcPr></a:tc>'
    )
