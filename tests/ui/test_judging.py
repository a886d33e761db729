"""Judging a contradiction beside the list: what is recorded, what comes back, what is gone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import topic_of, write_note
from activitymap.model.edits.judging import draw_contradiction, remove_drawn, switch_rule
from activitymap.model.edits.people import add_name
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.judging import End, Hands, Kind, Level, Showing, Status
from activitymap.model.values import Element
from activitymap.ui import dialogs
from activitymap.ui.today import today
from tests.ui.conftest import EXAMPLES

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def judging(team, qtbot):
    """The window with the example and its first contradiction chosen in the list."""
    team.side.setCurrentWidget(team.judging)
    _choose(team, 0, 0)
    return team


def _choose(window, top, row):
    view, model = window.contradictions.view, window.contradictions.model
    view.setCurrentIndex(model.index(row, 0, model.index(top, 0)))
    QApplication.processEvents()


def _press(qtbot, window, status):
    qtbot.mouseClick(window.judging.buttons[status], LEFT)


def _pick(qtbot, box, value):
    """Choose a value of a box by keys alone."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(value)):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def _titles(window):
    model = window.contradictions.model
    return [model.row_at(model.index(row, 0)).title for row in range(model.rowCount())]


def _type(qtbot, field, words):
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)


def test_a_judgement_keeps_everything_that_was_filled_in(judging, qtbot):
    form = judging.judging.form
    qtbot.mouseClick(form.more.head, LEFT)
    qtbot.mouseClick(form.for_researchers.head, LEFT)
    qtbot.keyClicks(form.reason, "We all had such a case")
    qtbot.keyClicks(form.own_words, "Nobody can keep both rules")
    qtbot.keyClicks(form.present, "lead professional; teacher")
    _pick(qtbot, form.research.level, Level.SECONDARY)
    _pick(qtbot, form.research.kind, Kind.CONTRADICTION)
    _pick(qtbot, form.research.showing, Showing.DOUBLE_BIND)
    _type(qtbot, form.hands.boxes["agree"], "4")
    _type(qtbot, form.hands.boxes["unsure"], "1")
    _press(qtbot, judging, Status.CONFIRMED)
    (one,) = judging.document.map.judgements
    assert one.status is Status.CONFIRMED
    assert (one.reason, one.text) == ("We all had such a case", "Nobody can keep both rules")
    assert one.present == ("lead professional", "teacher")
    assert (one.level, one.kind, one.showing) == (
        Level.SECONDARY,
        Kind.CONTRADICTION,
        Showing.DOUBLE_BIND,
    )
    assert one.hands == Hands(agree=4, unsure=1)
    found = judging.document.detection.about(one.about)
    assert found.told == "Nobody can keep both rules"
    assert found.level is Level.SECONDARY
    assert "We all had such a case" in judging.judging.trail.text()
    assert judging.judging.buttons[Status.CONFIRMED].objectName() == "chosen-answer"


def test_dismissing_and_resolving_ask_for_words_each_time(judging, qtbot):
    form = judging.judging.form
    for status in (Status.DISMISSED, Status.RESOLVED):
        _press(qtbot, judging, status)
        assert judging.document.map.judgements == ()
        assert form.notice.isVisible()
        assert form.reason.hasFocus()
    qtbot.keyClicks(form.reason, "Two different families")
    _press(qtbot, judging, Status.DISMISSED)
    assert judging.document.map.judgements[-1].status is Status.DISMISSED
    _press(qtbot, judging, Status.RESOLVED)
    assert len(judging.document.map.judgements) == 1, "yesterday's reason is none for today"
    assert form.notice.isVisible()


def test_another_level_without_a_reason_is_refused_and_stays_filled_in(judging, qtbot):
    form = judging.judging.form
    qtbot.mouseClick(form.for_researchers.head, LEFT)
    _pick(qtbot, form.research.level, Level.PRIMARY)
    _press(qtbot, judging, Status.CONFIRMED)
    assert judging.document.map.judgements == ()
    assert "Say why the level or kind" in judging.notice.text()
    assert form.research.values()[0] is Level.PRIMARY
    assert form.reason.hasFocus()


