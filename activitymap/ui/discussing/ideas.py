"""Ideas of what could be done, with reasons for and against, and which one the group chose."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
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
from activitymap.ui.cells import finish_editor
from activitymap.ui.discussing.part import Line, Part, Talk, asking

_FAVOURS = {"+": True, "-": False, "–": False, "−": False}
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class IdeasTree(QTreeWidget):
    """Ideas with their reasons beneath; ``removed`` carries what Delete was pressed at."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAccessibleName(self.tr("Ideas; a tick marks what we choose"))

    def show_ideas(self, ideas: tuple[Idea, ...]) -> None:
        """Show ideas; what is chosen or being typed in stays the same item."""
        self.blockSignals(True)
        while self.topLevelItemCount() > len(ideas):
            self.takeTopLevelItem(self.topLevelItemCount() - 1)
        for row, idea in enumerate(ideas):
            item = self.topLevelItem(row)
            if item is None:
                item = QTreeWidgetItem()
                item.setFlags(_EDITABLE | Qt.ItemFlag.ItemIsUserCheckable)
                self.addTopLevelItem(item)
            item.setText(0, idea.text)
            item.setCheckState(0, Qt.CheckState.Checked if idea.chosen else Qt.CheckState.Unchecked)
            while item.childCount() > len(idea.arguments):
                item.takeChild(item.childCount() - 1)
            for place, argument in enumerate(idea.arguments):
                child = item.child(place)
                if child is None:
                    child = QTreeWidgetItem(item)
                    child.setFlags(_EDITABLE)
                child.setText(0, f"{'+' if argument.favours else '–'} {argument.text}")
            item.setExpanded(True)
        if ideas and self.currentItem() is None:
            self.choose(0)
        self.blockSignals(False)

    def choose(self, number: int) -> None:
        """Choose the idea of a number, from 0 on."""
        item = self.topLevelItem(number)
        if item is not None:
            self.setCurrentItem(item)

    def place(self, item: QTreeWidgetItem) -> tuple[int, int | None]:
        """Return the number of an idea, and that of a reason beneath it, from 0 on."""
        above = item.parent()
        if above is None:
            return self.indexOfTopLevelItem(item), None
        return self.indexOfTopLevelItem(above), above.indexOfChild(item)

    def idea_number(self) -> int | None:
        """Return the number of the idea that is chosen, or whose reason is."""
        item = self.currentItem()
        return self.place(item)[0] if item else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.removed.emit(item)
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
        self.tree = IdeasTree()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking(self.tr("2. What could we &do?"), self.line))
        column.addWidget(self.line)
        column.addWidget(self.tree, 1)
        self.line.returnPressed.connect(self._add)
        self.line.moved.connect(self._choose)
        self.tree.itemChanged.connect(self._changed)
        self.tree.removed.connect(self._remove)

    @override
    def show_talk(self, talk: Talk) -> None:
        self._ideas = talk.discussion.ideas if talk.discussion else ()
        self.tree.show_ideas(self._ideas)

    @override
    def finish(self) -> bool:
        finish_editor(self.tree)
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
        favours, number = _FAVOURS.get(words[:1]), self.tree.idea_number()
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
                self.tree.choose(len(self._ideas) - 1)

    def _choose(self, way: int) -> None:
        """Choose the idea below or above, to which a reason is given then."""
        number = self.tree.idea_number()
        if number is not None:
            self.tree.choose(min(max(number + way, 0), len(self._ideas) - 1))

    def _changed(self, item: QTreeWidgetItem) -> None:
        """Tell that an idea was ticked or reworded, or a reason reworded."""
        number, place = self.tree.place(item)
        idea, words = self._ideas[number], item.text(0).strip()
        chosen = item.checkState(0) is Qt.CheckState.Checked
        if place is not None:
            favours = _FAVOURS.get(words[:1])
            text = words if favours is None else words[1:]
            sign = idea.arguments[place].favours if favours is None else favours
            edit = partial(reword_argument, idea=idea.id, place=place, text=text, favours=sign)
            self.changed.emit(self.tr("Reword a reason"), edit)
        elif chosen is not idea.chosen:
            edit = partial(choose_idea, idea=idea.id, chosen=chosen)
            self.changed.emit(self.tr("Choose an idea"), edit)
        else:
            edit = partial(reword_idea, idea=idea.id, text=words)
            self.changed.emit(self.tr("Reword an idea"), edit)
        self.tree.show_ideas(self._ideas)

    def _remove(self, item: QTreeWidgetItem) -> None:
        number, place = self.tree.place(item)
        idea = self._ideas[number].id
        if place is None:
            self.changed.emit(self.tr("Remove an idea"), partial(remove_point, identity=idea))
        else:
            edit = partial(remove_argument, idea=idea, place=place)
            self.changed.emit(self.tr("Remove a reason"), edit)
