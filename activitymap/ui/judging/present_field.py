"""Who is here today: asked once a meeting, whichever view it is typed in."""

from PySide6.QtWidgets import QLineEdit

from activitymap.model.meeting import present_on
from activitymap.ui.document import Document
from activitymap.ui.judging.kept_words import as_kept, as_shown
from activitymap.ui.today import today


class PresentField(QLineEdit):
    """Names or roles, filled with those of the last judgement of the day until others are typed."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._kept, self._hidden = "", document.names_hidden
        self.setPlaceholderText(self.tr("names or roles, separated by ;"))
        self.setAccessibleName(self.tr("Here today"))
        self.setToolTip(self.tr("Who is here today; it is filled in again for the next judgement."))

    def finish(self) -> None:
        """Take what is typed, before names are hidden or shown."""
        self._kept = as_kept(self._document, self._kept, self.text())

    def renew(self) -> None:
        """Show who is here; names that were typed and not recorded yet stay."""
        typed, turned = self.isModified(), self._hidden is not self._document.names_hidden
        self._hidden = self._document.names_hidden
        if not typed:
            self._kept = "; ".join(present_on(self._document.kept, today()))
        if not typed or turned:
            self.setText(as_shown(self._document, self._kept))
            self.setCursorPosition(0)
            self.setModified(typed)

    def names(self) -> tuple[str, ...]:
        """Return who is here, to be recorded."""
        self.finish()
        return tuple(name.strip() for name in self._kept.split(";"))

    def show_recorded(self) -> None:
        """Show what was recorded, which says from now on who is here."""
        self.setModified(False)
        self.renew()
