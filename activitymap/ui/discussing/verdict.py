"""What the group makes of a contradiction after it talked: seen too, no clash, or resolved."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Hands, Judgement, Status
from activitymap.model.meeting import present_on
from activitymap.ui.discussing.part import Line, Part, Talk, asking, plain_label
from activitymap.ui.judging.trail_words import judgement_words
from activitymap.ui.panels.finding_words import status_words
from activitymap.ui.today import today


class Verdict(Part):
    """Asks for a judgement with its reason, a show of hands and who is present.

    ``judged`` carries the status, the reason, who is present, and the show of hands or ``None``;
    ``noted`` a reason that never became a judgement.
    """

    judged = Signal(object, str, str, object)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Contradiction | None = None
        self.status, self.last = plain_label("verdict"), plain_label("stage-said")
        self.reason = Line(self.tr("Why, or what has changed"), self.tr("why, or what has changed"))
        self.present = Line(self.tr("Who is present"), self.tr("present: names or roles; …"))
        self.hands = {
            name: _Hands(words)
            for name, words in (
                ("agree", self.tr("agree")),
                ("unsure", self.tr("unsure")),
                ("disagree", self.tr("disagree")),
            )
        }
        self.buttons = {
            Status.CONFIRMED: QPushButton(self.tr("We see it &too")),
            Status.DISMISSED: QPushButton(self.tr("&No clash here")),
            Status.RESOLVED: QPushButton(self.tr("&Resolved")),
            Status.CANDIDATE: QPushButton(self.tr("&Look again")),
        }
        self._arrange()
        for status, button in self.buttons.items():
            button.clicked.connect(partial(self._judge, status))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking(self.tr("What do we ma&ke of it now?"), self.reason))
        for part in (self.status, self.reason):
            column.addWidget(part)
        hands = QHBoxLayout()
        for box in self.hands.values():
            hands.addWidget(plain_label("stage-said", box.accessibleName()))
            hands.addWidget(box, 1)
        column.addLayout(hands)
        column.addWidget(self.present)
        buttons = QGridLayout()
        for place, button in enumerate(self.buttons.values()):
            buttons.addWidget(button, place // 2, place % 2)
        column.addLayout(buttons)
        column.addWidget(self.last)
        column.addStretch(1)

    @override
    def show_talk(self, talk: Talk) -> None:
        before, self._found = self._found, talk.found
        self.setEnabled(talk.found is not None and not talk.found.gone)
        last = talk.found.judgement if talk.found else None
        self.status.setText(status_words(talk.found) if talk.found else "")
        self.last.setText(judgement_words(last) if last else "")
        for status, button in self.buttons.items():
            chosen = bool(last and talk.found and talk.found.status is status)
            button.setObjectName("chosen-answer" if chosen else "")
            button.style().polish(button)
        if before is None or talk.found is None or before.about != talk.found.about:
            self.reason.empty()
            for box in self.hands.values():
                box.setValue(0)
        if not self.present.hasFocus():
            self.present.setText("; ".join(present_on(talk.map, today())) or self.present.text())

    @override
    def finish(self) -> bool:
        words = self.reason.words()
        if words:
            self.reason.empty()
            self.noted.emit(words)
        return True

    def _judge(self, status: Status) -> None:
        if self._found is None:
            return
        if status in {Status.DISMISSED, Status.RESOLVED} and not self.reason.words():
            self.told.emit(
                self.tr("Say why there is no clash, then press the button again.")
                if status is Status.DISMISSED
                else self.tr("Say what has changed, then press the button again.")
            )
            self.reason.setFocus()
            return
        hands = Hands(**{name: box.value() for name, box in self.hands.items()})
        before = self._judgement()
        shown = hands if hands != Hands() else None
        self.judged.emit(status, self.reason.words(), self.present.text(), shown)
        if self._judgement() is not before:
            self.reason.empty()

    def _judgement(self) -> Judgement | None:
        return self._found.judgement if self._found else None


class _Hands(QSpinBox):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(0, 9999)
