"""The panel in which a group judges one contradiction, and sees what it made of it before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.theme import Theme
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.listing import listed_with, next_candidate
from activitymap.model.edits.judging import grade_drawn, judge_found, reword_drawn
from activitymap.model.judgement_words import judgement_words
from activitymap.model.judging import DrawnContradiction, Judgement, Status
from activitymap.ui.document import Document
from activitymap.ui.judging.answer_form import AnswerForm
from activitymap.ui.judging.draft import Draft
from activitymap.ui.judging.finding_card import FindingCard, plain_label
from activitymap.ui.judging.kept_words import as_kept
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.panels.finding_rows import RowWords
from activitymap.ui.today import today


class JudgingPanel(QWidget):
    """Judges what is chosen.

    ``discuss`` carries a contradiction to talk about, ``turned`` another one that is shown now.
    What is filled in and not recorded stays with its contradiction while the map is open.
    """

    discuss = Signal(object)
    turned = Signal(object)

    def __init__(self, document: Document, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._about: tuple[str, ...] = ()
        self._meeting, self._drafts = meeting, meeting.drafts
        self._shown = Draft()
        self._hidden = document.names_hidden
        self.steps = QWidget()
        self.card, self.form = FindingCard(self.steps), AnswerForm(meeting.present)
        self.reason, self.buttons = self.form.reason, self.form.buttons.by_status
        self.place, self.trail = QLabel(), plain_label("quiet")
        self.back, self.onward = QToolButton(), QToolButton()
        self.next = QPushButton(self.tr("Ne&xt open ▶"))
        self.talk = QPushButton(self.tr("Disc&uss it"))
        self._arrange()
        self._connect()
        self._show_found()

    def _arrange(self) -> None:
        for button, arrow, words in (
            (self.back, Qt.ArrowType.LeftArrow, self.tr("The one before on this matter")),
            (self.onward, Qt.ArrowType.RightArrow, self.tr("The next one on this matter")),
        ):
            button.setArrowType(arrow)
            button.setObjectName("step")
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.place.setObjectName("quiet")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(6, 8, 10, 10)
        steps, foot = QHBoxLayout(self.steps), QHBoxLayout()
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(0)
        for part in (self.back, self.place, self.onward):
            steps.addWidget(part)
        for below in (self.talk, self.next):
            foot.addWidget(below)
        heading = QLabel(self.tr("What was made of it so far"))
        heading.setObjectName("heading")
        column.addWidget(self.card)
        column.addWidget(self.form)
        column.addLayout(foot)
        folds = QVBoxLayout()
        folds.setSpacing(0)
        for fold in (self.form.more, self.form.for_researchers):
            folds.addWidget(fold)
        column.addLayout(folds)
        for label in (heading, self.trail):
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _connect(self) -> None:
        self.form.judged.connect(self.judge)
        self.form.research.graded.connect(self._grade)
        self.form.own_words.finished.connect(self._reword)
        self.talk.clicked.connect(self._discuss)
        self.back.clicked.connect(lambda: self._step(-1))
        self.onward.clicked.connect(lambda: self._step(1))
        self.next.clicked.connect(self._turn_to_open)
        self._document.map_changed.connect(self._renew)

    # What is judged ---------------------------------------------------------------------------

    def show_findings(self, findings: tuple[Contradiction, ...]) -> None:
        """Show the contradiction that was chosen; of several, the first."""
        about = findings[0].about if findings else ()
        if frozenset(about) != frozenset(self._about):
            self.finish()
            self._about = about
            self._show_fields()
        self._show_found()

    def found(self) -> Contradiction | None:
        """Return what is judged, as it is shown now."""
        return self._document.detection.about(self._about) if self._about else None

    def show_theme(self, theme: Theme) -> None:
        """Show the sides in the colours of a theme."""
        self.card.theme = theme
        self._show_found()

    def _kept(self) -> Contradiction | None:
        """Return what is judged with the names of people, as a judgement keeps it."""
        return self._document.kept_detection.about(self._about) if self._about else None

    def _step(self, way: int) -> None:
        series = listed_with(self._document.detection, self._about)
        place = [frozenset(one.about) for one in series].index(frozenset(self._about)) + way
        if 0 <= place < len(series):
            self.turned.emit(series[place])

    def _turn_to_open(self) -> None:
        found = next_candidate(self._document.detection, self._about)
        if found is not None:
            self.turned.emit(found)

    # What is filled in ------------------------------------------------------------------------

    def finish(self) -> None:
        """Keep what is filled in with its contradiction; words of a drawn one go into the map."""
        self.form.present.finish()
        self.form.own_words.finish()
        found, filled = self._kept(), self._filled()
        if found is not None and filled != self._shown:
            self._drafts.take(found, filled)
            self._shown = filled

    def _filled(self) -> Draft:
        """Return what is filled in, except what a drawn contradiction has itself."""
        draft = self.form.draft()
        return draft._replace(text="", level=None, kind=None) if self._drawn() else draft

    def unrecorded(self) -> tuple[Contradiction, ...]:
        """Return the contradictions about which something is filled in that was not recorded."""
        several = map(self._document.detection.about, self._drafts.abouts())
        return tuple(one for one in several if one is not None)

    def forget(self) -> None:
        """Forget what was filled in: another map is shown now."""
        self._meeting.forget()
        self._about = ()
        self._show_fields()
        self._show_found()

    def _show_fields(self) -> None:
        """Fill the fields with what was left in them, or else with what still stands."""
        self.form.show_draft(self._drafts.of(self._kept()))
        self.form.ask("")
        self._shown = self._filled()

    def _show_fields_again(self) -> None:
        """Show what was filled in elsewhere, unless something is being filled in here."""
        if self._filled() == self._shown != self._drafts.of(self._kept()):
            self._show_fields()

    # A drawn contradiction --------------------------------------------------------------------

    def _drawn(self) -> DrawnContradiction | None:
        """Return what the group drew, where that is judged: its words, level and kind are its own.

        It comes without the names of people, while those are hidden.
        """
        about = set(self._about)
        return next((one for one in self._document.map.drawn if one.id in about), None)

    def _show_drawn(self) -> None:
        drawn = self._drawn()
        self.form.show_drawn(drawn=drawn is not None)
        if drawn is not None:
            showing = self.form.research.values()[2]
            self.form.research.show_values(drawn.level, drawn.kind, showing)
            self.form.own_words.show_text(drawn.text)

    def _reword(self, words: str) -> None:
        """Put what the group drew into other words, which it has itself."""
        found = self._kept()
        if found is not None and self._drawn() is not None:
            words = as_kept(self._document, found.reasons[0].words, words)
            self._document.record(
                self.tr("Reword a contradiction"), reword_drawn, self._about[0], words
            )

    def _grade(self) -> None:
        """Give what the group drew another level or kind."""
        drawn = self._drawn()
        if drawn is not None:
            level, kind, _ = self.form.research.values()
            self._document.record(
                self.tr("Grade a contradiction"), grade_drawn, drawn.id, kind or drawn.kind, level
            )

    # Showing ----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_fields_again()
        self._show_found()

    def _renew(self) -> None:
        """Look again at the map; nobody looks at what was found while the panel is hidden."""
        if self._hidden is not self._document.names_hidden:
            self._hidden = self._document.names_hidden
            self._show_fields()
        if self.isVisible():
            self._show_fields_again()
            self._show_found()

    def _show_found(self) -> None:
        found = self.found()
        for field in (*self.form.fields(), self.talk):
            field.setEnabled(found is not None)
        self.next.setEnabled(next_candidate(self._document.detection, self._about) is not None)
        self._show_place()
        self.form.research.show_found(found)
        self.form.buttons.show_finding(found)
        self._show_drawn()
        if found is None:
            self.card.show_nothing()
            self.trail.clear()
            return
        self.card.show_finding(found, RowWords(self._document.map))
        lines = ["\n".join(judgement_words(one)) for one in reversed(self._past())]
        self.trail.setText("\n\n".join(lines) or self.tr("Nothing yet."))

    def _show_place(self) -> None:
        series = listed_with(self._document.detection, self._about)
        abouts = [frozenset(one.about) for one in series]
        number = abouts.index(frozenset(self._about)) + 1 if abouts else 0
        self.place.setText(self.tr("{number} of {all}").format(number=number, all=len(series)))
        self.steps.setVisible(len(series) > 1)
        self.back.setEnabled(number > 1)
        self.onward.setEnabled(number < len(series))

    def _past(self) -> list[Judgement]:
        wanted = frozenset(self._about)
        return [one for one in self._document.map.judgements if frozenset(one.about) == wanted]

    # Judging ----------------------------------------------------------------------------------

    def judge(self, status: Status) -> None:
        """Record a judgement with everything that is filled in."""
        self.finish()
        found = self._kept()
        if found is None:
            return
        draft = self._drafts.kept(found)
        if status in {Status.DISMISSED, Status.RESOLVED} and not draft.reason:
            self.form.ask(
                self.tr("Say why there is no clash, then press the button again.")
                if status is Status.DISMISSED
                else self.tr("Say what has changed, then press the button again.")
            )
            return
        said = draft._asdict() | {"present": self.form.present.names()}
        if self._document.record(self.tr("Judge"), judge_found, found, status, today(), **said):
            self._drafts.forget(found)
            self._show_fields()
            self._show_drawn()
        elif not draft.reason:
            self.form.reason.setFocus()

    def _discuss(self) -> None:
        found = self.found()
        if found is not None:
            self.discuss.emit(found)
