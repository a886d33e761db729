"""Needs by hand: typed, described, ticked, and joined with what serves and hinders them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from activitymap.model.values import Bearing
from activitymap.ui.panels.needs import REVIEWED, TEXT, WHOSE
from tests.ui.conftest import statement

LEFT = Qt.MouseButton.LeftButton


def _type(qtbot, table, words):
    editor = table.findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_need_is_added_and_typed(team, qtbot):
    team.side.setCurrentWidget(team.needs)
    qtbot.mouseClick(team.needs.add, LEFT)
    _type(qtbot, team.needs.table, "Somebody to walk home with")
    need = team.document.map.needs[-1]
    assert need.text == "Somebody to walk home with"
    row = len(team.document.map.needs) - 1
    team.needs.table.setCurrentCell(row, WHOSE)
    qtbot.keyClick(team.needs.table, Qt.Key.Key_F2)
    _type(qtbot, team.needs.table, "the boy")
    assert team.document.map.needs[-1].whose == "the boy"
    qtbot.mouseClick(team.needs.remove, LEFT)
    assert need.id not in {one.id for one in team.document.map.needs}
    assert team.document.undo_stack.count() == 4


def test_going_through_a_need_is_ticked(team):
    team.needs.table.item(0, REVIEWED).setCheckState(Qt.CheckState.Checked)
    assert team.document.map.needs[0].reviewed
    team.document.undo_stack.undo()
    assert team.needs.table.item(0, REVIEWED).checkState() is Qt.CheckState.Unchecked


def test_a_need_without_words_is_refused(team):
    before = team.document.map.needs[0].text
    team.needs.table.item(0, TEXT).setText("  ")
    assert team.document.map.needs[0].text == before
    assert team.needs.table.item(0, TEXT).text() == before
    assert team.notice.text()


def test_a_statement_and_a_need_that_are_chosen_are_joined(team):
    chosen, need = statement(team, "Home visits"), team.document.map.needs[1].id
    team.selection.choose(chosen, need)
    team.actions_.by_name["connect"].trigger()
    words = [action.text() for action in team.canvas.connections.actions()]
    assert words == ["Serves the need", "Hinders the need"]
    team.canvas.connections.actions()[1].trigger()
    team.canvas.connections.hide()
    mark = team.document.map.need_marks[-1]
    assert (mark.statement, mark.need, mark.bearing) == (chosen, need, Bearing.HINDERS)
