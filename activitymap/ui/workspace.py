"""How the window is laid out: outline, map or table, and the panels beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from activitymap.ui.canvas.lens_legend import LensLegend
from activitymap.ui.canvas.view import View
from activitymap.ui.comparing.compare_view import CompareView
from activitymap.ui.document import Document
from activitymap.ui.judging.judging_panel import JudgingPanel
from activitymap.ui.judging.meeting import Meeting
from activitymap.ui.needs.needs_view import NeedsView
from activitymap.ui.panels.card import CardPanel
from activitymap.ui.panels.contradictions import ContradictionsPanel
from activitymap.ui.panels.find import FindBar
from activitymap.ui.panels.outline import Outline
from activitymap.ui.panels.questions import QuestionsPanel
from activitymap.ui.panels.scribe import ScribePanel
from activitymap.ui.panels.suggestions import SuggestionsPanel
from activitymap.ui.panels.table import TablePanel
from activitymap.ui.selection import Selection
from activitymap.ui.sorting.sorting_view import SortingView


class Workspace(QSplitter):
    """Holds the panels of the window; what they want is connected by the window."""

    def __init__(
        self, document: Document, selection: Selection, meeting: Meeting, view: View
    ) -> None:
        super().__init__()
        self.view = view
        self.outline = Outline()
        self.contradictions = ContradictionsPanel()
        self.suggestions = SuggestionsPanel(document)
        self.contradictions.put_below(self.suggestions)
        self.card = CardPanel(document, selection)
        self.questions = QuestionsPanel(document, selection)
        self.judging = JudgingPanel(document, meeting)
        self.needs = NeedsView(document, selection)
        self.compare = CompareView(document, selection)
        self.table = TablePanel(document, selection)
        self.sorting = SortingView(document, meeting.present)
        self.find_bar = FindBar(document, selection)
        self.scribe = ScribePanel(document, selection)
        self.legend = LensLegend()
        self.notice = QLabel()
        self.notice.setObjectName("notice")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        self.welcome = QLabel(
            self.tr(
                "Double-click anywhere to draw the first service,\nor open a map or a spreadsheet "
                "with File – Open, or drop one here.\n\nA spreadsheet needs the columns service, "
                "element, statement."
            ),
            view,
        )
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.centre, self.side = QTabWidget(), QTabWidget()
        self._arrange()

    def _arrange(self) -> None:
        for tabs, pages in (
            (
                self.centre,
                (
                    (self.view, self.tr("Map")),
                    (self.table, self.tr("Table")),
                    (self.needs, self.tr("Needs")),
                    (self.compare, self.tr("Compare")),
                    (self.sorting, self.tr("Sort")),
                ),
            ),
            (
                self.side,
                (
                    (self.contradictions, self.tr("Contradictions")),
                    (self.judging, self.tr("Judge")),
                    (self.card, self.tr("Card")),
                    (self.questions, self.tr("Questions")),
                ),
            ),
        ):
            tabs.setDocumentMode(True)
            tabs.setUsesScrollButtons(False)
            tabs.tabBar().setExpanding(False)
            for page, title in pages:
                tabs.addTab(page, title)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.notice, self.find_bar, self.centre, self.legend, self.scribe):
            column.addWidget(part, 1 if part is self.centre else 0)
        for part in (self.notice, self.find_bar, self.scribe):
            part.hide()
        self.setHandleWidth(1)
        for panel in (self.outline, middle, self.side):
            self.addWidget(panel)
            self.setStretchFactor(self.count() - 1, 1 if panel is middle else 0)

    def share(self, wide: int) -> None:
        """Share a width among the outline, the map and the panels."""
        side = 210 if wide < 1400 else 260
        self.setSizes([side, wide - side - round(side * 1.5), round(side * 1.5)])
