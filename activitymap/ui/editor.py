"""What people want to do to the map, each as one named step of the undo stack."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPointF

from activitymap.drawing.aligning import Alignment, Direction, aligned, arrange, distributed
from activitymap.drawing.shapes import Box
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change, Edit, HasId, in_turn
from activitymap.model.edits.joining import (
    change_link,
    label_link,
    move_shared_object,
    remove_link,
    remove_shared_object,
    rename_shared_object,
    reroute_link,
    reverse_link,
)
from activitymap.model.edits.judging import remove_drawn
from activitymap.model.edits.needs import remove_need, reword_need
from activitymap.model.edits.statements import (
    add_statements,
    move_statement,
    remove_statements,
    set_state,
    set_text,
)
from activitymap.model.edits.systems import (
    add_system,
    duplicate_system,
    mirror_system,
    move_systems,
    recolour_system,
    remove_systems,
    rename_system,
    scale_system,
)
from activitymap.model.values import ActivitySystem, Element, Link, LinkKind, Place, State
from activitymap.ui.canvas.scene import Scene
from activitymap.ui.connecting import Way
from activitymap.ui.document import Document, Ids
from activitymap.ui.selection import Selection, element_in

BESIDE = 60.0
"""How far a duplicate lies from the original, in units of 1/96 inch."""


class Editor(QObject):
    """Does to the document what is wanted of what is chosen."""

    def __init__(
        self, document: Document, scene: Scene, selection: Selection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._scene, self._selection = document, scene, selection

    # Services ---------------------------------------------------------------------------------

    def chosen_systems(self) -> list[ActivitySystem]:
        """Return the services that are chosen, or whose element or statement is."""
        ids = {system_id for one in self._selection.ids if (system_id := self.system_of(one))}
        return [system for system in self._document.map.systems if system.id in ids]

    def system_of(self, identity: str) -> str | None:
        """Return the service that an id is or belongs to."""
        for system in self._document.map.systems:
            if identity == system.id or identity.startswith(f"{system.id}/"):
                return system.id
            if any(one.id == identity for one in system.statements):
                return system.id
        return None

    def add_service(self, point: QPointF | None = None, name: str = "") -> str | None:
        """Add a service at a point, facing the others, and choose it."""
        systems = self._document.map.systems
        place = None
        mirrored = False
        if point is not None:
            place = Place(x=round(point.x(), 1), y=round(point.y(), 1))
            others = [system.place.x for system in systems if system.place]
            mirrored = bool(others) and place.x > sum(others) / len(others)
        words = name or self.tr("Service {number}").format(number=len(systems) + 1)
        known = {system.id for system in systems}
        self._document.edit(
            self.tr("Add service"), add_system, words, place=place, mirrored=mirrored
        )
        new = [one.id for one in self._document.map.systems if one.id not in known]
        if new:
            self._selection.choose(new[0])
        return new[0] if new else None

    def rename(self, identity: str, name: str) -> None:
        """Give a service, shared object, link or need another name."""
        current = self._document.map
        if any(one.id == identity for one in current.shared_objects):
            self._document.edit(
                self.tr("Rename shared object"), rename_shared_object, identity, name
            )
        elif any(one.id == identity for one in current.links):
            self._document.edit(self.tr("Label link"), label_link, identity, name)
        elif any(one.id == identity for one in current.needs):
            self._document.edit(self.tr("Edit need"), reword_need, identity, name)
        else:
            self._document.edit(self.tr("Rename service"), rename_system, identity, name)

    def duplicate(self) -> None:
        """Add copies of the chosen services beside them, and choose the copies."""
        known = {system.id for system in self._document.map.systems}
        edits: list[Edit] = []
        for system in self.chosen_systems():
            place = system.place and Place(x=system.place.x + BESIDE, y=system.place.y + BESIDE)
            edits.append(partial(duplicate_system, system=system.id, place=place))
        self._do(self.tr("Duplicate"), edits)
        new = [one.id for one in self._document.map.systems if one.id not in known]
        if new:
            self._selection.choose(*new)

    def mirror(self) -> None:
        """Let the chosen services face the other way."""
        self._do(
            self.tr("Mirror"),
            [
                partial(mirror_system, system=one.id, mirrored=not one.mirrored)
                for one in self.chosen_systems()
            ],
        )

    def recolour(self, colour: int) -> None:
        """Give the chosen services a colour, 0 to 7."""
        self._do(
            self.tr("Change colour"),
            [
                partial(recolour_system, system=one.id, colour=colour)
                for one in self.chosen_systems()
            ],
        )

    def resize(self, system: str, scale: float) -> None:
        """Give a triangle a size."""
        self._document.edit(self.tr("Resize service"), scale_system, system, scale)

    def same_size(self) -> None:
        """Make the chosen triangles as large as the one that was chosen first."""
        systems = self.chosen_systems()
        if systems:
            first = next(iter(self._selection.ids))
            lead = next((one for one in systems if one.id == self.system_of(first)), systems[0])
            edits = [partial(scale_system, system=one.id, scale=lead.scale) for one in systems]
            self._do(self.tr("Make the same size"), edits)

    def nudge(self, across: float, down: float) -> None:
        """Move what is chosen a little."""
        movable = self._scene.movable()
        self.move([one for one in self._selection.ids if one in movable], across, down)

    def move(self, ids: Iterable[str], across: float, down: float) -> None:
        """Move services and shared objects by a way."""
        wanted = set(ids)
        places = {
            one.id: _moved(one.place, across, down)
            for one in self._document.map.systems
            if one.id in wanted and one.place is not None
        }
        edits: list[Edit] = [partial(move_systems, places=places)] if places else []
        edits += [
            partial(move_shared_object, shared=one.id, place=_moved(one.place, across, down))
            for one in self._document.map.shared_objects
            if one.id in wanted and one.place is not None
        ]
        several = len(edits) + len(places) > 2
        self._do(self.tr("Move services") if several else self.tr("Move"), edits)

    def align(self, how: Alignment) -> None:
        """Line the chosen services up."""
        places, boxes = self._places()
        if len(places) > 1:
            self._document.edit(self.tr("Align"), move_systems, aligned(places, boxes, how))

    def distribute(self, way: Direction) -> None:
        """Put equal gaps between the chosen services."""
        places, boxes = self._places()
        if len(places) > 2:
            self._document.edit(
                self.tr("Distribute"), move_systems, distributed(places, boxes, way)
            )

    def arrange(self) -> None:
        """Arrange all services around what they share."""
        self._document.edit(self.tr("Arrange all"), arrange)

    def _places(self) -> tuple[dict[str, Place], dict[str, Box]]:
        systems = [one for one in self.chosen_systems() if one.place]
        boxes = {one.id: self._scene.placed[one.id].box for one in systems}
        return {one.id: one.place for one in systems if one.place}, boxes

    def choose_all(self) -> None:
        """Choose all services and shared objects."""
        self._selection.choose(*self._scene.movable())

    # Statements and everything that can be chosen --------------------------------------------

    def write(
        self, system: str, element: Element, lines: list[str], position: int | None = None
    ) -> list[str]:
        """Add statements, one a line; return their ids in order."""
        text = self.tr("Type statement") if len(lines) == 1 else self.tr("Type statements")
        ids = self._document.edit(text, add_statements, system, element, lines, position)
        here = next(one for one in self._document.map.systems if one.id == system)
        return [one.id for one in here.statements if one.id in ids]

    def reword(self, statement: str, text: str) -> None:
        """Give a statement another text; without any, it is removed."""
        if text.strip():
            self._document.edit(self.tr("Edit text"), set_text, statement, text)
        else:
            self._document.edit(self.tr("Remove statement"), remove_statements, [statement])

    def record(self, state: State) -> None:
        """Record the chosen statements, or chosen elements as a whole, as missing or unknown."""
        statements = self._statements()
        edits: list[Edit] = []
        for one in self._selection.ids:
            element = element_in(one)
            if one in statements:
                wanted = State.PRESENT if statements[one] is state else state
                edits.append(partial(set_state, statement=one, state=wanted))
            elif element is not None:
                edits.append(
                    partial(
                        add_statements,
                        system=one.partition("/")[0],
                        element=element,
                        texts=[""],
                        state=state,
                    )
                )
        texts = {
            State.MISSING: self.tr("Record as missing"),
            State.UNKNOWN: self.tr("Record as not known"),
            State.PRESENT: self.tr("Record as said"),
        }
        self._do(texts[state], edits)

    def carry(self, statement: str, system: str, element: Element, before: str | None) -> None:
        """Move a statement to an element, before another statement of it or to its end."""
        position = None
        for one in self._document.map.systems:
            if one.id == system:
                there = [s.id for s in one.statements if s.element is element and s.id != statement]
                position = there.index(before) if before in there else None
        self._document.edit(
            self.tr("Move statement"), move_statement, statement, system, element, position
        )

    def chosen_link(self) -> Link | None:
        """Return the link that was chosen last, if one was."""
        current = self._selection.current
        return next((one for one in self._document.map.links if one.id == current), None)

    def change_link(self, kind: LinkKind) -> None:
        """Make the chosen link one of another kind."""
        link = self.chosen_link()
        if link is not None:
            self._document.edit(self.tr("Change link"), change_link, link.id, kind)

    def reverse_link(self) -> None:
        """Let the chosen link point the other way."""
        link = self.chosen_link()
        if link is not None:
            self._document.edit(self.tr("Reverse link"), reverse_link, link.id)

    def reroute_link(self, link: str, end: str, system: str) -> None:
        """Let one end of a link, its source or target, lie at another service."""
        one = next(each for each in self._document.map.links if each.id == link)
        source, target = (system, one.target) if end == one.source else (one.source, system)
        self._document.edit(self.tr("Re-route link"), reroute_link, link, source, target)

    def join(self, way: Way) -> Ids:
        """Join two things in a way."""
        return self._document.edit(self.tr("Connect"), way.edit)

    def remove(self) -> None:
        """Remove all that is chosen, with what hangs on it, in one step."""
        current = self._document.map
        chosen = self._selection.ids
        systems = [one.id for one in current.systems if one.id in chosen]
        statements = [one for one in self._statements() if one in chosen]
        edits: list[Edit] = []
        if statements:
            edits.append(partial(remove_statements, statements=statements))
        if systems:
            edits.append(partial(remove_systems, systems=systems))
        removing: tuple[tuple[Iterable[HasId], Callable[[ActivityMap, str], Change]], ...] = (
            (current.shared_objects, remove_shared_object),
            (current.links, remove_link),
            (current.needs, remove_need),
            (current.drawn, remove_drawn),
        )
        for things, edit in removing:
            edits = [_about(edit, thing.id) for thing in things if thing.id in chosen] + edits
        self._do(self.tr("Remove"), edits)

    def _statements(self) -> dict[str, State]:
        return {
            statement.id: statement.state
            for system in self._document.map.systems
            for statement in system.statements
        }

    def _do(self, text: str, edits: Sequence[Edit]) -> None:
        if edits:
            self._document.edit(text, in_turn, edits)


def _about(edit: Callable[[ActivityMap, str], Change], identity: str) -> Edit:
    return lambda activity_map: edit(activity_map, identity)


def _moved(place: Place, across: float, down: float) -> Place:
    return Place(x=round(place.x + across, 1), y=round(place.y + down, 1))
