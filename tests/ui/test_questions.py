"""The guiding questions as a manager meets them: by typing, keys and buttons."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from activitymap.model.edits.statements import add_statements, set_text
from activitymap.model.edits.systems import add_system, remove_systems, rename_system
from activitymap.model.questions import QUESTIONS, statements_in
from activitymap.model.reading import Origin
from activitymap.model.templates import COMMON, EMPTY, load_templates
from activitymap.model.values import Element, State
from activitymap.ui.document import Document
from activitymap.ui.panels.questions import QuestionsPanel
from activitymap.ui.panels.questions_rows import RuleRow, TaskRow
from activitymap.ui.panels.questions_sheet import MOST_ROWS
from activitymap.ui.selection import Selection
from tests.ui.conftest import EXAMPLE

RULES, LABOUR, TOOLS = Element.RULES, Element.DIVISION_OF_LABOUR, Element.TOOLS
STEPS = {question.element: step for step, question in enumerate(QUESTIONS)}
Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path) -> QuestionsPanel:
    """The panel over an empty map."""
    document = Document()
    made = QuestionsPanel(document, Selection(document), tmp_path / "templates")
    document.setParent(made)
    made.resize(360, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


@pytest.fixture
def team(panel: QuestionsPanel) -> QuestionsPanel:
    """The panel over the example that everybody sees first."""
    panel._document.open(EXAMPLE)
    return panel


def _document(panel: QuestionsPanel) -> Document:
    return panel._document


def _steps(panel: QuestionsPanel) -> list[str]:
    stack = _document(panel).undo_stack
    return [stack.text(place) for place in range(stack.count())]


def _ask(panel: QuestionsPanel, element: Element | None, service: int = 0) -> None:
    panel._ask(_document(panel).map.systems[service].id, STEPS[element])


def _said(panel: QuestionsPanel, element: Element, service: int = 0) -> list[str]:
    system = _document(panel).map.systems[service]
    return [one.text for one in statements_in(system, element)]


def _type(qtbot: QtBot, widget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def _choose(qtbot: QtBot, choice, words: str) -> None:
    """Choose from a list by keyboard, as with Down and Enter."""
    choice.setFocus()
    place = choice.findText(words)
    assert place >= 0, [choice.itemText(one) for one in range(choice.count())]
    down = place - choice.currentIndex()
    for _ in range(abs(down)):
        qtbot.keyClick(choice, Key.Key_Down if down > 0 else Key.Key_Up)


def test_a_manager_alone_answers_eight_questions_with_the_keyboard(panel, qtbot):
    sheet = panel.sheet
    assert panel.progress.text() == "1 of 8"
    _type(qtbot, sheet.name, "Lunch club")
    qtbot.keyClick(sheet.name, Key.Key_Return)
    assert [one.name for one in _document(panel).map.systems] == ["Lunch club"]
    for step, question in enumerate(QUESTIONS[1:], start=2):
        assert panel.progress.text() == f"{step} of 8"
        assert sheet.text.text() == question.text
        assert sheet.entry.hasFocus()
        for text in ("One", "Two"):
            qtbot.keyClicks(sheet.entry, f"{text} of {question.element}")
            qtbot.keyClick(sheet.entry, Key.Key_Return)
        # A button that is pressed by its letter goes down and up, which takes a moment.
        with qtbot.waitSignal(panel.next.clicked):
            qtbot.keyClick(sheet.entry, Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert {element: _said(panel, element) for element in Element} == {
        element: [f"One of {element}", f"Two of {element}"] for element in Element
    }
    assert _steps(panel) == ["Add service"] + ["Type statement"] * 14
    assert panel.service.currentIndex() == -1, "the next service begins"
    assert sheet.name.hasFocus()
    _document(panel).undo_stack.setIndex(0)
    assert _document(panel).map.systems == ()
    _document(panel).undo_stack.setIndex(15)
    assert _said(panel, Element.OUTCOME) == ["One of outcome", "Two of outcome"]


def test_the_question_is_plain_and_the_theory_a_small_second_line(team):
    _ask(team, TOOLS)
    sheet = team.sheet
    assert sheet.text.text() == "By what means?"
    assert sheet.text.font().pointSizeF() > 1.4 * sheet.help.font().pointSizeF()
    assert sheet.theory.font().pointSizeF() < sheet.help.font().pointSizeF()
    assert sheet.theory.text() == "Tools: mediating artefacts"
    assert sheet.help.text() == QUESTIONS[STEPS[TOOLS]].help
    assert sheet.example.text().startswith("A bakery")


def test_it_says_once_that_it_is_not_about_named_children(team):
    shown = []
    for step in range(8):
        team._ask(_document(team).map.systems[0].id, step)
        shown.append(team.sheet.note.isVisible())
    assert shown == [True] + [False] * 7
    assert "Leave out the names of children" in team.sheet.note.text()


def test_answers_are_rows_that_can_be_reworded_and_removed(team, qtbot):
    _ask(team, TOOLS)
    first, second = team.sheet.rows
    assert first.field.toPlainText() == "Assessment form, forty pages"
    first.field.selectAll()
    _type(qtbot, first.field, "Short form")
    qtbot.keyClick(first.field, Key.Key_Return)
    assert _said(team, TOOLS) == ["Short form", "Shared plan on one page"]
    assert second.field.hasFocus()
    qtbot.keyClick(second.remove, Key.Key_Space)
    assert _said(team, TOOLS) == ["Short form"]
    assert first.field.hasFocus()
    assert _steps(team) == ["Edit text", "Remove statement"]
    _document(team).undo_stack.undo()
    _document(team).undo_stack.undo()
    texts = [row.field.toPlainText() for row in team.sheet.rows]
    assert texts == ["Assessment form, forty pages", "Shared plan on one page"]


def test_escape_brings_the_text_back_and_an_emptied_row_keeps_its_statement(team, qtbot):
    _ask(team, TOOLS)
    field = team.sheet.rows[0].field
    _type(qtbot, field, "xyz")
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.toPlainText() == "Assessment form, forty pages"
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.toPlainText() == "Assessment form, forty pages"
    assert _steps(team) == []
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Backspace)
    qtbot.keyClick(field, Key.Key_Backspace)
    assert _said(team, TOOLS) == ["Shared plan on one page"]


def test_leaving_a_field_keeps_what_was_typed(team, qtbot):
    _ask(team, TOOLS)
    _type(qtbot, team.sheet.entry, "Car")
    qtbot.keyClick(team.sheet.entry, Key.Key_Tab)
    assert _said(team, TOOLS)[-1] == "Car"
    _type(qtbot, team.sheet.entry, "Bicycle")
    team.back.click()
    assert _said(team, TOOLS)[-1] == "Bicycle"
    assert team.progress.text() == "3 of 8"


def test_finishing_before_saving_keeps_what_was_typed(team, qtbot):
    _ask(team, RULES)
    _type(qtbot, team.sheet.entry, "Answer the phone")
    team.finish()
    assert _said(team, RULES)[-1] == "Answer the phone"
    _type(qtbot, team.sheet.rows[0].changed_by, "the council")
    team.finish()
    (statement, *_) = statements_in(_document(team).map.systems[0], RULES)
    assert statement.readings[0].changed_by == "the council"


def test_several_pasted_lines_are_several_statements_without_markup(team, qtbot):
    _ask(team, TOOLS)
    data = QMimeData()
    data.setHtml("<b>Bus pass</b>")
    data.setText("Bus pass\n\n  Phone \n")
    QGuiApplication.clipboard().setMimeData(data)
    team.sheet.entry.setFocus()
    team.sheet.entry.paste()
    qtbot.keyClick(team.sheet.entry, Key.Key_Return)
    assert _said(team, TOOLS)[2:] == ["Bus pass", "Phone"]
    assert team.sheet.entry.toPlainText() == ""
    row = team.sheet.rows[0].field
    row.setFocus()
    row.selectAll()
    row.paste()
    qtbot.keyClick(row, Key.Key_Return)
    assert _said(team, TOOLS)[:3] == ["Bus pass", "Phone", "Shared plan on one page"]
    assert [one.field.toPlainText() for one in team.sheet.rows] == _said(team, TOOLS)
    assert _steps(team) == ["Type statements", "Edit text"]


def test_we_do_not_know_yet_and_we_have_none(panel, qtbot):
    _document(panel).edit("Add", add_system, "School")
    _ask(panel, RULES)
    sheet = panel.sheet
    qtbot.mouseClick(sheet.unknown, Qt.MouseButton.LeftButton)
    assert sheet.unknown.isChecked()
    qtbot.keyClick(sheet.none, Key.Key_Space)
    (mark,) = statements_in(_document(panel).map.systems[0], RULES)
    assert (mark.state, mark.text) == (State.MISSING, "")
    assert (sheet.unknown.isChecked(), sheet.none.isChecked()) == (False, True)
    assert sheet.rows == []
    qtbot.keyClick(sheet.none, Key.Key_Space)
    assert _said(panel, RULES) == []
    qtbot.keyClick(sheet.unknown, Key.Key_Space)
    _type(qtbot, sheet.entry, "Register at nine")
    qtbot.keyClick(sheet.entry, Key.Key_Return)
    assert _said(panel, RULES) == ["Register at nine"]
    assert not sheet.unknown.isChecked()
    assert not sheet.unknown.isEnabled()
    _document(panel).undo_stack.undo()
    assert sheet.unknown.isChecked()


def test_each_rule_is_law_policy_agreement_or_habit_and_somebody_can_change_it(team, qtbot):
    _ask(team, RULES)
    row = team.sheet.rows[0]
    assert isinstance(row, RuleRow)
    assert row.origin.currentText() == "Our habit"
    _choose(qtbot, row.origin, "An agreement")
    _type(qtbot, row.changed_by, "the two managers")
    qtbot.keyClick(row.changed_by, Key.Key_Return)
    (rule, *_) = statements_in(_document(team).map.systems[0], RULES)
    assert rule.readings[0].origin is Origin.AGREEMENT
    assert rule.readings[0].changed_by == "the two managers"
    assert _steps(team)[-1] == "Say who can change a rule"
    _choose(qtbot, row.origin, "Whose rule is it?")
    (rule, *_) = statements_in(_document(team).map.systems[0], RULES)
    assert rule.readings[0].origin is None


def test_the_wheel_changes_no_answer(team):
    _ask(team, RULES)
    origin = team.sheet.rows[0].origin
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(origin, wheel)
    assert origin.currentText() == "Our habit"
    assert not wheel.isAccepted()


def test_who_relies_on_a_task_is_said_by_the_service_that_does(team, qtbot):
    _ask(team, LABOUR)
    row = team.sheet.rows[0]
    assert isinstance(row, TaskRow)
    assert row.relying.isHidden()
    _choose(qtbot, row.others, "School")
    assert _said(team, LABOUR, 1)[-1] == "Relies on Social care: Social worker leads the meeting"
    assert row.relying.text() == "Relied on by: School"
    assert row.others.currentText() == "Who relies on it?"
    assert row.others.findText("School") == -1
    assert _steps(team) == ["Say who relies on a task"]
    _type(qtbot, row.relies_on, "CAMHS;  the school ;")
    qtbot.keyClick(row.relies_on, Key.Key_Return)
    (task,) = statements_in(_document(team).map.systems[0], LABOUR)
    assert task.readings[0].relies_on == ("CAMHS", "the school")
    assert row.relies_on.text() == "CAMHS; the school"
    _document(team).undo_stack.setIndex(0)
    assert row.relying.isHidden()
    assert row.relies_on.text() == ""


def test_a_service_alone_is_asked_only_whom_its_tasks_rely_on(panel):
    _document(panel).edit("Add", add_system, "School")
    school = _document(panel).map.systems[0].id
    _document(panel).edit("Add", add_statements, school, LABOUR, ["Teach"])
    _ask(panel, LABOUR)
    assert panel.sheet.rows[0].others.isHidden()
    assert panel.sheet.rows[0].relies_on.isVisible()


def test_tab_goes_down_the_sheet(team, qtbot):
    _ask(team, RULES)
    stops = [stop for row in team.sheet.rows for stop in row.stops()]
    here = stops[0]
    here.setFocus()
    for stop in [*stops[1:], team.sheet.entry]:
        qtbot.keyClick(here, Key.Key_Tab)
        assert stop.hasFocus()
        here = stop


def test_the_last_question_leads_to_the_next_service(team):
    _ask(team, Element.OUTCOME)
    assert team.next.text() == "&Next service"
    team.next.click()
    assert (team.service.currentText(), team.progress.text()) == ("School", "1 of 8")
    assert team.sheet.name.text() == "School"
    assert not team.back.isEnabled()
    _ask(team, Element.OUTCOME, 3)
    assert team.next.text() == "&New service"


def test_the_panel_and_the_other_views_choose_together(team, qtbot):
    school, rule = _document(team).map.systems[1], RULES
    team._selection.choose(f"{school.id}/{rule}")
    assert team.sheet.text.text() == "Under which rules?"
    assert team.service.currentText() == "School"
    team.next.click()
    assert team._selection.current == f"{school.id}/{LABOUR}"
    one = statements_in(_document(team).map.systems[0], TOOLS)[0]
    team._selection.choose(one.id)
    assert team.sheet.text.text() == "By what means?"
    team._selection.choose("need-1")
    team._selection.clear()
    assert team.sheet.text.text() == "By what means?"
    _choose(qtbot, team.service, "School")
    assert team._selection.current == f"{school.id}/{TOOLS}"


def test_what_is_half_typed_is_still_there_after_a_look_at_another_question(team, qtbot):
    _ask(team, TOOLS)
    one, other = (system.id for system in _document(team).map.systems[:2])
    _type(qtbot, team.sheet.entry, "Half a sen")
    team._selection.choose(f"{other}/{RULES}")
    assert team.sheet.entry.toPlainText() == ""
    team._selection.choose(f"{one}/{TOOLS}")
    assert team.sheet.entry.toPlainText() == "Half a sen"
    _type(qtbot, team.sheet.entry, "tence")
    qtbot.keyClick(team.sheet.entry, Key.Key_Return)
    assert _said(team, TOOLS)[-1] == "Half a sentence"


def test_a_statement_half_changed_is_still_so_after_a_look_at_another(team, qtbot):
    _ask(team, TOOLS)
    one, other = (system.id for system in _document(team).map.systems[:2])
    _type(qtbot, team.sheet.rows[0].field, ", long")
    team._selection.choose(f"{other}/{TOOLS}")
    team._selection.choose(f"{one}/{TOOLS}")
    assert team.sheet.rows[0].field.toPlainText() == "Assessment form, forty pages, long"
    assert _steps(team) == []
    team.next.click()
    assert _said(team, TOOLS)[0] == "Assessment form, forty pages, long"


@pytest.mark.parametrize("where", ["name", "entry", "row", "line"])
def test_undo_takes_a_service_away_in_the_middle_of_typing(where, panel, qtbot):
    panel._add_service(COMMON[0])
    _ask(panel, None if where == "name" else RULES)
    sheet = panel.sheet
    field = {
        "name": lambda: sheet.name,
        "entry": lambda: sheet.entry,
        "row": lambda: sheet.rows[0].field,
        "line": lambda: sheet.rows[0].changed_by,
    }[where]()
    _type(qtbot, field, "half")
    _document(panel).undo_stack.undo()
    assert _document(panel).map.systems == ()
    assert panel.progress.text() == "1 of 8"
    assert sheet.name.text() == ""
    panel.finish()
    assert _steps(panel) == ["Add service"]


def test_an_edit_elsewhere_leaves_what_is_being_typed(team, qtbot):
    _ask(team, TOOLS)
    first, second = team.sheet.rows
    _type(qtbot, first.field, "!")
    _document(team).edit("Edit", set_text, second.statement, "Shared plan")
    assert first.field.toPlainText() == "Assessment form, forty pages!"
    assert second.field.toPlainText() == "Shared plan"


def test_a_service_that_goes_while_it_is_typed_about_is_let_go(team, qtbot):
    _ask(team, RULES)
    _type(qtbot, team.sheet.rows[0].field, "half")
    gone = _document(team).map.systems[0].id
    _document(team).edit("Remove", remove_systems, [gone])
    assert team.service.currentText() == "School"
    assert team.progress.text() == "1 of 8"
    _document(team).edit("Remove", remove_systems, [s.id for s in _document(team).map.systems])
    assert not team.service.isEnabled()
    assert team.sheet.name.text() == ""
    team.next.click()
    assert team.notice.text() == "Give the service a name first."


def test_undo_with_nothing_typed_is_that_of_the_map(team, qtbot):
    _ask(team, TOOLS)
    field = team.sheet.entry
    undo = field.event
    event = _override(Key.Key_Z)
    assert not undo(event)
    assert not event.isAccepted()
    _type(qtbot, field, "x")
    event = _override(Key.Key_Z)
    undo(event)
    assert event.isAccepted()


def _override(key):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    made = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    made.ignore()
    return made


def test_a_service_is_renamed_and_never_without_a_name(team, qtbot):
    name = team.sheet.name
    refused: list[str] = []
    _document(team).refused.connect(refused.append)
    _ask(team, None)
    name.selectAll()
    _type(qtbot, name, "Family support")
    qtbot.keyClick(name, Key.Key_Return)
    assert _document(team).map.systems[0].name == "Family support"
    assert team.progress.text() == "2 of 8"
    team.back.click()
    name.selectAll()
    qtbot.keyClick(name, Key.Key_Delete)
    qtbot.keyClick(name, Key.Key_Tab)
    assert name.text() == "Family support"
    assert refused == ["A service needs a name. Type one, or cancel."]


def _menu(panel: QuestionsPanel) -> list[str]:
    menu = panel.new_service.menu()
    menu.aboutToShow.emit()
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def _pick(panel: QuestionsPanel, text: str, qtbot: QtBot) -> None:
    """Open the menu and choose from it with the keyboard."""
    menu = panel.new_service.menu()
    menu.popup(panel.mapToGlobal(QPoint(10, 10)))
    (wanted,) = (one for one in menu.actions() if one.text() == text)
    menu.setActiveAction(wanted)
    qtbot.keyClick(menu, Key.Key_Return)


def test_a_new_service_begins_empty_or_from_a_template(panel, qtbot):
    assert _menu(panel) == [EMPTY.name, *(one.name for one in COMMON)]
    _pick(panel, "Hospital ward", qtbot)
    (ward,) = _document(panel).map.systems
    assert ward.name == "Hospital ward"
    assert ward.place is not None
    assert _steps(panel) == ["Add service"]
    assert panel.sheet.name.selectedText() == "Hospital ward"
    assert panel._selection.current == ward.id
    _pick(panel, "Empty service", qtbot)
    assert panel.service.currentIndex() == -1
    _type(qtbot, panel.sheet.name, "Youth club")
    qtbot.keyClick(panel.sheet.name, Key.Key_Return)
    assert [one.name for one in _document(panel).map.systems] == ["Hospital ward", "Youth club"]
    assert panel.progress.text() == "2 of 8"


def test_a_service_of_ones_own_becomes_a_template(team, qtbot, tmp_path):
    folder = tmp_path / "templates"
    school = _document(team).map.systems[1].id
    _document(team).edit("Rename", rename_system, school, "R&D school")
    _ask(team, None, 1)
    _menu(team)
    _pick(team, "Keep “R&&D school” as a template", qtbot)
    assert [one.name for one in load_templates(folder).templates] == ["R&D school"]
    assert "R&D school" in team.notice.text()
    assert "R&&D school" in _menu(team)
    _pick(team, "R&&D school", qtbot)
    made = _document(team).map.systems[-1]
    assert [one.text for one in made.statements] == [
        one.text for one in _document(team).map.systems[1].statements
    ]


def test_a_bad_template_is_told_of(panel, tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "bad.activitymap").write_bytes(b"{")
    _menu(panel)
    assert panel.notice.isVisible()
    assert "bad.activitymap" in panel.notice.text()


def test_a_folder_that_cannot_be_written_is_told_of(team, qtbot, tmp_path):
    (tmp_path / "templates").write_bytes(b"")
    _ask(team, None)
    _menu(team)
    _pick(team, "Keep “Social care” as a template", qtbot)
    assert "cannot be made" in team.notice.text()


def test_five_hundred_answers_open_quickly_and_none_is_lost(panel, qtbot):
    _document(panel).edit("Add", add_system, "School")
    school = _document(panel).map.systems[0].id
    texts = [f"Rule {number}" for number in range(500)]
    _document(panel).edit("Add", add_statements, school, RULES, texts)
    _ask(panel, RULES)
    sheet = panel.sheet
    assert len(sheet.rows) == MOST_ROWS
    assert sheet.others.text() == "Show 470 more"
    _type(qtbot, sheet.entry, "One more")
    qtbot.keyClick(sheet.entry, Key.Key_Return)
    assert _said(panel, RULES) == [*texts, "One more"]
    sheet.others.click()
    assert len(sheet.rows) == 501
    assert sheet.rows[MOST_ROWS].field.hasFocus()
    assert sheet.others.isHidden()


@pytest.mark.parametrize("text", ["x" * 5000, "שלום עולם", "👩‍👧 emoji", "<b>R&D</b>", "a  b"])
def test_any_text_is_an_answer_and_is_shown_as_it_is(text, panel, qtbot):
    _document(panel).edit("Add", add_system, "<i>School</i>")
    _ask(panel, TOOLS)
    panel.sheet.entry.setFocus()
    panel.sheet.entry.insertPlainText(text)
    qtbot.keyClick(panel.sheet.entry, Key.Key_Return)
    assert _said(panel, TOOLS) == [" ".join(text.split())]
    row = panel.sheet.rows[0].field
    assert row.toPlainText() == " ".join(text.split())
    assert row.height() < 400
    panel.finish()
    assert len(_steps(panel)) == 2, "nothing is told twice"


def test_every_field_has_a_name_for_those_who_listen(team):
    for element in (None, *STEPS):
        _ask(team, element)
        named = [team.sheet.name, team.sheet.entry, team.service, team.new_service]
        named += [stop for row in team.sheet.rows for stop in row.stops()]
        assert all(widget.accessibleName() for widget in named)
