"""The grid of needs by services: ticked, walked through, and found one's way in among many."""

import pytest
from PySide6.QtCore import Qt

from activitymap.model.edits.needs import add_need, mark_need, review_need
from activitymap.model.needs_table import Stance, needs_table
from activitymap.model.values import Bearing
from activitymap.ui.needs.bearings import HINDERS, SERVES, STATEMENT
from tests.model.contradictions.maps import map_of, said
from tests.ui.conftest import statement, system
from tests.ui.needs_by_hand import (
    LEFT,
    cell,
    click,
    open_needs,
    row_of,
    show_map,
    stances,
    tick,
)

# Ticking ------------------------------------------------------------------------------------


@pytest.mark.parametrize("across", [0.1, 0.5, 0.9])
def test_a_statement_is_ticked_anywhere_in_its_cell(needs, qtbot, across):
    row = row_of(needs, "Come when")
    click(needs, qtbot, row, 1)
    assert "Social care" in needs.needs.who.text()
    tick(needs, qtbot, 0, SERVES, across)
    assert stances(needs, "Come when")[0] == "+ serves"
    tick(needs, qtbot, 1, HINDERS, across)
    assert needs_table(needs.document.map)[2].cells[0].stance is Stance.BOTH
    assert "‹ › pulled both ways" in cell(needs, row, 0)
    tick(needs, qtbot, 0, SERVES, across)
    assert stances(needs, "Come when")[0] == "– hinders"


def test_statements_are_ticked_by_keys_alone(needs, qtbot):
    grid, table = needs.needs.grid, needs.needs.bearings
    click(needs, qtbot, row_of(needs, "Come when"), 0)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert "School" in needs.needs.who.text()
    table.setFocus()
    table.setCurrentCell(0, STATEMENT)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert stances(needs, "Come when")[1] == "+ serves"
    assert (table.currentRow(), table.currentColumn()) == (0, SERVES), "the place is kept"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert stances(needs, "Come when")[1] == "· silent"


def test_tab_leaves_the_grid_and_the_statements(needs, qtbot):
    grid, table = needs.needs.grid, needs.needs.bearings
    click(needs, qtbot, 0, 1)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()
    table.setFocus()
    table.setCurrentCell(0, SERVES)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


# The chosen need ----------------------------------------------------------------------------


def test_it_is_chosen_everywhere(needs, qtbot):
    click(needs, qtbot, row_of(needs, "One person"), 3)
    assert needs.selection.ids == (needs.document.map.needs[1].id,)
    outline = needs.outline.needs
    qtbot.mouseClick(outline.viewport(), LEFT, pos=outline.visualItemRect(outline.item(0)).center())
    grid = needs.needs.grid
    assert grid.needs.rows[grid.currentIndex().row()].need.id == needs.document.map.needs[0].id
    assert needs.needs.form.text.toPlainText() == "Help me, not the form."
    needs.selection.choose(statement(needs, "Attendance record"))
    assert "School" in needs.needs.who.text()
    needs.selection.choose(system(needs, "Family"))
    assert "Family" in needs.needs.who.text()
    assert grid.needs.rows[grid.currentIndex().row()].need.id == needs.document.map.needs[0].id


def test_what_was_chosen_on_the_map_is_shown_when_the_view_opens(team):
    team.selection.choose(team.document.map.needs[1].id)
    open_needs(team)
    assert team.needs.form.text.toPlainText() == "One person I can call."


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


# Many, long, from right to left -------------------------------------------------------------


def _large(services=10, needs=30, text="Someone to ring at night, number {n}"):
    made = map_of(
        *(said(f"Service of children and families {n}", "object", text=f"What {n} works on")
          for n in range(services))
    )  # fmt: skip
    for n in range(needs):
        made = add_need(made, text.format(n=n)).map
    for n in range(needs):
        made = mark_need(
            made, f"statement-{n % services + 1}", made.needs[n].id, Bearing.SERVES
        ).map
    return review_need(made, made.needs[0].id, True).map


