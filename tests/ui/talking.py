"""Talking by keys alone: every key goes to whatever has the focus, as on a keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from activitymap.model.agenda import agenda
from activitymap.model.discussing import Discussion
from activitymap.model.edits.discussing import discussion_about
from activitymap.ui.main_window import MainWindow

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
CLICKED = 130
"""Milliseconds after which a button that a key pressed has been clicked (Qt shows it pressed)."""


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keys go nowhere"
    return widget


def press(*keys: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press keys, one after another."""
    for key in keys:
        QTest.keyClick(focused(), key, modifier)
        QApplication.processEvents()


def press_button(key: Key) -> None:
    """Press the button whose letter a key is, with Alt."""
    press(key, modifier=ALT)
    QTest.qWait(CLICKED)


def write(words: str) -> None:
    """Type words."""
    QTest.keyClicks(focused(), words)
    QApplication.processEvents()


def enter(words: str) -> None:
    """Type words and press Enter."""
    write(words)
    press(Key.Key_Return)


def begin(window: MainWindow) -> None:
    """Begin the discussion, or go on with it, by its key."""
    press(Key.Key_F5)
    assert window.discussion.isVisible()


def about(window: MainWindow, place: int = 0) -> tuple[str, ...]:
    """Return what the contradiction at a place of the agenda is about."""
    return agenda(window.document.detection)[place].about


def written(window: MainWindow, place: int = 0) -> Discussion:
    """Return what was written down about what stands at a place of the agenda."""
    found = discussion_about(window.document.map, about(window, place))
    assert found is not None
    return found


def hide_names(window: MainWindow) -> None:
    """Hide the names of people, as the menu does."""
    window.actions_.by_name["hide_names"].trigger()
    QApplication.processEvents()
