"""Boxes that may be in the way, found by where they are and not by going through all of them."""

import math
from collections.abc import Iterable, Iterator

from activitymap.drawing.shapes import Box

_CELL = 100.0


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


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top = math.floor(box.left / _CELL), math.floor(box.top / _CELL)
    right, bottom = math.floor(box.right / _CELL), math.floor(box.bottom / _CELL)
    return ((across, down) for across in range(left, right + 1) for down in range(top, bottom + 1))
