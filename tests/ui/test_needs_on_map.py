"""Needs on the canvas: chosen, reworded, removed, and joined to statements by hand."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from activitymap.model.edits.needs import add_need
from activitymap.model.values import Bearing
from tests.ui.conftest import on_screen, statement
from tests.ui.test_drawing import drag

LEFT = Qt.MouseButton.LeftButton
RGB = QImage.Format.Format_RGB32


def _marks(window, need):
    return {
        (mark.statement, mark.bearing)
        for mark in window.document.map.need_marks
        if mark.need == need
    }


def _take(window, words):
    action = next(a for a in window.canvas.connections.actions() if a.text() == words)
    action.trigger()
    window.canvas.connections.hide()


def test_a_click_chooses_a_need_everywhere(team, qtbot):
    need = team.document.map.needs[1]
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, need.id))
    assert team.selection.ids == (need.id,)
    assert len(team.scene.overlay.frames) == 1


def test_a_statement_is_dragged_on_to_a_need(team, qtbot):
    need = team.document.map.needs[2].id
    said = statement(team, "Team works from one shared plan")
    team.selection.choose(said)
    drag(qtbot, team, on_screen(team, said), on_screen(team, need))
    _take(team, "Hinders the need")
    assert _marks(team, need) == {(said, Bearing.HINDERS)}
    assert team.document.undo_stack.count() == 1
    team.document.undo_stack.undo()
    assert _marks(team, need) == set()


def test_escape_in_the_middle_of_the_drag_changes_nothing(team, qtbot):
    need = team.document.map.needs[2].id
    said = statement(team, "Team works from one shared plan")
    team.selection.choose(said)
    before = team.document.map
    drag(qtbot, team, on_screen(team, said), on_screen(team, need), release=False)
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(team.view.viewport(), LEFT, pos=on_screen(team, need))
    assert team.document.map is before
    assert not team.canvas.connections.isVisible()


def test_a_statement_and_a_need_are_joined_by_keys(team):
    need = team.document.map.needs[2].id
    said = statement(team, "Team works from one shared plan")
    team.selection.choose(said, need)
    team.actions_.by_name["connect"].trigger()
    _take(team, "Serves the need")
    assert _marks(team, need) == {(said, Bearing.SERVES)}


def test_a_need_is_reworded_in_place_and_removed(team, qtbot):
    need = team.document.map.needs[0].id
    qtbot.mouseDClick(team.view.viewport(), LEFT, pos=on_screen(team, need))
    field = team.canvas.typist.field
    assert field.isVisible()
    field.selectAll()
    qtbot.keyClicks(field, "Help first")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert team.document.map.needs[0].text == "Help first"
    QApplication.processEvents()
    team.selection.choose(need)
    team.actions_.by_name["remove"].trigger()
    assert all(one.id != need for one in team.document.map.needs)
    assert team.scene.box_of(need) is None


def test_the_last_of_thirty_needs_is_scrolled_to_and_fits_the_whole_map(team, qtbot):
    made = team.document.map
    for number in range(30):
        made = add_need(made, f"Need number {number} of a family").map
    team.document.show_map(made)
    last = team.scene.box_of(made.needs[-1].id)
    assert team.scene.sceneRect().contains(last)
    team.actions_.by_name["fit"].trigger()
    seen = team.view.mapToScene(team.view.viewport().rect()).boundingRect()
    assert seen.contains(last)
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, made.needs[-1].id))
    assert team.selection.ids == (made.needs[-1].id,)


def test_from_far_a_need_is_its_first_words_large_enough_to_read(team):
    need = team.document.map.needs[0].id
    card = team.scene.box_of(need)
    near, far = (_ink(team, card, zoom) for zoom in (1.0, 0.25))
    assert near > 0
    assert far > near, "small letters would be left out from there, and the card be empty"


def _ink(window, box, zoom):
    """Return the share of a need's card that is written on, at a zoom."""
    inner = box.adjusted(16, 16, -16, -16)
    picture = QImage(round(inner.width() * zoom), round(inner.height() * zoom), RGB)
    picture.fill("white")
    painter = QPainter(picture)
    window.scene.render(painter, QRectF(picture.rect()), inner)
    painter.end()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    dark = sum(picture.pixelColor(x, y).lightness() < 140 for x, y in places)
    return dark / len(places)
