"""The four steps: their buttons, their pages, and what is shown beside or above each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.at_issue import at_issue
from activitymap.drawing.theme import Theme
from activitymap.model.discussing import Stage
from activitymap.ui.discussing.action import ActionPage
from activitymap.ui.discussing.awareness import AwarenessPage
from activitymap.ui.discussing.choice import ChoicePage
from activitymap.ui.discussing.needs_aside import NeedsAside
from activitymap.ui.discussing.page import Page
from activitymap.ui.discussing.part import Talk
from activitymap.ui.discussing.step_back import StepBackPage
from activitymap.ui.document import Document
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.picture import Picture


class Steps(QWidget):
    """Shows one step at a time; ``wanted`` carries the number of one whose button was pressed.

    Awareness has the picture above it, stepping back the needs beside it; choice and action have
    the room to themselves.
    """

    wanted = Signal(int)

    def __init__(self, document: Document, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.needs = Picture(), NeedsAside()
        self.has_picture = False
        action = ActionPage(document, meeting)
        self.verdict = action.verdict
        pages: tuple[Page, ...] = (AwarenessPage(), StepBackPage(), ChoicePage(), action)
        self.pages = {page.stage: page for page in pages}
        self.buttons = QButtonGroup(self)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._arrange()
        self.buttons.idClicked.connect(self.wanted)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for number, stage in enumerate(self.pages):
            button = QPushButton(self.titles()[stage])
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(self.tr("Alt+{number}").format(number=number + 1))
            self.buttons.addButton(button, number)
            row.addWidget(button, 1)
        # No stack: the page that needs most room must not take it from the others.
        for part in (self.picture, self.needs, *self.pages.values()):
            self._body.addWidget(part)
        self._body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(self._body, 1)
        self.show_step(0)

    def titles(self) -> dict[Stage, str]:
        """Return the names of the steps, numbered."""
        return {
            Stage.AWARENESS: self.tr("1 Awareness"),
            Stage.STEP_BACK: self.tr("2 Step back"),
            Stage.CHOICE: self.tr("3 Choice"),
            Stage.ACTION: self.tr("4 Action"),
        }

    @property
    def number(self) -> int:
        """The number of the step that is shown, from 0 on."""
        return self.buttons.checkedId()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[list(self.pages)[self.number]]

    def show_step(self, number: int) -> None:
        """Show a step with what belongs beside it."""
        self.buttons.button(number).setChecked(True)
        self._show_parts()

    def show_talk(self, talk: Talk, theme: Theme) -> None:
        """Show what is talked about at every step."""
        found = talk.found
        self.has_picture = found is not None and not found.gone
        if found is not None and not found.gone:
            self.picture.show_drawing(at_issue(talk.map, found, theme))
        self.needs.show_needs(talk.map, found)
        for page in self.pages.values():
            page.show_talk(talk)
        self._show_parts()

    def _show_parts(self) -> None:
        """Show the page of the step, with the picture above it or the needs beside it."""
        stage, way = self.page.stage, QBoxLayout.Direction
        above, beside = stage is Stage.AWARENESS, stage is Stage.STEP_BACK
        self._body.setDirection(way.LeftToRight if beside else way.TopToBottom)
        shown: dict[QWidget, bool] = {page: page is self.page for page in self.pages.values()}
        shown |= {self.picture: above and self.has_picture, self.needs: beside}
        # What goes, goes first: room for all of them at once would push the window apart.
        for part, visible in sorted(shown.items(), key=lambda one: one[1]):
            part.setVisible(visible)
            room = (6 if beside else 4) if isinstance(part, Page) else (5 if beside else 6)
            self._body.setStretchFactor(part, room)
