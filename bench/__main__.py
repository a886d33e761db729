"""Print the ratios: ``python -m bench``."""

import platform
from collections.abc import Iterator

from bench import canvas, detection, exports, journal, storage
from bench.timing import Ratio


def _ratios() -> Iterator[Ratio]:
    yield from storage.ratios()
    yield from detection.ratios()
    yield from journal.ratios()
    yield from canvas.ratios()
    yield from exports.ratios()


def main() -> None:
    """Measure and print one line for each ratio."""
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}\n")
    print(f"{'what':<44} {'baseline':<44} {'ms':>9} {'base ms':>9} {'ratio':>7} {'goal':>6}")
    for one in _ratios():
        met = "" if one.ratio <= one.goal else "  over"
        print(
            f"{one.what:<44} {one.baseline:<44} {one.seconds * 1000:>9.2f} "
            f"{one.baseline_seconds * 1000:>9.2f} {one.ratio:>7.3f} {one.goal:>6}{met}",
            flush=True,
        )


if __name__ == "__main__":
    main()
