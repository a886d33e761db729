"""The journal: after a crash the map comes back to the last edit."""

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from activitymap.errors import FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.judging import set_title
from activitymap.model.edits.statements import add_statements, set_text
from activitymap.model.edits.systems import add_system, rename_system
from activitymap.model.storage.extras import Extra
from activitymap.model.storage.journal import Journal
from activitymap.model.storage.journal_lines import line, read_lines
from activitymap.model.storage.journal_lost import (
    DAYS_KEPT,
    Recovered,
    forget,
    recover,
    recoverable,
)
from activitymap.model.storage.saving import load_map, save_map
from activitymap.model.values import Element


def _ward() -> ActivityMap:
    made = add_system(ActivityMap(), "Ward").map
    return add_statements(made, made.systems[0].id, Element.RULES, ["Wash hands"], 0).map


def _renamed(activity_map: ActivityMap, name: str) -> ActivityMap:
    return rename_system(activity_map, activity_map.systems[0].id, name).map


def _written(folder: Path) -> Path:
    (journal,) = folder.iterdir()
    return journal


def _begun(folder: Path, path: Path | None = None) -> tuple[Journal, ActivityMap]:
    """Return a journal with one edit, and the map after it; the one before is in the file."""
    journal, ward = Journal(folder), _ward()
    if path is not None:
        save_map(path, ward)
    journal.start(path, ward)
    edited = _renamed(ward, "Clinic")
    journal.record(edited)
    return journal, edited


def _crashed(folder: Path) -> Path:
    """Return a folder with the journals as they are on the disk now, which nobody locks."""
    return Path(shutil.copytree(folder, Path(tempfile.mkdtemp(dir=folder.parent)) / "journal"))


def _back(folder: Path) -> Recovered:
    (lost,) = recoverable(_crashed(folder))
    return recover(lost)


# Files ----------------------------------------------------------------------------------------


def test_nothing_is_written_before_the_first_edit_nor_left_after_the_last(tmp_path):
    folder = tmp_path / "data" / "journal"
    journal = Journal(folder)
    journal.start(None, _ward())
    journal.record(_ward())
    assert not folder.exists()
    edited = _renamed(_ward(), "Clinic")
    journal.record(edited)
    assert journal.holds(edited)
    assert not journal.holds(_ward())
    journal.close()
    journal.close()
    assert list(folder.iterdir()) == []


def test_saving_begins_again(tmp_path):
    journal, edited = _begun(tmp_path / "journal")
    path = tmp_path / "ward.activitymap"
    save_map(path, edited)
    journal.start(path, edited)
    assert list((tmp_path / "journal").iterdir()) == []
    journal.record(_renamed(edited, "Hospital"))
    back = _back(tmp_path / "journal")
    assert back == Recovered(_renamed(edited, "Hospital"), path)
    journal.close()


def test_only_the_user_can_read_it_and_its_name_is_a_plain_one(tmp_path):
    folder = tmp_path / "journal"
    folder.mkdir(mode=0o755)
    journal, _ = _begun(folder, tmp_path / "Ward: a “b” 東.activitymap")
    written = _written(folder)
    assert written.name.startswith("Ward_a_b_東-")
    if os.name == "posix":
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    journal.close()


def test_an_edit_is_one_short_line(tmp_path):
    ward = _ward()
    many = add_statements(ward, ward.systems[0].id, Element.TOOLS, ["word " * 20] * 300, 0).map
    journal = Journal(tmp_path)
    journal.start(None, many)
    journal.record(_renamed(many, "Clinic"))
    journal.record(set_text(many, many.systems[0].statements[150].id, "Hello").map)
    lines = read_lines(_written(tmp_path).read_bytes())
    assert lines is not None
    assert len(lines.map) > 10_000
    assert [len(edit) < 250 for edit in lines.edits] == [True, True]
    journal.close()


