"""Try the built program: ``python -m bundle.trial [FOLDER]``.

On Linux in a clean root (see `bundle.clean_root`), where user namespaces are allowed; elsewhere,
and then it says so, on this machine as it is.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bundle import checks
from bundle.building import ROOT
from bundle.clean_root import CleanRoot, obstacle
from bundle.measuring import (
    median_seconds,
    oldest_c_library,
    seconds_to_end,
    seconds_to_window,
    size,
)
from bundle.places import CleanPlace, Place, PlainPlace

EXAMPLE = "examples/team-around-the-child.activitymap"


class Outcome(NamedTuple):
    """What was tried, and what was wrong with it, if anything."""

    what: str
    problem: str


def has_x_server() -> bool:
    """Whether there are an X server in memory and a window manager (see ``.ci/with_x.py``)."""
    return all(shutil.which(tool) for tool in ("Xvfb", "openbox"))


def outcomes(place: Place) -> Iterator[Outcome]:
    """Try everything, one after the other."""
    on_x = [checks.opens_a_window_on_x] if has_x_server() else []
    for check in [*checks.EVERYWHERE, *on_x]:
        what = (check.__doc__ or "").partition("\n")[0].rstrip(".")
        try:
            check(place)
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            yield Outcome(what, str(error) or repr(error))
        else:
            yield Outcome(what, "")


def figures(place: Place) -> Iterator[tuple[str, float]]:
    """Yield what was timed, and the median in seconds."""
    example = place.program(EXAMPLE)
    commands = {
        "activitymap --version": ["--version"],
        "activitymap contradictions EXAMPLE": ["contradictions", example],
    }
    environment = place.environment
    for what, words in commands.items():
        yield what, median_seconds(partial(seconds_to_end, place.command(*words), environment))
    window = place.command(example)
    screenless = environment | {"QT_QPA_PLATFORM": "offscreen"}
    yield (
        "activitymap EXAMPLE, until the window shows it (offscreen)",
        median_seconds(partial(seconds_to_window, window, screenless)),
    )


def main(arguments: list[str]) -> int:
    """Try the program in a folder, print what came of it, and return the exit status."""
    folder = Path(arguments[0] if arguments else ROOT / "dist" / "activitymap").resolve()
    print(f"\nSize: {size(folder) / 1e6:.0f} MB in {folder}")
    if version := oldest_c_library(folder):
        print(f"Needs a Linux with glibc {version} or newer, as the one that it was built on.")
    with tempfile.TemporaryDirectory(prefix="activitymap-trial-") as temporary:
        why = obstacle()
        if why:
            print(f"\nThere is no clean root here ({why}): tried on this machine as it is.")
            place: Place = PlainPlace(folder, Path(temporary))
        else:
            print("\nIn a clean root: no Python, no network, an ordinary user, a read-only folder.")
            place = CleanPlace(CleanRoot(Path(temporary), folder))
        return _report(place)


def _report(place: Place) -> int:
    failed = 0
    for what, problem in outcomes(place):
        failed += bool(problem)
        print(f"  {'FAILED' if problem else 'ok':<7} {what}", flush=True)
        if problem:
            print("          " + problem.strip().replace("\n", "\n          "))
    if not has_x_server():
        print("          Left out: the window on an X server. There is no Xvfb and openbox here.")
    if failed:
        print(f"\n{failed} failed.")
        return 1
    print("\nStart, median of 5 in the same place:")
    for what, seconds in figures(place):
        print(f"  {seconds:6.2f} s  {what}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
