"""Versions in the window: kept, looked at, compared, opened, renamed, thrown away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.export.figures import figure
from activitymap.export.wanted import Wanted
from activitymap.model.edits.people import add_name
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.judging import Status
from activitymap.ui import dialogs
from activitymap.ui.panels.version_picture import VersionPicture
from activitymap.ui.panels.versions import NAME, VersionsDialog
from tests.ui.conftest import statement

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def versions(team):
    """The dialog of the versions beside the window with the example."""
    team.actions_.by_name["versions"].trigger()
    (dialog,) = team.findChildren(VersionsDialog)
    yield dialog
    dialog.close()


def _keep(qtbot, dialog, name):
    qtbot.keyClicks(dialog.name, name)
    qtbot.mouseClick(dialog.keep, LEFT)


def _listed(dialog):
    rows = [dialog.versions.topLevelItem(row) for row in range(dialog.versions.topLevelItemCount())]
    return [row.text(NAME) for row in rows]


def _items(box):
    return [box.itemText(row).partition(", ")[2] or box.itemText(row) for row in range(box.count())]


def test_a_version_is_kept_and_compared_with_the_map_as_it_is(team, versions, qtbot):
    assert "No version is kept yet" in versions.summary.text()
    assert not versions.look.isEnabled()
    _keep(qtbot, versions, "before the meeting")
    assert versions.summary.text().startswith("Nothing has changed, ")
    assert "still there: " in versions.summary.text()
    one, other = statement(team, "Share nothing without consent"), statement(team, "Home visits")
    team.document.edit("Remove", remove_statements, [one])
    team.document.edit("Type", set_text, other, "<b>Visits</b> at home")
    assert "changed: 1, removed: 1" in versions.summary.text()
    told = versions.changes.toPlainText()
    assert "Removed (1)" in told
    assert "“Home visits” became “<b>Visits</b> at home”" in told
    assert "Contradictions that are gone" in told


def test_what_was_resolved_and_dismissed_says_why(team, versions, qtbot):
    _keep(qtbot, versions, "before")
    first, second = team.document.detection.contradictions[:2]
    for found, status, reason in (
        (first, Status.RESOLVED, "a protocol"),
        (second, Status.DISMISSED, "two forms"),
    ):
        team.contradictions.chosen.emit((found,))
        team.side.setCurrentWidget(team.judging)
        team.judging.reason.setFocus()
        qtbot.keyClicks(team.judging.reason, reason)
        qtbot.mouseClick(team.judging.buttons[status], LEFT)
    assert "resolved: 1, dismissed: 1" in versions.summary.text()
    lines = versions.changes.toPlainText().splitlines()
    after = lines[lines.index("Contradictions that are resolved (1)") + 1]
    assert after.endswith("The group: a protocol")


def test_two_versions_are_compared_in_the_order_of_time(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    team.document.edit("Type", set_text, statement(team, "Home visits"), "Visits at home")
    _keep(qtbot, versions, "second")
    team.document.edit("Type", set_text, statement(team, "Visits at home"), "No visits")
    assert _listed(versions) == ["second", "first"]
    assert _items(versions.earlier) == ["first", "second"]
    versions.versions.setCurrentItem(versions.versions.topLevelItem(1))
    assert _items(versions.later) == ["second", "the map as it is now"]
    versions.later.setCurrentIndex(0)
    told = versions.changes.toPlainText()
    assert "“Home visits” became “Visits at home”" in told
    assert "No visits" not in told
    versions.earlier.setCurrentIndex(1)
    assert _items(versions.later) == ["the map as it is now"]
    assert "“Visits at home” became “No visits”" in versions.changes.toPlainText()


def test_who_keeps_one_at_the_end_of_a_meeting_sees_what_the_meeting_changed(team, qtbot):
    team.actions_.by_name["versions"].trigger()
    (versions,) = team.findChildren(VersionsDialog)
    _keep(qtbot, versions, "before")
    team.document.edit("Type", set_text, statement(team, "Home visits"), "Visits at home")
    _keep(qtbot, versions, "after")
    versions.close()
    QApplication.processEvents()
    team.actions_.by_name["versions"].trigger()
    again = team.findChildren(VersionsDialog)[-1]
    assert again.earlier.currentText().endswith("before")
    assert "“Home visits” became “Visits at home”" in again.changes.toPlainText()
    again.close()


def test_the_same_map_is_not_kept_twice_and_the_dialog_says_so(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    _keep(qtbot, versions, "again")
    assert len(team.document.map.versions) == 1
    assert versions.notice.isVisible()
    assert "Nothing has changed since" in versions.notice.text()
    team.document.edit("Type", set_text, statement(team, "Home visits"), "Visits at home")
    assert not versions.notice.isVisible()


def test_a_version_is_looked_at(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    before = figure(team.document.map, Wanted()).drawing.description
    team.document.edit("Remove", remove_statements, [statement(team, "Home visits")])
    kept = team.document.map
    assert figure(kept, Wanted()).drawing.description != before
    qtbot.mouseClick(versions.look, LEFT)
    (shown,) = versions.findChildren(VersionPicture)
    assert shown.windowTitle().endswith("first")
    assert shown.picture.accessibleDescription() == before
    shown.close()
    assert team.document.map is kept


def test_a_version_is_opened_as_a_map_of_its_own(team, versions, qtbot, monkeypatch):
    team.document.edit("Name", add_name, "Petra Example")
    team.document.edit("Type", set_text, statement(team, "Home visits"), "Visits by Petra Example")
    _keep(qtbot, versions, "first")
    team.document.edit("Type", set_text, statement(team, "Visits by Petra Example"), "No visits")
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.CANCEL)
    qtbot.mouseClick(versions.reopen, LEFT)
    assert statement(team, "No visits")
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.DISCARD)
    team.actions_.by_name["hide_names"].trigger()
    qtbot.mouseClick(versions.reopen, LEFT)
    assert statement(team, "Visits by Person 1")
    assert team.document.path is None
    assert "the map as it stood" in team.notice.text()
    team.actions_.by_name["hide_names"].trigger()
    assert statement(team, "Visits by Petra Example")


def test_a_name_that_was_listed_later_stays_hidden_in_a_version_that_is_opened(
    team, versions, qtbot, monkeypatch
):
    team.document.edit("Type", set_text, statement(team, "Home visits"), "Visits by Petra Example")
    _keep(qtbot, versions, "first")
    team.document.edit("Name", add_name, "Petra Example")
    team.actions_.by_name["hide_names"].trigger()
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.DISCARD)
    qtbot.mouseClick(versions.reopen, LEFT)
    assert team.actions_.by_name["hide_names"].isChecked()
    assert statement(team, "Visits by Person 1")
    assert [one.name for one in team.document.kept.names] == ["Petra Example"]


def test_a_version_is_renamed_thrown_away_and_comes_back_by_undo(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    versions.versions.topLevelItem(0).setText(NAME, "before")
    assert team.document.map.versions[0].name == "before"
    qtbot.mouseClick(versions.remove, LEFT)
    assert team.document.map.versions == ()
    team.document.undo_stack.undo()
    assert team.document.map.versions[0].name == "before"
    assert _listed(versions) == ["before"]


def test_a_name_that_is_refused_while_names_are_hidden_does_not_stay(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    team.actions_.by_name["hide_names"].trigger()
    versions.versions.editItem(versions.versions.topLevelItem(0), NAME)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "before")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Names are hidden" in versions.notice.text())
    assert _listed(versions) == ["first"]


def test_an_empty_map_is_not_kept(window, qtbot):
    window.actions_.by_name["versions"].trigger()
    (dialog,) = window.findChildren(VersionsDialog)
    qtbot.mouseClick(dialog.keep, LEFT)
    assert "The map is empty" in dialog.notice.text()
    dialog.close()
