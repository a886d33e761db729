"""What a crash left behind: the journals that nobody writes any more, and their maps."""

import contextlib
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from activitymap.errors import ActivityMapError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.extras import Extra, Extras
from activitymap.model.storage.file_format import FORMAT, MAX_BYTES, Loaded, decode
from activitymap.model.storage.journal import ENDING, checksum
from activitymap.model.storage.journal_changes import Data, applied
from activitymap.model.storage.journal_lines import Lines, read_lines
from activitymap.model.storage.journal_lock import is_locked
from activitymap.model.storage.saving import load_map

DAYS_KEPT = 30
MAX_JOURNAL_BYTES = 4 * MAX_BYTES


class Lost(NamedTuple):
    """A journal with edits that were never saved.

    ``path`` is the file of the map, ``None`` for one that was never saved; ``when`` the local time
    of the last edit; ``edits`` how many there are, undos and redos being edits too.
    """

    journal: Path
    path: Path | None
    when: datetime
    edits: int


class Recovered(NamedTuple):
    """A map as it was before the crash, or ``None`` where nothing of it is left.

    ``path`` is its file, unless something else stands there now. ``sentence`` is what the person
    should know, or empty.
    """

    map: ActivityMap | None
    path: Path | None = None
    extras: Extras = ()
    sentence: str = ""


def recoverable(folder: Path) -> tuple[Lost, ...]:
    """Return what programs that are gone left in a folder of journals, the latest first.

    Journals that nobody has written for 30 days are removed.
    """
    return tuple(sorted(_left(folder), key=lambda lost: lost.when, reverse=True))


def recover(lost: Lost) -> Recovered:
    """Return the map as it was after the last edit of a journal, as far as that can be read."""
    lines = _lines(lost.journal)
    if lines is None:
        return Recovered(
            None,
            sentence="The changes that were not saved cannot be read any more. "
            "Go on from the last saved file, or from a backup of it.",
        )
    try:
        loaded, edits = _replayed(lines, str(lost.path or "the map"))
    except ActivityMapError as error:
        return Recovered(None, sentence=str(error))
    path, sentences = _file_now(lines, loaded.map)
    if edits < len(lines.edits) or not lines.whole:
        sentences.append("The very last changes could not be read; look whether any are missing.")
    extras = (*_extras(lines.start), *loaded.extras)
    return Recovered(loaded.map, path, extras, " ".join(sentences))


def forget(lost: Lost) -> None:
    """Remove a journal: its map is safe elsewhere, or not wanted."""
    with contextlib.suppress(OSError):
        lost.journal.unlink()


def _left(folder: Path) -> Iterator[Lost]:
    try:
        journals = sorted(folder.glob(f"*{ENDING}"))
    except OSError:
        return
    for journal in journals:
        try:
            status = journal.stat()
        except OSError:
            continue
        if not journal.is_file() or is_locked(journal):
            continue
        if status.st_mtime < time.time() - DAYS_KEPT * 24 * 3600:
            with contextlib.suppress(OSError):
                journal.unlink()
            continue
        lines = _lines(journal)
        if lines is not None and lines.edits:
            when = datetime.fromtimestamp(status.st_mtime, UTC).astimezone()
            yield Lost(journal, _path(lines.start), when, len(lines.edits))


def _lines(journal: Path) -> Lines | None:
    try:
        if journal.stat().st_size > MAX_JOURNAL_BYTES:
            return None
        return read_lines(journal.read_bytes())
    except OSError:
        return None


def _path(start: Data) -> Path | None:
    path = start.get("path")
    return Path(path) if isinstance(path, str) and path else None


def _extras(start: Data) -> Extras:
    with contextlib.suppress(TypeError, ValueError):
        return tuple(
            Extra(anchor, tuple(path), key, value)
            for anchor, path, key, value in start.get("extras", ())
        )
    return ()


def _replayed(lines: Lines, name: str) -> tuple[Loaded, int]:
    """Return the map after as many edits as make one that holds together, and how many these are.

    Edits are put onto plain data, so that a newer program brings the old format up to date last.

    Raises:
        ActivityMapError: not even the map from before the edits is one.
    """
    states = _states(lines)
    with contextlib.suppress(ActivityMapError):
        return _loaded(states[-1], lines.start, name), len(states) - 1
    # No journal of ours comes here. Halving finds a state that is sound: the first one is.
    sound, loaded, unsound = 0, _loaded(states[0], lines.start, name), len(states) - 1
    while unsound - sound > 1:
        middle = (sound + unsound) // 2
        try:
            sound, loaded = middle, _loaded(states[middle], lines.start, name)
        except ActivityMapError:
            unsound = middle
    return loaded, sound


def _states(lines: Lines) -> list[Any]:
    """Return the map before the edits and after each of them, as plain data that shares parts."""
    states: list[Any] = [None]
    with contextlib.suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError):
        states[0] = json.loads(lines.map)
        for edit in lines.edits:
            states.append(applied(states[-1], json.loads(edit)))
    return states


def _loaded(data: object, start: Data, name: str) -> Loaded:
    content = {"format": FORMAT, "version": start.get("map_version"), "map": data}
    return decode(json.dumps(content, ensure_ascii=False).encode(errors="replace"), name)


def _file_now(lines: Lines, activity_map: ActivityMap) -> tuple[Path | None, list[str]]:
    """Return the file that the map may be saved to, and a sentence if that is not its own."""
    path = _path(lines.start)
    if path is None:
        return None, []
    now = checksum(path)
    if now is not None and now == lines.start.get("checksum"):
        return path, []
    if now is None:
        return None, [f"The file “{path}” is not there any more; save the map under a new name."]
    with contextlib.suppress(ActivityMapError):
        if load_map(path).map == activity_map:  # It crashed just after saving.
            return path, []
    changed = f"The file “{path}” has been changed since; it was left as it is."
    return None, [f"{changed} Save what came back under another name."]
