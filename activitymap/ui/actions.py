"""The actions of the window, in one table: menus, toolbar, context menu and list of shortcuts."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from activitymap.drawing.aligning import Alignment, Direction
from activitymap.model.lenses import Lens
from activitymap.model.values import LinkKind, State
from activitymap.ui.helping import tell_about, tell_reading, tell_shortcuts
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.map_words import WordsDialog
from activitymap.ui.panels.matters import MattersDialog
from activitymap.ui.panels.people import PeopleDialog
from activitymap.ui.panels.rules import RulesDialog

if TYPE_CHECKING:
    from activitymap.ui.main_window import MainWindow

Key = QKeySequence.StandardKey


class Entry(NamedTuple):
    """One action: its text, its shortcut, what it does, and how many things must be chosen.

    ``services`` counts services only: those chosen, or whose element or statement is.
    """

    name: str
    text: str
    key: Key | str | None
    does: Callable[..., object]
    chosen: int = 0
    services: int = 0


class Actions(QObject):
    """Makes the menus and the toolbar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.by_name: dict[str, QAction] = {}
        self._entries: dict[str, Entry] = {}
        self._undo()
        for menu, entries in (
            (self.tr("&File"), self._file()),
            (self.tr("&Edit"), self._edit()),
            (self.tr("&Draw"), self._draw()),
            (self.tr("&Arrange"), self._arrange()),
            (self.tr("&View"), self._view()),
            (self.tr("&Help"), self._help()),
        ):
            self._fill(window.menuBar().addMenu(menu), entries)
        for name in ("cross_lines", "dark", "full_screen", "minimap", "contrast", "hide_names"):
            self.by_name[name].setCheckable(True)
        self.by_name["cross_lines"].toggled.connect(window.show_cross_lines)
        self.by_name["dark"].triggered.connect(window.show_dark)
        self.by_name["full_screen"].triggered.connect(window.show_full_screen)
        self.by_name["contrast"].triggered.connect(window.show_contrast)
        self.by_name["hide_names"].triggered.connect(window.hide_names)
        self.by_name["minimap"].setChecked(True)
        self.by_name["minimap"].toggled.connect(window.minimap.show_wanted)
        self.cross_lines, self.dark = self.by_name["cross_lines"], self.by_name["dark"]
        self._context = QMenu(window)
        lenses = QActionGroup(self)
        for lens in (None, *Lens):
            action = self.by_name[f"lens {lens}"]
            action.setCheckable(True)
            lenses.addAction(action)
        self.by_name["lens None"].setChecked(True)
        self._toolbar()
        self._keep_to_the_map()
        for action in (self.undo, self.redo, self.by_name["save"]):
            # The menus and their keys are away while a group discusses.
            window.discussion.addAction(action)
        self.show_enabled()

    def _keep_to_the_map(self) -> None:
        """Let tables and fields have the keys that mean something else in them."""
        for name in ("edit", "add_statement", "remove", "cut", "copy", "paste", "select_all"):
            action = self.by_name[name]
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._window.view.addAction(action)
            self._window.outline.addAction(action)

    def show_enabled(self) -> None:
        """Let only those actions be chosen that have something to act on."""
        chosen = len(self._window.selection.ids)
        services = len(self._window.canvas.editor.chosen_systems())
        for name, entry in self._entries.items():
            enough = chosen >= entry.chosen and services >= entry.services
            self.by_name[name].setEnabled(enough)

    def show_context_menu(self, place: QPoint) -> None:
        """Show what can be done with what is chosen, at a place of the screen."""
        self._context.clear()
        names: tuple[str, ...] = ("add_service", "paste", "select_all", "arrange", "fit")
        if self._window.selection.ids:
            names = (
                "edit", "add_statement", "missing", "unknown", "", "connect", "mirror",
                "duplicate", "zoom_to", "", "cut", "copy", "paste", "remove",
            )  # fmt: skip
        for name in names:
            if not name:
                self._context.addSeparator()
            elif self.by_name[name].isEnabled():
                self._context.addAction(self.by_name[name])
        self._context.popup(place)

    def shortcuts(self) -> list[tuple[str, str]]:
        """Return the text and the keys of each action that has some."""
        named = [(self.tr("Undo"), self.undo), (self.tr("Redo"), self.redo)]
        named += [(action.text(), action) for action in self.by_name.values()]
        form = QKeySequence.SequenceFormat.NativeText
        return [
            (words.replace("&", "").rstrip("…"), action.shortcut().toString(form))
            for words, action in named
            if not action.shortcut().isEmpty()
        ]

    def _undo(self) -> None:
        stack = self._window.document.undo_stack
        self.undo = stack.createUndoAction(self._window, self.tr("&Undo"))
        self.undo.setShortcut(QKeySequence(Key.Undo))
        self.redo = stack.createRedoAction(self._window, self.tr("&Redo"))
        self.redo.setShortcut(QKeySequence(Key.Redo))

    def _file(self) -> Iterable[Entry | QAction | QMenu | None]:
        filing, beside = self._window.filing, self._window.beside
        self.recent = QMenu(self.tr("Open &recent"), self._window)
        self.recent.aboutToShow.connect(self._show_recent)
        self.recent.triggered.connect(self._open_recent)
        return (
            Entry("new", self.tr("&New"), Key.New, filing.new),
            Entry("open", self.tr("&Open…"), Key.Open, filing.ask_and_open),
            self.recent,
            Entry("save", self.tr("&Save"), Key.Save, filing.save),
            Entry("save_as", self.tr("Save &as…"), "Ctrl+Shift+S", filing.save_as),
            Entry(
                "export", self.tr("&Export picture…"), "Ctrl+E", self._window.beside.export_picture
            ),
            self._data_menu(),
            Entry("report", self.tr("&Report…"), "Ctrl+R", filing.report),
            Entry("print", self.tr("&Print…"), Key.Print, beside.print_figure),
            Entry("blank", self.tr("&Blank triangle to print…"), None, filing.blank),
            None,
            Entry("close", self.tr("&Close"), Key.Quit, self._window.close),
        )

    def _data_menu(self) -> QMenu:
        words = {
            (".csv", "statements"): self.tr("Statements, as CSV"),
            (".csv", "contradictions"): self.tr("Contradictions, as CSV"),
            (".csv", "needs"): self.tr("Needs, as CSV"),
            (".csv", "actions"): self.tr("Actions, as CSV"),
            (".csv", "judgements"): self.tr("All judgements, as CSV"),
            (".xlsx", ""): self.tr("All tables, as XLSX"),
            (".graphml", ""): self.tr("Graph, as GraphML"),
            (".gexf", ""): self.tr("Graph, as GEXF"),
            (".json", ""): self.tr("JSON"),
            (".md", ""): self.tr("Description, as Markdown"),
            (".qdpx", ""): self.tr("REFI-QDA project"),
        }
        does = self._window.filing.export_data
        return self._submenu(
            self.tr("Export &data"),
            (
                Entry(f"data {ending} {what}", text, None, partial(does, ending, what, text))
                for (ending, what), text in words.items()
            ),
        )

    def _edit(self) -> Iterable[Entry | QAction | QMenu | None]:
        clipboard, editor = self._window.clipboard, self._window.canvas.editor
        find = self._window.find_bar
        return (
            self.undo,
            self.redo,
            None,
            Entry("cut", self.tr("Cu&t"), Key.Cut, clipboard.cut, chosen=1),
            Entry("copy", self.tr("&Copy"), Key.Copy, clipboard.copy),
            Entry(
                "copy_picture",
                self.tr("Copy as pictur&e"),
                "Ctrl+Shift+C",
                clipboard.copy_picture,
            ),
            Entry("paste", self.tr("&Paste"), Key.Paste, clipboard.paste),
            Entry("duplicate", self.tr("&Duplicate"), "Ctrl+D", editor.duplicate, services=1),
            Entry("remove", self.tr("&Remove"), Key.Delete, editor.remove, chosen=1),
            None,
            Entry("find", self.tr("&Find and replace"), Key.Find, self._window.find_words),
            Entry("find_next", self.tr("Find ne&xt"), Key.FindNext, find.find_next),
            Entry("find_previous", self.tr("Find pre&vious"), Key.FindPrevious, find.find_previous),
            Entry("select_all", self.tr("Choose &all"), Key.SelectAll, editor.choose_all),
        )

    def _draw(self) -> Iterable[Entry | QAction | QMenu | None]:
        canvas, editor = self._window.canvas, self._window.canvas.editor
        show = self._window.beside.show
        missing = partial(editor.record, State.MISSING)
        unknown = partial(editor.record, State.UNKNOWN)
        kinds = self._submenu(
            self.tr("Kind of &link"),
            (
                Entry(kind.name, model_words(str(kind)), None, partial(editor.change_link, kind), 1)
                for kind in LinkKind
            ),
        )
        return (
            Entry("add_service", self.tr("&Service"), "Ctrl+Shift+N", canvas.add_service),
            Entry(
                "scribe", self.tr("S&cribe: type with one field"), "F4", self._window.show_scribe
            ),
            Entry("ask", self.tr("&Guiding questions"), "Ctrl+G", self._window.ask_questions),
            Entry("add_statement", self.tr("S&tatement"), "Ins", canvas.add_statement, chosen=1),
            Entry("edit", self.tr("&Edit text"), "F2", canvas.edit_chosen, chosen=1),
            Entry("card", self.tr("Ca&rd"), "Ctrl+K", self._window.show_card, chosen=1),
            Entry("matters", self.tr("&Matters…"), None, partial(show, MattersDialog)),
            Entry("words", self.tr("&Words of this map…"), None, partial(show, WordsDialog)),
            Entry("rules", self.tr("R&ules…"), None, partial(show, RulesDialog)),
            Entry("people", self.tr("Names of &people…"), None, partial(show, PeopleDialog)),
            Entry("versions", self.tr("&Versions…"), None, self._window.beside.show_versions),
            Entry("missing", self.tr("We have &none"), "Ctrl+Alt+N", missing, chosen=1),
            Entry("unknown", self.tr("We do not know &yet"), "Ctrl+Alt+U", unknown, chosen=1),
            None,
            Entry("connect", self.tr("&Join the two"), "Ctrl+L", canvas.join_chosen, chosen=2),
            kinds,
            Entry("reverse", self.tr("Re&verse link"), None, editor.reverse_link, chosen=1),
        )

    def _arrange(self) -> Iterable[Entry | QAction | QMenu | None]:
        editor = self._window.canvas.editor
        aligning = {
            Alignment.LEFT: self.tr("Left edges"),
            Alignment.CENTRE: self.tr("Centres"),
            Alignment.RIGHT: self.tr("Right edges"),
            Alignment.TOP: self.tr("Top edges"),
            Alignment.MIDDLE: self.tr("Middles"),
            Alignment.BOTTOM: self.tr("Bottom edges"),
        }
        spreading = {Direction.ACROSS: self.tr("Across"), Direction.DOWN: self.tr("Down")}
        align = self._submenu(
            self.tr("&Line up"),
            (
                Entry(how.name, words, None, partial(editor.align, how), services=2)
                for how, words in aligning.items()
            ),
        )
        spread = self._submenu(
            self.tr("Equal &gaps"),
            (
                Entry(way.name, words, None, partial(editor.distribute, way), services=3)
                for way, words in spreading.items()
            ),
        )
        colours = self._submenu(
            self.tr("&Colour"),
            (
                Entry(f"colour{n}", self._colour(n), None, partial(editor.recolour, n), services=1)
                for n in range(8)
            ),
        )
        return (
            Entry("mirror", self.tr("&Mirror"), "Ctrl+M", editor.mirror, services=1),
            Entry("same_size", self.tr("Same &size"), None, editor.same_size, services=2),
            align,
            spread,
            colours,
            None,
            Entry("arrange", self.tr("&Arrange all services"), "Ctrl+Shift+A", editor.arrange),
        )

    def _colour(self, number: int) -> str:
        return (
            self.tr("Blue"), self.tr("Magenta"), self.tr("Green"), self.tr("Brown"),
            self.tr("Olive"), self.tr("Indigo"), self.tr("Teal"), self.tr("Aubergine"),
        )[number]  # fmt: skip

    def _view(self) -> Iterable[Entry | QAction | QMenu | None]:
        window, view, space = self._window, self._window.view, self._window.space
        swap, attention = window.swap_to, window.attention
        words = {
            None: self.tr("&None"),
            Lens.CONTRADICTIONS: self.tr("&Contradictions"),
            Lens.CONTEXT: self.tr("Conte&xt: macro, meso, micro, clients"),
            Lens.FORCE: self.tr("&Enabling or constraining"),
            Lens.NEEDS: self.tr("Nee&ds served and hindered"),
            Lens.MATTER: self.tr("&Matter"),
            Lens.CERTAINTY: self.tr("Ce&rtainty"),
        }
        lenses = self._submenu(
            self.tr("&Look by"),
            (
                Entry(f"lens {lens}", text, None, partial(window.show_lens, lens))
                for lens, text in words.items()
            ),
        )
        return (
            Entry("fit", self.tr("&Whole map"), "Ctrl+0", view.fit),
            Entry(
                "zoom_to",
                self.tr("Zoom to what is &chosen"),
                "Ctrl+2",
                attention.zoom_to_chosen,
            ),
            Entry("closer", self.tr("Zoom &in"), Key.ZoomIn, partial(view.zoom_by, 1.2)),
            Entry("farther", self.tr("Zoom &out"), Key.ZoomOut, partial(view.zoom_by, 1 / 1.2)),
            Entry("real", self.tr("&Actual size"), "Ctrl+1", partial(view.zoom_to, 1.0)),
            None,
            Entry("table", self.tr("Map or &table"), "Ctrl+T", partial(swap, space.table)),
            Entry("needs", self.tr("Map or &needs"), "F7", partial(swap, space.needs)),
            Entry("compare", self.tr("Map or com&parison"), "F8", partial(swap, space.compare)),
            Entry("sort", self.tr("&Sort matters together"), "F6", partial(swap, space.sorting)),
            Entry("discuss", self.tr("Disc&uss, full screen"), "F5", window.discuss_chosen),
            None,
            Entry("all", self.tr("Show &everything"), None, window.show_everything),
            lenses,
            Entry("cross_lines", self.tr("Cross-&lines in the triangles"), None, _nothing),
            Entry("hide_names", self.tr("&Hide names"), "Ctrl+Shift+H", _nothing),
            Entry("minimap", self.tr("M&inimap"), None, _nothing),
            Entry("dark", self.tr("&Dark"), "Ctrl+Shift+D", _nothing),
            Entry("contrast", self.tr("Hi&gh contrast"), None, _nothing),
            Entry("full_screen", self.tr("&Full screen"), "F11", _nothing),
        )

    def _help(self) -> Iterable[Entry | QAction | QMenu | None]:
        window = self._window
        return (
            Entry("keys", self.tr("&Keys"), "F1", partial(tell_shortcuts, window, self.shortcuts)),
            Entry("reading", self.tr("&How to read the map"), None, partial(tell_reading, window)),
            Entry("about", self.tr("&About Activity Map"), None, partial(tell_about, window)),
        )

    def _fill(self, menu: QMenu, entries: Iterable[Entry | QAction | QMenu | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            elif isinstance(entry, QAction):
                menu.addAction(entry)
            else:
                menu.addAction(self._action(entry))

    def _submenu(self, title: str, entries: Iterable[Entry]) -> QMenu:
        menu = QMenu(title, self._window)
        self._fill(menu, entries)
        return menu

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        if entry.key is not None:
            action.setShortcut(QKeySequence(entry.key))
        # What is being typed is part of the map before anything else is done to it.
        action.triggered.connect(self._window.finish_typing)
        action.triggered.connect(partial(_call, entry.does))
        self.by_name[entry.name], self._entries[entry.name] = action, entry
        return action

    def _toolbar(self) -> None:
        bar = self.bar = QToolBar(self.tr("Tools"), self._window)
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for names in (
            ("open", "save"),
            ("undo", "redo"),
            ("add_service", "connect"),
            ("fit", "all"),
            ("discuss",),
        ):
            for name in names:
                known = {"undo": self.undo, "redo": self.redo}
                bar.addAction(known.get(name) or self.by_name[name])
            bar.addSeparator()
        bar.addAction(self.by_name["export"])
        self._window.addToolBar(bar)

    def _show_recent(self) -> None:
        self.recent.clear()
        for path in self._window.filing.recent():
            self.recent.addAction(path.replace("&", "&&")).setData(path)
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _open_recent(self, action: QAction) -> None:
        if action.data():
            self._window.filing.open(action.data())


def _call(does: Callable[..., object], *_: object) -> None:
    """Call what an action does without the tick that Qt hands on."""
    does()


def _nothing() -> None:
    """Stand in for actions whose tick does the work."""
