"""The needs in the family's words, large, in the place of the services."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.needs_table import NeedRow, Stance, needs_table
from activitymap.ui.discussing.part import plain_label
from activitymap.ui.model_words import model_words


class NeedsAside(QScrollArea):
    """The needs that a contradiction touches, large; all of them where it touches none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The needs"))

    def show_needs(self, activity_map: ActivityMap, found: Contradiction | None) -> None:
        """Show the needs of a contradiction."""
        touched = set(found.needs) if found else set()
        rows = needs_table(activity_map)
        shown = [row for row in rows if row.need.id in touched] or list(rows)
        place = self.verticalScrollBar().value()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        if not rows:
            told = self.tr(
                "No need is written down yet. What does the child or family need, in their own "
                "words?"
            )
            column.addWidget(plain_label("stage-said", told))
        elif not touched:
            told = self.tr(
                "No need is marked as touched by this. These are all of them: which one does it "
                "touch?"
            )
            column.addWidget(plain_label("stage-said", told))
        for row in shown:
            column.addWidget(plain_label("need-large", f"“{row.need.text}”"))
            column.addWidget(plain_label("stage-said", self._source(row)))
            stances = self._stances(row)
            if stances:
                column.addWidget(plain_label("need-said", stances))
        column.addStretch(1)
        self.setWidget(inner)
        self.verticalScrollBar().setValue(place)

    def _source(self, row: NeedRow) -> str:
        """Return whose words a need is in, how we know, and from where."""
        need = row.need
        basis = model_words(str(need.basis)) if need.basis else self.tr("not said how we know")
        parts = (need.whose or self.tr("not said whose words"), basis, need.source, need.date)
        return ", ".join(filter(None, parts))

    def _stances(self, row: NeedRow) -> str:
        words = {
            Stance.SERVES: self.tr("{service} serves it"),
            Stance.HINDERS: self.tr("{service} hinders it"),
            Stance.BOTH: self.tr("{service} serves and hinders it"),
        }
        told = [
            words[cell.stance].format(service=cell.system.name)
            for cell in row.cells
            if cell.stance is not Stance.SILENT
        ]
        if row.unserved:
            told.append(self.tr("nobody serves it"))
        return "; ".join(told)
