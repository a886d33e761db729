"""Texts that run from right to left: their direction, decided once, and the edge they begin at."""

from dataclasses import replace

from activitymap.drawing.shapes import Align, Text
from activitymap.model.wording import runs_to_the_left


def directed(text: Text, words: str, right: float | None = None) -> Text:
    """Return a text with the direction of all its ``words``, which no line of it can tell alone.

    One that runs to the left and begins at an edge begins at the ``right`` one, if any is named.
    """
    if not runs_to_the_left(words):
        return text
    if right is None or text.align is not Align.START:
        return replace(text, leftwards=True)
    lines = tuple(line._replace(x=right) for line in text.lines)
    return replace(text, lines=lines, align=Align.END, leftwards=True)
