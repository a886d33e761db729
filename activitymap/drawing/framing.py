"""A figure of its own: a title above it and a legend below it, in a given room."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from activitymap.drawing.directing import directed
from activitymap.drawing.legend import Entry, legend_rows
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, width
from activitymap.drawing.shapes import Box, Role, Shape, Tag, Text, TextLine, around
from activitymap.drawing.theme import Theme

TITLE = 18.0
AIR = 16.0
LEAST = 12.0
"""The smallest type of a figure that has to be so narrow."""


class Frame(NamedTuple):
    """What stands around a figure, and the width that it is laid out for, if it has one."""

    title: str = ""
    legend: bool = True
    room: float = math.inf

    def type(self, size: float) -> float:
        """Return a size of type, or the smallest one that can be read in print."""
        return size if math.isinf(self.room) else max(size, LEAST)

    def around(
        self, box: Box, entries: Iterable[Entry], told: str, theme: Theme
    ) -> tuple[list[Shape], Box]:
        """Return title and legend of what fills a box, and the box with them.

        The legend has ``entries``, and is ``told`` in words too.
        """
        shapes: list[Shape] = []
        inner = box
        if self.legend:
            size = self.type(11.0)
            made, rows = legend_rows(entries, (box.left, box.bottom + AIR), box.width, size, theme)
            words = broken(told, size, box.width) if told else ()
            shapes += [*made, _words(words, box.left, rows.bottom, size, theme)] if words else made
            bottom = rows.bottom + len(words) * size * LINE_HEIGHT
            inner = around([inner, rows, Box(box.left, box.bottom, box.right, bottom)])
        if self.title:
            lines = broken(self.title, TITLE, box.width, bold=True)
            step = TITLE * LINE_HEIGHT
            top = box.top - AIR / 2 - step * len(lines)
            placed = tuple(
                TextLine(
                    line,
                    box.left,
                    top + TITLE * ASCENT + step * number,
                    width(line, TITLE, bold=True),
                )
                for number, line in enumerate(lines)
            )
            text = Text(Tag("title", Role.TITLE), placed, TITLE, theme.text, bold=True)
            shapes.append(directed(text, self.title, box.right))
            inner = around([inner, Box(box.left, top, box.right, box.top)])
        return shapes, inner


def _words(lines: tuple[str, ...], left: float, top: float, size: float, theme: Theme) -> Text:
    placed = tuple(
        TextLine(line, left, top + size * (ASCENT + number * LINE_HEIGHT), width(line, size))
        for number, line in enumerate(lines)
    )
    return Text(Tag("legend", Role.LEGEND, "legend"), placed, size, theme.quiet)
