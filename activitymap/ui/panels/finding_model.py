"""The list of contradictions as a tree of two levels: a matter, and what was found on it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection, MatterGroup, Side
from activitymap.model.contradictions.grouping import systems_of
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
        self._groups: list[MatterGroup] = []
        self._below: list[tuple[Contradiction, ...]] = []
        self._words = _Words(ActivityMap())
        self._made: dict[tuple[int, int], Row] = {}

    def show_detection(
        self,
        activity_map: ActivityMap,
        detection: Detection,
        wanted: Callable[[Contradiction], bool],
    ) -> None:
        """Show what was found in a map, as far as it is ``wanted``.

        The words of a row are put together when it is first shown: there may be thousands.
        """
        self.beginResetModel()
        self._words, self._made, self._groups = _Words(activity_map), {}, []
        for group in detection.groups:
            kept = tuple(one for one in group.contradictions if wanted(one))
            if kept:
                self._groups.append(group._replace(contradictions=kept, systems=systems_of(kept)))
        below = (
            tuple(one for one in several if wanted(one))
            for several in (detection.unlinked, detection.gone)
        )
        self._below = [several for several in below if several]
        self.endResetModel()

    def indexes_of(self, wanted: Callable[[Contradiction], bool]) -> list[QModelIndex]:
        """Return the rows of single contradictions that are wanted."""
        return [
            self.index(number, 0, self.index(place, 0))
            for place in range(self.rowCount())
            for number, one in enumerate(self._found(place))
            if wanted(one)
        ]

    def _found(self, place: int) -> tuple[Contradiction, ...]:
        """Return the contradictions beneath a top row; not linked, and gone, are the last ones."""
        if place >= len(self._groups):
            return self._below[place - len(self._groups)]
        return self._groups[place].contradictions

    def _make(self, top: int, row: int) -> Row:
        if top:
            return self._words.finding(self._found(top - 1)[row])
        if row >= len(self._groups):
            return self._words.weak(self._below[row - len(self._groups)])
        return self._words.matter(self._groups[row])

    def row_at(self, index: Index) -> Row:
        """Return the row of an index."""
        place = (int(index.internalId()), index.row())
        if place not in self._made:
            self._made[place] = self._make(*place)
        return self._made[place]

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
            return len(self._groups) + len(self._below)
        return len(self._found(parent.row())) if parent.internalId() == 0 else 0

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
            why="" if len(found) > 1 else found[0].told,
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
            why=one.told,
            needs=tuple(
                self._needs[need].text
                for need in one.needs
                if need not in {side.id for side in one.sides}
            ),
            weak=not one.linked or one.gone,
            findings=(one,),
        )

    def weak(self, found: tuple[Contradiction, ...]) -> Row:
        """Return the row above what is not linked, or above what is gone."""
        gone = found[0].gone
        return Row(
            title=tr("Judged, and no longer found") if gone else tr("Same matter, not linked"),
            note=tr("What the group made of it is kept.")
            if gone
            else tr("These services are not linked; the same young person may live both."),
            sides=(),
            why="",
            needs=(),
            weak=True,
            findings=found,
        )

    def _sides(self, one: Contradiction) -> tuple[SideWords, ...]:
        return tuple(map(self._side, one.sides))

    def _side(self, side: Side) -> SideWords:
        if side.system is not None:
            system = self._systems[side.system]
            return SideWords(system.name, side.text, system.colour)
        need = self._needs.get(side.id)
        speaker = tr("removed") if need is None else need.whose or tr("Need")
        return SideWords(speaker, side.text, None)
