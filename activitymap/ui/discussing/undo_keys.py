"""Undo and redo by key: a field undoes its own typing first, and then the map what was done."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

Key = QKeySequence.StandardKey


class UndoKeys(QObject):
    """Lets the keys through to the actions of the window where a field has nothing of its own."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        for kind in (QLineEdit, QPlainTextEdit):
            for field in view.findChildren(kind):
                field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(Key.Undo), event.matches(Key.Redo)
        if not (undo or redo):
            return False
        own = watched.document() if isinstance(watched, QPlainTextEdit) else watched
        assert isinstance(own, QLineEdit | QTextDocument)
        if own.isUndoAvailable() if undo else own.isRedoAvailable():
            return False
        event.ignore()
        return True
