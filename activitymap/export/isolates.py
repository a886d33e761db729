"""Parts of a text that are isolated from what stands around them (Unicode Standard Annex 9).

A text of one direction inside a sentence of the other stands between two marks, so that neither
scrambles the other; `activitymap.model.wording` puts them there.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from activitymap.drawing.measuring import broken
from activitymap.model.wording import ISOLATE, LEFT, OPENING, POP, RIGHT, runs_to_the_left


class Part(NamedTuple):
    """A part of a text from the place ``start`` on; an isolated one without its two marks."""

    start: int
    text: str
    isolated: bool
    leftwards: bool = False

    @property
    def places(self) -> range:
        """The places in the text of its letters; an isolated part counts as one."""
        return range(self.start, self.start + (1 if self.isolated else len(self.text)))


def isolates(text: str) -> Iterator[Part]:
    """Yield a text in parts, those isolated whole; one that is not closed goes on to the end.

    A mark that closes nothing is left out.
    """
    start = depth = opened = 0
    for place, character in enumerate(text):
        if character in OPENING:
            if not depth:
                yield from _plain(text, start, place)
                opened = place
            depth += 1
        elif character == POP:
            if depth == 1:
                yield _isolated(text, opened, place)
            elif not depth:
                yield from _plain(text, start, place)
            start = place + 1
            depth = max(0, depth - 1)
    if depth:
        yield _isolated(text, opened, len(text))
    else:
        yield from _plain(text, start, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Part]:
    if end > start:
        yield Part(start, text[start:end], isolated=False)


def _isolated(text: str, opened: int, closed: int) -> Part:
    inner, mark = text[opened + 1 : closed], text[opened]
    leftwards = mark == RIGHT or (mark == ISOLATE and runs_to_the_left(inner))
    return Part(opened, inner, isolated=True, leftwards=leftwards)


def lines_of(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines as `broken` does; what is isolated over a line's end stays so."""
    if ISOLATE not in text:
        return broken(text, size, room, bold)
    return balanced(broken(directed(text), size, room, bold))


@lru_cache(maxsize=4_096)
def directed(text: str) -> str:
    """Return a text whose isolated parts tell their direction, which their lines may not."""
    made = []
    for part in isolates(text):
        if part.isolated:
            made += [RIGHT if part.leftwards else LEFT, directed(part.text), POP]
        else:
            made.append(part.text)
    return "".join(made)


def balanced(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines of a directed text, each of which closes what is isolated at its end."""
    opened: list[str] = []
    made = []
    for line in lines:
        before = "".join(opened)
        for character in line:
            if character in OPENING:
                opened.append(character)
            elif character == POP and opened:
                opened.pop()
        made.append(before + line + POP * len(opened))
    return tuple(made)
