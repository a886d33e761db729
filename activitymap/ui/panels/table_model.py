"""The map as a table: a row for each statement, with its card in the words of a spreadsheet."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.reader.names import Names, names_of
from activitymap.model.edits.cards import card_of, correct_slot, put_on_matter
from activitymap.model.edits.change import Edit
from activitymap.model.edits.statements import (
    move_statement,
    set_context,
    set_force,
    set_state,
    set_text,
)
from activitymap.model.reading import SLOTS, Reading, slot_text
from activitymap.model.values import ActivitySystem, Context, Element, Force, State, Statement
from activitymap.ui.document import Document
from activitymap.ui.model_words import model_words

Index = QModelIndex | QPersistentModelIndex
FIXED = ("service", "element", "statement", "state", "matter")
COLUMNS = (*FIXED, *SLOTS, "context", "force")
"""The columns, by name; those of the card are the slots of the first one."""


class Row(NamedTuple):
    """A statement and the service that says it."""

    system: ActivitySystem
    statement: Statement


class TableModel(QAbstractTableModel):
    """Shows the document's map; what is typed into a cell becomes an edit."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._matters: dict[str, str] = {}
        self._names = Names()
        self.rows: list[Row] = []
        self.show_map(document.map)

    def show_map(self, activity_map: ActivityMap) -> None:
        """Show a map; where its statements are the same ones, only changed rows are told."""
        rows = list(_rows(activity_map))
        matters = {matter.id: matter.name for matter in activity_map.matters}
        self._names = names_of(activity_map)
        now, known = ([row.statement.id for row in some] for some in (rows, self.rows))
        if set(now) != set(known):
            self.beginResetModel()
            self.rows, self._matters = rows, matters
            self.endResetModel()
            return
        if now != known:
            self._reorder(rows)
        before, renamed = self.rows, matters != self._matters
        self.rows, self._matters = rows, matters
        last = self.columnCount() - 1
        for place, (one, other) in enumerate(zip(before, rows, strict=True)):
            kept = one.statement is other.statement and one.system.name == other.system.name
            if renamed or not kept:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _reorder(self, rows: list[Row]) -> None:
        """Show the same statements in another order; cells that are open stay open."""
        self.layoutAboutToBeChanged.emit()
        places = {row.statement.id: place for place, row in enumerate(rows)}
        before = self.persistentIndexList()
        after = [
            self.index(places[self.rows[index.row()].statement.id], index.column())
            for index in before
        ]
        by_id = {row.statement.id: row for row in self.rows}
        self.rows = [by_id[row.statement.id] for row in rows]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def row_of(self, statement: str) -> int | None:
        """Return the row of a statement, by its id."""
        for place, row in enumerate(self.rows):
            if row.statement.id == statement:
                return place
        return None

    def choices(self, column: int) -> list[str]:
        """Return the words that a column can be set to; none where it is free."""
        name = COLUMNS[column]
        if name == "service":
            return [system.name for system in self._document.map.systems]
        if name == "matter":
            return ["", *self._matters.values()]
        kinds = {"element": Element, "state": State, "context": Context, "force": Force}
        if name in kinds:
            empty = [""] if name in {"context", "force"} else []
            return [*empty, *map(str, kinds[name])]
        return []

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return len(COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        return model_words(COLUMNS[section].replace("_", " ").capitalize())

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        words = self._words(row, COLUMNS[index.column()])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return words
        if role == Qt.ItemDataRole.FontRole and self._was_read(row, COLUMNS[index.column()]):
            font = QFont()
            font.setItalic(True)
            return font
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{head}: {words}" if words else self.tr("{column}: empty").format(column=head)
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, words = self.rows[index.row()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or words == self.data(index, role):
            return False
        return self._write(row, COLUMNS[index.column()], words)

    def _words(self, row: Row, column: str) -> str:
        statement = row.statement
        if column == "service":
            return row.system.name
        if column == "statement":
            return statement.text
        if column in {"element", "state", "context", "force"}:
            return str(getattr(statement, column) or "")
        if column == "matter":
            card = statement.readings[0] if statement.readings else Reading()
            return self._matters.get(card.matter or "", "")
        return slot_text(card_of(row.system, statement, self._names), column)

    def _was_read(self, row: Row, column: str) -> bool:
        """Whether a cell shows what is read from the text and nobody confirmed."""
        if column not in SLOTS:
            return False
        cards = row.statement.readings
        shown = card_of(row.system, row.statement, self._names)
        own = slot_text(cards[0], column) if cards else ""
        return slot_text(shown, column) != own

    def _write(self, row: Row, column: str, words: str) -> bool:
        """Ask the document for the edit that a cell means; whether anything changed."""
        one = row.statement.id
        names = {system.name: system.id for system in self._document.map.systems}
        edits: dict[str, Callable[[], Edit]] = {
            "statement": lambda: partial(set_text, statement=one, text=words),
            "service": lambda: partial(
                move_statement, statement=one, system=names[words], element=row.statement.element
            ),
            "element": lambda: partial(
                move_statement, statement=one, system=row.system.id, element=Element(words)
            ),
            "state": lambda: partial(set_state, statement=one, state=State(words)),
            "context": lambda: partial(
                set_context, statement=one, context=Context(words) if words else None
            ),
            "force": lambda: partial(
                set_force, statement=one, force=Force(words) if words else None
            ),
            "matter": lambda: partial(put_on_matter, statement=one, number=0, name=words),
        }
        card = partial(correct_slot, statement=one, number=0, slot=column, words=words)
        edit = edits[column]() if column in edits else card
        step = self.tr("Edit {column}").format(column=column.replace("_", " "))
        return bool(self._document.edit(step, edit))


def _rows(activity_map: ActivityMap) -> Iterator[Row]:
    for system in activity_map.systems:
        for element in Element:
            for statement in system.statements:
                if statement.element is element:
                    yield Row(system, statement)
