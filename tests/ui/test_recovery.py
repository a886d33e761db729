"""After a crash the map comes back to the last edit, as unsaved changes of its file."""

import json
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt

from activitymap.model.edits.judging import set_title
from activitymap.model.edits.systems import add_system, rename_system
from activitymap.model.storage.saving import load_map, save_map
from activitymap.ui.document import Document
from activitymap.ui.recovery import Recovery, journal_folder
from tests.ui.conftest import EXAMPLE, on_screen, statement


class Running:
    """A document with its journal, and what the person was told."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        self.document = Document(parent)
        self.recovery = Recovery(self.document, folder)
        self.told: list[str] = []
        self.document.refused.connect(self.told.append)

    def rename(self, name: str) -> None:
        """Give the first service another name."""
        self.document.edit("Rename", rename_system, self.document.map.systems[0].id, name)


@pytest.fixture
def program(qapp):
    """Starts the program with a folder of journals, as often as wanted."""
    parent = QObject()
    started: list[Running] = []

    def start(folder: Path) -> Running:
        started.append(Running(folder, parent))
        return started[-1]

    yield start
    for one in started:
        one.recovery.close()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def path(tmp_path):
    """A copy of the example that everybody sees first."""
    return Path(shutil.copy(EXAMPLE, tmp_path / EXAMPLE.name))


def _crash(folder: Path) -> Path:
    """Return a folder with the journals as a crash leaves them now."""
    left = folder.with_name(f"after-{len(list(folder.parent.iterdir()))}")
    return Path(shutil.copytree(folder, left))


def _only(running: Running):
    (lost,) = running.recovery.lost()
    return lost


def test_the_map_comes_back_as_unsaved_changes_of_its_file(program, folder, path):
    first = program(folder)
    first.document.open(path)
    opened = first.document.map
    first.rename("Academy")
    first.rename("College")
    first.document.edit("Title", set_title, "Two")
    first.document.undo_stack.undo()
    again = program(_crash(folder))
    lost = _only(again)
    assert (lost.path, lost.edits) == (path, 4)
    assert again.recovery.restore(lost)
    assert again.document.map == first.document.map
    assert again.document.map.systems[0].name == "College"
    assert again.document.path == path
    assert not again.document.undo_stack.isClean()
    assert again.document.undo_stack.undoText() == "Bring back unsaved changes"
    assert again.told == []
    assert again.recovery.lost() == ()
    again.document.undo_stack.undo()
    assert again.document.map == opened
    again.document.undo_stack.redo()
    again.document.save(path)
    assert load_map(path).map == first.document.map


def test_a_crash_after_coming_back_loses_nothing_either(program, folder, path):
    first = program(folder)
    first.document.open(path)
    first.rename("Academy")
    second = program(_crash(folder))
    second.recovery.restore(_only(second))
    third = program(_crash(second.recovery._folder))
    third.recovery.restore(_only(third))
    third.rename("College")
    last = program(_crash(third.recovery._folder))
    last.recovery.restore(_only(last))
    assert last.document.map == third.document.map
    assert last.document.map.systems[0].name == "College"


def test_a_map_without_a_file_comes_back(program, folder):
    first = program(folder)
    first.document.edit("Add", add_system, "Ward")
    again = program(_crash(folder))
    lost = _only(again)
    assert again.recovery.describe(lost).startswith("A map without a file: last changed on ")
    assert again.recovery.describe(lost).endswith("not saved (steps: 1)")
    assert again.recovery.restore(lost)
    assert again.document.map == first.document.map
    assert again.document.path is None
    assert not again.document.undo_stack.isClean()


def test_opening_is_no_edit_and_leaves_no_trace(program, folder, path):
    running = program(folder)
    running.document.open(path)
    assert not folder.exists()
    running.rename("Academy")
    assert len(list(folder.iterdir())) == 1
    seen = []
    running.document.map_changed.connect(lambda _: seen.append(_texts(folder)))
    running.document.new()
    assert "Academy" in seen[0]
    assert seen[0].count("\n") == 3, "the new map is no edit of the old one"
    assert list(folder.iterdir()) == []


def _texts(folder: Path) -> str:
    return "".join(one.read_text(encoding="utf-8") for one in folder.iterdir())


def test_saving_and_closing_remove_the_journal(program, folder, path, tmp_path):
    running = program(folder)
    running.document.open(path)
    running.rename("Academy")
    running.document.save(tmp_path / "other.activitymap")
    assert list(folder.iterdir()) == []
    running.rename("College")
    assert _only(program(_crash(folder))).path == tmp_path / "other.activitymap"
    running.recovery.close()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_once_and_disturbs_nothing(program, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    running = program(tmp_path / "file" / "journal")
    for name in ("Ward", "Clinic", "School"):
        running.document.edit("Add", add_system, name)
    running.document.undo_stack.undo()
    assert [one.name for one in running.document.map.systems] == ["Ward", "Clinic"]
    (told,) = running.told
    assert "save often" in told
    assert running.recovery.lost() == ()


def test_what_was_lost_stays_until_it_is_safe_again(program, folder, path, monkeypatch):
    first = program(folder)
    first.document.open(path)
    first.rename("Academy")
    again = program(_crash(folder))

    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        assert again.recovery.restore(_only(again))
    assert again.document.map == first.document.map
    assert "No space left" in again.told[0]
    assert _only(again).edits == 1
    again.recovery.forget(_only(again))
    assert again.recovery.lost() == ()


def test_a_file_that_somebody_changed_is_not_overwritten(program, folder, path):
    first = program(folder)
    first.document.open(path)
    first.rename("Academy")
    save_map(path, set_title(load_map(path).map, "By somebody else").map)
    again = program(_crash(folder))
    assert again.recovery.restore(_only(again))
    assert again.document.map == first.document.map
    assert again.document.path is None
    assert "has been changed since" in again.told[0]


@pytest.mark.parametrize("gone", [False, True], ids=["its file is there", "its file is gone"])
def test_what_this_version_does_not_know_comes_back_too(program, folder, path, tmp_path, gone):
    data = json.loads(path.read_text(encoding="utf-8"))
    data["map"]["from_the_future"] = {"kept": True}
    path.write_text(json.dumps(data), encoding="utf-8")
    first = program(folder)
    first.document.open(path)
    first.rename("Early help")
    left = _crash(folder)
    if gone:
        path.unlink()
    second = program(left)
    assert second.recovery.restore(_only(second))
    saved = tmp_path / "saved.activitymap"
    second.document.save(saved)
    again = json.loads(saved.read_text(encoding="utf-8"))
    assert again["map"]["from_the_future"] == {"kept": True}
    assert again["map"]["systems"][0]["name"] == "Early help"


def test_undoing_all_before_the_crash_loses_nothing(program, folder, path):
    first = program(folder)
    first.document.open(path)
    first.rename("Academy")
    first.document.undo_stack.undo()
    again = program(_crash(folder))
    assert again.recovery.restore(_only(again))
    assert again.told == ["Nothing was lost: all changes are in the file."]
    assert again.document.undo_stack.isClean()
    assert again.recovery.lost() == ()


def test_a_journal_that_is_gone_is_a_sentence_and_leaves_the_open_map(program, folder, path):
    first = program(folder)
    first.document.open(path)
    first.rename("Academy")
    again = program(_crash(folder))
    again.document.edit("Add", add_system, "Ward")
    before, lost = again.document.map, again.recovery.lost()[0]
    again.recovery.forget(lost)
    assert not again.recovery.restore(lost)
    assert again.document.map is before
    assert "cannot be read" in again.told[0]


def test_what_was_typed_with_keys_comes_back(team, qtbot, program, folder):
    recovery = Recovery(team.document, folder)
    chosen = statement(team, team.document.map.systems[0].statements[0].text)
    view = team.view.viewport()
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=on_screen(team, chosen))
    field = team.canvas.typist.field
    field.selectAll()
    qtbot.keyClicks(field, "Nobody waits")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    again = program(_crash(folder))
    assert again.recovery.restore(_only(again))
    assert again.document.map == team.document.map
    assert again.document.map.systems[0].statements[0].text == "Nobody waits"
    recovery.close()


def test_journals_lie_in_the_users_own_folder(user_home):
    assert journal_folder().is_relative_to(user_home)
    assert journal_folder().name == "journal"
