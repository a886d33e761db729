"""The journal: every edit on the disk at once, so that a crash costs nothing.

It begins with the first edit and holds the whole map from before it, also where that map has a
file: a file may be moved, changed or on a stick that is gone when the program comes back, and
what opening adds to a map (places on the canvas) stands in no file. That copy costs the first edit
after opening or saving as much as encoding the map, a few milliseconds for a workshop's; a map
that is only looked at leaves no trace.

An edit is handed to the operating system, which keeps it when this program dies; it is not forced
to the disk, as that takes tens of milliseconds on some, while somebody types. So a power cut may
cost the last seconds.
"""

import contextlib
import hashlib
import json
import os
import re
import tempfile
from pathlib import Path

from activitymap.errors import FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.extras import Extras
from activitymap.model.storage.journal_changes import difference
from activitymap.model.storage.journal_lines import FORMAT_VERSION, line
from activitymap.model.storage.journal_lock import lock
from activitymap.model.storage.migrations import VERSION

ENDING = ".jsonl"


class Journal:
    """Writes down the edits of one open map in a file of a folder that only the user can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None
        self._journal = Path()
        self._size = self._sum = 0
        self._given_up = False
        self.start(None, ActivityMap())

    def start(self, path: Path | None, activity_map: ActivityMap, extras: Extras = ()) -> None:
        """Begin again with a map as it was opened from, or saved to, ``path`` just now.

        What was written down before is removed.
        """
        self.close()
        self._path = path.absolute() if path else None
        self._checksum = checksum(path) if path else None
        self._last, self._extras = activity_map, extras
        self._given_up = False

    def record(self, after: ActivityMap) -> None:
        """Write down the map as it is after an edit, an undo or a redo.

        If that fails, the next call writes down all that is missing, but a journal that could not
        even be begun is not tried again before the next `start`.

        Raises:
            FileError: it could not be written.
        """
        if self._given_up:
            return
        try:
            found = difference(self._last, after)
            if found:
                self._write_edit(_json(found))
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise FileError(
                f"If the program crashed now, your last changes would be lost: “{self._folder}” "
                f"cannot be written ({why}). You can go on working; save often."
            ) from error
        self._last = after

    def holds(self, activity_map: ActivityMap) -> bool:
        """Whether this very map would come back after a crash now."""
        return self._handle is not None and self._last is activity_map

    def close(self) -> None:
        """Remove what was written down: the map is saved, or its changes are not wanted."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with contextlib.suppress(OSError):
            # An empty journal says nothing, even where it cannot be removed.
            os.ftruncate(handle, 0)
        os.close(handle)
        with contextlib.suppress(OSError):
            self._journal.unlink()

    def _write_edit(self, content: bytes) -> None:
        if self._handle is None:
            self._given_up = True
            self._begin()
            self._given_up = False
        self._write("edit", content)

    def _begin(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        name = self._path.stem if self._path else "untitled"
        prefix = re.sub(r"[^\w-]+", "_", name)[:40] + "-"
        # Only the user can read and write what mkstemp makes.
        handle, journal = tempfile.mkstemp(prefix=prefix, suffix=ENDING, dir=self._folder)
        self._handle, self._journal = handle, Path(journal)
        self._size = self._sum = 0
        start = {
            "format": "activitymap journal",
            "version": FORMAT_VERSION,
            "map_version": VERSION,
            "process": os.getpid(),
            "path": str(self._path) if self._path else None,
            "checksum": self._checksum,
            "extras": self._extras,
        }
        try:
            lock(handle)
            self._write("start", _json(start))
            text = self._last.model_dump_json(exclude_defaults=True)
            self._write("map", text.encode())
        except BaseException:
            self.close()
            raise

    def _write(self, kind: str, content: bytes) -> None:
        """Add a line to the file, or leave the file as it was."""
        assert self._handle is not None
        made, known = line(kind, content, self._sum)
        # Not where the last write ended: it may have failed halfway.
        os.lseek(self._handle, self._size, os.SEEK_SET)
        rest = memoryview(made)
        try:
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, self._size)
            raise
        self._size, self._sum = self._size + len(made), known


def _json(data: object) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode()


def checksum(path: Path) -> str | None:
    """Return the SHA-256 of a file, or ``None`` if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
