"""The table twin: the same map, read, sorted, filtered and typed with keys."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from activitymap.model.values import Element, State
from activitymap.ui.panels.table_model import COLUMNS
from tests.ui.conftest import statement, system

CONTROL = Qt.KeyboardModifier.ControlModifier


def _open(window):
    window.actions_.by_name["table"].trigger()
    return window.table


def _cell(table, text, column):
    """Return the shown index in a column of the row whose statement has a text."""
    for row in range(table.shown.rowCount()):
        if table.shown.index(row, COLUMNS.index("statement")).data() == text:
            return table.shown.index(row, COLUMNS.index(column))
    raise LookupError(text)


def _type(qtbot, table, index, text):
    table.view.setCurrentIndex(index)
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, text)
    _press_return(qtbot, editor)


def _press_return(qtbot, editor):
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    # The table takes over what was typed a moment later, and then lets its field go.
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _find(window, identity):
    return next(
        (one, each)
        for each in window.document.map.systems
        for one in each.statements
        if one.id == identity
    )


def test_every_statement_has_a_row_that_reads_well(team):
    table = _open(team)
    assert table.shown.rowCount() == 36
    index = _cell(table, "Child in every lesson", "element")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(role) == "Element: object"
    assert index.siblingAtColumn(COLUMNS.index("matter")).data(role) == "Matter: time in lessons"
    assert table.count.text() == "36 of 36 statements"


def test_typing_in_a_cell_changes_the_map_and_can_be_undone(team, qtbot):
    table, chosen = _open(team), statement(team, "Child in every lesson")
    _type(qtbot, table, _cell(table, "Child in every lesson", "statement"), "Child in most lessons")
    assert _find(team, chosen)[0].text == "Child in most lessons"
    assert team.document.undo_stack.undoText() == "Edit statement"
    team.document.undo_stack.undo()
    assert _cell(table, "Child in every lesson", "element").isValid()


def test_what_is_being_typed_in_a_cell_is_saved(team, qtbot):
    table, chosen = _open(team), statement(team, "Child in every lesson")
    table.view.setCurrentIndex(_cell(table, "Child in every lesson", "statement"))
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClicks(editor, "Child in most lessons")
    team.actions_.by_name["save"].trigger()
    assert "Child in most lessons" in team.document.path.read_text(encoding="utf-8")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _find(team, chosen)[0].text == "Child in most lessons"


def test_a_card_is_typed_in_the_words_of_a_spreadsheet(team, qtbot):
    table, chosen = _open(team), statement(team, "Attendance record")
    qtbot.mouseClick(table.all_columns, Qt.MouseButton.LeftButton)
    _type(qtbot, table, _cell(table, "Attendance record", "limit"), "at most 24 hours")
    assert str(_find(team, chosen)[0].readings[0].limit) == "at most 24 hours"
    _type(qtbot, table, _cell(table, "Attendance record", "limit"), "soonish")
    assert str(_find(team, chosen)[0].readings[0].limit) == "at most 24 hours"
    assert "soonish" in team.notice.text()
    _type(qtbot, table, _cell(table, "Attendance record", "limit"), "")
    assert _find(team, chosen)[0].readings[0].limit is None


def test_choosing_another_service_element_or_state(team, qtbot):
    table, chosen = _open(team), statement(team, "Attendance record")
    model = table.model
    for column, words in (("service", "Family"), ("element", "rules"), ("state", "unknown")):
        index = table.shown.mapToSource(_cell(table, "Attendance record", column))
        assert words in model.choices(index.column())
        table.view.setCurrentIndex(table.shown.mapFromSource(index))
        qtbot.keyClick(table.view, Qt.Key.Key_F2)
        box = table.view.findChildren(QComboBox)[-1]
        box.setCurrentText(words)
        _press_return(qtbot, box)
    one, where = _find(team, chosen)
    assert (where.name, one.element, one.state) == ("Family", Element.RULES, State.UNKNOWN)


def test_a_new_matter_is_made_by_typing_it(team, qtbot):
    table = _open(team)
    index = _cell(table, "Attendance record", "matter")
    table.view.setCurrentIndex(index)
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    box = table.view.findChildren(QComboBox)[-1]
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "counting days")
    _press_return(qtbot, box)
    assert team.document.map.matters[-1].name == "counting days"
    assert team.document.undo_stack.count() == 1


def test_filtering_and_sorting_change_only_the_view(team, qtbot):
    table, was = _open(team), team.document.map
    qtbot.keyClicks(table.filter, "school rules")
    assert {table.shown.index(row, 1).data() for row in range(table.shown.rowCount())} == {"rules"}
    assert table.count.text() == "3 of 36 statements"
    table.filter.clear()
    column = COLUMNS.index("statement")
    table.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    texts = [table.shown.index(row, column).data() for row in range(36)]
    assert texts == sorted(texts, key=str.casefold)
    assert team.document.map is was


def test_what_is_chosen_is_chosen_in_both(team, qtbot):
    table, chosen = _open(team), statement(team, "Home visits")
    team.selection.choose(chosen)
    (row,) = table.chosen_rows()
    assert row.statement.id == chosen
    table.view.selectRow(_cell(table, "A quiet home", "service").row())
    assert team.selection.ids == (statement(team, "A quiet home"),)


def test_keys_add_copy_paste_and_remove_rows(team, qtbot):
    table = _open(team)
    table.view.setCurrentIndex(_cell(table, "Home visits", "statement"))
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Insert)
    editor = table.view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClicks(editor, "Telephone rota")
    _press_return(qtbot, editor)
    one, where = _find(team, statement(team, "Telephone rota"))
    assert (one.element, where.name) == (Element.TOOLS, "Community health")
    table.view.selectRow(_cell(table, "Telephone rota", "service").row())
    qtbot.keyClick(table.view, Qt.Key.Key_C, CONTROL)
    assert "Community health\ttools\tTelephone rota" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().setText("Bus pass\nMap of bus stops")
    qtbot.keyClick(table.view, Qt.Key.Key_V, CONTROL)
    assert statement(team, "Map of bus stops")
    table.view.selectRow(_cell(table, "Telephone rota", "service").row())
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    texts = {s.text for each in team.document.map.systems for s in each.statements}
    assert "Telephone rota" not in texts
    assert system(team, "Community health")
