"""Any session and any damage: what the journal gives back is a map that there was."""

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from activitymap.model.edits.systems import add_system, rename_system
from activitymap.model.storage.journal import Journal
from activitymap.model.storage.journal_changes import applied, difference
from activitymap.model.storage.journal_lines import line
from activitymap.model.storage.journal_lost import Recovered, recover, recoverable
from tests.model.edits.random_edits import random_edit
from tests.model.strategies import activity_maps


def _ward() -> ActivityMap:
    return add_system(ActivityMap(), "Ward").map


def _renamed(activity_map: ActivityMap, name: str) -> ActivityMap:
    return rename_system(activity_map, activity_map.systems[0].id, name).map


@st.composite
def _sessions(draw: st.DrawFn) -> list[ActivityMap]:
    """The maps that somebody sees who edits, undoes and redoes: the start and what follows."""
    stack, at = [draw(activity_maps())], 0
    seen = [stack[0]]
    for _ in range(draw(st.integers(1, 8))):
        step = draw(st.sampled_from(["edit", "edit", "edit", "undo", "redo"]))
        if step == "edit":
            stack[at + 1 :] = [random_edit(draw, stack[at]).map]
        at = max(at - 1, 0) if step == "undo" else min(at + 1, len(stack) - 1)
        seen.append(stack[at])
    return seen


def _journal_of(seen: list[ActivityMap]) -> tuple[bytes, list[ActivityMap]]:
    """Return the bytes of a journal, and the map before its edits and after each of them."""
    with tempfile.TemporaryDirectory() as name:
        folder, maps = Path(name), seen[:1]
        journal = Journal(folder)
        journal.start(None, seen[0])
        raw = b""
        for one in seen[1:]:
            journal.record(one)
            raw = b"".join(file.read_bytes() for file in folder.iterdir())
            if raw.count(b"\n") > len(maps) + 1:
                maps.append(one)
        journal.close()
    return raw, maps


def _recovered(raw: bytes) -> Recovered | None:
    """Return what comes back from the bytes of a journal; nothing where nothing was lost."""
    with tempfile.TemporaryDirectory() as name:
        Path(name, "ward-1.jsonl").write_bytes(raw)
        found = recoverable(Path(name))
        return recover(found[0]) if found else None


@given(activity_maps(), activity_maps())
@settings(max_examples=60)
def test_a_difference_turns_any_map_into_any_other(before: ActivityMap, after: ActivityMap):
    data = json.loads(before.model_dump_json(exclude_defaults=True))
    made = applied(data, difference(before, after))
    assert ActivityMap.model_validate_json(json.dumps(made)) == after
    assert data == json.loads(before.model_dump_json(exclude_defaults=True)), "left as it was"
    assert applied(made, difference(after, after.model_copy(deep=True))) == made


@given(_sessions())
@settings(max_examples=100)
def test_any_edits_undos_and_redos_come_back(seen: list[ActivityMap]):
    raw, maps = _journal_of(seen)
    back = _recovered(raw)
    if back is None:
        assert all(one == seen[0] for one in seen)
    else:
        assert back == Recovered(seen[-1])
        assert maps[-1] == seen[-1]


@given(_sessions(), st.data())
@settings(max_examples=60)
def test_a_journal_that_is_cut_off_gives_a_map_in_between(
    seen: list[ActivityMap], data: st.DataObject
):
    raw, maps = _journal_of(seen)
    ends = [place for place, byte in enumerate(raw) if byte == ord("\n")]
    for cut in data.draw(st.lists(st.integers(0, len(raw)), max_size=20)):
        back = _recovered(raw[:cut])
        edits = sum(end <= cut for end in ends) - 2
        if edits < 1:
            assert back is None
        else:
            assert back is not None
            assert back.map == maps[edits]
            assert bool(back.sentence) is (cut not in {*ends, *(end + 1 for end in ends)})


@given(_sessions(), st.data())
@settings(max_examples=60)
def test_damage_anywhere_gives_a_map_in_between_or_nothing(
    seen: list[ActivityMap], data: st.DataObject
):
    raw, maps = _journal_of(seen)
    if raw:
        start = data.draw(st.integers(0, len(raw) - 1))
        end = data.draw(st.integers(start, len(raw)))
        raw = raw[:start] + data.draw(st.binary(max_size=9)) + raw[end:]
    back = _recovered(raw)
    assert back is None or back.map in maps


@given(
    st.recursive(
        st.none() | st.integers(-2, 9) | st.text(max_size=3) | st.sampled_from([1e999, 10**99]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["set", "drop", "lists", "systems", "title", "id"]), inner
            )
        ),
    ),
    st.booleans(),
)
@settings(max_examples=150)
def test_garbage_with_a_right_sum_is_a_sentence_or_a_sound_map(garbage: object, early: bool):
    raw, _ = _journal_of([_ward(), _renamed(_ward(), "Clinic")])
    kept = raw.splitlines(keepends=True)[: 1 if early else 3]
    known = int(kept[-1][8:16], 16)
    for kind in ("map", "edit") if early else ("edit",):
        made, known = line(kind, json.dumps(garbage).encode(), known)
        kept.append(made)
    back = _recovered(b"".join(kept))
    assert back is not None
    if back.map is None:
        assert back.sentence
    else:
        assert list(problems(back.map)) == []


def test_an_edit_that_breaks_the_map_is_left_out_with_all_after_it():
    seen = [_renamed(_ward(), f"Ward {number}") for number in range(6)]
    raw, maps = _journal_of(seen)
    kept = raw.splitlines(keepends=True)
    known = int(kept[-1][8:16], 16)
    for edit in (b'{"set":{"last_number":0}}', b'{"set":{"title":"Later"}}'):
        made, known = line("edit", edit, known)
        kept.append(made)
    back = _recovered(b"".join(kept))
    assert back is not None
    assert back.map == maps[-1]
    assert "could not be read" in back.sentence