def test_every_judgement_stays_in_the_trail_and_undo_takes_the_last_one_back(judging, qtbot):
    reason = judging.judging.reason
    qtbot.keyClicks(reason, "first thoughts")
    _press(qtbot, judging, Status.CONFIRMED)
    qtbot.keyClicks(reason, "one form for all since May")
    _press(qtbot, judging, Status.RESOLVED)
    trail = judging.judging.trail.text()
    assert trail.index("one form for all") < trail.index("first thoughts")
    assert len(judging.document.map.judgements) == 2
    judging.document.undo_stack.undo()
    assert len(judging.document.map.judgements) == 1
    assert "one form" not in judging.judging.trail.text()


# What is shown ------------------------------------------------------------------------------


def test_both_sides_the_matter_and_the_need_are_shown(judging):
    found = judging.judging.found()
    card = judging.judging.card
    matters = {matter.id: matter.name for matter in judging.document.map.matters}
    assert card.matter.text() == matters[found.matters[0]]
    systems = {system.id: system.name for system in judging.document.map.systems}
    assert [side.said.text() for side in card.sides if side.isVisible()] == [
        f"{systems[side.system]}: {side.text}" for side in found.sides
    ]
    assert "Need: “" in card.needs.text()
    assert "not yet looked at" in card.title.text()


def test_the_groups_words_stand_above_what_the_rules_say(judging, qtbot):
    because = judging.judging.found().because
    qtbot.mouseClick(judging.judging.form.more.head, LEFT)
    qtbot.keyClicks(judging.judging.form.own_words, "Too late for her")
    _press(qtbot, judging, Status.CONFIRMED)
    card = judging.judging.card
    assert card.why.text() == "Too late for her"
    assert because in card.because.text()


def test_of_a_matter_it_says_which_of_how_many_and_steps_through(judging, qtbot):
    panel, model = judging.judging, judging.contradictions.model
    judging.contradictions.view.setCurrentIndex(model.index(0, 0))
    several = model.row_at(model.index(0, 0)).findings
    assert len(several) > 1
    assert panel.place.text() == f"1 of {len(several)}"
    assert not panel.back.isEnabled()
    qtbot.mouseClick(panel.onward, LEFT)
    assert panel.found() == several[1]
    assert panel.place.text() == f"2 of {len(several)}"
    assert judging.scene.options.focus == (several[1],)
    current = judging.contradictions.view.currentIndex()
    assert model.row_at(current).findings == (several[1],)
    qtbot.mouseClick(panel.back, LEFT)
    assert panel.found() == several[0]


def test_after_a_judgement_the_place_in_the_list_and_on_the_map_stays(judging, qtbot):
    view, model = judging.contradictions.view, judging.contradictions.model
    about = judging.judging.found().about
    _press(qtbot, judging, Status.CONFIRMED)
    current = view.currentIndex()
    assert model.row_at(current).findings[0].about == about
    assert view.isExpanded(current.parent())
    assert [one.about for one in judging.scene.options.focus] == [about]
    assert judging.scene.options.focus[0].status is Status.CONFIRMED


def test_next_goes_to_what_nobody_has_looked_at(judging, qtbot):
    panel = judging.judging
    several = judging.document.detection.contradictions
    _press(qtbot, judging, Status.CONFIRMED)
    qtbot.mouseClick(panel.next, LEFT)
    assert panel.found().about == several[1].about
    assert panel.found().status is Status.CANDIDATE
    _press(qtbot, judging, Status.CONFIRMED)
    _choose(judging, 0, 0)
    qtbot.mouseClick(panel.next, LEFT)
    assert panel.found().about == several[2].about
    for _ in several[2:]:
        _press(qtbot, judging, Status.CONFIRMED)
        qtbot.mouseClick(panel.next, LEFT)
    assert not panel.next.isEnabled()


def test_the_heading_and_the_status_bar_count_what_is_open(judging, qtbot):
    count = len(judging.document.detection.contradictions)
    for status in (Status.CONFIRMED, Status.DISMISSED):
        qtbot.keyClicks(judging.judging.reason, "as we said")
        _press(qtbot, judging, status)
    words = f"{count - 1} open of {count} contradictions"
    assert judging.contradictions.heading.text() == words
    assert words in judging.counts.text()


