"""The field of the scribe: one line, and a list of what it may become."""

from PySide6.QtCore import QEvent, QMimeData, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget
from typing_extensions import override

MOST_LINES = 6
"""Pasted lines that are shown at once; more are scrolled."""


class ScribeField(QPlainTextEdit):
    """A line of text, or several that were pasted, with a list of what it may become.

    ``asked`` carries what a key asks for: one of the words below.
    """

    COMMIT, SERVICE, NEXT, BACK, OLDER, NEWER, ESCAPE = (
        "commit", "service", "next", "back", "older", "newer", "escape"
    )  # fmt: skip
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = 0
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        popup = self._completer.popup()
        assert popup is not None
        self.popup = popup
        self.popup.setAccessibleName(self.tr("What the line may become"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            "QPlainTextEdit { border: 1px solid palette(mid); border-radius: 5px; padding: 1px 3px;"
            " background: palette(base); }"
            "QPlainTextEdit:focus { border: 1px solid palette(link); }"
        )
        self.blockCountChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Have a text typed, and the cursor at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.popup.hide()

    def before_cursor(self) -> str:
        """Return what is typed up to the cursor, in its line."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def offer(self, words: list[str], begun: str = "") -> None:
        """Offer words in the place of what is begun before the cursor."""
        # Qt counts in units of UTF-16: an emoji is two.
        self._begun = len(begun.encode("utf-16-le", "surrogatepass")) // 2
        self._words.setStringList(words)
        if not words or not self.hasFocus():
            self.popup.hide()
            return
        place = self.cursorRect().adjusted(0, 0, 0, 6)
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        self._completer.complete(QRect(place.left(), place.top(), widest + 48, place.height()))

    def _complete(self, word: str) -> None:
        cursor = self.textCursor()
        cursor.setPosition(cursor.position())
        cursor.setPosition(cursor.position() - self._begun, QTextCursor.MoveMode.KeepAnchor)
        self.popup.hide()
        cursor.insertText(word)

    def _accept(self) -> None:
        """Take the chosen one of what is offered, or the first."""
        chosen = self.popup.selectionModel().selectedRows()
        self._complete(self._words.stringList()[chosen[0].row() if chosen else 0])

    def _grow(self) -> None:
        lines = min(max(1, self.blockCount()), MOST_LINES)
        around = 2 * round(self.document().documentMargin()) + 6
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)

    @override
    def event(self, event: QEvent) -> bool:
        # With nothing typed, undo and redo are those of the map.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not self.text():
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._asked(event)
        if asked is None:
            super().keyPressEvent(event)
        elif asked:
            self.popup.hide()
            self.asked.emit(asked)

    def _asked(self, event: QKeyEvent) -> str | None:
        """Return what a key asks for: nothing where it is done, or none where it only types."""
        key, offered = event.key(), self.popup.isVisible()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        at_end = self.textCursor().atEnd() and not event.modifiers()
        chosen = enter and not control and self.popup.selectionModel().hasSelection()
        if offered and (key == Qt.Key.Key_Tab or chosen or (key == Qt.Key.Key_Right and at_end)):
            self._accept()
            return ""
        if enter:
            return self.SERVICE if control else self.COMMIT
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            forward = key == Qt.Key.Key_Tab
            return "" if self.text() else (self.NEXT if forward else self.BACK)
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.blockCount() == 1:
            return self.OLDER if key == Qt.Key.Key_Up else self.NEWER
        return self.ESCAPE if key == Qt.Key.Key_Escape else None

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        # Pictures and markup of other programs come in as the words that they hold.
        if source.hasText():
            self.insertPlainText(source.text().strip("\r\n"))
