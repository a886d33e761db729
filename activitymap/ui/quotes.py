"""Short quotations as evidence, with source and date, for whatever can have some."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.values import Quote

TEXT, SOURCE, DATE = range(3)


class QuotesField(QWidget):
    """Lists quotations for typing; ``changed`` carries all of them, whenever one was."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quotes: tuple[Quote, ...] = ()
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("In their words"), self.tr("Source"), self.tr("Date")]
        )
        self.table.setAccessibleName(self.tr("Quotations"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(90)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(SOURCE, 80)
        self.table.setColumnWidth(DATE, 80)
        self.add = QPushButton(self.tr("Add a &quotation"))
        self.remove = QPushButton(self.tr("Remove it"))
        title = QLabel(self.tr("Evidence"))
        title.setObjectName("heading")
        buttons = QHBoxLayout()
        buttons.addWidget(title, 1)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.table)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.itemChanged.connect(self._typed)

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """List quotations."""
        if tuple(quotes) == self._quotes and self.table.rowCount() == len(quotes):
            return
        self._quotes = tuple(quotes)
        self.table.blockSignals(True)
        self.table.setRowCount(len(quotes))
        for row, quote in enumerate(quotes):
            for column, words in enumerate((quote.text, quote.source, quote.date)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.resizeRowsToContents()
        self.table.blockSignals(False)
        self.remove.setEnabled(bool(quotes))

    def finish(self) -> None:
        """Tell what is still being typed in a cell."""
        for editor in self.table.viewport().findChildren(QLineEdit):
            self.table.commitData(editor)
            self.table.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _add(self) -> None:
        self.table.blockSignals(True)
        row = self.table.rowCount()
        self.table.setRowCount(row + 1)
        today = QDate.currentDate().toString("yyyy-MM-dd")
        for column, words in enumerate(("", "", today)):
            self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.blockSignals(False)
        self.table.setCurrentCell(row, TEXT)
        item = self.table.item(row, TEXT)
        if item is not None:
            self.table.editItem(item)

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            self._typed()

    def _typed(self, _item: QTableWidgetItem | None = None) -> None:
        """Tell what is typed; a row without words is no quotation yet."""
        made = []
        for row in range(self.table.rowCount()):
            cells = [self.table.item(row, column) for column in range(3)]
            text, source, date = (cell.text() if cell else "" for cell in cells)
            if text.strip() or source.strip():
                made.append(Quote(text=text, source=source, date=date))
        if tuple(made) != self._quotes:
            self._quotes = tuple(made)
            self.changed.emit(self._quotes)
