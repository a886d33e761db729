"""The panel in which a group judges one contradiction, and sees what it made of it before."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.edits.judging import judge_found
from activitymap.model.judging import Hands, Judgement, Kind, Level, Showing, Status
from activitymap.ui.document import Document
from activitymap.ui.judging.trail_words import judgement_words
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.finding_words import kind_words, place_words, status_words
from activitymap.ui.today import today

_HANDS = ("agree", "unsure", "disagree")


class JudgingPanel(QWidget):
    """Judges what is chosen; ``discuss`` carries a contradiction to talk about."""

    discuss = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._about: tuple[str, ...] = ()
        self.title, self.why, self.trail = _label(""), _label(""), _label("quiet")
        self.notice = _label("error")
        self.buttons = {
            Status.CONFIRMED: QPushButton(self.tr("We see it &too")),
            Status.DISMISSED: QPushButton(self.tr("&No clash here")),
            Status.RESOLVED: QPushButton(self.tr("&Resolved")),
            Status.CANDIDATE: QPushButton(self.tr("&Look again")),
        }
        self.reason, self.own_words = _field(self.tr("Why?")), _field(self.tr("In our own words"))
        self.depends = QLineEdit()
        self.depends.setPlaceholderText(self.tr("It depends on …"))
        self.present = QLineEdit()
        self.present.setPlaceholderText(self.tr("names or roles, separated by ;"))
        self.hands = {name: QSpinBox() for name in _HANDS}
        self.level, self.kind, self.showing = QComboBox(), QComboBox(), QComboBox()
        self.talk = QPushButton(self.tr("Disc&uss it"))
        self._fill()
        self._arrange()
        for status, button in self.buttons.items():
            button.clicked.connect(partial(self.judge, status))
        self.talk.clicked.connect(self._discuss)
        document.map_changed.connect(self._renew)
        self._renew()

    def _fill(self) -> None:
        as_found = self.tr("as it was found")
        for box, values in ((self.level, Level), (self.kind, Kind)):
            box.addItem(as_found, None)
            for value in values:
                box.addItem(model_words(str(value)), value)
        self.showing.addItem(self.tr("not noted"), None)
        for showing in Showing:
            self.showing.addItem(model_words(str(showing)), showing)
        self.showing.setToolTip(
            self.tr(
                "How it shows itself in what people say (Engeström and Sannino 2011). "
                "It is noted by somebody who heard it, never worked out."
            )
        )
        for hand in self.hands.values():
            hand.setRange(0, 9999)

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(6, 10, 10, 10)
        for label in (self.title, self.why):
            column.addWidget(label)
        buttons = QGridLayout()
        for place, button in enumerate(self.buttons.values()):
            button.setMinimumWidth(60)
            buttons.addWidget(button, place // 2, place % 2)
        for part in (self.reason, self.notice, self.own_words):
            column.addWidget(part)
        column.addLayout(buttons)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        show = QGridLayout()
        words = (self.tr("agree"), self.tr("unsure"), self.tr("disagree"))
        for place, (title, box) in enumerate(zip(words, self.hands.values(), strict=True)):
            box.setAccessibleName(title)
            show.addWidget(QLabel(title), 0, place)
            show.addWidget(box, 1, place)
        for title, field in (
            (self.tr("Depends on"), self.depends),
            (self.tr("Present"), self.present),
            (self.tr("Level"), self.level),
            (self.tr("Kind"), self.kind),
            (self.tr("Shows as"), self.showing),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        column.addLayout(form)
        column.addWidget(QLabel(self.tr("Show of hands")))
        column.addLayout(show)
        column.addWidget(self.talk)
        heading = QLabel(self.tr("What was made of it so far"))
        heading.setObjectName("heading")
        column.addWidget(heading)
        column.addWidget(self.trail)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.fields = (
            *self.buttons.values(), self.reason, self.own_words, self.depends, self.present,
            self.level, self.kind, self.showing, *self.hands.values(), self.talk,
        )  # fmt: skip

    def show_findings(self, findings: tuple[Contradiction, ...]) -> None:
        """Show the contradiction that was chosen; of several, the first."""
        about = findings[0].about if findings else ()
        if about != self._about:
            self._about = about
            self._show_fields()
        self._renew()

    def found(self) -> Contradiction | None:
        """Return what is judged, as it is shown now."""
        return self._document.detection.about(self._about) if self._about else None

    def _show_fields(self) -> None:
        """Fill the fields with what was judged last, if it still stands."""
        found = self.found()
        last = found.judgement if found and not found.changed else None
        self.reason.setPlainText(last.reason if last else "")
        self.own_words.setPlainText(last.text if last else "")
        self.depends.setText(last.depends_on if last else "")
        self.present.setText("; ".join(last.present if last else self._present_today()))
        for box, value in (
            (self.level, last.level if last else None),
            (self.kind, last.kind if last else None),
            (self.showing, last.showing if last else None),
        ):
            box.setCurrentIndex(max(box.findData(value), 0) if value else 0)
        hands = (last.hands if last else None) or Hands()
        for name, hand in self.hands.items():
            hand.setValue(getattr(hands, name))

    def _present_today(self) -> tuple[str, ...]:
        """Return who was there at the last judgement of this day: it is one meeting."""
        for judgement in reversed(self._document.map.judgements):
            if judgement.present:
                return judgement.present if judgement.date == today() else ()
        return ()

    def _renew(self, _map: ActivityMap | None = None) -> None:
        found = self.found()
        for field in self.fields:
            field.setEnabled(found is not None)
        self.notice.hide()
        if found is None:
            self.title.setText(self.tr("Choose a contradiction to say what you make of it."))
            for label in (self.why, self.trail):
                label.clear()
            return
        told = [kind_words(found.kind), place_words(found), status_words(found)]
        self.title.setText(", ".join(told))
        self.why.setText(found.told)
        for status, button in self.buttons.items():
            chosen = found.status is status and found.judgement is not None
            button.setObjectName("chosen-answer" if chosen else "")
            button.style().polish(button)
        lines = [judgement_words(one) for one in reversed(self._past())]
        self.trail.setText("\n\n".join(lines) or self.tr("Nothing yet."))

    def _past(self) -> list[Judgement]:
        wanted = frozenset(self._about)
        return [one for one in self._document.map.judgements if frozenset(one.about) == wanted]

    def judge(self, status: Status, _checked: bool = False) -> None:
        """Record a judgement with everything that is filled in."""
        found = self._document.kept_detection.about(self._about)
        if found is None:
            return
        reason = self.reason.toPlainText().strip()
        if status in {Status.DISMISSED, Status.RESOLVED} and not reason:
            self.notice.setText(
                self.tr("Say why there is no clash, then press the button again.")
                if status is Status.DISMISSED
                else self.tr("Say what has changed, then press the button again.")
            )
            self.notice.show()
            self.reason.setFocus()
            return
        hands = Hands(**{name: box.value() for name, box in self.hands.items()})
        level, kind, showing = (box.currentData() for box in (self.level, self.kind, self.showing))
        self._document.record(
            self.tr("Judge"),
            judge_found,
            found,
            status,
            today(),
            reason=reason,
            text=self.own_words.toPlainText(),
            depends_on=self.depends.text(),
            present=self.present.text().split(";"),
            hands=hands if hands != Hands() else None,
            level=Level(level) if level else None,
            kind=Kind(kind) if kind else None,
            showing=Showing(showing) if showing else None,
        )

    def _discuss(self) -> None:
        found = self.found()
        if found is not None:
            self.discuss.emit(found)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _field(title: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(title)
    field.setAccessibleName(title)
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 16)
    return field
