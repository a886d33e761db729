"""The file: JSON with a format name, a version and the map.

Reading goes straight from bytes to values; only when that fails is the file looked at slowly, to
find out what it is, to migrate it, to keep what this program does not know, and to say in words
what is wrong and where.
"""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from activitymap.errors import FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from activitymap.model.storage.extras import Extras, put_back, take_out
from activitymap.model.storage.migrations import VERSION, migrated
from activitymap.model.storage.places import place_in_words
from activitymap.model.storage.tidying import needs_tidying, tidied

FORMAT = "activitymap"
MAX_BYTES = 100_000_000
MAX_ENTRIES = 3_000_000
"""Commas in a file: each entry and each field has one, so this bounds time and memory."""


class _Envelope(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    format: Literal["activitymap"]
    version: Literal[2]
    map: ActivityMap


class Loaded(NamedTuple):
    """A map from a file, and what the file held that this program does not know."""

    map: ActivityMap
    extras: Extras = ()


def encode(activity_map: ActivityMap, extras: Extras = ()) -> bytes:
    """Return the bytes of a file: UTF-8, indented, in stable order, with a final line end."""
    text = activity_map.model_dump_json(indent=1, exclude_defaults=True)
    if extras:
        text = json.dumps(put_back(json.loads(text), extras), ensure_ascii=False, indent=1)
    return f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n"map": {text}\n}}\n'.encode()


def decode(raw: bytes, name: str) -> Loaded:
    """Return the map in the bytes of a file; ``name`` is what sentences call the file.

    Raises:
        FileError: they are no map; the sentence says what is wrong, where, and what to do.
    """
    _check_size(raw, name)
    text = _text(raw, name)
    with _no_collecting():
        if needs_tidying(raw):
            loaded = _slowly(text, name)
        else:
            try:
                loaded = Loaded(_Envelope.model_validate_json(text).map)
            except ValidationError:
                loaded = _slowly(text, name)
        for problem in problems(loaded.map):
            raise FileError(f"“{name}” does not hold together: {problem}")
    return loaded


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector off: all that is made stays, and it would go through it often."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check_size(raw: bytes, name: str) -> None:
    if not raw.strip():
        raise FileError(f"“{name}” is empty. Open a backup, or start a new map.")
    if raw.count(b",") > MAX_ENTRIES:
        raise FileError(
            f"“{name}” holds more than {MAX_ENTRIES:,} entries, more than any map. "
            "Choose another file."
        )


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(
            f"“{name}” is no map: it is not UTF-8 text (byte {error.start:,}). "
            "Choose a file that ends in .activitymap."
        ) from error


def _slowly(text: str, name: str) -> Loaded:
    data = _json(text, name)
    version = _version(data, name)
    if version < VERSION:
        data["map"] = migrated(data["map"], version)
    content = tidied(data["map"])
    content, extras = take_out(content, ActivityMap)
    try:
        made = ActivityMap.model_validate_json(json.dumps(content))
    except ValidationError as error:
        raise FileError(f"“{name}”: {_first_problem(error, content)}") from error
    return Loaded(made, extras)


def _json(text: str, name: str) -> dict[str, Any]:
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except RecursionError as error:
        raise FileError(f"“{name}” is no map: it is nested too deeply.") from error
    except ValueError as error:
        line = getattr(error, "lineno", None)
        where = f"line {line}, " if line else ""
        raise FileError(
            f"“{name}” is damaged or no map ({where}{getattr(error, 'msg', error)}). "
            "Open a backup of it."
        ) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileError(f"“{name}” is JSON, but no map of this program. Choose another file.")
    return data


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _version(data: dict[str, Any], name: str) -> int:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError(f"“{name}” does not say its version. Open a backup of it.")
    if version > VERSION:
        raise FileError(
            f"“{name}” was made by a newer Activity Map (format {version}; this program knows "
            f"{VERSION}). Open it with the newer program; it was not changed."
        )
    if not isinstance(data.get("map"), dict):
        raise FileError(f"“{name}” holds no map. Open a backup of it.")
    return version


def _first_problem(error: ValidationError, content: object) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = place_in_words(first["loc"], content)
    return (
        f"{place}: {first['msg'][:1].lower()}{first['msg'][1:]}. Mend the entry, or open a backup."
    )
