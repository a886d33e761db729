"""The open map: its file, its undo stack, and what was found in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from activitymap.drawing.placing import arranged
from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.anonymising.anonymised import without_names
from activitymap.model.anonymising.editing import edited_without_names
from activitymap.model.anonymising.replacing import Names
from activitymap.model.contradictions.detecting import Detector
from activitymap.model.contradictions.finding import Detection
from activitymap.model.contradictions.rewording import reworded
from activitymap.model.edits.change import Change
from activitymap.model.storage.extras import Extras
from activitymap.model.storage.saving import load_map, save_map
from activitymap.model.storage.spreadsheet import SHEETS, read_sheet

ENDING = ".activitymap"
Ids = frozenset[str]


class Document(QObject):
    """The map that is open; every change goes through `apply`, and everyone hears of it.

    ``map_changed`` carries the new map. It is announced once for each change, undo and redo.
    ``refused`` carries a sentence: why an edit that was wanted cannot be done.

    While names are hidden, ``map`` and ``detection`` are those of the map without the names of
    people, and ``kept`` is the map that is saved. What is shown is then no text to be edited.
    """

    map_changed = Signal(object)
    refused = Signal(str)
    file_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.path: Path | None = None
        self._kept = self._map = ActivityMap()
        self.names_hidden = False
        self.extras: Extras = ()
        """What the file holds that this version does not know; it is saved again as it was."""
        self._detector = Detector(self._map)
        self._detection = self._detector.detection
        self._announcing = False

    @property
    def map(self) -> ActivityMap:
        """The map as it is shown now."""
        return self._map

    @property
    def kept(self) -> ActivityMap:
        """The map as it is saved, with the names of people."""
        return self._kept

    @property
    def detection(self) -> Detection:
        """What was found in the map as it is shown now."""
        return self._detection

    @property
    def kept_detection(self) -> Detection:
        """What was found in the map as it is saved: judgements keep its texts."""
        return self._detector.detection

    def hide_names(self, hidden: bool) -> None:
        """Show the map without the names of people, or with them again."""
        if hidden is not self.names_hidden:
            self.names_hidden = hidden
            self.show_map(self._kept)

    def apply(self, text: str, change: Change) -> None:
        """Make an edit the newest step of the undo stack; ``text`` names what the person did."""
        assert not self._announcing, "an edit was made while another one was being announced"
        if change.map is not self._kept:
            self.undo_stack.push(_Step(self, text, self._kept, change.map))

    def edit(self, text: str, edit: Callable[..., Change], /, *values: Any, **named: Any) -> Ids:
        """Do a pure edit to the map as one step of the undo stack, which ``text`` names.

        ``edit`` is called with the map and the values. What it refuses is told by ``refused``.

        Returns:
            The ids of what was added, changed or removed; none where nothing was.
        """
        if self.names_hidden:
            self.refused.emit(
                self.tr(
                    "Names are hidden, so what you see is not what is kept, and only judgements "
                    "and discussions can be added. View – Hide names shows them again."
                )
            )
            return frozenset()
        return self.record(text, edit, *values, **named)

    def record(self, text: str, edit: Callable[..., Change], /, *values: Any, **named: Any) -> Ids:
        """Do an edit as `edit` does, also while names are hidden.

        It is for what a group judges and discusses. What is typed over a text that is shown without
        names gets them back, and all other texts stay as they are kept.
        """
        try:
            change = edit(self._map, *values, **named)
        except EditError as error:
            self.refused.emit(str(error))
            return frozenset()
        made = edited_without_names(self._kept, self._map, change.map)
        self.apply(text, Change(made, change.ids))
        return change.ids

    def show_map(self, activity_map: ActivityMap) -> None:
        """Take a map as the present one and tell everyone."""
        self._kept = self._map = activity_map
        self._detection = self._detector.update(activity_map)
        if self.names_hidden:
            names = Names(activity_map.names)
            self._map = without_names(activity_map, names)
            self._detection = reworded(self._detection, names.replaced)
        self._announcing = True
        try:
            self.map_changed.emit(self._map)
        finally:
            self._announcing = False

    def open(self, path: Path) -> tuple[str, ...]:
        """Open a map, or import a spreadsheet as a new map without a file.

        Returns:
            What the person should know about an import.

        Raises:
            FileError: it cannot be read; the document is as it was.
        """
        if path.suffix.casefold() in SHEETS:
            imported = read_sheet(path)
            self._start(imported.map, None, ())
            return imported.notices
        loaded = load_map(path)
        self._start(loaded.map, path, loaded.extras)
        return ()

    def new(self, extras: Extras = ()) -> None:
        """Start an empty map; ``extras`` are what a lost file held that is not known here."""
        self._start(ActivityMap(), None, extras)

    def start(self, activity_map: ActivityMap) -> None:
        """Go on with a map that has no file yet."""
        self._start(activity_map, None, ())

    def start_version(self, version: Version) -> None:
        """Go on with the map as it stood, as one that has no file yet.

        Who is called what, and whether that is hidden, stays as it is today.
        """
        kept = self._kept
        made = version.map.but(names=kept.names, not_names=kept.not_names)
        self._start(made, None, (), names_hidden=self.names_hidden)

    def save(self, path: Path) -> None:
        """Write the map into a file, which from now on is the document's.

        Raises:
            FileError: it could not be written; the file is as it was.
        """
        save_map(path, self._kept, self.extras)
        self.path = path
        self.undo_stack.setClean()
        self.file_changed.emit()

    def _start(
        self,
        activity_map: ActivityMap,
        path: Path | None,
        extras: Extras,
        *,
        names_hidden: bool = False,
    ) -> None:
        self.path, self.extras, self.names_hidden = path, extras, names_hidden
        self.undo_stack.clear()
        self.show_map(arranged(activity_map))
        self.file_changed.emit()


class _Step(QUndoCommand):
    """The one undo command: the map before and after."""

    def __init__(
        self, document: Document, text: str, before: ActivityMap, after: ActivityMap
    ) -> None:
        super().__init__(text)
        self._document, self._before, self._after = document, before, after

    @override
    def redo(self) -> None:
        self._document.show_map(self._after)

    @override
    def undo(self) -> None:
        self._document.show_map(self._before)
