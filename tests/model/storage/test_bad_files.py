"""Files that are no maps: one sentence that names the file and what to do, in bounded time."""

import json
import os
from pathlib import Path

import pytest

from activitymap.errors import FileError
from activitymap.model.storage.file_format import MAX_BYTES
from activitymap.model.storage.saving import load_map

HEAD = '{"format": "activitymap", "version": 1, "map": '
SYSTEM = '{"id": "system-1", "name": "School", "statements": [%s]}'


def _systems(*statements: str) -> str:
    return HEAD + '{"last_number": 9, "systems": [' + SYSTEM % ", ".join(statements) + "]}}"


def _statement(identity: str = "statement-2", element: str = "rules", more: str = "") -> str:
    return f'{{"id": "{identity}", "element": "{element}", "text": "a"{more}}}'


BAD = {
    "empty": ("", "is empty"),
    "blank": (" \n\n", "is empty"),
    "no json": ("hello", "damaged or no map"),
    "truncated": (_systems(_statement())[:60], "damaged or no map"),
    "another json": ('{"a": 1}', "no map of this program"),
    "a list": ("[1, 2]", "no map of this program"),
    "newer version": ('{"format": "activitymap", "version": 99, "map": {}}', "newer Activity Map"),
    "no version": ('{"format": "activitymap", "map": {}}', "version"),
    "odd version": ('{"format": "activitymap", "version": "1", "map": {}}', "version"),
    "no map": ('{"format": "activitymap", "version": 1}', "holds no map"),
    "unknown element": (_systems(_statement(element="colour")), "service “School”, statement 1"),
    "duplicate ids": (_systems(_statement(), _statement()), "is used 2 times"),
    "dangling matter": (
        _systems(_statement(more=', "readings": [{"matter": "matter-9"}]')),
        "which is not there",
    ),
    "dangling link": (
        HEAD + '{"links": [{"id": "link-1", "kind": "uses the outcome of", "source": "a", '
        '"target": "b"}], "last_number": 9}}',
        "which is not there",
    ),
    "not a number": (HEAD + '{"last_number": NaN}}', "no number"),
    "infinity": (
        HEAD + '{"systems": [{"id": "s", "name": "S", "place": {"x": 1e999, "y": 0}}]}}',
        "service “S”, place, x",
    ),
    "wrong type": (HEAD + '{"systems": 5}}', "service"),
    "deep": (HEAD + "[" * 10_000 + "]" * 10_000 + "}", "no map"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence(tmp_path, name):
    text, expected = BAD[name]
    path = tmp_path / f"{name}.activitymap"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as refused:
        load_map(path)
    message = str(refused.value)
    assert str(path) in message
    assert expected in message
    assert "\n" not in message
    assert len(message) < 600
    assert path.read_text(encoding="utf-8") == text


def test_not_utf_8(tmp_path):
    path = tmp_path / "latin.activitymap"
    path.write_bytes("{“Öl”}".encode("cp1252", "replace"))
    with pytest.raises(FileError, match="not UTF-8"):
        load_map(path)


def test_a_byte_order_mark_is_no_hindrance(tmp_path):
    path = tmp_path / "bom.activitymap"
    path.write_text(_systems(_statement()), encoding="utf-8-sig")
    assert load_map(path).map.systems[0].name == "School"


def test_a_folder_a_missing_file_and_a_device(tmp_path):
    with pytest.raises(FileError, match="is a folder"):
        load_map(tmp_path)
    with pytest.raises(FileError, match="There is no file"):
        load_map(tmp_path / "nowhere.activitymap")
    if os.name == "posix":
        with pytest.raises(FileError, match="no file that holds a map"):
            load_map(Path("/dev/zero"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_no_permission(tmp_path):
    path = tmp_path / "mine.activitymap"
    path.write_text(_systems(), encoding="utf-8")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:  # To whom everything is allowed.
        os.seteuid(65534)
    try:
        with pytest.raises(FileError, match="cannot be read"):
            load_map(path)
    finally:
        if root:
            os.seteuid(0)


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "huge.activitymap"
    with path.open("wb") as file:
        file.truncate(2 * MAX_BYTES)
    with pytest.raises(FileError, match="MB"):
        load_map(path)


def test_a_million_bad_entries_are_one_sentence(tmp_path):
    path = tmp_path / "million.activitymap"
    path.write_text(HEAD + '{"systems": [' + ",".join(["1"] * 1_000_000) + "]}}", encoding="utf-8")
    with pytest.raises(FileError, match="service 1"):
        load_map(path)


def test_a_million_statements_are_too_many(tmp_path):
    path = tmp_path / "million.activitymap"
    statement = json.dumps({"id": "x", "element": "rules", "text": "a", "state": "present"})
    path.write_text(_systems(*[statement] * 1_000_000), encoding="utf-8")
    with pytest.raises(FileError, match="entries"):
        load_map(path)
