"""The canvas at work: clicks, drags and keys become choices, typing and edits."""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from activitymap.model.values import State
from activitymap.ui.canvas.hitting import Hit, Kind
from activitymap.ui.canvas.scene import Scene
from activitymap.ui.canvas.typist import Typist
from activitymap.ui.canvas.view import View
from activitymap.ui.connecting import Way, ways
from activitymap.ui.document import Document
from activitymap.ui.editor import Editor
from activitymap.ui.selection import Selection
from activitymap.ui.walking import step_from

NUDGE, FINE = 16.0, 2.0
"""Steps by which arrow keys move what is chosen, in units of 1/96 inch; the fine one with Shift."""

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STATES = {"-": State.MISSING, "?": State.UNKNOWN}


class Canvas(QObject):
    """Puts scene, view, typing and editing together.

    ``menu_wanted`` asks for the context menu at a place of the screen; ``cleared`` says that the
    person wants to see everything again.
    """

    menu_wanted = Signal(object)
    cleared = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self.scene = Scene(self)
        self.view = View(self.scene)
        self.editor = Editor(document, self.scene, selection, self)
        self.typist = Typist(document, self.view, selection, self.editor, self)
        self.connections = QMenu(self.view)
        self._ways: list[Way] = []
        view = self.view
        view.clicked.connect(self._clicked)
        view.banded.connect(self._banded)
        view.edit_wanted.connect(self._edit)
        view.add_wanted.connect(self.add_service)
        view.move_wanted.connect(self.editor.move)
        view.resize_wanted.connect(self.editor.resize)
        view.connect_wanted.connect(self._join)
        view.carry_wanted.connect(self._carry)
        view.menu_wanted.connect(self._menu)
        view.installEventFilter(self)
        self.connections.triggered.connect(self._join_by)
        selection.changed.connect(self._show_chosen)

    def add_service(self, point: QPointF | None = None) -> None:
        """Add a service, in the middle of what is shown if no point is given, and type its name."""
        self.typist.commit()
        system = self.editor.add_service(point or self._free_point())
        if system is not None:
            self.typist.edit(system)

    def edit_chosen(self) -> None:
        """Type in what is chosen."""
        if self._selection.current is not None:
            self.typist.edit(self._selection.current)

    def add_statement(self, first: str = "") -> None:
        """Type a new statement after the chosen one, or in the chosen element."""
        current = self._selection.current
        for system in self._document.map.systems:
            for statement in system.statements:
                if statement.id == current:
                    there = [s.id for s in system.statements if s.element is statement.element]
                    place = there.index(statement.id) + 1
                    self.typist.add(system.id, statement.element, place, first)
                    return
        if current is not None:
            self.typist.edit(current, first)

    def join_chosen(self) -> None:
        """Offer the ways in which the two things chosen last can be joined."""
        if len(self._selection.ids) > 1:
            one, other = self._selection.ids[-2:]
            self._offer(one, other)

    def walk(self, step: int) -> None:
        """Choose the next statement or element on the way through the service."""
        current = self._selection.current
        following = step_from(self._document.map, current, step) if current else None
        if following is not None:
            self._selection.choose(following)
            box = self.scene.box_of(following)
            if box is not None:
                self.view.bring_into_view(box)

    def walk_services(self, step: int) -> None:
        """Choose the next service."""
        ids = [system.id for system in self._document.map.systems]
        if not ids:
            return
        current = self.editor.system_of(self._selection.current or "")
        place = ids.index(current) + step if current in ids else (0 if step > 0 else -1)
        self._selection.choose(ids[place % len(ids)])

    def _free_point(self) -> QPointF:
        """Return the middle of what is shown, or right of everything where that is taken."""
        point = self.view.shown().center()
        if self.scene.is_taken(point):
            content = self.scene.content()
            return QPointF(content.right() + 300, content.center().y())
        return point

    def _clicked(self, found: Hit | None, add: bool) -> None:
        if found is None:
            if not add:
                self._selection.clear()
                self.cleared.emit()
        elif add:
            self._selection.toggle(found.id)
        else:
            self._selection.choose(found.id)

    def _banded(self, ids: tuple[str, ...]) -> None:
        self._selection.choose(*ids)

    def _edit(self, found: Hit) -> None:
        if found.kind in {Kind.NODE, Kind.ELEMENT} and found.system and found.element:
            self.typist.add(found.system, found.element)
        else:
            self.typist.edit(found.id)

    def _carry(self, statement: str, target: Hit) -> None:
        if target.kind is Kind.NEED:
            self._offer(statement, target.id)
        elif target.system is not None and target.element is not None:
            before = target.id if target.kind is Kind.STATEMENT else None
            self.editor.carry(statement, target.system, target.element, before)

    def _join(self, start: Hit, end: Hit) -> None:
        """Join what a line was drawn between; one drawn from a link moves its nearer end."""
        if start.kind is not Kind.LINK:
            self._offer(start.id, end.id)
            return
        link = next(one for one in self._document.map.links if one.id == start.id)
        if end.system is not None:
            places = self.scene.placed
            point = self.view.drawn_from
            near = min(
                (link.source, link.target),
                key=lambda one: math.hypot(
                    places[one].place.x - point.x(), places[one].place.y - point.y()
                ),
            )
            self.editor.reroute_link(link.id, near, end.system)

    def _offer(self, one: str, other: str) -> None:
        """Join two things: at once where there is one way to, else by a menu of the ways."""
        self._ways = ways(self._document.map, one, other)
        if not self._ways:
            self._document.refused.emit(self.tr("These two cannot be joined. Choose two others."))
        elif len(self._ways) == 1:
            self.editor.join(self._ways[0])
        else:
            self.connections.clear()
            for number, way in enumerate(self._ways):
                self.connections.addAction(way.words.replace("&", "&&")).setData(number)
            self.connections.popup(self.view.cursor().pos())

    def _join_by(self, action: QAction) -> None:
        self.editor.join(self._ways[action.data()])

    def _menu(self, found: Hit | None, place: object, by_mouse: bool) -> None:
        if found is not None and found.id not in self._selection.ids:
            self._selection.choose(found.id)
        elif found is None and by_mouse:
            self._selection.clear()
        self.menu_wanted.emit(place)

    def _show_chosen(self, ids: tuple[str, ...]) -> None:
        self.scene.show_chosen(ids)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key on the canvas means for what is chosen; whether it means anything."""
        if self._selection.current is None:
            return False
        key, keys = event.key(), event.modifiers()
        control = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if control:
                return False
            self.walk(1 if key == Qt.Key.Key_Tab else -1)
        elif key in _WAYS and not control:
            self._arrow(*_WAYS[Qt.Key(key)], fine=bool(keys & Qt.KeyboardModifier.ShiftModifier))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if control:
                self.walk_services(1)
            else:
                self.add_statement()
        elif event.text() in _STATES and not control:
            self.editor.record(_STATES[event.text()])
        elif event.text().isprintable() and event.text().strip() and not control:
            return self._type(event.text())
        else:
            return False
        return True

    def _arrow(self, across: int, down: int, *, fine: bool) -> None:
        """Move chosen services and shared objects; else walk among elements and statements."""
        movable = self.scene.movable()
        if any(one in movable for one in self._selection.ids):
            step = FINE if fine else NUDGE
            self.editor.nudge(across * step, down * step)
        else:
            self.walk(across + down)

    def _type(self, first: str) -> bool:
        """Begin a new statement with its first letter, at the element or statement chosen."""
        current = self._selection.current
        if current is None or self.editor.system_of(current) in {None, current}:
            return False
        self.add_statement(first)
        return True
