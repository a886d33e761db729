"""The menu that hides contradictions of a level, certainty, status or rule."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from activitymap.model.contradictions.finding import Certainty, Contradiction
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.judging import Level, Status
from activitymap.ui.model_words import model_words

FILTERS: dict[str, list[str]] = {
    "level": [str(level) for level in Level],
    "certainty": [str(certainty) for certainty in Certainty],
    "status": [str(status) for status in Status],
    "rule": list(RULES),
}


class FindingFilter(QMenu):
    """Ticks what is listed; ``changed`` says that it is another choice now.

    ``everything_wanted`` says that nothing at all is to be hidden, by whatever means.
    """

    changed = Signal()
    everything_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hidden: set[tuple[str, str]] = set()
        self._actions: dict[tuple[str, str], QAction] = {}
        titles = {
            "level": self.tr("Level"),
            "certainty": self.tr("Certainty"),
            "status": self.tr("Status"),
            "rule": self.tr("Rule"),
        }
        for kind, values in FILTERS.items():
            part = self.addMenu(titles[kind])
            for value in values:
                words = model_words(RULES[value].title if kind == "rule" else value)
                action = part.addAction(f"{words[:1].upper()}{words[1:]}")
                action.setCheckable(True)
                action.setChecked(True)
                action.setData((kind, value))
                action.toggled.connect(self._toggled)
                self._actions[kind, value] = action
        self.addSeparator()
        self.addAction(self.tr("Show everything"), self.everything_wanted.emit)

    def action_for(self, kind: str, value: str) -> QAction:
        """Return the action that shows or hides one value."""
        return self._actions[kind, value]

    def hides(self, one: Contradiction) -> bool:
        """Whether a contradiction is not to be listed."""
        values = {("level", str(one.level)), ("certainty", str(one.certainty))}
        values |= {("status", str(one.status)), ("rule", one.rule)}
        return bool(values & self._hidden)

    def tick_all(self) -> None:
        """Hide nothing."""
        for action in self._actions.values():
            action.setChecked(True)

    def _toggled(self, checked: bool) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        value = tuple(action.data())
        self._hidden = self._hidden - {value} if checked else self._hidden | {value}
        self.changed.emit()
