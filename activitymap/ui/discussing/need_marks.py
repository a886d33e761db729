"""Which side of a contradiction serves or hinders which need, and needs that come up in talk."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.edits.change import Edit, in_turn
from activitymap.model.edits.needs import add_need, mark_need, unmark_need
from activitymap.model.needs_table import Stance, stance_of
from activitymap.model.values import Bearing, Element
from activitymap.ui.cells import CellTable
from activitymap.ui.discussing.part import Line, Part, Talk, asking

_ROUND = (Stance.SILENT, Stance.SERVES, Stance.HINDERS, Stance.BOTH)
MOST_OBJECTS = 4
"""Objects of services beside a need, at most; the needs view has all."""
_BEARINGS: dict[Stance, tuple[Bearing, ...]] = {
    Stance.SILENT: (),
    Stance.SERVES: (Bearing.SERVES,),
    Stance.HINDERS: (Bearing.HINDERS,),
    Stance.BOTH: (Bearing.SERVES, Bearing.HINDERS),
}


class MarksTable(CellTable):
    """Needs by sides; ``ticked`` carries the row and column that goes on to its next mark."""

    ticked = Signal(int, int)

    def __init__(self, needs: str, parent: QWidget | None = None) -> None:
        super().__init__((needs,), (0,), parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.cellClicked.connect(self._tick)

    def show_sides(self, needs: str, speakers: Sequence[str]) -> None:
        """Have a column for each side."""
        self.show_columns((needs, *speakers), (0, *(16 for _ in speakers)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _tick(self, row: int, column: int) -> None:
        if row >= 0 and column > 0:
            self.ticked.emit(row, column)


class _Side(NamedTuple):
    statement: str
    speaker: str


def _clashing(talk: Talk) -> list[_Side]:
    """Return the statements that are discussed and still on the map."""
    names = {system.id: system.name for system in talk.map.systems}
    there = {one.id for system in talk.map.systems for one in system.statements}
    return [
        _Side(side.id, names[side.system])
        for side in (talk.found.sides if talk.found else ())
        if side.id in there and side.system in names
    ]


class NeedMarks(Part):
    """A line for a need in somebody's words, and marks for what each side does to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk: Talk | None = None
        self._sides: list[_Side] = []
        self._shown: list[str] = []
        self.need = Line(self.tr("A need"), self.tr("a need, in their own words, then Enter"))
        self.whose = Line(self.tr("Whose words the need is in"), self.tr("whose words"))
        self.table = MarksTable(self.tr("Need"))
        self.table.setAccessibleName(self.tr("Which side serves or hinders which need"))
        row = QHBoxLayout()
        row.addWidget(self.need, 3)
        row.addWidget(self.whose, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        question = self.tr("What &do they need, and who serves or hinders it?")
        column.addWidget(asking(question, self.need))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        for field in (self.need, self.whose):
            field.returnPressed.connect(self._add)
        self.table.ticked.connect(self._tick)

    @override
    def show_talk(self, talk: Talk) -> None:
        self._talk = talk
        self._sides = _clashing(talk) or self._objects(talk)
        touched = set(talk.found.needs) if talk.found else set()
        needs = sorted(talk.map.needs, key=lambda need: need.id not in touched)
        self._shown = [need.id for need in needs]
        words = {
            Stance.SILENT: "–",
            Stance.SERVES: self.tr("serves"),
            Stance.HINDERS: self.tr("hinders"),
            Stance.BOTH: self.tr("serves and hinders"),
        }
        self.table.show_sides(self.tr("Need"), [side.speaker for side in self._sides])
        self.table.show_rows(len(needs))
        for row, need in enumerate(needs):
            self.table.show_cell(row, 0, need.text, typed_into=False)
            for column, side in enumerate(self._sides, start=1):
                stance = words[self._stance(side.statement, need.id)]
                self.table.show_cell(row, column, stance, typed_into=False)
        if needs and self._sides and self.table.currentColumn() < 1:
            self.table.setCurrentCell(max(self.table.currentRow(), 0), 1)

    def _objects(self, talk: Talk) -> list[_Side]:
        """Return what services work on: where nobody serves a need, one of them might."""
        return [
            _Side(
                one.id, self.tr("{service}: {object}").format(service=system.name, object=one.text)
            )
            for system in talk.map.systems
            for one in system.statements
            if one.element is Element.OBJECT and one.text
        ][:MOST_OBJECTS]

    @override
    def take(self) -> bool:
        self._add()
        return not self.need.words()

    def _add(self) -> None:
        if not self.need.words():
            return
        known = self._shown
        edit = partial(add_need, text=self.need.words(), whose=self.whose.words())
        self.changed.emit(self.tr("Add a need"), edit)
        if self._shown != known:
            self.need.empty()
            self.need.setFocus()

    def _stance(self, statement: str, need: str) -> Stance:
        marks = self._talk.map.need_marks if self._talk else ()
        return stance_of(m.bearing for m in marks if (m.statement, m.need) == (statement, need))

    def _tick(self, row: int, column: int) -> None:
        statement, need = self._sides[column - 1].statement, self._shown[row]
        before = self._stance(statement, need)
        after = _ROUND[(_ROUND.index(before) + 1) % len(_ROUND)]
        edits: list[Edit] = []
        for bearing in Bearing:
            had, has = bearing in _BEARINGS[before], bearing in _BEARINGS[after]
            if had is not has:
                edit = mark_need if has else unmark_need
                edits.append(partial(edit, statement=statement, need=need, bearing=bearing))
        self.changed.emit(self.tr("Mark need"), partial(in_turn, edits=edits))
        # A need that is touched now goes to the top, and the cell that was ticked with it.
        self.table.setCurrentCell(self._shown.index(need), column)
