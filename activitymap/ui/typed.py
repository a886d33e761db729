"""A field for a text of several lines that tells what was typed after a pause, and at its end."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

PAUSE = 800
"""Milliseconds without a key after which what was typed is taken into the map."""


class TypedText(QPlainTextEdit):
    """``finished`` carries what is typed, once it differs from what was shown."""

    finished = Signal(str)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.finish)
        self.setTabChangesFocus(True)
        high = QFontMetrics(self.font()).lineSpacing() * lines + 14
        self.setMinimumHeight(high)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show a text; where the same is typed already, the cursor stays."""
        self._shown = text
        if self.toPlainText().strip() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._pause.stop()

    def finish(self) -> None:
        """Tell now what is typed, if it is new."""
        self._pause.stop()
        typed = self.toPlainText().strip()
        if typed != self._shown:
            self._shown = typed
            self.finished.emit(typed)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