def test_the_wheel_turns_no_box_that_nobody_is_in(judging):
    form = judging.judging.form
    form.more.open()
    form.for_researchers.open()
    form.reason.setFocus()
    boxes = (*form.research.boxes, *form.hands.boxes.values())
    for box in boxes:
        place = QPointF(box.rect().center())
        event = QWheelEvent(
            place,
            box.mapToGlobal(place),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
    assert form.research.values() == (None, None, None)
    assert form.hands.hands() is None


def test_what_a_manager_needs_fits_a_small_screen(judging):
    QApplication.processEvents()
    panel = judging.judging
    assert judging.height() <= 720
    for button in (*panel.buttons.values(), panel.next, panel.talk):
        assert not button.visibleRegion().isEmpty()
        bottom = button.mapTo(panel, button.rect().bottomLeft()).y()
        assert bottom < panel.height()
    first, second = list(panel.buttons.values())[:2]
    assert first.y() == second.y(), "two in a row"
    assert not panel.form.research.isVisible()


def test_nothing_chosen_can_not_be_judged(team):
    assert not team.judging.buttons[Status.CONFIRMED].isEnabled()
    assert "Choose a contradiction" in team.judging.card.matter.text()


# What changed, and what is gone -------------------------------------------------------------


def test_a_changed_text_brings_it_back_and_says_what_it_was(judging, qtbot):
    _press(qtbot, judging, Status.CONFIRMED)
    side = judging.document.map.judgements[-1].grounds[0].sides[0]
    judging.document.edit("Type", set_text, side.id, "Case closed within 11 weeks")
    card = judging.judging.card
    assert "changed since you judged it" in card.title.text()
    assert f"then “{side.text}”, now “Case closed within 11 weeks”" in card.since.text()
    found = judging.judging.found()
    assert found.status is Status.CANDIDATE
    assert judging.judging.buttons[Status.CONFIRMED].objectName() == ""


def test_looking_again_on_purpose_is_called_so(judging, qtbot):
    _press(qtbot, judging, Status.CANDIDATE)
    assert "candidate: to be looked at again" in judging.judging.card.title.text()
    model = judging.contradictions.model
    note = model.row_at(model.index(0, 0, model.index(0, 0))).note
    assert "candidate: to be looked at again" in note


def test_what_is_gone_says_so_and_can_still_be_judged(judging, qtbot):
    _press(qtbot, judging, Status.CONFIRMED)
    judgement = judging.document.map.judgements[-1]
    judging.document.edit("Remove", remove_statements, [judgement.about[0]])
    assert judging.document.map.judgements == (judgement,)
    assert "Judged or discussed, and no longer found" in _titles(judging)
    gone = judging.document.detection.gone[0]
    card = judging.judging.card
    assert "was removed" in card.why.text()
    assert "no longer found" in card.title.text()
    assert card.matter.text() != "On no matter"
    assert "removed: " in card.sides[0].said.text()
    qtbot.keyClicks(judging.judging.reason, "The rule is deleted")
    _press(qtbot, judging, Status.RESOLVED)
    assert judging.document.map.judgements[-1].status is Status.RESOLVED
    assert judging.document.detection.gone[0].about == gone.about
    judging.document.undo_stack.undo()
    judging.document.undo_stack.undo()
    assert judging.document.detection.gone == ()


def test_what_was_discussed_and_never_judged_stays_in_the_list(judging, qtbot):
    found = judging.judging.found()
    judging.document.edit("Note", write_note, topic_of(found, today()), Stage.AWARENESS, "precious")
    judging.document.edit("Remove", remove_statements, [found.about[0]])
    assert "Judged or discussed, and no longer found" in _titles(judging)
    _choose(judging, len(_titles(judging)) - 1, 0)
    assert judging.judging.found().about == found.about
    qtbot.keyClicks(judging.judging.reason, "gone for good")
    _press(qtbot, judging, Status.RESOLVED)
    assert judging.document.map.judgements[-1].about == found.about


def test_a_rule_that_is_switched_off_is_named(judging, qtbot):
    _press(qtbot, judging, Status.CONFIRMED)
    rule = judging.document.detection.about(judging.document.map.judgements[-1].about).rule
    judging.document.edit("Switch", switch_rule, rule, False)
    assert "switched off" in judging.document.detection.gone[0].because


def test_what_came_back_or_was_another_map_s_is_marked_nowhere(judging, qtbot):
    buttons = judging.judging.buttons.values()
    _press(qtbot, judging, Status.CONFIRMED)
    about = judging.document.map.judgements[-1].about
    judging.discuss(judging.document.detection.about(about))
    verdict = judging.discussion.steps.verdict
    marked = verdict.buttons.by_status
    assert marked[Status.CONFIRMED].objectName() == "chosen-answer"
    judging.document.edit("Type", set_text, about[0], "Share nothing at all")
    assert judging.document.detection.about(about).changed
    assert {button.objectName() for button in marked.values()} == {""}
    qtbot.keyClick(judging.discussion, Qt.Key.Key_Escape)
    assert {button.objectName() for button in buttons} == {""}
    judging.document.undo_stack.undo()
    assert judging.judging.buttons[Status.CONFIRMED].objectName() == "chosen-answer"
    judging.document.undo_stack.setClean()
    judging.open_file(str(EXAMPLES / "four-levels.activitymap"))
    assert {button.objectName() for button in buttons} == {""}


# Drafts and meetings ------------------------------------------------------------------------


def test_what_is_typed_stays_with_its_contradiction(judging, qtbot):
    reason = judging.judging.reason
    qtbot.keyClicks(reason, "a long careful reason")
    _choose(judging, 1, 0)
    assert reason.toPlainText() == ""
    qtbot.keyClicks(reason, "another one")
    _choose(judging, 0, 0)
    assert reason.toPlainText() == "a long careful reason"
    _press(qtbot, judging, Status.CONFIRMED)
    assert judging.document.map.judgements[-1].reason == "a long careful reason"
    assert reason.toPlainText() == ""
    _choose(judging, 1, 0)
    assert reason.toPlainText() == "another one"


def test_closing_with_something_typed_asks_and_goes_back_to_it(judging, qtbot, monkeypatch):
    asked = []

    def ask(_parent, about):
        asked.append(about)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "ask_unjudged", ask)
    qtbot.keyClicks(judging.judging.reason, "not recorded yet")
    told = judging.judging.found().told
    _choose(judging, 1, 0)
    judging.close()
    assert judging.isVisible()
    assert asked == [[told]]
    assert judging.judging.reason.toPlainText() == "not recorded yet"
    judging.open_file(str(EXAMPLES / "four-levels.activitymap"))
    assert len(asked) == 2
    assert judging.judging.unrecorded() == ()
    assert judging.judging.found() is None


