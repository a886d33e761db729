"""What of a map leaves the machine, with the names of people or without."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import Anonymised, anonymised
from activitymap.model.anonymising.replacing import Names
from activitymap.model.texts import Write
from activitymap.ui import dialogs
from activitymap.ui.document import Document

Part = Callable[[ActivityMap], ActivityMap]


class Going(NamedTuple):
    """A map as it may leave, and what puts a text about it (its file's name) into its words."""

    map: ActivityMap
    write: Write


class Leaving(QObject):
    """Asks about names before something of the map leaves; what is clear leaves unasked."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._answer: dialogs.Names | None = None
        self._asked: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
        document.file_changed.connect(self._forget)

    def ask(self) -> Going | None:
        """Return the map as it may leave, or ``None`` if it may not."""
        return self._going(_whole, self._question(_whole))

    def ask_once(self, part: Part) -> Going | None:
        """Return a part of the map as it may leave; asked is only about what is new in it.

        It is for copying, which must stay quick: an answer counts until another name stands in
        what is copied, or another word looks like one.
        """
        found = anonymised(part(self._document.kept))
        names = frozenset(one.name for one in found.replaced if one.times)
        words = frozenset(one.name for one in found.doubtful)
        known = names <= self._asked[0] and words <= self._asked[1]
        answer = self._answer if known else None
        if answer is None or (answer is dialogs.Names.KEEP and self._document.names_hidden):
            answer = self._question(part, found)
        if answer is not dialogs.Names.CANCEL and not found.is_clear:
            now = anonymised(part(self._document.kept))
            self._answer = answer
            self._asked = (
                self._asked[0] | {one.name for one in now.replaced if one.times},
                self._asked[1] | {one.name for one in now.doubtful},
            )
        return self._going(part, answer)

    def _question(self, part: Part, found: Anonymised | None = None) -> dialogs.Names:
        found = found or anonymised(part(self._document.kept))
        if found.is_clear:
            return dialogs.Names.REPLACE
        return dialogs.ask_names(self._window, self._document, part)

    def _going(self, part: Part, answer: dialogs.Names) -> Going | None:
        kept = part(self._document.kept)
        if answer is dialogs.Names.CANCEL:
            return None
        if answer is dialogs.Names.KEEP:
            return Going(kept, str)
        return Going(anonymised(kept).map, Names(self._document.kept.names).replaced)

    def _forget(self) -> None:
        self._answer = None


def _whole(activity_map: ActivityMap) -> ActivityMap:
    return activity_map
