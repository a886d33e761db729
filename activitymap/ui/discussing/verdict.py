"""What the group makes of a contradiction after it talked: seen too, no clash, or resolved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judgement_words import judgement_words, status_words
from activitymap.model.judging import Judgement, Status
from activitymap.model.meeting import present_on
from activitymap.ui.discussing.part import Line, Part, Talk, asking, plain_label
from activitymap.ui.judging.hands_field import HandsField
from activitymap.ui.judging.status_buttons import StatusButtons
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
        self.hands, self.buttons = HandsField(), StatusButtons()
        self._arrange()
        self.buttons.pressed.connect(self._judge)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking(self.tr("What do we ma&ke of it now?"), self.reason))
        for part in (self.status, self.reason):
            column.addWidget(part)
        for widget in (self.hands, self.present, self.buttons, self.last):
            column.addWidget(widget)
        column.addStretch(1)

    @override
    def show_talk(self, talk: Talk) -> None:
        before, self._found = self._found, talk.found
        self.setEnabled(talk.found is not None)
        last = talk.found.judgement if talk.found else None
        self.status.setText(status_words(talk.found) if talk.found else "")
        self.last.setText("\n".join(judgement_words(last)) if last else "")
        self.buttons.show_finding(talk.found)
        if before is None or talk.found is None or before.about != talk.found.about:
            self.reason.empty()
            self.hands.show_hands(None)
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
        before = self._judgement()
        hands = self.hands.hands()
        self.judged.emit(status, self.reason.words(), self.present.text(), hands)
        if self._judgement() is not before:
            self.reason.empty()

    def _judgement(self) -> Judgement | None:
        return self._found.judgement if self._found else None
