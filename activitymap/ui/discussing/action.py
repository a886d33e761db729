"""Action: what, who, by when; or deliberately nothing, with the reason."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.model.discussing import Action, Stage
from activitymap.model.edits.actions import agree_action, finish_action, reword_action
from activitymap.model.edits.discussing import remove_point
from activitymap.ui.cells import CellTable
from activitymap.ui.discussing.page import Page
from activitymap.ui.discussing.part import Line, Part, Talk, asking
from activitymap.ui.discussing.verdict import Verdict
from activitymap.ui.document import Document
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.today import today

WHAT, WHO, WHEN, DONE = range(4)


class ActionsField(Part):
    """Lines for what, who and by when, and what was agreed so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[Action, ...] = ()
        self.what = Line(self.tr("What is to be done"), "")
        self.who = Line(self.tr("Who does it"), self.tr("who"))
        self.when = Line(self.tr("By when"), self.tr("by when"))
        self.nothing = QCheckBox(self.tr("Deliberatel&y nothing, because …"))
        self.agree = QPushButton(self.tr("A&gree"))
        titles = (self.tr("What"), self.tr("Who"), self.tr("By when"), self.tr("Done"))
        self.table = CellTable(titles, (0, 14, 12, 11))
        self.table.setAccessibleName(self.tr("What was agreed"))
        self.remove = QPushButton(self.tr("Re&move it"))
        self.remove.setToolTip(self.tr("Delete"))
        self._arrange()
        for field in (self.what, self.who, self.when):
            field.returnPressed.connect(self._agree)
        self.agree.clicked.connect(self._agree)
        self.remove.clicked.connect(lambda: self._remove(self.table.currentRow()))
        self.table.removed.connect(self._remove)
        self.nothing.toggled.connect(self._show_nothing)
        self.table.itemChanged.connect(self._typed)
        self._show_nothing(False)

    def _arrange(self) -> None:
        row, below = QHBoxLayout(), QHBoxLayout()
        for field, share in ((self.what, 4), (self.who, 2), (self.when, 2)):
            row.addWidget(field, share)
        below.addWidget(self.nothing, 1)
        below.addWidget(self.agree)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(asking(self.tr("What &do we do? Who, and by when?"), self.what))
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self.table, 1)

    def _show_nothing(self, nothing: bool) -> None:
        for field in (self.who, self.when):
            field.setVisible(not nothing)
        self.what.setPlaceholderText(
            self.tr("why nothing is to be done, then Enter")
            if nothing
            else self.tr("what, then Enter")
        )

    @override
    def show_talk(self, talk: Talk) -> None:
        self._actions = talk.discussion.actions if talk.discussion else ()
        self._show()

    def _show(self) -> None:
        self.table.blockSignals(True)
        self.table.show_rows(len(self._actions))
        for row, action in enumerate(self._actions):
            who = self.tr("deliberately nothing") if action.nothing else action.who
            done = action.done.isoformat() if action.done else ""
            self.table.show_cell(row, WHAT, action.text)
            self.table.show_cell(row, WHO, who, typed_into=not action.nothing)
            self.table.show_cell(row, WHEN, action.when, typed_into=not action.nothing)
            self.table.show_cell(row, DONE, done, typed_into=False)
            self._show_tick(row, action)
        self.table.blockSignals(False)
        self.remove.setEnabled(bool(self._actions))

    def _show_tick(self, row: int, action: Action) -> None:
        """Let an action be ticked as done; of nothing there is nothing to tick."""
        item = self.table.item(row, DONE)
        assert item is not None
        if action.nothing:
            item.setData(Qt.ItemDataRole.CheckStateRole, None)
            return
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if action.done else Qt.CheckState.Unchecked)

    @override
    def finish(self) -> bool:
        self.table.finish()
        return super().finish()

    @override
    def take(self) -> bool:
        taken = super().take()
        fields = (self.what, self.who, self.when)
        if any(field.words() for field in fields):
            self._take(self.what.words() or "?")
        return taken and not any(field.words() for field in fields)

    def _agree(self) -> None:
        self.what.setFocus()
        if self.what.words():
            self._take(self.what.words())
        else:
            self.told.emit(
                self.tr("Say why nothing is to be done.")
                if self.nothing.isChecked()
                else self.tr("Say what is to be done.")
            )

    def _take(self, text: str) -> None:
        nothing, known = self.nothing.isChecked(), self._actions
        edit = partial(
            agree_action,
            text=text,
            who="" if nothing else self.who.words(),
            when="" if nothing else self.when.words(),
            nothing=nothing,
        )
        self.wanted.emit(self.tr("Agree on an action"), edit)
        if self._actions != known:
            for field in (self.what, self.who, self.when):
                field.empty()
            self.nothing.setChecked(False)

    def _typed(self, item: QTableWidgetItem) -> None:
        row, column = item.row(), item.column()
        one = self._actions[row].id
        if column == DONE:
            done = today() if item.checkState() is Qt.CheckState.Checked else None
            self.changed.emit(self.tr("Action done"), partial(finish_action, action=one, done=done))
        else:
            edit = (
                partial(reword_action, action=one, text=item.text())
                if column == WHAT
                else partial(reword_action, action=one, who=item.text())
                if column == WHO
                else partial(reword_action, action=one, when=item.text())
            )
            self.changed.emit(self.tr("Edit action"), edit)
        self._show()

    def _remove(self, row: int) -> None:
        if row >= 0:
            edit = partial(remove_point, identity=self._actions[row].id)
            self.changed.emit(self.tr("Remove an action"), edit)


class ActionPage(Page):
    """The last step: what was agreed, and what the group makes of the contradiction now."""

    def __init__(self, document: Document, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(Stage.ACTION, parent)
        self.note.setAccessibleName(self.tr("Notes on the actions"))
        self.agreed, self.verdict = ActionsField(), Verdict(document, meeting)
        row = QHBoxLayout()
        row.setSpacing(24)
        left = QVBoxLayout()
        left.addWidget(self.agreed, 5)
        left.addWidget(self.note, 1)
        row.addLayout(left, 3)
        row.addWidget(self.verdict, 2)
        self.column.addLayout(row, 1)
        for part in (self.agreed, self.verdict):
            self.hold(part)
        self.verdict.noted.connect(self._note_down)
        self.first = self.agreed.what

    def _note_down(self, words: str) -> None:
        """Add to the note what was given as a reason and did not become a judgement."""
        lines = self.note.toPlainText().strip()
        if words not in lines:
            self.note.setPlainText("\n".join(filter(None, (lines, words))))
        self.note.finish()
