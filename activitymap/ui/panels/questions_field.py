"""The fields in which the guiding questions are answered."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

MOST_LINES = 12
"""Lines that a field grows to; a longer text is scrolled."""


class AnswerField(QPlainTextEdit):
    """A field for one statement, as high as its text.

    ``answered`` carries a tuple of the lines, where something was changed and Enter was pressed or
    the field left. ``next_wanted`` follows Enter, ``removal_wanted`` Backspace in an empty field.
    """

    answered = Signal(object)
    next_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._over = self._telling = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def draft(self) -> str:
        """What was typed and not told yet."""
        text = self.toPlainText()
        return "" if text == self._shown else text

    def show_text(self, text: str) -> None:
        """Show a text, unless another is being typed."""
        being_typed = bool(self.draft) and self.hasFocus() and not self._telling
        self._shown = text
        if not being_typed and self.toPlainText() != text:
            self._put(text)

    def begin(self, text: str, draft: str = "") -> None:
        """Show the text of something else, or what was typed in its place before."""
        self._shown = text
        self._put(draft or text)

    def finish(self) -> None:
        """Tell what was typed; a field that was emptied shows its text again."""
        lines = tuple(filter(None, (line.strip() for line in self.draft.splitlines())))
        if self._over:
            return
        if lines and lines != (self._shown,):
            self._telling = True
            self.answered.emit(lines)
            self._telling = False
        elif self.toPlainText() != self._shown:
            self._put(self._shown)

    def abandon(self) -> None:
        """Say nothing more: what the field was for is gone."""
        self._over = True

    def _put(self, text: str) -> None:
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _grow(self) -> None:
        # The layout of plain text counts its height in lines.
        lines = min(max(1, round(self.document().size().height())), MOST_LINES)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around + 2)
        longer = self.document().size().height() > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if longer else policy.ScrollBarAlwaysOff
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def event(self, event: QEvent) -> bool:
        # With nothing typed, undo and redo are those of the map.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not self.draft:
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
            self.next_wanted.emit()
        elif key == Qt.Key.Key_Escape and self.draft:
            self._put(self._shown)
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The menu of the field itself, with Cut and Paste, takes the focus only for a while.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        # Pictures and markup of other programs come in as the words that they hold.
        if source.hasText():
            self.insertPlainText(source.text())


class Line(QLineEdit):
    """A line that tells its text (``answered``) when it was changed and Enter or Tab follows."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self.finish)

    def show_text(self, text: str) -> None:
        """Show a text, unless another is being typed."""
        being_typed = self.hasFocus() and self.text() != self._shown
        self._shown = text
        if not being_typed and self.text() != text:
            self.setText(text)

    def begin(self, text: str) -> None:
        """Show the text of something else."""
        self._shown = text
        self.setText(text)

    def finish(self) -> None:
        """Tell what was typed."""
        text = self.text().strip()
        if text != self._shown:
            self._shown = text
            self.answered.emit(text)


class Choice(QComboBox):
    """A list to choose from that the wheel does not change by accident while it scrolls past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[str, object]] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def show_items(self, items: list[tuple[str, object]], chosen: object) -> None:
        """Show items (words and what they stand for), one of them chosen."""
        if items != self._items:
            self._items = items
            self.clear()
            for words, value in items:
                self.addItem(words, value)
        values = [value for _, value in items]
        self.setCurrentIndex(values.index(chosen) if chosen in values else -1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # A style sheet that gives a list its border takes its arrow away.
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = 14 if right_to_left else self.width() - 14
        middle = QPoint(x, self.height() // 2 + 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1.5))
        painter.drawPolyline([middle + QPoint(-4, -4), middle, middle + QPoint(4, -4)])
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
