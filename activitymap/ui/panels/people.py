"""The names of people that the map lists: what is shown instead, and what looks like another."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.anonymising.anonymised import Anonymised, anonymised
from activitymap.model.edits.people import add_name, no_name, remove_name, replace_name_by
from activitymap.ui.document import Document

NAME, INSTEAD, TIMES = range(3)
MOST = 30
"""Doubtful words told one by one in a question."""


def names_in_words(found: Anonymised) -> str:
    """Return what is replaced and what only looks like a name, for a question."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Names", text)

    lines = [
        tr("“{name}” becomes “{instead}” ({times} times).").format(**one._asdict())
        for one in found.replaced
        if one.times
    ]
    if found.doubtful:
        names = ", ".join(f"“{one.name}”" for one in found.doubtful[:MOST])
        lines.append(tr("Looks like a name, and is not in the list: {names}").format(names=names))
    return "\n".join(lines)


class PeopleDialog(QDialog):
    """Lists names for typing; what looks like one is proposed below."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Names of people"))
        self.resize(560, 480)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Shown instead"), self.tr("Times")]
        )
        self.table.setAccessibleName(self.tr("Names of people"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(INSTEAD, QHeaderView.ResizeMode.Stretch)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("a name, then Enter"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.proposed = QListWidget()
        self.proposed.setAccessibleName(self.tr("What looks like a name"))
        self.is_name = QPushButton(self.tr("It &is a name"))
        self.is_none = QPushButton(self.tr("It is &none"))
        self._arrange()
        self.name.returnPressed.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.is_name.clicked.connect(lambda: self._decide(is_name=True))
        self.is_none.clicked.connect(lambda: self._decide(is_name=False))
        self.table.itemChanged.connect(self._typed)
        document.map_changed.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        note = QLabel(
            self.tr(
                "“Hide names” in the menu View replaces these in the window; reports and pictures "
                "ask whether to. The map itself keeps them."
            )
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        row, below = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.remove)
        for button in (self.is_name, self.is_none):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        self.remove.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(note)
        column.addWidget(self.table, 3)
        column.addLayout(row)
        column.addWidget(QLabel(self.tr("Looks like a name:")))
        column.addWidget(self.proposed, 2)
        column.addLayout(below)

    def _show(self) -> None:
        found = anonymised(self._document.kept)
        self.table.blockSignals(True)
        self.table.setRowCount(len(found.replaced))
        for row, one in enumerate(found.replaced):
            for column, words in enumerate((one.name, one.instead, str(one.times))):
                item = QTableWidgetItem(words)
                if column != INSTEAD:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        self.proposed.clear()
        self.proposed.addItems([one.name for one in found.doubtful])
        self.proposed.setCurrentRow(0)
        for button in (self.is_name, self.is_none):
            button.setEnabled(bool(found.doubtful))
        self.remove.setEnabled(bool(found.replaced))

    def _add(self) -> None:
        if self._document.record(self.tr("Add name"), add_name, self.name.text()):
            self.name.clear()

    def _remove(self) -> None:
        item = self.table.item(max(self.table.currentRow(), 0), NAME)
        if item is not None:
            self._document.record(self.tr("Remove name"), remove_name, item.text())

    def _typed(self, item: QTableWidgetItem) -> None:
        name = self.table.item(item.row(), NAME)
        if name is not None and item.column() == INSTEAD:
            self._document.record(
                self.tr("Replace name"), replace_name_by, name.text(), item.text()
            )

    def _decide(self, *, is_name: bool) -> None:
        item = self.proposed.currentItem()
        if item is not None:
            edit = add_name if is_name else no_name
            self._document.record(self.tr("Decide on a name"), edit, item.text())
