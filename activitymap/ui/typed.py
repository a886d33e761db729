"""A field for a text of several lines that tells what was typed after a pause, and at its end."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

PAUSE = 800
"""Milliseconds without a key after which what was typed is taken into the map."""


class TypedText(QPlainTextEdit):
    """``finished`` carries what is typed, once it differs from what was shown.

    Whoever takes it answers with `show_text`; what nobody takes stays in the field, and is told
    again at the next pause or end.
    """

    finished = Signal(str)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._telling = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.finish)
        self.setTabChangesFocus(True)
        high = QFontMetrics(self.font()).lineSpacing() * lines + 14
        self.setMinimumHeight(high)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show a text, where it is another; what is being typed stays while nothing is new."""
        known, self._shown = self._shown, text
        typed = self.toPlainText()
        if typed.strip() == text:
            self._pause.stop()
        elif self._telling:
            self._correct(typed, text)
            self._pause.stop()
        elif text != known or typed.strip() == known:
            self._replace(text)
            self._pause.stop()

    def finish(self) -> bool:
        """Tell now what is typed, if it is new; whether all of it was taken."""
        self._pause.stop()
        typed = self.toPlainText().strip()
        if typed == self._shown or self._telling:
            return True
        self._telling = True
        self.finished.emit(typed)
        self._telling = False
        return self.toPlainText().strip() == self._shown

    def _correct(self, typed: str, text: str) -> None:
        """Write a text over what is typed, where the two differ, beneath the typist's cursor.

        The map has it composed, without invisible characters or hidden names.
        """
        start = len(typed) - len(typed.lstrip())
        end = len(typed.rstrip())
        least = min(end - start, len(text))
        head = next((n for n in range(least) if typed[start + n] != text[n]), least)
        rest = least - head
        tail = next((n for n in range(rest) if typed[end - 1 - n] != text[-1 - n]), rest)
        self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(typed[: start + head]))
        cursor.setPosition(_units(typed[: end - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[head : len(text) - tail])
        self.blockSignals(False)

    def _replace(self, text: str) -> None:
        """Show another text, ready to be typed on; what the typist can undo is forgotten."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not self.finish() and not self.toPlainText().strip():
            self._replace(self._shown)
        super().focusOutEvent(event)


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it, where an emoji is two."""
    return len(text.encode("utf-16-le")) // 2
