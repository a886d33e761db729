"""The view in which a group sorts its matters, pair by pair, with one key each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.model.edits.matters import set_matter_kind
from activitymap.model.judging import Answer
from activitymap.model.sorting import Pair, Round, rounds, settle
from activitymap.model.values import MatterKind
from activitymap.ui.document import Document
from activitymap.ui.judging.kept_words import as_kept
from activitymap.ui.judging.present import Present
from activitymap.ui.model_words import model_words
from activitymap.ui.sorting.answers import KEYS, Answers
from activitymap.ui.sorting.said import SaidColumns, said_words
from activitymap.ui.today import today


class SortingView(QWidget):
    """Shows one pair at a time, the matter's other statements above it; ``left`` says Esc."""

    left = Signal()

    def __init__(self, document: Document, present: Present, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rounds: tuple[Round, ...] = ()
        self._place: tuple[str, tuple[str, str]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Sorting matters"))
        self.matter, self.progress = _label("sort-title"), _label("quiet")
        self.columns = SaidColumns()
        self.first, self.second = _label("sort-pair"), _label("sort-pair")
        self.believed = _label("")
        self.answers = Answers(present)
        self.depends, self.buttons = self.answers.depends, self.answers.buttons
        self.own = QPushButton(self.tr("Each has its own (O)"))
        self.back, self.next = QPushButton(self.tr("◀ Back")), QPushButton(self.tr("Skip ▶"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        steps = QHBoxLayout()
        for button in (self.back, self.own, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            steps.addWidget(button)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for part in (self.matter, self.progress):
            column.addWidget(part)
        column.addWidget(area, 1)
        for widget in (self.first, self.second, self.believed, self.answers):
            column.addWidget(widget)
        column.addLayout(steps)

    def _connect(self) -> None:
        self.answers.answered.connect(self.answer)
        self.answers.left.connect(self.setFocus)
        self.own.clicked.connect(self._each_its_own)
        self.back.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self._document.map_changed.connect(self._renew)

    # Where the group is -----------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()
        self.setFocus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._rounds = ()
        super().hideEvent(event)

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if not self.isVisible():
            return
        self._rounds = rounds(self._document.map, self._document.detection)
        if self._current() is None:
            self._place = self._first_open()
        self._show()

    def _all(self) -> list[tuple[Round, Pair]]:
        return [(one, pair) for one in self._rounds for pair in one.pairs]

    def _first_open(self) -> tuple[str, tuple[str, str]] | None:
        several = self._all()
        open_ones = [(one, pair) for one, pair in several if pair.answer is None]
        for one, pair in open_ones or several:
            return one.matter.id, pair.about
        return None

    def _current(self) -> tuple[Round, Pair] | None:
        for one, pair in self._all():
            if (one.matter.id, pair.about) == self._place:
                return one, pair
        return None

    def _step(self, way: int, *, only_open: bool = False) -> None:
        """Go to the next or last pair, past answered ones where only open ones are wanted."""
        several = self._all()
        places = [(one.matter.id, pair.about) for one, pair in several]
        if not places:
            return
        start = places.index(self._place) if self._place in places else 0
        order = [(start + way * step) % len(places) for step in range(1, len(places) + 1)]
        wanted = [at for at in order if not only_open or several[at][1].answer is None]
        self._place = places[wanted[0] if wanted else order[0]]
        self._show()

    # Showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        current = self._current()
        for part in (self.answers, self.own, self.back, self.next):
            part.setEnabled(current is not None)
        if current is None:
            self.matter.setText(self.tr("There is nothing to sort"))
            self.progress.setText(
                self.tr("Give statements of linked services a matter, and come back.")
            )
            for label in (self.first, self.second, self.believed):
                label.clear()
            self.depends.clear()
            self.columns.show_said((), ())
            return
        one, pair = current
        total = sum(len(each.pairs) for each in self._rounds)
        settled = sum(each.settled for each in self._rounds)
        self.matter.setText(one.matter.name)
        self.progress.setText(
            self.tr("{settled} of {total} pairs settled, {here} of {all} on this matter").format(
                settled=settled, total=total, here=one.settled, all=len(one.pairs)
            )
        )
        self.columns.show_said(one.said, pair.about)
        self.first.setText(said_words(pair.one))
        self.second.setText(said_words(pair.other))
        self.believed.setText(self._belief(pair))
        self.depends.setText(pair.depends_on)
        chosen = pair.answer or pair.belief
        for answer, button in self.buttons.items():
            button.setObjectName("chosen-answer" if answer is chosen else "")
            button.style().polish(button)

    def _belief(self, pair: Pair) -> str:
        if pair.answer is not None:
            return self.tr("Answered: {answer}.").format(answer=model_words(str(pair.answer)))
        told = self.tr("Enter agrees: {answer}.").format(answer=model_words(str(pair.belief)))
        if pair.changed:
            told = self.tr("Changed since you judged it. {belief}").format(belief=told)
        return f"{told} {pair.found.because}" if pair.found else told

    # Answering --------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, key = self._current(), event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self.answers.press(current[1].belief)
        elif key in KEYS:
            self.answers.press(KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_O:
            self._each_its_own()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space}:
            self._step(1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace}:
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def answer(self, answer: Answer) -> None:
        """Record the group's answer about the pair, and go on to the next open one."""
        current = self._current()
        pair = self._kept_pair(current) if current is not None else None
        if current is None or pair is None:
            return
        document = self._document
        words = as_kept(document, pair.depends_on, self.depends.text().strip())
        recorded = document.record(
            self.tr("Sort a pair"),
            settle,
            pair,
            answer,
            today(),
            words,
            self.answers.present.names(),
            self.answers.hands.hands(),
        )
        self.setFocus()
        if recorded:
            self.answers.hands.show_hands(None)
            self._step(1, only_open=True)

    def _kept_pair(self, current: tuple[Round, Pair]) -> Pair | None:
        """Return a pair with the names of people, as a judgement keeps it."""
        if not self._document.names_hidden:
            return current[1]
        kept = rounds(self._document.kept, self._document.kept_detection)
        place = (current[0].matter.id, current[1].about)
        return next(
            (pair for one in kept for pair in one.pairs if (one.matter.id, pair.about) == place),
            None,
        )

    def finish(self) -> None:
        """Take who is here as it is typed, before names are hidden or shown."""
        self.answers.present.finish()

    def _each_its_own(self) -> None:
        current = self._current()
        if current is not None:
            matter = current[0].matter.id
            self._document.record(
                self.tr("Each has its own"), set_matter_kind, matter, MatterKind.OWN
            )


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
