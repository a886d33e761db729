"""The needs: in whose words, from which source, and whether the group went through them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Edit
from activitymap.model.edits.needs import (
    add_need,
    describe_need,
    remove_need,
    review_need,
    reword_need,
)
from activitymap.model.values import Need
from activitymap.ui.document import Document
from activitymap.ui.selection import Selection

ID = Qt.ItemDataRole.UserRole
TEXT, WHOSE, SOURCE, DATE, REVIEWED = range(5)


class NeedsPanel(QWidget):
    """Lists the needs of the map for typing; the chosen one is chosen everywhere."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self.note = QLabel(
            self.tr(
                "A need is what the child or family needs, in their own words. It is a claim, so "
                "say whose words they are and where they come from."
            )
        )
        self.note.setWordWrap(True)
        self.note.setObjectName("quiet")
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("Needs"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Need"),
                self.tr("Whose words"),
                self.tr("Source"),
                self.tr("Date"),
                self.tr("Gone through"),
            ]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(TEXT, 150)
        self.add = QPushButton(self.tr("&Add a need"))
        self.remove = QPushButton(self.tr("Re&move"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 10, 10)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.itemChanged.connect(self._typed)
        self.table.itemSelectionChanged.connect(self._chosen)
        document.map_changed.connect(self.show_map)
        self.show_map(document.map)

    def show_map(self, activity_map: ActivityMap) -> None:
        """List the needs of a map."""
        place = self.table.currentRow()
        self.table.blockSignals(True)
        self.table.setRowCount(len(activity_map.needs))
        for row, need in enumerate(activity_map.needs):
            for column, words in enumerate((need.text, need.whose, need.source, need.date, "")):
                item = QTableWidgetItem(words)
                item.setData(ID, need.id)
                item.setToolTip(words)
                if column == REVIEWED:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                    state = Qt.CheckState.Checked if need.reviewed else Qt.CheckState.Unchecked
                    item.setCheckState(state)
                self.table.setItem(row, column, item)
        self.table.setCurrentCell(min(place, len(activity_map.needs) - 1), TEXT)
        self.table.resizeRowsToContents()
        self.table.blockSignals(False)
        self.remove.setEnabled(bool(activity_map.needs))

    def _need(self, row: int) -> Need | None:
        needs = self._document.map.needs
        return needs[row] if 0 <= row < len(needs) else None

    def _typed(self, item: QTableWidgetItem) -> None:
        """Take over what was typed or ticked; what is refused goes back to what it was."""
        one, words = item.data(ID), item.text()
        ticked = item.checkState() is Qt.CheckState.Checked
        edits: dict[int, Edit] = {
            TEXT: partial(reword_need, need=one, text=words),
            WHOSE: partial(describe_need, need=one, whose=words),
            SOURCE: partial(describe_need, need=one, source=words),
            DATE: partial(describe_need, need=one, date=words),
            REVIEWED: partial(review_need, need=one, reviewed=ticked),
        }
        before = self._document.map
        self._document.edit(self.tr("Edit need"), edits[item.column()])
        if self._document.map is before:
            self.show_map(before)

    def _add(self) -> None:
        words = self.tr("What is needed")
        if self._document.edit(self.tr("Add need"), add_need, words):
            row = self.table.rowCount() - 1
            self.table.setCurrentCell(row, TEXT)
            item = self.table.item(row, TEXT)
            if item is not None:
                self.table.editItem(item)

    def _remove(self) -> None:
        need = self._need(self.table.currentRow())
        if need is not None:
            self._document.edit(self.tr("Remove need"), remove_need, need.id)

    def _chosen(self) -> None:
        need = self._need(self.table.currentRow())
        if need is not None:
            self._selection.choose(need.id)
