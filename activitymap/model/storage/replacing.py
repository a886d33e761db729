"""Writing a file in one step: at every moment it is the old one or the new one."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

_BUSY = {5, 32}
"""Windows errors of a file that another program (a virus scanner, a sync client) holds."""
_TRIES = 20


def replace_file(target: Path, raw: bytes, backups: int = 0) -> None:
    """Put bytes into a file in one step, keeping who may read it.

    The last ``backups`` states of the file are kept beside it.

    Raises:
        OSError: it cannot be written; the file is as it was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
            if backups:
                _keep_backup(target, backups)
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


def _keep_backup(target: Path, backups: int) -> None:
    for number in range(backups, 1, -1):
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
