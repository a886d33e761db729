"""The field for who is here today; there is one in every view in which a group judges."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from activitymap.ui.judging.present import Present


class PresentField(QLineEdit):
    """Names or roles; what is typed here stands in the fields of the other views as well."""

    def __init__(self, present: Present) -> None:
        super().__init__()
        self._present = present
        self.setPlaceholderText(self.tr("names or roles, separated by ;"))
        self.setAccessibleName(self.tr("Here today"))
        self.setToolTip(self.tr("Who is here today; it is filled in again for the next judgement."))
        present.changed.connect(self._show)
        self._show()

    def finish(self) -> None:
        """Take what is typed: it is to be recorded, or names are hidden or shown."""
        if self.isModified():
            self.setModified(False)
            self._present.take(self.text())

    def names(self) -> tuple[str, ...]:
        """Return who is here, to be recorded."""
        self.finish()
        return self._present.names()

    def _show(self) -> None:
        """Show who is here; what is being typed stays."""
        if not self.isModified() and self.text() != self._present.shown:
            self.setText(self._present.shown)
            if not self.hasFocus():
                self.setCursorPosition(0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
