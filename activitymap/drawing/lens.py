"""A lens on the drawing: groups of statements on bands with letters, all else faded."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from activitymap.drawing.measuring import width
from activitymap.drawing.placed import PlacedSystem
from activitymap.drawing.shapes import Align, Box, Pen, Polygon, Role, Shape, Tag, Text, TextLine
from activitymap.drawing.theme import Theme
from activitymap.model.lenses import Group

LENS_FADED = 0.4
"""Strength of what a lens does not show."""
SIZE = 10.0
SAMPLE = 16.0
LINE = 20.0
PADDING = 10.0


def lens_shapes(
    groups: Sequence[Group], systems: Mapping[str, PlacedSystem], theme: Theme
) -> Iterator[Shape]:
    """Yield the statements of the groups at full strength, each on a band with its letter."""
    group_of = {one: number for number, group in enumerate(groups) for one in group.statements}
    for placed in systems.values():
        mine = placed.drawing.rows.keys() & group_of.keys()
        for statement in sorted(mine):
            row = placed.row(statement)
            if row is not None:
                yield from _band(Tag(statement, Role.STATEMENT), row, group_of[statement], theme)
        yield from (
            shape
            for shape in placed.shapes()
            if shape.tag.id in mine or shape.tag.role is Role.NAME
        )


def lens_legend(groups: Sequence[Group], room: float, theme: Theme) -> tuple[list[Shape], Box]:
    """Return the legend of a lens in rows as wide as ``room``, from the origin on; and its box."""
    shapes: list[Shape] = []
    tag = Tag("lens", Role.LEGEND, "lens")
    x, top = PADDING, PADDING / 2
    for number, group in enumerate(groups):
        words = f"{group.words} ({len(group.statements):,})" if group.statements else group.words
        wide = SAMPLE + 8 + width(words, SIZE + 1)
        if x > PADDING and x + wide > room:
            x, top = PADDING, top + LINE
        if group.statements:
            sample = Box(x, top + 2, x + SAMPLE, top + LINE - 2)
            shapes += _plate(tag, sample, number, theme)
        left = x + SAMPLE + 8
        line = TextLine(words, left, top + LINE / 2 + SIZE * 0.4, wide - SAMPLE - 8)
        shapes.append(Text(tag, (line,), SIZE + 1, theme.text))
        x += wide + 2 * PADDING
    return shapes, Box(0, 0, room, top + LINE + PADDING / 2)


def _band(tag: Tag, row: Box, number: int, theme: Theme) -> Iterator[Shape]:
    colour = theme.services[number % len(theme.services)]
    yield Polygon(tag, row.corners, None, theme.card, radius=3.0)
    yield Polygon(tag, row.corners, Pen(colour, 1.4), colour, radius=3.0, opacity=0.28)
    badge = Box(row.right - 8, row.top - 6, row.right + 8, row.top + 8)
    yield from _plate(tag, badge, number, theme)


def _plate(tag: Tag, box: Box, number: int, theme: Theme) -> Iterator[Shape]:
    colour = theme.services[number % len(theme.services)]
    yield Polygon(tag, box.corners, None, colour, radius=3.0)
    letter = ascii_uppercase[number % len(ascii_uppercase)]
    line = TextLine(
        letter, box.centre.x, box.centre.y + SIZE * 0.36, width(letter, SIZE, bold=True)
    )
    yield Text(tag, (line,), SIZE, theme.background, bold=True, align=Align.MIDDLE)
