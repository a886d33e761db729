"""How high blocks stand on a page, as far as can be told before a program lays them out."""

from activitymap.drawing.measuring import LINE_HEIGHT, broken
from activitymap.export.report import blocks
from activitymap.model.wording import runs_to_the_left

WIDE, HIGH = 493.2, 739.8
"""The part of an A4 page between margins of 18 mm, in points."""
LARGEST = 2.0
"""How many points of a page of its own a unit of a drawing takes at most."""
BODY, SMALL = 9.5, 8.5
HEADINGS = {1: 18.0, 2: 13.0, 3: 10.5}
"""Sizes of type in points; headings by their level."""
CELL = 4.0
"""Space on the left and right of a cell's text, in points."""


def height_of(block: blocks.Block) -> float:
    """Return the height of a block of texts in points, with the space after it."""
    match block:
        case blocks.Heading():
            size = HEADINGS[block.level]
            return _lines(block.text, size, bold=True) + 1.2 * size
        case blocks.Paragraph():
            size = SMALL if block.style is blocks.Style.QUIET else BODY
            if runs_to_the_left(block.text) or runs_to_the_left(block.label):
                # They do not stand on one line.
                high = _lines(block.label, size, bold=True) if block.label else 0.0
                return high + _lines(block.text, size) + 3
            words = " ".join(filter(None, (block.label, block.text)))
            return _lines(words, size, bold=bool(block.label)) + 3
        case blocks.Bullets():
            return sum(_lines(item, BODY) + 2 for item in block.items)
        case blocks.Table():
            return sum(row_height(row, block.shares) for row in (block.header, *block.rows)) + 11
        case _:
            return 0.0


def row_height(cells: tuple[str, ...], shares: tuple[float, ...]) -> float:
    """Return the height of a table's row in points."""
    rooms = [WIDE * share / sum(shares) - 2 * CELL for share in shares]
    return 6 + max(_lines(cell, SMALL, room=room) for cell, room in zip(cells, rooms, strict=True))


def _lines(text: str, size: float, bold: bool = False, room: float = WIDE) -> float:
    return len(broken(text, size, room, bold)) * size * LINE_HEIGHT
