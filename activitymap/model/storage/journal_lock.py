"""A lock on an open file that ends with the program, however the program ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """Windows keeps others from reading what is locked, so one byte far behind the end is."""

    def lock(handle: int) -> None:
        """Lock an open file; wait a moment if somebody is just looking whether it is locked.

        Raises:
            OSError: it cannot be locked.
        """
        _lock(handle, msvcrt.LK_LOCK)

    def _try(handle: int) -> None:
        _lock(handle, msvcrt.LK_NBLCK)

    def _lock(handle: int, how: int) -> None:
        place = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, how, 1)
        finally:
            os.lseek(handle, place, os.SEEK_SET)

else:
    import fcntl

    def lock(handle: int) -> None:
        """Lock an open file; wait a moment if somebody is just looking whether it is locked.

        Raises:
            OSError: it cannot be locked.
        """
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_locked(path: Path) -> bool:
    """Whether a file is locked, here or in another program; one that cannot be told is."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return True
    try:
        _try(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
