"""The view of the needs: needs by services, and the chosen need and service in detail."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Edit
from activitymap.model.edits.needs import add_need, mark_need, remove_need, unmark_need
from activitymap.model.needs_table import Cell, NeedRow, Stance, needs_table
from activitymap.model.values import Bearing
from activitymap.ui.document import Document
from activitymap.ui.needs.bearings import Bearings
from activitymap.ui.needs.need_form import NeedForm
from activitymap.ui.selection import Selection


class NeedsView(QWidget):
    """Shows who serves and who hinders what is needed; the chosen need is chosen everywhere."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self.theme: Theme = LIGHT
        self._rows: tuple[NeedRow, ...] = ()
        self.note = QLabel(
            self.tr(
                "A need is what the child or family needs, in their own words. It is a claim, so "
                "say whose words they are, where they come from, and how sure you are."
            )
        )
        self.note.setWordWrap(True)
        self.note.setObjectName("quiet")
        self.grid = QTableWidget()
        self.grid.setAccessibleName(self.tr("Needs by services"))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setWordWrap(True)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.add = QPushButton(self.tr("Ne&w need"))
        self.remove = QPushButton(self.tr("Re&move"))
        self.form, self.bearings = NeedForm(), Bearings()
        self.who = QLabel()
        self.who.setObjectName("heading")
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.grid.currentCellChanged.connect(self._chosen)
        self.form.wanted.connect(self._edit)
        self.bearings.marked.connect(self._mark)
        document.map_changed.connect(self._renew)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.note, 1)
        top.addWidget(self.add)
        top.addWidget(self.remove)
        said = QWidget()
        right = QVBoxLayout(said)
        right.setContentsMargins(8, 0, 0, 0)
        right.addWidget(self.who)
        right.addWidget(self.bearings, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.form)
        below = QSplitter()
        below.addWidget(area)
        below.addWidget(said)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.grid)
        parts.addWidget(below)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addLayout(top)
        column.addWidget(parts, 1)

    def show_theme(self, theme: Theme) -> None:
        """Show the grid in the colours of a theme."""
        self.theme = theme
        self._renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if self.isVisible():
            self._show_map(self._document.map)

    def _show_map(self, activity_map: ActivityMap) -> None:
        self._rows = needs_table(activity_map)
        row, column = self.grid.currentRow(), self.grid.currentColumn()
        self.grid.blockSignals(True)
        names = [system.name for system in activity_map.systems]
        self.grid.setColumnCount(1 + len(names))
        self.grid.setRowCount(len(self._rows))
        self.grid.setHorizontalHeaderLabels([self.tr("Need"), *names])
        for place, one in enumerate(self._rows):
            self.grid.setItem(place, 0, self._need_item(one))
            for number, cell in enumerate(one.cells, start=1):
                self.grid.setItem(place, number, self._cell_item(cell))
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(84)
        if self._rows:
            self.grid.setCurrentCell(
                min(max(row, 0), len(self._rows) - 1), min(max(column, 0), len(names))
            )
        self.grid.blockSignals(False)
        self.remove.setEnabled(bool(self._rows))
        self._show_details()

    def _need_item(self, row: NeedRow) -> QTableWidgetItem:
        marks = []
        if row.unserved:
            marks.append(self.tr("nobody serves it"))
        if row.torn:
            marks.append(self.tr("pulled in two directions"))
        told = "\n".join(filter(None, (f"“{row.need.text}”", row.need.whose, "; ".join(marks))))
        item = QTableWidgetItem(told)
        item.setToolTip(told)
        if marks:
            item.setBackground(QColor(self.theme.contradiction_band))
            item.setForeground(QColor(self.theme.text))
        return item

    def _cell_item(self, cell: Cell) -> QTableWidgetItem:
        words = {
            Stance.SERVES: self.tr("+ serves"),
            Stance.HINDERS: self.tr("– hinders"),
            Stance.BOTH: self.tr("± both"),
            Stance.SILENT: self.tr("· silent"),
        }
        item = QTableWidgetItem(words[cell.stance])
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        behind = "\n".join(f"“{mark.statement.words}”" for mark in cell.marks)
        item.setToolTip(behind or self.tr("Nothing that they say is marked for it."))
        colour = {
            Stance.SERVES: self.theme.shared,
            Stance.HINDERS: self.theme.contradiction,
            Stance.BOTH: self.theme.contradiction,
            Stance.SILENT: self.theme.quiet,
        }[cell.stance]
        item.setForeground(QColor(colour))
        return item

    # The chosen need and service --------------------------------------------------------------

    def _row(self) -> NeedRow | None:
        place = self.grid.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _cell(self) -> Cell | None:
        row, column = self._row(), self.grid.currentColumn()
        if row is None or not row.cells:
            return None
        return row.cells[min(max(column, 1), len(row.cells)) - 1]

    def _show_details(self) -> None:
        row, cell = self._row(), self._cell()
        self.form.show_need(row.need if row else None)
        self.bearings.show_cell(cell)
        if row is None:
            self.who.setText(self.tr("No need yet. What does the child or family need?"))
        elif cell is None:
            self.who.setText(self.tr("Draw a service to say whether it serves this need."))
        else:
            self.who.setText(
                self.tr("What of {service} serves or hinders it?").format(service=cell.system.name)
            )

    def _chosen(self) -> None:
        self._show_details()
        row = self._row()
        if row is not None and self.grid.hasFocus():
            self._selection.choose(row.need.id)

    def _edit(self, edit: Edit) -> None:
        before = self._document.map
        self._document.edit(self.tr("Edit need"), edit)
        if self._document.map is before:
            self._show_details()

    def _mark(self, statement: str, bearing: Bearing, ticked: bool) -> None:
        row = self._row()
        if row is not None:
            self._document.record(
                self.tr("Mark need"),
                mark_need if ticked else unmark_need,
                statement,
                row.need.id,
                Bearing(bearing),
            )

    def _add(self) -> None:
        words = self.tr("What is needed")
        if self._document.edit(self.tr("Add need"), add_need, words):
            self.grid.setCurrentCell(self.grid.rowCount() - 1, 0)
            self.form.text.setFocus()
            self.form.text.selectAll()

    def _remove(self) -> None:
        row = self._row()
        if row is not None:
            self._document.edit(self.tr("Remove need"), remove_need, row.need.id)
