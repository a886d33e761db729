"""A whole meeting, played through the window: judge, discuss, agree, save, reopen, report."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.discussing import Stage
from activitymap.model.judging import Status
from activitymap.ui import dialogs
from activitymap.ui.main_window import MainWindow
from tests.export.looking import text_of
from tests.ui.conftest import _forget_changes

LEFT = Qt.MouseButton.LeftButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _choose(window, qtbot, top, row):
    """Click a contradiction in the list."""
    window.side.setCurrentWidget(window.contradictions)
    view, model = window.contradictions.view, window.contradictions.model
    view.expand(model.index(top, 0))
    QApplication.processEvents()
    index = model.index(row, 0, model.index(top, 0))
    view.scrollTo(index)
    QApplication.processEvents()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    window.side.setCurrentWidget(window.judging)
    QApplication.processEvents()


def _judge(window, qtbot, status, reason):
    window.judging.reason.setFocus()
    qtbot.keyClicks(window.judging.reason, reason)
    qtbot.mouseClick(window.judging.buttons[status], LEFT)


def test_a_meeting(team, qtbot, tmp_path, monkeypatch):
    path = team.document.path
    for (top, row), status, reason in (
        ((0, 0), Status.CONFIRMED, "We have all had this"),
        ((1, 0), Status.DISMISSED, "The form is for another purpose"),
        ((2, 0), Status.RESOLVED, "They take turns since spring"),
    ):
        _choose(team, qtbot, top, row)
        _judge(team, qtbot, status, reason)
    assert [one.status for one in team.document.map.judgements] == [
        Status.CONFIRMED,
        Status.DISMISSED,
        Status.RESOLVED,
    ]

    _choose(team, qtbot, 0, 0)
    qtbot.mouseClick(team.judging.talk, LEFT)
    QApplication.processEvents()
    view = team.discussion
    qtbot.keyClicks(QApplication.focusWidget(), "Nobody knew of the other limit")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "Help stops when trust begins")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "Close together, not alone")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4, ALT)
    page = view.pages[Stage.ACTION]
    for what, who, when in (
        ("Agree on one date to close", "lead professional", "1 December"),
        ("Ask the family which date", "health worker", "next visit"),
    ):
        for field, words in ((page.what, what), (page.who, who), (page.when, when)):
            field.setFocus()
            qtbot.keyClicks(field, words)
        qtbot.keyClick(page.when, Qt.Key.Key_Return)
    qtbot.keyClick(page.what, Qt.Key.Key_S, CTRL)
    qtbot.keyClick(page.what, Qt.Key.Key_Escape)
    assert team.document.undo_stack.isClean()

    again = MainWindow()
    qtbot.addWidget(again, before_close_func=_forget_changes)
    again.open_file(str(path))
    kept = again.document.map
    assert kept == team.document.map
    (discussion,) = kept.discussions
    assert [one.text for one in discussion.actions] == [
        "Agree on one date to close",
        "Ask the family which date",
    ]
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(dialogs, "ask_report", lambda *_: str(target))
    monkeypatch.setattr(dialogs, "ask_names", lambda *_: dialogs.Names.KEEP)
    again.actions_.by_name["report"].trigger()
    text = " ".join(text_of(target).split())
    for words in (
        "Agree on one date to close – lead professional – by 1 December",
        "Ask the family which date – health worker – by next visit",
        "Help stops when trust begins",
        "Close together, not alone",
        "The form is for another purpose",
    ):
        assert words in text
