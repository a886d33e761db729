"""Judging a contradiction beside the list: what is recorded, what comes back, what is gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.edits.judging import switch_rule
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.judging import Hands, Kind, Level, Showing, Status

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def judging(team, qtbot):
    """The window with the example and its first contradiction chosen in the list."""
    view, model = team.contradictions.view, team.contradictions.model
    view.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    team.side.setCurrentWidget(team.judging)
    QApplication.processEvents()
    return team


def _press(qtbot, window, status):
    qtbot.mouseClick(window.judging.buttons[status], LEFT)


def _titles(window):
    model = window.contradictions.model
    return [model.row_at(model.index(row, 0)).title for row in range(model.rowCount())]


def test_a_judgement_keeps_everything_that_was_filled_in(judging, qtbot):
    panel = judging.judging
    qtbot.keyClicks(panel.reason, "We all had such a case")
    qtbot.keyClicks(panel.own_words, "Nobody can keep both rules")
    qtbot.keyClicks(panel.present, "lead professional; teacher")
    panel.level.setCurrentIndex(panel.level.findData(Level.SECONDARY))
    panel.kind.setCurrentIndex(panel.kind.findData(Kind.CONTRADICTION))
    panel.showing.setCurrentIndex(panel.showing.findData(Showing.DOUBLE_BIND))
    panel.hands["agree"].setValue(4)
    panel.hands["unsure"].setValue(1)
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
    assert "We all had such a case" in panel.trail.text()
    assert panel.buttons[Status.CONFIRMED].objectName() == "chosen-answer"


def test_dismissing_and_resolving_ask_for_words(judging, qtbot):
    for status in (Status.DISMISSED, Status.RESOLVED):
        _press(qtbot, judging, status)
        assert judging.document.map.judgements == ()
        assert judging.judging.notice.isVisible()
        assert judging.judging.reason.hasFocus()
    qtbot.keyClicks(judging.judging.reason, "Two different families")
    _press(qtbot, judging, Status.DISMISSED)
    assert judging.document.map.judgements[-1].status is Status.DISMISSED


def test_every_judgement_stays_in_the_trail_and_undo_takes_the_last_one_back(judging, qtbot):
    qtbot.keyClicks(judging.judging.reason, "first thoughts")
    _press(qtbot, judging, Status.CONFIRMED)
    judging.judging.reason.clear()
    qtbot.keyClicks(judging.judging.reason, "one form for all since May")
    _press(qtbot, judging, Status.RESOLVED)
    trail = judging.judging.trail.text()
    assert trail.index("one form for all") < trail.index("first thoughts")
    assert len(judging.document.map.judgements) == 2
    judging.document.undo_stack.undo()
    assert len(judging.document.map.judgements) == 1
    assert "one form" not in judging.judging.trail.text()


def test_a_changed_text_brings_it_back(judging, qtbot):
    _press(qtbot, judging, Status.CONFIRMED)
    about = judging.document.map.judgements[-1].about
    judging.document.edit("Type", set_text, about[0], "Case closed within 11 weeks")
    assert "changed since you judged it" in judging.judging.title.text()
    assert judging.document.detection.about(about).status is Status.CANDIDATE


def test_what_is_gone_says_so_instead_of_vanishing(judging, qtbot):
    _press(qtbot, judging, Status.CONFIRMED)
    judgement = judging.document.map.judgements[-1]
    judging.document.edit("Remove", remove_statements, [judgement.about[0]])
    assert judging.document.map.judgements == (judgement,)
    assert "Judged, and no longer found" in _titles(judging)
    gone = judging.document.detection.gone[0]
    assert "was removed" in gone.because
    assert gone.status is Status.CONFIRMED
    assert "no longer found" in judging.judging.title.text()
    judging.document.undo_stack.undo()
    assert judging.document.detection.gone == ()


def test_a_rule_that_is_switched_off_is_named(judging, qtbot):
    _press(qtbot, judging, Status.CONFIRMED)
    rule = judging.document.detection.about(judging.document.map.judgements[-1].about).rule
    judging.document.edit("Switch", switch_rule, rule, False)
    assert "switched off" in judging.document.detection.gone[0].because


def test_nothing_chosen_can_not_be_judged(team):
    assert not team.judging.buttons[Status.CONFIRMED].isEnabled()
    assert "Choose a contradiction" in team.judging.title.text()


def test_who_was_there_is_asked_once_a_meeting(judging, qtbot):
    qtbot.keyClicks(judging.judging.present, "nurse")
    _press(qtbot, judging, Status.CONFIRMED)
    view, model = judging.contradictions.view, judging.contradictions.model
    view.setCurrentIndex(model.index(0, 0, model.index(1, 0)))
    assert judging.judging.present.text() == "nurse"
    assert judging.judging.reason.toPlainText() == ""
