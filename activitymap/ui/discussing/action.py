"""Action: what, who, by when; or deliberately nothing, with the reason."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from activitymap.model.discussing import Action, Stage
from activitymap.model.edits.actions import agree_action, finish_action, reword_action
from activitymap.model.edits.discussing import remove_point
from activitymap.ui.discussing.page import Page, Talk
from activitymap.ui.today import today

ID = Qt.ItemDataRole.UserRole
WHAT, WHO, WHEN, DONE = range(4)
_FIELDS = {WHAT: "text", WHO: "who", WHEN: "when"}


class ActionPage(Page):
    """The last step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Stage.ACTION, "", parent)
        self.question.setText(self.tr("What do we do? Who, and by when?"))
        self.note.setAccessibleName(self.tr("Notes on the actions"))
        self.what, self.who, self.when = QLineEdit(), QLineEdit(), QLineEdit()
        self.what.setPlaceholderText(self.tr("what, then Enter"))
        self.who.setPlaceholderText(self.tr("who"))
        self.when.setPlaceholderText(self.tr("by when"))
        self.nothing = QCheckBox(self.tr("Deliberately &nothing, because …"))
        self.agree = QPushButton(self.tr("A&gree"))
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("What"), self.tr("Who"), self.tr("By when"), self.tr("Done")]
        )
        self.table.setAccessibleName(self.tr("What was agreed"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.remove = QPushButton(self.tr("Re&move"))
        self.first = self.what
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.what, 4)
        row.addWidget(self.who, 2)
        row.addWidget(self.when, 2)
        below = QHBoxLayout()
        below.addWidget(self.nothing, 1)
        below.addWidget(self.agree)
        below.addWidget(self.remove)
        self.column.addLayout(row)
        self.column.addLayout(below)
        self.column.addWidget(self.table, 3)
        self.column.addWidget(self.note, 1)

    def _connect(self) -> None:
        for field in (self.what, self.who, self.when):
            field.returnPressed.connect(self._agree)
        self.agree.clicked.connect(self._agree)
        self.remove.clicked.connect(self._remove)
        self.nothing.toggled.connect(self._show_nothing)
        self.table.itemChanged.connect(self._typed)

    def _show_nothing(self, nothing: bool) -> None:
        for field in (self.who, self.when):
            field.setVisible(not nothing)
        self.what.setPlaceholderText(
            self.tr("why nothing is to be done, then Enter")
            if nothing
            else self.tr("what, then Enter")
        )
        self.what.setFocus()

    @override
    def show_talk(self, talk: Talk) -> None:
        super().show_talk(talk)
        discussion = talk.discussion
        actions = discussion.actions if discussion else ()
        self.table.blockSignals(True)
        self.table.setRowCount(len(actions))
        for row, action in enumerate(actions):
            self._show_action(row, action)
        self.table.resizeRowsToContents()
        self.table.blockSignals(False)
        self.remove.setEnabled(bool(actions))

    def _show_action(self, row: int, action: Action) -> None:
        what = action.text
        if action.nothing:
            what = self.tr("Deliberately nothing: {reason}").format(reason=action.text)
        for column, words in ((WHAT, what), (WHO, action.who), (WHEN, action.when)):
            item = QTableWidgetItem(words)
            item.setData(ID, action.id)
            item.setToolTip(words)
            if action.nothing:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, column, item)
        done = QTableWidgetItem(action.done.isoformat() if action.done else "")
        done.setData(ID, action.id)
        done.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        if action.nothing:
            done.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            state = Qt.CheckState.Checked if action.done else Qt.CheckState.Unchecked
            done.setCheckState(state)
        self.table.setItem(row, DONE, done)

    def _agree(self) -> None:
        if not self.what.text().strip():
            self.what.setFocus()
            return
        nothing = self.nothing.isChecked()
        edit = partial(
            agree_action,
            text=self.what.text(),
            who="" if nothing else self.who.text(),
            when="" if nothing else self.when.text(),
            nothing=nothing,
        )
        self.wanted.emit(self.tr("Agree on an action"), edit)
        for field in (self.what, self.who, self.when):
            field.clear()
        self.nothing.setChecked(False)
        self.what.setFocus()

    def _typed(self, item: QTableWidgetItem) -> None:
        one, column = item.data(ID), item.column()
        if column == DONE:
            done = today() if item.checkState() is Qt.CheckState.Checked else None
            self.changed.emit(self.tr("Action done"), partial(finish_action, action=one, done=done))
        else:
            fields: dict[str, Any] = {_FIELDS[column]: item.text()}
            self.changed.emit(self.tr("Edit action"), partial(reword_action, action=one, **fields))

    def _remove(self) -> None:
        item = self.table.item(self.table.currentRow(), WHAT)
        if item is not None:
            self.changed.emit(self.tr("Remove"), partial(remove_point, identity=item.data(ID)))
