"""The map's own words, typed in their dialog and used at once."""

from PySide6.QtCore import Qt

from activitymap.model.edits.cards import put_on_matter
from activitymap.model.edits.statements import add_statements
from activitymap.model.values import Element, MapWords, WordsKind
from activitymap.ui.panels.map_words import WordsDialog
from tests.ui.conftest import statement, system

LEFT = Qt.MouseButton.LeftButton


def _dialog(window, qtbot):
    dialog = WordsDialog(window.document, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _say(qtbot, dialog, one, kind, other):
    qtbot.keyClicks(dialog.one, one)
    dialog.kind.setCurrentIndex(dialog.kind.findData(str(kind)))
    qtbot.keyClicks(dialog.other, other)
    qtbot.keyClick(dialog.other, Qt.Key.Key_Return)


def test_opposites_of_the_map_make_a_clash_at_once(team, qtbot):
    for service, text in (
        ("School", "Lessons follow the blue timetable"),
        ("Family", "Lessons follow the amber timetable"),
    ):
        team.document.edit("Add", add_statements, system(team, service), Element.RULES, [text])
        team.document.edit("Put", put_on_matter, statement(team, text), 0, "timetable")
    before = len(team.document.detection.contradictions)
    dialog = _dialog(team, qtbot)
    _say(qtbot, dialog, "blue", WordsKind.OPPOSITE, "amber")
    found = team.document.detection.contradictions
    assert len(found) == before + 1
    assert dialog.list.item(0).text() == "blue – are opposites – amber"
    assert dialog.one.text() == ""
    team.document.undo_stack.undo()
    assert len(team.document.detection.contradictions) == before
    assert dialog.list.count() == 0


def test_a_line_is_removed(team, qtbot):
    dialog = _dialog(team, qtbot)
    _say(qtbot, dialog, "FSO", WordsKind.ABBREVIATION, "family support officer")
    made = MapWords(kind=WordsKind.ABBREVIATION, one="FSO", other="family support officer")
    assert team.document.map.words == (made,)
    dialog.list.setCurrentRow(0)
    qtbot.mouseClick(dialog.remove, LEFT)
    assert team.document.map.words == ()


def test_what_cannot_be_added_is_a_sentence_and_stays_typed(team, qtbot):
    dialog = _dialog(team, qtbot)
    _say(qtbot, dialog, "blue", WordsKind.SAME, "Blue")
    assert team.document.map.words == ()
    assert "stands on both sides" in dialog.error.text()
    assert dialog.one.text() == "blue"