def test_who_is_here_is_asked_once_a_meeting_in_every_view(judging, qtbot):
    qtbot.keyClicks(judging.judging.form.present, "nurse")
    _press(qtbot, judging, Status.CONFIRMED)
    _choose(judging, 1, 0)
    assert judging.judging.form.present.text() == "nurse"
    assert judging.judging.reason.toPlainText() == ""
    judging.actions_.by_name["sort"].trigger()
    assert judging.sorting.answers.present.text() == "nurse"


# Names of people ----------------------------------------------------------------------------


def test_judging_while_names_are_hidden_keeps_them(judging, qtbot):
    judging.document.edit("Add", add_name, "Sarah")
    panel = judging.judging
    qtbot.mouseClick(panel.form.more.head, LEFT)
    qtbot.keyClicks(panel.reason, "Sarah saw it")
    qtbot.keyClicks(panel.form.own_words, "Sarah waits")
    qtbot.keyClicks(panel.form.depends, "whether Sarah is in")
    qtbot.keyClicks(panel.form.present, "Sarah; Tom")
    _press(qtbot, judging, Status.CONFIRMED)
    qtbot.keyClicks(panel.reason, "Sarah came back")
    judging.actions_.by_name["hide_names"].trigger()
    assert judging.document.names_hidden
    fields = (panel.reason, panel.form.own_words)
    assert [field.toPlainText() for field in fields] == ["Person 1 came back", "Person 1 waits"]
    assert panel.form.present.text() == "Person 1; Tom"
    assert "Sarah" not in panel.trail.text()
    panel.form.present.setFocus()
    qtbot.keyClick(panel.form.present, Qt.Key.Key_End)
    qtbot.keyClicks(panel.form.present, "; Ann")
    _press(qtbot, judging, Status.RESOLVED)
    last = judging.document.kept.judgements[-1]
    assert (last.reason, last.text) == ("Sarah came back", "Sarah waits")
    assert (last.depends_on, last.present) == ("whether Sarah is in", ("Sarah", "Tom", "Ann"))
    judging.actions_.by_name["hide_names"].trigger()
    assert panel.form.own_words.toPlainText() == "Sarah waits"
    assert panel.form.present.text() == "Sarah; Tom; Ann"


