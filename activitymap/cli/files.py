"""Reading what a command is given: a map file or a spreadsheet."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from activitymap.cli.progress import progress
from activitymap.errors import ExportError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.spreadsheet import SHEETS, read_sheet


def read(name: str) -> ActivityMap:
    """Return the map in a file; what an import has to say goes to standard error.

    Raises:
        FileError: the file cannot be read.
    """
    path = Path(name)
    if path.suffix.casefold() in SHEETS:
        with progress("Reading"):
            imported = read_sheet(path)
        for notice in imported.notices:
            print(f"Note: {notice}", file=sys.stderr)
        return imported.map
    from activitymap.model.storage.saving import load_map

    with progress("Reading"):
        return load_map(path).map


def check_targets(sources: Sequence[str], targets: Sequence[Path]) -> None:
    """Make sure that nothing that is read or written is written over, before anything is.

    Raises:
        ExportError: a target is one of the sources, or two targets are one file.
    """
    read_from = {_place(Path(source)) for source in sources}
    written: dict[str, str] = {}
    for source, target in zip(sources, targets, strict=True):
        place = _place(target)
        if place in read_from:
            raise ExportError(
                f"“{target}” is one of the files that are read. Give what is written another name."
            )
        if place in written:
            raise ExportError(
                f"“{written[place]}” and “{source}” would both be written into “{target}”. "
                "Give them different names, or write them into different folders."
            )
        written[place] = source


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
