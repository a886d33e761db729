"""The list of contradictions as a tree of two levels: a matter, and what was found on it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection, MatterGroup
from activitymap.model.contradictions.grouping import systems_of
from activitymap.ui.panels.finding_rows import Row, RowWords

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
UNLINKED, GONE = "/unlinked", "/gone"
"""The keys of the rows below the matters."""


class FindingModel(QAbstractItemModel):
    """Rows of matters with rows of contradictions beneath."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[MatterGroup] = []
        self._below: list[tuple[Contradiction, ...]] = []
        self._words = RowWords(ActivityMap())
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
        self._words, self._made, self._groups = RowWords(activity_map), {}, []
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

    def key_at(self, top: int) -> str | None:
        """Return what a top row is about, for finding it again: a matter, not linked, or gone."""
        found = self._found(top)[0]
        if found.gone or not found.linked:
            return GONE if found.gone else UNLINKED
        return self._groups[top].matter

    def index_of(self, key: str | None, about: frozenset[str] | None) -> QModelIndex:
        """Return the row of a contradiction, or the top row of a key; an invalid one if none is."""
        for top in range(self.rowCount()):
            if about is None:
                if self.key_at(top) == key:
                    return self.index(top, 0)
                continue
            for row, one in enumerate(self._found(top)):
                if frozenset(one.about) == about:
                    return self.index(row, 0, self.index(top, 0))
        return QModelIndex()

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
