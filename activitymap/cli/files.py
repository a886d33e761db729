"""Reading what a command is given: a map file or a spreadsheet."""

import sys
from pathlib import Path

from activitymap.cli.progress import progress
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
