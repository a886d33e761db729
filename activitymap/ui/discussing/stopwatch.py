"""How long each contradiction has been talked about; it runs while somebody looks."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class Stopwatch(QLabel):
    """A quiet clock with a time for each contradiction, by what it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setToolTip(self.tr("How long this one has been talked about"))
        self._seconds: dict[frozenset[str], int] = {}
        self._about: frozenset[str] = frozenset()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.count)

    def turn_to(self, about: tuple[str, ...]) -> None:
        """Count for another contradiction, on from where it was left."""
        self._about = frozenset(about)
        self._show()

    def forget(self) -> None:
        """Begin anew: another map is open."""
        self._seconds = {}
        self._show()

    def count(self) -> None:
        """Count a second."""
        self._seconds[self._about] = self._seconds.get(self._about, 0) + 1
        self._show()

    def _show(self) -> None:
        minutes, seconds = divmod(self._seconds.get(self._about, 0), 60)
        self.setText(f"{minutes}:{seconds:02}")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)
