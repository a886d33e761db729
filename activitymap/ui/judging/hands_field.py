"""A show of hands: how many agree, are unsure, disagree."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from activitymap.model.judging import Hands
from activitymap.ui.calm import CalmSpin

MOST = 9999


class HandsField(QWidget):
    """Three numbers side by side, each under its word."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Show of hands"))
        words = {
            "agree": self.tr("agree"),
            "unsure": self.tr("unsure"),
            "disagree": self.tr("disagree"),
        }
        self.boxes = {name: CalmSpin() for name in words}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for place, (name, box) in enumerate(self.boxes.items()):
            box.setRange(0, MOST)
            box.setAccessibleName(words[name])
            grid.addWidget(QLabel(words[name]), 0, place)
            grid.addWidget(box, 1, place)

    def hands(self) -> Hands | None:
        """Return the hands that were counted; ``None`` where none was raised."""
        counted = Hands(**{name: box.value() for name, box in self.boxes.items()})
        return counted if counted != Hands() else None

    def show_hands(self, hands: Hands | None) -> None:
        """Show some hands, or none."""
        for name, box in self.boxes.items():
            box.setValue(getattr(hands, name) if hands else 0)
