"""Drawing with the pointer: services, sizes, joins, statements and what goes wrong in between."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from activitymap.model.values import Element, LinkKind
from tests.ui.conftest import on_screen, statement, system

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def drag(qtbot, window, start, end, keys=NO_KEYS, release=True):
    """Press, move in steps and let go, as a hand does."""
    viewport = window.view.viewport()
    qtbot.mousePress(viewport, LEFT, keys, start)
    for part in (0.3, 0.7, 1.0):
        way = end - start
        point = start + QPoint(round(way.x() * part), round(way.y() * part))
        _move(viewport, point, keys)
    if release:
        qtbot.mouseRelease(viewport, LEFT, keys, end)


def _move(viewport, point, keys):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    at = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), LEFT, LEFT, keys)
    QApplication.sendEvent(viewport, event)


def node(window, name, element):
    """Return where a node of a service is on the viewport."""
    point = window.scene.placed[system(window, name)].node(element)
    return window.view.mapFromScene(point.x, point.y)


def inside(window, name):
    """Return a point inside the triangle of a service, clear of its lines."""
    placed = window.scene.placed[system(window, name)]
    top, subject = placed.node(Element.TOOLS), placed.node(Element.SUBJECT)
    return window.view.mapFromScene(top.x, (top.y + subject.y * 2) / 3)


def one(window, name):
    (found,) = (each for each in window.document.map.systems if each.name == name)
    return found


def test_a_drag_moves_all_that_is_chosen(team, qtbot):
    names = ("School", "Family")
    team.selection.choose(*(system(team, name) for name in names))
    before = {name: one(team, name).place for name in names}
    start = inside(team, "School")
    drag(qtbot, team, start, start + QPoint(-30, 25), ALT)
    moved = {name: one(team, name).place for name in names}
    ways = {(round(moved[n].x - before[n].x, 1), round(moved[n].y - before[n].y, 1)) for n in names}
    assert len(ways) == 1
    assert team.document.undo_stack.count() == 1
    team.document.undo_stack.undo()
    assert {name: one(team, name).place for name in names} == before


def test_a_dragged_service_snaps_to_the_middle_of_another(team, qtbot):
    other = one(team, "Social care").place
    start = inside(team, "Community health")
    drag(qtbot, team, start, start + QPoint(4, 3), release=False)
    drag_end = start + QPoint(30, 60)
    _move(team.view.viewport(), drag_end, NO_KEYS)
    _move(team.view.viewport(), start + QPoint(3, 40), NO_KEYS)
    assert team.scene.overlay.guides
    qtbot.mouseRelease(team.view.viewport(), LEFT, NO_KEYS, start + QPoint(3, 40))
    assert one(team, "Community health").place.x == other.x
    assert not team.scene.overlay.guides


def test_a_shared_object_can_be_dragged(team, qtbot):
    shared = team.document.map.shared_objects[0]
    start = on_screen(team, shared.id)
    drag(qtbot, team, start, start + QPoint(20, 30))
    after = team.document.map.shared_objects[0]
    assert after.place.y > shared.place.y
    assert team.document.undo_stack.count() == 1


def test_the_handle_resizes_the_triangle_and_not_its_shape(team, qtbot):
    school = system(team, "School")
    team.selection.choose(school)
    handle = team.view.mapFromScene(team.scene.handle_of(school))
    drag(qtbot, team, handle, handle + QPoint(40, 30))
    assert one(team, "School").scale > 1.2
    team.document.undo_stack.undo()
    assert one(team, "School").scale == 1.0


def test_a_rubber_band_chooses_the_services_in_it(team, qtbot):
    team.view.zoom_by(0.8)
    width = team.view.viewport().width()
    half = team.view.viewport().height() // 2
    drag(qtbot, team, QPoint(4, 4), QPoint(width - 4, half), SHIFT)
    names = {each.name for each in team.document.map.systems if each.id in team.selection.ids}
    assert names == {"Social care", "School"}


def test_control_click_adds_and_takes_away(team, qtbot):
    for name in ("School", "Family", "School"):
        qtbot.mouseClick(team.view.viewport(), LEFT, CONTROL, inside(team, name))
    assert team.selection.ids == (system(team, "Family"),)


def test_a_line_from_a_node_to_the_shared_object_joins(window, qtbot):
    _two_services(window)
    drag(
        qtbot, window, node(window, "Clinic", Element.OBJECT), node(window, "Club", Element.OBJECT)
    )
    assert [action.text() for action in window.canvas.connections.actions()]
    window.canvas.connections.actions()[0].trigger()
    window.canvas.connections.hide()
    (shared,) = window.document.map.shared_objects
    assert set(shared.systems) == {system(window, "Clinic"), system(window, "Club")}
    window.canvas.add_service(window.scene.content().bottomLeft())
    window.canvas.typist.cancel()
    window.view.fit()
    name = window.document.map.systems[2].name
    drag(qtbot, window, node(window, name, Element.OBJECT), on_screen(window, shared.id))
    assert len(window.document.map.shared_objects[0].systems) == 3


def test_a_line_from_an_outcome_to_a_neighbours_tools_links(window, qtbot):
    _two_services(window)
    clinic, club = system(window, "Clinic"), system(window, "Club")
    window.selection.choose(f"{clinic}/outcome", f"{club}/tools")
    window.actions_.by_name["connect"].trigger()
    first = window.canvas.connections.actions()[0]
    assert "produces a tool for" in first.text()
    first.trigger()
    window.canvas.connections.hide()
    (link,) = window.document.map.links
    assert (link.kind, link.source, link.target) == (LinkKind.PRODUCES_TOOL, clinic, club)


def test_a_link_can_be_labelled_chosen_and_removed(window, qtbot):
    _two_services(window)
    window.selection.choose(*(each.id for each in window.document.map.systems))
    window.actions_.by_name["connect"].trigger()
    action = next(each for each in window.canvas.connections.actions() if "outcome" in each.text())
    action.trigger()
    window.canvas.connections.hide()
    (link,) = window.document.map.links
    label = window.scene.box_of(link.id).center()
    point = window.view.mapFromScene(label)
    qtbot.mouseDClick(window.view.viewport(), LEFT, NO_KEYS, point)
    qtbot.keyClicks(window.canvas.typist.field, "sends reports")
    qtbot.keyClick(window.canvas.typist.field, Qt.Key.Key_Return)
    assert window.document.map.links[0].label == "sends reports"
    window.selection.choose(link.id)
    window.actions_.by_name["remove"].trigger()
    assert window.document.map.links == ()


def test_a_contradiction_is_drawn_between_two_statements(team, qtbot):
    pair = (statement(team, "Attendance record"), statement(team, "Home visits"))
    team.selection.choose(*pair)
    team.actions_.by_name["connect"].trigger()
    (drawn,) = team.document.map.drawn
    assert tuple(end.statement for end in drawn.ends) == pair
    assert len(team.document.detection.contradictions) == 14
    team.document.undo_stack.undo()
    assert team.document.map.drawn == ()


def test_a_service_cannot_be_joined_with_itself(team, qtbot):
    school = system(team, "School")
    team.selection.choose(f"{school}/object", school)
    team.actions_.by_name["connect"].trigger()
    assert "cannot be joined" in team.notice.text()
    assert team.document.undo_stack.count() == 0


def test_a_chosen_statement_is_dragged_to_another_service(team, qtbot):
    chosen = statement(team, "Attendance record")
    team.selection.choose(chosen)
    target = on_screen(team, f"{system(team, 'Family')}/tools")
    drag(qtbot, team, on_screen(team, chosen), target)
    texts = [s.text for s in one(team, "Family").statements if s.element is Element.TOOLS]
    assert "Attendance record" in texts
    assert statement(team, "Attendance record") == chosen
    team.document.undo_stack.undo()
    assert chosen in [s.id for s in one(team, "School").statements]


@pytest.mark.parametrize("what", ["move", "resize", "connect", "carry", "band"])
def test_escape_in_the_middle_of_any_gesture_changes_nothing(team, qtbot, what):
    school, chosen = system(team, "School"), statement(team, "Attendance record")
    team.selection.choose(chosen if what == "carry" else school)
    start = {
        "move": inside(team, "School"),
        "resize": team.view.mapFromScene(team.scene.handle_of(school)),
        "connect": node(team, "School", Element.OBJECT),
        "carry": on_screen(team, chosen),
        "band": QPoint(3, 3),
    }[what]
    keys = SHIFT if what == "band" else NO_KEYS
    was, ids = team.document.map, team.selection.ids
    drag(qtbot, team, start, start + QPoint(120, 90), keys, release=False)
    qtbot.keyClick(team.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(team.view.viewport(), LEFT, keys, start + QPoint(120, 90))
    assert team.document.map is was
    assert team.selection.ids == ids
    overlay = team.scene.overlay
    assert [overlay.wire, overlay.target, overlay.band, list(overlay.guides)] == [
        None,
        None,
        None,
        [],
    ]


def test_undo_during_a_drag_does_not_tear_the_map(team, qtbot):
    team.selection.choose(system(team, "School"))
    team.actions_.by_name["mirror"].trigger()
    start = inside(team, "School")
    drag(qtbot, team, start, start + QPoint(50, 50), release=False)
    team.actions_.undo.trigger()
    qtbot.mouseRelease(team.view.viewport(), LEFT, NO_KEYS, start + QPoint(50, 50))
    shown = team.scene.placed[system(team, "School")].place
    assert shown == one(team, "School").place


def test_mirror_duplicate_and_remove(team, qtbot):
    team.selection.choose(system(team, "School"))
    by_name = team.actions_.by_name
    by_name["mirror"].trigger()
    assert one(team, "School").mirrored is False
    by_name["duplicate"].trigger()
    assert one(team, "School (copy)").id == team.selection.current
    qtbot.keyClick(team.view, Qt.Key.Key_Delete)
    by_name["remove"].trigger()
    assert len(team.document.map.systems) == 4
    texts = [team.document.undo_stack.text(n) for n in range(team.document.undo_stack.count())]
    assert texts == ["Mirror", "Duplicate", "Remove"]


def test_lining_up_spreading_and_sizes(team, qtbot):
    ids = [each.id for each in team.document.map.systems]
    team.selection.choose(*ids[:3])
    by_name = team.actions_.by_name
    by_name["TOP"].trigger()
    tops = {round(team.scene.placed[each].box.top, 1) for each in ids[:3]}
    assert len(tops) == 1
    by_name["colour5"].trigger()
    assert {each.colour for each in team.document.map.systems[:3]} == {5}
    by_name["arrange"].trigger()
    boxes = [team.scene.placed[each].box for each in ids]
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_arrow_keys_move_a_service_and_walk_through_statements(team, qtbot):
    school = one(team, "School")
    team.selection.choose(school.id)
    qtbot.keyClick(team.view, Qt.Key.Key_Right)
    qtbot.keyClick(team.view, Qt.Key.Key_Down, SHIFT)
    place = one(team, "School").place
    assert (place.x - school.place.x, place.y - school.place.y) == (16.0, 2.0)
    team.selection.choose(f"{school.id}/object")
    qtbot.keyClick(team.view, Qt.Key.Key_Tab)
    assert team.selection.current == statement(team, "Child in every lesson")
    qtbot.keyClick(team.view, Qt.Key.Key_Up)
    assert team.selection.current == f"{school.id}/object"


def test_copy_and_paste_within_the_map_and_as_text(team, qtbot):
    team.selection.choose(system(team, "School"))
    by_name = team.actions_.by_name
    by_name["copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasImage()  # A picture is copied by its own command.
    assert data.hasHtml()
    assert "School\ttools\tAttendance record" in data.text()
    by_name["paste"].trigger()
    copies = [each for each in team.document.map.systems if each.name == "School"]
    assert len(copies) == 2
    assert len(copies[0].statements) == len(copies[1].statements)
    assert len(team.document.map.shared_objects[0].systems) == 4


def test_paste_into_another_map_brings_matters_along(team, qtbot):
    team.selection.choose(system(team, "School"))
    team.actions_.by_name["copy"].trigger()
    team.document.undo_stack.setClean()
    team.actions_.by_name["new"].trigger()
    team.actions_.by_name["paste"].trigger()
    (copy,) = team.document.map.systems
    names = {matter.id for matter in team.document.map.matters}
    matters = {card.matter for each in copy.statements for card in each.readings if card.matter}
    assert matters
    assert matters <= names


def test_lines_of_text_are_pasted_at_the_chosen_element(team, qtbot):
    QGuiApplication.clipboard().setText("One\nTwo")
    team.actions_.by_name["paste"].trigger()
    assert "Choose an element first" in team.notice.text()
    team.selection.choose(f"{system(team, 'Family')}/rules")
    team.actions_.by_name["paste"].trigger()
    assert [s.text for s in one(team, "Family").statements if s.element is Element.RULES][-2:] == [
        "One",
        "Two",
    ]


def test_the_context_menu_offers_what_can_be_done(team, qtbot):
    team.selection.choose(system(team, "School"))
    team.actions_.show_context_menu(QPoint(10, 10))
    words = {action.text() for action in team.actions_._context.actions()}
    assert {"&Mirror", "&Duplicate", "&Remove"} <= words
    team.actions_._context.hide()


def _two_services(window):
    for name, x in (("Clinic", -400), ("Club", 400)):
        window.canvas.editor.add_service(_point(x, 0), name)
    window.document.undo_stack.clear()
    window.view.fit()


def _point(x, y):
    from PySide6.QtCore import QPointF

    return QPointF(x, y)


def test_a_link_is_rerouted_by_dragging_it_to_another_service(window, qtbot):
    _two_services(window)
    window.canvas.editor.add_service(_point(0, 900), "Farm")
    window.view.fit()
    clinic, club = system(window, "Clinic"), system(window, "Club")
    window.selection.choose(clinic, club)
    window.actions_.by_name["connect"].trigger()
    actions = window.canvas.connections.actions()
    next(each for each in actions if "newer" in each.text()).trigger()
    window.canvas.connections.hide()
    (link,) = window.document.map.links
    label = window.scene.box_of(link.id)
    start = window.view.mapFromScene(label.center()) + QPoint(round(label.width() / 2), 0)
    drag(qtbot, window, start, inside(window, "Farm"))
    (after,) = window.document.map.links
    assert after.id == link.id
    assert {after.source, after.target} == {clinic, system(window, "Farm")}
    window.selection.choose(link.id)
    window.actions_.by_name["reverse"].trigger()
    window.actions_.by_name["USES_OUTCOME"].trigger()
    (last,) = window.document.map.links
    assert (last.source, last.target) == (after.target, after.source)
    assert last.kind is LinkKind.USES_OUTCOME
