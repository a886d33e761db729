"""Hiding the names of people: in the window, and in what leaves the machine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.edits.people import add_name
from activitymap.model.edits.statements import set_text
from activitymap.model.judging import Status
from activitymap.ui import dialogs
from activitymap.ui.exporting.printing import PrintPreview
from activitymap.ui.panels.leaving import LeavingDialog
from activitymap.ui.panels.names import AROUND, INSTEAD, IS_NAME, IS_NONE
from activitymap.ui.panels.people import PeopleDialog
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


# What leaves the machine --------------------------------------------------------------------


def _answering(monkeypatch, does):
    """Let ``does`` press and type in the question when it comes; its texts are returned."""
    told = []

    def ask(parent, document, part):
        dialog = LeavingDialog(document, part, parent)
        dialog.show()
        QApplication.processEvents()
        told.append((dialog.told.text(), dialog.replace.text()))
        does(dialog)
        answer = dialog.replaced
        dialog.close()
        dialog.deleteLater()
        return {None: dialogs.Names.CANCEL, True: dialogs.Names.REPLACE}.get(
            answer, dialogs.Names.KEEP
        )

    monkeypatch.setattr(dialogs, "ask_names", ask)
    return told


@pytest.mark.parametrize(("button", "expected"), [("replace", "nurse"), ("keep", "Petra")])
def test_before_a_picture_leaves_it_is_asked(named, qtbot, tmp_path, monkeypatch, button, expected):
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))
    told = _answering(monkeypatch, lambda dialog: qtbot.mouseClick(getattr(dialog, button), LEFT))
    export_as(named, qtbot, ".svg").close()
    assert expected in target.read_text(encoding="utf-8")
    assert told == [
        (
            "This is about to leave the machine. Names in it that can be replaced: 1.",
            "&Replace the names (1)",
        )
    ]


def test_enter_replaces_where_nothing_is_open(named, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))
    _answering(monkeypatch, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    export_as(named, qtbot, ".svg").close()
    assert "nurse" in target.read_text(encoding="utf-8")


def test_enter_lets_nothing_go_while_a_word_is_undecided(doubtful, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))

    def press(dialog):
        assert dialog.names.doubtful.hasFocus()
        qtbot.keyClick(dialog.names.doubtful, Qt.Key.Key_Return)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    told = _answering(monkeypatch, press)
    export_as(doubtful, qtbot, ".svg").close()
    assert not target.exists()
    assert told[0][1] == "&Leave the words as they are (1)"


def test_a_word_is_ticked_and_gone_from_what_leaves(doubtful, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "map.json"
    monkeypatch.setattr(dialogs, "ask_data", lambda *_: str(target))

    def tick(dialog):
        table = dialog.names.doubtful
        assert "list that Marlow Sample keeps" in table.item(0, AROUND).text()
        table.setCurrentCell(0, IS_NAME)
        qtbot.keyClick(table, Qt.Key.Key_Space)
        assert dialog.replace.text() == "&Replace the names (1)"
        assert not table.isVisible()
        dialog.names.table.setCurrentCell(0, INSTEAD)
        assert dialog.names.table.item(0, INSTEAD).text() == "Person 1"
        qtbot.mouseClick(dialog.replace, LEFT)

    _answering(monkeypatch, tick)
    doubtful.filing.export_data(".json", "", "JSON")
    text = target.read_text(encoding="utf-8")
    assert "list that Person 1 keeps" in text
    assert "Sample" not in text
    assert [one.name for one in doubtful.document.map.names] == ["Marlow Sample"]


def test_a_word_that_is_no_name_is_not_asked_about_again(doubtful, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(tmp_path / "map.svg"))

    def tick(dialog):
        dialog.names.doubtful.setCurrentCell(0, IS_NONE)
        qtbot.keyClick(dialog.names.doubtful, Qt.Key.Key_Space)
        assert dialog.replace.text() == "&Go on"
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    told = _answering(monkeypatch, tick)
    export_as(doubtful, qtbot, ".svg").close()
    export_as(doubtful, qtbot, ".svg").close()
    assert len(told) == 1


def test_enter_in_the_field_adds_a_name_and_is_no_answer(named, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))

    def type_(dialog):
        qtbot.mouseClick(dialog.names.name, LEFT)
        qtbot.keyClicks(dialog.names.name, "Someone Else")
        qtbot.keyClick(dialog.names.name, Qt.Key.Key_Return)
        assert dialog.isVisible()

    _answering(monkeypatch, type_)
    export_as(named, qtbot, ".svg").close()
    assert not target.exists()
    assert named.document.map.names[-1].name == "Someone Else"


def test_names_are_asked_about_before_the_file_whose_name_has_none(
    named, qtbot, tmp_path, monkeypatch
):
    named.document.save(tmp_path / "visits to Petra Example.activitymap")
    proposed = []

    def ask(_parent, name):
        proposed.append(name)
        return ""

    monkeypatch.setattr(dialogs, "ask_report", ask)
    _answering(monkeypatch, lambda dialog: qtbot.mouseClick(dialog.replace, LEFT))
    named.actions_.by_name["report"].trigger()
    assert proposed == ["visits to the nurse.pdf"]
    monkeypatch.setattr(dialogs, "ask_names", lambda *_: dialogs.Names.CANCEL)
    named.actions_.by_name["report"].trigger()
    assert len(proposed) == 1


def test_while_names_are_hidden_they_cannot_be_kept_and_the_title_has_none(
    named, qtbot, tmp_path, monkeypatch
):
    named.document.save(tmp_path / "visits to Petra Example.activitymap")
    assert "Petra" in named.windowTitle()
    _hide(named)
    assert named.windowTitle().startswith("visits to the nurse")
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda *_: str(target))

    def press(dialog):
        assert not dialog.keep.isVisible()
        qtbot.mouseClick(dialog.replace, LEFT)

    _answering(monkeypatch, press)
    export_as(named, qtbot, ".svg").close()
    assert "nurse" in target.read_text(encoding="utf-8")
    _hide(named, hidden=False)
    assert "Petra" in named.windowTitle()


def test_printing_asks_too(named, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_names", lambda *_: dialogs.Names.CANCEL)
    named.actions_.by_name["print"].trigger()
    assert named.findChildren(PrintPreview) == []
    monkeypatch.setattr(dialogs, "ask_names", lambda *_: dialogs.Names.REPLACE)
    named.actions_.by_name["print"].trigger()
    (preview,) = named.findChildren(PrintPreview)
    preview.close()


# The clipboard ------------------------------------------------------------------------------


def test_what_others_paste_has_no_names_and_what_is_pasted_here_has(named, qtbot, monkeypatch):
    told = _answering(monkeypatch, lambda dialog: qtbot.mouseClick(dialog.replace, LEFT))
    named.selection.choose(statement(named, "Home visits by Petra Example"))
    named.clipboard.copy()
    data = QApplication.clipboard().mimeData()
    for form in data.formats():
        assert b"Petra" not in bytes(data.data(form).data()), form
    assert data.text() == "Home visits by the nurse"
    named.clipboard.copy()
    assert len(told) == 1
    named.clipboard.paste()
    assert _texts(named.document.kept).count("Home visits by Petra Example") == 2


def test_copying_asks_again_when_another_name_is_in_it(named, qtbot, monkeypatch):
    told = _answering(monkeypatch, lambda dialog: qtbot.mouseClick(dialog.keep, LEFT))
    named.selection.choose(statement(named, "Home visits by Petra Example"))
    named.clipboard.copy()
    assert QApplication.clipboard().text() == "Home visits by Petra Example"
    one = statement(named, "Attendance record")
    named.selection.choose(one)
    named.clipboard.copy()
    assert len(told) == 1
    named.document.edit("Type", set_text, one, "Attendance kept by Marlow Sample")
    named.clipboard.copy()
    assert len(told) == 2


def test_cutting_that_was_cancelled_removes_nothing(named, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_names", lambda *_: dialogs.Names.CANCEL)
    named.selection.choose(statement(named, "Home visits by Petra Example"))
    named.clipboard.cut()
    assert "Home visits by Petra Example" in _texts(named.document.kept)


# The list -----------------------------------------------------------------------------------


@pytest.fixture
def doubtful(team):
    """The window with the example, in which one statement names somebody who is not listed."""
    one = statement(team, "Attendance record")
    team.document.edit("Type", set_text, one, "Attendance list that Marlow Sample keeps")
    return team


def test_names_are_listed_decided_and_typed(doubtful, qtbot):
    doubtful.document.edit("Name", add_name, "Petra Example", "the nurse")
    doubtful.actions_.by_name["people"].trigger()
    (dialog,) = doubtful.findChildren(PeopleDialog)
    field = dialog.names
    assert field.doubtful.item(0, 0).text() == "Marlow Sample"
    field.doubtful.setCurrentCell(0, IS_NAME)
    qtbot.keyClick(field.doubtful, Qt.Key.Key_Space)
    assert [name.name for name in doubtful.document.map.names] == ["Petra Example", "Marlow Sample"]
    field.table.item(1, INSTEAD).setText("the secretary")
    assert doubtful.document.map.names[1].instead == "the secretary"
    field.table.item(1, INSTEAD).setText("Petra Example’s friend")
    assert "holds the name “Petra Example”" in doubtful.notice.text()
    assert field.table.item(1, INSTEAD).text() == "the secretary"
    field.table.setCurrentCell(1, 0)
    qtbot.mouseClick(field.remove, LEFT)
    field.doubtful.setCurrentCell(0, IS_NONE)
    qtbot.keyClick(field.doubtful, Qt.Key.Key_Space)
    assert doubtful.document.map.not_names == ("Marlow Sample",)
    assert field.found.doubtful == ()
    qtbot.keyClicks(field.name, "Someone Else")
    qtbot.keyClick(field.name, Qt.Key.Key_Return)
    assert doubtful.document.map.names[-1].name == "Someone Else"
    dialog.close()


def test_what_is_found_is_the_same_while_names_are_hidden(named):
    before = [one.about for one in named.document.detection.contradictions]
    for name in ("School", "lead professional", "health worker"):
        named.document.edit("Name", add_name, name, "Person 3 weeks")
    _hide(named)
    assert [one.about for one in named.document.detection.contradictions] == before
    assert not any("School" in one.told for one in named.document.detection.contradictions)


def test_opening_another_map_shows_its_names(named):
    _hide(named)
    named.document.undo_stack.setClean()
    named.open_file(str(named.document.path))
    assert not named.document.names_hidden
    assert not named.actions_.by_name["hide_names"].isChecked()
