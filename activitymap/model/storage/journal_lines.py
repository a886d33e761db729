"""The lines of a journal: JSON each, with a sum that runs on from the line before.

The first line says to which file the journal belongs, the second holds the map it starts from, and
every further one an edit. A line that is torn, damaged, missing or in the wrong place does not
fit the sum, and the journal ends before it.
"""

import json
import re
from typing import Any, NamedTuple
from zlib import crc32

FORMAT_VERSION = 1
_LINE = re.compile(rb'\{"sum":"([0-9a-f]{8})","(start|map|edit)":(.*)\}')


def line(kind: str, content: bytes, before: int) -> tuple[bytes, int]:
    """Return the line that holds JSON, and its sum; ``before`` is that of the line before, or 0."""
    known = crc32(content, before)
    return b'{"sum":"%08x","%s":%s}\n' % (known, kind.encode(), content), known


class Lines(NamedTuple):
    """What of a journal can be trusted: its start, and the JSON of its map and of its edits."""

    start: dict[str, Any]
    map: bytes
    edits: tuple[bytes, ...]
    whole: bool
    """Whether the journal ends where its file does."""


def read_lines(raw: bytes) -> Lines | None:
    """Return what can be trusted of the bytes of a journal, or ``None`` without a whole map."""
    known, contents, expected = 0, [], ["start", "map"]
    lines = raw.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    for place, line in enumerate(lines):
        kind = expected[place] if place < len(expected) else "edit"
        found = _LINE.fullmatch(line)
        if found is None or found[2] != kind.encode():
            break
        known = crc32(found[3], known)
        if found[1] != b"%08x" % known:
            break
        contents.append(found[3])
    if len(contents) < len(expected):
        return None
    try:
        start = json.loads(contents[0])
    except (ValueError, RecursionError):
        return None
    if not isinstance(start, dict) or start.get("version") != FORMAT_VERSION:
        return None
    return Lines(start, contents[1], tuple(contents[2:]), len(contents) == len(lines))
