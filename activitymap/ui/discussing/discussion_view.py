"""The discussion, full screen: one contradiction at a time, step by step, by keys alone."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.agenda import agenda
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Stage
from activitymap.model.edits.change import Change
from activitymap.model.edits.discussing import Topic, discussion_about, topic_of
from activitymap.model.edits.judging_again import judge_again
from activitymap.model.judging import Hands, Status
from activitymap.ui.discussing.agenda_list import AgendaList
from activitymap.ui.discussing.footer import Footer
from activitymap.ui.discussing.heading import Heading
from activitymap.ui.discussing.keys import all_keys, keys_of, keys_of_agenda, keys_to_leave
from activitymap.ui.discussing.part import Talk
from activitymap.ui.discussing.sides import Sides, Spoken, spoken
from activitymap.ui.discussing.sizes import style_for
from activitymap.ui.discussing.steps import Steps
from activitymap.ui.discussing.undo_keys import UndoKeys
from activitymap.ui.document import Document
from activitymap.ui.helping import tell_keys
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.today import today


class DiscussionView(QWidget):
    """Leads through the agenda; ``left`` says that the group goes back to the map."""

    left = Signal()

    def __init__(self, document: Document, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.theme: Theme = LIGHT
        self._topic = Topic((), (), today())
        self._said: list[Spoken] = []
        self._place = 0
        self.heading, self.sides = Heading(), Sides()
        self.steps = Steps(document, meeting)
        self.agenda, self.footer = AgendaList(), Footer()
        self.pages = self.steps.pages
        self._body, self._nothing = QStackedWidget(), QWidget()
        for part in (self.steps, self.agenda, self._nothing):
            self._body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 10)
        for widget in (self.heading, self.sides):
            layout.addWidget(widget)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.footer)
        self._connect()
        self._undo_keys = UndoKeys(self)

    def _connect(self) -> None:
        self.steps.wanted.connect(self.show_step)
        self.footer.back.clicked.connect(lambda: self.step(-1))
        self.footer.next.clicked.connect(lambda: self.step(1))
        self.footer.leave.clicked.connect(self._leave)
        self.agenda.wanted.connect(self._choose)
        for page in self.pages.values():
            page.wanted.connect(self._add)
            page.changed.connect(self._change)
            page.told.connect(self.tell)
        self.steps.verdict.judged.connect(self._judge)
        keys: list[tuple[str, Callable[[], Any]]] = [
            ("Ctrl+PgDown", lambda: self.step(1)),
            ("Ctrl+PgUp", lambda: self.step(-1)),
            ("Alt+Right", lambda: self.step(1)),
            ("Alt+Left", lambda: self.step(-1)),
            ("Alt+A", self._swap_agenda),
            ("F1", self._tell_keys),
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
        self._document.map_changed.connect(self._look_again)
        self._document.refused.connect(self.tell)

    # What the program says --------------------------------------------------------------------

    def tell(self, text: str) -> None:
        """Show a sentence that stays until something is done about it."""
        if self.isVisible():
            self.footer.tell(text)

    def note(self, text: str) -> None:
        """Show a few words that may pass."""
        if self.isVisible():
            self.footer.note(text)

    def tell_undone(self) -> None:
        """Say what was undone just now."""
        step = self._document.undo_stack.redoText()
        self.note(self.tr("Undone: {step}").format(step=step))

    def tell_redone(self) -> None:
        """Say what was done again just now."""
        step = self._document.undo_stack.undoText()
        self.note(self.tr("Done again: {step}").format(step=step))

    def _tell_keys(self) -> None:
        tell_keys(self.window(), all_keys(self.steps.titles()))

    # What is discussed ------------------------------------------------------------------------

    def begin(self, found: Contradiction | None) -> None:
        """Discuss a contradiction, or the agenda on from where the group left it."""
        names = [one.about for one in agenda(self._document.detection)]
        if found is not None:
            self._turn_to(found.about)
        elif self._topic.about in names:
            self._turn_to(self._topic.about)
        else:
            # What was judged or removed is no longer there, and the next one in its place.
            self._turn_to(names[min(self._place, len(names) - 1)] if names else ())
        self.show_step(0)

    def forget(self) -> None:
        """Know nothing of what was discussed before: another map is open."""
        self.steps.verdict.forget()
        self._turn_to(())
        self._place = 0
        self.heading.clock.forget()

    def finish(self) -> bool:
        """Take into the map what is still being typed; whether all of it was taken."""
        taken = [page.finish() for page in self.pages.values()]
        return all(taken)

    def take(self) -> bool:
        """Take in half-filled lines as well: the group goes on with something else."""
        taken = [page.take() for page in self.pages.values()]
        return all(taken)

    def leave_off(self) -> None:
        """Take in what is still being typed: the talk about this one ends here."""
        self.take()
        self.steps.verdict.leave_off()

    def step(self, way: int) -> None:
        """Go to the next contradiction of the agenda, or the one before."""
        if not self.take():
            return
        several = [one.about for one in agenda(self._document.detection)]
        if self._topic.about in several:
            place = several.index(self._topic.about) + way
        else:
            place = self._place if way > 0 else self._place - 1
        if 0 <= place < len(several):
            self._turn_to(several[place])
            self.show_step(0)
        elif several:
            self.note(
                self.tr("That was the last one: the agenda is done. Alt+A shows all of it.")
                if way > 0
                else self.tr("This is the first one of the agenda.")
            )

    def _turn_to(self, about: tuple[str, ...]) -> None:
        if about != self._topic.about:
            self.steps.verdict.leave_off()
            self._topic, self._said = Topic(about, (), today()), []
            for page in self.pages.values():
                page.begin()
        self.footer.tell("")
        self.heading.clock.turn_to(about)
        self._renew()

    def show_step(self, number: int) -> None:
        """Show one of the four steps, ready for typing."""
        if not self.take():
            return
        self._body.setCurrentWidget(self.steps)
        self.steps.show_step(number)
        self._show_parts()
        if self._topic.about:
            self.steps.page.first.setFocus()
        else:
            self.footer.leave.setFocus()

    def _choose(self, about: tuple[str, ...]) -> None:
        self._turn_to(about)
        self.show_step(0)

    def _swap_agenda(self) -> None:
        """Show the agenda, with the keys in it, or go back to where typing begins."""
        if self._body.currentWidget() is self.agenda:
            self.show_step(self.steps.number)
        elif self.take():
            self._body.setCurrentWidget(self.agenda)
            self._renew()
            self.agenda.setFocus()

    def _leave(self) -> None:
        """Go back from the agenda to the discussion, and from there to the map."""
        if self._body.currentWidget() is self.agenda and self._topic.about:
            self._swap_agenda()
            return
        self.leave_off()
        self.left.emit()

    # Showing ----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setStyleSheet(style_for(self.width()))

    def _look_again(self) -> None:
        self.footer.tell("")
        self._renew()

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if not self.isVisible():
            return
        shown, about = self._document.map, self._topic.about
        found = self._document.detection.about(about) if about else None
        discussion = discussion_about(shown, about) if about else None
        several = agenda(self._document.detection)
        names = [one.about for one in several]
        if about in names:
            self._place = names.index(about)
        self.heading.show_place(self._place if about in names else None, len(several))
        if self.agenda.isVisible():
            self.agenda.show_agenda(several, shown, about)
        for button in (self.footer.back, self.footer.next):
            button.setEnabled(bool(several))
        talk = Talk(discussion, found, shown)
        self.heading.show_talk(talk, about)
        self._remember(talk)
        self.sides.show_sides(self._said, self.theme)
        self.steps.show_talk(talk, self.theme)
        self._show_parts()

    def _remember(self, talk: Talk) -> None:
        """Keep what both sides say, for the time when one of them is gone."""
        kept = self._document.kept_detection.about(self._topic.about) if self._topic.about else None
        if kept is not None and not kept.gone:
            self._topic = topic_of(kept, today())
        if not self._said or (talk.found is not None and not talk.found.gone):
            self._said = spoken(talk.map, talk.found, talk.discussion)

    def _show_parts(self) -> None:
        """Show the parts of the step; the picture says what the sides say, and need not twice."""
        stage = self.steps.page.stage if self._topic.about else None
        listed = self._body.currentWidget() is self.agenda
        pictured = stage is Stage.AWARENESS and self.steps.has_picture
        if not listed:
            self._body.setCurrentWidget(self.steps if stage else self._nothing)
        self.sides.setVisible(stage not in {None, Stage.STEP_BACK} and not pictured and not listed)
        told = stage is Stage.AWARENESS and not listed and bool(self.heading.why.text())
        self.heading.why.setVisible(told)
        self.footer.show_keys(
            keys_of_agenda() if listed else keys_of(stage) if stage else keys_to_leave()
        )
        policy = Qt.FocusPolicy.NoFocus if stage else Qt.FocusPolicy.StrongFocus
        self.footer.leave.setFocusPolicy(policy)

    # Writing down -----------------------------------------------------------------------------

    def _add(self, text: str, edit: Callable[..., Change]) -> None:
        self._document.record(text, edit, topic=self._topic._replace(today=today()))

    def _change(self, text: str, edit: Callable[..., Change]) -> None:
        self._document.record(text, edit)

    def _judge(
        self, status: Status, reason: str, present: tuple[str, ...], hands: Hands | None
    ) -> None:
        found = self._document.kept_detection.about(self._topic.about)
        if found is not None:
            edit = partial(judge_again, found=found, status=status, date=today())
            self._document.record(
                self.tr("Judge"), edit, reason=reason, present=present, hands=hands
            )
