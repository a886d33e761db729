"""The discussion, full screen: one contradiction at a time, step by step, by keys alone."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.face_to_face import face_to_face
from activitymap.drawing.placed import Options
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.agenda import agenda
from activitymap.model.anonymising.putting_back import with_names
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Stage
from activitymap.model.edits.change import Change
from activitymap.model.edits.discussing import (
    Topic,
    discussion_about,
    topic_of,
    write_note,
)
from activitymap.ui.discussing.action import ActionPage
from activitymap.ui.discussing.agenda_list import AgendaList
from activitymap.ui.discussing.awareness import AwarenessPage
from activitymap.ui.discussing.choice import ChoicePage
from activitymap.ui.discussing.page import Page, Talk, plain_label
from activitymap.ui.discussing.sides import Sides, spoken
from activitymap.ui.discussing.step_back import NeedsAside, StepBackPage
from activitymap.ui.document import Document
from activitymap.ui.panels.finding_words import kind_words, place_words, status_words
from activitymap.ui.picture import Picture
from activitymap.ui.today import today


class DiscussionView(QWidget):
    """Leads through the agenda; ``left`` says that the group goes back to the map."""

    left = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.theme: Theme = LIGHT
        self._about: tuple[str, ...] = ()
        self._seconds = 0
        self.matter, self.kind, self.why = (
            plain_label("sort-title"),
            plain_label("quiet"),
            plain_label("stage-said"),
        )
        self.place, self.timer = QLabel(), QLabel()
        for label in (self.place, self.timer):
            label.setObjectName("quiet")
        self.timer.setToolTip(self.tr("How long this one has been talked about"))
        self.sides, self.picture, self.needs = Sides(), Picture(), NeedsAside()
        self.agenda = AgendaList()
        self.agenda.hide()
        pages: tuple[Page, ...] = (AwarenessPage(), StepBackPage(), ChoicePage(), ActionPage())
        self.pages = {page.stage: page for page in pages}
        self.steps = QButtonGroup(self)
        self.aside, self.stack = QStackedWidget(), QStackedWidget()
        self.back = QPushButton(self.tr("◀ Previous"))
        self.next = QPushButton(self.tr("Next ▶"))
        self.leave = QPushButton(self.tr("Back to the map"))
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._second)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.matter, 1)
        for label in (self.place, self.timer):
            top.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        steps = QHBoxLayout()
        titles = (
            self.tr("1 Awareness"),
            self.tr("2 Step back"),
            self.tr("3 Choice"),
            self.tr("4 Action"),
        )
        for number, (page, title) in enumerate(zip(self.pages.values(), titles, strict=True)):
            button = QPushButton(title)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(self.tr("Alt+{number}").format(number=number + 1))
            self.steps.addButton(button, number)
            steps.addWidget(button)
            self.stack.addWidget(page)
        self.aside.addWidget(self.picture)
        self.aside.addWidget(self.needs)
        talk = QWidget()
        column = QVBoxLayout(talk)
        column.setContentsMargins(8, 0, 0, 0)
        column.addLayout(steps)
        column.addWidget(self.stack, 1)
        body = QSplitter()
        for part in (self.agenda, self.aside, talk):
            body.addWidget(part)
        for number, share in enumerate((2, 5, 5)):
            body.setStretchFactor(number, share)
        foot = QHBoxLayout()
        hint = plain_label(
            "quiet",
            self.tr(
                "Alt+1 to 4: steps · Ctrl+Page Down, Page Up: next, previous · Alt+A: agenda · "
                "Ctrl+S: save · Esc: back to the map"
            ),
        )
        foot.addWidget(hint, 1)
        for button in (self.back, self.next, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 12)
        layout.addLayout(top)
        for widget in (self.kind, self.sides, self.why):
            layout.addWidget(widget)
        layout.addWidget(body, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.steps.idClicked.connect(self.show_step)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.leave.clicked.connect(self._leave)
        self.agenda.wanted.connect(self._choose)
        for page in self.pages.values():
            page.wanted.connect(self._add)
            page.changed.connect(self._change)
            page.typed.connect(self._write)
        keys: list[tuple[str, Callable[[], Any]]] = [
            ("Ctrl+PgDown", lambda: self.step(1)),
            ("Ctrl+PgUp", lambda: self.step(-1)),
            ("Alt+Right", lambda: self.step(1)),
            ("Alt+Left", lambda: self.step(-1)),
            ("Alt+A", lambda: self.agenda.setVisible(not self.agenda.isVisible())),
            ("Esc", self._leave),
        ]
        keys += [
            (f"Alt+{number + 1}", partial(self.show_step, number))
            for number in range(len(self.pages))
        ]
        for key, does in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        self._document.map_changed.connect(self._renew)

    # What is discussed ------------------------------------------------------------------------

    def begin(self, found: Contradiction | None) -> None:
        """Discuss a contradiction, or the first of the agenda."""
        several = agenda(self._document.detection)
        first = found or next(iter(several), None)
        self._turn_to(first.about if first else ())
        self.show_step(0)

    def finish(self) -> None:
        """Take into the map what is still being typed."""
        for page in self.pages.values():
            page.finish()

    def step(self, way: int) -> None:
        """Go to the next contradiction of the agenda, or the one before."""
        self.finish()
        several = [one.about for one in agenda(self._document.detection)]
        if not several:
            return
        if self._about in several:
            place = (several.index(self._about) + way) % len(several)
        else:
            place = 0 if way > 0 else len(several) - 1
        self._turn_to(several[place])
        self.show_step(0)

    def _turn_to(self, about: tuple[str, ...]) -> None:
        self._about, self._seconds = about, 0
        self._show_time()
        self._renew()

    def show_step(self, number: int) -> None:
        """Show one of the four steps, ready for typing."""
        self.finish()
        self.steps.button(number).setChecked(True)
        self.stack.setCurrentIndex(number)
        page = self.stack.currentWidget()
        step_back = page is self.pages[Stage.STEP_BACK]
        self.aside.setCurrentWidget(self.needs if step_back else self.picture)
        for part in (self.sides, self.why):
            part.setVisible(not step_back)
        assert isinstance(page, Page)
        page.first.setFocus()

    def _choose(self, about: tuple[str, ...]) -> None:
        self.finish()
        self._turn_to(about)

    def _leave(self) -> None:
        self.finish()
        self.left.emit()

    # Showing ----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()
        self._renew()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = min(max(self.width() / 100, 11.0), 20.0)
        sizes = {
            "QLineEdit, QPlainTextEdit, QTableWidget, QListWidget, QTreeWidget, QComboBox, "
            "QCheckBox, QPushButton": 1.0,
            "QLabel#quiet": 0.9,
            "QLabel#stage-said": 1.0,
            "QLabel#stage-question": 1.15,
            "QLabel#side-text, QLabel#need-said": 1.35,
            "QLabel#sort-title, QLabel#need-large": 1.8,
        }
        self.setStyleSheet(
            "".join(f"{what} {{ font-size: {size * part:.1f}pt; }}" for what, part in sizes.items())
        )

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if not self.isVisible():
            return
        shown, detection = self._document.map, self._document.detection
        found = detection.about(self._about) if self._about else None
        discussion = discussion_about(shown, self._about) if self._about else None
        several = agenda(detection)
        matters = {matter.id: matter.name for matter in shown.matters}
        self.agenda.show_agenda(several, shown, self._about)
        for part in (self.back, self.next):
            part.setEnabled(bool(several))
        self._show_heading(found, matters, len(several))
        self.sides.show_sides(spoken(shown, found, discussion), self.theme)
        systems = tuple(
            dict.fromkeys(side.system for side in (found.sides if found else ()) if side.system)
        )
        focus = (found,) if found and systems else ()
        self.picture.show_drawing(
            face_to_face(
                shown,
                systems or tuple(system.id for system in shown.systems[:2]),
                focus,
                Options(theme=self.theme, focus=focus),
            )
        )
        self.needs.show_needs(shown, found)
        for page in self.pages.values():
            page.setEnabled(bool(self._about))
            page.show_talk(Talk(discussion, found, shown))

    def _show_heading(
        self, found: Contradiction | None, matters: dict[str, str], count: int
    ) -> None:
        if found is not None:
            names = [matters[one] for one in found.matters if one in matters]
            title = ", ".join(names) or self.tr("On no matter")
            self.kind.setText(
                ", ".join((kind_words(found.kind), place_words(found), status_words(found)))
            )
            self.why.setText(found.told)
        elif self._about:
            title = self.tr("This is no longer found")
            self.kind.setText(
                self.tr(
                    "Something that it was about has changed or was removed. What you wrote "
                    "down is kept."
                )
            )
            self.why.clear()
        else:
            title = self.tr("There is nothing to discuss")
            self.kind.setText(
                self.tr(
                    "No contradiction is open. One appears where two linked services say different "
                    "things on the same matter."
                )
            )
            self.why.clear()
        self.matter.setText(title)
        number = self.agenda.place_of(self._about)
        self.place.setText(
            self.tr("{number} of {all}").format(number=number or "–", all=count) if count else ""
        )

    def _second(self) -> None:
        self._seconds += 1
        self._show_time()

    def _show_time(self) -> None:
        minutes, seconds = divmod(self._seconds, 60)
        self.timer.setText(f"{minutes}:{seconds:02}")

    # Writing down -----------------------------------------------------------------------------

    def _topic(self) -> Topic:
        found = self._document.kept_detection.about(self._about)
        if found is not None:
            return topic_of(found, today())
        return Topic(self._about, (), today())

    def _add(self, text: str, edit: Callable[..., Change]) -> None:
        self._document.record(text, edit, topic=self._topic())

    def _change(self, text: str, edit: Callable[..., Change]) -> None:
        self._document.record(text, edit)

    def _write(self, stage: Stage, words: str) -> None:
        if self._document.names_hidden:
            known = discussion_about(self._document.kept, self._about)
            before = known.note(Stage(stage)) if known else ""
            words = with_names(self._document.kept, before, words)
        self._document.record(self.tr("Write down"), write_note, self._topic(), Stage(stage), words)
