"""What the group makes of a contradiction after it talked: seen too, no clash, or resolved."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judgement_words import judgement_words, status_words
from activitymap.model.judging import Hands, Status
from activitymap.ui.discussing.part import Part, Talk, asking, plain_label
from activitymap.ui.document import Document
from activitymap.ui.judging.hands_field import HandsField
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.judging.present_field import PresentField
from activitymap.ui.judging.status_buttons import StatusButtons

_LINES = 3


class Verdict(Part):
    """Asks for a judgement with its reason, a show of hands and who is present.

    What is filled in is part of the draft that the panel of judging shows too. ``judged`` carries
    the status, and as they are kept the reason, who is present, and the show of hands or ``None``;
    ``noted`` a reason that was typed here and did not become a judgement.
    """

    judged = Signal(object, str, object, object)
    noted = Signal(str)

    def __init__(self, document: Document, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._drafts = document, meeting.drafts
        self._about: tuple[str, ...] = ()
        self._shown: tuple[str, Hands | None] = ("", None)
        self._reason_is_new = False
        self.status, self.last = plain_label("verdict"), plain_label("stage-said")
        self.reason, self.present = QPlainTextEdit(), PresentField(meeting.present)
        self.hands, self.buttons = HandsField(), StatusButtons()
        self._arrange()
        self.buttons.pressed.connect(self._judge)

    def _arrange(self) -> None:
        self.reason.setAccessibleName(self.tr("Why, or what has changed"))
        self.reason.setPlaceholderText(self.tr("why, or what has changed"))
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(_LINES * self.reason.fontMetrics().lineSpacing())
        self.present.setPlaceholderText(self.tr("present: names or roles; …"))
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
        found = talk.found
        self.setEnabled(found is not None)
        last = found.judgement if found else None
        self.status.setText(status_words(found) if found else "")
        self.last.setText("\n".join(judgement_words(last)) if last else "")
        self.buttons.show_finding(found)
        about = found.about if found else ()
        if about != self._about or self._filled() == self._shown:
            self._about = about
            self._show_draft()

    # What is filled in ------------------------------------------------------------------------

    def _filled(self) -> tuple[str, Hands | None]:
        return self.reason.toPlainText().strip(), self.hands.hands()

    def _kept(self) -> Contradiction | None:
        """Return what is judged with the names of people, as a judgement keeps it."""
        return self._document.kept_detection.about(self._about) if self._about else None

    def _show_draft(self) -> None:
        """Show what was filled in, here or in the panel; the cursor stays where nothing is new."""
        draft = self._drafts.of(self._kept())
        if (draft.reason, draft.hands) != self._filled():
            self.reason.setPlainText(draft.reason)
            self.reason.moveCursor(QTextCursor.MoveOperation.End)
            self.hands.show_hands(draft.hands)
        self._shown = self._filled()

    @override
    def finish(self) -> bool:
        self.present.finish()
        found, filled = self._kept(), self._filled()
        if found is not None and filled != self._shown:
            self._reason_is_new = self._reason_is_new or filled[0] != self._shown[0]
            draft = self._drafts.of(found)
            self._drafts.take(found, draft._replace(reason=filled[0], hands=filled[1]))
            self._show_draft()
        return True

    def leave_off(self) -> None:
        """Have noted what was given as a reason and not judged: the talk about this one is over."""
        self.finish()
        words, _ = self._filled()
        if self._reason_is_new and words:
            self.noted.emit(words)
        self._reason_is_new = False

    def forget(self) -> None:
        """Know nothing of what was judged before: another map is open."""
        self._about, self._reason_is_new = (), False
        self._show_draft()

    # Judging ----------------------------------------------------------------------------------

    def _judge(self, status: Status) -> None:
        self.finish()
        found = self._kept()
        if found is None:
            return
        draft = self._drafts.kept(found)
        if status in {Status.DISMISSED, Status.RESOLVED} and not draft.reason:
            self.told.emit(
                self.tr("Say why there is no clash, then press the button again.")
                if status is Status.DISMISSED
                else self.tr("Say what has changed, then press the button again.")
            )
            self.reason.setFocus()
            return
        before = found.judgement
        self.judged.emit(status, draft.reason, self.present.names(), draft.hands)
        found = self._kept()
        if found is not None and found.judgement is not before:
            self._show_recorded(found)

    def _show_recorded(self, found: Contradiction) -> None:
        """Take away what was recorded; what else the panel holds about it is left there."""
        self._drafts.take(found, self._drafts.of(found)._replace(reason="", hands=None))
        self._reason_is_new = False
        self._show_draft()
