"""The main window: puts document, canvas and panels together, and passes on what people want."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.placed import Options
from activitymap.drawing.theme import CONTRAST, DARK, LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.lenses import Lens, groups
from activitymap.model.well_or_not import Mend
from activitymap.ui import dialogs
from activitymap.ui.actions import Actions
from activitymap.ui.attention import Attention
from activitymap.ui.beside import Beside
from activitymap.ui.canvas.canvas import Canvas
from activitymap.ui.canvas.minimap import Minimap
from activitymap.ui.clipboard import Clipboard
from activitymap.ui.discussing.discussion_view import DiscussionView
from activitymap.ui.document import Document
from activitymap.ui.filing import Filing
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.leaving import Leaving
from activitymap.ui.panels.finding_words import count_words
from activitymap.ui.panels.matters import MattersDialog
from activitymap.ui.panels.proposals import ProposalsDialog
from activitymap.ui.recovery import Recovery, journal_folder
from activitymap.ui.selection import Selection
from activitymap.ui.stage import Stage
from activitymap.ui.theme import palette, style_sheet, system_theme
from activitymap.ui.workspace import Workspace

SMALL, LARGE = QSize(1100, 660), QSize(1700, 1050)


class MainWindow(QMainWindow):
    """One window with one map."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Document(self)
        self.selection = Selection(self)
        self.leaving = Leaving(self.document, self)
        self.filing = Filing(self.document, self.leaving, self)
        self.recovery = Recovery(self.document, journal_folder())
        self.canvas = Canvas(self.document, self.selection, self)
        self.scene, self.view = self.canvas.scene, self.canvas.view
        self.meeting = Meeting(self.document)
        space = self.space = Workspace(self.document, self.selection, self.meeting, self.view)
        self.outline, self.contradictions, self.table = (
            space.outline,
            space.contradictions,
            space.table,
        )
        self.card, self.questions, self.side = space.card, space.questions, space.side
        self.needs, self.suggestions = space.needs, space.suggestions
        self.sorting, self.compare, self.judging = space.sorting, space.compare, space.judging
        self.discussion = DiscussionView(self.document, self.meeting)
        self.stage = Stage(space, self.discussion, self.show_full_screen, self._frame)
        self.find_bar, self.scribe, self.legend = space.find_bar, space.scribe, space.legend
        self.notice, self.welcome, self.centre = space.notice, space.welcome, space.centre
        self.clipboard = Clipboard(
            self.document, self.selection, self.canvas.editor, self.leaving, self
        )
        self.minimap = Minimap(self.view)
        self.counts, self.zoom_label = QLabel(), QLabel()
        self.attention = Attention(self.document, self.selection, self.canvas, space, self)
        self.beside = Beside(self.document, self.canvas.editor, self.filing, self.leaving, self)
        self.actions_ = Actions(self)
        self._arrange()
        self._connect()
        self.show_theme(system_theme())
        self._show_map(self.document.map)
        self._show_title()

    def _arrange(self) -> None:
        self.setCentralWidget(self.stage)
        self.statusBar().addWidget(self.counts)
        self.statusBar().addPermanentWidget(self.zoom_label)
        self.setAcceptDrops(True)
        room = QGuiApplication.primaryScreen().availableSize()
        wide = min(max(SMALL.width(), round(room.width() * 0.85)), LARGE.width(), room.width())
        high = min(max(SMALL.height(), round(room.height() * 0.85)), LARGE.height(), room.height())
        self.resize(wide, high)
        self.space.share(wide)

    def _connect(self) -> None:
        self.document.map_changed.connect(self._show_map)
        self.document.file_changed.connect(self._show_title)
        self.document.refused.connect(self.tell)
        self.document.undo_stack.cleanChanged.connect(self._show_title)
        self.filing.told.connect(self.tell)
        self.filing.noted.connect(self._note)
        self.filing.opened.connect(self.attention.show_whole)
        self.filing.told.connect(self.discussion.tell)
        self.filing.noted.connect(self.discussion.note)
        self.actions_.undo.triggered.connect(self.discussion.tell_undone)
        self.actions_.redo.triggered.connect(self.discussion.tell_redone)
        self.attention.focused.connect(self._show_focus)
        self.selection.changed.connect(self.actions_.show_enabled)
        self.canvas.cleared.connect(self.show_everything)
        self.canvas.menu_wanted.connect(self.actions_.show_context_menu)
        self.view.zoomed.connect(self._show_zoom)
        self.card.matters_wanted.connect(partial(self.beside.show, MattersDialog))
        self.scribe.left.connect(self.view.setFocus)
        self.find_bar.left.connect(self.view.setFocus)
        self.sorting.left.connect(partial(self.swap_to, self.sorting))
        self.compare.cleared.connect(self.show_everything)
        self.compare.pair.join.connect(self.canvas.editor.join)
        for button in (self.compare.mend, self.contradictions.mend):
            button.join.connect(self.canvas.editor.join)
            button.wanted.connect(self._mend)
        for view in (self.compare, self.judging):
            view.discuss.connect(self.discuss)
        for forgetting in (self.meeting, self.judging, self.discussion):
            self.filing.opened.connect(forgetting.forget)
        self.filing.ask_first = self._may_leave_drafts

    def open_file(self, name: str) -> None:
        """Open a map or import a spreadsheet; unsaved changes are asked about first."""
        self.finish_typing()
        self.filing.open(name)

    def offer_lost(self) -> None:
        """Ask whether to bring back what was not saved when the program ended by a crash."""
        for lost in self.recovery.lost():
            answer = dialogs.ask_lost(self, self.recovery.describe(lost))
            if answer is dialogs.Lost.BRING_BACK:
                self.recovery.restore(lost)
                self.view.fit()
                return
            if answer is dialogs.Lost.FORGET:
                self.recovery.forget(lost)

    def finish_typing(self) -> None:
        """Take into the map what is still being typed anywhere."""
        self.canvas.typist.commit()
        self.questions.finish()
        self.needs.finish()
        self.card.finish()
        self.table.finish()
        self.discussion.finish()
        self.judging.finish()
        self.sorting.finish()

    def tell(self, text: str) -> None:
        """Show a sentence above the map; an empty one takes it away."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _note(self, text: str) -> None:
        # A message would stand over the counts once the bar is back after a discussion.
        if self.statusBar().isVisible():
            self.statusBar().showMessage(text, 3000)

    # Choosing ---------------------------------------------------------------------------------

    def show_everything(self) -> None:
        """Choose nothing, and show the whole map as it is at rest."""
        self.tell("")
        self.attention.show_everything()

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen with the window, or give it back its size."""
        self.setWindowState(
            self.windowState() ^ Qt.WindowState.WindowFullScreen
            if full is not self.isFullScreen()
            else self.windowState()
        )

    def show_scribe(self) -> None:
        """Open the field in which a typist writes into the map, or close it again."""
        self.scribe.setVisible(not self.scribe.isVisible())
        if self.scribe.isVisible():
            self.scribe.field.setFocus()

    def find_words(self) -> None:
        """Open the bar that finds and replaces words."""
        self.find_bar.show()
        self.find_bar.begin()

    def show_card(self) -> None:
        """Show the card of the chosen statement."""
        self.side.setCurrentWidget(self.card)

    def swap_to(self, view: QWidget) -> None:
        """Change between the map as it was left and another view of it."""
        self.finish_typing()
        away = self.centre.currentWidget() is view
        self.centre.setCurrentWidget(self.view if away else view)
        shown = self.centre.currentWidget()
        (self.table.view if shown is self.table else shown).setFocus()

    def _mend(self, mend: Mend) -> None:
        """Do what lets something be compared."""
        if mend is Mend.MATTERS:
            self.beside.show(ProposalsDialog)
        else:
            self.centre.setCurrentWidget(self.view)
            self.canvas.add_service()

    # Discussing -------------------------------------------------------------------------------

    def discuss(self, found: Contradiction | None = None) -> None:
        """Discuss a contradiction, or the agenda from where it was left, on the whole screen."""
        self.finish_typing()
        self.attention.anew = False
        self.statusBar().clearMessage()
        self.stage.discuss(found)

    def discuss_chosen(self) -> None:
        """Discuss what was chosen since the last time, or go on with the agenda."""
        self.discuss(self.attention.first() if self.attention.anew else None)

    def _frame(self) -> tuple[QWidget, ...]:
        """Return what stands around the map."""
        return self.menuBar(), self.actions_.bar, self.statusBar()

    def hide_names(self, hidden: bool) -> None:
        """Show the map without the names of people, or with them again."""
        self.finish_typing()
        self.document.hide_names(hidden)
        self._show_title()

    def ask_questions(self) -> None:
        """Lead through the guiding questions of the chosen service."""
        self.side.setCurrentWidget(self.questions)
        self.questions.setFocus()

    def _may_leave_drafts(self) -> bool:
        """Ask about what is filled in beside a contradiction and not recorded."""
        self.judging.finish()
        drafts = self.judging.unrecorded()
        if not drafts or dialogs.ask_unjudged(self, [one.told for one in drafts]):
            return True
        if self.stage.currentWidget() is self.discussion:
            self.stage.leave_discussion()
        self.side.setCurrentWidget(self.judging)
        self.attention.choose_findings((drafts[0],))
        return False

    def _show_focus(self, findings: tuple[Contradiction, ...]) -> None:
        self.scene.show_options(self._options(focus=findings))

    # Showing ----------------------------------------------------------------------------------

    def show_theme(self, theme: Theme) -> None:
        """Show everything in the light or the dark theme."""
        self.theme = theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.outline.show_theme(theme)
        self.minimap.show_theme(theme)
        self.card.service.show_theme(theme)
        self.contradictions.show_theme(theme)
        self.needs.show_theme(theme)
        self.compare.show_theme(theme)
        self.judging.show_theme(theme)
        self.discussion.theme = self.beside.theme = theme
        self.scene.show_options(self._options(focus=self.scene.options.focus))
        self.actions_.dark.setChecked(theme is DARK)
        self.actions_.by_name["contrast"].setChecked(theme is CONTRAST)
        self._show_legend()

    def show_dark(self, dark: bool) -> None:
        """Show the dark theme or the light one."""
        self.show_theme(DARK if dark else LIGHT)

    def show_contrast(self, high: bool) -> None:
        """Show black on white, or the light theme."""
        self.show_theme(CONTRAST if high else LIGHT)

    def show_lens(self, lens: Lens | None) -> None:
        """Look at the map by one question, or by none."""
        self.scene.show_options(replace(self.scene.options, lens=lens, focus=()))
        self._show_legend()

    def _show_legend(self) -> None:
        lens = self.scene.options.lens
        if lens is None:
            self.legend.hide()
        else:
            found = groups(self.document.map, self.document.detection, lens)
            title = self.tr("Nothing here is marked by {lens}").format(lens=lens)
            self.legend.show_groups(title, found, self.theme)

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
            lens=self.scene.options.lens,
        )

    def _show_map(self, activity_map: ActivityMap) -> None:
        detection = self.document.detection
        self.scene.show_map(activity_map, detection)
        self.outline.show_map(activity_map)
        self.contradictions.show_map(activity_map, detection)
        self.welcome.setVisible(not activity_map.systems)
        self.attention.renew()
        self.actions_.show_enabled()
        self.actions_.by_name["hide_names"].setChecked(self.document.names_hidden)
        self._show_legend()
        self.minimap.show_map()
        statements = sum(len(system.statements) for system in activity_map.systems)
        services = len(activity_map.systems)
        parts = (
            self.tr("1 service") if services == 1 else self.tr("{count} services"),
            self.tr("1 statement") if statements == 1 else self.tr("{count} statements"),
            count_words(detection.contradictions),
        )
        counts = (services, statements, 0)
        told = (words.format(count=count) for words, count in zip(parts, counts, strict=True))
        self.counts.setText(" · ".join(told))

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.filing.name()}[*] – Activity Map")
        self.setWindowModified(not self.document.undo_stack.isClean())

    def _show_zoom(self, zoom: float) -> None:
        self.zoom_label.setText(f"{round(zoom * 100)} %")

    # Events -----------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish_typing()
        self.discussion.leave_off()
        # A line that says not yet where it goes is not thrown away.
        leaving = self.scribe.commit() and self.filing.may_leave()
        if leaving:
            self.suggestions.finish()
            self.recovery.close()
        event.setAccepted(leaving)

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.welcome.setGeometry(self.view.rect())
