"""Ideas of what could be done, with reasons for and against, and which one the group chose."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.discussing import Idea
from activitymap.model.edits.discussing import (
    add_idea,
    argue,
    choose_idea,
    remove_argument,
    remove_point,
    reword_argument,
    reword_idea,
)
from activitymap.ui.cells import CellTable
from activitymap.ui.discussing.part import Line, Part, Talk, asking

MARK, WORDS = range(2)
_FAVOURS = {"+": True, "-": False, "–": False, "−": False}


def tr(text: str) -> str:
    """Return a text of the ideas in the language of the person."""
    return QCoreApplication.translate("Ideas", text)


class Place(NamedTuple):
    """An idea, or a reason of it, by their numbers from 0 on."""

    idea: int
    reason: int | None


class IdeasTable(CellTable):
    """Ideas, each with its reasons beneath; ``ticked`` carries the row of an idea to be chosen."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((tr("Chosen"), tr("Idea or reason")), (2, 0), parent)
        self._rows: list[Place] = []
        self.horizontalHeader().hide()
        self.setShowGrid(False)
        self.setAccessibleName(self.tr("Ideas; a tick marks what we choose"))
        self.cellClicked.connect(self._tick)

    def show_ideas(self, ideas: tuple[Idea, ...]) -> None:
        """Show ideas; what is chosen or being typed in stays where it is."""
        self.blockSignals(True)
        self._rows = [
            Place(number, place)
            for number, idea in enumerate(ideas)
            for place in (None, *range(len(idea.arguments)))
        ]
        self.show_rows(len(self._rows))
        for row, (number, place) in enumerate(self._rows):
            idea = ideas[number]
            if place is None:
                self.show_cell(row, MARK, "", typed_into=False)
                self.show_cell(row, WORDS, idea.text)
            else:
                argument = idea.arguments[place]
                self.show_cell(row, MARK, "+" if argument.favours else "–", typed_into=False)
                self.show_cell(row, WORDS, argument.text)
            self._show_tick(row, idea.chosen if place is None else None)
        self.blockSignals(False)

    def _show_tick(self, row: int, chosen: bool | None) -> None:
        item = self.item(row, MARK)
        assert item is not None
        state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        item.setData(Qt.ItemDataRole.CheckStateRole, None if chosen is None else state)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def place(self, row: int) -> Place:
        """Return which idea stands in a row, and which reason."""
        return self._rows[row]

    def idea_number(self) -> int | None:
        """Return the number of the idea that is chosen, or whose reason is."""
        row = self.currentRow()
        return self._rows[row].idea if 0 <= row < len(self._rows) else None

    def choose(self, number: int) -> None:
        """Choose the idea of a number, from 0 on."""
        if Place(number, None) in self._rows:
            self.setCurrentCell(self._rows.index(Place(number, None)), WORDS)

    def _tick(self, row: int, column: int) -> None:
        if column == MARK and self._rows[row].reason is None:
            self.ticked.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self._tick(self.currentRow(), MARK)
        else:
            super().keyPressEvent(event)


class IdeasField(Part):
    """A line for typing ideas and reasons, and the ideas so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ideas: tuple[Idea, ...] = ()
        self.line = Line(
            self.tr("An idea, or a reason for or against the chosen one"),
            self.tr("an idea, then Enter; + or – begins a reason for or against the chosen one"),
        )
        self.line.setToolTip(self.line.placeholderText())
        self.table = IdeasTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking(self.tr("2. What could we &do?"), self.line))
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        self.line.returnPressed.connect(self._add)
        self.line.moved.connect(self._choose)
        self.table.itemChanged.connect(self._typed)
        self.table.ticked.connect(self._tick)
        self.table.removed.connect(self._remove)

    @override
    def show_talk(self, talk: Talk) -> None:
        self._ideas = talk.discussion.ideas if talk.discussion else ()
        self.table.show_ideas(self._ideas)

    @override
    def finish(self) -> bool:
        self.table.finish()
        return super().finish()

    @override
    def take(self) -> bool:
        self.finish()
        words = self.line.words()
        if words and not self._reason(words):
            # What is no reason for any idea is still something that somebody said.
            self._tell(self.tr("Add an idea"), partial(add_idea, text=words), new=True)
        return not self.line.words()

    def _add(self) -> None:
        words = self.line.words()
        if words[:1] not in _FAVOURS:
            if words:
                self._tell(self.tr("Add an idea"), partial(add_idea, text=words), new=True)
        elif not self._reason(words):
            self.told.emit(
                self.tr("Type the reason after the sign.")
                if self._ideas
                else self.tr("A reason needs an idea to speak for or against. Type the idea first.")
            )

    def _reason(self, words: str) -> bool:
        """Give a reason for or against the chosen idea, if the words are one."""
        favours, number = _FAVOURS.get(words[:1]), self.table.idea_number()
        if favours is None or number is None or not words[1:].strip():
            return False
        edit = partial(argue, idea=self._ideas[number].id, text=words[1:], favours=favours)
        self._tell(self.tr("Give a reason"), edit)
        return True

    def _tell(self, text: str, edit: object, new: bool = False) -> None:
        """Tell an edit, and empty the line if it was done."""
        known = self._ideas
        (self.wanted if new else self.changed).emit(text, edit)
        if self._ideas != known:
            self.line.empty()
            if new:
                self.table.choose(len(self._ideas) - 1)

    def _choose(self, way: int) -> None:
        """Choose the idea below or above, to which a reason is given then."""
        number = self.table.idea_number()
        if number is not None:
            self.table.choose(min(max(number + way, 0), len(self._ideas) - 1))

    def _tick(self, row: int) -> None:
        idea = self._ideas[self.table.place(row).idea]
        edit = partial(choose_idea, idea=idea.id, chosen=not idea.chosen)
        self.changed.emit(self.tr("Choose an idea"), edit)

    def _typed(self, item: QTableWidgetItem) -> None:
        """Tell that an idea or a reason was reworded; its sign may be typed anew before it."""
        number, place = self.table.place(item.row())
        idea, words = self._ideas[number], item.text().strip()
        if place is None:
            edit = partial(reword_idea, idea=idea.id, text=words)
            self.changed.emit(self.tr("Reword an idea"), edit)
        else:
            sign = _FAVOURS.get(words[:1])
            edit = partial(
                reword_argument,
                idea=idea.id,
                place=place,
                text=words if sign is None else words[1:],
                favours=idea.arguments[place].favours if sign is None else sign,
            )
            self.changed.emit(self.tr("Reword a reason"), edit)
        self.table.show_ideas(self._ideas)

    def _remove(self, row: int) -> None:
        number, place = self.table.place(row)
        idea = self._ideas[number].id
        if place is None:
            self.changed.emit(self.tr("Remove an idea"), partial(remove_point, identity=idea))
        else:
            edit = partial(remove_argument, idea=idea, place=place)
            self.changed.emit(self.tr("Remove a reason"), edit)
