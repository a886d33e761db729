"""The field in which people type in place on the canvas."""

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

SMALLEST_ROOM = QSize(180, 30)


class TypingField(QPlainTextEdit):
    """A plain text field that says how typing ended.

    ``ended`` carries one of `ENTER`, `NEXT`, `BACK`, `SERVICE`, `ESCAPE` and `LEFT`.
    """

    ENTER, NEXT, BACK, SERVICE, ESCAPE, LEFT = (
        "enter", "next", "back", "service", "escape", "left"
    )  # fmt: skip
    ended = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ending = False
        self._place = QRect()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("typing")
        self.textChanged.connect(self._grow)
        self.hide()

    def begin(self, place: QRect, points: int, text: str, title: str, *, whole: bool) -> None:
        """Show the field at a place of the viewport with letters of a size in pixels.

        ``title`` is what a screen reader hears; ``whole`` chooses all of the text.
        """
        self._ending = False
        font = self.font()
        font.setPixelSize(points)
        self.setFont(font)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setPlainText(text)
        self.setPlaceholderText(title)
        self.move_to(place)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)
        if whole:
            self.selectAll()

    def move_to(self, place: QRect) -> None:
        """Stay at a place of the viewport, as large as the text needs and inside what is shown."""
        self._place = place
        self._grow()

    def lines(self) -> list[str]:
        """Return what was typed, without empty lines."""
        return [line.strip() for line in self.toPlainText().splitlines() if line.strip()]

    def finish(self) -> None:
        """Hide the field and say nothing more."""
        self._ending = True
        self.hide()

    def _grow(self) -> None:
        metrics = QFontMetricsF(self.font())
        wide = max(self._place.width(), SMALLEST_ROOM.width())
        inner = wide - 2 * self.frameWidth() - 2 * self.document().documentMargin()
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        lines = f"{self.toPlainText()} "
        height = metrics.boundingRect(QRectF(0, 0, inner, 1e5), flags.value, lines).height()
        frame = 2 * self.frameWidth() + 2 * self.document().documentMargin() + 2
        high = max(SMALLEST_ROOM.height(), round(height + frame))
        viewport = self.parentWidget()
        assert viewport is not None
        room = viewport.rect()
        place = QRect(self._place.left(), self._place.top(), wide, min(high, room.height()))
        place.moveLeft(max(0, min(place.left(), room.width() - wide)))
        place.moveTop(max(0, min(place.top(), room.height() - place.height())))
        self.setGeometry(place)

    def _end(self, how: str) -> None:
        if not self._ending:
            self._ending = True
            self.ended.emit(how)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._end(self.SERVICE if control else self.ENTER)
        elif key == Qt.Key.Key_Backtab:
            self._end(self.BACK)
        elif key == Qt.Key.Key_Tab:
            self._end(self.NEXT)
        elif key == Qt.Key.Key_Escape:
            self._end(self.ESCAPE)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The menu of the field itself, with Cut and Paste, takes the focus only for a while.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(self.LEFT)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        # Pictures and markup of other programs come in as the words that they hold.
        if source.hasText():
            self.insertPlainText(source.text())
