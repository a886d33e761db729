"""The file: what is saved is what is opened, and unknown keys stay."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.errors import FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.systems import remove_systems, rename_system
from activitymap.model.storage.file_format import decode, encode
from activitymap.model.storage.migrations import MIGRATIONS, VERSION, migrated
from activitymap.model.storage.replacing import backup
from activitymap.model.storage.saving import BACKUPS, load_map, save_map
from activitymap.model.values import ActivitySystem, Element, Statement
from tests.model.strategies import activity_maps

FILES = Path(__file__).parent / "files"


def _small() -> ActivityMap:
    statement = Statement(id="statement-2", element=Element.RULES, text="Wash hands")
    system = ActivitySystem(id="system-1", name="Ward", statements=(statement,))
    return ActivityMap(title="Ward", systems=(system,), last_number=2)


@given(activity_maps())
@settings(max_examples=100)
def test_what_is_encoded_is_decoded(activity_map: ActivityMap):
    raw = encode(activity_map)
    assert decode(raw, "map").map == activity_map
    assert encode(decode(raw, "map").map) == raw
    assert json.loads(raw)["version"] == VERSION


def test_saving_and_loading(tmp_path):
    path = tmp_path / "ward.activitymap"
    save_map(path, _small())
    assert load_map(path).map == _small()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_file_reads_line_by_line_in_a_diff():
    lines = encode(_small()).decode().splitlines()
    assert '  "name": "Ward",' in [line.rstrip() for line in lines] or any(
        line.strip() == '"name": "Ward",' for line in lines
    )
    assert "readings" not in encode(_small()).decode(), "what is not used is not written"


def test_unknown_keys_survive_editing_and_go_with_what_they_belonged_to(tmp_path):
    data = json.loads(encode(_small()))
    data["map"]["mood"] = {"of": ["the", "room"]}
    data["map"]["systems"][0]["shape"] = "square"
    data["map"]["systems"][0]["statements"][0]["stars"] = 5
    path = tmp_path / "ward.activitymap"
    path.write_text(json.dumps(data), encoding="utf-8")
    loaded = load_map(path)
    renamed = rename_system(loaded.map, "system-1", "Clinic").map
    save_map(path, renamed, loaded.extras)
    written = json.loads(path.read_text(encoding="utf-8"))["map"]
    assert written["mood"] == {"of": ["the", "room"]}
    assert written["systems"][0]["shape"] == "square"
    assert written["systems"][0]["statements"][0]["stars"] == 5
    save_map(path, remove_systems(renamed, ["system-1"]).map, loaded.extras)
    assert "square" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_files_of_every_version_open_forever(version):
    assert load_map(FILES / f"version-{version}.activitymap").map.systems


def test_format_1_becomes_the_same_map_with_the_answers_of_quick_rounds_by_themselves():
    """The stored file is as the first version wrote it: an answer stands in the reason's place."""
    path = FILES / "version-1.activitymap"
    expected = json.loads(path.read_text(encoding="utf-8"))["map"]
    answers = {
        "judgement-53": "apart",
        "judgement-54": "depends",
        "judgement-55": "together",
        "judgement-56": "not the same matter",
    }
    for one in expected["judgements"]:
        if one["id"] in answers:
            assert one.pop("reason") == answers[one["id"]]
            one["answer"] = answers[one["id"]]
    loaded = load_map(path)
    assert json.loads(encode(loaded.map, loaded.extras))["map"] == expected
    assert {one.id: one.answer for one in loaded.map.judgements if one.answer} == answers
    assert loaded.map.judgements[-1].reason == "They meet at three now"
    stands = [one for one in detect(loaded.map).contradictions if one.judgement]
    assert len(stands) == len(loaded.map.judgements)
    assert not any(one.changed for one in stands)


def test_every_version_has_its_migration():
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_migrations_are_taken_one_step_after_the_other():
    steps = {
        1: lambda data: data | {"seen": [*data["seen"], "one"]},
        2: lambda data: data | {"seen": [*data["seen"], "two"]},
    }
    assert migrated({"seen": []}, 1, 3, steps) == {"seen": ["one", "two"]}
    assert migrated({"seen": []}, 2, 3, steps) == {"seen": ["two"]}


def test_migrations_reach_the_maps_of_kept_versions():
    steps = {2: lambda data: data | {"seen": True}}
    kept = {"versions": [{"id": "version-1", "map": {"title": "old"}}, {"id": "damaged"}, 3]}
    assert migrated(kept, 2, 3, steps) == {
        "versions": [
            {"id": "version-1", "map": {"title": "old", "seen": True}},
            {"id": "damaged"},
            3,
        ],
        "seen": True,
    }
    assert migrated({"versions": "damaged"}, 2, 3, steps)["seen"]


def test_the_last_states_are_kept_beside_the_file(tmp_path):
    path = tmp_path / "ward.activitymap"
    for number in range(BACKUPS + 3):
        save_map(path, _small().but(title=f"state {number}"))
    titles = [load_map(backup(path, number)).map.title for number in range(1, BACKUPS + 1)]
    assert titles == [f"state {BACKUPS + 1 - number}" for number in range(BACKUPS)]
    assert not backup(path, BACKUPS + 1).exists()


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
def test_a_link_is_followed_and_rights_are_kept(tmp_path):
    real, link = tmp_path / "real.activitymap", tmp_path / "link.activitymap"
    save_map(real, _small())
    real.chmod(0o640)
    link.symlink_to(real)
    save_map(link, _small().but(title="again"))
    assert link.is_symlink()
    assert load_map(real).map.title == "again"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(FileError, match=r"was not written: there is no folder “.*no”"):
        save_map(tmp_path / "no" / "ward.activitymap", _small())


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "ward.activitymap"
    save_map(path, _small())

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="the disk is full"):
        save_map(path, _small().but(title="lost"))
    assert load_map(path).map == _small()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


SAVER = """
import sys
from pathlib import Path
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.saving import save_map
print("ready", flush=True)
number = 0
while True:
    number += 1
    save_map(Path(sys.argv[1]), ActivityMap(title="x" * 10_000 + str(number)))
    print(number, flush=True)
"""


def test_a_program_that_is_killed_while_saving_leaves_a_whole_file(tmp_path):
    path = tmp_path / "ward.activitymap"
    save_map(path, _small())
    for kill in range(8):
        child = subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        for _ in range(2 + kill):
            child.stdout.readline()
        child.kill()
        child.stdout.close()
        child.wait()
        assert load_map(path).map.title.startswith("x")


@given(st.text(max_size=30))
def test_any_text_in_a_file_comes_in_clean(text):
    data = json.loads(encode(_small()))
    data["map"]["title"] = text
    raw = json.dumps(data, ensure_ascii=True).encode()
    title = decode(raw, "map").map.title
    assert decode(encode(decode(raw, "map").map), "map").map.title == title
    title.encode()
