"""Scribe mode: a typist writes a whole map without a mouse."""

from PySide6.QtCore import Qt

from activitymap.model.values import Element, State

CONTROL = Qt.KeyboardModifier.ControlModifier
SERVICES = ("Social care", "School", "Clinic", "Family")


def _open(window, qtbot):
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_F4)
    assert window.scribe.isVisible()
    return window.scribe.field


def _line(qtbot, field, text):
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_sixty_statements_in_four_services_with_no_mouse(window, qtbot):
    field = _open(window, qtbot)
    for name in SERVICES:
        _line(qtbot, field, f"+ {name}")
    for name in SERVICES:
        _line(qtbot, field, f"{name}: rules: first of {name}")
        for number in range(2, 16):
            if number % 5 == 0:
                qtbot.keyClick(field, Qt.Key.Key_Tab)
            _line(qtbot, field, f"statement {number} of {name}")
    systems = window.document.map.systems
    assert [system.name for system in systems] == list(SERVICES)
    assert [len(system.statements) for system in systems] == [15] * 4
    elements = {statement.element for system in systems for statement in system.statements}
    assert len(elements) == 4
    stack = window.document.undo_stack
    assert stack.count() == 64
    while stack.canUndo():
        stack.undo()
    assert window.document.map.systems == ()


def test_tab_takes_what_is_offered(team, qtbot):
    field = _open(team, qtbot)
    qtbot.keyClicks(field, "scho")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "School: "
    qtbot.keyClicks(field, "ou")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    _line(qtbot, field, "Everybody passes")
    (school,) = (each for each in team.document.map.systems if each.name == "School")
    (new,) = (one for one in school.statements if one.text == "Everybody passes")
    assert new.element is Element.OUTCOME
    assert team.scribe.said.text() == "Added to School › outcome"


def test_what_is_chosen_says_where_the_next_line_goes(team, qtbot):
    field = _open(team, qtbot)
    family = team.document.map.systems[3]
    team.selection.choose(f"{family.id}/rules")
    assert team.scribe.where.text() == "Family › rules"
    _line(qtbot, field, "?")
    rules = [s for s in team.document.map.systems[3].statements if s.element is Element.RULES]
    assert rules[-1].state is State.UNKNOWN
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert team.scribe.where.text() == "Social care › object"


def test_nowhere_is_refused_and_the_line_stays(window, qtbot):
    field = _open(window, qtbot)
    _line(qtbot, field, "share nothing")
    assert "Say where to write" in window.notice.text()
    assert field.text() == "share nothing"


def test_earlier_lines_come_back_and_escape_gives_the_focus_back(team, qtbot):
    field = _open(team, qtbot)
    _line(qtbot, field, "school: tools: bell")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "school: tools: bell"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert team.view.hasFocus()
