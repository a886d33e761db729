"""Rules are switched off and on in the window, each explained by one click."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.contradictions.rules.table import RULES
from activitymap.ui.panels.rules import FOUND, NAME, SWITCHED, RulesDialog

LEFT = Qt.MouseButton.LeftButton


def _dialog(window):
    window.actions_.by_name["rules"].trigger()
    QApplication.processEvents()
    return window.findChildren(RulesDialog)[-1]


def _row(window):
    """Return the row of the rule that finds the first contradiction."""
    return SWITCHED.index(window.document.detection.contradictions[0].rule)


def test_a_rule_is_switched_off_and_on_by_its_tick(team, qtbot):
    dialog, row = _dialog(team), _row(team)
    before = team.document.detection
    found = sum(
        any(reason.rule == SWITCHED[row] for reason in one.reasons)
        for one in (*before.contradictions, *before.unlinked)
    )
    assert dialog.table.item(row, FOUND).text() == str(found)
    dialog.table.setFocus()
    dialog.table.setCurrentCell(row, NAME)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert team.document.map.rules_off == (SWITCHED[row],)
    assert dialog.table.item(row, FOUND).text() == "–"
    assert len(team.document.detection.contradictions) < len(before.contradictions)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert team.document.map.rules_off == ()
    assert team.document.detection == before
    team.actions_.undo.trigger()
    assert dialog.table.item(row, NAME).checkState() is Qt.CheckState.Unchecked


def test_a_click_explains_a_rule(team, qtbot):
    dialog, row = _dialog(team), _row(team)
    item = dialog.table.item(row, NAME)
    dialog.table.scrollToItem(item)
    place = dialog.table.visualItemRect(item).center()
    qtbot.mouseClick(dialog.table.viewport(), LEFT, pos=place)
    rule = RULES[SWITCHED[row]]
    assert rule.theory in dialog.meaning.text()
    assert rule.example in dialog.meaning.text()


def test_rules_are_switched_while_names_are_hidden(team, qtbot):
    team.actions_.by_name["hide_names"].trigger()
    dialog = _dialog(team)
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, NAME)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert team.document.map.rules_off == (SWITCHED[0],)
