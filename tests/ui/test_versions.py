"""Versions in the window: kept, compared, renamed, thrown away."""

import pytest
from PySide6.QtCore import Qt

from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.ui.panels.versions import VersionsDialog
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


def test_a_version_is_kept_and_compared_with_the_map_as_it_is(team, versions, qtbot):
    assert "No version is kept yet" in versions.changes.toPlainText()
    _keep(qtbot, versions, "before the meeting")
    assert "Nothing has changed" in versions.changes.toPlainText()
    assert "still there" in versions.changes.toPlainText()
    one, other = statement(team, "Share nothing without consent"), statement(team, "Home visits")
    team.document.edit("Remove", remove_statements, [one])
    team.document.edit("Type", set_text, other, "Visits at home")
    told = versions.changes.toPlainText()
    assert "Nothing has changed" not in told
    assert "Removed (1)" in told
    assert "“Home visits” became “Visits at home”" in told
    assert "gone or dismissed" in told


def test_two_versions_are_compared(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    team.document.edit("Type", set_text, statement(team, "Home visits"), "Visits at home")
    _keep(qtbot, versions, "second")
    team.document.edit("Type", set_text, statement(team, "Visits at home"), "No visits")
    versions.versions.setCurrentRow(1)
    assert versions.versions.currentItem().text() == "first"
    versions.later.setCurrentIndex(1)
    assert "“Home visits” became “Visits at home”" in versions.changes.toPlainText()
    assert "No visits" not in versions.changes.toPlainText()


def test_the_same_map_is_not_kept_twice(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    _keep(qtbot, versions, "again")
    assert len(team.document.map.versions) == 1
    assert "Nothing has changed since" in team.notice.text()


def test_a_version_is_renamed_thrown_away_and_comes_back_by_undo(team, versions, qtbot):
    _keep(qtbot, versions, "first")
    versions.versions.item(0).setText("before")
    assert team.document.map.versions[0].name == "before"
    qtbot.mouseClick(versions.remove, LEFT)
    assert team.document.map.versions == ()
    team.document.undo_stack.undo()
    assert team.document.map.versions[0].name == "before"
    assert versions.versions.count() == 1


def test_an_empty_map_is_not_kept(window, qtbot):
    window.actions_.by_name["versions"].trigger()
    (dialog,) = window.findChildren(VersionsDialog)
    qtbot.mouseClick(dialog.keep, LEFT)
    assert "The map is empty" in window.notice.text()
    dialog.close()
