"""About the same thing? One key says so or not; the list is made while nobody waits for it."""

import pytest
from PySide6.QtCore import Qt

from activitymap.model.edits.statements import add_statements, set_text
from activitymap.model.judging import Status
from activitymap.model.values import Element
from tests.ui.conftest import system

LEFT = Qt.MouseButton.LeftButton
KEYS, KEYS_TOO = "Nobody takes the ward keys home", "Night staff must take the ward keys home"


@pytest.fixture
def ward(team, qtbot):
    """A window with two statements on one thing that no matter joins, and the list open."""
    for service, text in (("School", KEYS), ("Family", KEYS_TOO)):
        assert team.document.edit(
            "Add", add_statements, system(team, service), Element.RULES, [text]
        )
    team.side.setCurrentWidget(team.contradictions)
    qtbot.mouseClick(team.suggestions.head, LEFT)
    _wait(qtbot, team)
    return team


def _wait(qtbot, window):
    qtbot.waitUntil(lambda: window.suggestions._shown_map is window.document.map, timeout=20_000)


def _texts(window, row=0):
    return window.suggestions.list.item(row).text()


def _matter(window, text):
    names = {matter.id: matter.name for matter in window.document.map.matters}
    return next(
        names.get(card.matter)
        for one in window.document.map.systems
        for said in one.statements
        if said.text == text
        for card in said.readings
    )


def test_the_most_telling_pair_comes_first_with_what_would_clash(ward):
    assert KEYS in _texts(ward)
    assert KEYS_TOO in _texts(ward)
    assert "Would clash." in _texts(ward)
    assert "forbids what the other requires" in ward.suggestions.list.item(0).toolTip()


def test_choosing_a_pair_shows_it_on_the_map_and_proposes_a_name(ward, qtbot):
    qtbot.keyClick(ward.suggestions.list, Qt.Key.Key_Down)
    ward.suggestions.list.setCurrentRow(0)
    assert {side.text for one in ward.scene.options.focus for side in one.sides} == {KEYS, KEYS_TOO}
    assert ward.suggestions.name.text() == "takes ward keys home"


def test_enter_makes_the_matter_and_the_clash_moves_to_the_list_above(ward, qtbot):
    before = len(ward.document.detection.contradictions)
    ward.suggestions.list.setCurrentRow(0)
    ward.suggestions.name.setText("ward keys")
    qtbot.keyClick(ward.suggestions.list, Qt.Key.Key_Return)
    assert _matter(ward, KEYS) == _matter(ward, KEYS_TOO) == "ward keys"
    found = ward.document.detection.contradictions
    assert len(found) == before + 1
    assert {"read"} == {str(one.certainty) for one in found if KEYS in {s.text for s in one.sides}}
    _wait(qtbot, ward)
    assert not (KEYS in _texts(ward) and KEYS_TOO in _texts(ward))
    ward.document.undo_stack.undo()
    assert len(ward.document.detection.contradictions) == before


def test_delete_dismisses_until_one_of_the_two_says_something_else(ward, qtbot):
    ward.suggestions.list.setCurrentRow(0)
    qtbot.keyClick(ward.suggestions.list, Qt.Key.Key_Delete)
    assert ward.document.map.judgements[-1].status is Status.DISMISSED
    _wait(qtbot, ward)
    assert not (KEYS in _texts(ward) and KEYS_TOO in _texts(ward))
    said = next(
        s.id for one in ward.document.map.systems for s in one.statements if s.text == KEYS_TOO
    )
    ward.document.edit("Reword", set_text, said, "Night staff may take the ward keys home")
    _wait(qtbot, ward)
    assert KEYS in _texts(ward)


def test_a_map_with_nothing_to_suggest_says_so(window, qtbot):
    window.side.setCurrentWidget(window.contradictions)
    qtbot.mouseClick(window.suggestions.head, LEFT)
    window.canvas.add_service(window.view.shown().center())
    window.canvas.typist.cancel()
    _wait(qtbot, window)
    assert window.suggestions.list.count() == 0
    assert "Nothing looks" in window.suggestions.note.text()
    assert not window.suggestions.same.isEnabled()


def test_while_the_list_is_closed_nothing_is_looked_for(team):
    assert team.suggestions._shown_map is None
    assert not team.suggestions._timer.isActive()
