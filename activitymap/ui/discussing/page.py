"""What the pages of a discussion share: a question, and a note that is taken down."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Discussion, Stage
from activitymap.ui.typed import TypedText


class Talk(NamedTuple):
    """What is talked about: what was written down so far, what was found, and the map."""

    discussion: Discussion | None
    found: Contradiction | None
    map: ActivityMap


class Page(QWidget):
    """One step of a discussion.

    ``wanted`` carries the text of the undo step and an edit of a map and a topic, ``changed`` one
    of a map alone; ``typed`` the note, which is told apart as it may have been written over words
    that stand for names.
    """

    wanted = Signal(str, object)
    changed = Signal(str, object)
    typed = Signal(object, str)

    def __init__(self, stage: Stage, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.question = plain_label("stage-question", question)
        self.note = TypedText(lines=3)
        self.note.setAccessibleName(question)
        self.note.setPlaceholderText(self.tr("Type what is said"))
        self.note.finished.connect(lambda words: self.typed.emit(self.stage, words))
        self.first: QWidget = self.note
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 4, 0, 0)
        self.column.addWidget(self.question)

    def show_talk(self, talk: Talk) -> None:
        """Show what was written down so far."""
        self.note.show_text(talk.discussion.note(self.stage) if talk.discussion else "")

    def finish(self) -> None:
        """Tell what is still being typed."""
        self.note.finish()


def plain_label(name: str, words: str = "") -> QLabel:
    """Return a label that takes no markup from what people wrote, and wraps."""
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
