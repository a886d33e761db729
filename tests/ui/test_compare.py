"""Comparing services in the window: side by side, each with each, by matter, by object."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from activitymap.drawing.shapes import Role, Text
from activitymap.drawing.side_lines import name_of
from activitymap.model.comparing import dividing_matters, meetings
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.storage.file_format import encode
from activitymap.ui.comparing.compare_view import Page
from tests.model.contradictions.maps import map_of, said
from tests.ui.conftest import statement, system

LEFT = Qt.MouseButton.LeftButton
CONSENT = "Share nothing without consent"


@pytest.fixture
def compare(team):
    """The window with the example, its services compared."""
    team.actions_.by_name["compare"].trigger()
    QApplication.processEvents()
    return team


@pytest.fixture
def opened(window, tmp_path):
    """Open a map of rows and compare its services."""

    def open_map(activity_map):
        path = tmp_path / "made.activitymap"
        path.write_bytes(encode(activity_map))
        window.open_file(str(path))
        window.actions_.by_name["compare"].trigger()
        QApplication.processEvents()
        return window

    return open_map


def _press(qtbot, window, page):
    qtbot.mouseClick(window.compare.buttons.button(page), LEFT)
    QApplication.processEvents()


def _click_cell(qtbot, table, row, column):
    table.scrollToItem(table.item(row, column))
    place = table.visualItemRect(table.item(row, column)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    QApplication.processEvents()


def _open_pair(qtbot, window, one, other):
    """Click the cell of two services, by their names."""
    _press(qtbot, window, Page.MATRIX)
    names = [each.name for each in window.document.map.systems]
    row, column = sorted((names.index(one), names.index(other)), reverse=True)
    _click_cell(qtbot, window.compare.matrix, row, column)


def _click_card(qtbot, window, identity):
    view = window.compare.side.view
    view.bring(identity)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.place_of(identity))
    QApplication.processEvents()


def _rows(window):
    between = window.compare.side.between.list
    return [between.item(row).text() for row in range(between.count())]


# Side by side -----------------------------------------------------------------------------------


def test_a_statement_that_is_clicked_shows_its_lines_alone(compare, qtbot):
    view = compare.compare.side.view
    before = view.grab().toImage()
    chosen = statement(compare, CONSENT)
    _click_card(qtbot, compare, chosen)
    assert compare.selection.current == chosen
    assert len(_rows(compare)) == 2
    assert any("They pull apart only without consent" in words for words in _rows(compare))
    view.clearFocus()
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(3, view.viewport().height() - 3))
    QApplication.processEvents()
    assert compare.selection.current is None
    view.clearFocus()
    assert view.grab().toImage() == before


def test_a_statement_that_is_removed_is_no_longer_chosen(compare, qtbot):
    _click_card(qtbot, compare, statement(compare, CONSENT))
    compare.actions_.by_name["remove"].trigger()
    QApplication.processEvents()
    assert not compare.compare.side.between.isVisible()
    cards = [s for s in compare.compare.side.view._drawing if s.opacity < 0.4]
    assert cards == []


def test_arrow_keys_go_from_card_to_card(compare, qtbot):
    view = compare.compare.side.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert compare.selection.current == statement(compare, "Lead professional for the child")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert compare.selection.current == statement(compare, "Assessment form, forty pages")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert compare.selection.current == statement(compare, "Attendance record")
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert compare.selection.current == statement(compare, "Lead professional for the child")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert compare.selection.current is None


def test_a_card_reached_by_keys_is_scrolled_into_view(compare, qtbot):
    view = compare.compare.side.view
    view.setFocus()
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    current = compare.selection.current
    assert current == statement(compare, "Social worker leads the meeting")
    QApplication.processEvents()
    assert view.free_room().contains(QPointF(view.place_of(current)))


def test_names_stay_while_the_services_scroll(compare, qtbot):
    view = compare.compare.side.view
    view.zoom_by(1.6)
    QApplication.processEvents()
    head = view.grab(view.viewport().rect().adjusted(120, 4, -400, -view.viewport().height() + 30))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    after = view.grab(view.viewport().rect().adjusted(120, 4, -400, -view.viewport().height() + 30))
    assert after.toImage() == head.toImage()
    # What has scrolled behind the names cannot be clicked.
    assert view.card_at(QPointF(200, 10)) == ""


def test_ctrl_and_the_wheel_zoom_where_the_mouse_is(compare):
    view = compare.compare.side.view
    place = QPointF(300, 200)
    before, zoom = view.to_drawing(place), view.zoom
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom == pytest.approx(zoom * 1.44)
    after = view.to_drawing(place)
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=2)


def test_fit_shows_all_services(compare, qtbot):
    view = compare.compare.side.view
    for _ in range(4):
        qtbot.mouseClick(compare.compare.side.zoom.closer, LEFT)
    assert view.horizontalScrollBar().maximum() > 0
    qtbot.mouseClick(compare.compare.side.zoom.whole, LEFT)
    assert view.horizontalScrollBar().maximum() == 0


def test_only_the_services_that_are_ticked_are_shown(compare):
    side = compare.compare.side
    family = next(action for action in side.menu.actions() if action.text() == "Family")
    family.trigger()
    shown = set(side.view.cards())
    family_says = {
        one.id
        for each in compare.document.map.systems
        if each.name == "Family"
        for one in each.statements
    }
    assert shown
    assert not shown & family_says
    assert "3 of 4" in side.services.text()
    side.menu.actions()[-1].trigger()
    assert family_says < set(side.view.cards())


def _find_line(view, name):
    """Return a place on the viewport where a line passes, clear of the cards."""
    for identity, points in view._lines:
        for point in points if identity == name else ():
            place = QPointF(view.to_viewport(point).toPoint())
            inside = view.free_room().contains(place)
            if inside and not view.card_at(place) and view.line_at(place) == name:
                return place.toPoint()
    raise AssertionError(name)


def test_a_line_that_is_clicked_is_explained_and_discussed(compare, qtbot):
    view = compare.compare.side.view
    leading = next(c for c in compare.document.detection.contradictions if "meeting" in c.told)
    view.bring(leading.sides[0].id)
    place = _find_line(view, name_of(leading))
    assert leading.told in view.words_at(QPointF(place))
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    QApplication.processEvents()
    assert len(_rows(compare)) == 1
    assert leading.told in _rows(compare)[0]
    assert compare.judging.found() == leading
    qtbot.mouseClick(compare.compare.side.between.talk, LEFT)
    assert compare.stage.currentWidget() is compare.discussion


def test_a_row_of_the_list_is_shown_side_by_side(compare, qtbot):
    before = compare.compare.side.view.grab().toImage()
    compare.contradictions.view.setFocus()
    qtbot.keyClick(compare.contradictions.view, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert compare.compare.side.view.grab().toImage() != before
    focus = compare.scene.options.focus
    assert len(_rows(compare)) == len(focus) > 0


def test_what_is_dismissed_leaves_the_page(compare, qtbot):
    view = compare.compare.side.view
    one = compare.document.detection.contradictions[0]
    name = name_of(one)
    assert name in {identity for identity, _ in view._lines}
    compare.judging.show_findings((one,))
    compare.judging.reason.setPlainText("they meet on Fridays")
    compare.judging.buttons["dismissed"].click()
    assert name not in {identity for identity, _ in view._lines}


# Each with each ---------------------------------------------------------------------------------


def test_a_cell_of_the_matrix_opens_the_pair_alone(compare, qtbot):
    document = compare.document
    found = meetings(document.map, document.detection, agreements(document.map))
    _open_pair(qtbot, compare, "School", "Social care")
    pair = frozenset((system(compare, "School"), system(compare, "Social care")))
    assert compare.compare.pages.currentIndex() == Page.PAIR
    assert compare.compare.pair.title.text() == "School – Social care"
    assert compare.compare.buttons.checkedId() == -1
    listed = compare.compare.pair.between.list.count()
    assert listed == len(found[pair].contradictions) + len(found[pair].agreements)
    qtbot.mouseClick(compare.compare.pair.back, LEFT)
    assert compare.compare.pages.currentIndex() == Page.MATRIX
    assert compare.compare.buttons.checkedId() == Page.MATRIX


def test_the_matrix_says_each_pair_once_in_plain_words(compare, qtbot):
    _press(qtbot, compare, Page.MATRIX)
    matrix = compare.compare.matrix
    assert matrix.item(1, 0).text().replace("\xa0", " ").startswith("2 contradictions (1 tension)")
    assert "between services" in matrix.item(1, 0).text()
    assert matrix.item(0, 1).text() == ""
    assert matrix.item(0, 1).flags() == Qt.ItemFlag.NoItemFlags
    assert "contradictions" in matrix.item(0, matrix.columnCount() - 1).text()
    assert "Quaternary" in matrix.item(1, 0).toolTip()


def test_a_crowded_matrix_has_numbers_that_are_still_said_in_words(opened, qtbot):
    rows = [said(f"S{n}", modality="must" if n % 2 else "must not") for n in range(10)]
    window = opened(map_of(*rows))
    _press(qtbot, window, Page.MATRIX)
    matrix = window.compare.matrix
    assert matrix.is_short
    assert matrix.item(1, 0).text() == "1 · 0"
    said_aloud = matrix.item(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 contradiction" in said_aloud
    assert "1 agreement" in window.compare.note.text()
    assert matrix.horizontalScrollBar().maximum() == 0


def test_keys_open_a_pair_and_leave_it(compare, qtbot):
    _press(qtbot, compare, Page.MATRIX)
    matrix = compare.compare.matrix
    matrix.setFocus()
    matrix.setCurrentCell(1, 0)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert compare.compare.pages.currentIndex() == Page.PAIR
    qtbot.keyClick(compare.compare.pair.picture, Qt.Key.Key_Escape)
    assert compare.compare.pages.currentIndex() == Page.MATRIX
    assert matrix.hasFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Tab)
    assert not matrix.hasFocus()


# Two alone --------------------------------------------------------------------------------------


def test_the_pair_draws_all_that_lies_between_the_two(compare, qtbot):
    _open_pair(qtbot, compare, "Family", "Social care")
    pair = compare.compare.pair
    names = {name for name, _ in pair.picture._lines}
    listed = pair.between.list.count()
    assert listed == 4
    assert len({name for name in names if "+" in name or "=" in name}) == listed


def test_only_a_contradiction_that_is_chosen_is_discussed(compare, qtbot):
    _open_pair(qtbot, compare, "Family", "Social care")
    between = compare.compare.pair.between
    assert between.list.currentRow() == -1
    assert not between.talk.isEnabled()
    last = between.list.count() - 1
    assert between.list.item(last).text().startswith("agreement")
    between.list.setCurrentRow(last)
    assert not between.talk.isEnabled()
    between.list.setCurrentRow(1)
    chosen = between.current()
    qtbot.mouseClick(between.talk, LEFT)
    assert compare.stage.currentWidget() is compare.discussion
    told = [label.text() for label in compare.discussion.findChildren(QLabel)]
    assert chosen.told in " ".join(told)
    qtbot.keyClick(compare.discussion, Qt.Key.Key_Escape)
    assert compare.stage.currentWidget() is compare.space


def test_a_chosen_row_stays_with_its_pair_alone(compare, qtbot):
    _open_pair(qtbot, compare, "School", "Social care")
    between = compare.compare.pair.between
    between.list.setCurrentRow(1)
    chosen = between.current()
    compare.selection.choose(system(compare, "Family"))
    compare.actions_.by_name["remove"].trigger()
    assert between.current().about == chosen.about
    qtbot.mouseClick(compare.compare.pair.back, LEFT)
    _open_pair(qtbot, compare, "School", "Community health")
    assert between.list.currentRow() == -1


def test_a_pair_of_which_one_service_is_removed_is_left(compare, qtbot):
    _press(qtbot, compare, Page.MATRIX)
    _click_cell(qtbot, compare.compare.matrix, 1, 0)
    compare.selection.choose(compare.document.map.systems[0].id)
    compare.actions_.by_name["remove"].trigger()
    assert compare.compare.pages.currentIndex() == Page.MATRIX
    assert compare.compare.matrix.rowCount() == len(compare.document.map.systems)


def test_two_that_are_not_linked_face_each_other_and_can_be_joined(opened, qtbot):
    rows = (said("School", modality="must"), said("CAMHS", modality="must not"))
    window = opened(map_of(*rows, joined=False))
    _open_pair(qtbot, window, "School", "CAMHS")
    pair = window.compare.pair
    assert "not linked" in pair.between.list.item(0).text()
    heads = {
        shape.tag.id: shape.lines[0].baseline
        for shape in pair.picture._drawing
        if isinstance(shape, Text) and shape.tag.role is Role.NAME
    }
    assert len(set(heads.values())) == 1
    assert pair.join_button.isVisible()
    pair.join_button.menu().actions()[0].trigger()
    assert window.document.map.shared_objects
    assert not pair.join_button.isVisible()
    assert "between services" in pair.between.list.item(0).text()


# Matters and objects ----------------------------------------------------------------------------


def test_the_matter_that_divides_most_comes_first_and_is_shown_side_by_side(compare, qtbot):
    _press(qtbot, compare, Page.MATTERS)
    table = compare.compare.matters.table
    first = dividing_matters(compare.document.detection)[0]
    assert table.item(0, 0).text() == first.name
    counts = [int(table.item(row, 1).text()) for row in range(table.rowCount())]
    assert counts == sorted(counts, reverse=True)
    _click_cell(qtbot, table, 0, 0)
    assert compare.compare.pages.currentIndex() == Page.SIDE_BY_SIDE
    assert compare.scene.options.focus == first.contradictions
    assert len(_rows(compare)) == len(first.contradictions)
    row = compare.contradictions.model.row_at(compare.contradictions.view.currentIndex())
    assert row.title == first.name


def test_objects_stand_with_the_words_of_each_service(compare, qtbot):
    _press(qtbot, compare, Page.OBJECTS)
    table = compare.compare.objects.table
    rows = [[table.item(row, column).text() for column in range(4)] for row in (0, 1)]
    assert rows[0][0] == "what only seems the same"
    assert "Community health: “Family well in its own way”" in rows[0][2]
    assert "how long help lasts" in rows[0][3]
    assert rows[1][:2] == ["the same word", "child"]


def test_the_group_says_what_a_shared_word_means(compare, qtbot):
    _press(qtbot, compare, Page.OBJECTS)
    page = compare.compare.objects
    assert not page.same.isEnabled()
    _click_cell(qtbot, page.table, 0, 0)
    assert not page.same.isEnabled()
    _click_cell(qtbot, page.table, 1, 0)
    qtbot.mouseClick(page.apart, LEFT)
    assert "not the same object" in page.table.item(1, 0).text()
    assert not page.apart.isEnabled()
    compare.actions_.undo.trigger()
    assert page.table.item(1, 0).text() == "the same word"


def test_an_object_opens_two_services_face_to_face(compare, qtbot):
    _press(qtbot, compare, Page.OBJECTS)
    page = compare.compare.objects
    _click_cell(qtbot, page.table, 1, 0)
    qtbot.mouseClick(page.open, LEFT)
    assert compare.compare.pair.title.text() == "Social care – School"


# Nothing to show --------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [p for p in Page if p is not Page.PAIR])
def test_an_empty_map_says_what_to_do(window, qtbot, page):
    window.actions_.by_name["compare"].trigger()
    QApplication.processEvents()
    _press(qtbot, window, page)
    assert "no service yet" in window.compare.note.text()
    assert not window.compare.pages.isVisible()


def test_one_service_is_told_what_it_is_compared_with(opened, qtbot):
    window = opened(map_of(said("School")))
    _press(qtbot, window, Page.MATRIX)
    assert "Draw another one" in window.compare.note.text()
    assert not window.compare.pages.isVisible()
    assert window.counts.text() == "1 service · 1 statement · 0 contradictions"


def test_why_nothing_shows_is_mended_where_it_is_said(opened, qtbot):
    rows = (said("School", modality="must"), said("CAMHS", modality="must not"))
    window = opened(map_of(*rows, joined=False))
    assert "School and CAMHS are not linked" in window.compare.note.text()
    assert "1 contradiction between services" in window.contradictions.heading.text()
    assert window.contradictions.empty.isVisible()
    button = window.compare.mend
    assert button.isVisible()
    button.ways.actions()[0].trigger()
    assert not button.isVisible()
    assert len(window.document.detection.contradictions) == 1
    assert window.contradictions.heading.text() == "1 contradiction"
    assert not window.contradictions.empty.isVisible()


def test_a_list_that_is_filtered_counts_what_it_shows(opened, qtbot):
    window = opened(
        map_of(
            said("A", modality="must"), said("B", modality="must not"), said("C", modality="must")
        )
    )
    first = window.contradictions.model.index(0, 0)
    assert window.contradictions.model.row_at(first).note == "2 contradictions, 3 services"
    window.selection.choose("statement-1")
    first = window.contradictions.model.index(0, 0)
    assert window.contradictions.model.row_at(first).note == "1 contradiction, 2 services"
