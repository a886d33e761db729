"""Who is here today: asked once a meeting, whichever view it is typed in."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from activitymap.model.meeting import present_on
from activitymap.ui.document import Document
from activitymap.ui.judging.kept_words import as_kept, as_shown
from activitymap.ui.today import today


class Present(QObject):
    """Those of the last judgement of the day, until others are typed; these then stay for the day.

    They are kept with the names of people, and shown without them while those are hidden.
    ``changed`` says that others are shown now.
    """

    changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._kept = ""
        self._typed: date | None = None
        document.map_changed.connect(self._renew)

    @property
    def shown(self) -> str:
        """Who is here, as it may be shown now: names or roles, separated by semicolons."""
        return as_shown(self._document, self._kept)

    def names(self) -> tuple[str, ...]:
        """Return who is here, as a judgement keeps it."""
        return tuple(name for name in map(str.strip, self._kept.split(";")) if name)

    def take(self, typed: str) -> None:
        """Take what somebody typed over what was shown."""
        self._kept, self._typed = as_kept(self._document, self._kept, typed), today()
        self.changed.emit()

    def forget(self) -> None:
        """Forget what was typed: another map is open, and another group may be here."""
        self._typed = None
        self._renew()

    def _renew(self) -> None:
        if self._typed != today():
            self._kept, self._typed = "; ".join(present_on(self._document.kept, today())), None
        self.changed.emit()
