"""One guiding question, with its answers as rows and a field for the next one."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activitymap.model.edits.change import Edit, in_turn
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.questions import (
    ABOUT_SERVICES,
    QUESTIONS,
    Question,
    answer,
    marks_in,
    record,
    rely,
    say,
    statements_in,
)
from activitymap.model.values import ActivitySystem, State, Statement
from activitymap.ui.document import Document
from activitymap.ui.panels.questions_field import AnswerField, Line
from activitymap.ui.panels.questions_rows import ROWS, AnswerRow, Said, TaskRow
from activitymap.ui.panels.questions_words import told

MOST_ROWS = 30
"""Answers that are shown at first; a click shows the others, which take a while to make."""


class QuestionSheet(QWidget):
    """Asks one question of one service, and puts the answers into the document.

    ``named`` carries the name typed for the service, ``next_wanted`` follows Enter in it, and
    ``focus_moved`` carries the widget that was given the focus.
    """

    named = Signal(str)
    next_wanted = Signal()
    focus_moved = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._question: Question = QUESTIONS[0]
        self._system: ActivitySystem | None = None
        self._drafts: dict[tuple[str, Question], str] = {}
        self._most = MOST_ROWS
        self.rows: list[AnswerRow] = []
        self.text, self.theory, self.help, self.example = (_label() for _ in range(4))
        self.each, self.note = _label(), _label()
        self.name = Line()
        self.entry = AnswerField()
        self.others = QPushButton()
        self.unknown = QPushButton(self.tr("We &don’t know yet"))
        self.none = QPushButton(self.tr("We have n&one"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        font = self.text.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.text.setFont(font)
        small = self.theory.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        for label in (self.theory, self.note):
            label.setFont(small)
            label.setObjectName("quiet")
        self.example.setObjectName("quiet")
        for button in (self.unknown, self.none):
            button.setCheckable(True)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(6)
        known = QHBoxLayout()
        known.addWidget(self.unknown)
        known.addWidget(self.none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addWidget(self.theory)
        layout.addSpacing(4)
        layout.addWidget(self.help)
        layout.addWidget(self.example)
        layout.addSpacing(4)
        layout.addWidget(self.each)
        layout.addWidget(self.name)
        layout.addLayout(self._answers)
        layout.addWidget(self.others)
        layout.addWidget(self.entry)
        layout.addLayout(known)
        layout.addWidget(self.note)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.name.setAccessibleName(self.tr("Name of the service"))
        self.name.setPlaceholderText(self.tr("Name of the service"))
        self.name.answered.connect(self.named)
        self.name.returnPressed.connect(self.next_wanted)
        self.entry.setAccessibleName(self.tr("Next answer"))
        self.entry.answered.connect(self._add)
        self.entry.removal_wanted.connect(self._focus_last)
        self.others.clicked.connect(self._show_others)
        self.unknown.clicked.connect(self._record_unknown)
        self.none.clicked.connect(self._record_none)

    # Showing ----------------------------------------------------------------------------------

    def show_question(self, question: Question, system: ActivitySystem | None) -> None:
        """Ask a question of a service, or (``None``) of one that is not there yet."""
        if (_key(system), question) != (_key(self._system), self._question):
            self._turn(question, system)
        self._question, self._system = question, system
        self._show_words()
        self.name.show_text(system.name if system else "")
        self.name.setVisible(question.element is None)
        for widget in (self.entry, self.unknown, self.none):
            widget.setVisible(question.element is not None and system is not None)
        self._show_rows()
        self._show_marks()

    def _turn(self, question: Question, system: ActivitySystem | None) -> None:
        """Put away what was typed about one question, and take out what was about the next.

        This is done before anything is hidden: what loses the focus must have nothing to tell, for
        the map may be in the middle of a change.
        """
        self._drafts[_key(self._system), self._question] = self.entry.draft
        self.entry.begin("", self._drafts.pop((_key(system), question), ""))
        self.name.begin(system.name if system else "")
        self._drop(self.rows)
        self.rows = []
        self._most = MOST_ROWS

    def _show_words(self) -> None:
        question = self._question
        self.text.setText(told(question.text))
        self.theory.setText(told(question.theory))
        self.help.setText(told(question.help))
        self.example.setText(told(question.example))
        self.each.setText(self.tr("Of each: {question}").format(question=told(question.each)))
        self.each.setVisible(bool(question.each))
        self.note.setText(told(ABOUT_SERVICES))
        self.note.setVisible(question.element is None)
        self.entry.setPlaceholderText(self.tr("Type an answer, then Enter for the next"))

    def _said(self) -> list[Statement]:
        """Return the answers that have words."""
        if self._system is None or self._question.element is None:
            return []
        return [one for one in statements_in(self._system, self._question.element) if one.text]

    def _show_rows(self) -> None:
        """Let the rows follow the map; those that stay keep what is being typed in them."""
        said = self._said()
        shown = said[: self._most]
        by_id = {row.statement: row for row in self.rows}
        gone = [row for row in self.rows if row.statement not in {one.id for one in shown}]
        self._drop(gone)
        self.rows = []
        for number, one in enumerate(shown, start=1):
            row = by_id.get(one.id) or self._row()
            if self._answers.indexOf(row) != number - 1:
                self._answers.removeWidget(row)
                self._answers.insertWidget(number - 1, row)
            assert self._system is not None
            row.show_statement(Said(one, self._system, self._document.map, number))
            if draft := self._drafts.pop((one.id, self._question), ""):
                row.field.begin(one.text, draft)
            # Layouts show what is new only later, and what is hidden takes no focus.
            row.show()
            self.rows.append(row)
        self._order_focus()
        left = len(said) - len(shown)
        self.others.setText(self.tr("Show {count} more").format(count=left))
        self.others.setVisible(left > 0)

    def _row(self) -> AnswerRow:
        element = self._question.element
        row = ROWS.get(element, AnswerRow)() if element else AnswerRow()
        row.reworded.connect(self._reword)
        row.removed.connect(self._remove)
        row.said.connect(self._say)
        row.field.next_wanted.connect(self._focus_next)
        if isinstance(row, TaskRow):
            row.relied.connect(self._rely)
        return row

    def _drop(self, rows: list[AnswerRow]) -> None:
        for row in rows:
            self._drafts[row.statement, self._question] = row.field.draft
            row.abandon()
            self._answers.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _order_focus(self) -> None:
        """Let Tab go down the sheet, whenever its widgets were made."""
        stops: list[QWidget] = [self.name]
        for row in self.rows:
            stops += row.stops()
        stops += [self.others, self.entry, self.unknown, self.none]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    def _show_marks(self) -> None:
        if self._system is None or self._question.element is None:
            return
        marks = {one.state for one in marks_in(self._system, self._question.element)}
        for button, state in ((self.unknown, State.UNKNOWN), (self.none, State.MISSING)):
            button.setChecked(state in marks)
            button.setEnabled(bool(marks) or not self._said())

    # What people do ---------------------------------------------------------------------------

    def start(self) -> None:
        """Put the focus where the next answer is typed."""
        self._focus(self.entry if self.entry.isVisibleTo(self) else self.name)

    def finish(self) -> None:
        """Put what was typed and not yet told into the map."""
        if self.name.isVisibleTo(self):
            self.name.finish()
        for row in list(self.rows):
            row.finish()
        self.entry.finish()

    def _add(self, lines: tuple[str, ...]) -> None:
        if self._system is None or self._question.element is None:
            return
        text = self.tr("Type statement") if len(lines) == 1 else self.tr("Type statements")
        if self._document.edit(text, answer, self._system.id, self._question.element, lines):
            self.entry.show_text("")
            if self.entry.hasFocus():
                self._focus(self.entry)

    def _reword(self, statement: str, lines: tuple[str, ...]) -> None:
        """Reword a statement; further lines that were pasted follow it as statements."""
        element, system = self._question.element, self._system
        if system is None or element is None:
            return
        edits: list[Edit] = [partial(set_text, statement=statement, text=lines[0])]
        if len(lines) > 1:
            ids = [one.id for one in statements_in(system, element)]
            position = ids.index(statement) + 1
            edits.append(
                partial(
                    answer, system=system.id, element=element, texts=lines[1:], position=position
                )
            )
        self._document.edit(self.tr("Edit text"), in_turn, edits)

    def _remove(self, statement: str) -> None:
        place = [row.statement for row in self.rows].index(statement)
        if self._document.edit(self.tr("Remove statement"), remove_statements, [statement]):
            left = self.rows[max(0, place - 1) :]
            self._focus(left[0].field if left else self.entry)

    def _say(self, statement: str, slot: str, value: object) -> None:
        texts = {
            "origin": self.tr("Say whose rule it is"),
            "changed_by": self.tr("Say who can change a rule"),
            "relies_on": self.tr("Say whom a task relies on"),
        }
        self._document.edit(texts[slot], say, statement, slot, value)

    def _rely(self, statement: str, system: str) -> None:
        assert self._system is not None
        task = next(one.text for one in self._said() if one.id == statement)
        words = self.tr("Relies on {service}: {task}").format(service=self._system.name, task=task)
        self._document.edit(self.tr("Say who relies on a task"), rely, statement, system, words)

    def _record_unknown(self, wanted: bool) -> None:
        self._record(self.tr("Record as not known"), State.UNKNOWN if wanted else None)

    def _record_none(self, wanted: bool) -> None:
        self._record(self.tr("Record as missing"), State.MISSING if wanted else None)

    def _record(self, text: str, state: State | None) -> None:
        assert self._system is not None
        self._document.edit(text, record, self._system.id, self._question.element, state)
        # A button that was pressed in vain comes up again.
        self._show_marks()

    def _show_others(self) -> None:
        place = len(self.rows)
        self._most = len(self._said())
        self._show_rows()
        self._focus(self.rows[place].field)

    # Focus ------------------------------------------------------------------------------------

    def _focus_next(self) -> None:
        fields = [row.field for row in self.rows]
        here = next((place for place, field in enumerate(fields) if field is self.sender()), -1)
        after = fields[here + 1 : here + 2] if here >= 0 else []
        self._focus(after[0] if after else self.entry)

    def _focus_last(self) -> None:
        if self.rows:
            self._focus(self.rows[-1].field)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus()
        self.focus_moved.emit(widget)


def _key(system: ActivitySystem | None) -> str:
    return system.id if system else ""


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
