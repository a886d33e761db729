"""The real window on a small map, and ways to press, move and type where people do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from activitymap.drawing.theme import LIGHT
from activitymap.ui.application import application
from activitymap.ui.exporting.export_dialog import ExportDialog
from activitymap.ui.main_window import MainWindow
from tests.ui.needs_by_hand import open_needs

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
EXAMPLE = EXAMPLES / "team-around-the-child.activitymap"


@pytest.fixture(scope="session")
def qapp() -> Iterator[object]:
    yield application(["activitymap"])
    # The offscreen platform lets go of what was copied only when Python is gone, and crashes.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """The window, shown, with nothing open; it is closed without a question."""
    made = MainWindow()
    made.show_theme(LIGHT)
    made.resize(1280, 720)
    # As on a screen of that size: a larger one gives the panels beside more room.
    made.space.share(1280)
    qtbot.addWidget(made, before_close_func=_forget_changes)
    with qtbot.waitExposed(made, timeout=10_000):
        made.show()
    return made


def _forget_changes(window: MainWindow) -> None:
    window.scribe.field.clear()
    window.canvas.typist.cancel()
    # What else is half typed is taken in on closing, and would be asked about.
    window.finish_typing()
    window.discussion.forget()
    window.judging.forget()
    window.document.undo_stack.setClean()


@pytest.fixture
def team(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a copy of the example that everybody sees first."""
    copy = tmp_path / EXAMPLE.name
    copy.write_bytes(EXAMPLE.read_bytes())
    window.open_file(str(copy))
    window.view.fit()
    return window


@pytest.fixture
def needs(team: MainWindow) -> MainWindow:
    """The window with the example, its needs in the middle."""
    open_needs(team)
    return team


def on_screen(window: MainWindow, identity: str) -> QPoint:
    """Return where the middle of a service, element or statement is on the viewport."""
    box = window.scene.box_of(identity)
    assert box is not None
    return window.view.mapFromScene(QPointF(box.center()))


def export_as(window: MainWindow, qtbot: QtBot, ending: str) -> ExportDialog:
    """Open the dialog of pictures, choose a format, and press Save; the file is asked for then."""
    window.actions_.by_name["export"].trigger()
    dialog = window.findChildren(ExportDialog)[-1]
    dialog.fields.form.setCurrentIndex(dialog.fields.form.findData(ending))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    return dialog


def statement(window: MainWindow, text: str) -> str:
    """Return the id of the statement with a text."""
    (found,) = (
        one.id
        for system in window.document.map.systems
        for one in system.statements
        if one.text == text
    )
    return found


def system(window: MainWindow, name: str) -> str:
    """Return the id of the service with a name."""
    (found,) = (one.id for one in window.document.map.systems if one.name == name)
    return found
