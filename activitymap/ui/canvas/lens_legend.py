"""The legend of a lens, in a strip below the canvas."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from activitymap.drawing.lens import lens_legend
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.lenses import Group
from activitymap.ui.painting import Prepared


class LensLegend(QWidget):
    """Shows what the letters and colours of a lens mean; hidden where no lens is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[Group] = ()
        self._theme: Theme = LIGHT
        self._prepared = Prepared([])
        self.hide()

    def show_groups(self, nothing: str, groups: Sequence[Group], theme: Theme) -> None:
        """Show the groups of a lens, or say ``nothing`` where it finds none."""
        self._groups = groups or [Group(nothing, frozenset())]
        self._theme = theme
        words = "; ".join(f"{group.words}: {len(group.statements)}" for group in groups)
        self.setAccessibleName(words or nothing)
        self._lay_out()
        self.show()

    def _lay_out(self) -> None:
        shapes, box = lens_legend(self._groups, max(self.width(), 200), self._theme)
        self._prepared = Prepared(shapes)
        self.setFixedHeight(round(box.height))
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._prepared.paint(painter, 1.0)
