"""``activitymap [FILE]``: the window."""

import argparse
import os
import sys

from activitymap.errors import FileError


def parser() -> argparse.ArgumentParser:
    """Return the parser for a call that names no command."""
    made = argparse.ArgumentParser(
        prog="activitymap",
        description="Open the window, with a map or a spreadsheet.",
        epilog="Example: activitymap examples/team-around-the-child.activitymap. "
        "activitymap --help lists the commands.",
    )
    made.add_argument("file", metavar="FILE", nargs="?", help="a map or spreadsheet to open")
    made.set_defaults(run=run)
    return made


def run(options: argparse.Namespace) -> int:
    """Open the window and return its exit status."""
    if _no_display():
        raise FileError(
            "There is no display to open a window on. On the command line, “activitymap "
            "contradictions FILE” lists what was found and “activitymap export FILE --to map.png” "
            "draws the map."
        )
    from activitymap.ui.start import run as open_window

    return open_window(options.file)


def _no_display() -> bool:
    """Whether Qt could not open a window; it would abort the whole program."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
