"""The windows that open beside the main one: lists of the map, pictures, paper."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.export.wanted import Wanted
from activitymap.ui.document import Document
from activitymap.ui.editor import Editor
from activitymap.ui.exporting.export_dialog import ExportDialog
from activitymap.ui.exporting.printing import PrintPreview
from activitymap.ui.filing import Filing
from activitymap.ui.leaving import Leaving
from activitymap.ui.panels.versions import VersionsDialog


class Beside(QObject):
    """Opens dialogs over a window; each is gone when it is closed."""

    def __init__(
        self,
        document: Document,
        editor: Editor,
        filing: Filing,
        leaving: Leaving,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._editor, self._window = document, editor, window
        self._filing, self._leaving = filing, leaving
        self.theme: Theme = LIGHT

    def show(self, kind: Callable[[Document, QWidget], QDialog]) -> None:
        """Show a list of the map."""
        self._open(kind(self._document, self._window))

    def show_versions(self) -> None:
        """Show the versions of the map; one of them may be opened in its place."""
        dialog = VersionsDialog(self._document, self._window)
        dialog.theme = self.theme
        dialog.opened.connect(self._filing.open_version)
        self._open(dialog)

    def export_picture(self) -> None:
        """Show what can be drawn into a file, as it will be."""
        chosen = [one.id for one in self._editor.chosen_systems()]
        dialog = ExportDialog(self._document, chosen, self._window)
        dialog.save.connect(self._filing.export)
        dialog.print.connect(self.print_figure)
        for said in (self._filing.told, self._filing.noted):
            said.connect(dialog.tell)
        self._open(dialog)

    def print_figure(self, wanted: Wanted | None = None) -> None:
        """Show a figure, or the whole map, as it will be printed, after asking about names."""
        going = self._leaving.ask()
        if going is not None:
            self._open(PrintPreview(going.map, wanted or Wanted(), self._window))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
