"""Hiding the names of people: in the window, and in what leaves the machine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.edits.people import add_name
from activitymap.model.edits.statements import set_text
from activitymap.model.judging import Status
from activitymap.ui import dialogs
from activitymap.ui.panels.people import INSTEAD, PeopleDialog
from tests.ui.conftest import export_as, statement

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def named(team):
    """The window with the example, in which one statement names somebody."""
    one = statement(team, "Home visits")
    team.document.edit("Type", set_text, one, "Home visits by Petra Example")
    team.document.edit("Name", add_name, "Petra Example", "the nurse")
    return team


def _hide(window, hidden=True):
    action = window.actions_.by_name["hide_names"]
    if action.isChecked() is not hidden:
        action.trigger()
    QApplication.processEvents()


def _texts(activity_map):
    return [one.text for system in activity_map.systems for one in system.statements]


def test_the_switch_replaces_names_everywhere_and_keeps_the_map(named, qtbot):
    kept = named.document.kept
    _hide(named)
    assert "Home visits by the nurse" in _texts(named.document.map)
    assert not any("Petra" in text for text in _texts(named.document.map))
    assert named.document.kept is kept
    one = statement(named, "Home visits by the nurse")
    named.selection.choose(one)
    named.side.setCurrentWidget(named.card)
    assert named.card.heading.text() == "Home visits by the nurse"
    _hide(named, hidden=False)
    assert named.document.map is kept


def test_nothing_is_typed_over_a_name_that_is_hidden(named, qtbot):
    _hide(named)
    one = statement(named, "Home visits by the nurse")
    named.document.edit("Type", set_text, one, "Home visits by the nurse, weekly")
    assert "Home visits by Petra Example" in _texts(named.document.kept)
    assert "Hide names" in named.notice.text()


def test_judgements_made_while_names_are_hidden_still_stand_afterwards(named, qtbot):
    _hide(named)
    view, model = named.contradictions.view, named.contradictions.model
    view.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    named.side.setCurrentWidget(named.judging)
    qtbot.mouseClick(named.judging.buttons[Status.CONFIRMED], LEFT)
    _hide(named, hidden=False)
    judgement = named.document.map.judgements[-1]
    assert named.document.detection.about(judgement.about).status is Status.CONFIRMED


def test_notes_typed_over_hidden_names_keep_them(named, qtbot):
    named.actions_.by_name["discuss"].trigger()
    QApplication.processEvents()
    page = next(iter(named.discussion.pages.values()))
    qtbot.keyClicks(page.note, "Petra Example was there")
    qtbot.keyClick(page.note, Qt.Key.Key_Escape)
    _hide(named)
    named.actions_.by_name["discuss"].trigger()
    QApplication.processEvents()
    assert page.note.toPlainText() == "the nurse was there"
    page.note.moveCursor(page.note.textCursor().MoveOperation.End)
    qtbot.keyClicks(page.note, " twice")
    qtbot.keyClick(page.note, Qt.Key.Key_Escape)
    note = named.document.kept.discussions[0].notes[0].text
    assert note == "Petra Example was there twice"


def test_saving_while_names_are_hidden_keeps_them_in_the_file(named):
    _hide(named)
    named.actions_.by_name["save"].trigger()
    assert "Petra Example" in named.document.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(dialogs.Names.REPLACE, "nurse"), (dialogs.Names.KEEP, "Petra")],
)
def test_before_a_picture_leaves_it_is_asked(named, qtbot, tmp_path, monkeypatch, answer, expected):
    target, told = tmp_path / "map.svg", []
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))

    def ask(_parent, words, hidden):
        told.append((words, hidden))
        return answer

    monkeypatch.setattr(dialogs, "ask_names", ask)
    export_as(named, qtbot, ".svg").close()
    assert expected in target.read_text(encoding="utf-8")
    assert "“Petra Example” becomes “the nurse” (1 times)." in told[0][0]


def test_cancelling_writes_nothing(named, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))
    monkeypatch.setattr(dialogs, "ask_names", lambda *_: dialogs.Names.CANCEL)
    export_as(named, qtbot, ".svg").close()
    assert not target.exists()


def test_what_looks_like_a_name_is_proposed_and_decided(named, qtbot):
    one = statement(named, "Attendance record")
    named.document.edit("Type", set_text, one, "Attendance list that Marlow Sample keeps")
    named.actions_.by_name["people"].trigger()
    (dialog,) = named.findChildren(PeopleDialog)
    proposed = [dialog.proposed.item(row).text() for row in range(dialog.proposed.count())]
    assert proposed == ["Marlow Sample"]
    qtbot.mouseClick(dialog.is_name, LEFT)
    assert [name.name for name in named.document.map.names] == ["Petra Example", "Marlow Sample"]
    dialog.table.item(1, INSTEAD).setText("the secretary")
    assert named.document.map.names[1].instead == "the secretary"
    dialog.table.setCurrentCell(1, 0)
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.mouseClick(dialog.is_none, LEFT)
    assert named.document.map.not_names == ("Marlow Sample",)
    assert dialog.proposed.count() == 0
    qtbot.keyClicks(dialog.name, "Someone Else")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert named.document.map.names[-1].name == "Someone Else"
    dialog.close()


def test_opening_another_map_shows_its_names(named):
    _hide(named)
    named.document.undo_stack.setClean()
    named.open_file(str(named.document.path))
    assert not named.document.names_hidden
    assert not named.actions_.by_name["hide_names"].isChecked()
