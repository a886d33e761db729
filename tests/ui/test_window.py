"""The window as a person meets it: opening, choosing, filtering, saving, closing."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTableWidget

from activitymap.drawing.theme import DARK, LIGHT
from activitymap.model.edits.systems import rename_system
from activitymap.model.storage.saving import load_map
from activitymap.ui import dialogs
from activitymap.ui.main_window import MainWindow
from tests.ui.conftest import EXAMPLE, EXAMPLES, export_as, statement, system


def _top(window: MainWindow, place: int):
    return window.contradictions.model.index(place, 0)


def _titles(window: MainWindow) -> list[str]:
    model = window.contradictions.model
    return [model.row_at(model.index(row, 0)).title for row in range(model.rowCount())]


def _choose(window: MainWindow, index) -> None:
    view = window.contradictions.view
    view.scrollTo(index)
    view.setFocus()
    view.setCurrentIndex(index)


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.activitymap")), ids=lambda p: p.stem)
def test_every_example_opens(window, example):
    window.open_file(str(example))
    assert example.stem in window.windowTitle()
    assert window.outline.tree.topLevelItemCount() == len(window.document.map.systems)
    assert window.contradictions.model.rowCount() > 0
    assert window.notice.isHidden()


def test_an_empty_window_says_what_to_do(window):
    assert window.welcome.isVisible()
    assert "open a map or a spreadsheet" in window.welcome.text()
    assert window.contradictions.empty.isVisible()


def test_contradictions_are_grouped_by_matter_with_needs_first(team):
    titles = _titles(team)
    needed = {"how long help lasts", "the assessment form", "leading the meeting"}
    assert needed | {"time of the meeting"} == set(titles[:4])
    assert len(titles) == 8
    row = team.contradictions.model.row_at(_top(team, 0))
    assert row.needs
    assert team.contradictions.heading.text() == "13 contradictions"


def test_choosing_a_matter_fades_the_rest_and_draws_its_arrows(team):
    place = _titles(team).index("leading the meeting")
    _choose(team, _top(team, place))
    assert [one.rule for one in team.scene.options.focus] == ["two-holders"]
    faded = [item for item in team.scene._items.values() if item.opacity() < 0.5]
    assert len(faded) == 4
    team.actions_.by_name["all"].trigger()
    assert team.scene.options.focus == ()
    assert all(item.opacity() == 1 for item in team.scene._items.values())


def test_a_chosen_contradiction_is_brought_into_view(team):
    team.view.zoom_by(4)
    place = _titles(team).index("leading the meeting")
    _choose(team, _top(team, place))
    shown = team.view.mapToScene(team.view.viewport().rect()).boundingRect()
    for text in ("Social worker leads the meeting", "Head of year leads the meeting"):
        assert shown.contains(team.scene.box_of(statement(team, text)))


def test_what_was_chosen_can_be_read_and_escape_looks_back(team, qtbot):
    before = team.view.mapToScene(team.view.viewport().rect()).boundingRect()
    zoom = team.view.zoom
    (pair,) = team.contradictions.model.indexes_of(lambda one: one.rule == "two-holders")
    _choose(team, pair)
    assert team.view.zoom > 1.2 * zoom
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    assert team.view.zoom == zoom
    after = team.view.mapToScene(team.view.viewport().rect()).boundingRect()
    assert abs(after.center().x() - before.center().x()) < 5


def test_the_theory_of_a_single_contradiction_is_one_click_away(team):
    place = _titles(team).index("time in lessons")
    _choose(team, _top(team, place))
    assert team.contradictions.why.isVisible()
    words = team.contradictions.why.text()
    assert "Quaternary contradiction" in words
    assert "Engeström" in words
    assert "candidate" in words


def test_keys_walk_through_the_list(team, qtbot):
    _choose(team, _top(team, 0))
    first = team.scene.options.focus
    qtbot.keyClick(team.contradictions.view, Qt.Key.Key_Down)
    assert team.scene.options.focus != first


def test_search_and_filters_narrow_the_list(team, qtbot):
    panel = team.contradictions
    qtbot.keyClicks(panel.search, "12 weeks")
    assert _titles(team) == ["how long help lasts"]
    assert panel.heading.text() == "2 of 13 contradictions"
    panel.search.clear()
    panel.filter_action("rule", "cap-against-open-ended").trigger()
    assert "how long help lasts" not in _titles(team)
    panel.filter_action("level", "quaternary").trigger()
    assert set(_titles(team)) <= {"the family's plan", "the assessment form", "time of the meeting"}
    panel.filter_action("status", "candidate").trigger()
    assert panel.empty.isVisible()
    assert "Nothing matches" in panel.empty.text()


def test_choosing_in_the_outline_shows_what_is_about_it(team, qtbot):
    item = team.outline.tree.topLevelItem(1)
    rectangle = team.outline.tree.visualItemRect(item)
    qtbot.mouseClick(
        team.outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center()
    )
    assert "School" in team.contradictions.about_bar.text()
    found = team.contradictions.model.indexes_of(lambda one: True)
    assert 0 < len(found) < 13


def test_choosing_a_need_shows_what_touches_it(team, qtbot):
    needs = team.outline.needs
    rectangle = needs.visualItemRect(needs.item(0))
    qtbot.mouseClick(needs.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())
    assert _titles(team) == ["the assessment form"]


def test_that_nothing_could_be_compared_is_said(window, tmp_path):
    quiet = tmp_path / "quiet.csv"
    quiet.write_text("service,element,statement\nA,rules,x\nB,rules,y\n", encoding="utf-8")
    window.open_file(str(quiet))
    words = window.contradictions.empty.text()
    assert "0 of 2 statements say what matter they are about" in words
    assert window.contradictions.mend.isVisible()


def test_what_is_not_linked_stands_apart(window, tmp_path):
    rows = ["service,element,statement,matter,modality"]
    rows += [f"S{number},rules,x{number},m,must" for number in range(13)]
    rows += ["S0,rules,no,m,must not"]
    sheet = tmp_path / "many.csv"
    sheet.write_text("\n".join(rows), encoding="utf-8")
    window.open_file(str(sheet))
    assert "not linked" in window.notice.text()
    assert _titles(window)[-1] == "Same matter, not linked"


@pytest.mark.parametrize("text", ["", "{", '{"format": "activitymap", "version": 99, "map": {}}'])
def test_a_bad_file_is_told_and_nothing_is_lost(team, tmp_path, text):
    bad = tmp_path / "bad.activitymap"
    bad.write_text(text, encoding="utf-8")
    was = team.document.map
    team.open_file(str(bad))
    assert team.notice.isVisible()
    assert "bad.activitymap" in team.notice.text()
    assert team.document.map is was


def test_saving_and_opening_again(team):
    changed = rename_system(team.document.map, system(team, "School"), "Primary school")
    team.document.apply("Rename", changed)
    assert team.isWindowModified()
    team.actions_.by_name["save"].trigger()
    assert not team.isWindowModified()
    assert load_map(team.document.path).map == team.document.map


@pytest.mark.parametrize(
    ("answer", "closed", "saved"),
    [
        (dialogs.Unsaved.SAVE, True, True),
        (dialogs.Unsaved.DISCARD, True, False),
        (dialogs.Unsaved.CANCEL, False, False),
    ],
)
def test_unsaved_changes_are_asked_about_once(team, monkeypatch, answer, closed, saved):
    asked = []

    def ask(parent, name):
        asked.append(name)
        return answer

    monkeypatch.setattr(dialogs, "ask_unsaved", ask)
    changed = rename_system(team.document.map, system(team, "School"), "Primary school")
    team.document.apply("Rename", changed)
    assert team.close() is closed
    assert len(asked) == 1
    names = [one.name for one in load_map(team.document.path).map.systems]
    assert ("Primary school" in names) is saved


def test_undo_and_redo_go_through_everything(team):
    start = team.document.map
    for number in range(5):
        name = f"School {number}"
        change = rename_system(team.document.map, system_named(team, "School"), name)
        team.document.apply("Rename", change)
    end = team.document.map
    while team.document.undo_stack.canUndo():
        team.document.undo_stack.undo()
    assert team.document.map is start
    while team.document.undo_stack.canRedo():
        team.document.undo_stack.redo()
    assert team.document.map is end


def system_named(window: MainWindow, start: str) -> str:
    return next(one.id for one in window.document.map.systems if one.name.startswith(start))


def test_a_file_dropped_on_the_window_opens(window):
    path = EXAMPLES / "four-levels.activitymap"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    point, action = QPoint(200, 200), Qt.DropAction.CopyAction
    with_what = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(point, action, *with_what))
    QApplication.sendEvent(window, QDropEvent(QPointF(point), action, *with_what))
    assert len(window.document.map.systems) == 3


def test_a_picture_is_exported(team, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "map.svg"
    monkeypatch.setattr(dialogs, "ask_export", lambda parent, name: str(target))
    export_as(team, qtbot, ".svg").close()
    assert target.read_text(encoding="utf-8").startswith("<?xml")


def test_dark_and_light(team):
    light = team.grab().toImage().pixelColor(640, 300).lightness()
    team.actions_.dark.trigger()
    assert team.theme is DARK
    assert team.grab().toImage().pixelColor(640, 300).lightness() < light
    team.actions_.dark.trigger()
    assert team.theme is not DARK


def test_cross_lines_can_be_shown(team):
    before = team.scene._items[system(team, "School")]
    team.actions_.cross_lines.trigger()
    assert team.scene.options.cross_lines
    assert team.scene._items[system(team, "School")] is not before


def test_texts_of_people_are_never_read_as_markup(window, tmp_path):
    sheet = tmp_path / "markup.csv"
    sheet.write_text(
        "service,element,statement\n<b>A</b>,rules,<img src=x> & </script>\n", encoding="utf-8"
    )
    window.open_file(str(sheet))
    assert window.outline.tree.topLevelItem(0).text(0) == "<b>A</b>"
    labels = [window.notice, window.contradictions.empty, window.contradictions.why]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (3840, 2160)])
def test_no_label_is_cut_off_at_any_size(team, size):
    team.resize(*size)
    QApplication.processEvents()
    for label in team.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


def test_it_opens_at_a_useful_size(window):
    fresh = MainWindow()
    screen = fresh.screen().availableSize()
    assert 640 <= fresh.width() <= screen.width()
    assert 480 <= fresh.height() <= screen.height()
    fresh.deleteLater()


def test_widgets_have_names_for_screen_readers(team):
    for widget in (
        team.view,
        team.outline.tree,
        team.outline.needs,
        team.contradictions.view,
        team.contradictions.search,
    ):
        assert widget.accessibleName()
    model = team.contradictions.model
    words = model.data(_top(team, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Social care: Child safe and case closed within 12 weeks" in words


def test_a_missing_file_is_told(window):
    window.open_file(str(Path("nowhere") / "x.activitymap"))
    assert "There is no file" in window.notice.text()


def test_f1_lists_all_keys_in_one_table(team, qtbot):
    team.actions_.by_name["keys"].trigger()
    table = team.findChild(QDialog).findChild(QTableWidget)
    rows = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert rows["Undo"]
    assert rows["Find and replace"]
    assert "Tab" in rows["While typing: next or previous element"]
    keys = [keys for keys in rows.values() if keys]
    assert len([key for key in keys if key.startswith(("Ctrl+", "F"))]) > 15
    table.window().close()


def test_no_two_actions_have_the_same_key(team):
    keys = [keys for _, keys in team.actions_.shortcuts()]
    assert len(keys) == len(set(keys))


def test_high_contrast_is_black_on_white(team):
    team.actions_.by_name["contrast"].trigger()
    assert team.theme.text == "#000000"
    team.actions_.by_name["contrast"].trigger()
    assert team.theme is LIGHT


def test_files_that_were_open_are_offered_again(team, tmp_path):
    team.actions_.recent.aboutToShow.emit()
    names = [action.data() for action in team.actions_.recent.actions()]
    assert names[0] == str(team.document.path)


CRASH = """
import os, sys
import subprocess
import sys
from pathlib import Path
from activitymap.model.edits.systems import add_system
from activitymap.ui.application import application
from activitymap.ui.main_window import MainWindow
app = application(["activitymap"])
window = MainWindow()
window.open_file(sys.argv[1])
window.document.edit("Add service", add_system, "Youth club")
os._exit(1)
"""


@pytest.mark.parametrize("answer", [dialogs.Lost.BRING_BACK, dialogs.Lost.FORGET])
def test_what_a_crash_left_behind_is_offered_again(window, tmp_path, monkeypatch, answer):
    path = tmp_path / EXAMPLE.name
    path.write_bytes(EXAMPLE.read_bytes())
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    asked = []

    def ask(parent, words):
        asked.append(words)
        return answer

    monkeypatch.setattr(dialogs, "ask_lost", ask)
    window.offer_lost()
    assert len(asked) == 1
    assert "team-around-the-child" in asked[0]
    names = {one.name for one in window.document.map.systems}
    back = answer is dialogs.Lost.BRING_BACK
    assert ("Youth club" in names) is back
    assert window.isWindowModified() is back
    window.offer_lost()
    assert len(asked) == 1
