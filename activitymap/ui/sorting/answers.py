"""How a group answers about a pair: one key or button, what it depends on, who is here, hands."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from activitymap.model.judging import Answer
from activitymap.ui.judging.hands_field import HandsField
from activitymap.ui.judging.present import Present
from activitymap.ui.judging.present_field import PresentField

KEYS = {
    Qt.Key.Key_T: Answer.TOGETHER,
    Qt.Key.Key_A: Answer.APART,
    Qt.Key.Key_D: Answer.DEPENDS,
    Qt.Key.Key_N: Answer.NOT_THE_SAME,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Answers(QWidget):
    """``answered`` carries the answer that was given, ``left`` says that a field was left."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, present: Present) -> None:
        super().__init__()
        self.depends, self.present, self.hands = QLineEdit(), PresentField(present), HandsField()
        self.depends.setPlaceholderText(self.tr("It depends on …"))
        self.depends.setAccessibleName(self.tr("What it depends on"))
        words = {
            Answer.TOGETHER: self.tr("Together (T)"),
            Answer.APART: self.tr("Apart (A)"),
            Answer.DEPENDS: self.tr("Depends (D)"),
            Answer.NOT_THE_SAME: self.tr("Not the same matter (N)"),
        }
        self.buttons = {answer: QPushButton(words[answer]) for answer in Answer}
        buttons, who = QGridLayout(), QGridLayout()
        for place, (answer, button) in enumerate(self.buttons.items()):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, one=answer: self.press(one))
            buttons.addWidget(button, 0, place)
        who.addWidget(QLabel(self.tr("Here today")), 0, 0)
        who.addWidget(self.present, 1, 0)
        who.addWidget(self.hands, 0, 1, 2, 1)
        who.setColumnStretch(0, 1)
        self.hands.setToolTip(self.tr("Show of hands"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.depends, 0, 0)
        grid.addLayout(who, 1, 0)
        grid.addLayout(buttons, 2, 0)
        for field in (self.depends, self.present, *self.hands.boxes.values()):
            field.installEventFilter(self)

    def press(self, answer: Answer) -> None:
        """Give an answer; *depends* asks for words first."""
        if answer is Answer.DEPENDS and not self.depends.text().strip():
            self.depends.setFocus()
        else:
            self.answered.emit(answer)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Esc of the fields, which would reach the view and answer once more."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.depends and event.key() in _ENTER:
                self.press(Answer.DEPENDS)
                return True
            if event.key() in {*_ENTER, Qt.Key.Key_Escape}:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
