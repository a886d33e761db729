"""Typing in place: what people type on the canvas is in the map, whatever ends the typing."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from activitymap.drawing.clashes import bundled
from activitymap.model.values import Element, State
from activitymap.ui import dialogs
from tests.ui.conftest import on_screen, statement, system

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def _field(window):
    return window.canvas.typist.field


def _type(qtbot, window, text, key=None, keys=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClicks(_field(window), text)
    if key is not None:
        qtbot.keyClick(_field(window), key, keys)


def _texts(window, name, element):
    (one,) = (one for one in window.document.map.systems if one.name == name)
    return [statement.text for statement in one.statements if statement.element is element]


def _begin(qtbot, window, name, element):
    identity = f"{system(window, name)}/{element}"
    point = on_screen(window, identity)
    card = window.scene.box_of(identity)
    corner = window.view.mapFromScene(card.topLeft()) + QPoint(4, 3)
    qtbot.mouseDClick(window.view.viewport(), LEFT, pos=corner)
    assert _field(window).isVisible(), point


def test_a_double_click_makes_a_service_and_its_name_is_typed(window, qtbot):
    qtbot.mouseDClick(window.view.viewport(), LEFT, pos=QPoint(300, 200))
    _type(qtbot, window, "School nursing", Qt.Key.Key_Return)
    (one,) = window.document.map.systems
    assert one.name == "School nursing"
    assert not _field(window).isVisible()
    assert window.document.undo_stack.count() == 2
    window.document.undo_stack.undo()
    window.document.undo_stack.undo()
    assert window.document.map.systems == ()


def test_enter_goes_on_to_the_next_statement(team, qtbot):
    before = _texts(team, "School", Element.RULES)
    _begin(qtbot, team, "School", Element.RULES)
    _type(qtbot, team, "No phones in lessons", Qt.Key.Key_Return)
    _type(qtbot, team, "Uniform every day", Qt.Key.Key_Return)
    _type(qtbot, team, "", Qt.Key.Key_Return)
    assert not _field(team).isVisible()
    assert _texts(team, "School", Element.RULES) == [
        *before,
        "No phones in lessons",
        "Uniform every day",
    ]
    assert team.document.undo_stack.count() == 2


def test_tab_walks_the_elements_in_the_order_of_the_questions(team, qtbot):
    _begin(qtbot, team, "Family", Element.OBJECT)
    for words in ("one", "two", "three"):
        _type(qtbot, team, words, Qt.Key.Key_Tab)
    qtbot.keyClick(_field(team), Qt.Key.Key_Backtab)
    _type(qtbot, team, "four", Qt.Key.Key_Escape)
    assert _texts(team, "Family", Element.OBJECT)[-1] == "one"
    assert _texts(team, "Family", Element.SUBJECT)[-1] == "two"
    assert _texts(team, "Family", Element.TOOLS)[-1] == "three"
    assert "four" not in str(team.document.map)


def test_control_enter_goes_to_the_next_service(team, qtbot):
    _begin(qtbot, team, "School", Element.RULES)
    _type(qtbot, team, "Quiet in the corridors", Qt.Key.Key_Return, CONTROL)
    _type(qtbot, team, "Fewer visits", Qt.Key.Key_Return)
    assert _texts(team, "School", Element.RULES)[-1] == "Quiet in the corridors"
    assert _texts(team, "Community health", Element.OBJECT)[-1] == "Fewer visits"


def test_another_text_for_a_statement(team, qtbot):
    chosen = statement(team, "Child in every lesson")
    qtbot.mouseDClick(team.view.viewport(), LEFT, pos=on_screen(team, chosen))
    assert _field(team).toPlainText() == "Child in every lesson"
    qtbot.keyClick(_field(team), Qt.Key.Key_A, CONTROL)
    _type(qtbot, team, "Child in most lessons", Qt.Key.Key_Escape)
    assert statement(team, "Child in every lesson") == chosen
    qtbot.mouseDClick(team.view.viewport(), LEFT, pos=on_screen(team, chosen))
    qtbot.keyClick(_field(team), Qt.Key.Key_A, CONTROL)
    _type(qtbot, team, "Child in most lessons", Qt.Key.Key_Return)
    assert statement(team, "Child in most lessons") == chosen


def test_a_text_that_is_emptied_is_removed(team, qtbot):
    chosen = statement(team, "Child in every lesson")
    qtbot.mouseDClick(team.view.viewport(), LEFT, pos=on_screen(team, chosen))
    qtbot.keyClick(_field(team), Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(_field(team), Qt.Key.Key_Delete)
    qtbot.keyClick(_field(team), Qt.Key.Key_Return)
    assert _texts(team, "School", Element.OBJECT) == []
    team.document.undo_stack.undo()
    assert _texts(team, "School", Element.OBJECT) == ["Child in every lesson"]


def test_several_pasted_lines_become_statements(team, qtbot):
    QGuiApplication.clipboard().setText("First line\n\n  Second line \r\nThird line")
    _begin(qtbot, team, "School", Element.TOOLS)
    qtbot.keyClick(_field(team), Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(_field(team), Qt.Key.Key_Return)
    assert _texts(team, "School", Element.TOOLS)[-3:] == ["First line", "Second line", "Third line"]
    assert team.document.undo_stack.count() == 1


def test_pasted_markup_comes_in_as_words(team, qtbot):
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='x.png'>")
    data.setText("bold")
    QGuiApplication.clipboard().setMimeData(data)
    _begin(qtbot, team, "School", Element.TOOLS)
    qtbot.keyClick(_field(team), Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(_field(team), Qt.Key.Key_Return)
    assert _texts(team, "School", Element.TOOLS)[-1] == "bold"


def test_clicking_elsewhere_keeps_what_was_typed(team, qtbot):
    _begin(qtbot, team, "School", Element.TOOLS)
    _type(qtbot, team, "Homework diary")
    qtbot.mouseClick(team.contradictions.search, LEFT)
    team.contradictions.search.setFocus()
    QApplication.processEvents()
    assert _texts(team, "School", Element.TOOLS)[-1] == "Homework diary"


def test_closing_while_typing_keeps_what_was_typed(team, qtbot, monkeypatch):
    asked = []

    def ask(parent, name):
        asked.append(name)
        return dialogs.Unsaved.SAVE

    monkeypatch.setattr(dialogs, "ask_unsaved", ask)
    _begin(qtbot, team, "School", Element.TOOLS)
    _type(qtbot, team, "Homework diary")
    team.close()
    assert len(asked) == 1
    assert "Homework diary" in team.document.path.read_text(encoding="utf-8")


def test_saving_while_typing_saves_what_was_typed(team, qtbot):
    _begin(qtbot, team, "School", Element.TOOLS)
    _type(qtbot, team, "Homework diary")
    team.actions_.by_name["save"].trigger()
    assert "Homework diary" in team.document.path.read_text(encoding="utf-8")


def test_typing_at_a_chosen_element_begins_a_statement(team, qtbot):
    team.selection.choose(f"{system(team, 'School')}/rules")
    team.view.setFocus()
    qtbot.keyClicks(team.view, "N")
    _type(qtbot, team, "o running", Qt.Key.Key_Return)
    assert _texts(team, "School", Element.RULES)[-1] == "No running"


def test_minus_and_question_mark_record_missing_and_unknown(team, qtbot):
    school = system(team, "School")
    team.selection.choose(f"{school}/tools")
    qtbot.keyClicks(team.view, "-")
    team.selection.choose(f"{school}/outcome")
    qtbot.keyClicks(team.view, "?")
    (one,) = (one for one in team.document.map.systems if one.id == school)
    states = {(s.element, s.state) for s in one.statements if s.state is not State.PRESENT}
    assert states == {(Element.TOOLS, State.MISSING), (Element.OUTCOME, State.UNKNOWN)}
    chosen = statement(team, "Child in every lesson")
    team.selection.choose(chosen)
    qtbot.keyClicks(team.view, "?")
    assert _state(team, chosen) is State.UNKNOWN
    qtbot.keyClicks(team.view, "?")
    assert _state(team, chosen) is State.PRESENT


def _state(window, identity):
    return next(
        one.state
        for system in window.document.map.systems
        for one in system.statements
        if one.id == identity
    )


def test_hard_texts_survive(team, qtbot):
    texts = ["x" * 5_000, "مدرسة", "👩\u200d👧 & <b>", "="]
    for text in texts:
        _begin(qtbot, team, "Family", Element.COMMUNITY)
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(_field(team), Qt.Key.Key_V, CONTROL)
        qtbot.keyClick(_field(team), Qt.Key.Key_Return)
        qtbot.keyClick(_field(team), Qt.Key.Key_Escape)
    assert _texts(team, "Family", Element.COMMUNITY)[-4:] == texts


def test_an_empty_name_is_refused_and_the_old_one_stays(team, qtbot):
    school = system(team, "School")
    title = team.scene.placed[school].title
    point = team.view.mapFromScene(title.centre.x, title.centre.y)
    qtbot.mouseDClick(team.view.viewport(), LEFT, pos=point)
    assert _field(team).toPlainText() == "School"
    qtbot.keyClick(_field(team), Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(_field(team), Qt.Key.Key_Delete)
    qtbot.keyClick(_field(team), Qt.Key.Key_Return)
    assert system(team, "School") == school


def test_the_field_stays_on_its_element_while_zooming(team, qtbot):
    _begin(qtbot, team, "School", Element.RULES)
    before = _field(team).geometry()
    team.view.zoom_by(1.5)
    card = team.scene.box_of(f"{system(team, 'School')}/rules")
    assert _field(team).geometry() != before
    low = team.view.mapFromScene(card.bottomLeft())
    assert abs(_field(team).geometry().left() - low.x()) < 40
    qtbot.keyClick(_field(team), Qt.Key.Key_Escape)


def test_typing_at_a_counted_arrow_changes_nothing(team, qtbot):
    arrow = next(
        one.id
        for one in bundled(team.document.detection.contradictions)
        if len(one.elements) == 2 and len(one.systems) == 1
    )
    before = team.document.map
    team.selection.choose(arrow)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_N, Qt.Key.Key_Tab):
        qtbot.keyClick(team.view, key)
        assert not _field(team).isVisible()
    QGuiApplication.clipboard().setText("Three lines\nof plain\ntext")
    team.actions_.by_name["paste"].trigger()
    team.actions_.by_name["missing"].trigger()
    assert team.document.map is before
