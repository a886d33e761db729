"""What two things on the canvas can be joined by, in the order in which people mean it."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Edit
from activitymap.model.edits.joining import add_link, add_shared_object, join
from activitymap.model.edits.judging import draw_contradiction
from activitymap.model.edits.needs import mark_need
from activitymap.model.judging import End
from activitymap.model.values import ActivitySystem, Bearing, Element, LinkKind, Statement
from activitymap.ui.selection import element_in


class Way(NamedTuple):
    """One way to join two things: what it is called, and the edit that does it."""

    words: str
    edit: Edit


PRODUCTS = {
    Element.TOOLS: LinkKind.PRODUCES_TOOL,
    Element.SUBJECT: LinkKind.PRODUCES_SUBJECT,
    Element.RULES: LinkKind.PRODUCES_RULE,
}
"""The links from an outcome to an element of a neighbour (Engeström 1987, figure 2.7)."""


def ways(activity_map: ActivityMap, one: str, other: str) -> list[Way]:
    """Return how two things, by their ids, can be joined; nothing where they cannot."""
    found = _Ends(activity_map)
    if {one, other} & found.needs:
        return _bearings(found, one, other)
    if other in found.shared or one in found.shared:
        shared, thing = (other, one) if other in found.shared else (one, other)
        system = found.system(thing)
        if system is None or system.id in found.shared[shared]:
            return []
        return [Way(_tr("Works on this together"), partial(join, shared=shared, system=system.id))]
    return [*_links(found, one, other), *_contradiction(found, one, other)]


def _bearings(found: "_Ends", one: str, other: str) -> list[Way]:
    """Return that a statement serves or hinders a need, where the two are those."""
    need, statement = (other, one) if other in found.needs else (one, other)
    if not found.is_statement(statement):
        return []
    words = {Bearing.SERVES: _tr("Serves the need"), Bearing.HINDERS: _tr("Hinders the need")}
    return [
        Way(words[bearing], partial(mark_need, statement=statement, need=need, bearing=bearing))
        for bearing in Bearing
    ]


class _Ends:
    """Looks up what ids mean as ends of a line."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self.map = activity_map
        self.shared = {one.id: one.systems for one in activity_map.shared_objects}
        self.needs = {need.id for need in activity_map.needs}
        self._systems = {system.id: system for system in activity_map.systems}
        self._statements: dict[str, tuple[ActivitySystem, Statement]] = {
            statement.id: (system, statement)
            for system in activity_map.systems
            for statement in system.statements
        }

    def is_statement(self, identity: str) -> bool:
        """Whether an id is that of a statement."""
        return identity in self._statements

    def system(self, identity: str) -> ActivitySystem | None:
        """Return the service that an id is or belongs to."""
        if identity in self._statements:
            return self._statements[identity][0]
        return self._systems.get(identity.partition("/")[0])

    def element(self, identity: str) -> Element | None:
        """Return the element that an id is or belongs to; none for a whole service."""
        if identity in self._statements:
            return self._statements[identity][1].element
        return element_in(identity)

    def end(self, identity: str) -> End | None:
        """Return an id as the end of a drawn contradiction."""
        system, element = self.system(identity), self.element(identity)
        if system is None or element is None:
            return None
        statement = identity if identity in self._statements else None
        return End(system=system.id, element=element, statement=statement)


def _links(found: _Ends, one: str, other: str) -> Iterator[Way]:
    source, target = found.system(one), found.system(other)
    if source is None or target is None or source is target:
        return
    start, end = found.element(one), found.element(other)
    both = {start, end} - {None}
    if both <= {Element.OBJECT}:
        yield _share(found, source, target)
    kinds = [PRODUCTS[end]] if start is Element.OUTCOME and end in PRODUCTS else []
    if start is Element.OBJECT and end is Element.OUTCOME:
        kinds = [LinkKind.USES_OUTCOME]
    if not both:
        kinds = list(LinkKind)
    elif both == {Element.OBJECT} and start is end:
        kinds = [LinkKind.NEWER_FORM]
    for kind in kinds:
        words = f"{source.name} – {kind} – {target.name}"
        yield Way(words, partial(add_link, kind=kind, source=source.id, target=target.id))


def _share(found: _Ends, source: ActivitySystem, target: ActivitySystem) -> Way:
    """Return the way to let two services work on one object: that of either, or a new one."""
    for shared in found.map.shared_objects:
        members = {source.id, target.id} & set(shared.systems)
        if members:
            other = target.id if source.id in members else source.id
            words = _tr("Work on “{name}” together").format(name=shared.name)
            return Way(words, partial(join, shared=shared.id, system=other))
    edit = partial(add_shared_object, name=_tr("What we share"), systems=(source.id, target.id))
    return Way(_tr("Work on one object together"), edit)


def _contradiction(found: _Ends, one: str, other: str) -> Iterator[Way]:
    start, end = found.end(one), found.end(other)
    if start is not None and end is not None and start != end:
        yield Way(
            _tr("These contradict each other"), partial(draw_contradiction, ends=(start, end))
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Connecting", text)
