"""The names of people in a map, and what looks like another one, to be typed and ticked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
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

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import Anonymised, anonymised
from activitymap.model.edits.people import add_name, no_name, remove_name, replace_name_by
from activitymap.ui.document import Document

NAME, INSTEAD, TIMES = range(3)
WORD, IS_NAME, IS_NONE, AROUND = range(4)
_TICK = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class NamesField(QWidget):
    """Lists names with what is shown instead, and below it what looks like one, with its sentence.

    ``part`` gives what of the map is looked at. ``changed`` says that the lists were made anew;
    ``found`` is what they show.
    """

    changed = Signal()

    def __init__(
        self,
        document: Document,
        part: Callable[[ActivityMap], ActivityMap],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._part = document, part
        self.found: Anonymised = anonymised(part(document.kept))
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Shown instead"), self.tr("Times")]
        )
        self.table.setAccessibleName(self.tr("Names of people"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("a name, then Enter"))
        self.name.setAccessibleName(self.tr("Another name"))
        self.remove = QPushButton(self.tr("&Take off the list"))
        self.doubtful = QTableWidget(0, 4)
        self.doubtful.setHorizontalHeaderLabels(
            [self.tr("Word"), self.tr("is a name"), self.tr("no name"), self.tr("Where it stands")]
        )
        self.doubtful.setAccessibleName(self.tr("What looks like a name"))
        self.heading = QLabel()
        self._arrange()
        self.name.returnPressed.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.itemChanged.connect(self._typed)
        self.doubtful.itemChanged.connect(self._ticked)
        document.map_changed.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        for table, wide in ((self.table, INSTEAD), (self.doubtful, AROUND)):
            table.verticalHeader().hide()
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            header = table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
            header.setHighlightSections(False)
        self.remove.setAutoDefault(False)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 3)
        column.addLayout(row)
        column.addWidget(self.heading)
        column.addWidget(self.doubtful, 4)

    # Showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        self.found = anonymised(self._part(self._document.kept))
        rows = [(one.name, one.instead, str(one.times)) for one in self.found.replaced]
        _fill(self.table, rows, lambda column: _flags(column == INSTEAD))
        words = [(one.name, None, None, one.around) for one in self.found.doubtful]
        _fill(self.doubtful, words, lambda _: _flags(editable=False))
        self.heading.setText(
            self.tr("Looks like a name, and is not in the list ({count}). Tick what it is:").format(
                count=len(words)
            )
            if words
            else self.tr("Nothing else looks like a name.")
        )
        self.doubtful.setVisible(bool(words))
        self.remove.setEnabled(bool(rows))
        self.changed.emit()

    # Deciding ---------------------------------------------------------------------------------

    def _add(self) -> None:
        if self._document.record(self.tr("Add name"), add_name, self.name.text()):
            self.name.clear()

    def _remove(self) -> None:
        item = self.table.item(max(self.table.currentRow(), 0), NAME)
        if item is not None:
            self._document.record(self.tr("Remove name"), remove_name, item.text())

    def _typed(self, item: QTableWidgetItem) -> None:
        name = self.table.item(item.row(), NAME)
        if name is None or item.column() != INSTEAD:
            return
        text = self.tr("Replace name")
        if not self._document.record(text, replace_name_by, name.text(), item.text()):
            self._show()

    def _ticked(self, item: QTableWidgetItem) -> None:
        word = self.doubtful.item(item.row(), WORD)
        if word is not None and item.column() in {IS_NAME, IS_NONE}:
            edit = add_name if item.column() == IS_NAME else no_name
            if not self._document.record(self.tr("Decide on a name"), edit, word.text()):
                self._show()


def _flags(editable: bool) -> Qt.ItemFlag:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    return flags | Qt.ItemFlag.ItemIsEditable if editable else flags


def _fill(
    table: QTableWidget,
    rows: Sequence[tuple[str | None, ...]],
    flags: Callable[[int], Qt.ItemFlag],
) -> None:
    """Write rows into a table, a box to tick for ``None``; where people were, they stay."""
    row, column = table.currentRow(), table.currentColumn()
    table.blockSignals(True)
    table.setRowCount(len(rows))
    for number, cells in enumerate(rows):
        for place, words in enumerate(cells):
            item = QTableWidgetItem(words or "")
            item.setFlags(flags(place))
            if words is None:
                item.setFlags(_TICK)
                item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip("")
            table.setItem(number, place, item)
    if rows:
        table.setCurrentCell(min(max(row, 0), len(rows) - 1), max(column, 0))
    table.blockSignals(False)
