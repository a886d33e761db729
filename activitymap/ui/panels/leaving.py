"""The question about people's names before something of a map leaves the machine."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.ui.document import Document
from activitymap.ui.panels.names import NamesField


class LeavingDialog(QDialog):
    """Lists what is replaced and what only looks like a name.

    ``replaced`` is whether names are replaced, ``None`` while nothing may leave.
    Each button says what it does. While something is undecided, Enter does nothing. While names
    are hidden in the window they are replaced in any case, and keeping them is not offered.
    """

    def __init__(
        self,
        document: Document,
        part: Callable[[ActivityMap], ActivityMap],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.replaced: bool | None = None
        self.setWindowTitle(self.tr("Names of people"))
        self.resize(760, 600)
        self.told = QLabel()
        self.names = NamesField(document, part)
        self.replace = QPushButton()
        self.keep = QPushButton(self.tr("&Keep all names as they are"))
        self.cancel = QPushButton(self.tr("&Cancel"))
        self._hidden = document.names_hidden
        self._arrange()
        self.replace.clicked.connect(lambda: self._answer(replaced=True))
        self.keep.clicked.connect(lambda: self._answer(replaced=False))
        self.cancel.clicked.connect(self.reject)
        self.names.changed.connect(self._show)
        self._show()
        (self.names.doubtful if self.names.found.doubtful else self.replace).setFocus()

    def _arrange(self) -> None:
        self.told.setObjectName("heading")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        note = QLabel(self.tr("What you decide here is kept with the map, and is not asked again."))
        note.setObjectName("quiet")
        note.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.cancel, self.keep, self.replace):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(note)
        column.addWidget(self.names, 1)
        column.addLayout(row)

    def _show(self) -> None:
        """Say what is in it, and on the button what it does."""
        found = self.names.found
        names, words = sum(one.times > 0 for one in found.replaced), len(found.doubtful)
        told = [self.tr("This is about to leave the machine.")]
        if names:
            told.append(self.tr("Names in it that can be replaced: {count}.").format(count=names))
        if words:
            told.append(self.tr("Words in it that look like a name: {count}.").format(count=words))
        self.told.setText(" ".join(told))
        if names and words:
            does = self.tr("&Replace the names ({names}), leave the words ({words})")
        elif names:
            does = self.tr("&Replace the names ({names})")
        elif words:
            does = self.tr("&Leave the words as they are ({words})")
        else:
            does = self.tr("&Go on")
        self.replace.setText(does.format(names=names, words=words))
        self.replace.setDefault(not words)
        self.keep.setVisible(bool(names) and not self._hidden)

    def _answer(self, *, replaced: bool) -> None:
        self.replaced = replaced
        self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the field adds the name that was typed there, and is no answer.
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not (enter and self.names.name.hasFocus()):
            super().keyPressEvent(event)
