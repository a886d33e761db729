"""The canvas under real presses, moves, turns of the wheel and keys."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from activitymap.drawing.clashes import bundles
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import Place
from tests.ui.conftest import on_screen, statement, system

LEFT = Qt.MouseButton.LeftButton


def _wheel(window, point, steps):
    viewport = window.view.viewport()
    event = QWheelEvent(
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def _place(activity_map: ActivityMap, identity: str) -> Place:
    (place,) = (one.place for one in activity_map.systems if one.id == identity)
    assert place is not None
    return place


def _drag(qtbot, window, start, way, release=True):
    viewport = window.view.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    for part in (0.3, 0.6, 1.0):
        qtbot.mouseMove(viewport, start + QPoint(round(way.x() * part), round(way.y() * part)))
    if release:
        qtbot.mouseRelease(viewport, LEFT, pos=start + way)


def test_the_whole_map_is_shown_on_opening(team):
    shown = team.view.mapToScene(team.view.viewport().rect()).boundingRect()
    assert shown.contains(team.scene.content().adjusted(30, 30, -30, -30))
    for one in team.document.detection.contradictions:
        for bundle in bundles(one):
            box = team.scene.box_of(bundle.id)
            assert box is not None
            assert shown.contains(box)


def test_the_wheel_zooms_at_the_pointer(team):
    point = on_screen(team, system(team, "School"))
    before, zoom = team.view.mapToScene(point), team.view.zoom
    _wheel(team, point, 3)
    after = team.view.mapToScene(point)
    assert team.view.zoom > 1.5 * zoom
    assert abs(after.x() - before.x()) < 8
    assert abs(after.y() - before.y()) < 8
    assert team.zoom_label.text() == f"{round(team.view.zoom * 100)} %"


def test_zoom_has_its_bounds(team):
    _wheel(team, QPoint(300, 300), 200)
    assert team.view.zoom <= 6.01
    _wheel(team, QPoint(300, 300), -400)
    assert team.view.zoom >= 0.019


def test_keys_zoom_pan_and_fit(team, qtbot):
    fitted = team.view.zoom
    team.view.setFocus()
    qtbot.keyClick(team.view, Qt.Key.Key_Plus)
    qtbot.keyClick(team.view, Qt.Key.Key_Plus)
    assert team.view.zoom > fitted * 1.3
    before = team.view.mapToScene(QPoint(100, 100))
    qtbot.keyClick(team.view, Qt.Key.Key_Right)
    assert team.view.mapToScene(QPoint(100, 100)).x() > before.x()
    qtbot.keyClick(team.view, Qt.Key.Key_0)
    assert abs(team.view.zoom - fitted) < 0.01


def test_dragging_the_background_pans_and_changes_nothing(team, qtbot):
    team.view.zoom_by(2)
    empty = next(
        QPoint(x, y)
        for x in range(5, 700, 15)
        for y in range(5, 500, 15)
        if team.scene.hit_at(team.view.mapToScene(QPoint(x, y)), 8) is None
    )
    before, was = team.view.mapToScene(QPoint(0, 0)), team.document.map
    _drag(qtbot, team, empty, QPoint(60, 40))
    after = team.view.mapToScene(QPoint(0, 0))
    assert (before.x() - after.x(), before.y() - after.y()) != (0, 0)
    assert team.document.map is was


def test_dragging_a_service_moves_it_and_can_be_undone(team, qtbot):
    school = system(team, "School")
    was = _place(team.document.map, school)
    zoom = team.view.zoom
    _drag(qtbot, team, on_screen(team, school), QPoint(40, 25))
    now = _place(team.document.map, school)
    assert abs(now.x - was.x - 40 / zoom) < 5
    assert abs(now.y - was.y - 25 / zoom) < 5
    assert team.document.undo_stack.undoText() == "Move"
    assert team.isWindowModified()
    qtbot.keyClick(team, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _place(team.document.map, school) == was
    assert not team.isWindowModified()


def test_escape_in_the_middle_of_a_drag_changes_nothing(team, qtbot):
    school = system(team, "School")
    was, box = team.document.map, team.scene.box_of(school)
    _drag(qtbot, team, on_screen(team, school), QPoint(60, 60), release=False)
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(team.view.viewport(), LEFT, pos=QPoint(500, 500))
    assert team.document.map is was
    assert team.document.undo_stack.count() == 0
    assert team.scene.box_of(school) == box


def test_clicking_a_statement_lists_its_contradictions(team, qtbot):
    team.view.zoom_by(2)
    chosen = statement(team, "Tell all partners within one day")
    team.view.centerOn(team.scene.box_of(chosen).center())
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, chosen))
    rows = [team.contradictions.model.row_at(index) for index in _children(team)]
    assert len(rows) == 2
    assert all("Tell all partners" in row.words for row in rows)
    assert [item.text(0) for item in team.outline.tree.selectedItems()] == [
        "Tell all partners within one day"
    ]
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    assert len(_children(team)) == 13


def _children(window):
    return window.contradictions.model.indexes_of(lambda one: True)


def test_clicking_the_number_of_an_arrow_shows_that_pair_in_full(team, qtbot):
    pair = "+".join(sorted((system(team, "School"), system(team, "Social care"))))
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, pair))
    rows = [team.contradictions.model.row_at(index) for index in _children(team)]
    assert len(rows) == 2
    assert all({side.speaker for side in row.sides} == {"School", "Social care"} for row in rows)
    assert team.contradictions.about_bar.text().startswith("Only: Social care, School")
    assert set(team.scene.options.focus) == {row.findings[0] for row in rows}
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    assert team.scene.options.focus == ()
    assert len(_children(team)) == 13


def test_clicking_the_line_of_an_arrow_shows_that_pair_too(team, qtbot):
    pair = "+".join(sorted((system(team, "School"), system(team, "Social care"))))
    beside = on_screen(team, pair) - QPoint(60, 7)  # Left of its number, on its level line.
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=beside)
    assert len(_children(team)) == 2


def test_clicking_a_small_arrow_shows_what_clashes_inside_a_service(team, qtbot):
    inside = f"{system(team, 'Social care')}/rules"
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, inside))
    assert all("rules" in row.words for row in map(_row(team), _children(team)))


def _row(window):
    return window.contradictions.model.row_at


def test_a_click_is_no_drag(team, qtbot):
    was = team.document.map
    qtbot.mouseClick(team.view.viewport(), LEFT, pos=on_screen(team, system(team, "Family")))
    assert team.document.map is was


def test_items_of_unchanged_services_are_kept(team, qtbot):
    items = dict(team.scene._items)
    school = system(team, "School")
    _drag(qtbot, team, on_screen(team, school), QPoint(40, 25))
    kept = {one for one, item in team.scene._items.items() if items[one] is item}
    assert kept >= set(items) - {school}


def test_hundreds_of_services_open_and_zoom(window, tmp_path):
    from activitymap.model.storage.saving import save_map
    from bench.maps import large_map

    path = tmp_path / "large.activitymap"
    save_map(path, large_map(300, 5))
    window.open_file(str(path))
    window.view.fit()
    assert window.view.zoom < 0.3
    assert window.grab().width() == window.width()


def test_the_minimap_shows_what_is_unseen_and_goes_where_it_is_clicked(team, qtbot):
    assert not team.minimap.isVisible()
    team.view.zoom_by(4)
    assert team.minimap.isVisible()
    before = team.view.shown().center()
    qtbot.mouseClick(team.minimap, LEFT, pos=QPoint(20, 20))
    after = team.view.shown().center()
    assert after.x() < before.x()
    assert after.y() < before.y()
    team.actions_.by_name["minimap"].trigger()
    assert not team.minimap.isVisible()


def test_lenses_group_statements_and_change_nothing(team, qtbot):
    was = team.document.map
    team.actions_.by_name["lens context"].trigger()
    assert team.legend.isVisible()
    assert "clients: 8" in team.legend.accessibleName()
    assert all(item.opacity() < 0.5 for item in team.scene._items.values())
    team.actions_.by_name["lens None"].trigger()
    assert not team.legend.isVisible()
    assert team.document.map is was


def test_zooming_to_what_is_chosen(team, qtbot):
    team.selection.choose(system(team, "School"))
    team.actions_.by_name["zoom_to"].trigger()
    shown = team.view.shown()
    assert shown.contains(team.scene.box_of(system(team, "School")))
    assert not shown.contains(team.scene.box_of(system(team, "Community health")))