def test_the_needs_stay_in_sight_beside_ten_services(window, qtbot):
    show_map(window, _large())
    grid = window.needs.grid
    click(window, qtbot, 0, 1)
    for _ in range(9):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.currentIndex().column() == 10
    assert grid.horizontalScrollBar().value() > 0
    assert grid.frozen.visualRect(grid.needs.index(0, 0)).left() == 0
    free = grid.viewport().rect().adjusted(grid.frozen.width(), 0, 0, 0)
    assert free.contains(grid.visualRect(grid.currentIndex()).center())
    for _ in range(9):
        qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex().column() == 1
    assert grid.visualRect(grid.currentIndex()).left() >= grid.frozen.width()


def test_the_last_of_thirty_needs_is_reached_and_stays_beside_its_cells(window, qtbot):
    show_map(window, _large())
    grid = window.needs.grid
    click(window, qtbot, 0, 1)
    qtbot.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert grid.currentIndex().row() == 29
    for row in range(grid.needs.rowCount()):
        left = grid.frozen.visualRect(grid.needs.index(row, 0))
        right = grid.visualRect(grid.needs.index(row, 10))
        assert (left.top(), left.height()) == (right.top(), right.height())
    click(window, qtbot, 29, 0)
    assert window.needs.form.text.toPlainText().endswith("number 29")


def test_names_over_the_columns_are_never_cut_off_in_silence(window):
    show_map(window, _large())
    grid = window.needs.grid
    header = grid.horizontalHeader()
    lines = header.height() // header.fontMetrics().lineSpacing()
    assert lines >= 3
    tip = grid.needs.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "Service of children and families 0" in tip


def test_long_texts_leave_room_for_others_and_are_read_in_full_elsewhere(window, qtbot):
    long = "Help that does not stop when somebody ticks a box " * 40
    made = map_of(*(said("Health", "object", text=f"{n} {long}") for n in range(6)))
    show_map(window, add_need(add_need(made, long).map, long).map)
    grid, table = window.needs.grid, window.needs.bearings
    assert grid.rowHeight(0) + grid.rowHeight(1) < grid.viewport().height()
    assert long.strip() in grid.needs.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert window.needs.form.text.toPlainText() == long.strip()
    click(window, qtbot, 0, 1)
    assert table.rowHeight(0) < table.viewport().height()
    assert long.strip() in table.item(0, STATEMENT).toolTip()
    for row in range(6):
        tick(window, qtbot, row, HINDERS)
    assert len(window.document.map.need_marks) == 6


def _ink(view, box):
    """Return the middle of what is written in a box, as a share of its width."""
    picture = view.viewport().grab(box.adjusted(8, 6, -8, -6)).toImage()
    dark = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < 110
    ]
    return sum(dark) / len(dark) / picture.width()


def test_what_is_read_from_the_right_stands_at_the_right(window):
    made = map_of(said("בית ספר", "object", text="שיתוף מידע"))
    made = add_need(add_need(made, "نوم").map, "rest").map
    show_map(window, made)
    grid = window.needs.grid
    row, other = row_of(window, "نوم"), row_of(window, "rest")
    top = grid.fontMetrics().lineSpacing() + 8
    boxes = [grid.frozen.visualRect(grid.needs.index(one, 0)) for one in (row, other)]
    for box in boxes:
        box.setHeight(top)
    assert _ink(grid.frozen, boxes[0]) > 0.5 > _ink(grid.frozen, boxes[1])
    assert window.needs.who.text() == "What of \u2068בית ספר\u2069 serves or hinders it?"


def test_markup_is_shown_as_it_was_typed(window):
    made = map_of(said("<b>R&D</b>", "object", text="<img src=x>"))
    made = add_need(made, "<h1>Big</h1>").map
    show_map(window, mark_need(made, "statement-1", made.needs[0].id, Bearing.SERVES).map)
    model = window.needs.grid.needs
    for index, words in (
        (model.index(0, 0), "&lt;h1&gt;Big&lt;/h1&gt;"),
        (model.index(0, 1), "&lt;img src=x&gt;"),
    ):
        assert words in index.data(Qt.ItemDataRole.ToolTipRole)


def test_what_a_cell_says_is_heard(needs):
    role = Qt.ItemDataRole.AccessibleTextRole
    model = needs.needs.grid.needs
    assert model.index(0, 0).data(role) == (
        "Come when school is over.; The grandmother, reported, home visit, told by the health "
        "worker; ! nobody serves it; all services gone through"
    )
    assert model.index(0, 2).data(role) == "School: · silent"
