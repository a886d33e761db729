"""The view that compares services in four ways, and opens two of them alone."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.side_by_side import side_by_side
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.comparing import Meeting, Pair, dividing_matters, meetings, shared_aims
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.finding import Agreement
from activitymap.ui.comparing.lists import MattersList, ObjectsList
from activitymap.ui.comparing.matrix import Matrix
from activitymap.ui.comparing.pair import PairView
from activitymap.ui.document import Document
from activitymap.ui.picture import Picture


class Page(IntEnum):
    """The ways to compare, in the order of their buttons; the pair has none."""

    SIDE_BY_SIDE = 0
    MATRIX = 1
    MATTERS = 2
    OBJECTS = 3
    PAIR = 4


class CompareView(QWidget):
    """Compares the services of the map.

    ``chosen`` carries contradictions to show on the map, ``discuss`` one to talk about.
    """

    chosen = Signal(object)
    discuss = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.theme: Theme = LIGHT
        self._agreed: tuple[Agreement, ...] = ()
        self._meetings: dict[Pair, Meeting] = {}
        self._pair: tuple[str, ...] = ()
        self._statement: str | None = None
        self.buttons = QButtonGroup(self)
        self.note = QLabel()
        self.note.setObjectName("quiet")
        self.note.setWordWrap(True)
        self.picture = Picture(fits=False)
        self.area = QScrollArea()
        self.area.setWidget(self.picture)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.matrix, self.pair = Matrix(), PairView()
        self.matters, self.objects = MattersList(), ObjectsList()
        self.pages = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        titles = (
            self.tr("&Side by side"),
            self.tr("Each &with each"),
            self.tr("&Matters"),
            self.tr("&Objects"),
        )
        for number, title in enumerate(titles):
            button = QPushButton(title)
            button.setCheckable(True)
            self.buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.buttons.button(Page.SIDE_BY_SIDE).setChecked(True)
        for page in (self.area, self.matrix, self.matters, self.objects, self.pair):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.buttons.idClicked.connect(self.show_page)
        self.picture.clicked.connect(self._choose_statement)
        self.matrix.chosen.connect(self.show_pair)
        self.objects.chosen.connect(self.show_pair)
        self.matters.chosen.connect(self.chosen)
        self.pair.left.connect(lambda: self.show_page(self.buttons.checkedId()))
        self.pair.discuss.connect(self.discuss)
        self._document.map_changed.connect(self._renew)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.theme = self.matrix.theme = self.pair.theme = theme
        self._renew()

    def show_page(self, page: int) -> None:
        """Show one of the ways to compare."""
        self.pages.setCurrentIndex(page)
        self._renew()

    def show_pair(self, systems: tuple[str, ...]) -> None:
        """Show two services alone, face to face."""
        self._pair = systems
        self.show_page(Page.PAIR)

    def _choose_statement(self, identity: str) -> None:
        self._statement = identity or None
        self._show_side_by_side()

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if not self.isVisible():
            return
        shown, detection = self._document.map, self._document.detection
        self._agreed = agreements(shown)
        self._meetings = meetings(shown, detection, self._agreed)
        page = self.pages.currentIndex()
        if page == Page.PAIR and frozenset(self._pair) not in self._meetings:
            page = Page.MATRIX
            self.pages.setCurrentIndex(page)
        self.note.setText(self._words(page))
        if page == Page.SIDE_BY_SIDE:
            self._show_side_by_side()
        elif page == Page.MATRIX:
            self.matrix.show_meetings(shown, self._meetings)
        elif page == Page.MATTERS:
            names = {system.id: system.name for system in shown.systems}
            self.matters.show_matters(dividing_matters(detection), names)
        elif page == Page.OBJECTS:
            self.objects.show_aims(shared_aims(shown, detection))
        else:
            meeting = self._meetings[frozenset(self._pair)]
            self.pair.show_pair(shown, self._pair, meeting)

    def _words(self, page: int) -> str:
        if not self._document.map.systems:
            return self.tr("There is no service yet. Draw two, and link them, to compare them.")
        return {
            Page.SIDE_BY_SIDE: self.tr(
                "Lightning joins what pulls apart, a double line what pulls together. "
                "Click a statement to see its lines alone."
            ),
            Page.MATRIX: self.tr("Click a cell to see the two services face to face."),
            Page.MATTERS: self.tr(
                "What divides most services comes first: a good place to start. "
                "Click a matter to see it on the map."
            ),
            Page.OBJECTS: self.tr(
                "The object is what a service works on. Two may use the same word and mean "
                "different things. Click a row to see the two face to face."
            ),
            Page.PAIR: "",
        }[Page(page)]

    def _show_side_by_side(self) -> None:
        drawing = side_by_side(
            self._document.map,
            self._document.detection.contradictions,
            self._agreed,
            self.theme,
            self._statement,
        )
        self.picture.show_drawing(drawing)
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
