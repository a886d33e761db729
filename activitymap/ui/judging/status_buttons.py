"""The buttons by which a group says what it makes of a contradiction."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Status

_SPACE = 6
_TWO = 2


class StatusButtons(QWidget):
    """One button for each status, with what it means; two in a row where their words have room."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.by_status = {
            Status.CONFIRMED: QPushButton(self.tr("&Confirmed\nwe see it too")),
            Status.DISMISSED: QPushButton(self.tr("D&ismissed\nno clash here")),
            Status.RESOLVED: QPushButton(self.tr("&Resolved\nit has changed")),
            Status.CANDIDATE: QPushButton(self.tr("Ca&ndidate\nlook again")),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACE)
        for status, button in self.by_status.items():
            button.clicked.connect(lambda _=False, one=status: self.pressed.emit(one))
        self._columns = 0
        self._place(1)

    def show_finding(self, found: Contradiction | None) -> None:
        """Mark what was made of a contradiction and still stands, or nothing."""
        chosen = found.standing.status if found and found.standing else None
        for status, button in self.by_status.items():
            button.setObjectName("chosen-answer" if status is chosen else "")
            button.style().polish(button)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self.by_status.values())
        self._place(_TWO if _TWO * widest + _SPACE <= self.width() else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self.by_status.values()):
            self._grid.addWidget(button, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
