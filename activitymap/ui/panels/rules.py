"""The rules by which contradictions are found: what each looks for, what it found, on or off."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.contradictions.rules.same_matter import RULE as SAME_MATTER
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.edits.judging import switch_rule
from activitymap.ui.document import Document
from activitymap.ui.model_words import model_words

NAME, FOUND = range(2)
SWITCHED = tuple(name for name in RULES if name != SAME_MATTER.name)
"""The rules that are looked for; suggestions stand in a list of their own."""


class RulesDialog(QDialog):
    """Lists the rules with a tick each; the one chosen is explained beneath."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Rules"))
        self.resize(620, 560)
        self.table = QTableWidget(len(SWITCHED), 2)
        self.table.setHorizontalHeaderLabels([self.tr("What is looked for"), self.tr("Found")])
        self.table.setAccessibleName(self.tr("Rules"))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.meaning = QLabel()
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning.setWordWrap(True)
        self.meaning.setMinimumHeight(self.meaning.fontMetrics().lineSpacing() * 6)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._arrange()
        self.table.itemChanged.connect(self._ticked)
        self.table.currentCellChanged.connect(self._explain)
        document.map_changed.connect(self._show)
        self._show()
        self.table.setCurrentCell(0, NAME)

    def _arrange(self) -> None:
        note = QLabel(
            self.tr(
                "A rule without a tick is not looked for in this map. What was judged by it stays "
                "below the list, as no longer found."
            )
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(note)
        column.addWidget(self.table, 1)
        column.addWidget(self.meaning)

    def _show(self) -> None:
        detection = self._document.detection
        found = Counter(
            name
            for one in (*detection.contradictions, *detection.unlinked)
            for name in {reason.rule for reason in one.reasons}
        )
        off = set(self._document.map.rules_off)
        self.table.blockSignals(True)
        for row, name in enumerate(SWITCHED):
            words = QTableWidgetItem(model_words(RULES[name].title))
            words.setData(Qt.ItemDataRole.UserRole, name)
            words.setCheckState(Qt.CheckState.Unchecked if name in off else Qt.CheckState.Checked)
            count = QTableWidgetItem("–" if name in off else str(found[name]))
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, NAME, words)
            self.table.setItem(row, FOUND, count)
        self.table.blockSignals(False)

    def _ticked(self, item: QTableWidgetItem) -> None:
        name = item.data(Qt.ItemDataRole.UserRole)
        if name:
            on = item.checkState() is Qt.CheckState.Checked
            text = self.tr("Look for a rule") if on else self.tr("Look for a rule no more")
            self._document.record(text, switch_rule, name, on)

    def _explain(self, row: int) -> None:
        """Show an example of the rule that is chosen, and the theory behind it."""
        rule = RULES[SWITCHED[max(row, 0)]]
        self.meaning.setText(
            self.tr("For example: {example}\n\nTheory: {theory}").format(
                example=model_words(rule.example), theory=model_words(rule.theory)
            )
        )
