"""Quotations: typed, changed, removed, and told beside the pointer."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from activitymap.model.edits.statements import set_quotes
from activitymap.model.values import Quote
from tests.ui.conftest import on_screen, statement

LEFT = Qt.MouseButton.LeftButton
TEXT, SOURCE, DATE = range(3)


def _quotes(window, identity):
    return next(
        one.quotes
        for system in window.document.map.systems
        for one in system.statements
        if one.id == identity
    )


def _type(qtbot, table, row, column, words):
    table.setCurrentCell(row, column)
    table.editItem(table.item(row, column))
    (editor,) = table.findChildren(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.findChildren(QLineEdit) == [])


def test_evidence_is_typed_changed_and_removed(team, qtbot):
    one = statement(team, "Home visits")
    team.selection.choose(one)
    team.show_card()
    field = team.card.quotes
    qtbot.mouseClick(field.add, LEFT)
    qtbot.keyClicks(QApplication.focusWidget(), "They never come")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.table.findChildren(QLineEdit) == [])
    _type(qtbot, field.table, 0, SOURCE, "mother")
    _type(qtbot, field.table, 0, DATE, "June")
    assert _quotes(team, one) == (Quote(text="They never come", source="mother", date="June"),)
    _type(qtbot, field.table, 0, TEXT, "They come late")
    assert _quotes(team, one)[0].text == "They come late"
    field.table.setCurrentCell(0, TEXT)
    qtbot.mouseClick(field.remove, LEFT)
    assert _quotes(team, one) == ()


def _hover(window, identity):
    viewport = window.view.viewport()
    point = on_screen(window, identity)
    QApplication.sendEvent(
        viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    )
    return QToolTip.text()


def test_evidence_is_told_beside_the_pointer(team, qtbot):
    one = statement(team, "Home visits")
    assert _hover(team, one) == ""
    quote = Quote(text="<img src=x> & so on", source="mother", date="June")
    team.document.edit("Evidence", set_quotes, one, [quote])
    told = _hover(team, one)
    assert "“&lt;img src=x&gt; &amp; so on” (mother, June)" in told
    QToolTip.hideText()
