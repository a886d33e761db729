"""Needs by services as a table: what each cell shows, tells on a longer look, and reads aloud."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from activitymap.model.need_words import alarms, claim, gone_through, origin, said
from activitymap.model.needs_table import Cell, NeedRow, Stance
from activitymap.model.values import ActivitySystem, Bearing
from activitymap.ui.needs.lines import EDGE, LINES, Edge, Line, Tone
from activitymap.ui.plain import isolated, plain_tip

Index = QModelIndex | QPersistentModelIndex
NEED = 0
"""The column of the needs; the services follow."""
SHOWN = 2
"""Statements shown in a cell; of more of them the number is told."""
_NO_PARENT = QModelIndex()
_SIGNS = {Bearing.SERVES: "+", Bearing.HINDERS: "–"}
_TONES = {
    Stance.SERVES: Tone.GOOD,
    Stance.HINDERS: Tone.BAD,
    Stance.BOTH: Tone.BAD,
    Stance.SILENT: Tone.QUIET,
}


class NeedsModel(QAbstractTableModel):
    """Rows are needs, columns the need itself and then each service."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[NeedRow, ...] = ()
        self.systems: tuple[ActivitySystem, ...] = ()

    def show_rows(self, rows: Sequence[NeedRow], systems: Sequence[ActivitySystem]) -> bool:
        """Show needs by services.

        Returns:
            Whether there are others than before, so that the view has lost its place.
        """
        others = [row.need.id for row in rows] != [row.need.id for row in self.rows]
        others |= [one.id for one in systems] != [one.id for one in self.systems]
        if others:
            self.beginResetModel()
        self.rows, self.systems = tuple(rows), tuple(systems)
        if others:
            self.endResetModel()
        elif rows:
            last = self.index(len(self.rows) - 1, len(self.systems))
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.systems))
        return others

    def row_of(self, need: str) -> int | None:
        """Return the row of a need."""
        found = (place for place, row in enumerate(self.rows) if row.need.id == need)
        return next(found, None)

    def cell(self, index: Index) -> Cell | None:
        """Return the service at a need, or nothing for the need itself."""
        if not index.isValid() or index.column() == NEED:
            return None
        return self.rows[index.row()].cells[index.column() - 1]

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(self.systems)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        name = self.tr("Need") if section == NEED else self.systems[section - 1].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        return name if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, cell = self.rows[index.row()], self.cell(index)
        if role == LINES:
            return self.need_lines(row) if cell is None else self.cell_lines(cell)
        if role == EDGE and cell is None:
            return Edge.BAR if row.service.is_gap else Edge.BROKEN if row.torn else Edge.NONE
        if role == Qt.ItemDataRole.DisplayRole:
            lines = self.need_lines(row) if cell is None else self.cell_lines(cell)
            return "\n".join(line.text for line in lines)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(row, cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._in_full(row, cell))
        return None

    def need_lines(self, row: NeedRow) -> tuple[Line, ...]:
        """Return what the first cell shows: the need, whose claim it is, and what stands out."""
        loud = [Line(told, Tone.ALARM, 2) for told in alarms(row.service, row.torn)]
        quiet = [claim(row.need)]
        if not row.service.is_gap:
            quiet.append(gone_through(row.need))
        return (
            Line(said(row.need), Tone.PLAIN, 3),
            *loud,
            *(Line(told, Tone.QUIET) for told in quiet if told),
        )

    def cell_lines(self, cell: Cell) -> tuple[Line, ...]:
        """Return what a cell shows: how a service stands to a need, and by which statements."""
        lines = [Line(self._stance_words(cell.stance), _TONES[cell.stance])]
        most = SHOWN if len(cell.marks) == 1 else 1
        for mark in cell.marks[:SHOWN]:
            sign = f"{_SIGNS[mark.bearing]} " if cell.stance is Stance.BOTH else ""
            lines.append(Line(f"{sign}{isolated(mark.statement.words)}", Tone.QUIET, most))
        if len(cell.marks) > SHOWN:
            more = self.tr("and {count} more").format(count=len(cell.marks) - SHOWN)
            lines.append(Line(more, Tone.QUIET))
        return tuple(lines)

    def _stance_words(self, stance: Stance) -> str:
        return {
            Stance.SERVES: self.tr("+ serves"),
            Stance.HINDERS: self.tr("– hinders"),
            Stance.BOTH: self.tr("+/– both"),
            Stance.SILENT: self.tr("· silent"),
        }[stance]

    def _in_full(self, row: NeedRow, cell: Cell | None) -> str:
        if cell is None:
            told = (said(row.need), origin(row.need), *alarms(row.service, row.torn))
            return "\n".join((*told, gone_through(row.need)))
        if not cell.marks:
            return self.tr("Nothing that they say is marked for it.")
        return "\n".join(f"{_SIGNS[mark.bearing]} {mark.statement.words}" for mark in cell.marks)

    def _heard(self, row: NeedRow, cell: Cell | None) -> str:
        if cell is None:
            return self._in_full(row, None).replace("\n", "; ")
        lines = "; ".join(line.text for line in self.cell_lines(cell))
        return f"{cell.system.name}: {lines}"
