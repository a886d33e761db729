"""Whose object is the same, whose only seems so, and what the group says of it."""

from datetime import date

from activitymap.model.comparing_objects import Sameness, objects
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.same_object import say_whether_same
from activitymap.model.edits.statements import set_text
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)


def _object(service, text, matter, **slots):
    return said(service, "object", text=text, matter=matter, modality="may", **slots)


def _rows(activity_map):
    return objects(activity_map, detect(activity_map)).met


def _only(activity_map):
    (row,) = _rows(activity_map)
    return row


def _two(text, other, joined=True, **slots):
    one, second = ({key: values[place] for key, values in slots.items()} for place in (0, 1))
    return map_of(
        _object("School", text, "x", **one), _object("Health", other, "y", **second), joined=joined
    )


def test_a_word_alone_is_a_question_and_not_an_answer():
    row = _only(_two("Child in every lesson", "Parents who hurt a child are punished"))
    assert (row.sameness, row.name) == (Sameness.ASK, "child")
    assert row.open == (("statement-1", "statement-2"),)


def test_words_that_every_service_uses_tell_nothing():
    made = _two("See every bus within five days", "See every patient within five days")
    found = objects(made, detect(made))
    assert found.met == ()
    assert [system.name for system in found.alone] == ["School", "Health"]


def test_what_is_declared_to_be_worked_on_decides():
    same = _only(_two("Pupils", "Patients", worked_on=("the boy", "the boy")))
    assert (same.sameness, same.name) == (Sameness.SAME, "the boy")
    seeming = _only(_two("The child", "The child", worked_on=("the school day", "the illness")))
    assert seeming.sameness is Sameness.SEEMING
    assert [one.worked_on for one in seeming.named] == ["the school day", "the illness"]


def test_one_matter_is_one_object_unless_they_clash_over_it():
    made = map_of(
        said("School", "object", change="more", matter="time", text="lessons"),
        said("Health", "object", change="less", matter="time", text="quiet"),
        said("Club", "object", change="more", matter="games", text="football"),
        said("Youth", "object", change="more", matter="games", text="play"),
    )
    rows = _rows(made)
    assert [(row.name, row.sameness) for row in rows] == [
        ("time", Sameness.SEEMING),
        ("games", Sameness.SAME),
    ]
    assert len(rows[0].because) == 1


def test_an_object_of_many_services_is_one_row():
    made = map_of(*(_object(name, f"a {name}{name}{name} child", name) for name in "ABCDEFGH"))
    row = _only(made)
    assert len(row.systems) == 8
    assert len(row.open) == 28


def test_services_that_nothing_joins_are_listed_and_marked():
    row = _only(_two("The child", "The child", joined=False))
    assert [(one.name, other.name) for one, other in row.unlinked] == [("School", "Health")]
    assert not _only(_two("The child", "The child")).unlinked


def test_what_the_group_says_is_kept_until_a_text_changes():
    made = _two("Child in every lesson", "A child that is safe")
    pairs = _only(made).open
    for same, sameness in ((True, Sameness.SAME), (False, Sameness.APART)):
        told = say_whether_same(made, pairs, same, DAY, "said at the meeting").map
        row = _only(told)
        assert (row.sameness, row.judged, row.open) == (sameness, True, ())
        changed = set_text(told, "statement-1", "Child on time").map
        assert _only(changed).sameness is Sameness.ASK
    together = say_whether_same(made, pairs, True, DAY, "said at the meeting").map
    assert [one.judged for one in agreements(together)] == [True]


def test_a_word_that_some_of_the_same_texts_share_is_no_question_of_its_own():
    made = map_of(
        _object("A", "a safe child today", "a"),
        _object("B", "a safe child tonight", "b"),
        _object("C", "a fed child", "c"),
    )
    assert [row.name for row in _rows(made)] == ["child"]
