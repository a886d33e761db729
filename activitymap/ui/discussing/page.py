"""What the pages of a discussion share: a question, and a note that is taken down."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import write_note
from activitymap.ui.discussing.part import Part, Talk
from activitymap.ui.typed import TypedText


class Page(Part):
    """One step of a discussion, with a note that each names; ``first`` is where typing begins."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._parts: list[Part] = []
        self.note = TypedText(lines=2)
        self.note.setPlaceholderText(self.tr("Type what is said"))
        self.note.finished.connect(self._write)
        self.first: QWidget = self.note
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 0)

    def hold(self, part: Part) -> None:
        """Have a part that is shown, and asked for what is typed in it, together with the page."""
        self._parts.append(part)
        self.take_from(part)

    def begin(self) -> None:
        """Talk about another contradiction: a text that nobody took stays with none."""
        self.note.clear()
        self.note.show_text("")

    @override
    def hasHeightForWidth(self) -> bool:
        """Share the room by the layout around: labels that wrap must not ask for more of it."""
        return False

    @override
    def show_talk(self, talk: Talk) -> None:
        self.note.show_text(talk.discussion.note(self.stage) if talk.discussion else "")
        for part in self._parts:
            part.show_talk(talk)

    @override
    def finish(self) -> bool:
        taken = [self.note.finish(), *(part.finish() for part in self._parts)]
        return all(taken)

    @override
    def take(self) -> bool:
        taken = [self.finish(), *(part.take() for part in self._parts)]
        return all(taken)

    def _write(self, words: str) -> None:
        edit = partial(write_note, stage=self.stage, text=words)
        self.wanted.emit(self.tr("Write down"), edit)
