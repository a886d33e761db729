"""The page of services side by side: which of them, how large, and what is said of a card."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.side_by_side import side_by_side
from activitymap.drawing.side_lines import Chosen, name_of
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import open_ones
from activitymap.model.contradictions.finding import Agreement, Contradiction
from activitymap.ui.comparing.between_list import BetweenList, Found
from activitymap.ui.comparing.side_view import SideView
from activitymap.ui.comparing.zoom_bar import ZoomBar
from activitymap.ui.model_words import model_words


class SidePage(QWidget):
    """Services side by side.

    ``card_clicked`` carries the id of a statement, or ``""``; ``picked`` the contradiction of a
    line that was clicked; ``discuss`` one to talk about. ``tools`` are its buttons, for whoever
    has a row of buttons.
    """

    card_clicked = Signal(str)
    picked = Signal(object)
    discuss = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._map = ActivityMap()
        self._found: tuple[Contradiction, ...] = ()
        self._agreed: tuple[Agreement, ...] = ()
        self._card = ""
        self._focus: tuple[Contradiction, ...] = ()
        self._left_out: set[str] = set()
        self.view = SideView()
        self.services = QPushButton(self.tr("Ser&vices"))
        self.menu = _StayingMenu(self)
        self.services.setMenu(self.menu)
        self.between = BetweenList(self.tr("What is said of the chosen statement"))
        self.between.hide()
        self._arrange()
        self.view.card_clicked.connect(self.card_clicked)
        self.view.line_clicked.connect(self._pick)
        for part in (self.view, self.between):
            part.left.connect(lambda: self.card_clicked.emit(""))
        self.between.chosen.connect(self._draw)
        self.between.discuss.connect(self.discuss)

    def _arrange(self) -> None:
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.services)
        self.zoom = ZoomBar(self.view)
        row.addWidget(self.zoom)
        parts = QSplitter(Qt.Orientation.Vertical)
        for part, share in ((self.view, 5), (self.between, 1)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, share)
            parts.setCollapsible(parts.count() - 1, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)

    def show_map(
        self,
        activity_map: ActivityMap,
        found: Iterable[Contradiction],
        agreed: tuple[Agreement, ...],
    ) -> None:
        """Show a map, with what was found in it."""
        self._map, self._found, self._agreed = activity_map, open_ones(found), agreed
        self._left_out &= {system.id for system in activity_map.systems}
        self._fill_menu()
        self._renew()

    def show_chosen(self, card: str, focus: tuple[Contradiction, ...]) -> None:
        """Show the lines of a statement, element or service; or those of contradictions."""
        turned = focus != self._focus
        self._card, self._focus = card, focus
        self._renew()
        if focus and turned:
            self.view.bring(focus[0].sides[0].id)

    # What is chosen ---------------------------------------------------------------------------

    def _renew(self) -> None:
        """List what is chosen, and draw it."""
        current = self.between.current()
        listed = self._listed()
        keep = name_of(current) if current else ""
        if len(listed) == 1:
            keep = name_of(listed[0])
        nothing = self.tr("Nothing that was found is about it.") if self._cards() else ""
        self.between.show_found(listed, nothing, keep)
        self.between.setVisible(bool(listed or nothing))
        self.view.current = self._card
        self._draw()

    def _cards(self) -> frozenset[str]:
        """Return the ids of the cards that are chosen: of a service, all of them."""
        for system in self._map.systems:
            ids = {statement.id for statement in system.statements}
            if self._card == system.id:
                return frozenset(ids)
            if self._card in ids or self._card.startswith(f"{system.id}/"):
                return frozenset({self._card})
        return frozenset()

    def _listed(self) -> tuple[Found, ...]:
        if self._focus:
            return open_ones(self._focus)
        cards = self._cards()
        everything: tuple[Found, ...] = (*self._found, *self._agreed)
        return tuple(
            one for one in everything if not cards.isdisjoint(side.id for side in one.sides)
        )

    def _pick(self, name: str) -> None:
        """Take up the line that was clicked."""
        found = next((one for one in self._found if name_of(one) == name), None)
        if found is not None:
            self.picked.emit(found)
        else:
            agreed = [one for one in self._agreed if name_of(one) == name]
            self.between.show_found(agreed, keep=name)
            self.between.show()
            self._draw()

    # Drawing ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        current = self.between.current()
        lines = {name_of(one) for one in self._focus} if self._focus else set()
        chosen = Chosen(
            self._cards(), frozenset({name_of(current)}) if current else frozenset(lines)
        )
        shown = self._map.but(
            systems=tuple(one for one in self._map.systems if one.id not in self._left_out)
        )
        drawing = side_by_side(shown, self._found, self._agreed, self.theme, chosen)
        everything: tuple[Found, ...] = (*self._found, *self._agreed)
        self.view.told = {name_of(one): self.between.words(one) for one in everything}
        self.view.show_drawing(drawing)
        if chosen.cards:
            self.view.setAccessibleDescription(self._described(chosen.cards))

    def _described(self, cards: frozenset[str]) -> str:
        """Return what is chosen in words, with all that is found about it."""
        texts = [
            f"{system.name}, {model_words(str(one.element))}: {one.words}"
            for system in self._map.systems
            for one in system.statements
            if one.id in cards
        ]
        return " ".join([*texts, *map(self.between.words, self._listed())])

    def _fill_menu(self) -> None:
        ids = [action.data() for action in self.menu.actions()]
        if ids[:-2] != [system.id for system in self._map.systems]:
            self.menu.clear()
            for system in self._map.systems:
                action = self.menu.addAction("")
                action.setData(system.id)
                action.setCheckable(True)
                action.toggled.connect(self._ticked)
            self.menu.addSeparator()
            self.menu.addAction(self.tr("All services"), self._tick_all)
        for system, action in zip(self._map.systems, self.menu.actions(), strict=False):
            action.setText(system.name.replace("&", "&&"))
            action.blockSignals(True)
            action.setChecked(system.id not in self._left_out)
            action.blockSignals(False)
        shown = len(self._map.systems) - len(self._left_out)
        self.services.setText(
            self.tr("Ser&vices: {shown} of {all}").format(shown=shown, all=len(self._map.systems))
        )

    def _ticked(self) -> None:
        left_out = {
            action.data()
            for action in self.menu.actions()
            if action.isCheckable() and not action.isChecked()
        }
        if left_out != self._left_out:
            self._left_out = left_out
            self._fill_menu()
            self._draw()

    def _tick_all(self) -> None:
        for action in self.menu.actions():
            if action.isCheckable():
                action.setChecked(True)


class _StayingMenu(QMenu):
    """A menu that stays open while things are ticked in it."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action in self.actions() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
