"""What a researcher notes of a contradiction: its level, its kind, and how it shows itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Kind, Level, Showing
from activitymap.ui.calm import CalmCombo
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.finding_words import level_words


class ResearchForm(QWidget):
    """Three choices, with what the level means beneath; ``graded`` says that one was chosen."""

    graded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.level, self.kind, self.showing = CalmCombo(), CalmCombo(), CalmCombo()
        self.boxes = (self.level, self.kind, self.showing)
        self.meaning = QLabel()
        self.meaning.setObjectName("quiet")
        self.meaning.setWordWrap(True)
        self._found: Contradiction | None = None
        self._fill()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, box in (
            (self.tr("Level"), self.level),
            (self.tr("Kind"), self.kind),
            (self.tr("Shows as"), self.showing),
        ):
            box.setAccessibleName(title)
            form.addRow(title, box)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 4)
        column.addLayout(form)
        column.addWidget(self.meaning)
        for box in (self.level, self.kind):
            box.activated.connect(self.graded)
        self.level.currentIndexChanged.connect(self._explain)

    def _fill(self) -> None:
        for box, values in ((self.level, Level), (self.kind, Kind), (self.showing, Showing)):
            box.addItem("", None)
            for value in values:
                box.addItem(model_words(str(value)), value)
        self.showing.setItemText(0, self.tr("not noted"))
        self.level.setToolTip(
            self.tr(
                "The level in activity theory (Engeström 1987). It follows from where the two "
                "sides stand; if the group sees it otherwise, it says why."
            )
        )
        self.kind.setToolTip(
            self.tr("How sharply the two pull apart. Another kind than was found needs a reason.")
        )
        self.showing.setToolTip(
            self.tr(
                "How it shows itself in what people say (Engeström and Sannino 2011). "
                "It is noted by somebody who heard it, never worked out."
            )
        )

    def show_found(self, found: Contradiction | None) -> None:
        """Name what level and kind a contradiction has by itself."""
        self._found = found
        as_found = self.tr("as it was found")
        for box, value in (
            (self.level, found.level_found if found else None),
            (self.kind, found.kind_found if found else None),
        ):
            words = self.tr("as found: {value}").format(value=model_words(str(value)))
            box.setItemText(0, words if value else as_found)
        self._explain()

    def values(self) -> tuple[Level | None, Kind | None, Showing | None]:
        """Return what is chosen; ``None`` for what is as it was found, or is not noted."""
        level, kind, showing = (box.currentData() for box in self.boxes)
        return (
            Level(level) if level else None,
            Kind(kind) if kind else None,
            Showing(showing) if showing else None,
        )

    def show_values(self, level: Level | None, kind: Kind | None, showing: Showing | None) -> None:
        """Show what was chosen."""
        for box, value in zip(self.boxes, (level, kind, showing), strict=True):
            box.setCurrentIndex(max(box.findData(value), 0) if value else 0)

    def _explain(self) -> None:
        """Say what the level means, and that a person has to confirm what is found."""
        found = self._found
        if found is None:
            self.meaning.clear()
            return
        level = self.values()[0] or found.level_found
        words = self.tr("A candidate is no more than that until the group confirms it.")
        self.meaning.setText(f"{level_words(level)} {words}")
