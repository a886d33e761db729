"""The button that mends what keeps contradictions from being found."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.well_or_not import Mend, Verdict
from activitymap.ui.connecting import ways


class MendButton(QPushButton):
    """Shown where a verdict names a way out; hidden otherwise.

    ``join`` carries a way to join two services; ``wanted`` any other `Mend`.
    """

    join = Signal(object)
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mend: Mend | None = None
        self.ways = QMenu(self)
        self.clicked.connect(self._ask)
        self.hide()

    def show_verdict(self, verdict: Verdict | None, activity_map: ActivityMap) -> None:
        """Offer what mends a verdict."""
        self._mend = verdict.mend if verdict else None
        self.setVisible(self._mend is not None)
        self.ways.clear()
        if verdict is None or self._mend is None:
            return
        titles = {
            Mend.DRAW: self.tr("Draw a service"),
            Mend.MATTERS: self.tr("Propose matters …"),
            Mend.JOIN: self.tr("Join the two"),
        }
        self.setText(titles[self._mend])
        if verdict.pair:
            names = {one.id: one.name for one in activity_map.systems}
            one, other = (names[system].replace("&", "&&") for system in verdict.pair)
            self.setText(self.tr("Join {one} and {other}").format(one=one, other=other))
            for way in ways(activity_map, *verdict.pair):
                action = self.ways.addAction(way.words.replace("&", "&&"))
                action.triggered.connect(partial(self._join, way))

    def _join(self, way: object, _checked: bool = False) -> None:
        self.join.emit(way)

    def _ask(self) -> None:
        if self._mend is Mend.JOIN:
            self.ways.popup(self.mapToGlobal(QPoint(0, self.height())))
        elif self._mend is not None:
            self.wanted.emit(self._mend)
