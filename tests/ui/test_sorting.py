"""Sorting matters together in the window: one key a pair, nothing but keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.edits.people import add_name
from activitymap.model.judging import Answer, Hands, Kind, Status
from activitymap.model.sorting import rounds
from activitymap.model.values import MatterKind

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sorting(team, qtbot):
    """The window with the example, its matters large on the screen."""
    team.actions_.by_name["sort"].trigger()
    QApplication.processEvents()
    return team


def _all(window):
    return [p for one in rounds(window.document.map, window.document.detection) for p in one.pairs]


def _shown(window):
    return {window.sorting.first.text(), window.sorting.second.text()}


def test_one_matter_stands_large_with_what_is_believed(sorting):
    pair = _all(sorting)[0]
    assert sorting.centre.currentWidget() is sorting.sorting
    first = rounds(sorting.document.map, sorting.document.detection)[0]
    assert sorting.sorting.matter.text() == first.matter.name
    assert pair.one.statement.text in sorting.sorting.first.text()
    assert "Enter agrees" in sorting.sorting.believed.text()
    assert sorting.sorting.buttons[pair.belief].objectName() == "chosen-answer"


def test_enter_agrees_with_everything_and_undo_brings_it_back(sorting, qtbot):
    count = len(_all(sorting))
    for _ in range(count):
        qtbot.keyClick(sorting.sorting, Qt.Key.Key_Return)
    assert all(pair.answer is pair.belief for pair in _all(sorting))
    assert f"{count} of {count} pairs settled" in sorting.sorting.progress.text()
    for _ in range(count):
        sorting.actions_.undo.trigger()
    assert sorting.document.map.judgements == ()
    assert f"0 of {count} pairs settled" in sorting.sorting.progress.text()


def test_each_key_is_an_answer(sorting, qtbot):
    first = _all(sorting)[0]
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_T)
    judgement = sorting.document.map.judgements[-1]
    assert set(judgement.about) == set(first.about)
    assert judgement.status is Status.DISMISSED
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_A)
    assert sorting.document.map.judgements[-1].status is Status.CONFIRMED
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_N)
    assert sorting.document.map.judgements[-1].answer is Answer.NOT_THE_SAME


def test_what_it_depends_on_is_typed(sorting, qtbot):
    field = sorting.sorting.depends
    field.clear()
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_D)
    assert field.hasFocus()
    qtbot.keyClicks(field, "who is on shift")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    judgement = sorting.document.map.judgements[-1]
    assert judgement.depends_on == "who is on shift"
    assert judgement.kind is Kind.TENSION


def test_without_words_it_depends_asks_for_them(sorting, qtbot):
    sorting.sorting.depends.clear()
    qtbot.mouseClick(sorting.sorting.buttons[Answer.DEPENDS], LEFT)
    assert sorting.document.map.judgements == ()
    assert sorting.sorting.depends.hasFocus()


def test_who_is_here_and_a_show_of_hands_are_recorded(sorting, qtbot):
    answers = sorting.sorting.answers
    answers.present.setFocus()
    qtbot.keyClicks(answers.present, "nurse; teacher")
    qtbot.keyClick(answers.present, Qt.Key.Key_Return)
    assert sorting.document.map.judgements == (), "Enter only leaves the field"
    assert sorting.sorting.hasFocus()
    box = answers.hands.boxes["unsure"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_T)
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_A)
    first, second = sorting.document.map.judgements
    assert first.present == second.present == ("nurse", "teacher")
    assert (first.hands, second.hands) == (Hands(unsure=1), None)


def test_sorting_goes_on_while_names_are_hidden_and_keeps_them(sorting, qtbot):
    text = _all(sorting)[0].one.statement.text
    name = text.split()[0]
    sorting.document.edit("Add", add_name, name)
    sorting.actions_.by_name["hide_names"].trigger()
    assert name not in sorting.sorting.first.text()
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_A)
    (judgement,) = sorting.document.kept.judgements
    assert text in [side.text for side in judgement.grounds[0].sides]
    sorting.actions_.by_name["hide_names"].trigger()
    assert _all(sorting)[0].answer is Answer.APART


def test_a_pair_told_apart_that_no_rule_sees_is_listed_and_drawn(sorting, qtbot):
    pair = next(one for one in _all(sorting) if one.found is None)
    while sorting.sorting._current()[1].about != pair.about:
        qtbot.keyClick(sorting.sorting, Qt.Key.Key_Right)
    before = len(sorting.document.detection.contradictions)
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_A)
    found = sorting.document.detection.about(pair.about)
    assert found in sorting.document.detection.contradictions
    assert f"{before + 1} contradictions" == sorting.contradictions.heading.text()
    assert sorting.contradictions.model.index_of(None, frozenset(pair.about)).isValid()


def test_one_key_says_that_each_has_its_own(sorting, qtbot):
    matter = sorting.sorting.matter.text()
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_O)
    kinds = {one.name: one.kind for one in sorting.document.map.matters}
    assert kinds[matter] is MatterKind.OWN
    assert sorting.sorting.matter.text() != matter


def test_it_is_left_and_taken_up_again_where_it_was(sorting, qtbot):
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_Return)
    before = _shown(sorting)
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_Escape)
    assert sorting.centre.currentWidget() is sorting.view
    sorting.actions_.by_name["sort"].trigger()
    assert _shown(sorting) == before


def test_arrows_go_back_and_on_without_an_answer(sorting, qtbot):
    start = _shown(sorting)
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_Right)
    assert _shown(sorting) != start
    qtbot.keyClick(sorting.sorting, Qt.Key.Key_Left)
    assert _shown(sorting) == start
    assert sorting.document.map.judgements == ()


def test_a_map_without_matters_says_what_to_do(window):
    window.actions_.by_name["sort"].trigger()
    assert window.sorting.matter.text() == "There is nothing to sort"
    assert not window.sorting.own.isEnabled()
