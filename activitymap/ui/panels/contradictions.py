"""The panel of contradictions: what was found, by matter, with filters and the reasons."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.clashes import bundles
from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.judging import Status
from activitymap.model.well_or_not import Verdict, well_or_not
from activitymap.ui.mend_button import MendButton
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.finding_delegate import INDENT, FindingDelegate
from activitymap.ui.panels.finding_filter import FindingFilter
from activitymap.ui.panels.finding_model import FindingModel
from activitymap.ui.panels.finding_rows import Row
from activitymap.ui.panels.finding_words import count_words, level_words


class ContradictionsPanel(QWidget):
    """Lists contradictions; ``chosen`` carries the tuple that was chosen, empty for none."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map = ActivityMap()
        self._detection = Detection()
        self._about: str | None = None
        self._restoring = False
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find words"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find words in the contradictions"))
        self.search.textChanged.connect(self._renew)
        self.filter_button = QToolButton()
        self.filter_button.setText(self.tr("Filter"))
        self.filter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter = FindingFilter(self)
        self.filter.changed.connect(self._renew)
        self.filter.everything_wanted.connect(self._show_everything)
        self.filter_button.setMenu(self.filter)
        self.model = FindingModel(self)
        self.view = self._make_view()
        self.about_bar = QToolButton()
        self.about_bar.clicked.connect(self._show_everything)
        self.about_bar.hide()
        self.empty = QLabel()
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setObjectName("quiet")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.mend = MendButton()
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setObjectName("quiet")
        self.why.setWordWrap(True)
        self.why.hide()
        self._arrange()

    def _make_view(self) -> QTreeView:
        view = _List()
        view.setModel(self.model)
        view.setHeaderHidden(True)
        view.setIndentation(INDENT)
        view.setAnimated(False)
        view.setWordWrap(True)
        view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Contradictions"))
        self.delegate = FindingDelegate(view)
        view.setItemDelegate(self.delegate)
        view.selectionModel().selectionChanged.connect(self._selected)
        return view

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 10, 10)
        layout.addWidget(self.heading)
        layout.addLayout(tools)
        layout.addWidget(self.about_bar)
        layout.addWidget(self.empty)
        layout.addWidget(self.mend)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.why)

    def put_below(self, panel: QWidget) -> None:
        """Put a panel under the list, which shares the room with it."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(panel)

    def filter_action(self, kind: str, value: str) -> QAction:
        """Return the action that shows or hides one value of a filter."""
        return self.filter.action_for(kind, value)

    def show_map(self, activity_map: ActivityMap, detection: Detection) -> None:
        """List what was found in a map."""
        same = self._signature(self._map, self._detection) == self._signature(
            activity_map, detection
        )
        self._map, self._detection = activity_map, detection
        # A list that stays as it is keeps its place and what is open in it.
        # One without rows says why, which hangs on more than rows show.
        if not same or not detection.contradictions:
            self._renew()

    @staticmethod
    def _signature(activity_map: ActivityMap, detection: Detection) -> object:
        """Return all that the rows show of a map."""
        return (
            detection.groups,
            detection.unlinked,
            detection.gone,
            [(system.id, system.name, system.colour) for system in activity_map.systems],
            activity_map.needs,
            bool(activity_map.systems),
        )

    def show_theme(self, theme: Theme) -> None:
        """Paint the list in the colours of a theme."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def show_about(self, identity: str | None, name: str = "") -> None:
        """List only what is about a service, element, statement, need or arrow; or all."""
        self._about = identity
        words = self.tr("Only: {name}  ✕").format(name=name if len(name) < 40 else f"{name[:38]}…")
        self.about_bar.setText(words)
        self.about_bar.setVisible(identity is not None)
        self._renew()

    def choose(self, findings: tuple[Contradiction, ...]) -> None:
        """Choose the row of one contradiction, or of the matter of several, without telling."""
        wanted = {one.about for one in findings}
        rows = self.model.indexes_of(lambda one: one.about in wanted)
        if rows:
            row = rows[0] if len(wanted) == 1 else rows[0].parent()
            self._mark(row)
            self.view.scrollTo(row)

    def _mark(self, index: QModelIndex) -> None:
        self._restoring = True
        self.view.setCurrentIndex(index)
        self._restoring = False
        self.why.hide()
        if index.isValid():
            self.view.expand(index.parent() if index.parent().isValid() else index)
            self._explain(self.model.row_at(index))

    def clear_choice(self) -> None:
        """Choose nothing."""
        self.view.clearSelection()
        self.view.setCurrentIndex(self.model.index(-1, 0))

    def _renew(self) -> None:
        """Fill the list anew; what is open and chosen in it stays so, if it is still there."""
        tops = [self.model.index(place, 0) for place in range(self.model.rowCount())]
        opened = {self.model.key_at(top.row()) for top in tops if self.view.isExpanded(top)}
        chosen = self._chosen_row()
        self.model.show_detection(self._map, self._detection, self._wanted)
        for top in range(self.model.rowCount()):
            if self.model.key_at(top) in opened:
                self.view.expand(self.model.index(top, 0))
        self._mark(self.model.index_of(*chosen) if chosen else QModelIndex())
        found = self._detection.contradictions
        shown = sum(self._wanted(one) for one in found)
        words = count_words(found)
        if shown != len(found):
            words = self.tr("{shown} of {all} contradictions").format(shown=shown, all=len(found))
        elif not found and self._detection.unlinked:
            words = self.tr("{count} between services that are not linked").format(
                count=count_words(self._detection.unlinked)
            )
        self.heading.setText(words)
        # What is dismissed or resolved is listed, and says so itself.
        verdict = None if found else well_or_not(self._map, self._detection)
        self.empty.setText(self._empty_words(verdict))
        self.empty.setVisible(self.model.rowCount() == 0 or verdict is not None)
        self.mend.show_verdict(verdict, self._map)

    def _chosen_row(self) -> tuple[str | None, frozenset[str] | None] | None:
        """Return by what the chosen row is found again: the key of a top row, or what it is about.

        A contradiction that stands under another row now is found all the same.
        """
        index = self.view.currentIndex()
        if not index.isValid():
            return None
        if not index.parent().isValid():
            return self.model.key_at(index.row()), None
        return None, frozenset(self.model.row_at(index).findings[0].about)

    def _empty_words(self, verdict: Verdict | None) -> str:
        if not self._map.systems:
            return self.tr("Open a map or a spreadsheet to see where services pull apart.")
        if verdict is not None:
            return verdict.words
        return self.tr("Nothing matches. Clear the search or the filter to see the others.")

    def _wanted(self, one: Contradiction) -> bool:
        if self.filter.hides(one) or (self._about and not self._concerns(one, self._about)):
            return False
        sought = self.search.text().casefold().split()
        if not sought:
            return True
        matters = {matter.id: matter.name for matter in self._map.matters}
        text = " ".join(
            [
                one.told,
                one.because,
                *(side.text for side in one.sides),
                *(matters[m] for m in one.matters),
            ]
        )
        return all(word in text.casefold() for word in sought)

    @staticmethod
    def _concerns(one: Contradiction, identity: str) -> bool:
        if any(bundle.id == identity for bundle in bundles(one)):
            return True
        return identity in one.needs or any(
            identity in {side.id, side.system, f"{side.system}/{side.element}"}
            for side in one.sides
        )

    def _show_everything(self) -> None:
        self.filter.tick_all()
        self.search.clear()
        self.show_about(None)
        self.chosen.emit(())

    def _selected(self, selected: QItemSelection) -> None:
        indexes = selected.indexes()
        if not indexes or self._restoring:
            return
        row = self.model.row_at(indexes[0])
        self.view.expand(indexes[0])
        self._explain(row)
        # What is gone has no arrow on the map, but can still be judged and read.
        self.chosen.emit(row.findings)

    def _explain(self, row: Row) -> None:
        """Show the rule and the theory behind a single contradiction."""
        one = row.findings[0]
        self.why.setVisible(len(row.findings) == 1)
        rule = RULES.get(one.rule)
        if rule is None:
            self.why.hide()
            return
        words = self.tr("{title}. {level} {theory}").format(
            title=model_words(rule.title),
            level=level_words(one.level),
            theory=model_words(rule.theory),
        )
        if one.status is Status.CANDIDATE:
            words += " " + self.tr("A candidate until the group confirms it.")
        self.why.setText(words)


class _List(QTreeView):
    """A tree whose rows are as high as their wrapped texts, at every width."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
