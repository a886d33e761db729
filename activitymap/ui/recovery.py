"""Writing down every edit of the open map, and bringing back what a crash would have lost."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import QDateTime, QLocale, QObject

from activitymap.errors import ActivityMapError
from activitymap.model.edits.change import Change
from activitymap.model.storage.extras import Extras
from activitymap.model.storage.journal import Journal
from activitymap.model.storage.journal_lost import Lost, forget, recover, recoverable
from activitymap.ui.document import Document


def journal_folder() -> Path:
    """Return the folder of this user's journals, whether it is there or not."""
    return platformdirs.user_data_path("activitymap", appauthor=False) / "journal"


class Recovery(QObject):
    """Keeps the journal of a document, and opens again what was lost.

    It listens to the undo stack: a step that was made, undone or redone is an edit, while a map
    that is shown because another file was opened is none.
    """

    def __init__(self, document: Document, folder: Path) -> None:
        super().__init__(document)
        self._document, self._folder = document, folder
        self._journal = Journal(folder)
        self._told = False
        document.undo_stack.indexChanged.connect(self._record)
        document.file_changed.connect(self._start)
        self._start()

    def lost(self) -> tuple[Lost, ...]:
        """Return what programs that are gone did not save, the latest first."""
        return recoverable(self._folder)

    def describe(self, lost: Lost) -> str:
        """Return a sentence that says what was lost, and when."""
        name = lost.path.stem if lost.path else self.tr("A map without a file")
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(round(lost.when.timestamp())),
            QLocale.FormatType.ShortFormat,
        )
        text = self.tr("{name}: last changed on {when}, not saved (steps: {edits})")
        return text.format(name=name, when=when, edits=lost.edits)

    def restore(self, lost: Lost) -> bool:
        """Open a lost map as its file with changes that are not saved; whether that went well.

        The whole of the changes is one step, which can be undone. A map whose file is gone, or
        was changed by somebody else, is opened as a new one. What the person should know is told
        by `Document.refused`. Ask about the changes of the map that is open before.
        """
        found = recover(lost)
        if found.map is None:
            self._document.refused.emit(found.sentence)
            return False
        sentences = [found.sentence, self._open(found.path, found.extras)]
        if found.map == self._document.kept:
            sentences.append(self.tr("Nothing was lost: all changes are in the file."))
            forget(lost)
        else:
            self._document.apply(self.tr("Bring back unsaved changes"), Change(found.map))
            if self._journal.holds(found.map):
                forget(lost)
        told = " ".join(filter(None, sentences))
        if told:
            self._document.refused.emit(told)
        return True

    def _open(self, path: Path | None, extras: Extras) -> str:
        """Open the file of a lost map, or a new one; return why it could not be opened."""
        if path is not None:
            try:
                self._document.open(path)
            except ActivityMapError as error:
                self._document.new(extras)
                return str(error)
        else:
            self._document.new(extras)
        return ""

    def forget(self, lost: Lost) -> None:
        """Remove what was lost: nobody wants it back."""
        forget(lost)

    def close(self) -> None:
        """Remove the journal: the window is closed, and its map saved or given up."""
        self._journal.close()

    def _start(self) -> None:
        # What this program does not know of a file comes back with the file, not from here.
        document = self._document
        self._journal.start(document.path, document.kept, document.extras)

    def _record(self, _index: int) -> None:
        try:
            self._journal.record(self._document.kept)
        except ActivityMapError as error:
            if not self._told:
                self._told = True
                self._document.refused.emit(str(error))
