"""Figures with their intervals: precision and recall, the area under a curve, effort."""

import math
from collections.abc import Sequence
from typing import NamedTuple

Z = 1.96
"""Standard normal quantile of a 95 per cent interval."""


class Share(NamedTuple):
    """A share ``hits`` of ``all`` with its interval."""

    hits: int
    all: int

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing is 0."""
        return self.hits / self.all if self.all else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 per cent interval of a binomial share (Wilson 1927)."""
        if not self.all:
            return 0.0, 1.0
        n, p = self.all, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.2f} [{low:.2f}–{high:.2f}]"


class Found(NamedTuple):
    """What a method found, against what was there."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> Share:
        """The share of what was found that was there."""
        return Share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> Share:
        """The share of what was there that was found."""
        return Share(self.right, self.right + self.missed)

    def __add__(self, other: object) -> "Found":
        """Return the sum over two sets of data."""
        assert isinstance(other, Found)
        return Found(*(one + two for one, two in zip(self, other, strict=True)))


class Area(NamedTuple):
    """The area under the receiver operating characteristic: how often a hit ranks above a miss."""

    value: float
    hits: int
    misses: int

    def __str__(self) -> str:
        spread = Z * _spread(self)
        low, high = max(0.0, self.value - spread), min(1.0, self.value + spread)
        return f"{self.value:.2f} [{low:.2f}–{high:.2f}]"


def area(hits: Sequence[float], misses: Sequence[float]) -> Area:
    """Return the area for the scores of hits and of misses; ties count half (Mann and Whitney)."""
    above = sum((hit > miss) + (hit == miss) / 2 for hit in hits for miss in misses)
    return Area(above / max(1, len(hits) * len(misses)), len(hits), len(misses))


def _spread(one: Area) -> float:
    """Return the standard error of an area (Hanley and McNeil 1982)."""
    if not one.hits or not one.misses:
        return 1.0
    a = one.value
    q1, q2 = a / (2 - a), 2 * a * a / (1 + a)
    varied = a * (1 - a) + (one.hits - 1) * (q1 - a * a) + (one.misses - 1) * (q2 - a * a)
    return math.sqrt(max(0.0, varied) / (one.hits * one.misses))


class Effort(NamedTuple):
    """Pairs to be shown, in ranked order, until half and nine tenths of the hits were among them.

    ``None`` where the list ends before. ``first`` holds the hits among the first 10, 20 and 50.
    """

    half: int | None
    nine_tenths: int | None
    first: tuple[int, int, int]


def effort(ranked: Sequence[bool], hits: int) -> Effort:
    """Return the effort of a ranked list that says of each pair whether it is a hit."""
    places = [place for place, hit in enumerate(ranked, start=1) if hit]

    def until(part: float) -> int | None:
        needed = math.ceil(hits * part)
        return places[needed - 1] if 0 < needed <= len(places) else None

    tens = tuple(sum(place <= most for place in places) for most in (10, 20, 50))
    return Effort(until(0.5), until(0.9), (tens[0], tens[1], tens[2]))
