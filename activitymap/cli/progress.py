"""A progress bar for work that takes longer than a second, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

AFTER = 1.0
"""Seconds of work after which the bar appears."""


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error while the work lasts.

    Yields:
        A function to call with (done, total) as the work goes on.
    """
    from tqdm import tqdm

    with tqdm(desc=title, delay=AFTER, disable=None, leave=False, unit="") as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show
