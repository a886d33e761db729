"""What is chosen: one list of ids that canvas, outline, table and panels share."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import Element


class Selection(QObject):
    """Holds the ids of what is chosen, the current one last.

    They are ids of services, statements, shared objects, links, needs and drawn contradictions,
    of elements as ``system-1/rules``, and of counted arrows. ``changed`` carries the tuple.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All that is chosen."""
        return self._ids

    @property
    def current(self) -> str | None:
        """What was chosen last."""
        return self._ids[-1] if self._ids else None

    def choose(self, *ids: str) -> None:
        """Choose just these."""
        self._set(ids)

    def toggle(self, identity: str) -> None:
        """Add one to what is chosen, or take it out."""
        kept = tuple(one for one in self._ids if one != identity)
        self._set(kept if identity in self._ids else (*kept, identity))

    def clear(self) -> None:
        """Choose nothing."""
        self._set(())

    def keep(self, known: Callable[[str], bool]) -> None:
        """Let go of what is no longer in the map, as ``known`` says of an id."""
        self._set(filter(known, self._ids))

    def _set(self, ids: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(ids))
        if wanted != self._ids:
            self._ids = wanted
            self.changed.emit(wanted)


def element_in(identity: str) -> Element | None:
    """Return the element that an id such as ``system-1/rules`` means; ``None`` for others.

    The id of a counted arrow may name two elements, and means neither.
    """
    name = identity.partition("/")[2]
    return Element(name) if name in set(Element) else None


def is_in(activity_map: ActivityMap, identity: str) -> bool:
    """Whether a map holds what has an id; counted arrows are not in the map."""
    for system in activity_map.systems:
        if identity == system.id or any(one.id == identity for one in system.statements):
            return True
        if identity.startswith(f"{system.id}/"):
            return identity.removeprefix(f"{system.id}/") in set(Element)
    several = (
        activity_map.shared_objects,
        activity_map.links,
        activity_map.needs,
        activity_map.drawn,
        activity_map.matters,
    )
    return any(thing.id == identity for things in several for thing in things)
