"""Comparing services in the window: side by side, each with each, by matter, by object."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.comparing import dividing_matters, meetings
from activitymap.model.contradictions.agreeing import agreements
from activitymap.ui.comparing.compare_view import Page
from tests.ui.conftest import statement, system

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def compare(team):
    """The window with the example, its services compared."""
    team.actions_.by_name["compare"].trigger()
    QApplication.processEvents()
    return team


def _press(qtbot, window, page):
    qtbot.mouseClick(window.compare.buttons.button(page), LEFT)
    QApplication.processEvents()


def _click_cell(qtbot, table, row, column):
    place = table.visualItemRect(table.item(row, column)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)


def test_a_statement_that_is_clicked_shows_its_lines_alone(compare, qtbot):
    picture = compare.compare.picture
    before = picture.grab().toImage()
    chosen = statement(compare, "Share nothing without consent")
    qtbot.mouseClick(picture, LEFT, pos=picture.place_of(chosen).toPoint())
    assert picture.grab().toImage() != before
    qtbot.mouseClick(picture, LEFT, pos=picture.rect().topLeft())
    assert picture.grab().toImage() == before


def test_a_cell_of_the_matrix_opens_the_pair_alone(compare, qtbot):
    _press(qtbot, compare, Page.MATRIX)
    document = compare.document
    found = meetings(document.map, document.detection, agreements(document.map))
    names = [one.name for one in document.map.systems]
    row, column = names.index("School"), names.index("Social care")
    pair = frozenset((system(compare, "School"), system(compare, "Social care")))
    cell = compare.compare.matrix.item(row, column).text()
    assert cell.startswith(f"{len(found[pair].contradictions)} apart")
    _click_cell(qtbot, compare.compare.matrix, row, column)
    assert compare.compare.pages.currentIndex() == Page.PAIR
    assert compare.compare.pair.title.text() == "School – Social care"
    listed = compare.compare.pair.between.count()
    assert listed == len(found[pair].contradictions) + len(found[pair].agreements)
    qtbot.mouseClick(compare.compare.pair.back, LEFT)
    assert compare.compare.pages.currentIndex() == Page.MATRIX


def test_the_matter_that_divides_most_comes_first_and_is_shown_on_the_map(compare, qtbot):
    _press(qtbot, compare, Page.MATTERS)
    table = compare.compare.matters
    first = dividing_matters(compare.document.detection)[0]
    assert table.item(0, 0).text() == first.name
    counts = [int(table.item(row, 1).text()) for row in range(table.rowCount())]
    assert counts == sorted(counts, reverse=True)
    _click_cell(qtbot, table, 0, 0)
    assert compare.centre.currentWidget() is compare.view
    assert compare.scene.options.focus == first.contradictions


def test_objects_that_only_seem_the_same_say_why(compare, qtbot):
    _press(qtbot, compare, Page.OBJECTS)
    table = compare.compare.objects
    rows = {
        table.item(row, 0).text(): [table.item(row, column).text() for column in (1, 2)]
        for row in range(table.rowCount())
    }
    seeming = rows["Social care and Community health"]
    assert seeming[0] == "what only seems the same"
    assert "how long help lasts" in seeming[1]
    assert rows["Social care and School"] == ["the same object", "Both say: child."]


def test_what_a_pair_shows_is_discussed(compare, qtbot):
    _press(qtbot, compare, Page.MATRIX)
    names = [one.name for one in compare.document.map.systems]
    row, column = names.index("School"), names.index("Community health")
    _click_cell(qtbot, compare.compare.matrix, row, column)
    qtbot.mouseClick(compare.compare.pair.talk, LEFT)
    assert compare.stage.currentWidget() is compare.discussion
    qtbot.keyClick(compare.discussion, Qt.Key.Key_Escape)
    assert compare.stage.currentWidget() is compare.space


def test_an_empty_map_says_what_to_do(window):
    window.actions_.by_name["compare"].trigger()
    QApplication.processEvents()
    assert "no service yet" in window.compare.note.text()


def test_a_pair_of_which_one_service_is_removed_is_left(compare, qtbot):
    _press(qtbot, compare, Page.MATRIX)
    _click_cell(qtbot, compare.compare.matrix, 0, 1)
    compare.selection.choose(compare.document.map.systems[0].id)
    compare.actions_.by_name["remove"].trigger()
    assert compare.compare.pages.currentIndex() == Page.MATRIX
    assert compare.compare.matrix.rowCount() == len(compare.document.map.systems)
