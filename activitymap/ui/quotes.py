"""Short quotations as evidence, with source and date, for whatever can have some."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activitymap.model.values import Quote
from activitymap.ui.cells import CellTable

TEXT, SOURCE, DATE = range(3)


class QuotesField(QWidget):
    """Lists quotations for typing; ``changed`` carries all of them, whenever one was.

    Whoever takes them answers with `show_quotes`; what nobody takes is shown as it was.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quotes: tuple[Quote, ...] = ()
        titles = (self.tr("In their words"), self.tr("Source"), self.tr("Date"))
        self.table = CellTable(titles, (0, 12, 10))
        self.table.setAccessibleName(self.tr("Quotations"))
        self.table.setMinimumHeight(90)
        self.add = QPushButton(self.tr("Add a &quotation"))
        self.remove = QPushButton(self.tr("Re&move it"))
        self.remove.setToolTip(self.tr("Delete"))
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
        self.remove.clicked.connect(lambda: self._remove(self.table.currentRow()))
        self.table.removed.connect(self._remove)
        self.table.itemChanged.connect(self._typed)

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """List quotations; a row that is being typed stays while nothing is new."""
        quotes = tuple(quotes)
        if quotes == self._quotes and (self._is_typing() or not self._has_begun()):
            return
        self._quotes = quotes
        self._show()

    def finish(self) -> None:
        """Tell what is still being typed in a cell; a row without words goes."""
        self.table.finish()
        if self._has_begun():
            self._show()

    def _has_begun(self) -> bool:
        """Whether there is a row without words yet."""
        return self.table.rowCount() != len(self._quotes)

    def _is_typing(self) -> bool:
        there = QApplication.focusWidget()
        return there is not None and (there is self.table or self.table.isAncestorOf(there))

    def _show(self) -> None:
        self.table.blockSignals(True)
        self.table.show_rows(len(self._quotes))
        for row, quote in enumerate(self._quotes):
            for column, words in enumerate((quote.text, quote.source, quote.date)):
                self.table.show_cell(row, column, words)
        self.table.blockSignals(False)
        self.remove.setEnabled(bool(self._quotes))

    def _add(self) -> None:
        # What is typed elsewhere is taken in when the focus leaves it, before there is a new row.
        self.table.setFocus()
        self.finish()
        self.table.blockSignals(True)
        row = self.table.rowCount()
        self.table.setRowCount(row + 1)
        today = QDate.currentDate().toString("yyyy-MM-dd")
        for column, words in enumerate(("", "", today)):
            self.table.show_cell(row, column, words)
        self.table.blockSignals(False)
        self.remove.setEnabled(True)
        self.table.setCurrentCell(row, TEXT)
        item = self.table.item(row, TEXT)
        if item is not None:
            self.table.editItem(item)

    def _remove(self, row: int) -> None:
        if row >= 0:
            self.table.removeRow(row)
            self._typed()

    def _typed(self) -> None:
        """Tell what is typed; a row without words is no quotation yet."""
        made = []
        for row in range(self.table.rowCount()):
            text, source, date = (self.table.words_at(row, column) for column in range(3))
            if text.strip() or source.strip():
                made.append(Quote(text=text, source=source, date=date))
        if tuple(made) == self._quotes:
            return
        before = self._quotes
        self.changed.emit(tuple(made))
        if self._quotes is before:
            self._show()
