"""The table twin of the canvas: the same map, for reading, sorting, filtering and typing."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.model.edits.statements import add_statements, remove_statements
from activitymap.ui.document import Document
from activitymap.ui.panels.table_model import COLUMNS, FIXED, Row, TableModel
from activitymap.ui.selection import Selection

Index = QModelIndex | QPersistentModelIndex
WIDTHS = {"service": 115, "element": 115, "statement": 235, "state": 75, "matter": 145}


class TablePanel(QWidget):
    """Shows the map as a table; rows that are chosen are chosen everywhere."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._choosing = False
        self.model = TableModel(document, self)
        self.shown = Filter(self)
        self.shown.setSourceModel(self.model)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Show rows with these words"))
        self.filter.setAccessibleName(self.tr("Show rows with these words"))
        self.filter.setClearButtonEnabled(True)
        self.all_columns = QCheckBox(self.tr("Cards"))
        self.all_columns.setToolTip(self.tr("Show the columns of the reading cards"))
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.view = self._make_view()
        tools = QHBoxLayout()
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.all_columns)
        tools.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 0)
        layout.addLayout(tools)
        layout.addWidget(self.view, 1)
        self.filter.textChanged.connect(self._filter)
        self.all_columns.toggled.connect(self._show_columns)
        selection.changed.connect(self._show_chosen)
        document.map_changed.connect(self._show_map)
        self._show_columns(False)
        self._show_count()

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.shown)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setTabKeyNavigation(True)
        view.setAccessibleName(self.tr("The map as a table"))
        view.verticalHeader().hide()
        view.horizontalHeader().setHighlightSections(False)
        view.setItemDelegate(Cells(self.model, view))
        view.installEventFilter(self)
        view.selectionModel().selectionChanged.connect(self._selected)
        for column, name in enumerate(COLUMNS):
            view.setColumnWidth(column, WIDTHS.get(name, 110))
        return view

    def finish(self) -> None:
        """Take into the map what is still being typed in a cell."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for editor in self.view.viewport().findChildren(QWidget, options=direct):
            self.view.commitData(editor)
            self.view.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def chosen_rows(self) -> list[Row]:
        """Return the rows that are chosen, from top to bottom."""
        indexes = self.view.selectionModel().selectedRows()
        places = sorted(index.row() for index in indexes)
        return [
            self.model.rows[self.shown.mapToSource(self.shown.index(p, 0)).row()] for p in places
        ]

    def add_below(self) -> None:
        """Add a statement below the current one, in its element, and type it."""
        index = self.shown.mapToSource(self.view.currentIndex())
        if not index.isValid():
            return
        row = self.model.rows[index.row()]
        there = [s.id for s in row.system.statements if s.element is row.statement.element]
        known = {one.statement.id for one in self.model.rows}
        self._document.edit(
            self.tr("Add statement"),
            add_statements,
            row.system.id,
            row.statement.element,
            [self.tr("New statement")],
            there.index(row.statement.id) + 1,
        )
        new = [one.statement.id for one in self.model.rows if one.statement.id not in known]
        if new:
            self._selection.choose(new[0])
            place = self._shown_at(new[0], COLUMNS.index("statement"))
            self.view.setCurrentIndex(place)
            self.view.edit(place)

    def paste(self) -> None:
        """Add the lines of text on the clipboard below the current row, in its element."""
        index = self.shown.mapToSource(self.view.currentIndex())
        lines = [line.strip() for line in QGuiApplication.clipboard().text().splitlines()]
        if index.isValid() and any(lines):
            row = self.model.rows[index.row()]
            self._document.edit(
                self.tr("Paste"),
                add_statements,
                row.system.id,
                row.statement.element,
                [line for line in lines if line],
            )

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as a table of text."""
        columns = [c for c in range(len(COLUMNS)) if not self.view.isColumnHidden(c)]
        lines = []
        for row in self.chosen_rows():
            place = self.model.rows.index(row)
            cells = (self.model.data(self.model.index(place, column)) for column in columns)
            lines.append("\t".join(str(cell) for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def remove(self) -> None:
        """Remove the chosen statements."""
        ids = [row.statement.id for row in self.chosen_rows()]
        if ids:
            self._document.edit(self.tr("Remove"), remove_statements, ids)

    def _filter(self, text: str) -> None:
        self.shown.show_words(text)
        self._show_count()

    def _show_columns(self, shown: bool) -> None:
        for column, name in enumerate(COLUMNS):
            self.view.setColumnHidden(column, name not in FIXED and not shown)

    def _show_map(self) -> None:
        """Show the map as it is now; while nobody looks, a large one costs nothing."""
        if self.isVisible():
            self.model.show_map(self._document.map)
            self._show_count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_map()
        self._show_chosen(self._selection.ids)

    def _show_count(self) -> None:
        rows, everything = self.shown.rowCount(), self.model.rowCount()
        words = self.tr("{rows} of {all} statements")
        self.count.setText(words.format(rows=rows, all=everything))

    def _shown_at(self, statement: str, column: int = 0) -> QModelIndex:
        place = self.model.row_of(statement)
        if place is None:
            return QModelIndex()
        return self.shown.mapFromSource(self.model.index(place, column))

    def _selected(self) -> None:
        if not self._choosing:
            self._choosing = True
            self._selection.choose(*(row.statement.id for row in self.chosen_rows()))
            self._choosing = False

    def _show_chosen(self, ids: tuple[str, ...]) -> None:
        """Mark the rows of what was chosen elsewhere."""
        if self._choosing or not self.isVisible():
            return
        self._choosing = True
        chosen = self.view.selectionModel()
        chosen.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for one in ids:
            index = self._shown_at(one)
            if index.isValid():
                chosen.select(index, flags.Select | flags.Rows)
                self.view.scrollTo(index)
        self._choosing = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in {
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        }:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means for rows; the window's own shortcuts must not take it."""
        keys = (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Paste, self.paste),
            (QKeySequence.StandardKey.Delete, self.remove),
        )
        does = next((do for key, do in keys if event.matches(key)), None)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control
        if event.key() == Qt.Key.Key_Insert or enter:
            does = self.add_below
        if does is None:
            if event.key() == Qt.Key.Key_F2:
                event.accept()  # The table edits the cell itself.
            return False
        if event.type() is QEvent.Type.KeyPress:
            does()
        event.accept()
        return True


class Filter(QSortFilterProxyModel):
    """Shows the rows that have all words somewhere; sorting leaves out upper and lower case."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_words(self, text: str) -> None:
        """Show only rows that have all the words of a text."""
        self._words = text.casefold().split()
        self.invalidate()

    @override
    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if not self._words or not isinstance(model, TableModel):
            return True
        cells = (model.data(model.index(row, column)) for column in range(len(COLUMNS)))
        text = " ".join(map(str, cells)).casefold()
        return all(word in text for word in self._words)


class Cells(QStyledItemDelegate):
    """Edits cells: a list of words where a column has some, else a line of text."""

    def __init__(self, model: TableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        words = self._model.choices(index.column())
        if not words:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems(words)
        # A matter that is not in the list yet is made by typing it.
        box.setEditable(COLUMNS[index.column()] == "matter")
        return box

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
