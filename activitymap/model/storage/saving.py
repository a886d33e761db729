"""Reading a map from the disk, and writing it so that nothing can be lost."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

from activitymap.errors import FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.extras import Extras
from activitymap.model.storage.file_format import MAX_BYTES, Loaded, decode, encode

BACKUPS = 3
"""Earlier states kept beside the file, as ``.name.backup-1`` (the newest) and so on."""

_BUSY = {5, 32}
"""Windows errors of a file that another program (a virus scanner, a sync client) holds."""
_TRIES = 20


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
        _replace(target, raw)
    except OSError as error:
        raise FileError(
            f"“{path}” was not written: {error.strerror or error}. The file is as it was; save "
            "under another name or in another folder."
        ) from error


def _replace(target: Path, raw: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
            _keep_backup(target)
        else:
            temporary.chmod(0o666 & ~_umask())
        _rename(temporary, target)
        _sync_folder(target.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def backup(path: Path, number: int) -> Path:
    """Return where the ``number``-th last state of a file is kept, 1 being the newest."""
    return path.with_name(f".{path.name}.backup-{number}")


def _keep_backup(target: Path) -> None:
    for number in range(BACKUPS, 1, -1):
        earlier = backup(target, number - 1)
        if earlier.exists():
            _rename(earlier, backup(target, number))
    shutil.copy2(target, backup(target, 1))


def _rename(source: Path, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            source.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY or attempt == _TRIES - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
