"""Needs by hand: typed, described, ticked, and found again among many."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from activitymap.model.edits.needs import add_need, mark_need, review_need
from activitymap.model.needs_table import Stance, needs_table
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Basis, Bearing
from activitymap.ui import dialogs
from activitymap.ui.needs.bearings import ELEMENT, HINDERS, SERVES, STATEMENT
from tests.model.contradictions.maps import map_of, said
from tests.ui.conftest import statement, system

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def needs(team):
    """The window with the example, its needs in the middle."""
    _open(team)
    return team


def _open(window):
    window.actions_.by_name["needs"].trigger()
    QApplication.processEvents()


def _show(window, activity_map):
    window.document.show_map(activity_map)
    _open(window)


def _row(window, text):
    return next(n for n, one in enumerate(window.needs.grid.needs.rows) if text in one.need.text)


def _click(window, qtbot, row, column):
    """Click in the middle of a cell of the grid, where it can be seen."""
    grid = window.needs.grid
    grid.scrollTo(grid.needs.index(row, column))
    view = grid if column else grid.frozen
    qtbot.mouseClick(view.viewport(), LEFT, pos=_middle(view, row, column))
    QApplication.processEvents()


def _middle(view, row, column):
    return (
        view.visualRect(view.model().index(row, column))
        .intersected(view.viewport().rect())
        .center()
    )


def _tick(window, qtbot, row, column, across=0.5):
    """Click in a cell of the table of statements, at a share of its width."""
    table = window.needs.bearings
    table.scrollToItem(table.item(row, column))
    box = table.visualItemRect(table.item(row, column))
    place = QPoint(box.left() + round(box.width() * across), box.center().y())
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)


def _cell(window, row, column):
    return window.needs.grid.needs.index(row, column).data().split("\n")


def _stances(window, text):
    columns = range(1, window.needs.grid.needs.columnCount())
    return [_cell(window, _row(window, text), column)[0] for column in columns]


def _retype(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)


# What is shown ------------------------------------------------------------------------------


def test_the_example_is_told_as_its_group_would(needs):
    assert _cell(needs, 0, 0) == [
        "Come when school is over.",
        "! nobody serves it",
        "The grandmother, reported",
    ]
    assert _cell(needs, 1, 0) == [
        "“Help me, not the form.”",
        "‹ › pulled both ways",
        "The boy, said by them",
        "not gone through yet",
    ]
    assert _cell(needs, 2, 0) == [
        "“One person I can call.”",
        "The mother, said by them",
        "not gone through yet",
    ]
    assert _stances(needs, "Help me") == ["+/– both", *["· silent"] * 3]
    assert _stances(needs, "One person")[2] == "+ serves"
    assert needs.needs.summary.text() == "Needs: 3"
    assert needs.needs.alarm.text() == "! 1 served by nobody   ‹ › 1 pulled both ways"


def test_the_statements_behind_a_cell_stand_in_it(needs, qtbot):
    lines = _cell(needs, _row(needs, "Help me"), 1)
    assert [line.replace("\u2068", "").replace("\u2069", "") for line in lines] == [
        "+/– both",
        "+ Shared plan on one page",
        "– Finish the form before any help",
    ]
    _click(needs, qtbot, _row(needs, "Help me"), 1)
    for number in range(3):
        _tick(needs, qtbot, 3 + number, SERVES)
    assert _cell(needs, _row(needs, "Help me"), 1)[-1] == "and 3 more"


def test_a_need_served_by_a_tool_alone_says_the_same_here_and_in_the_list(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Come when"), 2)
    table = needs.needs.bearings
    tools = next(r for r in range(table.rowCount()) if table.item(r, ELEMENT).text() == "tools")
    _tick(needs, qtbot, tools, SERVES)
    assert _cell(needs, _row(needs, "Come when"), 0)[1] == "! served, but by nobody’s object"
    told = [one.because for one in needs.document.detection.contradictions]
    assert any("no service's object serves it" in sentence for sentence in told)


def test_how_sure_is_told_in_the_outline_too(needs):
    listed = [needs.outline.needs.item(row).text() for row in range(3)]
    plain = [line.replace("\u2068", "").replace("\u2069", "") for line in listed]
    assert plain == [
        "“Help me, not the form.” – The boy, said by them",
        "“One person I can call.” – The mother, said by them",
        "Come when school is over. – The grandmother, reported",
    ]


def test_the_order_stays_while_the_group_ticks_and_can_be_that_of_the_map(needs, qtbot):
    row = _row(needs, "One person")
    _click(needs, qtbot, row, 3)
    _tick(needs, qtbot, 0, HINDERS)
    assert _cell(needs, row, 0)[1] == "‹ › pulled both ways"
    order = needs.needs.order
    order.setFocus()
    qtbot.keyClick(order, Qt.Key.Key_Down)
    shown = [one.need.text for one in needs.needs.grid.needs.rows]
    assert shown == [one.text for one in needs.document.map.needs]
    assert needs.needs.form.text.toPlainText() == "One person I can call.", "it is still chosen"
    qtbot.keyClick(order, Qt.Key.Key_Up)
    assert needs.needs.grid.needs.rows[0].need.text == "Come when school is over."


# Adding and removing ------------------------------------------------------------------------


def test_needs_are_typed_one_after_another(needs, qtbot):
    field = needs.needs.add
    field.setFocus()
    qtbot.keyClicks(field, "Somebody to walk home with")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.hasFocus()
    qtbot.keyClicks(field, "A door that locks")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    texts = [need.text for need in needs.document.map.needs]
    assert texts[3:] == ["Somebody to walk home with", "A door that locks"]
    assert needs.needs.form.text.toPlainText() == "A door that locks"
    assert needs.selection.current == needs.document.map.needs[-1].id
    assert not needs.document.map.needs[-1].reviewed
    assert "! nobody serves it" not in _cell(needs, _row(needs, "A door"), 0)


def test_a_need_does_not_exist_before_it_has_words(needs, qtbot):
    before = needs.document.map
    field = needs.needs.add
    qtbot.mouseClick(field, LEFT)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "half a")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    _open(needs)
    assert needs.document.map is before


def test_a_map_without_needs_asks_for_the_first(window, qtbot):
    _open(window)
    field = window.needs.first
    assert field.isVisible()
    assert not window.needs.grid.isVisible()
    field.setFocus()
    qtbot.keyClicks(field, "Rest")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.needs.grid.isVisible()
    assert window.needs.add.hasFocus()
    assert _cell(window, 0, 0) == ["Rest", "not gone through yet"]
    _click(window, qtbot, 0, 0)
    qtbot.mouseClick(window.needs.form.remove, LEFT)
    assert field.isVisible()


def test_without_a_service_there_is_a_sentence(window):
    _show(window, add_need(map_of(), "rest").map)
    assert window.needs.who.text() == "Draw a service to say whether it serves this need."
    assert window.needs.bearings.rowCount() == 0


def test_a_need_is_removed_and_comes_back(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Help me"), 0)
    qtbot.mouseClick(needs.needs.form.remove, LEFT)
    assert [need.text for need in needs.document.map.needs] == [
        "One person I can call.",
        "Come when school is over.",
    ]
    needs.document.undo_stack.undo()
    assert _stances(needs, "Help me")[0] == "+/– both"


# Describing ---------------------------------------------------------------------------------


def test_a_need_is_described(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Come when"), 0)
    form = needs.needs.form
    _retype(qtbot, form.whose, "the aunt")
    _retype(qtbot, form.date, "4 May")
    form.basis.setFocus()
    qtbot.keyClick(form.basis, Qt.Key.Key_Up)
    need = needs.document.map.needs[2]
    assert (need.whose, need.date, need.basis) == ("the aunt", "4 May", Basis.SAID)
    assert _cell(needs, _row(needs, "Come when"), 0)[0] == "“Come when school is over.”"


def test_its_matter_is_chosen_or_made(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Come when"), 0)
    line = needs.needs.form.matter.lineEdit()
    _retype(qtbot, line, "  Leading the MEETING ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    names = {matter.id: matter.name for matter in needs.document.map.matters}
    assert names[needs.document.map.needs[2].matter] == "leading the meeting"
    count = len(names)
    _retype(qtbot, line, "evenings")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert needs.document.map.matters[-1].name == "evenings"
    assert needs.document.map.needs[2].matter == needs.document.map.matters[-1].id
    _retype(qtbot, line, "")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert needs.document.map.needs[2].matter is None
    needs.document.undo_stack.undo()
    needs.document.undo_stack.undo()
    assert len(needs.document.map.matters) == count
    assert needs.needs.form.matter.currentText() == "leading the meeting"


def test_going_through_a_need_is_ticked(needs, qtbot):
    row = _row(needs, "One person")
    _click(needs, qtbot, row, 0)
    reviewed = needs.needs.form.reviewed
    qtbot.mouseClick(reviewed, LEFT, pos=QPoint(8, reviewed.height() // 2))
    assert needs.document.map.needs[1].reviewed
    assert _cell(needs, row, 0)[-1] == "all services gone through"
    needs.document.undo_stack.undo()
    assert not reviewed.isChecked()
    assert _cell(needs, row, 0)[-1] == "not gone through yet"


def test_a_need_without_words_is_refused(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Help me"), 0)
    field = needs.needs.form.text
    _retype(qtbot, field, "")
    needs.needs.form.whose.setFocus()
    assert needs.document.map.needs[0].text == "Help me, not the form."
    assert field.toPlainText() == "Help me, not the form."
    assert needs.notice.text()


def test_evidence_is_typed(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Help me"), 0)
    editor = _quote(needs, qtbot, "I told you all already")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert needs.document.map.needs[0].quotes[-1].text == "I told you all already"
    assert needs.needs.details.tabText(1) == "Evidence (1)"


def _quote(window, qtbot, words):
    """Type a quotation, and leave its cell open."""
    window.needs.details.setCurrentIndex(1)
    quotes = window.needs.details.quotes
    qtbot.mouseClick(quotes.add, LEFT)
    editor = quotes.table.findChildren(QLineEdit)[-1]
    qtbot.keyClicks(editor, words)
    return editor


# Nothing typed is lost ----------------------------------------------------------------------


def _begin_text(window, qtbot):
    _retype(qtbot, window.needs.form.text, "still being typed")


def _begin_quote(window, qtbot):
    _quote(window, qtbot, "still being typed")


def _begin_new(window, qtbot):
    _retype(qtbot, window.needs.add, "still being typed")


def _begin_line(name):
    def begin(window, qtbot):
        _retype(qtbot, getattr(window.needs.form, name), "still being typed")

    return begin


def _begin_matter(window, qtbot):
    _retype(qtbot, window.needs.form.matter.lineEdit(), "still being typed")


BEGINNINGS = {
    "text": _begin_text,
    "whose": _begin_line("whose"),
    "source": _begin_line("source"),
    "date": _begin_line("date"),
    "matter": _begin_matter,
    "quotation": _begin_quote,
    "new need": _begin_new,
}


@pytest.mark.parametrize("field", BEGINNINGS)
def test_what_is_being_typed_is_saved(needs, qtbot, field):
    _click(needs, qtbot, _row(needs, "Help me"), 0)
    BEGINNINGS[field](needs, qtbot)
    needs.actions_.by_name["save"].trigger()
    assert "still being typed" in needs.document.path.read_text(encoding="utf-8")
    assert needs.document.undo_stack.isClean()


@pytest.mark.parametrize("field", BEGINNINGS)
def test_what_is_being_typed_is_asked_about_on_closing(needs, qtbot, monkeypatch, field):
    _click(needs, qtbot, _row(needs, "Help me"), 0)
    BEGINNINGS[field](needs, qtbot)
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda _parent, _name: dialogs.Unsaved.SAVE)
    assert needs.close()
    assert "still being typed" in needs.document.path.read_text(encoding="utf-8")
    assert len(load_map(needs.document.path).map.needs) == 3 + (field == "new need")


def test_going_to_another_need_keeps_what_was_typed_in_the_first(needs, qtbot):
    _click(needs, qtbot, _row(needs, "Help me"), 0)
    _retype(qtbot, needs.needs.form.source, "second meeting")
    _click(needs, qtbot, _row(needs, "One person"), 0)
    assert needs.document.map.needs[0].source == "second meeting"
    assert needs.document.map.needs[1].source == "first meeting"
    assert needs.needs.form.source.text() == "first meeting"


# Ticking ------------------------------------------------------------------------------------


@pytest.mark.parametrize("across", [0.1, 0.5, 0.9])
def test_a_statement_is_ticked_anywhere_in_its_cell(needs, qtbot, across):
    row = _row(needs, "Come when")
    _click(needs, qtbot, row, 1)
    assert "Social care" in needs.needs.who.text()
    _tick(needs, qtbot, 0, SERVES, across)
    assert _stances(needs, "Come when")[0] == "+ serves"
    _tick(needs, qtbot, 1, HINDERS, across)
    assert needs_table(needs.document.map)[2].cells[0].stance is Stance.BOTH
    assert "‹ › pulled both ways" in _cell(needs, row, 0)
    _tick(needs, qtbot, 0, SERVES, across)
    assert _stances(needs, "Come when")[0] == "– hinders"


def test_statements_are_ticked_by_keys_alone(needs, qtbot):
    grid, table = needs.needs.grid, needs.needs.bearings
    _click(needs, qtbot, _row(needs, "Come when"), 0)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert "School" in needs.needs.who.text()
    table.setFocus()
    table.setCurrentCell(0, STATEMENT)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert _stances(needs, "Come when")[1] == "+ serves"
    assert (table.currentRow(), table.currentColumn()) == (0, SERVES), "the place is kept"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert _stances(needs, "Come when")[1] == "· silent"


def test_tab_leaves_the_grid_and_the_statements(needs, qtbot):
    grid, table = needs.needs.grid, needs.needs.bearings
    _click(needs, qtbot, 0, 1)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()
    table.setFocus()
    table.setCurrentCell(0, SERVES)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


# The chosen need ----------------------------------------------------------------------------


def test_it_is_chosen_everywhere(needs, qtbot):
    _click(needs, qtbot, _row(needs, "One person"), 3)
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
    _open(team)
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
    _show(window, _large())
    grid = window.needs.grid
    _click(window, qtbot, 0, 1)
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
    _show(window, _large())
    grid = window.needs.grid
    _click(window, qtbot, 0, 1)
    qtbot.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert grid.currentIndex().row() == 29
    for row in range(grid.needs.rowCount()):
        left = grid.frozen.visualRect(grid.needs.index(row, 0))
        right = grid.visualRect(grid.needs.index(row, 10))
        assert (left.top(), left.height()) == (right.top(), right.height())
    _click(window, qtbot, 29, 0)
    assert window.needs.form.text.toPlainText().endswith("number 29")


def test_names_over_the_columns_are_never_cut_off_in_silence(window):
    _show(window, _large())
    grid = window.needs.grid
    header = grid.horizontalHeader()
    lines = header.height() // header.fontMetrics().lineSpacing()
    assert lines >= 3
    tip = grid.needs.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "Service of children and families 0" in tip


def test_long_texts_leave_room_for_others_and_are_read_in_full_elsewhere(window, qtbot):
    long = "Help that does not stop when somebody ticks a box " * 40
    made = map_of(*(said("Health", "object", text=f"{n} {long}") for n in range(6)))
    _show(window, add_need(add_need(made, long).map, long).map)
    grid, table = window.needs.grid, window.needs.bearings
    assert grid.rowHeight(0) + grid.rowHeight(1) < grid.viewport().height()
    assert long.strip() in grid.needs.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert window.needs.form.text.toPlainText() == long.strip()
    _click(window, qtbot, 0, 1)
    assert table.rowHeight(0) < table.viewport().height()
    assert long.strip() in table.item(0, STATEMENT).toolTip()
    for row in range(6):
        _tick(window, qtbot, row, HINDERS)
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
    _show(window, made)
    grid = window.needs.grid
    row, other = _row(window, "نوم"), _row(window, "rest")
    top = grid.fontMetrics().lineSpacing() + 8
    boxes = [grid.frozen.visualRect(grid.needs.index(one, 0)) for one in (row, other)]
    for box in boxes:
        box.setHeight(top)
    assert _ink(grid.frozen, boxes[0]) > 0.5 > _ink(grid.frozen, boxes[1])
    assert window.needs.who.text() == "What of \u2068בית ספר\u2069 serves or hinders it?"


def test_markup_is_shown_as_it_was_typed(window):
    made = map_of(said("<b>R&D</b>", "object", text="<img src=x>"))
    made = add_need(made, "<h1>Big</h1>").map
    _show(window, mark_need(made, "statement-1", made.needs[0].id, Bearing.SERVES).map)
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
