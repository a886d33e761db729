"""Reading a map from the disk, and writing it so that nothing can be lost."""

import os
from pathlib import Path

from activitymap.errors import FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.extras import Extras
from activitymap.model.storage.file_format import MAX_BYTES, Loaded, decode, encode
from activitymap.model.storage.refusals import why_not_written
from activitymap.model.storage.replacing import replace_file

BACKUPS = 3
"""Earlier states kept beside the file, as ``.name.backup-1`` (the newest) and so on."""


def load_map(path: Path) -> Loaded:
    """Return the map in a file, and what the file holds that this program does not know.

    Raises:
        FileError: the file cannot be read or is no map.
    """
    try:
        if path.is_dir():
            raise FileError(f"“{path}” is a folder. Choose a file in it.")
        if not path.exists():
            raise FileError(f"There is no file “{path}”. Check the name and the folder.")
        if not path.is_file():
            raise FileError(f"“{path}” is no file that holds a map. Choose another one.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FileError(
                f"“{path}” has {size / 1e6:,.0f} MB, more than any map ({MAX_BYTES / 1e6:,.0f} MB)."
                " Choose another file."
            )
        raw = path.read_bytes()
    except OSError as error:
        raise FileError(f"“{path}” cannot be read: {error.strerror}. Check who may.") from error
    return decode(raw, str(path))


def save_map(path: Path, activity_map: ActivityMap, extras: Extras = ()) -> None:
    """Write a map so that the file is at every moment the old one or the new one.

    The bytes are checked by reading them back, go to a temporary file in the same folder and to
    the disk, the earlier state becomes a backup, and then the name changes hands in one step. A
    link is followed: the file it leads to is replaced.

    Raises:
        FileError: it could not be written; the file is as it was.
    """
    raw = encode(activity_map, extras)
    if decode(raw, str(path)).map != activity_map:
        raise FileError(
            f"“{path}” was not written: what would be saved does not read back the same. "
            "The file is as it was; please report this."
        )
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise FileError(f"“{path}” is a folder. Give the map a name in it.")
        replace_file(target, raw, BACKUPS)
    except OSError as error:
        raise FileError(
            f"“{path}” was not written: {why_not_written(error, target)} "
            "What was saved before is as it was."
        ) from error
