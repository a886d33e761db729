"""Discussing, full screen and by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.agenda import agenda
from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import discussion_about
from activitymap.model.edits.statements import remove_statements

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def talk(team, qtbot):
    """The window with the example, its agenda begun."""
    team.actions_.by_name["discuss"].trigger()
    QApplication.processEvents()
    return team


def _first(window):
    return agenda(window.document.detection)[0]


def _written(window):
    return discussion_about(window.document.map, _first(window).about)


def _key(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window.discussion, key, modifier)
    QApplication.processEvents()


def test_it_fills_the_screen_and_esc_returns_to_the_map_where_it_was(team, qtbot):
    team.view.zoom_to(1.0)
    before = team.view.mapToScene(team.view.viewport().rect().center())
    team.actions_.by_name["discuss"].trigger()
    QApplication.processEvents()
    assert team.isFullScreen()
    assert not team.menuBar().isVisible()
    assert team.discussion.isVisible()
    _key(qtbot, team, Qt.Key.Key_Escape)
    assert not team.isFullScreen()
    assert team.view.isVisible()
    after = team.view.mapToScene(team.view.viewport().rect().center())
    assert (after - before).manhattanLength() < 3


def test_the_agenda_begins_with_what_touches_a_need(talk):
    several = agenda(talk.document.detection)
    assert several[0].needs
    touched = [bool(one.needs) for one in several]
    assert touched == sorted(touched, reverse=True)
    assert talk.discussion.place.text() == f"1 of {len(several)}"
    assert talk.discussion.agenda.count() == len(several)


def test_notes_are_taken_down_at_every_step(talk, qtbot):
    for number, stage in enumerate(Stage):
        _key(qtbot, talk, Qt.Key(Qt.Key.Key_1 + number), ALT)
        note = talk.discussion.pages[stage].note
        note.setFocus()
        qtbot.keyClicks(note, f"said at {stage}")
    _key(qtbot, talk, Qt.Key.Key_Escape)
    assert {note.stage: note.text for note in _written(talk).notes} == {
        stage: f"said at {stage}" for stage in Stage
    }


def test_stepping_back_shows_the_need_in_the_place_of_the_services(talk, qtbot):
    assert talk.discussion.picture.isVisible()
    assert talk.discussion.sides.isVisible()
    _key(qtbot, talk, Qt.Key.Key_2, ALT)
    assert not talk.discussion.picture.isVisible()
    assert not talk.discussion.sides.isVisible()
    need = next(one for one in talk.document.map.needs if one.id == _first(talk).needs[0])
    shown = [label.text() for label in talk.discussion.needs.findChildren(type(talk.counts))]
    assert f"“{need.text}”" in shown
    assert any(need.whose in words for words in shown)


def test_ideas_get_reasons_and_are_chosen(talk, qtbot):
    _key(qtbot, talk, Qt.Key.Key_3, ALT)
    page = talk.discussion.pages[Stage.CHOICE]
    for words in ("one form for all", "+ the family tells it once", "- legal must agree"):
        qtbot.keyClicks(page.idea, words)
        qtbot.keyClick(page.idea, Qt.Key.Key_Return)
    qtbot.keyClicks(page.lever, "the form")
    page.origin.setCurrentIndex(page.origin.findData("policy"))
    qtbot.keyClicks(page.changed_by, "the board")
    qtbot.keyClick(page.lever, Qt.Key.Key_Return)
    page.ideas.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    written = _written(talk)
    (idea,) = written.ideas
    assert idea.chosen
    assert [(one.favours, one.text) for one in idea.arguments] == [
        (True, "the family tells it once"),
        (False, "legal must agree"),
    ]
    assert (written.levers[0].origin, written.levers[0].changed_by) == ("policy", "the board")
    page.levers.setCurrentRow(0)
    qtbot.keyClick(page.levers, Qt.Key.Key_Delete)
    assert _written(talk).levers == ()


def test_actions_are_agreed_and_done_or_deliberately_nothing(talk, qtbot):
    _key(qtbot, talk, Qt.Key.Key_4, ALT)
    page = talk.discussion.pages[Stage.ACTION]
    assert page.what.hasFocus()
    qtbot.keyClicks(page.what, "draft one form")
    qtbot.keyClicks(page.who, "lead professional")
    qtbot.keyClicks(page.when, "1 December")
    qtbot.keyClick(page.when, Qt.Key.Key_Return)
    page.nothing.setFocus()
    qtbot.keyClick(page.nothing, Qt.Key.Key_Space)
    qtbot.keyClicks(page.what, "the law is as it is")
    qtbot.keyClick(page.what, Qt.Key.Key_Return)
    one, other = _written(talk).actions
    assert (one.text, one.who, one.when) == ("draft one form", "lead professional", "1 December")
    assert other.nothing
    assert not other.who
    page.table.item(0, 3).setCheckState(Qt.CheckState.Checked)
    assert _written(talk).actions[0].done is not None
    page.table.item(0, 1).setText("the teacher")
    assert _written(talk).actions[0].who == "the teacher"


def test_keys_go_through_the_agenda(talk, qtbot):
    several = agenda(talk.document.detection)
    _key(qtbot, talk, Qt.Key.Key_PageDown, CTRL)
    assert talk.discussion.place.text() == f"2 of {len(several)}"
    _key(qtbot, talk, Qt.Key.Key_PageUp, CTRL)
    _key(qtbot, talk, Qt.Key.Key_PageUp, CTRL)
    assert talk.discussion.place.text() == f"{len(several)} of {len(several)}"
    assert not talk.discussion.agenda.isVisible()
    _key(qtbot, talk, Qt.Key.Key_A, ALT)
    assert talk.discussion.agenda.isVisible()


def test_a_statement_that_is_removed_meanwhile_loses_no_word(talk, qtbot):
    note = talk.discussion.pages[Stage.AWARENESS].note
    qtbot.keyClicks(note, "we never knew")
    about = _first(talk).about
    talk.discussion.finish()
    talk.document.edit("Remove", remove_statements, [about[0]])
    assert "no longer found" in talk.discussion.kind.text()
    assert note.toPlainText() == "we never knew"
    qtbot.keyClicks(note, "!")
    talk.discussion.finish()
    kept = discussion_about(talk.document.map, about)
    assert kept is not None
    assert "we never knew" in kept.note(Stage.AWARENESS)
    assert len(kept.sides) == 2


def test_a_map_without_contradictions_says_what_makes_some(window, qtbot):
    window.actions_.by_name["discuss"].trigger()
    QApplication.processEvents()
    assert window.discussion.matter.text() == "There is nothing to discuss"
    assert "same matter" in window.discussion.kind.text()
    assert not window.discussion.pages[Stage.AWARENESS].isEnabled()
    _key(qtbot, window, Qt.Key.Key_Escape)
    assert window.stage.currentWidget() is window.space


def test_undo_and_save_work_while_the_menus_are_away(talk, qtbot):
    page = talk.discussion.pages[Stage.CHOICE]
    _key(qtbot, talk, Qt.Key.Key_3, ALT)
    qtbot.keyClicks(page.idea, "meet at the school")
    qtbot.keyClick(page.idea, Qt.Key.Key_Return)
    _key(qtbot, talk, Qt.Key.Key_S, CTRL)
    assert talk.document.undo_stack.isClean()
    page.ideas.setFocus()
    _key(qtbot, talk, Qt.Key.Key_Z, CTRL)
    assert discussion_about(talk.document.map, _first(talk).about) is None
