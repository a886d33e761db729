"""Needs by hand: what is told of them, and how they are typed, described and saved."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.edits.needs import add_need
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Basis
from activitymap.ui import dialogs
from activitymap.ui.needs.bearings import ELEMENT, HINDERS, SERVES
from tests.model.contradictions.maps import map_of
from tests.ui.needs_by_hand import (
    LEFT,
    cell,
    click,
    open_needs,
    quote,
    retype,
    row_of,
    show_map,
    stances,
    tick,
)

# What is shown ------------------------------------------------------------------------------


def test_the_example_is_told_as_its_group_would(needs):
    assert cell(needs, 0, 0) == [
        "Come when school is over.",
        "! nobody serves it",
        "The grandmother, reported",
    ]
    assert cell(needs, 1, 0) == [
        "“Help me, not the form.”",
        "‹ › pulled both ways",
        "The boy, said by them",
        "not gone through yet",
    ]
    assert cell(needs, 2, 0) == [
        "“One person I can call.”",
        "The mother, said by them",
        "not gone through yet",
    ]
    assert stances(needs, "Help me") == ["+/– both", *["· silent"] * 3]
    assert stances(needs, "One person")[2] == "+ serves"
    assert needs.needs.summary.text() == "Needs: 3"
    assert needs.needs.alarm.text() == "! 1 served by nobody   ‹ › 1 pulled both ways"


def test_the_statements_behind_a_cell_stand_in_it(needs, qtbot):
    lines = cell(needs, row_of(needs, "Help me"), 1)
    assert [line.replace("\u2068", "").replace("\u2069", "") for line in lines] == [
        "+/– both",
        "+ Shared plan on one page",
        "– Finish the form before any help",
    ]
    click(needs, qtbot, row_of(needs, "Help me"), 1)
    for number in range(3):
        tick(needs, qtbot, 3 + number, SERVES)
    assert cell(needs, row_of(needs, "Help me"), 1)[-1] == "and 3 more"


def test_a_need_served_by_a_tool_alone_says_the_same_here_and_in_the_list(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Come when"), 2)
    table = needs.needs.bearings
    tools = next(r for r in range(table.rowCount()) if table.item(r, ELEMENT).text() == "tools")
    tick(needs, qtbot, tools, SERVES)
    assert cell(needs, row_of(needs, "Come when"), 0)[1] == "! served, but by nobody’s object"
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
    row = row_of(needs, "One person")
    click(needs, qtbot, row, 3)
    tick(needs, qtbot, 0, HINDERS)
    assert cell(needs, row, 0)[1] == "‹ › pulled both ways"
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
    assert "! nobody serves it" not in cell(needs, row_of(needs, "A door"), 0)


def test_a_need_does_not_exist_before_it_has_words(needs, qtbot):
    before = needs.document.map
    field = needs.needs.add
    qtbot.mouseClick(field, LEFT)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "half a")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    open_needs(needs)
    assert needs.document.map is before


def test_a_map_without_needs_asks_for_the_first(window, qtbot):
    open_needs(window)
    field = window.needs.first
    assert field.isVisible()
    assert not window.needs.grid.isVisible()
    field.setFocus()
    qtbot.keyClicks(field, "Rest")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.needs.grid.isVisible()
    assert window.needs.add.hasFocus()
    assert cell(window, 0, 0) == ["Rest", "not gone through yet"]
    click(window, qtbot, 0, 0)
    qtbot.mouseClick(window.needs.form.remove, LEFT)
    assert field.isVisible()


def test_without_a_service_there_is_a_sentence(window):
    show_map(window, add_need(map_of(), "rest").map)
    assert window.needs.who.text() == "Draw a service to say whether it serves this need."
    assert window.needs.bearings.rowCount() == 0


def test_a_need_is_removed_and_comes_back(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Help me"), 0)
    qtbot.mouseClick(needs.needs.form.remove, LEFT)
    assert [need.text for need in needs.document.map.needs] == [
        "One person I can call.",
        "Come when school is over.",
    ]
    needs.document.undo_stack.undo()
    assert stances(needs, "Help me")[0] == "+/– both"


# Describing ---------------------------------------------------------------------------------


def test_a_need_is_described(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Come when"), 0)
    form = needs.needs.form
    retype(qtbot, form.whose, "the aunt")
    retype(qtbot, form.date, "4 May")
    form.basis.setFocus()
    qtbot.keyClick(form.basis, Qt.Key.Key_Up)
    need = needs.document.map.needs[2]
    assert (need.whose, need.date, need.basis) == ("the aunt", "4 May", Basis.SAID)
    assert cell(needs, row_of(needs, "Come when"), 0)[0] == "“Come when school is over.”"


def test_its_matter_is_chosen_or_made(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Come when"), 0)
    line = needs.needs.form.matter.lineEdit()
    retype(qtbot, line, "  Leading the MEETING ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    names = {matter.id: matter.name for matter in needs.document.map.matters}
    assert names[needs.document.map.needs[2].matter] == "leading the meeting"
    count = len(names)
    retype(qtbot, line, "evenings")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert needs.document.map.matters[-1].name == "evenings"
    assert needs.document.map.needs[2].matter == needs.document.map.matters[-1].id
    retype(qtbot, line, "")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert needs.document.map.needs[2].matter is None
    needs.document.undo_stack.undo()
    needs.document.undo_stack.undo()
    assert len(needs.document.map.matters) == count
    assert needs.needs.form.matter.currentText() == "leading the meeting"


def test_going_through_a_need_is_ticked(needs, qtbot):
    row = row_of(needs, "One person")
    click(needs, qtbot, row, 0)
    reviewed = needs.needs.form.reviewed
    qtbot.mouseClick(reviewed, LEFT, pos=QPoint(8, reviewed.height() // 2))
    assert needs.document.map.needs[1].reviewed
    assert cell(needs, row, 0)[-1] == "all services gone through"
    needs.document.undo_stack.undo()
    assert not reviewed.isChecked()
    assert cell(needs, row, 0)[-1] == "not gone through yet"


def test_a_need_without_words_is_refused(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Help me"), 0)
    field = needs.needs.form.text
    retype(qtbot, field, "")
    needs.needs.form.whose.setFocus()
    assert needs.document.map.needs[0].text == "Help me, not the form."
    assert field.toPlainText() == "Help me, not the form."
    assert needs.notice.text()


def test_while_names_are_hidden_what_is_typed_goes_back_and_what_is_ticked_stays(needs, qtbot):
    needs.hide_names(True)
    click(needs, qtbot, row_of(needs, "Come when"), 0)
    whose = needs.needs.form.whose
    retype(qtbot, whose, "the aunt")
    qtbot.keyClick(whose, Qt.Key.Key_Return)
    assert whose.text() == "The grandmother"
    assert "Names are hidden" in needs.notice.text()
    click(needs, qtbot, row_of(needs, "Come when"), 2)
    tick(needs, qtbot, 0, SERVES)
    assert stances(needs, "Come when")[1] == "+ serves"
    assert needs.document.kept.needs[2].whose == "The grandmother"


def test_evidence_is_typed(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Help me"), 0)
    editor = quote(needs, qtbot, "I told you all already")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert needs.document.map.needs[0].quotes[-1].text == "I told you all already"
    assert needs.needs.details.tabText(1) == "Evidence (1)"


# Nothing typed is lost ----------------------------------------------------------------------


def _begin_text(window, qtbot):
    retype(qtbot, window.needs.form.text, "still being typed")


def _begin_quote(window, qtbot):
    quote(window, qtbot, "still being typed")


def _begin_new(window, qtbot):
    retype(qtbot, window.needs.add, "still being typed")


def _begin_line(name):
    def begin(window, qtbot):
        retype(qtbot, getattr(window.needs.form, name), "still being typed")

    return begin


def _begin_matter(window, qtbot):
    retype(qtbot, window.needs.form.matter.lineEdit(), "still being typed")


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
    click(needs, qtbot, row_of(needs, "Help me"), 0)
    BEGINNINGS[field](needs, qtbot)
    needs.actions_.by_name["save"].trigger()
    assert "still being typed" in needs.document.path.read_text(encoding="utf-8")
    assert needs.document.undo_stack.isClean()


@pytest.mark.parametrize("field", BEGINNINGS)
def test_what_is_being_typed_is_asked_about_on_closing(needs, qtbot, monkeypatch, field):
    click(needs, qtbot, row_of(needs, "Help me"), 0)
    BEGINNINGS[field](needs, qtbot)
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda _parent, _name: dialogs.Unsaved.SAVE)
    assert needs.close()
    assert "still being typed" in needs.document.path.read_text(encoding="utf-8")
    assert len(load_map(needs.document.path).map.needs) == 3 + (field == "new need")


def test_going_to_another_need_keeps_what_was_typed_in_the_first(needs, qtbot):
    click(needs, qtbot, row_of(needs, "Help me"), 0)
    retype(qtbot, needs.needs.form.source, "second meeting")
    click(needs, qtbot, row_of(needs, "One person"), 0)
    assert needs.document.map.needs[0].source == "second meeting"
    assert needs.document.map.needs[1].source == "first meeting"
    assert needs.needs.form.source.text() == "first meeting"
