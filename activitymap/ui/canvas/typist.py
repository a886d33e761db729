"""Typing in place: which text the field holds, what becomes of it, and where typing goes on."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QFont

from activitymap.drawing.card import TEXT_SIZE
from activitymap.model.values import Element, Statement
from activitymap.ui.canvas.typing_field import TypingField
from activitymap.ui.canvas.view import View
from activitymap.ui.document import Document
from activitymap.ui.editor import Editor
from activitymap.ui.model_words import model_words
from activitymap.ui.selection import Selection, element_in
from activitymap.ui.walking import beside, next_system

LEAST_PIXELS = 13


class Target(NamedTuple):
    """What is typed: another text for ``id``, or new statements where there is none."""

    id: str | None
    system: str | None = None
    element: Element | None = None
    position: int | None = None


class Typist(QObject):
    """Opens the field on what is to be typed, and hands what was typed to the editor."""

    def __init__(
        self,
        document: Document,
        view: View,
        selection: Selection,
        editor: Editor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._view = document, view
        self._selection, self._editor = selection, editor
        self._target: Target | None = None
        self.field = TypingField(view.viewport())
        self.field.ended.connect(self._ended)
        view.looked.connect(self._follow)
        document.map_changed.connect(self._map_changed)

    @property
    def is_typing(self) -> bool:
        """Whether the field is open."""
        return self._target is not None

    def edit(self, identity: str, first: str = "") -> None:
        """Type another text for a statement, or the name of a service, shared object or link.

        An element starts a new statement. ``first`` is what was typed already; it replaces the
        text that was there.
        """
        self.commit()
        words = self._words(identity)
        if words is None:
            element = element_in(identity)
            if element is not None:
                self.add(identity.partition("/")[0], element, first=first)
            return
        text, title = words
        self._open(Target(identity), first or text, title, whole=not first)

    def add(
        self, system: str, element: Element, position: int | None = None, first: str = ""
    ) -> None:
        """Type new statements in an element, before the one at ``position`` or at the end."""
        self.commit()
        self._selection.choose(f"{system}/{element}")
        name = next((one.name for one in self._document.map.systems if one.id == system), "")
        title = self.tr("{service}: {element}").format(
            service=name, element=model_words(str(element))
        )
        self._open(Target(None, system, element, position), first, title, whole=False)

    def commit(self) -> list[str]:
        """Take what has been typed into the map and close the field; return the ids it has now."""
        target, self._target = self._target, None
        if target is None:
            return []
        lines = self.field.lines()
        self.field.finish()
        if target.id is None:
            if not lines or target.system is None or target.element is None:
                return []
            return self._editor.write(target.system, target.element, lines, target.position)
        if self._statement(target.id) is not None:
            self._editor.reword(target.id, lines[0] if lines else "")
            if len(lines) > 1:
                system, element, position = self._place(target.id)
                self._editor.write(system, element, lines[1:], position + 1)
        elif lines or self._is_link(target.id):
            self._editor.rename(target.id, " ".join(lines))
        return [target.id]

    def cancel(self) -> None:
        """Close the field and leave the map as it is."""
        self._target = None
        self.field.finish()

    def _open(self, target: Target, text: str, title: str, *, whole: bool) -> None:
        self._target = target
        box = self._box(target)
        if box is None:
            self._target = None
            return
        self._view.bring_into_view(box)
        self.field.begin(self._on_screen(box), self._pixels(), text, title, whole=whole)

    def _ended(self, how: str) -> None:
        target = self._target
        if how == TypingField.ESCAPE or target is None:
            self.cancel()
            self._view.setFocus()
            return
        typed = self.commit()
        if how == TypingField.LEFT:
            return
        self._view.setFocus()
        where = target.id or (typed[-1] if typed else f"{target.system}/{target.element}")
        self._go_on(how, where, typed=bool(typed), new=target.id is None)

    def _go_on(self, how: str, where: str, *, typed: bool, new: bool) -> None:
        """Open the field where the key that ended it leads to."""
        system = self._editor.system_of(where)
        if system is None:
            return
        if how == TypingField.SERVICE:
            following = next_system(self._document.map, system)
            self.add(following, beside(None, 0))
            return
        place = self._place(where) if self._statement(where) else None
        element = place[1] if place else None
        if how in {TypingField.NEXT, TypingField.BACK}:
            if element is None:
                element = element_in(where)
            self.add(system, beside(element, 1 if how == TypingField.NEXT else -1))
        elif typed and place is not None:
            self.add(system, place[1], place[2] + 1)
        elif typed and not new:
            self._selection.choose(where)

    def _place(self, statement: str) -> tuple[str, Element, int]:
        """Return where a statement stands: service, element, and its number in the element."""
        for system in self._document.map.systems:
            for one in system.statements:
                if one.id == statement:
                    there = [s.id for s in system.statements if s.element is one.element]
                    return system.id, one.element, there.index(statement)
        raise KeyError(statement)

    def _statement(self, identity: str) -> Statement | None:
        for system in self._document.map.systems:
            for one in system.statements:
                if one.id == identity:
                    return one
        return None

    def _is_link(self, identity: str) -> bool:
        return any(link.id == identity for link in self._document.map.links)

    def _words(self, identity: str) -> tuple[str, str] | None:
        """Return the text that a thing has, and what the field is called; none without a text."""
        statement = self._statement(identity)
        if statement is not None:
            return statement.text, self.tr("What it says")
        current = self._document.map
        names = {one.id: one.name for one in current.systems}
        names |= {one.id: one.name for one in current.shared_objects}
        if identity in names:
            return names[identity], self.tr("Name")
        for link in current.links:
            if link.id == identity:
                return link.label, self.tr("Label")
        for need in current.needs:
            if need.id == identity:
                return need.text, self.tr("What is needed")
        return None

    def _box(self, target: Target) -> QRectF | None:
        """Return the place of what is typed, in the scene."""
        scene = self._view.drawn
        if target.id is not None:
            title = scene.placed[target.id].title if target.id in scene.placed else None
            if title is not None:
                return QRectF(title.left, title.top, max(160.0, title.width), title.height)
            return scene.box_of(target.id)
        card = scene.box_of(f"{target.system}/{target.element}")
        if card is None:
            return None
        return QRectF(card.left(), card.bottom() - 2.0, card.width(), TEXT_SIZE * 2)

    def _on_screen(self, box: QRectF) -> QRect:
        return self._view.mapFromScene(box).boundingRect()

    def _pixels(self) -> int:
        return max(LEAST_PIXELS, min(40, round(TEXT_SIZE * self._view.zoom)))

    def _follow(self) -> None:
        """Stay on what is typed while the person zooms and pans."""
        if self._target is not None:
            box = self._box(self._target)
            if box is not None:
                font = QFont(self.field.font())
                font.setPixelSize(self._pixels())
                self.field.setFont(font)
                self.field.move_to(self._on_screen(box))

    def _map_changed(self) -> None:
        """Close the field if what is typed is gone."""
        if self._target is not None and self._box(self._target) is None:
            self.cancel()
        self._follow()
