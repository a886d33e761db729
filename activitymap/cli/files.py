"""Reading what a command is given: a map file or a spreadsheet."""

import sys
from pathlib import Path

from activitymap.model.activity_map import ActivityMap

SHEETS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}


def read(name: str) -> ActivityMap:
    """Return the map in a file; what an import has to say goes to standard error.

    Raises:
        FileError: the file cannot be read.
    """
    path = Path(name)
    if path.suffix.casefold() in SHEETS:
        from activitymap.model.storage.spreadsheet import read_sheet

        imported = read_sheet(path)
        for notice in imported.notices:
            print(f"Note: {notice}", file=sys.stderr)
        return imported.map
    from activitymap.model.storage.saving import load_map

    return load_map(path).map
