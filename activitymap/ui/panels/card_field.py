"""One slot of a card: a choice of words or a line to type, and a sentence if it is unclear."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.errors import ReadingError
from activitymap.model.slot_words import CHOICES, NAMES, slot_from_words
from activitymap.ui.model_words import model_words


class SlotField(QWidget):
    """Edits a slot; ``written`` carries its name and the new words, once they are understood."""

    written = Signal(str, str)

    def __init__(self, slot: str, title: str, example: str) -> None:
        super().__init__()
        self.slot = slot
        self._shown = ""
        self.title = QLabel(title)
        self.title.setObjectName("quiet")
        self.error = QLabel()
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.setObjectName("error")
        self.error.hide()
        self.choice, self.line = QComboBox(self), QLineEdit(self)
        (self.line if slot in CHOICES else self.choice).hide()
        self._editor: QWidget = self.choice if slot in CHOICES else self.line
        self._editor.setAccessibleName(title)
        self.title.setBuddy(self._editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.title, self._editor, self.error):
            layout.addWidget(part)
        if slot in CHOICES:
            self.choice.addItem("", "")
            for value in CHOICES[slot]:
                self.choice.addItem(model_words(str(value)), str(value))
            self.choice.activated.connect(self._chosen)
        else:
            self.line.setPlaceholderText(example)
            self.line.editingFinished.connect(self._typed)
            self.line.installEventFilter(self)

    def show_words(self, words: str) -> None:
        """Show the words of the slot as they are in the map."""
        self._shown = words
        self.error.hide()
        self.choice.setCurrentIndex(max(0, self.choice.findData(words)))
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(words)

    def complete_with(self, names: list[str]) -> None:
        """Offer names of people and services while typing."""
        if self.slot in NAMES:
            completer = QCompleter(names, self.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.line.setCompleter(completer)

    def clear(self) -> None:
        """Empty the slot."""
        if self._shown:
            self.written.emit(self.slot, "")

    def edit(self) -> None:
        """Give the slot the focus."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Tell now what is still being typed, if it is understood."""
        if self.line.isModified():
            self._typed()

    def _chosen(self) -> None:
        words = str(self.choice.currentData())
        if words != self._shown:
            self.written.emit(self.slot, words)

    def _typed(self) -> None:
        words = self.line.text().strip()
        self.line.setModified(False)
        if words == self._shown:
            self.error.hide()
            return
        try:
            slot_from_words(self.slot, words)
        except ReadingError as error:
            # The old words stay in the map; what was typed stays in the field.
            self.error.setText(str(error))
            self.error.show()
        else:
            self.written.emit(self.slot, words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.line.setText(self._shown)
            self.line.setModified(False)
            self.error.hide()
            return True
        return super().eventFilter(watched, event)


class Chip(QToolButton):
    """A filled slot in its words: a click edits it, Delete empties it (``emptied``)."""

    emptied = Signal()

    def __init__(self, words: str, *, was_read: bool = False) -> None:
        super().__init__()
        self.setObjectName("read-chip" if was_read else "chip")
        self.setText(words.replace("&", "&&"))
        if was_read:
            self.setToolTip(self.tr("Read from the text. Click to correct; Delete empties it"))
            self.setAccessibleDescription(self.tr("Read from the text, not confirmed"))
        else:
            self.setToolTip(self.tr("Click to edit; Delete empties it"))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            # Before the window takes the key for removing what is chosen on the map.
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.emptied.emit()
                return True
        return super().event(event)
