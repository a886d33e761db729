"""What can be changed here at all: where it comes from, and who can change it."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.model.discussing import Lever
from activitymap.model.edits.discussing import add_lever, remove_point, reword_lever
from activitymap.model.reading import Origin
from activitymap.ui.cells import CellTable
from activitymap.ui.discussing.part import Line, Part, Talk, asking, plain_label
from activitymap.ui.model_words import model_words

WHAT, ORIGIN, BY_WHOM = range(3)


class LeversField(Part):
    """A line for typing, and what was typed so far; Enter in the empty line is ``left``."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levers: tuple[Lever, ...] = ()
        self.text = Line(self.tr("What can be changed"), self.tr("what, then Enter"))
        self.changed_by = Line(self.tr("Who can change it"), self.tr("by whom"))
        self.origin = QComboBox()
        self.origin.setAccessibleName(self.tr("Where it comes from"))
        self.origin.addItem(self.tr("where from?"), None)
        for origin in Origin:
            self.origin.addItem(model_words(str(origin)), origin)
        titles = (self.tr("What"), self.tr("Where from"), self.tr("By whom"))
        self.table = CellTable(titles, (0, 9, 12))
        self.table.setAccessibleName(self.tr("What can be changed"))
        self.table.setItemDelegateForColumn(ORIGIN, _OriginDelegate(self.table))
        self.cards = plain_label("stage-said")
        self._arrange()
        for field in (self.text, self.changed_by):
            field.returnPressed.connect(self._add)
        self.table.itemChanged.connect(self._typed)
        self.table.removed.connect(self._remove)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.text, 3)
        row.addWidget(self.origin, 1)
        row.addWidget(self.changed_by, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        question = self.tr("1. What &can be changed here, and by whom?")
        column.addWidget(asking(question, self.text))
        column.addWidget(self.cards)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    @override
    def show_talk(self, talk: Talk) -> None:
        told = _from_cards(talk)
        self.cards.setText("\n".join(told))
        self.cards.setVisible(bool(told))
        self._levers = talk.discussion.levers if talk.discussion else ()
        self._show()

    def _show(self) -> None:
        self.table.blockSignals(True)
        self.table.show_rows(len(self._levers))
        for row, lever in enumerate(self._levers):
            origin = model_words(str(lever.origin)) if lever.origin else ""
            for column, words in enumerate((lever.text, origin, lever.changed_by)):
                self.table.show_cell(row, column, words)
        self.table.blockSignals(False)

    @override
    def finish(self) -> bool:
        self.table.finish()
        return super().finish()

    @override
    def take(self) -> bool:
        self.finish()
        if self.text.words() or self.changed_by.words():
            self._add()
        self.origin.setCurrentIndex(0)
        return not (self.text.words() or self.changed_by.words())

    def _add(self) -> None:
        if not self.text.words() and not self.changed_by.words():
            self.left.emit()
            return
        value, known = self.origin.currentData(), self._levers
        edit = partial(
            add_lever,
            text=self.text.words() or "?",
            origin=Origin(value) if value else None,
            changed_by=self.changed_by.words(),
        )
        self.wanted.emit(self.tr("Say what can be changed"), edit)
        if self._levers != known:
            for field in (self.text, self.changed_by):
                field.empty()
            self.origin.setCurrentIndex(0)

    def _typed(self, item: QTableWidgetItem) -> None:
        text, origin, by_whom = (
            self.table.words_at(item.row(), column) for column in (WHAT, ORIGIN, BY_WHOM)
        )
        edit = partial(
            reword_lever,
            lever=self._levers[item.row()].id,
            text=text,
            origin=next((one for one in Origin if model_words(str(one)) == origin), None),
            changed_by=by_whom,
        )
        self.changed.emit(self.tr("Reword what can be changed"), edit)
        self._show()

    def _remove(self, row: int) -> None:
        edit = partial(remove_point, identity=self._levers[row].id)
        self.changed.emit(self.tr("Remove what can be changed"), edit)


class _OriginDelegate(QStyledItemDelegate):
    """Offers the origins of a rule where one is changed."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(self.tr("Where it comes from"))
        box.addItems(["", *(model_words(str(origin)) for origin in Origin)])
        return box


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
