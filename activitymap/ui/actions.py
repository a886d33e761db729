"""The actions of the window in its menus and its toolbar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar

from activitymap import __version__
from activitymap.ui import dialogs

if TYPE_CHECKING:
    from activitymap.ui.main_window import MainWindow

Key = QKeySequence.StandardKey


class Actions(QObject):
    """Makes the menus and the toolbar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._file()
        self._edit()
        self._view()
        self._help()
        self._toolbar()

    def _action(self, text: str, key: Key | str | None = None) -> QAction:
        action = QAction(text, self._window)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        return action

    def _file(self) -> None:
        window, menu = self._window, self._window.menuBar().addMenu(self.tr("&File"))
        self.new = self._action(self.tr("&New"), Key.New)
        self.open = self._action(self.tr("&Open…"), Key.Open)
        self.open.setToolTip(self.tr("Open a map, or import a spreadsheet"))
        self.save = self._action(self.tr("&Save"), Key.Save)
        self.save_as = self._action(self.tr("Save &as…"), "Ctrl+Shift+S")
        self.export = self._action(self.tr("&Export picture…"), "Ctrl+E")
        self.close = self._action(self.tr("&Close"), Key.Quit)
        for action, does in (
            (self.new, window.new),
            (self.open, window.ask_and_open),
            (self.save, window.save),
            (self.save_as, window.save_as),
            (self.export, window.export_picture),
            (self.close, window.close),
        ):
            action.triggered.connect(does)
            menu.addAction(action)

    def _edit(self) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&Edit"))
        stack = self._window.document.undo_stack
        self.undo = stack.createUndoAction(self._window, self.tr("&Undo"))
        self.undo.setShortcut(QKeySequence(Key.Undo))
        self.redo = stack.createRedoAction(self._window, self.tr("&Redo"))
        self.redo.setShortcut(QKeySequence(Key.Redo))
        menu.addActions([self.undo, self.redo])

    def _view(self) -> None:
        window, menu = self._window, self._window.menuBar().addMenu(self.tr("&View"))
        self.fit = self._action(self.tr("&Whole map"), "Ctrl+0")
        self.closer = self._action(self.tr("Zoom &in"), Key.ZoomIn)
        self.farther = self._action(self.tr("Zoom &out"), Key.ZoomOut)
        self.real = self._action(self.tr("&Actual size"), "Ctrl+1")
        self.all = self._action(self.tr("Show &everything"))
        self.cross_lines = self._action(self.tr("&Cross-lines in the triangles"))
        self.dark = self._action(self.tr("&Dark"), "Ctrl+D")
        for toggle in (self.cross_lines, self.dark):
            toggle.setCheckable(True)
        self.fit.triggered.connect(window.view.fit)
        self.closer.triggered.connect(self._zoom_in)
        self.farther.triggered.connect(self._zoom_out)
        self.real.triggered.connect(self._zoom_to_one)
        self.all.triggered.connect(self._show_all)
        self.cross_lines.toggled.connect(window.show_cross_lines)
        self.dark.triggered.connect(window.show_dark)
        menu.addActions([self.fit, self.closer, self.farther, self.real])
        menu.addSeparator()
        menu.addActions([self.all, self.cross_lines, self.dark])

    def _help(self) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&Help"))
        self.reading = self._action(self.tr("&How to read the map"), Key.HelpContents)
        self.about = self._action(self.tr("&About Activity Map"))
        self.reading.triggered.connect(self._tell_reading)
        self.about.triggered.connect(self._tell_about)
        menu.addActions([self.reading, self.about])

    def _toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"), self._window)
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.addActions([self.open, self.save])
        bar.addSeparator()
        bar.addActions([self.undo, self.redo])
        bar.addSeparator()
        bar.addActions([self.fit, self.all])
        bar.addSeparator()
        bar.addAction(self.export)
        self._window.addToolBar(bar)

    def _zoom_in(self) -> None:
        self._window.view.zoom_by(1.2)

    def _zoom_out(self) -> None:
        self._window.view.zoom_by(1 / 1.2)

    def _zoom_to_one(self) -> None:
        self._window.view.zoom_to(1.0)

    def _show_all(self) -> None:
        self._window.choose(None)

    def _tell_reading(self) -> None:
        dialogs.tell(
            self._window,
            self.tr("How to read the map"),
            self.tr(
                "Each triangle is one service: who works (subject), with what (tools), on what "
                "(object), to what end (outcome), under which rules, among whom (community), and "
                "who does what (division of labour).\n\n"
                "The gold ellipse is what services work on together. A red arrow with a number "
                "says how many contradictions lie between two services. Choose a matter on the "
                "right to see them in full; Esc shows everything again."
            ),
        )

    def _tell_about(self) -> None:
        dialogs.tell(
            self._window,
            self.tr("About Activity Map"),
            self.tr(
                "Activity Map {version}. MIT licence. Works offline; nothing leaves this machine."
            ).format(version=__version__),
        )
