"""The view of the needs: needs by services, and the chosen need and service in detail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Edit
from activitymap.model.edits.needs import add_need, mark_need, unmark_need
from activitymap.model.needs_table import (
    NeedRow,
    needs_table,
    strongest_first,
    summary_of,
)
from activitymap.model.values import Bearing
from activitymap.ui.document import Document
from activitymap.ui.needs.details import NeedDetails
from activitymap.ui.needs.needs_grid import NeedsGrid
from activitymap.ui.needs.needs_model import NEED
from activitymap.ui.selection import Selection


class NeedsView(QWidget):
    """Shows who serves and who hinders what is needed; the chosen need is chosen everywhere."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._order: tuple[str, ...] = ()
        self.first, self.add = NewNeed(), NewNeed()
        self.summary, self.alarm = QLabel(), QLabel()
        self.alarm.setObjectName("alarm")
        self.order = QComboBox()
        self.order.addItems([self.tr("What stands out first"), self.tr("As on the map")])
        self.order.setAccessibleName(self.tr("Order of the needs"))
        self.grid, self.details = NeedsGrid(), NeedDetails()
        self.form, self.bearings, self.who = (
            self.details.form,
            self.details.bearings,
            self.details.who,
        )
        self.pages = QStackedWidget()
        self._arrange()
        for field in (self.first, self.add):
            field.typed.connect(self._add)
        self.order.activated.connect(self._sort)
        self.grid.chosen.connect(self._chosen)
        self.details.wanted.connect(self._edit)
        self.bearings.marked.connect(self._mark)
        selection.changed.connect(self._follow)
        document.map_changed.connect(self._renew)

    def _arrange(self) -> None:
        told, tools = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self.summary)
        told.addWidget(self.alarm, 1)
        tools.addWidget(self.add, 1)
        tools.addWidget(self.order)
        self.alarm.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.grid)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        parts.setSizes([400, 225])
        parts.setHandleWidth(5)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(told)
        column.addLayout(tools)
        column.addWidget(parts, 1)
        self.pages.addWidget(self._empty_page())
        self.pages.addWidget(full)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.pages)

    def _empty_page(self) -> QWidget:
        """Return what is shown while there is no need: one question and one field."""
        question = QLabel(self.tr("What does the child or family need?"))
        question.setObjectName("sort-title")
        note = QLabel(
            self.tr(
                "A need is told in their own words. It is a claim, so say whose words they are, "
                "where they come from, and how sure you are."
            )
        )
        note.setObjectName("quiet")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(60, 20, 60, 20)
        column.addStretch(2)
        for part in (question, note, self.first):
            if isinstance(part, QLabel):
                part.setWordWrap(True)
            column.addWidget(part)
        column.addStretch(3)
        return page

    def show_theme(self, theme: Theme) -> None:
        """Show the grid in the colours of a theme."""
        self.grid.show_theme(theme)
        self.details.show_theme(theme)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order = ()
        self._renew()
        self._follow(self._selection.ids)

    def finish(self) -> None:
        """Take into the map what is still being typed."""
        for field in (self.first, self.add):
            field.finish()
        self.details.finish()

    # Showing ----------------------------------------------------------------------------------

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if self.isVisible():
            self._show_map(self._document.map)

    def _show_map(self, activity_map: ActivityMap) -> None:
        rows = self._ordered(needs_table(activity_map))
        row, column = self._row(), self.grid.currentIndex().column()
        place = self.grid.currentIndex().row()
        if self.grid.needs.show_rows(rows, activity_map.systems):
            self.grid.lay_out()
            kept = self.grid.needs.row_of(row.need.id) if row else None
            self.grid.place_at(place if kept is None else kept, column)
        self.pages.setCurrentIndex(1 if rows else 0)
        self._show_summary(rows)
        self._show_details()

    def _ordered(self, rows: tuple[NeedRow, ...]) -> tuple[NeedRow, ...]:
        """Return the needs in their order, which stays as it is while they are worked on."""
        known = {row.need.id: row for row in rows}
        if self.order.currentIndex() == 1:
            self._order = tuple(known)
        elif self._order:
            new = [one for one in known if one not in self._order]
            self._order = tuple(one for one in (*self._order, *new) if one in known)
        else:
            self._order = tuple(row.need.id for row in strongest_first(rows))
        return tuple(known[one] for one in self._order)

    def _sort(self) -> None:
        self._order = ()
        self._renew()

    def _show_summary(self, rows: tuple[NeedRow, ...]) -> None:
        counted = summary_of(rows)
        self.summary.setText(self.tr("Needs: {count}").format(count=counted.needs))
        parts = (
            (counted.nobody, self.tr("! {count} served by nobody")),
            (counted.no_object, self.tr("! {count} served by nobody’s object")),
            (counted.torn, self.tr("‹ › {count} pulled both ways")),
        )
        self.alarm.setText("   ".join(told.format(count=many) for many, told in parts if many))

    # The chosen need and service --------------------------------------------------------------

    def _row(self) -> NeedRow | None:
        place, rows = self.grid.currentIndex().row(), self.grid.needs.rows
        return rows[place] if 0 <= place < len(rows) else None

    def _show_details(self) -> None:
        row, index = self._row(), self.grid.currentIndex()
        cell = self.grid.needs.cell(index)
        if cell is None and row is not None and row.cells:
            cell = row.cells[0]
        self.details.show_row(self._document.map, row, cell)

    def _chosen(self) -> None:
        """Show what a person went to, and choose its need everywhere."""
        index = self.grid.currentIndex()
        need, column = self.grid.needs.rows[index.row()].need.id, index.column()
        self.details.finish()
        self._go_to(need, column)
        self._selection.choose(need)

    def _go_to(self, need: str, column: int) -> None:
        row = self.grid.needs.row_of(need)
        if row is not None:
            self.grid.place_at(row, column)
            self.details.show_page_for(column)
            self._show_details()

    def _follow(self, ids: tuple[str, ...]) -> None:
        """Go to the need that was chosen elsewhere, or to the column of a service."""
        row = self._row()
        if not self.isVisible() or not ids or row is None:
            return
        chosen, column = ids[-1], self.grid.currentIndex().column()
        if self.grid.needs.row_of(chosen) is not None:
            if chosen != row.need.id:
                self._go_to(chosen, column)
            return
        for place, system in enumerate(self.grid.needs.systems, start=1):
            if chosen == system.id or any(chosen == one.id for one in system.statements):
                self._go_to(row.need.id, place)

    # Editing ----------------------------------------------------------------------------------

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

    def _add(self, words: str) -> None:
        first = self.first.hasFocus()
        added = self._document.edit(self.tr("Add need"), add_need, words)
        if added:
            (need,) = added
            self._go_to(need, NEED)
            self._selection.choose(need)
            if first:
                self.add.setFocus()


class NewNeed(QLineEdit):
    """A field for a need that is not in the map before it has words; ``typed`` carries them."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Type a new need, in their words, and press Enter"))
        self.setAccessibleName(self.tr("New need"))
        self.editingFinished.connect(self.finish)

    def finish(self) -> None:
        """Tell what is typed, if it has words."""
        words = self.text().strip()
        self.clear()
        if words:
            self.typed.emit(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
