"""What every part of a discussion tells: the edits that are wanted, and what cannot be done."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Discussion


class Talk(NamedTuple):
    """What is talked about: what was written down so far, what was found, and the map."""

    discussion: Discussion | None
    found: Contradiction | None
    map: ActivityMap


class Part(QWidget):
    """A part of a discussion in which something is typed.

    ``wanted`` carries the text of the undo step and an edit of a map and a topic, ``changed`` one
    of a map alone; ``told`` a sentence, why something cannot be done.
    """

    wanted = Signal(str, object)
    changed = Signal(str, object)
    told = Signal(str)

    def show_talk(self, talk: Talk) -> None:
        """Show what was written down so far."""

    def finish(self) -> bool:
        """Take in what is still being typed, as for saving; whether all of it was taken.

        A line that is filled field by field stays: it is taken as a whole, by `take`.
        """
        return True

    def take(self) -> bool:
        """Take in what is still being typed, half-filled lines too; whether all of it was taken."""
        return self.finish()

    def take_from(self, part: "Part") -> None:
        """Pass on what a part of this one wants and tells."""
        part.wanted.connect(self.wanted)
        part.changed.connect(self.changed)
        part.told.connect(self.told)


class Line(QLineEdit):
    """A line for one entry; ``moved`` carries 1 or -1 for the arrow keys down and up."""

    moved = Signal(int)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def words(self) -> str:
        """Return what is typed, without the blank space around it."""
        return self.text().strip()

    def empty(self) -> None:
        """Take the words away for good: undoing is then about the map and not about the line."""
        self.setText("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(way)


def plain_label(name: str, words: str = "") -> QLabel:
    """Return a label that takes no markup from what people wrote, and wraps."""
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def asking(words: str, field: QWidget) -> QLabel:
    """Return the label of a question, whose letter after ``&`` goes to a field with Alt."""
    label = QLabel(words)
    label.setObjectName("stage-question")
    label.setWordWrap(True)
    label.setBuddy(field)
    return label
