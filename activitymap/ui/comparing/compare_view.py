"""The view that compares services in four ways, and opens two of them alone."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.theme import Theme
from activitymap.model.comparing import (
    DividingMatter,
    Meeting,
    Pair,
    between_services,
    dividing_matters,
    matrix_legend,
    meetings,
    tint_legend,
)
from activitymap.model.comparing_objects import objects
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.edits.same_object import say_whether_same
from activitymap.model.well_or_not import Verdict, well_or_not
from activitymap.ui.comparing.matrix import Matrix
from activitymap.ui.comparing.matters_page import MattersPage
from activitymap.ui.comparing.objects_page import ObjectsPage
from activitymap.ui.comparing.pair import PairView
from activitymap.ui.comparing.side_page import SidePage
from activitymap.ui.document import Document
from activitymap.ui.mend_button import MendButton
from activitymap.ui.selection import Selection
from activitymap.ui.today import today


class Page(IntEnum):
    """The ways to compare, in the order of their buttons; the pair has none."""

    SIDE_BY_SIDE = 0
    MATRIX = 1
    MATTERS = 2
    OBJECTS = 3
    PAIR = 4


class CompareView(QWidget):
    """Compares the services of the map; what is chosen here is chosen everywhere.

    ``chosen`` carries contradictions to choose in the list, ``discuss`` one to talk about, and
    ``cleared`` says that nothing is chosen any more.
    """

    chosen = Signal(object)
    cleared = Signal()
    discuss = Signal(object)

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._meetings: dict[Pair, Meeting] = {}
        self._pair: tuple[str, ...] = ()
        self._page = Page.SIDE_BY_SIDE
        self._focus: tuple[Contradiction, ...] = ()
        self.buttons = QButtonGroup(self)
        self.note = QLabel()
        self.note.setObjectName("quiet")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.mend = MendButton()
        self.side, self.matrix, self.pair = SidePage(), Matrix(), PairView()
        self.matters, self.objects = MattersPage(), ObjectsPage()
        self.pages = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row, below = QHBoxLayout(), QHBoxLayout()
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
        row.addWidget(self.side.tools)
        self.buttons.button(Page.SIDE_BY_SIDE).setChecked(True)
        for page in (self.side, self.matrix, self.matters, self.objects, self.pair):
            self.pages.addWidget(page)
        below.addWidget(self.note, 1)
        below.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self.pages, 1)
        # Without a page the sentence stands at the top, not in the middle.
        column.addStretch(0)

    def _connect(self) -> None:
        self.buttons.idClicked.connect(self.show_page)
        for opening in (self.matrix.chosen, self.objects.opened):
            opening.connect(self.show_pair)
        for view in (self.side, self.pair):
            view.card_clicked.connect(self._choose)
            view.discuss.connect(self.discuss)
        self.side.picked.connect(lambda found: self.chosen.emit((found,)))
        self.matters.chosen.connect(self._show_matter)
        self.objects.said.connect(self._say_whether_same)
        self.pair.left.connect(self._leave_pair)
        self._selection.changed.connect(self._show_selection)
        self._document.map_changed.connect(self._renew)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.side.theme = self.matrix.theme = self.pair.theme = theme
        self._renew()

    # Choosing ---------------------------------------------------------------------------------

    def show_page(self, page: int) -> None:
        """Show one of the ways to compare."""
        if page != Page.PAIR:
            self._page = Page(page)
        self.pages.setCurrentIndex(page)
        # While two services are alone, no button says where one is.
        self.buttons.setExclusive(False)
        for number in Page:
            if number is not Page.PAIR:
                self.buttons.button(number).setChecked(number == page)
        self.buttons.setExclusive(page != Page.PAIR)
        self._renew()

    def show_pair(self, systems: tuple[str, ...]) -> None:
        """Show two services alone, face to face."""
        self._pair = systems
        self.show_page(Page.PAIR)
        self.pair.picture.setFocus()

    def show_focus(self, findings: tuple[Contradiction, ...]) -> None:
        """Show what was chosen in the list, on whichever page is open."""
        if findings != self._focus:
            self._focus = findings
            if self.isVisible():
                self._show_focus()

    def _show_focus(self) -> None:
        page = self.pages.currentIndex()
        if page == Page.SIDE_BY_SIDE:
            self.side.show_chosen(self._selection.current or "", self._focus)
        elif page == Page.MATRIX:
            self.matrix.show_focus(self._focus)
        elif page == Page.MATTERS:
            self.matters.show_focus(self._focus)
        elif page == Page.PAIR and self._focus:
            self.pair.show_focus(self._focus)

    def _show_selection(self) -> None:
        if self.isVisible() and self.pages.currentIndex() == Page.SIDE_BY_SIDE:
            self.side.show_chosen(self._selection.current or "", self._focus)

    def _choose(self, identity: str) -> None:
        if identity:
            self._selection.choose(identity)
        else:
            self.cleared.emit()

    def _leave_pair(self) -> None:
        self.show_page(self._page)
        pages = (self.side.view, self.matrix, self.matters.table, self.objects.table)
        pages[self._page].setFocus()

    def _show_matter(self, matter: DividingMatter) -> None:
        """Show where a matter divides services, side by side."""
        self.show_page(Page.SIDE_BY_SIDE)
        self.chosen.emit(matter.contradictions)

    def _say_whether_same(self, pairs: tuple[tuple[str, str], ...], same: bool) -> None:
        reason = (
            self.tr("They work on the same object.")
            if same
            else self.tr("They work on different objects.")
        )
        self._document.record(
            self.tr("Same object or not"), say_whether_same, pairs, same, today(), reason
        )

    # Showing ----------------------------------------------------------------------------------

    def _renew(self) -> None:
        """Look again at the map; nobody looks while the view is hidden."""
        if not self.isVisible():
            return
        shown, detection = self._document.map, self._document.detection
        agreed = agreements(shown)
        self._meetings = meetings(shown, detection, agreed)
        page = self.pages.currentIndex()
        if page == Page.PAIR and frozenset(self._pair) not in self._meetings:
            self.show_page(self._page)
            return
        if page == Page.SIDE_BY_SIDE:
            self.side.show_map(shown, detection.contradictions, agreed)
        elif page == Page.MATRIX:
            self.matrix.show_meetings(shown, self._meetings)
        elif page == Page.MATTERS:
            names = {system.id: system.name for system in shown.systems}
            self.matters.show_matters(dividing_matters(detection), names)
        elif page == Page.OBJECTS:
            self.objects.show_objects(objects(shown, detection))
        else:
            self.pair.show_pair(shown, self._pair, self._meetings[frozenset(self._pair)])
        self._show_words(page, self._verdict())
        self._show_focus()

    def _verdict(self) -> Verdict | None:
        """Return why nothing lies between services or within one, if nothing does."""
        return well_or_not(self._document.map, between_services(self._document.detection))

    def _show_words(self, page: int, verdict: Verdict | None) -> None:
        """Say what a page shows, or why it shows nothing and what would fill it."""
        count = len(self._document.map.systems)
        alone = count == 1 and page != Page.SIDE_BY_SIDE
        nothing = (
            verdict is not None
            and page in {Page.MATRIX, Page.MATTERS}
            and not any(
                meeting.agreements or meeting.unlinked for meeting in self._meetings.values()
            )
        )
        words = self._words(Page(page))
        if page == Page.PAIR or (page == Page.OBJECTS and not self.objects.is_empty):
            verdict = None
        if alone:
            words = self.tr(
                "There is one service. Draw another one, and link the two, to compare them."
            )
        elif verdict is not None:
            words = verdict.words
        self.note.setText(words)
        self.note.setVisible(bool(words) and page != Page.PAIR)
        self.mend.show_verdict(None if alone else verdict, self._document.map)
        self.pages.setVisible(count > 0 and not alone and not nothing)
        self.side.tools.setVisible(page == Page.SIDE_BY_SIDE and count > 0)

    def _words(self, page: Page) -> str:
        return {
            Page.SIDE_BY_SIDE: self.tr(
                "Lightning: pulls apart, strong where the group confirmed it. Double line: pulls "
                "together. A number: too many lines to draw. Click a statement or a line."
            ),
            Page.MATRIX: self._matrix_words(),
            Page.MATTERS: self.tr(
                "What divides most services comes first: a good place to start. Others lie inside "
                "one service or with a need. Click a matter to see it side by side."
            ),
            Page.OBJECTS: self.tr(
                "The object is what a service works on. Two may use the same word and mean "
                "different things: ask them, and say what they answered."
            ),
            Page.PAIR: "",
        }[page]

    def _matrix_words(self) -> str:
        words = matrix_legend()
        if self.matrix.is_short:
            words = self.tr(
                "3 · 1 means 3 contradictions and 1 agreement between two services. What was "
                "dismissed does not count."
            )
        click = self.tr("Click a cell to see the two face to face.")
        return f"{words} {tint_legend()} {click}"
