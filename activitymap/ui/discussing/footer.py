"""The foot of the view: what the program says, the keys of the step, and three buttons."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from activitymap.ui.discussing.part import plain_label

NOTED = 4000
"""Milliseconds for which a note stands in the place of the keys."""


class Footer(QWidget):
    """A sentence that stays until it is settled, or a note that passes; below it the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self.notice, self.hint = plain_label("notice"), plain_label("quiet")
        self.notice.hide()
        self.back = QPushButton(self.tr("◀ Previous"))
        self.next = QPushButton(self.tr("Next ▶"))
        self.leave = QPushButton(self.tr("Back to the map"))
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(NOTED)
        self._passing.timeout.connect(self._show_keys)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        for button in (self.back, self.next, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addLayout(row)

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show what can be done now, and by which keys."""
        parts = [*keys, (self.tr("all keys"), "F1")]
        self._keys = "  ·  ".join(f"{key}: {what}" for what, key in parts)
        if not self._passing.isActive():
            self._show_keys()

    def tell(self, text: str) -> None:
        """Show a sentence; an empty one takes it away."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def note(self, text: str) -> None:
        """Show a few words for a moment."""
        self.hint.setText(text)
        self.hint.setObjectName("noted")
        self.hint.style().polish(self.hint)
        self._passing.start()

    def _show_keys(self) -> None:
        self._passing.stop()
        self.hint.setText(self._keys)
        self.hint.setObjectName("quiet")
        self.hint.style().polish(self.hint)
