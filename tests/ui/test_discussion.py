"""Discussing, full screen: by keys alone, step by step, through the agenda."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget

from activitymap.drawing.shapes import Role, Text
from activitymap.model.agenda import agenda
from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import discussion_about
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.judging import Status
from activitymap.model.values import Bearing
from tests.ui.talking import (
    ALT,
    CTRL,
    Key,
    about,
    begin,
    enter,
    focused,
    press,
    press_button,
    write,
    written,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def talk(team):
    """The window with the example, its agenda begun."""
    team.view.setFocus()
    begin(team)
    return team


def _place(window):
    return window.discussion.heading.place.text()


def test_a_whole_discussion_by_keys_alone(talk):
    write("Nobody knew of the other limit")
    press_button(Key.Key_Q)
    write("They went away")
    press(Key.Key_Tab)
    enter("the mother")
    press(Key.Key_2, modifier=ALT)
    write("Help stops when trust begins")
    press(Key.Key_D, modifier=ALT)
    write("Somebody who stays")
    press(Key.Key_Tab)
    enter("the boy")
    press(Key.Key_3, modifier=ALT)
    write("the form")
    press(Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    enter("the board")
    press(Key.Key_Return)  # The empty line goes on to the ideas.
    for words in ("one form for all", "+ told once", "- legal", "no form"):
        enter(words)
    press(Key.Key_Up)
    enter("+ short")
    press(Key.Key_Tab, Key.Key_Space)
    press(Key.Key_4, modifier=ALT)
    write("draft one form")
    press(Key.Key_Tab)
    write("lead professional")
    press(Key.Key_Tab)
    enter("1 December")
    press_button(Key.Key_Y)
    press(Key.Key_D, modifier=ALT)
    enter("the law is as it is")
    press(Key.Key_K, modifier=ALT)
    write("we all had this")
    press_button(Key.Key_C)
    press(Key.Key_S, modifier=CTRL)
    said = written(talk)
    assert [note.text for note in said.notes] == [
        "Nobody knew of the other limit",
        "Help stops when trust begins",
    ]
    assert [(one.text, one.source) for one in said.quotes] == [("They went away", "the mother")]
    assert [(one.text, one.changed_by) for one in said.levers] == [("the form", "the board")]
    assert said.levers[0].origin == "policy"
    assert [
        (one.text, one.chosen, [(each.favours, each.text) for each in one.arguments])
        for one in said.ideas
    ] == [
        (
            "one form for all",
            True,
            [(True, "told once"), (False, "legal"), (True, "short")],
        ),
        ("no form", False, []),
    ]
    assert [(one.text, one.who, one.when, one.nothing) for one in said.actions] == [
        ("draft one form", "lead professional", "1 December", False),
        ("the law is as it is", "", "", True),
    ]
    need = talk.document.map.needs[-1]
    assert (need.text, need.whose) == ("Somebody who stays", "the boy")
    judgement = talk.document.map.judgements[-1]
    assert (judgement.status, judgement.reason) == (Status.CONFIRMED, "we all had this")
    assert talk.document.undo_stack.isClean()
    press(Key.Key_Escape)
    assert talk.stage.currentWidget() is talk.space


def test_it_fills_the_screen_and_esc_returns_to_the_map_where_it_was(team, qtbot):
    team.view.zoom_to(1.0)
    team.view.setFocus()
    before = team.view.mapToScene(team.view.viewport().rect().center())
    begin(team)
    assert team.isFullScreen()
    assert not team.menuBar().isVisible()
    press(Key.Key_Escape)
    assert not team.isFullScreen()
    assert team.view.isVisible()

    def is_where_it_was() -> bool:
        after = team.view.mapToScene(team.view.viewport().rect().center())
        return bool((after - before).manhattanLength() < 3)

    # A window manager gives the window back its size in its own time.
    qtbot.waitUntil(is_where_it_was)


def test_back_on_the_map_the_status_bar_says_one_thing(team):
    team.view.setFocus()
    press(Key.Key_S, modifier=CTRL)
    begin(team)
    write("hm")
    press(Key.Key_S, modifier=CTRL)
    press(Key.Key_Escape)
    assert team.counts.isVisible()
    assert team.statusBar().currentMessage() == ""


# The agenda ---------------------------------------------------------------------------------


def test_the_agenda_begins_with_what_touches_a_need(talk):
    several = agenda(talk.document.detection)
    touched = [bool(one.needs) for one in several]
    assert touched == sorted(touched, reverse=True)
    assert touched[0]
    assert _place(talk) == f"1 of {len(several)}"


def test_keys_go_through_the_agenda_and_say_where_it_ends(talk):
    count = len(agenda(talk.document.detection))
    press(Key.Key_PageDown, modifier=CTRL)
    assert _place(talk) == f"2 of {count}"
    press(Key.Key_PageUp, Key.Key_PageUp, modifier=CTRL)
    assert _place(talk) == f"1 of {count}"
    assert "first one" in talk.discussion.footer.hint.text()
    press(*[Key.Key_Right] * count, modifier=ALT)
    assert _place(talk) == f"{count} of {count}"
    assert "the agenda is done" in talk.discussion.footer.hint.text()


def test_from_the_agenda_enter_goes_to_a_contradiction_ready_to_type(talk):
    press(Key.Key_A, modifier=ALT)
    assert focused() is talk.discussion.agenda
    press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert _place(talk).startswith("3 of ")
    write("this one")
    press(Key.Key_Escape)
    assert written(talk, 2).note(Stage.AWARENESS) == "this one"


def test_esc_closes_the_agenda_before_the_discussion(talk):
    press(Key.Key_A, modifier=ALT)
    press(Key.Key_Escape)
    assert talk.discussion.isVisible()
    assert focused() is talk.discussion.pages[Stage.AWARENESS].note


def test_the_agenda_tells_entries_apart_and_how_far_the_group_is(talk):
    press(Key.Key_4, modifier=ALT)
    enter("ask both")
    press(Key.Key_A, modifier=ALT)
    entries = [talk.discussion.agenda.item(row).text() for row in range(13)]
    assert len({entry.split(". ", 1)[1] for entry in entries}) == len(entries)
    assert "discussed" in entries[0]
    assert "1 action" in entries[0]
    assert "not yet looked at" in entries[0]
    assert "discussed" not in entries[1]
    found = agenda(talk.document.detection)[0]
    assert all(
        need.text in entries[0] for need in talk.document.map.needs if need.id in found.needs
    )


def test_a_group_goes_on_where_it_left_and_another_map_begins_at_its_start(talk):
    press(Key.Key_Right, Key.Key_Right, modifier=ALT)
    press(Key.Key_Escape)
    begin(talk)
    assert _place(talk).startswith("3 of ")
    press(Key.Key_Escape)
    talk.open_file(str(talk.document.path))
    talk.view.setFocus()
    begin(talk)
    assert _place(talk).startswith("1 of ")


def test_what_was_chosen_since_is_discussed_and_then_the_agenda_goes_on(talk, qtbot):
    press(Key.Key_Escape)
    model, view = talk.contradictions.model, talk.contradictions.view
    view.expand(model.index(3, 0))
    QApplication.processEvents()
    index = model.index(0, 0, model.index(3, 0))
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    begin(talk)
    chosen = _place(talk)
    assert not chosen.startswith("1 of ")
    press(Key.Key_Right, modifier=ALT)
    onwards = _place(talk)
    press(Key.Key_Escape)
    begin(talk)
    assert _place(talk) == onwards != chosen


def test_the_clock_counts_for_each_contradiction(talk):
    clock = talk.discussion.heading.clock
    for _ in range(61):
        clock.count()
    press(Key.Key_Right, modifier=ALT)
    assert clock.text().startswith("0:0")
    press(Key.Key_Left, modifier=ALT)
    assert clock.text().startswith("1:0")


# The steps ----------------------------------------------------------------------------------


def test_what_clashes_is_drawn_in_type_that_a_room_can_read(talk):
    for size, least in (((1280, 720), 12), ((1920, 1080), 16)):
        talk.showNormal()
        talk.resize(*size)
        QApplication.processEvents()
        picture = talk.discussion.steps.picture
        texts = [
            shape
            for shape in picture.drawing
            if isinstance(shape, Text) and shape.tag.role is Role.STATEMENT
        ]
        assert {shape.tag.id for shape in texts} == set(about(talk))
        assert min(shape.size for shape in texts) * picture.zoom >= least


def test_stepping_back_shows_the_need_in_the_place_of_the_services(talk):
    view = talk.discussion
    assert view.steps.picture.isVisible()
    press(Key.Key_2, modifier=ALT)
    assert not view.steps.picture.isVisible()
    assert not view.sides.isVisible()
    found = agenda(talk.document.detection)[0]
    need = next(one for one in talk.document.map.needs if one.id == found.needs[0])
    shown = [label.text() for label in view.steps.needs.findChildren(QLabel)]
    assert f"“{need.text}”" in shown
    assert any(need.whose in words for words in shown)


def test_a_need_is_marked_as_served_and_hindered_by_a_side(talk):
    press(Key.Key_2, modifier=ALT)
    press(Key.Key_D, modifier=ALT)
    press(Key.Key_Tab, Key.Key_Tab)
    table = focused()
    assert isinstance(table, QTableWidget)
    first, second = about(talk)[:2]
    need = agenda(talk.document.detection)[0].needs[0]

    def marks():
        return {
            mark.bearing
            for mark in talk.document.map.need_marks
            if (mark.statement, mark.need) == (first, need)
        }

    assert marks() == set()
    press(Key.Key_Space)
    assert marks() == {Bearing.SERVES}
    press(Key.Key_Space)
    assert marks() == {Bearing.HINDERS}
    assert focused() is table
    press(Key.Key_Right)
    assert table.currentColumn() == 2
    assert second


def test_the_room_for_ideas_stays_with_long_texts(talk):
    talk.showNormal()
    talk.resize(1280, 720)
    for statement in about(talk):
        talk.document.edit(
            "Type",
            set_text,
            statement,
            "Staff must share every concern " * 12,
        )
    press(Key.Key_3, modifier=ALT)
    QApplication.processEvents()
    table = talk.discussion.pages[Stage.CHOICE].ideas.table
    assert table.viewport().height() >= 4 * table.fontMetrics().lineSpacing()


def test_after_the_talk_the_group_says_what_it_makes_of_it(talk):
    count = len(agenda(talk.document.detection))
    first = about(talk)
    press(Key.Key_4, modifier=ALT)
    press_button(Key.Key_R)
    assert "Say what has changed" in talk.discussion.footer.notice.text()
    assert talk.document.map.judgements == ()
    write("one date for both")
    press(Key.Key_Tab, Key.Key_Up)  # Four hands would be four times Up; one is enough here.
    press_button(Key.Key_R)
    judgement = talk.document.map.judgements[-1]
    assert (judgement.about, judgement.status) == (first, Status.RESOLVED)
    assert judgement.reason == "one date for both"
    assert judgement.hands.agree == 1
    assert _place(talk) == f"– of {count - 1}"
    press(Key.Key_PageDown, modifier=CTRL)
    assert _place(talk) == f"1 of {count - 1}"


def test_done_actions_are_ticked_and_one_is_removed(talk):
    press(Key.Key_4, modifier=ALT)
    for words in ("draft one form", "ask the family"):
        enter(words)
    _to(QTableWidget)
    press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Space)
    assert [one.done is not None for one in written(talk).actions] == [True, False]
    press(Key.Key_Down, Key.Key_Delete)
    assert [one.text for one in written(talk).actions] == ["draft one form"]


def _to(kind):
    """Go on with Tab to the next widget of a kind."""
    for _ in range(20):
        press(Key.Key_Tab)
        if isinstance(focused(), kind):
            return focused()
    raise AssertionError(f"no {kind.__name__} is reached by Tab")


def test_a_reason_or_an_idea_is_reworded_and_removed_alone(talk):
    press(Key.Key_3, modifier=ALT)
    press(Key.Key_Return)
    for words in ("one form", "+ told once", "+ short"):
        enter(words)
    press(Key.Key_Tab, Key.Key_Down, Key.Key_F2)
    press(Key.Key_A, modifier=CTRL)
    enter("- takes time")
    press(Key.Key_Down, Key.Key_Delete)
    (idea,) = written(talk).ideas
    assert [(one.favours, one.text) for one in idea.arguments] == [(False, "takes time")]
    press(Key.Key_Up, Key.Key_Up, Key.Key_F2)
    press(Key.Key_A, modifier=CTRL)
    enter("one short form")
    assert written(talk).ideas[0].text == "one short form"
    press(Key.Key_Delete)
    assert written(talk).ideas == ()


def test_what_can_be_changed_is_reworded_and_removed(talk):
    press(Key.Key_3, modifier=ALT)
    enter("the form")
    _to(QTableWidget)
    press(Key.Key_F2)
    press(Key.Key_A, modifier=CTRL)
    enter("the ten week rule")
    assert written(talk).levers[0].text == "the ten week rule"
    press(Key.Key_Delete)
    assert written(talk).levers == ()


# Edges --------------------------------------------------------------------------------------


def test_of_a_statement_that_was_removed_before_a_word_was_written_the_texts_stay(talk):
    found = agenda(talk.document.detection)[0]
    talk.document.edit("Remove", remove_statements, [found.about[0]])
    view = talk.discussion
    assert view.heading.matter.text() == "This is no longer found"
    assert not view.steps.picture.isVisible()
    shown = [label.text() for label in view.sides.findChildren(QLabel) if label.isVisible()]
    for side in found.sides:
        assert f"“{side.text}”" in shown
    write("hm")
    press(Key.Key_Escape)
    kept = discussion_about(talk.document.map, found.about)
    assert kept is not None
    assert [side.text for side in kept.sides] == [side.text for side in found.sides]
    assert kept.note(Stage.AWARENESS) == "hm"


def test_a_statement_that_is_removed_meanwhile_loses_no_word(talk):
    first = about(talk)
    write("we never knew")
    talk.discussion.finish()
    talk.document.edit("Remove", remove_statements, [first[0]])
    note = talk.discussion.pages[Stage.AWARENESS].note
    assert note.toPlainText() == "we never knew"
    write("!")
    press(Key.Key_Escape)
    kept = discussion_about(talk.document.map, first)
    assert kept is not None
    assert kept.note(Stage.AWARENESS) == "we never knew!"
    assert len(kept.sides) == 2


def test_a_map_without_contradictions_says_what_makes_some(window):
    window.view.setFocus()
    begin(window)
    view = window.discussion
    assert view.heading.matter.text() == "There is nothing to discuss"
    assert "same matter" in view.heading.kind.text()
    for part in (view.steps, view.heading.clock, view.sides):
        assert not part.isVisible()
    press(Key.Key_2, modifier=ALT)
    assert not view.steps.isVisible()
    press(Key.Key_Space)
    assert window.stage.currentWidget() is window.space


def test_three_hundred_contradictions_are_gone_through(window, tmp_path):
    rows = ["service,element,statement,matter,modality"]
    for number in range(300):
        rows.append(f"A,rules,Must do thing {number},matter {number},must")
        rows.append(f"B,rules,Must not do thing {number},matter {number},must not")
    rows += ["A,shared object,Child,,", "B,shared object,Child,,"]
    sheet = tmp_path / "many.csv"
    sheet.write_text("\n".join(rows), encoding="utf-8")
    window.open_file(str(sheet))
    window.view.setFocus()
    begin(window)
    assert _place(window) == "1 of 300"
    press(Key.Key_A, modifier=ALT)
    press(Key.Key_End, Key.Key_Return)
    assert _place(window) == "300 of 300"
    write("the last")
    press(Key.Key_PageUp, modifier=CTRL)
    assert _place(window) == "299 of 300"
    assert written(window, 299).note(Stage.AWARENESS) == "the last"


def _cell(table, row, column):
    return table.item(row, column).text()


def test_f1_shows_the_keys_of_the_discussion(talk):
    press(Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    table = dialog.findChild(QTableWidget)
    assert table is not None
    rows = {_cell(table, row, 0): _cell(table, row, 1) for row in range(table.rowCount())}
    assert rows["Back to the map"] == "Esc"
    assert rows["3 Choice: ideas"] == "Alt+D"
    dialog.close()


def test_a_click_on_a_step_shows_it(talk, qtbot):
    button = talk.discussion.steps.buttons.button(2)
    qtbot.mouseClick(button, LEFT, pos=QPoint(10, 10))
    assert talk.discussion.pages[Stage.CHOICE].isVisible()


def test_for_a_need_that_nobody_serves_the_objects_of_services_are_marked(talk):
    gap = next(one for one in talk.document.detection.contradictions if len(one.sides) == 1)
    talk.discuss(gap)
    press(Key.Key_2, modifier=ALT)
    press(Key.Key_D, modifier=ALT)
    table = _to(QTableWidget)
    assert table.horizontalHeaderItem(2).text().endswith("School: Child in every lesson")
    press(Key.Key_Right, Key.Key_Space)
    (school,) = (
        one.id
        for system in talk.document.map.systems
        for one in system.statements
        if one.text == "Child in every lesson"
    )
    assert (school, gap.needs[0]) in {
        (mark.statement, mark.need) for mark in talk.document.map.need_marks
    }
