"""Needs on the canvas: chosen, reworded, removed, and joined to statements by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.values import Bearing
from tests.ui.conftest import on_screen, statement
from tests.ui.test_drawing import drag

LEFT = Qt.MouseButton.LeftButton


def _marks(window, need):
    return {
        (mark.statement, mark.bearing)
        for mark in window.document.map.need_marks
        if mark.need == need
    }


def _take(window, words):
    action = next(a for a in window.canvas.connections.actions() if a.text() == words)
    action.trigger()
    window.canvas.connections.hide()


def test_a_click_chooses_a_need_everywhere(team, qtbot):
    need = team.document.map.needs[1]
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, need.id))
    assert team.selection.ids == (need.id,)
    assert len(team.scene.overlay.frames) == 1


def test_a_statement_is_dragged_on_to_a_need(team, qtbot):
    need = team.document.map.needs[2].id
    said = statement(team, "Team works from one shared plan")
    team.selection.choose(said)
    drag(qtbot, team, on_screen(team, said), on_screen(team, need))
    _take(team, "Hinders the need")
    assert _marks(team, need) == {(said, Bearing.HINDERS)}
    assert team.document.undo_stack.count() == 1
    team.document.undo_stack.undo()
    assert _marks(team, need) == set()


def test_escape_in_the_middle_of_the_drag_changes_nothing(team, qtbot):
    need = team.document.map.needs[2].id
    said = statement(team, "Team works from one shared plan")
    team.selection.choose(said)
    before = team.document.map
    drag(qtbot, team, on_screen(team, said), on_screen(team, need), release=False)
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(team.view.viewport(), LEFT, pos=on_screen(team, need))
    assert team.document.map is before
    assert not team.canvas.connections.isVisible()


def test_a_statement_and_a_need_are_joined_by_keys(team):
    need = team.document.map.needs[2].id
    said = statement(team, "Team works from one shared plan")
    team.selection.choose(said, need)
    team.actions_.by_name["connect"].trigger()
    _take(team, "Serves the need")
    assert _marks(team, need) == {(said, Bearing.SERVES)}


def test_a_need_is_reworded_in_place_and_removed(team, qtbot):
    need = team.document.map.needs[0].id
    qtbot.mouseDClick(team.view.viewport(), LEFT, pos=on_screen(team, need))
    field = team.canvas.typist.field
    assert field.isVisible()
    field.selectAll()
    qtbot.keyClicks(field, "Help first")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert team.document.map.needs[0].text == "Help first"
    QApplication.processEvents()
    team.selection.choose(need)
    team.actions_.by_name["remove"].trigger()
    assert all(one.id != need for one in team.document.map.needs)
    assert team.scene.box_of(need) is None
