"""Needs by hand: typed, described, ticked, and joined with what serves and hinders them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from activitymap.model.needs_table import Stance, needs_table
from activitymap.model.values import Basis, Bearing
from activitymap.ui.needs.bearings import HINDERS, SERVES
from tests.ui.conftest import statement

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def needs(team):
    """The window with the example, its needs in the middle."""
    team.actions_.by_name["needs"].trigger()
    QApplication.processEvents()
    return team


def _choose(window, row, column):
    grid = window.needs.grid
    place = grid.visualItemRect(grid.item(row, column)).center()
    return grid.viewport(), place


def _cells(window, row):
    grid = window.needs.grid
    return [grid.item(row, column).text() for column in range(grid.columnCount())]


def test_the_cells_say_who_serves_and_who_hinders(needs):
    table = needs_table(needs.document.map)
    assert needs.needs.grid.rowCount() == len(table)
    words = {"serves": "+", "hinders": "–", "both": "±", "silent": "·"}
    for row, one in enumerate(table):
        cells = _cells(needs, row)
        assert one.need.text in cells[0]
        assert [cell[0] for cell in cells[1:]] == [words[c.stance] for c in one.cells]
        assert ("nobody serves it" in cells[0]) is one.unserved
        assert ("pulled in two directions" in cells[0]) is one.torn


def test_a_need_is_added_typed_and_described(needs, qtbot):
    qtbot.mouseClick(needs.needs.add, LEFT)
    form = needs.needs.form
    assert form.text.hasFocus()
    qtbot.keyClicks(form.text, "Somebody to walk home with")
    form.whose.setFocus()
    qtbot.keyClicks(form.whose, "the boy")
    form.basis.setFocus()
    qtbot.keyClick(form.basis, Qt.Key.Key_Down)
    need = needs.document.map.needs[-1]
    assert need.text == "Somebody to walk home with"
    assert (need.whose, need.basis) == ("the boy", Basis.SAID)
    qtbot.mouseClick(needs.needs.remove, LEFT)
    assert need.id not in {one.id for one in needs.document.map.needs}


def test_statements_are_ticked_as_serving_and_hindering(needs, qtbot):
    row = next(n for n, one in enumerate(needs_table(needs.document.map)) if one.unserved)
    viewport, place = _choose(needs, row, 1)
    qtbot.mouseClick(viewport, LEFT, pos=place)
    assert "Social care" in needs.needs.who.text()
    needs.needs.bearings.item(0, SERVES).setCheckState(Qt.CheckState.Checked)
    assert needs_table(needs.document.map)[row].cells[0].stance is Stance.SERVES
    needs.needs.bearings.item(1, HINDERS).setCheckState(Qt.CheckState.Checked)
    assert needs_table(needs.document.map)[row].cells[0].stance is Stance.BOTH
    assert "pulled in two directions" in _cells(needs, row)[0]
    needs.needs.bearings.item(0, SERVES).setCheckState(Qt.CheckState.Unchecked)
    assert needs_table(needs.document.map)[row].cells[0].stance is Stance.HINDERS


def test_going_through_a_need_is_ticked(needs, qtbot):
    viewport, place = _choose(needs, 0, 0)
    qtbot.mouseClick(viewport, LEFT, pos=place)
    needs.needs.form.reviewed.setFocus()
    qtbot.keyClick(needs.needs.form.reviewed, Qt.Key.Key_Space)
    assert needs.document.map.needs[0].reviewed
    needs.document.undo_stack.undo()
    assert not needs.needs.form.reviewed.isChecked()


def test_a_need_without_words_is_refused(needs, qtbot):
    before = needs.document.map.needs[0].text
    viewport, place = _choose(needs, 0, 0)
    qtbot.mouseClick(viewport, LEFT, pos=place)
    field = needs.needs.form.text
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    field.finish()
    assert needs.document.map.needs[0].text == before
    assert field.toPlainText() == before
    assert needs.notice.text()


def test_evidence_is_typed(needs, qtbot):
    viewport, place = _choose(needs, 0, 0)
    qtbot.mouseClick(viewport, LEFT, pos=place)
    quotes = needs.needs.form.quotes
    qtbot.mouseClick(quotes.add, LEFT)
    editor = quotes.table.findChildren(QLineEdit)[-1]
    qtbot.keyClicks(editor, "I told you all already")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert needs.document.map.needs[0].quotes[-1].text == "I told you all already"
    count = len(needs.document.map.needs[0].quotes)
    quotes.table.setCurrentCell(count - 1, 0)
    qtbot.mouseClick(quotes.remove, LEFT)
    assert len(needs.document.map.needs[0].quotes) == count - 1


def test_a_map_without_needs_asks_for_one(window):
    window.actions_.by_name["needs"].trigger()
    assert "No need yet" in window.needs.who.text()
    assert not window.needs.form.isEnabled()


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
