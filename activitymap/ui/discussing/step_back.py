"""Stepping back: what it means for the child, and which needs are served and hindered."""

from PySide6.QtWidgets import QWidget

from activitymap.model.discussing import Stage
from activitymap.ui.discussing.need_marks import NeedMarks
from activitymap.ui.discussing.page import Page
from activitymap.ui.discussing.part import asking


class StepBackPage(Page):
    """The second step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Stage.STEP_BACK, parent)
        self.note.setAccessibleName(self.tr("What does this mean for the child?"))
        self.needs = NeedMarks()
        self.hold(self.needs)
        question = self.tr("What does this m&ean for the child?")
        self.column.addWidget(asking(question, self.note))
        self.column.addWidget(self.note, 2)
        self.column.addWidget(self.needs, 3)
