"""The statements of one service, each to be ticked as serving or hindering one need."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from activitymap.model.needs_table import Cell
from activitymap.model.values import Bearing
from activitymap.ui.model_words import model_words

ID = Qt.ItemDataRole.UserRole
STATEMENT, SERVES, HINDERS = range(3)
_BEARINGS = {SERVES: Bearing.SERVES, HINDERS: Bearing.HINDERS}


class Bearings(QTableWidget):
    """``marked`` carries a statement's id, a bearing, and whether it was ticked."""

    marked = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels(
            [self.tr("What they say"), self.tr("Serves"), self.tr("Hinders")]
        )
        self.setAccessibleName(self.tr("Statements of the service"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(STATEMENT, QHeaderView.ResizeMode.Stretch)
        for column in _BEARINGS:
            self.setColumnWidth(column, 64)
        self.itemChanged.connect(self._ticked)

    def show_cell(self, cell: Cell | None) -> None:
        """Show the statements of a service with how they bear on a need."""
        self.blockSignals(True)
        statements = cell.system.statements if cell else ()
        self.setRowCount(len(statements))
        known = {(mark.statement.id, mark.bearing) for mark in cell.marks} if cell else set()
        for row, one in enumerate(statements):
            said = QTableWidgetItem(f"{model_words(str(one.element))}: {one.words}")
            said.setToolTip(one.words)
            said.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, STATEMENT, said)
            for column, bearing in _BEARINGS.items():
                item = QTableWidgetItem()
                item.setData(ID, one.id)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = (one.id, bearing) in known
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                self.setItem(row, column, item)
        self.blockSignals(False)

    def _ticked(self, item: QTableWidgetItem) -> None:
        bearing = _BEARINGS.get(item.column())
        if bearing is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            self.marked.emit(item.data(ID), bearing, ticked)
