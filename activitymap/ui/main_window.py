"""The main window: puts document, canvas and panels together, and passes on what people want."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.drawing.clashes import bundles
from activitymap.drawing.layout import Options
from activitymap.drawing.theme import DARK, LIGHT, Theme
from activitymap.errors import ActivityMapError
from activitymap.export.formats import export
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.edits.systems import move_systems
from activitymap.model.values import Place
from activitymap.ui import dialogs
from activitymap.ui.actions import Actions
from activitymap.ui.canvas.scene import Scene, ids_of
from activitymap.ui.canvas.view import View
from activitymap.ui.document import ENDING, Document
from activitymap.ui.naming import name_of
from activitymap.ui.panels.contradictions import ContradictionsPanel
from activitymap.ui.panels.outline import Outline
from activitymap.ui.theme import palette, style_sheet, system_theme

SMALL, LARGE = QSize(1100, 660), QSize(1700, 1050)


class MainWindow(QMainWindow):
    """One window with one map."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Document(self)
        self.scene = Scene(self)
        self.view = View(self.scene)
        self.outline = Outline()
        self.contradictions = ContradictionsPanel()
        self.notice = QLabel()
        self.notice.setObjectName("notice")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        self.notice.hide()
        self.welcome = QLabel(
            self.tr(
                "Nothing is open yet.\n\nOpen a map or a spreadsheet with File – Open, "
                "or drop one here.\nA spreadsheet needs the columns service, element, statement."
            ),
            self.view,
        )
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.counts, self.zoom_label = QLabel(), QLabel()
        self.actions_ = Actions(self)
        self._arrange()
        self._connect()
        self.show_theme(system_theme())
        self._show_map(self.document.map)
        self._show_title()

    def _arrange(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        for part, stretch in ((self.outline, 0), (middle, 1), (self.contradictions, 0)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.setCentralWidget(self.splitter)
        self.statusBar().addWidget(self.counts)
        self.statusBar().addPermanentWidget(self.zoom_label)
        self.setAcceptDrops(True)
        room = QGuiApplication.primaryScreen().availableSize()
        wide = min(max(SMALL.width(), round(room.width() * 0.85)), LARGE.width(), room.width())
        high = min(max(SMALL.height(), round(room.height() * 0.85)), LARGE.height(), room.height())
        self.resize(wide, high)
        side = 210 if wide < 1400 else 260
        self.splitter.setSizes([side, wide - side - round(side * 1.5), round(side * 1.5)])

    def _connect(self) -> None:
        self.document.map_changed.connect(self._show_map)
        self.document.file_changed.connect(self._show_title)
        self.document.undo_stack.cleanChanged.connect(self._show_title)
        self.view.chosen.connect(self.choose)
        self.view.move_wanted.connect(self._move)
        self.view.zoomed.connect(self._show_zoom)
        self.outline.chosen.connect(self.choose)
        self.contradictions.chosen.connect(self.focus)

    # Opening and saving -----------------------------------------------------------------------

    def open_file(self, name: str) -> None:
        """Open a map or import a spreadsheet; unsaved changes are asked about first."""
        if not self._may_leave():
            return
        try:
            notices = self.document.open(Path(name))
        except ActivityMapError as error:
            self.tell(str(error))
            return
        self.tell(" ".join(notices))
        self.scene.show_options(self._options(focus=()))
        self.view.fit()

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        name = dialogs.ask_open(self, str(self.document.path or ""))
        if name:
            self.open_file(name)

    def new(self) -> None:
        """Start an empty map."""
        if self._may_leave():
            self.document.new()
            self.tell("")

    def save(self) -> bool:
        """Save the map, asking for a name if it has none; whether it is saved now."""
        if self.document.path is None:
            return self.save_as()
        return self._save(self.document.path)

    def save_as(self) -> bool:
        """Save the map under a name that is asked for; whether it is saved now."""
        name = dialogs.ask_save(self, f"{self._name()}{ENDING}")
        if not name:
            return False
        path = Path(name)
        return self._save(path if path.suffix else path.with_suffix(ENDING))

    def _save(self, path: Path) -> bool:
        try:
            self.document.save(path)
        except ActivityMapError as error:
            self.tell(str(error))
            return False
        self.statusBar().showMessage(self.tr("Saved."), 3000)
        return True

    def export_picture(self) -> None:
        """Draw the map into a file that is asked for."""
        name = dialogs.ask_export(self, f"{self._name()}.png")
        if not name:
            return
        path = Path(name)
        try:
            export(self.document.map, path if path.suffix else path.with_suffix(".png"))
        except ActivityMapError as error:
            self.tell(str(error))
        else:
            self.statusBar().showMessage(self.tr("The picture is written."), 3000)

    def tell(self, text: str) -> None:
        """Show a sentence above the map; an empty one takes it away."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _may_leave(self) -> bool:
        if self.document.undo_stack.isClean():
            return True
        answer = dialogs.ask_unsaved(self, self._name())
        if answer is dialogs.Unsaved.SAVE:
            return self.save()
        return answer is dialogs.Unsaved.DISCARD

    def _name(self) -> str:
        path = self.document.path
        return path.stem if path else self.document.map.title or self.tr("Untitled")

    # Choosing ---------------------------------------------------------------------------------

    def choose(self, identity: str | None) -> None:
        """Show what is about a service, element, statement or need; ``None`` shows all again.

        An arrow is drawn in full: all that it counts.
        """
        found = self.document.detection.contradictions
        self.contradictions.clear_choice()
        name = name_of(identity, self.document.map, found) if identity else ""
        self.contradictions.show_about(identity, name)
        self.outline.select(identity)
        self._focus(tuple(one for one in found if identity in {b.id for b in bundles(one)}))
        box = self.scene.box_of(identity) if identity else None
        if box is not None and self.sender() is self.outline:
            self.view.bring_into_view(box)
        elif identity is None:
            self.view.look_back()

    def focus(self, findings: tuple[Contradiction, ...]) -> None:
        """Draw contradictions in full, fade the rest, and bring them into view."""
        self._focus(findings)
        boxes = [box for one in ids_of(findings) if (box := self.scene.box_of(one)) is not None]
        if boxes:
            together = boxes[0]
            for box in boxes[1:]:
                together = together.united(box)
            self.view.bring_into_view(together)

    def _focus(self, findings: tuple[Contradiction, ...]) -> None:
        self.scene.show_options(self._options(focus=findings))

    def _move(self, wanted: tuple[tuple[str, ...], float, float]) -> None:
        systems, across, down = wanted
        places = {
            system.id: Place(x=round(system.place.x + across, 1), y=round(system.place.y + down, 1))
            for system in self.document.map.systems
            if system.id in systems and system.place is not None
        }
        text = self.tr("Move service") if len(places) == 1 else self.tr("Move services")
        self.document.apply(text, move_systems(self.document.map, places))

    # Showing ----------------------------------------------------------------------------------

    def show_theme(self, theme: Theme) -> None:
        """Show everything in the light or the dark theme."""
        self.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.outline.show_theme(theme)
        self.contradictions.show_theme(theme)
        self.scene.show_options(self._options(focus=self.scene.options.focus))
        self.actions_.dark.setChecked(theme is DARK)

    def show_dark(self, dark: bool) -> None:
        """Show the dark theme or the light one."""
        self.show_theme(DARK if dark else LIGHT)

    def show_cross_lines(self, shown: bool) -> None:
        """Show or hide the lines across the triangles."""
        self.scene.show_options(replace(self.scene.options, cross_lines=shown))

    def _options(self, focus: tuple[Contradiction, ...]) -> Options:
        return Options(
            theme=self.theme,
            cross_lines=self.actions_.cross_lines.isChecked(),
            legend=False,
            title=False,
            focus=focus,
        )

    def _show_map(self, activity_map: ActivityMap) -> None:
        detection = self.document.detection
        self.scene.show_map(activity_map, detection)
        self.scene.show_options(self._options(focus=()))
        self.outline.show_map(activity_map)
        self.contradictions.show_map(activity_map, detection)
        self.welcome.setVisible(not activity_map.systems)
        statements = sum(len(system.statements) for system in activity_map.systems)
        self.counts.setText(
            self.tr(
                "{services} services · {statements} statements · {found} contradictions"
            ).format(
                services=len(activity_map.systems),
                statements=statements,
                found=len(detection.contradictions),
            )
        )

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self._name()}[*] – Activity Map")
        self.setWindowModified(not self.document.undo_stack.isClean())

    def _show_zoom(self, zoom: float) -> None:
        self.zoom_label.setText(f"{round(zoom * 100)} %")

    # Events -----------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_leave())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.open_file(files[0])

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # passed on as it came
        self.welcome.setGeometry(self.view.rect())
