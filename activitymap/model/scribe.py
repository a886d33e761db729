"""One line of a scribe: ``school: rules: share nothing without consent #sharing information``.

The typist names a service and an element by their beginnings, or only types at the chosen ones.
"""

from functools import partial
from typing import NamedTuple

from activitymap.errors import EditError, ReadingError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.cards import put_on_matter
from activitymap.model.edits.change import Change, in_turn
from activitymap.model.edits.statements import add_statements
from activitymap.model.edits.systems import add_system
from activitymap.model.storage.sheet_columns import element as element_named
from activitymap.model.text import fold
from activitymap.model.values import Element, State

NEW, MATTER = "+", "#"
_MARKS = {"?": State.UNKNOWN, "-": State.MISSING}


class Wanted(NamedTuple):
    """What a line asks for: where, and what to write there."""

    system: str | None = None
    element: Element | None = None
    text: str = ""
    state: State = State.PRESENT
    matter: str = ""
    new_service: str = ""

    @property
    def writes(self) -> bool:
        """Whether there is a statement to write, beside choosing a place."""
        return bool(self.text) or self.state is not State.PRESENT


def parse(
    line: str, activity_map: ActivityMap, system: str | None, element: Element | None
) -> Wanted:
    """Return what a line means where ``system`` and ``element`` are chosen.

    Text with a colon that names no service and no element is just text; nothing of it is lost.
    """
    rest = line.strip()
    if rest.startswith(NEW) and rest[1:].strip():
        return Wanted(new_service=rest[1:].strip())
    head, colon, tail = rest.partition(":")
    named = service_named(head, activity_map) if colon else None
    if named is not None:
        system, element, rest = named, None, tail.strip()
        head, colon, tail = rest.partition(":")
    found = element_by(head) if colon else None
    if found is not None and system is not None:
        element, rest = found, tail.strip()
    text, _, matter = rest.partition(f" {MATTER}") if f" {MATTER}" in rest else (rest, "", "")
    state, text = _state(text.strip())
    return Wanted(system, element, text, state, matter.strip())


def service_named(words: str, activity_map: ActivityMap) -> str | None:
    """Return the service that words mean: its name, its initials, or a beginning of it."""
    wanted = fold(words)
    if not wanted:
        return None
    names = {system.id: fold(system.name) for system in activity_map.systems}
    for fits in (
        lambda name: name == wanted,
        lambda name: len(wanted) > 1 and "".join(word[0] for word in name.split()) == wanted,
        lambda name: name.startswith(wanted),
    ):
        for identity, name in names.items():
            if fits(name):
                return identity
    return None


def element_by(words: str) -> Element | None:
    """Return the element that words mean: a name of it in the field, or a beginning."""
    wanted = fold(words)
    try:
        return Element(element_named(wanted))
    except (ReadingError, ValueError):
        begun = [element for element in Element if wanted and element.startswith(wanted)]
        return begun[0] if begun else None


def _state(text: str) -> tuple[State, str]:
    """Return whether a text says something, and the text without the mark."""
    state = _MARKS.get(text[:1])
    if state is not None and (len(text) == 1 or text[1] == " "):
        return state, text[1:].strip()
    return State.PRESENT, text


def scribe(activity_map: ActivityMap, wanted: Wanted) -> Change:
    """Do what a line asks for.

    Raises:
        EditError: it does not say where to write.
    """
    if wanted.new_service:
        return add_system(activity_map, wanted.new_service)
    if not wanted.writes:
        return Change(activity_map)
    if wanted.system is None or wanted.element is None:
        raise EditError("Say where to write: “service: element: text”, or choose an element first.")
    add = partial(
        add_statements,
        system=wanted.system,
        element=wanted.element,
        texts=[wanted.text],
        state=wanted.state,
    )
    written = add(activity_map)
    if not wanted.matter:
        return written
    known = {one.id for system in activity_map.systems for one in system.statements}
    (new,) = (
        one.id for system in written.map.systems for one in system.statements if one.id not in known
    )
    return in_turn(
        activity_map, [add, partial(put_on_matter, statement=new, number=0, name=wanted.matter)]
    )


def completions(line: str, activity_map: ActivityMap, system: str | None) -> list[str]:
    """Return whole lines that a line may become: with a service, an element or a matter."""
    if f" {MATTER}" in line:
        before, _, begun = line.rpartition(f" {MATTER}")
        names = (matter.name for matter in activity_map.matters)
        return [f"{before} {MATTER}{name}" for name in names if _begins(name, begun)]
    before, colon, begun = line.rpartition(":")
    elements = [f"{element}: " for element in Element if _begins(str(element), begun)]
    if colon:
        is_service = service_named(before, activity_map) is not None
        return [f"{before}: {name}" for name in elements] if is_service else []
    services = [f"{one.name}: " for one in activity_map.systems if _begins(one.name, line)]
    return [*services, *(elements if system is not None else [])]


def _begins(name: str, begun: str) -> bool:
    wanted = fold(begun)
    return bool(wanted) and fold(name).startswith(wanted) and fold(name) != wanted