def test_a_draft_keeps_its_names_while_nobody_sees_the_panel(judging, qtbot):
    judging.document.edit("Add", add_name, "Sarah")
    qtbot.keyClicks(judging.judging.reason, "Sarah saw it")
    judging.side.setCurrentWidget(judging.contradictions)
    for _ in range(2):
        judging.actions_.by_name["hide_names"].trigger()
        judging.actions_.by_name["fit"].trigger()
    judging.side.setCurrentWidget(judging.judging)
    assert judging.judging.reason.toPlainText() == "Sarah saw it"
    _press(qtbot, judging, Status.CONFIRMED)
    assert judging.document.kept.judgements[-1].reason == "Sarah saw it"


# Drawn by hand ------------------------------------------------------------------------------


@pytest.fixture
def drawn(judging):
    """The window with a contradiction that the group drew, chosen for judging."""
    one, other = (system.id for system in judging.document.map.systems[:2])
    ends = (End(system=one, element=Element.TOOLS), End(system=other, element=Element.COMMUNITY))
    judging.document.edit("Draw", draw_contradiction, ends, "We see it")
    found = next(one for one in judging.document.detection.contradictions if one.drawn)
    judging.contradictions.choose((found,))
    judging.attention.focus((found,))
    return judging


def test_a_drawn_one_is_reworded_and_graded_beside_the_list(drawn, qtbot):
    form = drawn.judging.form
    qtbot.mouseClick(form.more.head, LEFT)
    qtbot.mouseClick(form.for_researchers.head, LEFT)
    assert form.own_words.toPlainText() == "We see it"
    _type(qtbot, form.own_words, "We all see it")
    form.reason.setFocus()
    assert drawn.document.map.drawn[0].text == "We all see it"
    _pick(qtbot, form.research.kind, Kind.TENSION)
    _pick(qtbot, form.research.level, Level.PRIMARY)
    assert (drawn.document.map.drawn[0].kind, drawn.document.map.drawn[0].level) == (
        Kind.TENSION,
        Level.PRIMARY,
    )
    _press(qtbot, drawn, Status.CONFIRMED)
    assert drawn.document.map.judgements[-1].text == ""
    assert drawn.judging.found().own_words == "We all see it"
    assert drawn.judging.unrecorded() == ()
    while drawn.document.map.drawn[0].text != "We see it":
        drawn.document.undo_stack.undo()
    assert form.own_words.toPlainText() == "We see it"
    assert form.research.values()[:2] == (None, Kind.CONTRADICTION)


def test_a_drawn_one_that_is_removed_says_between_whom_it_was(drawn, qtbot):
    _press(qtbot, drawn, Status.CONFIRMED)
    names = [system.name for system in drawn.document.map.systems[:2]]
    drawn.document.edit("Remove", remove_drawn, drawn.document.map.drawn[0].id)
    card = drawn.judging.card
    assert card.why.text() == "We see it"
    assert f"{names[0]} (tools) and {names[1]} (community) was removed" in card.because.text()
    assert [side.said.text() for side in card.sides if side.isVisible()] == [
        f"{names[0]} (tools)",
        f"{names[1]} (community)",
    ]
