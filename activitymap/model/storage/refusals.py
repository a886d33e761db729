"""What keeps a file from being written, in words that help: maps, pictures and data alike."""

import errno
import os
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_HELD = {errno.EBUSY, errno.ETXTBSY}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_HELD_ON_WINDOWS = {32, 33}
"""Windows errors of a file that another program has open."""


def why_not_written(error: OSError, target: Path) -> str:
    """Return what kept a file from being written, and what to do; ``target`` is no link."""
    held = getattr(error, "winerror", None) in _HELD_ON_WINDOWS or error.errno in _HELD
    if held or (os.name == "nt" and error.errno in _FORBIDDEN and target.exists()):
        return "another program has it open. Close it there, or choose another name."
    if not target.parent.is_dir():
        return f"there is no folder “{target.parent}”. Make it, or choose another one."
    if error.errno in _FULL:
        return "the disk is full. Make room on it, or choose another one."
    if error.errno in _FORBIDDEN:
        return "you may not write there. Choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return "its name is too long. Choose a shorter one."
    return f"{error.strerror or error}. Choose another folder."
