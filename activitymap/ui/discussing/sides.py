"""Both sides of a contradiction in large type: who says it, where, and the words."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Discussion
from activitymap.ui.discussing.part import plain_label
from activitymap.ui.model_words import model_words

MOST = 240
"""Characters of a statement in large type; the map and the report have the rest."""


class Spoken(NamedTuple):
    """One side: who says it, the words, and the number of the service's colour."""

    speaker: str
    text: str
    colour: int | None


def spoken(
    activity_map: ActivityMap, found: Contradiction | None, discussion: Discussion | None
) -> list[Spoken]:
    """Return the sides as they are now; of what is gone, as they were discussed."""
    systems = {system.id: system for system in activity_map.systems}
    needs = {need.id: need for need in activity_map.needs}
    if found is None:
        return [Spoken("", side.text, None) for side in discussion.sides] if discussion else []
    told = []
    for side in found.sides:
        if side.system in systems and side.element:
            system = systems[side.system]
            speaker = f"{system.name} · {model_words(str(side.element))}"
            told.append(Spoken(speaker, side.text, system.colour))
        else:
            need = needs.get(side.id)
            told.append(Spoken(need.whose if need else "", side.text, None))
    return told


def _shown(text: str) -> str:
    """Return a text in quotation marks, as much of it as fits on a screen in large type."""
    if not text:
        return ""
    return f"“{text}”" if len(text) <= MOST else f"“{text[:MOST].rstrip()} …”"


class Sides(QWidget):
    """A row of cards, one for each side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)

    def show_sides(self, sides: Iterable[Spoken], theme: Theme) -> None:
        """Show the sides, each with a bar in the colour of its service."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for side in sides:
            colour = theme.shared if side.colour is None else theme.services[side.colour]
            card = QFrame(self)
            card.setObjectName("side")
            card.setStyleSheet(
                f"QFrame#side {{ border: 0; border-left: 6px solid {colour}; }}"
                f"QLabel#speaker {{ color: {colour}; font-weight: bold; }}"
            )
            column = QVBoxLayout(card)
            column.setContentsMargins(12, 2, 4, 2)
            column.setSpacing(2)
            column.addWidget(plain_label("speaker", side.speaker))
            column.addWidget(plain_label("side-text", _shown(side.text)))
            self._row.addWidget(card, 1)
