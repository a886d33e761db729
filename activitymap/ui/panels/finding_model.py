"""The list of contradictions as a tree of two levels: a matter, and what was found on it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection, MatterGroup
from activitymap.ui.panels.finding_words import (
    group_words,
    kind_words,
    place_words,
    status_words,
    tr,
)

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SideWords(NamedTuple):
    """One side as the list shows it: who says it, the words, and the number of the colour."""

    speaker: str
    text: str
    colour: int | None


class Row(NamedTuple):
    """One row: a matter (without ``found``) or a contradiction.

    ``findings`` are what choosing the row brings into focus.
    """

    title: str
    note: str
    sides: tuple[SideWords, ...]
    why: str
    needs: tuple[str, ...]
    weak: bool
    findings: tuple[Contradiction, ...]

    @property
    def words(self) -> str:
        """The row as one text, for search and for screen readers."""
        sides = [f"{side.speaker}: {side.text}" for side in self.sides]
        return ". ".join([self.title, self.note, *sides, self.why, *self.needs])


class FindingModel(QAbstractItemModel):
    """Rows of matters with rows of contradictions beneath."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Row, list[Row]]] = []

    def show_detection(
        self,
        activity_map: ActivityMap,
        detection: Detection,
        wanted: Callable[[Contradiction], bool],
    ) -> None:
        """Show what was found in a map, as far as it is ``wanted``."""
        self.beginResetModel()
        words = _Words(activity_map)
        self._rows = []
        for group in detection.groups:
            kept = tuple(one for one in group.contradictions if wanted(one))
            if kept:
                shown = group._replace(contradictions=kept)
                self._rows.append((words.matter(shown), [words.finding(one) for one in kept]))
        unlinked = tuple(one for one in detection.unlinked if wanted(one))
        if unlinked:
            self._rows.append((words.weak(unlinked), [words.finding(one) for one in unlinked]))
        self.endResetModel()

    def indexes_of(self, wanted: Callable[[Contradiction], bool]) -> list[QModelIndex]:
        """Return the rows of single contradictions that are wanted."""
        found = []
        for place, (_, children) in enumerate(self._rows):
            parent = self.index(place, 0)
            found += [
                self.index(number, 0, parent)
                for number, row in enumerate(children)
                if wanted(row.findings[0])
            ]
        return found

    def row_at(self, index: Index) -> Row:
        """Return the row of an index."""
        top = index.internalId()
        return self._rows[index.row()][0] if top == 0 else self._rows[top - 1][1][index.row()]

    @override
    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        top = 0 if parent is None or not parent.isValid() else parent.row() + 1
        return self.createIndex(row, column, top)

    @override
    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return QObject.parent(self)
        top = index.internalId() if index.isValid() else 0
        return self.createIndex(top - 1, 0, 0) if top else QModelIndex()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._rows)
        return len(self._rows[parent.row()][1]) if parent.internalId() == 0 else 0

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words
        return row if role == ROW else None


class _Words:
    """What the rows say, from the names of a map."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._systems = {system.id: system for system in activity_map.systems}
        self._needs = {need.id: need for need in activity_map.needs}

    def matter(self, group: MatterGroup) -> Row:
        found = group.contradictions
        sides = dict.fromkeys(side for one in found for side in self._sides(one))
        needs = dict.fromkeys(need for one in found for need in one.needs)
        named = {side.id for one in found for side in one.sides}
        title = group.name if group.matter else tr("On no matter")
        return Row(
            title=title,
            note=group_words(group),
            sides=tuple(sides),
            why="" if len(found) > 1 else found[0].because,
            needs=tuple(self._needs[need].text for need in needs if need not in named),
            weak=False,
            findings=found,
        )

    def finding(self, one: Contradiction) -> Row:
        note = ", ".join([kind_words(one.kind), place_words(one), status_words(one)])
        return Row(
            title="",
            note=note,
            sides=self._sides(one),
            why=one.because,
            needs=tuple(
                self._needs[need].text
                for need in one.needs
                if need not in {side.id for side in one.sides}
            ),
            weak=not one.linked,
            findings=(one,),
        )

    def weak(self, unlinked: tuple[Contradiction, ...]) -> Row:
        return Row(
            title=tr("Same matter, not linked"),
            note=tr("These services are not linked; the same young person may live both."),
            sides=(),
            why="",
            needs=(),
            weak=True,
            findings=unlinked,
        )

    def _sides(self, one: Contradiction) -> tuple[SideWords, ...]:
        return tuple(
            SideWords(self._systems[side.system].name, side.text, self._systems[side.system].colour)
            if side.system
            else SideWords(self._needs[side.id].whose or tr("Need"), side.text, None)
            for side in one.sides
        )
