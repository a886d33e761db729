"""The chosen need and the chosen service, below the grid: one page for each of what can be said."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.needs import quote_need
from activitymap.model.needs_table import Cell, NeedRow
from activitymap.model.values import Quote
from activitymap.ui.needs.bearings import Bearings
from activitymap.ui.needs.need_form import NeedForm
from activitymap.ui.plain import isolated
from activitymap.ui.quotes import QuotesField


class NeedDetails(QTabWidget):
    """Shows a need and how a service stands to it; ``wanted`` carries the edit of the need."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need: str | None = None
        self.form, self.quotes, self.bearings = NeedForm(), QuotesField(), Bearings()
        self.who = QLabel()
        self.who.setObjectName("heading")
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        self.who.setWordWrap(True)
        self.said = QWidget()
        column = QVBoxLayout(self.said)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.who)
        column.addWidget(self.bearings, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.form)
        self.addTab(area, self.tr("The need"))
        self.addTab(self.quotes, self.tr("Evidence"))
        self.addTab(self.said, self.tr("What the service says"))
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.setUsesScrollButtons(False)
        self.form.wanted.connect(self.wanted)
        self.quotes.changed.connect(self._quote)

    def show_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.bearings.show_theme(theme)

    def show_row(self, activity_map: ActivityMap, row: NeedRow | None, cell: Cell | None) -> None:
        """Show a need of a map, and how a service stands to it."""
        need = row.need if row else None
        self._need = need.id if need else None
        self.form.show_need(need, activity_map.matters)
        self.quotes.show_quotes(need.quotes if need else ())
        count = len(need.quotes) if need else 0
        evidence = self.tr("Evidence ({count})").format(count=count)
        self.setTabText(1, evidence if count else self.tr("Evidence"))
        self.bearings.show_cell(cell)
        if row is None:
            self.who.clear()
        elif cell is None:
            self.who.setText(self.tr("Draw a service to say whether it serves this need."))
        else:
            words = self.tr("What of {service} serves or hinders it?")
            self.who.setText(words.format(service=isolated(cell.system.name)))

    def show_page_for(self, column: int) -> None:
        """Turn to what a column of the grid is about: a service, or the need itself."""
        if column:
            self.setCurrentWidget(self.said)
        elif self.currentWidget() is self.said:
            self.setCurrentIndex(0)

    def finish(self) -> None:
        """Tell now what is still being typed."""
        self.form.finish()
        self.quotes.finish()

    def _quote(self, quotes: tuple[Quote, ...]) -> None:
        if self._need is not None:
            self.wanted.emit(partial(quote_need, need=self._need, quotes=quotes))
