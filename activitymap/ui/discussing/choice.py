"""Choice: what can be changed here at all, and what could be done, with reasons for and against."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from activitymap.model.discussing import Idea, Lever, Stage
from activitymap.model.edits.discussing import (
    add_idea,
    add_lever,
    argue,
    choose_idea,
    remove_point,
)
from activitymap.model.reading import Origin
from activitymap.ui.discussing.page import Page, Talk, plain_label
from activitymap.ui.model_words import model_words

ID = Qt.ItemDataRole.UserRole
_FAVOURS = {"+": True, "-": False, "–": False, "−": False}


class ChoicePage(Page):
    """The third step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Stage.CHOICE, "", parent)
        self.question.setText(self.tr("What can be changed here, and by whom?"))
        self.note.setAccessibleName(self.tr("Notes on the choice"))
        self.cards = plain_label("stage-said")
        self.lever, self.changed_by = QLineEdit(), QLineEdit()
        self.lever.setPlaceholderText(self.tr("what can be changed, then Enter"))
        self.changed_by.setPlaceholderText(self.tr("by whom"))
        self.origin = QComboBox()
        self.origin.addItem(self.tr("where from?"), None)
        for origin in Origin:
            self.origin.addItem(model_words(str(origin)), origin)
        self.levers = QListWidget()
        self.levers.setWordWrap(True)
        self.levers.setAccessibleName(self.tr("What can be changed"))
        self.idea = QLineEdit()
        self.idea.setPlaceholderText(
            self.tr("an idea, then Enter; + or – begins a reason for or against the chosen one")
        )
        self.ideas = QTreeWidget()
        self.ideas.setHeaderHidden(True)
        self.ideas.setWordWrap(True)
        self.ideas.setRootIsDecorated(False)
        self.ideas.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.ideas.setAccessibleName(self.tr("Ideas; a tick marks what we choose"))
        self.first = self.idea
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.lever, 3)
        row.addWidget(self.origin, 1)
        row.addWidget(self.changed_by, 2)
        self.column.addWidget(self.cards)
        self.column.addLayout(row)
        self.column.addWidget(self.levers, 1)
        self.column.addWidget(plain_label("stage-question", self.tr("What could we do?")))
        self.column.addWidget(self.idea)
        self.column.addWidget(self.ideas, 3)
        self.column.addWidget(self.note, 1)

    def _connect(self) -> None:
        for field in (self.lever, self.changed_by):
            field.returnPressed.connect(self._add_lever)
        self.idea.returnPressed.connect(self._add_idea)
        self.ideas.itemChanged.connect(self._ticked)
        for several in (self.levers, self.ideas):
            several.installEventFilter(self)

    @override
    def show_talk(self, talk: Talk) -> None:
        super().show_talk(talk)
        discussion = talk.discussion
        told = _from_cards(talk)
        self.cards.setText("\n".join(told))
        self.cards.setVisible(bool(told))
        self.levers.clear()
        for lever in discussion.levers if discussion else ():
            item = QListWidgetItem(_lever_words(lever))
            item.setData(ID, lever.id)
            self.levers.addItem(item)
        self._show_ideas(discussion.ideas if discussion else ())

    def _show_ideas(self, ideas: tuple[Idea, ...]) -> None:
        current = self.ideas.currentItem()
        chosen = current.data(0, ID) if current else None
        self.ideas.blockSignals(True)
        self.ideas.clear()
        for idea in ideas:
            item = QTreeWidgetItem([idea.text])
            item.setData(0, ID, idea.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if idea.chosen else Qt.CheckState.Unchecked)
            for argument in idea.arguments:
                child = QTreeWidgetItem([f"{'+' if argument.favours else '–'} {argument.text}"])
                child.setData(0, ID, idea.id)
                item.addChild(child)
            self.ideas.addTopLevelItem(item)
            item.setExpanded(True)
            if idea.id == chosen or chosen is None:
                self.ideas.setCurrentItem(item)
        self.ideas.blockSignals(False)

    def _add_lever(self) -> None:
        if self.lever.text().strip():
            value = self.origin.currentData()
            edit = partial(
                add_lever,
                text=self.lever.text(),
                origin=Origin(value) if value else None,
                changed_by=self.changed_by.text(),
            )
            self.wanted.emit(self.tr("Say what can be changed"), edit)
            for field in (self.lever, self.changed_by):
                field.clear()
            self.origin.setCurrentIndex(0)
            self.lever.setFocus()

    def _add_idea(self) -> None:
        words = self.idea.text().strip()
        current = self.ideas.currentItem()
        favours = _FAVOURS.get(words[:1])
        if favours is not None and current is not None and words[1:].strip():
            edit = partial(argue, idea=current.data(0, ID), text=words[1:], favours=favours)
            self.changed.emit(self.tr("Give a reason"), edit)
        elif words and favours is None:
            known = self.ideas.topLevelItemCount()
            self.wanted.emit(self.tr("Add an idea"), partial(add_idea, text=words))
            added = self.ideas.topLevelItem(known)
            if added is not None:
                self.ideas.setCurrentItem(added)
        else:
            return
        self.idea.clear()

    def _ticked(self, item: QTreeWidgetItem) -> None:
        chosen = item.checkState(0) is Qt.CheckState.Checked
        edit = partial(choose_idea, idea=item.data(0, ID), chosen=chosen)
        self.changed.emit(self.tr("Choose an idea"), edit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the Delete key remove what is chosen in a list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
        ):
            idea, lever = self.ideas.currentItem(), self.levers.currentItem()
            point = None
            if watched is self.ideas and idea is not None:
                point = idea.data(0, ID)
            elif watched is self.levers and lever is not None:
                point = lever.data(ID)
            if point is not None:
                self.changed.emit(self.tr("Remove"), partial(remove_point, identity=point))
            return True
        return super().eventFilter(watched, event)


def _lever_words(lever: Lever) -> str:
    """Return what can be changed, with where it comes from and who can change it."""
    origin = model_words(str(lever.origin)) if lever.origin else ""
    behind = ", ".join(filter(None, (origin, lever.changed_by)))
    return f"{lever.text} ({behind})" if behind else lever.text


def _from_cards(talk: Talk) -> list[str]:
    """Return what the cards of both sides say of where their rules come from."""
    sides = {side.id for side in talk.found.sides} if talk.found else set()
    told = []
    for system in talk.map.systems:
        for statement in system.statements:
            for card in statement.readings if statement.id in sides else ():
                if card.origin or card.changed_by:
                    origin = model_words(str(card.origin)) if card.origin else ""
                    behind = ", ".join(filter(None, (origin, card.changed_by)))
                    told.append(f"{system.name}: “{statement.words}” – {behind}")
    return told
