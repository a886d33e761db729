"""A statement among the answers to a guiding question, with what is asked of each."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.questions import relying, slot_of
from activitymap.model.reading import Origin
from activitymap.model.values import ActivitySystem, Element, State, Statement
from activitymap.ui.panels.questions_field import AnswerField, Choice, Line

INDENT = 16
"""How far what is asked of a statement is set in below it, in pixels."""


class Said(NamedTuple):
    """What a row is to show: a statement, its service, and the map around them."""

    statement: Statement
    system: ActivitySystem
    map: ActivityMap
    number: int


class AnswerRow(QWidget):
    """One statement that can be reworded and removed.

    ``reworded`` carries its id and the lines, ``removed`` its id, and ``said`` its id, a slot of
    its card and the value.
    """

    reworded = Signal(str, object)
    removed = Signal(str)
    said = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statement = ""
        self.field = AnswerField()
        self.field.answered.connect(self._tell_text)
        self.field.removal_wanted.connect(self._tell_removal)
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.remove = QToolButton()
        self.remove.setText("×")
        self.remove.setObjectName("remove")
        self.remove.clicked.connect(self._tell_removal)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 6)
        self.column.setSpacing(3)
        self.column.addWidget(self.state)
        self.column.addLayout(line)

    def show_statement(self, what: Said) -> None:
        """Show a statement as it is in the map."""
        one = what.statement
        self.statement = one.id
        self.field.show_text(one.text)
        self.field.setAccessibleName(self.tr("Answer {number}").format(number=what.number))
        self.remove.setToolTip(self.tr("Remove this answer"))
        self.remove.setAccessibleName(self.tr("Remove answer: {text}").format(text=one.text))
        states = {
            State.MISSING: self.tr("We have none:"),
            State.UNKNOWN: self.tr("We don’t know yet:"),
            State.PRESENT: "",
        }
        self.state.setText(states[one.state])
        self.state.setVisible(one.state is not State.PRESENT)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.field, self.remove]

    def finish(self) -> None:
        """Tell what was typed."""
        self.field.finish()

    def abandon(self) -> None:
        """Say nothing more: the statement is gone, or another question is asked."""
        self.field.abandon()
        for line in self.findChildren(Line):
            line.blockSignals(True)

    def _tell_text(self, lines: tuple[str, ...]) -> None:
        self.reworded.emit(self.statement, lines)

    def _tell_removal(self) -> None:
        self.removed.emit(self.statement)


class RuleRow(AnswerRow):
    """A rule: is it law, policy, agreement or habit, and who can change it?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.origin = Choice()
        self.origin.activated.connect(self._tell_origin)
        self.changed_by = Line()
        self.changed_by.answered.connect(self._tell_changed_by)
        line = QHBoxLayout()
        line.setContentsMargins(INDENT, 0, 0, 0)
        line.addWidget(self.origin, 1)
        line.addWidget(self.changed_by, 1)
        self.column.addLayout(line)

    @override
    def show_statement(self, what: Said) -> None:
        super().show_statement(what)
        one = what.statement
        self.origin.show_items(
            [
                (self.tr("Whose rule is it?"), None),
                (self.tr("Law"), Origin.LAW),
                (self.tr("Our policy"), Origin.POLICY),
                (self.tr("An agreement"), Origin.AGREEMENT),
                (self.tr("Our habit"), Origin.HABIT),
            ],
            slot_of(one, "origin"),
        )
        self.origin.setAccessibleName(self.tr("Whose rule is it: {text}").format(text=one.text))
        self.changed_by.show_text(str(slot_of(one, "changed_by")))
        self.changed_by.setPlaceholderText(self.tr("Who can change it?"))
        self.changed_by.setAccessibleName(
            self.tr("Who can change the rule: {text}").format(text=one.text)
        )

    @override
    def stops(self) -> list[QWidget]:
        return [*super().stops(), self.origin, self.changed_by]

    @override
    def finish(self) -> None:
        super().finish()
        self.changed_by.finish()

    def _tell_origin(self) -> None:
        # Qt hands back a plain text for a word of an enumeration.
        value = self.origin.currentData()
        self.said.emit(self.statement, "origin", Origin(value) if value else None)

    def _tell_changed_by(self, text: str) -> None:
        self.said.emit(self.statement, "changed_by", text)


class TaskRow(AnswerRow):
    """A task: who relies on it, and whom does it rely on itself?

    ``relied`` carries the id of the task and that of the service that relies on it.
    """

    relied = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.others = Choice()
        self.others.activated.connect(self._tell_other)
        self.relying = QLabel()
        self.relying.setTextFormat(Qt.TextFormat.PlainText)
        self.relying.setWordWrap(True)
        self.relies_on = Line()
        self.relies_on.answered.connect(self._tell_relies_on)
        below = QVBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(3)
        for widget in (self.relying, self.others, self.relies_on):
            below.addWidget(widget)
        self.column.addLayout(below)

    @override
    def show_statement(self, what: Said) -> None:
        super().show_statement(what)
        one = what.statement
        known = relying(what.map, one.id)
        ids = {what.system.id, *(each.id for each in known)}
        left = [each for each in what.map.systems if each.id not in ids]
        self.others.show_items(
            [(self.tr("Who relies on it?"), ""), *((each.name, each.id) for each in left)], ""
        )
        self.others.setVisible(bool(left))
        self.others.setAccessibleName(
            self.tr("Who relies on the task: {text}").format(text=one.text)
        )
        names = ", ".join(each.name for each in known)
        self.relying.setText(self.tr("Relied on by: {services}").format(services=names))
        self.relying.setVisible(bool(known))
        names = "; ".join(map(str, _names(slot_of(one, "relies_on"))))
        self.relies_on.show_text(names)
        self.relies_on.setPlaceholderText(self.tr("Whom does it rely on itself?"))
        self.relies_on.setToolTip(self.tr("Services or roles, separated by semicolons"))
        self.relies_on.setAccessibleName(
            self.tr("Whom the task relies on: {text}").format(text=one.text)
        )

    @override
    def stops(self) -> list[QWidget]:
        return [*super().stops(), self.others, self.relies_on]

    @override
    def finish(self) -> None:
        super().finish()
        self.relies_on.finish()

    def _tell_other(self) -> None:
        system = self.others.currentData()
        if system:
            self.relied.emit(self.statement, system)

    def _tell_relies_on(self, text: str) -> None:
        names = tuple(name.strip() for name in text.split(";") if name.strip())
        self.said.emit(self.statement, "relies_on", names)


def _names(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


ROWS: dict[Element, type[AnswerRow]] = {
    Element.RULES: RuleRow,
    Element.DIVISION_OF_LABOUR: TaskRow,
}
"""The rows of the elements of which more is asked."""
