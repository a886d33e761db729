"""A made-up language, a third longer and with marks, shows what is hard-coded or cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.layout import lay_out
from activitymap.drawing.shapes import Role, Text
from activitymap.drawing.theme import LIGHT
from activitymap.model import wording
from activitymap.model.values import Element
from activitymap.ui.main_window import MainWindow
from activitymap.ui.model_words import speak_their_language
from tests.ui.conftest import EXAMPLE, system

START, END = "⟦", "⟧"


class LongLanguage(QTranslator):
    """Says everything in English with marks around it, a third longer."""

    @override
    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"{START}{text}{'ë' * (len(text) // 3)}{END}"

    @override
    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def long_window(qtbot) -> Iterator[MainWindow]:
    """The window with the example in the long language."""
    language = LongLanguage()
    QCoreApplication.installTranslator(language)
    speak_their_language()
    made = MainWindow()
    made.show_theme(LIGHT)
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    made.open_file(str(EXAMPLE))
    made.selection.choose(system(made, "School"))
    QApplication.processEvents()
    yield made
    QCoreApplication.removeTranslator(language)
    wording.install(None)


def _texts(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Yield the words of all actions and widgets, with what says them."""
    for action in window.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
    for menu in window.findChildren(QMenu):
        yield "menu", menu.title()
    for widget in window.findChildren(QWidget):
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield f"{name} (accessible)", widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield name, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield f"{name} (placeholder)", widget.placeholderText()
        if isinstance(widget, QTabBar):
            yield from ((name, widget.tabText(tab)) for tab in range(widget.count()))


def _said_by_people(window: MainWindow) -> set[str]:
    """Return the words that come from the map or from numbers, and are the same everywhere."""
    current = window.document.map
    said = {"", "✕", "×", window.zoom_label.text()}
    said |= {system.name for system in current.systems}
    said |= {statement.text for system in current.systems for statement in system.statements}
    return said


def test_nothing_is_hard_coded(long_window: MainWindow) -> None:
    people = _said_by_people(long_window)
    found = {
        (who, words)
        for who, words in _texts(long_window)
        if words not in people and START not in words and any(map(str.isalpha, words))
    }
    assert found == set()


def test_what_is_found_and_drawn_is_said_in_the_language(long_window: MainWindow) -> None:
    found = long_window.document.detection.contradictions
    assert found
    assert [one.because for one in found if not one.because.startswith(START)] == []
    names = {f"{START}{element}{'ë' * (len(element) // 3)}{END}".upper() for element in Element}
    drawing = lay_out(long_window.document.map, long_window.document.detection)
    drawn = {
        "".join("".join(line.text for line in shape.lines).split())
        for shape in drawing.shapes
        if isinstance(shape, Text) and shape.tag.role is Role.ELEMENT_NAME
    }
    assert drawn == {"".join(name.split()) for name in names}


def test_nothing_is_cut_off_when_a_third_longer(long_window: MainWindow) -> None:
    first = long_window.document.detection.contradictions[:1]
    long_window.attention.focus(first)
    for panel in (long_window.contradictions, long_window.judging, long_window.questions):
        long_window.side.setCurrentWidget(panel)
        QApplication.processEvents()
        short = [
            (type(widget).__name__, widget.text(), widget.width(), widget.sizeHint().width())
            for widget in long_window.findChildren(QAbstractButton)
            if widget.isVisible()
            and widget.text()
            and widget.width() < widget.minimumSizeHint().width()
        ]
        assert short == []
        cut = [
            (label.text(), label.height(), label.heightForWidth(label.width()))
            for label in long_window.findChildren(QLabel)
            if label.isVisible()
            and label.wordWrap()
            and label.height() < label.heightForWidth(label.width())
        ]
        assert cut == []


def test_from_right_to_left_the_panels_change_sides(qtbot, qapp) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = MainWindow()
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.open_file(str(EXAMPLE))
        QApplication.processEvents()
        outline = window.outline.mapTo(window, window.outline.rect().center())
        side = window.side.mapTo(window, window.side.rect().center())
        assert outline.x() > side.x()
        placed = window.scene.placed[system(window, "School")]
        assert placed.mirrored, "the map itself is the same in every language"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
