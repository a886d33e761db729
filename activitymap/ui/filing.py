"""Opening, saving and exporting: what people are asked, and what they are told."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from activitymap.errors import ActivityMapError
from activitymap.export.blank import write_blank
from activitymap.export.formats import export
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.replacing import Names
from activitymap.ui import dialogs
from activitymap.ui.document import ENDING, Document
from activitymap.ui.leaving import Leaving

RECENT = "recent files"
MOST_RECENT = 8


class Filing(QObject):
    """Moves maps between the document and the disk.

    ``told`` carries a sentence that stays until the next one, ``noted`` one that may pass;
    ``opened`` says that another map is shown now. ``ask_first`` asks about what is typed and not in
    the map yet, before the map is left; whether it may be.
    """

    told = Signal(str)
    noted = Signal(str)
    opened = Signal()

    def __init__(self, document: Document, leaving: Leaving, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._leaving, self._window = document, leaving, window
        self.ask_first: Callable[[], bool] = lambda: True

    def open(self, name: str) -> None:
        """Open a map or import a spreadsheet; unsaved changes are asked about first."""
        if not self.may_leave():
            return
        try:
            notices = self._document.open(Path(name))
        except ActivityMapError as error:
            self.told.emit(str(error))
            return
        self._remember(Path(name))
        self.told.emit(" ".join(notices))
        self.opened.emit()

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        name = dialogs.ask_open(self._window, str(self._document.path or ""))
        if name:
            self.open(name)

    def new(self) -> None:
        """Start an empty map."""
        if self.may_leave():
            self._document.new()
            self.told.emit("")
            self.opened.emit()

    def open_version(self, identity: str) -> None:
        """Open the map as it stood as a new one, which has no file yet; the old file stays."""
        versions = self._document.kept.versions
        found = next((one for one in versions if one.id == identity), None)
        if found is not None and self.may_leave():
            self._document.start_version(found)
            self.told.emit(self.tr("This is the map as it stood. Save it under a name of its own."))
            self.opened.emit()

    def save(self) -> bool:
        """Save the map, asking for a name if it has none; whether it is saved now."""
        if self._document.path is None:
            return self.save_as()
        return self._save(self._document.path)

    def save_as(self) -> bool:
        """Save the map under a name that is asked for; whether it is saved now."""
        name = dialogs.ask_save(self._window, f"{self._stem()}{ENDING}")
        if not name:
            return False
        return self._save(Path(name))

    def export(self, wanted: Wanted, ending: str) -> None:
        """Draw a figure into a file that is asked for."""
        self._write(
            lambda stem: dialogs.ask_export(self._window, f"{stem}{ending}"),
            lambda activity_map, path: export(activity_map, path, wanted),
            (self.tr("Drawing the picture …"), self.tr("The picture is written.")),
        )

    def export_data(self, ending: str, what: str, words: str) -> None:
        """Write data of the map into a file that is asked for; ``what`` names a table of CSV."""
        suffix = f", {what}" if what else ""
        self._write(
            lambda stem: dialogs.ask_data(self._window, f"{stem}{suffix}{ending}", words),
            lambda activity_map, path: export(activity_map, path, table=what),
            (self.tr("Writing the data …"), self.tr("The data are written.")),
        )

    def report(self) -> None:
        """Write the report into a file that is asked for."""
        from activitymap.export.report.formats import write_report

        self._write(
            lambda stem: dialogs.ask_report(self._window, f"{stem}.pdf"),
            write_report,
            (self.tr("Writing the report …"), self.tr("The report is written.")),
        )

    def _write(
        self,
        ask: Callable[[str], str],
        make: Callable[[ActivityMap, Path], Sequence[str] | None],
        words: tuple[str, str],
    ) -> None:
        """Write something of the map that leaves the machine, with names or without.

        Names are asked about first, so that the name proposed for the file has none either.
        ``words`` say what is being done, and that it is done.
        """
        going = self._leaving.ask()
        name = ask(going.write(self._stem())) if going else ""
        if going is None or not name:
            return
        begun, done = words
        try:
            with self._waiting(begun):
                notices = make(going.map, Path(name))
        except ActivityMapError as error:
            self.noted.emit("")
            self.told.emit(str(error))
        else:
            self.told.emit(" ".join(notices or ()))
            self.noted.emit(done)

    @contextmanager
    def _waiting(self, words: str) -> Iterator[None]:
        """Say what takes its time, and show it by the cursor; what people do meanwhile waits."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.noted.emit(words)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        try:
            yield
        finally:
            QApplication.restoreOverrideCursor()

    def blank(self) -> None:
        """Write a blank triangle to start on paper into a file that is asked for."""
        name, paper = dialogs.ask_blank(self._window)
        if not name:
            return
        try:
            write_blank(Path(name), paper)
        except ActivityMapError as error:
            self.told.emit(str(error))
        else:
            self.noted.emit(self.tr("The blank triangle is written."))

    def name(self) -> str:
        """Return what to call the map; while names of people are hidden, without them."""
        stem = self._stem()
        hidden = self._document.names_hidden
        return Names(self._document.kept.names).replaced(stem) if hidden else stem

    def _stem(self) -> str:
        path = self._document.path
        return path.stem if path else self._document.kept.title or self.tr("Untitled")

    def recent(self) -> list[str]:
        """Return the files that were open lately and are still there, the last one first."""
        known = QSettings().value(RECENT, [], type=list)
        names = map(str, known if isinstance(known, list) else [])
        return [name for name in names if Path(name).exists()]

    def _remember(self, path: Path) -> None:
        name = str(path.absolute())
        known = [one for one in self.recent() if one != name]
        QSettings().setValue(RECENT, [name, *known][:MOST_RECENT])

    def may_leave(self) -> bool:
        """Ask about what is not recorded and not saved; whether the map may be closed."""
        if not self.ask_first():
            return False
        if self._document.undo_stack.isClean():
            return True
        answer = dialogs.ask_unsaved(self._window, self.name())
        if answer is dialogs.Unsaved.SAVE:
            return self.save()
        return answer is dialogs.Unsaved.DISCARD

    def _save(self, path: Path) -> bool:
        try:
            self._document.save(path)
        except ActivityMapError as error:
            self.told.emit(str(error))
            return False
        self._remember(path)
        self.noted.emit(self.tr("Saved."))
        return True
