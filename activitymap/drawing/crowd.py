"""Boxes that may be in the way, found by where they are and not by going through all of them."""

import math
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from activitymap.drawing.shapes import Box

_CELL = 100.0
_LARGE = 1_000.0


class Crowd:
    """A growing collection of boxes."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._boxes: list[Box] = []
        self._cells: dict[tuple[int, int], list[Box]] = {}
        self.extend(boxes)

    def __iter__(self) -> Iterator[Box]:
        return iter(self._boxes)

    def append(self, box: Box) -> None:
        """Add a box."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)
        self._boxes.append(box)

    def extend(self, boxes: Iterable[Box]) -> None:
        """Add boxes."""
        for box in boxes:
            self.append(box)

    def is_free(self, area: Box) -> bool:
        """Whether no box meets ``area``."""
        return not any(
            box.meets(area) for cell in _cells(area) for box in self._cells.get(cell, ())
        )

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies inside a box."""
        for left, top, right, bottom in self._cells.get((int(x // _CELL), int(y // _CELL)), ()):
            if left < x < right and top < y < bottom:
                return True
        return False


T = TypeVar("T", bound=Hashable)


class Grid(Generic[T]):
    """Things by where they lie, for finding those near a box among thousands."""

    def __init__(self, things: Iterable[tuple[T, Box]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[T, Box]]] = {}
        for thing, box in things:
            for cell in _cells(box, _LARGE):
                self._cells.setdefault(cell, []).append((thing, box))

    def near(self, area: Box) -> list[T]:
        """Return the things whose boxes meet ``area``, each once, in the order they came in."""
        found = (
            (thing, box)
            for cell in _cells(area, _LARGE)
            for thing, box in self._cells.get(cell, ())
        )
        return list(dict.fromkeys(thing for thing, box in found if box.meets(area)))


def _cells(box: Box, size: float = _CELL) -> Iterator[tuple[int, int]]:
    left, top = math.floor(box.left / size), math.floor(box.top / size)
    right, bottom = math.floor(box.right / size), math.floor(box.bottom / size)
    return ((across, down) for across in range(left, right + 1) for down in range(top, bottom + 1))
