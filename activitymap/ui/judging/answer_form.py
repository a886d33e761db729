"""The fields in which a group says what it makes of a contradiction, and why."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from activitymap.ui.judging.draft import Draft
from activitymap.ui.judging.fold import Fold
from activitymap.ui.judging.hands_field import HandsField
from activitymap.ui.judging.present import Present
from activitymap.ui.judging.present_field import PresentField
from activitymap.ui.judging.research_form import ResearchForm
from activitymap.ui.judging.status_buttons import StatusButtons
from activitymap.ui.typed import TypedText


class AnswerForm(QWidget):
    """What everybody fills in; ``judged`` carries the status whose button was pressed.

    ``more`` and ``for_researchers`` hold what is wanted less often; whoever shows the form puts
    them beneath it.
    """

    judged = Signal(object)

    def __init__(self, present: Present) -> None:
        super().__init__()
        self.reason, self.own_words = QPlainTextEdit(), TypedText(lines=2)
        self.reason.setTabChangesFocus(True)
        for field in (self.reason, self.own_words):
            field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 16)
        self.notice = QLabel()
        self.notice.setObjectName("error")
        self.notice.setWordWrap(True)
        self.notice.hide()
        self.buttons = StatusButtons()
        self.present = PresentField(present)
        self.depends, self.hands = QLineEdit(), HandsField()
        self.research = ResearchForm()
        self._words_label = QLabel()
        self.show_drawn(drawn=False)
        self.more = Fold(self.tr("Own words, depends on, show of hands"), self._more())
        self.for_researchers = Fold(self.tr("For researchers: level, kind"), self.research)
        self._arrange()
        self.buttons.pressed.connect(self.judged)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        why = QLabel(self.tr("&Why? What has changed?"))
        why.setBuddy(self.reason)
        self.reason.setAccessibleName(self.tr("Why? What has changed?"))
        here = QFormLayout()
        here.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        here.addRow(self.tr("Here &today"), self.present)
        for part in (why, self.reason, self.notice):
            column.addWidget(part)
        column.addLayout(here)
        column.addWidget(self.buttons)

    def _more(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 0, 0, 4)
        self.own_words.setAccessibleName(self.tr("In our own words"))
        self.own_words.setPlaceholderText(self.tr("how we would put this contradiction"))
        self.depends.setAccessibleName(self.tr("Depends on"))
        self.depends.setPlaceholderText(self.tr("whether …; it is a tension then"))
        for part in (
            self._words_label,
            self.own_words,
            QLabel(self.tr("Whether there is a clash depends on")),
            self.depends,
            QLabel(self.tr("Show of hands")),
            self.hands,
        ):
            column.addWidget(part)
        return body

    def draft(self) -> Draft:
        """Return what is filled in, in the words that are shown."""
        level, kind, showing = self.research.values()
        return Draft(
            reason=self.reason.toPlainText().strip(),
            text=self.own_words.toPlainText().strip(),
            depends_on=self.depends.text().strip(),
            level=level,
            kind=kind,
            showing=showing,
            hands=self.hands.hands(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Fill in the fields; what is folded away and holds something is opened."""
        self.reason.setPlainText(draft.reason)
        self.own_words.show_text(draft.text)
        self.depends.setText(draft.depends_on)
        self.hands.show_hands(draft.hands)
        self.research.show_values(draft.level, draft.kind, draft.showing)
        if draft.depends_on or draft.hands:
            self.more.open()

    def show_drawn(self, *, drawn: bool) -> None:
        """Say whose words are typed: those of a judgement, or of what the group drew."""
        self._words_label.setText(
            self.tr("What we drew, in our own words") if drawn else self.tr("In our own words")
        )

    def ask(self, words: str) -> None:
        """Ask for a reason; no words take the question away."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        if words:
            self.reason.setFocus()

    def fields(self) -> Iterator[QWidget]:
        """Yield everything that can be filled in or pressed."""
        yield from self.buttons.by_status.values()
        yield from (self.reason, self.own_words, self.depends, self.present)
        yield from self.hands.boxes.values()
        yield from self.research.boxes
