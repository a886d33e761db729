"""Timing two things in turn, so that a machine whose speed drifts slows both alike."""

import gc
import time
from collections.abc import Callable
from typing import NamedTuple


class Ratio(NamedTuple):
    """One line of the table: seconds of the work and of its baseline, and the goal of the ratio."""

    what: str
    baseline: str
    seconds: float
    baseline_seconds: float
    goal: float

    @property
    def ratio(self) -> float:
        """How many times the baseline the work takes."""
        return self.seconds / self.baseline_seconds


def best(
    work: Callable[[], object], baseline: Callable[[], object], rounds: int = 7
) -> tuple[float, float]:
    """Return the best times in seconds of ``work`` and ``baseline``, run in turn.

    The garbage collector is off in both: what it costs depends on what else the process holds.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for run, into in zip((work, baseline), times, strict=True):
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            run()
            into.append(time.perf_counter() - start)
            gc.enable()
    return min(times[0]), min(times[1])
