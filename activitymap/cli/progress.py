"""A progress bar for work that takes longer than a second, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TextIO

AFTER = 1.0
"""Seconds of work after which the bar appears."""


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error while the work lasts.

    Work that cannot say how far it is shows its title and the time that it has taken.

    Yields:
        A function to call with (done, total) as the work goes on.
    """
    from tqdm import tqdm

    with tqdm(desc=title, delay=AFTER, disable=None, leave=False, unit="") as bar:
        appearance = Timer(AFTER, bar.refresh)
        appearance.daemon = True
        if not bar.disable:
            appearance.start()

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            yield show
        finally:
            appearance.cancel()


def say(line: str, stream: TextIO) -> None:
    """Print a line while a bar may be shown; the bar stays below it."""
    from tqdm import tqdm

    tqdm.write(line, file=stream)
