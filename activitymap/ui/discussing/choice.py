"""Choice: what can be changed here at all, and what could be done, with reasons for and against."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from activitymap.model.discussing import Stage
from activitymap.ui.discussing.ideas import IdeasField
from activitymap.ui.discussing.levers import LeversField
from activitymap.ui.discussing.page import Page


class ChoicePage(Page):
    """The third step: first what can be changed, then what could be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Stage.CHOICE, parent)
        self.note.setAccessibleName(self.tr("Notes on the choice"))
        self.levers, self.ideas = LeversField(), IdeasField()
        row = QHBoxLayout()
        row.setSpacing(24)
        for part in (self.levers, self.ideas):
            self.hold(part)
            row.addWidget(part, 1)
        self.column.addLayout(row, 5)
        self.column.addWidget(self.note, 1)
        self.first = self.levers.text
        self.levers.left.connect(self.ideas.line.setFocus)
