"""The guiding questions, and what their answers do to the map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.cards import set_cards, set_slot
from activitymap.model.edits.joining import add_shared_object
from activitymap.model.edits.statements import add_statements
from activitymap.model.edits.systems import add_system
from activitymap.model.questions import (
    LONGEST_MATTER,
    ORDER,
    QUESTIONS,
    answer,
    marks_in,
    record,
    rely,
    relying,
    say,
    slot_of,
    statements_in,
)
from activitymap.model.reading import Modality, Origin, Reading
from activitymap.model.values import Element, State, Statement
from tests.model.strategies import activity_maps

RULES, LABOUR = Element.RULES, Element.DIVISION_OF_LABOUR


def _two(task: str = "Attendance officer phones home") -> tuple[ActivityMap, str, str, str]:
    """Return a map of two services, their ids, and the id of a task that the first holds."""
    one = add_system(ActivityMap(), "School").map
    both = add_system(one, "Health visiting").map
    school, health = (system.id for system in both.systems)
    made = add_statements(both, school, LABOUR, [task]).map
    return made, school, health, made.systems[0].statements[0].id


def _said(activity_map: ActivityMap, place: int, element: Element) -> tuple[Statement, ...]:
    return statements_in(activity_map.systems[place], element)


def test_eight_questions_name_the_service_and_fill_every_element_once():
    assert len(QUESTIONS) == 8
    assert QUESTIONS[0].element is None
    assert sorted(ORDER) == sorted(Element)
    assert [one.element for one in QUESTIONS[1:]] == list(ORDER)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.text)
def test_every_question_is_plain_and_its_example_is_of_another_field(question):
    assert question.text.endswith("?")
    assert question.help.endswith((".", "?"))
    assert question.theory
    words = f"{question.text} {question.help}".casefold()
    for theory in ("subject", "object", "mediat", "division of labour", "community", "triangle"):
        assert theory not in words
    for field in ("child", "famil", "school", "social", "health", "nurse", "pupil", "parent"):
        assert field not in question.example.casefold()


def test_the_first_answer_ends_that_nobody_knew():
    activity_map, school, _, _ = _two()
    unknown = record(activity_map, school, RULES, State.UNKNOWN).map
    assert [one.state for one in _said(unknown, 0, RULES)] == [State.UNKNOWN]
    change = answer(unknown, school, RULES, ["Register at nine", " ", "No phones"])
    assert [one.text for one in _said(change.map, 0, RULES)] == ["Register at nine", "No phones"]
    assert {one.id for one in _said(unknown, 0, RULES)} < change.ids
    assert answer(unknown, school, RULES, [" "]).map is unknown


def test_what_is_missing_with_words_is_an_answer_and_stays():
    activity_map, school, _, _ = _two()
    named = add_statements(activity_map, school, RULES, ["A phone rule"], state=State.MISSING).map
    after = answer(named, school, RULES, ["Register at nine"]).map
    assert [one.text for one in _said(after, 0, RULES)] == ["A phone rule", "Register at nine"]
    with pytest.raises(EditError):
        record(named, school, RULES, State.UNKNOWN)


def test_we_have_none_and_we_do_not_know_replace_each_other_and_can_be_taken_back():
    activity_map, school, _, _ = _two()
    none = record(activity_map, school, RULES, State.MISSING).map
    assert record(none, school, RULES, State.MISSING).map is none
    unknown = record(none, school, RULES, State.UNKNOWN).map
    assert [one.state for one in marks_in(unknown.systems[0], RULES)] == [State.UNKNOWN]
    assert _said(record(unknown, school, RULES, None).map, 0, RULES) == ()
    assert record(activity_map, school, RULES, None).map is activity_map


def test_an_element_with_an_answer_is_neither_missing_nor_unknown():
    activity_map, school, _, _ = _two()
    with pytest.raises(EditError, match="answer here already"):
        record(activity_map, school, LABOUR, State.MISSING)


def test_whose_rule_it_is_goes_on_the_card():
    activity_map, school, _, _ = _two()
    made = answer(activity_map, school, RULES, ["Register at nine"]).map
    (rule,) = _said(made, 0, RULES)
    law = say(made, rule.id, "origin", Origin.HABIT).map
    both = say(law, rule.id, "changed_by", " the staff meeting ").map
    (after,) = _said(both, 0, RULES)
    assert after.readings == (Reading(origin=Origin.HABIT, changed_by="the staff meeting"),)
    assert (slot_of(after, "origin"), slot_of(after, "share")) == (Origin.HABIT, None)
    assert say(both, rule.id, "origin", Origin.HABIT).map is both


def test_a_card_that_is_left_empty_is_taken_away():
    activity_map, school, _, _ = _two()
    made = answer(activity_map, school, RULES, ["Register at nine"]).map
    (rule,) = _said(made, 0, RULES)
    said = say(made, rule.id, "origin", Origin.LAW).map
    change = say(said, rule.id, "origin", None)
    assert _said(change.map, 0, RULES)[0].readings == ()
    assert rule.id in change.ids


def test_of_two_cards_the_one_that_fills_the_slot_is_changed():
    activity_map, _, _, task = _two()
    cards = [Reading(modality=Modality.MUST), Reading(origin=Origin.LAW)]
    made = set_cards(activity_map, task, cards).map
    (after,) = _said(say(made, task, "origin", Origin.POLICY).map, 0, LABOUR)
    assert after.readings == (cards[0], Reading(origin=Origin.POLICY))


def test_another_service_says_that_it_relies_on_a_task():
    activity_map, _, health, task = _two()
    change = rely(activity_map, task, health, "Relies on School: they phone home")
    assert [matter.name for matter in change.map.matters] == ["Attendance officer phones home"]
    (said,) = _said(change.map, 1, LABOUR)
    matter = change.map.matters[0].id
    assert said.text == "Relies on School: they phone home"
    assert said.readings == (Reading(matter=matter, relies_on=("School",)),)
    assert _said(change.map, 0, LABOUR)[0].readings == (Reading(matter=matter),)
    assert [one.id for one in relying(change.map, task)] == [health]
    assert change.ids >= {task, said.id, matter, health}
    assert list(problems(change.map)) == []
    assert rely(change.map, task, health, "again").map is change.map


def test_a_task_that_is_relied_on_and_must_not_be_done_is_a_contradiction():
    activity_map, school, health, task = _two()
    joined = add_shared_object(activity_map, "Attendance", (school, health)).map
    relied = rely(joined, task, health, "Relies on School").map
    assert detect(relied).contradictions == ()
    forbidden = set_slot(relied, task, 0, "modality", Modality.MUST_NOT).map
    assert [one.rule for one in detect(forbidden).contradictions] == ["relies-on-forbidden"]


def test_a_matter_of_the_same_name_is_used_and_a_long_one_shortened():
    activity_map, _, health, task = _two("Attendance " * 20)
    made = rely(activity_map, task, health, "Relies on School").map
    (matter,) = made.matters
    assert len(matter.name) <= LONGEST_MATTER + 2
    without = set_cards(made, task, []).map
    assert [one.id for one in rely(without, task, health, "Again").map.matters] == [matter.id]


def test_no_service_relies_on_itself():
    activity_map, school, _, task = _two()
    with pytest.raises(EditError, match="another service"):
        rely(activity_map, task, school, "Relies on School")


@given(activity_maps(), st.data())
def test_any_answer_keeps_the_map_sound(activity_map, data):
    tasks = [one.id for system in activity_map.systems for one in system.statements if one.text]
    if not tasks:
        return
    task = data.draw(st.sampled_from(tasks))
    system = data.draw(st.sampled_from([one.id for one in activity_map.systems]))
    element = data.draw(st.sampled_from(ORDER))
    state = data.draw(st.sampled_from([None, State.MISSING, State.UNKNOWN]))
    for edit, values in (
        (answer, (system, element, ["One", "Two"])),
        (record, (system, element, state)),
        (say, (task, "changed_by", "us")),
        (say, (task, "origin", None)),
        (rely, (task, system, "Relies on them")),
    ):
        try:
            change = edit(activity_map, *values)
        except EditError:
            continue
        assert list(problems(change.map)) == []
        assert change.ids or change.map is activity_map
        assert bool(change.ids) == (change.map != activity_map)
