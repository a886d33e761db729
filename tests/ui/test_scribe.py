"""Scribe mode: a typist writes a whole map without a mouse."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from activitymap.model.edits.systems import add_system, remove_systems
from activitymap.model.values import Element, State
from activitymap.ui import dialogs
from tests.ui.conftest import statement, system

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SERVICES = ("Social care", "School", "Clinic", "Family")


def _open(window, qtbot):
    window.view.setFocus()
    qtbot.keyClick(window.view, Key.Key_F4)
    assert window.scribe.isVisible()
    return window.scribe.field


def _line(qtbot, field, text):
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def _said(window, name, element):
    (one,) = (one for one in window.document.map.systems if one.name == name)
    return [each.text for each in one.statements if each.element is element]


def test_sixty_statements_in_four_services_with_no_mouse(window, qtbot):
    field = _open(window, qtbot)
    for name in SERVICES:
        _line(qtbot, field, f"+ {name}")
        for number in range(7):
            _line(qtbot, field, f"{number} of {name}")
            qtbot.keyClick(field, Key.Key_Tab)
    for name in SERVICES:
        _line(qtbot, field, f"{name[:3].lower()}: rules: must of {name} #sharing information")
        _line(qtbot, field, "? who decides")
        _line(qtbot, field, "-")
        qtbot.keyClicks(field, f"{name[:3].lower()}")
        qtbot.keyClick(field, Key.Key_Tab)
        qtbot.keyClicks(field, "to")
        qtbot.keyClick(field, Key.Key_Right)
        _line(qtbot, field, "telephone")
        for number in range(4):
            _line(qtbot, field, f"{number} more tools")
    systems = window.document.map.systems
    assert [one.name for one in systems] == list(SERVICES)
    assert [len(one.statements) for one in systems] == [15] * 4
    for one in systems:
        assert {each.element for each in one.statements} == set(Element)
        assert len(_said(window, one.name, Element.TOOLS)) == 6
        rules = [each for each in one.statements if each.element is Element.RULES]
        assert [each.state for each in rules][1:] == [
            State.PRESENT, State.UNKNOWN, State.MISSING,
        ]  # fmt: skip
        assert rules[1].readings[0].matter == window.document.map.matters[0].id
    stack = window.document.undo_stack
    assert stack.count() == 64
    assert stack.text(0) == "Add service"
    assert stack.text(1) == "Type statement"
    while stack.canUndo():
        qtbot.keyClick(field, Key.Key_Z, CONTROL)
    assert window.document.map.systems == ()


def test_tab_takes_what_is_offered_and_goes_on_offering(team, qtbot):
    field = _open(team, qtbot)
    qtbot.keyClicks(field, "scho")
    assert field.popup.isVisible()
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == "School: "
    assert field.popup.isVisible()
    qtbot.keyClicks(field, "ou")
    qtbot.keyClick(field, Key.Key_Right)
    assert field.text() == "School: outcome: "
    _line(qtbot, field, "Everybody passes #time i")
    assert _said(team, "School", Element.OUTCOME)[-1] == "Everybody passes"
    assert team.scribe.said.text() == "Added to School, outcome"
    assert team.selection.ids == (f"{system(team, 'School')}/outcome",)


def test_arrows_choose_from_what_is_offered_and_enter_takes_it(team, qtbot):
    field = _open(team, qtbot)
    QGuiApplication.clipboard().setText("😀 meet ")
    qtbot.keyClick(field, Key.Key_V, CONTROL)
    qtbot.keyClicks(field, "#")
    qtbot.keyClick(field.popup, Key.Key_Down)
    qtbot.keyClick(field.popup, Key.Key_Down)
    qtbot.keyClick(field.popup, Key.Key_Return)
    matter = team.document.map.matters[1]
    assert field.text() == f"😀 meet #{matter.name}"
    assert team.document.undo_stack.count() == 0
    qtbot.keyClick(field, Key.Key_Return)
    said = [s for each in team.document.map.systems for s in each.statements if "😀" in s.text]
    assert [card.matter for card in said[0].readings] == [matter.id]


def test_enter_writes_what_was_typed_though_something_is_offered(team, qtbot):
    field = _open(team, qtbot)
    team.selection.choose(f"{system(team, 'Family')}/rules")
    qtbot.keyClicks(field, "S")
    assert field.popup.isVisible()
    qtbot.keyClick(field.popup, Key.Key_Return)
    assert _said(team, "Family", Element.RULES)[-1] == "S"
    assert not field.popup.isVisible()


def test_a_word_in_the_middle_of_a_line_is_completed_there(team, qtbot):
    field = _open(team, qtbot)
    qtbot.keyClicks(field, " no phones")
    qtbot.keyClick(field, Key.Key_Home)
    qtbot.keyClicks(field, "fam")
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == "Family:  no phones"


def test_what_is_chosen_says_where_the_next_line_goes(team, qtbot):
    field = _open(team, qtbot)
    assert team.scribe.where.text() == "Social care › object"
    team.selection.choose(f"{system(team, 'Family')}/rules")
    assert team.scribe.where.text() == "Family › rules"
    _line(qtbot, field, "?")
    rules = [s for s in team.document.map.systems[3].statements if s.element is Element.RULES]
    assert rules[-1].state is State.UNKNOWN
    team.selection.choose(statement(team, "Attendance record"))
    assert team.scribe.where.text() == "School › tools"
    _line(qtbot, field, "family:")
    assert team.selection.ids == (system(team, "Family"),)
    assert team.scribe.where.text() == "Family › tools"
    assert field.accessibleDescription() == "Family › tools"
    assert team.document.undo_stack.count() == 1


def test_where_it_goes_is_shown_while_it_is_typed(team, qtbot):
    field, where = _open(team, qtbot), team.scribe.where
    for typed, words in (
        ("school: rules: ? ", "School › rules: ?"),
        ("none", "Social care › object: none"),
        ("+ Youth club", "New service"),
        ("s: r", "Social care › object"),
    ):
        qtbot.keyClicks(field, typed)
        assert where.text() == words
        if typed == "s: r":
            assert team.scribe.said.text() == "It could also mean School, subject"
        qtbot.keyClick(field, Key.Key_Escape)
    _line(qtbot, field, "s: rules: x")
    assert team.scribe.said.text().startswith("Added to Social care, rules. It could also mean")


def test_tab_and_control_enter_walk_the_map(team, qtbot):
    field, where = _open(team, qtbot), team.scribe.where
    qtbot.keyClick(field, Key.Key_Tab)
    assert team.selection.ids == (f"{system(team, 'Social care')}/subject",)
    qtbot.keyClick(field, Key.Key_Backtab)
    qtbot.keyClick(field, Key.Key_Backtab)
    assert where.text() == "Social care › outcome"
    qtbot.keyClicks(field, "case closed")
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.text() == "case closed"
    assert where.text() == "Social care › outcome"
    qtbot.keyClick(field, Key.Key_Return, CONTROL)
    assert _said(team, "Social care", Element.OUTCOME)[-1] == "case closed"
    assert where.text() == "School › object"
    assert team.selection.ids == (f"{system(team, 'School')}/object",)


def test_pasted_lines_are_one_statement_each_and_one_step(team, qtbot):
    field = _open(team, qtbot)
    QGuiApplication.clipboard().setText("rules:\n- no phones\n- uniform\n\n+ Club\nfootball\n")
    qtbot.keyClicks(field, "school: ")
    qtbot.keyClick(field, Key.Key_V, CONTROL)
    assert field.text().count("\n") == 5
    assert field.height() > 2 * field.fontMetrics().lineSpacing()
    qtbot.keyClick(field, Key.Key_Return)
    assert _said(team, "School", Element.RULES)[-2:] == ["no phones", "uniform"]
    assert _said(team, "Club", Element.OBJECT) == ["football"]
    assert team.document.undo_stack.undoText() == "Type statements"
    assert team.scribe.said.text() == "3 statements added, the last to Club, object"
    assert team.document.undo_stack.count() == 1
    assert field.height() < 2 * field.fontMetrics().lineSpacing()


def test_pasted_markup_comes_in_as_words(team, qtbot):
    field, data = _open(team, qtbot), QMimeData()
    data.setHtml("<b>bold</b> words")
    data.setText("bold words")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(field, Key.Key_V, CONTROL)
    assert field.text() == "bold words"


def test_nowhere_is_refused_and_the_line_stays(window, qtbot):
    field = _open(window, qtbot)
    assert window.scribe.where.text() == "Nowhere yet"
    _line(qtbot, field, "share nothing")
    assert "Say where to write" in window.notice.text()
    assert "Say where to write" in window.scribe.said.text()
    assert field.text() == "share nothing"
    qtbot.keyClick(field, Key.Key_Return, CONTROL)
    assert field.text() == "share nothing"


def test_the_chosen_service_may_go_and_come_back(window, qtbot):
    field = _open(window, qtbot)
    window.document.edit("Add service", add_system, "School")
    _line(qtbot, field, "rules: no phones")
    window.document.edit("Remove", remove_systems, [system(window, "School")])
    assert window.scribe.where.text() == "Nowhere yet"
    window.document.undo_stack.undo()
    assert window.scribe.where.text() == "School › rules"


def test_earlier_lines_come_back_and_so_does_the_draft(team, qtbot):
    field = _open(team, qtbot)
    for line in ("school: tools: bell", "book", "book"):
        _line(qtbot, field, line)
    qtbot.keyClicks(field, "half a l")
    shown = []
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Down):
        qtbot.keyClick(field, key)
        shown.append(field.text())
        assert not field.popup.isVisible()
    first, second, draft = "school: tools: bell", "book", "half a l"
    assert shown == [second, first, first, second, draft, draft]


def test_escape_empties_and_then_gives_the_focus_back(team, qtbot):
    field = _open(team, qtbot)
    qtbot.keyClicks(field, "s")
    assert field.popup.isVisible()
    qtbot.keyClick(field, Key.Key_Escape)
    assert (field.text(), field.popup.isVisible()) == ("", False)
    assert field.hasFocus()
    qtbot.keyClick(field, Key.Key_Escape)
    assert team.view.hasFocus()


def test_undo_is_of_the_line_while_typing_and_of_the_map_after(team, qtbot):
    field, before = _open(team, qtbot), team.document.map
    _line(qtbot, field, "school: rules: no phones")
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert team.document.map is not before
    qtbot.keyClick(field, Key.Key_Z, CONTROL)
    assert team.document.map is before


def test_a_service_that_is_there_is_chosen_and_nothing_is_added(team, qtbot):
    field, before = _open(team, qtbot), team.document.map
    _line(qtbot, field, "+ school")
    assert team.document.map is before
    assert team.selection.ids == (system(team, "School"),)
    assert team.scribe.said.text() == "Now at School, object"


def test_closing_with_a_line_in_the_field_keeps_it(team, qtbot, monkeypatch):
    asked = []

    def ask(parent, name):
        asked.append(name)
        return dialogs.Unsaved.SAVE

    monkeypatch.setattr(dialogs, "ask_unsaved", ask)
    field = _open(team, qtbot)
    qtbot.keyClicks(field, "school: tools: bell for fire")
    team.close()
    assert len(asked) == 1
    assert "bell for fire" in team.document.path.read_text(encoding="utf-8")