def test_the_first_line_says_whose_it_is(tmp_path):
    path = tmp_path / "ward.activitymap"
    journal, _ = _begun(tmp_path / "journal", path)
    lines = read_lines(_written(tmp_path / "journal").read_bytes())
    assert lines is not None
    assert lines.start["path"] == str(path)
    assert lines.start["checksum"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert lines.start["process"] == os.getpid()
    journal.close()


def test_unknown_keys_of_the_file_come_back(tmp_path):
    extras = (Extra("system-1", ("place",), "shape", {"a": [1, None]}),)
    journal = Journal(tmp_path / "journal")
    journal.start(None, _ward(), extras)
    journal.record(_renamed(_ward(), "Clinic"))
    assert _back(tmp_path / "journal").extras == extras
    journal.close()


def test_what_is_lost_is_told_the_latest_first(tmp_path):
    folder, path = tmp_path / "journal", tmp_path / "ward.activitymap"
    first, edited = _begun(folder, path)
    first.record(_renamed(edited, "Hospital"))
    second, _ = _begun(folder)
    crashed = _crashed(folder)
    (untitled,) = crashed.glob("untitled-*")
    os.utime(untitled, (0, time.time() - 3600))
    lost = recoverable(crashed)
    assert [(one.path, one.edits) for one in lost] == [(path, 2), (None, 1)]
    assert 3500 < (lost[0].when - lost[1].when).total_seconds() < 3700
    forget(lost[0])
    forget(lost[0])
    assert recoverable(crashed) == lost[1:]
    assert recover(lost[0]).map is None
    assert "cannot be read" in recover(lost[0]).sentence
    first.close()
    second.close()


# The file that it belongs to ------------------------------------------------------------------


def test_a_file_that_was_changed_since_is_left_alone(tmp_path):
    path = tmp_path / "ward.activitymap"
    journal, edited = _begun(tmp_path / "journal", path)
    save_map(path, set_title(_ward(), "By somebody else").map)
    back = _back(tmp_path / "journal")
    assert (back.map, back.path) == (edited, None)
    assert "has been changed since" in back.sentence
    path.write_text("no map at all", encoding="utf-8")
    assert _back(tmp_path / "journal") == back
    journal.close()


def test_a_file_that_is_gone_is_not_needed(tmp_path):
    path = tmp_path / "ward.activitymap"
    journal, edited = _begun(tmp_path / "journal", path)
    path.unlink()
    back = _back(tmp_path / "journal")
    assert (back.map, back.path) == (edited, None)
    assert "is not there any more" in back.sentence
    journal.close()


def test_a_crash_just_after_saving_loses_the_file_no_name(tmp_path):
    path = tmp_path / "ward.activitymap"
    journal, edited = _begun(tmp_path / "journal", path)
    save_map(path, edited)
    assert _back(tmp_path / "journal") == Recovered(edited, path)
    journal.close()


# Other programs and old journals --------------------------------------------------------------


def test_a_journal_that_is_being_written_is_not_lost(tmp_path):
    journal, _ = _begun(tmp_path)
    assert recoverable(tmp_path) == ()
    journal.close()
    assert recoverable(tmp_path / "not there") == ()


def test_old_journals_are_removed_but_for_those_in_use(tmp_path):
    journal, _ = _begun(tmp_path)
    crashed = _crashed(tmp_path)
    for folder, left in ((tmp_path, 1), (crashed, 0)):
        long_ago = time.time() - (DAYS_KEPT + 1) * 24 * 3600
        for file in folder.glob("*.jsonl"):
            os.utime(file, (long_ago, long_ago))
        assert recoverable(folder) == ()
        assert len(list(folder.glob("*.jsonl"))) == left
    journal.close()


def test_other_things_in_the_folder_are_left_alone(tmp_path):
    (tmp_path / "a.jsonl").mkdir()
    (tmp_path / "b.jsonl").write_text("hello", encoding="utf-8")
    (tmp_path / "c.jsonl").write_bytes(line("start", b'{"version":99}', 0)[0])
    assert recoverable(tmp_path) == ()
    assert len(list(tmp_path.iterdir())) == 3


EDITOR = """
import sys
from pathlib import Path
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.systems import add_system
from activitymap.model.storage.journal import Journal
journal, made = Journal(Path(sys.argv[1])), ActivityMap()
journal.start(None, made)
while True:
    made = add_system(made, f"Service {len(made.systems)}").map
    journal.record(made)
    print(len(made.systems), flush=True)
"""


def test_a_program_that_is_killed_loses_nothing_that_was_done(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", EDITOR, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        for _ in range(40):
            child.stdout.readline()
        assert recoverable(tmp_path) == (), "it is still at work"
        child.kill()
        done = 40 + len(child.stdout.read().splitlines())
    (lost,) = recoverable(tmp_path)
    back = recover(lost).map
    assert back is not None
    # It may have been killed between writing an edit and telling of it.
    assert len(back.systems) in {done, done + 1}
    assert lost.edits == len(back.systems)


# Disks that are full, and folders that are none -----------------------------------------------


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    journal = Journal(tmp_path / "file" / "journal")
    edited = _renamed(_ward(), "Clinic")
    with pytest.raises(FileError, match=r"would be lost: .* cannot be written"):
        journal.record(edited)
    journal.record(edited)
    assert not journal.holds(edited)
    journal.close()


def test_what_a_full_disk_refused_is_written_when_there_is_room_again(tmp_path, monkeypatch):
    journal, edited = _begun(tmp_path / "journal")
    written, really = _written(tmp_path / "journal"), os.write
    size = written.stat().st_size

    def full(handle: int, data: bytes) -> int:
        if len(data) > 10:
            return really(handle, data[:10])  # A part of it still fits.
        raise OSError(28, "No space left on device")

    hospital = _renamed(edited, "Hospital")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(FileError, match="No space left"):
            journal.record(hospital)
    assert written.stat().st_size == size
    assert _back(tmp_path / "journal").map == edited
    last = set_title(hospital, "Later").map
    journal.record(last)
    assert _back(tmp_path / "journal") == Recovered(last)
    journal.close()


def test_a_journal_that_cannot_be_begun_leaves_nothing_until_the_map_is_saved(
    tmp_path, monkeypatch
):
    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    journal, folder = Journal(tmp_path / "journal"), tmp_path / "journal"
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(FileError, match="No space left"):
            journal.record(_ward())
    assert list(folder.iterdir()) == []
    journal.record(_ward())
    assert list(folder.iterdir()) == []
    path = tmp_path / "ward.activitymap"
    save_map(path, _ward())
    journal.start(path, load_map(path).map)
    journal.record(_renamed(_ward(), "Clinic"))
    assert _back(folder) == Recovered(_renamed(_ward(), "Clinic"), path)
    journal.close()
