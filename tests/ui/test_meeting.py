"""A whole meeting, played through the window: judge, discuss, agree, save, reopen, report."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activitymap.model.judging import Status
from activitymap.ui import dialogs
from activitymap.ui.main_window import MainWindow
from tests.export.looking import text_of
from tests.ui.conftest import _forget_changes
from tests.ui.talking import ALT, CTRL, Key, enter, press, write

LEFT = Qt.MouseButton.LeftButton


def _choose(window, qtbot, top, row):
    """Click a contradiction in the list."""
    _show(window, qtbot, window.contradictions)
    view, model = window.contradictions.view, window.contradictions.model
    view.expand(model.index(top, 0))
    QApplication.processEvents()
    index = model.index(row, 0, model.index(top, 0))
    view.scrollTo(index)
    QApplication.processEvents()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    _show(window, qtbot, window.judging)


def _show(window, qtbot, panel):
    """Click the tab of a panel."""
    tabs = window.side.tabBar()
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(window.side.indexOf(panel)).center())
    QApplication.processEvents()


def _judge(window, qtbot, status, reason):
    qtbot.mouseClick(window.judging.reason.viewport(), LEFT)
    write(reason)
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
    write("Nobody knew of the other limit")
    press(Key.Key_2, modifier=ALT)
    write("Help stops when trust begins")
    press(Key.Key_3, modifier=ALT)
    press(Key.Key_Return)  # What can be changed is left empty.
    enter("Close together, not alone")
    press(Key.Key_4, modifier=ALT)
    for what, who, when in (
        ("Agree on one date to close", "lead professional", "1 December"),
        ("Ask the family which date", "health worker", "next visit"),
    ):
        write(what)
        press(Key.Key_Tab)
        write(who)
        press(Key.Key_Tab)
        enter(when)
    press(Key.Key_S, modifier=CTRL)
    press(Key.Key_Escape)
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
