"""One line of a scribe: ``school: rules: share nothing without consent #sharing information``.

The typist names a service and an element by their beginnings, or only types at the chosen ones.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from activitymap.errors import EditError, ReadingError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.cards import put_on_matter
from activitymap.model.edits.change import Change, Edit, in_turn
from activitymap.model.edits.statements import add_statements
from activitymap.model.edits.systems import add_system
from activitymap.model.questions import ORDER
from activitymap.model.storage.sheet_columns import element as element_named
from activitymap.model.text import clean_line, fold
from activitymap.model.values import ActivitySystem, Element, State

_NEW = re.compile(r"\+(?:\s+(?=\S)|(?=[^\W\d_]))")
# “+5 % more staff” is a statement, “+ 5th Avenue Centre” and “+School” are services.
_MATTER = re.compile(r"(?:^|(?<=\s))#(?=[^\s#])")
_MARKS = {"?": State.UNKNOWN, "-": State.MISSING, "–": State.MISSING}
_NONE = "none"
_BULLET = re.compile(r"[-–•·*]\s+")


class Wanted(NamedTuple):
    """What a line asks for: where, and what to write there.

    ``element`` is ``None`` where a line only chooses a service. ``also`` are the names of other
    services or elements that its letters fit as well.
    """

    system: str | None = None
    element: Element | None = None
    text: str = ""
    state: State = State.PRESENT
    matter: str = ""
    new_service: str = ""
    also: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether there is a statement to write, beside choosing a place."""
        return bool(self.text) or self.state is not State.PRESENT


class Taken(NamedTuple):
    """What lines did to the map, what each asked for, and where the next line goes."""

    change: Change
    wanted: tuple[Wanted, ...]
    system: str | None
    element: Element | None


# Reading ------------------------------------------------------------------------------------


def parse(
    line: str, activity_map: ActivityMap, system: str | None, element: Element | None
) -> Wanted:
    """Return what a line means where ``system`` and ``element`` are chosen.

    Text with a colon that names no service and no element is just text; nothing of it is lost.
    """
    rest = line.strip()
    new = _NEW.match(rest)
    if new is not None:
        name = rest[new.end() :]
        known = [one.id for one in activity_map.systems if fold(one.name) == fold(name)]
        return Wanted(system=known[0]) if known else Wanted(new_service=name)
    services, end = _service_part(rest, activity_map)
    # Where the letters name a service in full, nobody doubts what they mean.
    doubted = services and fold(services[0].name) != fold(rest[: end - 1])
    also = [*services[1:], *(_element_part(rest)[0] if doubted else ())]
    rest = rest[end:].strip()
    elements, end = _element_part(rest) if services or system is not None else ([], 0)
    rest = rest[end:].strip()
    text, matter = _matter(rest, activity_map)
    state, text = _state(text)
    wanted = Wanted(
        system=services[0].id if services else system,
        element=elements[0] if elements else element,
        text=text,
        state=state,
        matter=matter,
        also=tuple(map(_name, [*also, *elements[1:]])),
    )
    return wanted if wanted.writes or elements else wanted._replace(element=None)


def _name(one: ActivitySystem | Element) -> str:
    return str(one) if isinstance(one, Element) else one.name


def _service_part(text: str, activity_map: ActivityMap) -> tuple[list[ActivitySystem], int]:
    """Return the services that a text begins with, and where what it says of them begins.

    A whole name goes before all else, and the name of an element before beginnings of services.
    """
    found: list[ActivitySystem] = []
    end = 0
    longest = max((len(one.name) for one in activity_map.systems), default=0)
    for colon in (place for place, one in enumerate(text[: 2 * longest]) if one == ":"):
        head = fold(text[:colon])
        same = [one for one in activity_map.systems if fold(one.name) == head]
        found, end = (same, colon + 1) if same else (found, end)
    head, colon_, _ = text.partition(":")
    if found or not colon_ or _element_word(head):
        return found, end
    found = [one for one in activity_map.systems if _fits(one.name, head)]
    return found, len(head) + 1 if found else 0


def _fits(name: str, begun: str) -> bool:
    """Tell whether letters are a beginning of a name, or its initials."""
    wanted, words = fold(begun), re.split(r"[\s/–-]+", fold(name))
    initials = "".join(word[:1] for word in words)
    return bool(wanted) and (fold(name).startswith(wanted) or initials == wanted)


def _element_part(text: str) -> tuple[list[Element], int]:
    """Return the elements that a text begins with, and where what it says in them begins."""
    head, colon, _ = text.partition(":")
    word = _element_word(head)
    if not colon:
        return [], 0
    begun = fold(head)
    found = [word] if word else [one for one in ORDER if begun and one.startswith(begun)]
    return found, len(head) + 1 if found else 0


def _element_word(word: str) -> Element | None:
    """Return the element that a whole word or its synonym means."""
    try:
        return Element(element_named(word))
    except (ReadingError, ValueError):
        return None


def _matter(text: str, activity_map: ActivityMap) -> tuple[str, str]:
    """Return a text without the matter after it, and the name of the matter.

    A number after the sign, as in “room #5”, is no matter unless there is one of that name.
    """
    known = {fold(matter.name) for matter in activity_map.matters}
    for sign in reversed(list(_MATTER.finditer(text))):
        before, name = text[: sign.start()].strip(), text[sign.end() :].strip()
        if before and (not name[0].isdigit() or fold(name) in known):
            return before, name
    return text, ""


def _state(text: str) -> tuple[State, str]:
    """Return whether a text says something, and the text without the mark."""
    state = _MARKS.get(text[:1])
    if state is not None and (len(text) == 1 or text[1].isspace()):
        return state, text[1:].strip()
    return (State.MISSING, "") if fold(text) == _NONE else (State.PRESENT, text)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that was typed or pasted; bullets of a list are taken off."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    listed = sum(bool(_BULLET.match(line)) for line in lines) > 1
    return [
        _BULLET.sub("", line, count=1) if listed and _BULLET.match(line) else line for line in lines
    ]


# Writing ------------------------------------------------------------------------------------


def edits_of(wanted: Wanted) -> list[Edit]:
    """Return the edits that do what a line asks for, to be done in turn; none where it chooses.

    Raises:
        EditError: it does not say where to write.
    """
    if wanted.new_service:
        return [partial(add_system, name=wanted.new_service)]
    if not wanted.writes:
        return []
    if wanted.system is None or wanted.element is None:
        raise EditError("Say where to write: “service: element: text”, or + and a new service.")
    return [partial(_write, wanted=wanted)]


def _write(activity_map: ActivityMap, wanted: Wanted) -> Change:
    assert wanted.system is not None
    assert wanted.element is not None
    written = add_statements(
        activity_map, wanted.system, wanted.element, [wanted.text], state=wanted.state
    )
    known = {one.id for system in activity_map.systems for one in system.statements}
    new = [
        one.id for system in written.map.systems for one in system.statements if one.id not in known
    ]
    if not new or not clean_line(wanted.matter):
        return written
    put = put_on_matter(written.map, new[0], 0, wanted.matter)
    return Change(put.map, written.ids | put.ids)


def take(
    activity_map: ActivityMap,
    lines: Iterable[str],
    system: str | None,
    element: Element | None,
) -> Taken:
    """Do what lines ask for, one after the other; each goes where the one before it went.

    Raises:
        EditError: one of them does not say where to write, or cannot be written; none is.
    """
    before, ids, read = activity_map, frozenset[str](), []
    for line in lines:
        wanted = parse(line, activity_map, system, element)
        change = in_turn(activity_map, edits_of(wanted))
        activity_map, ids = change.map, ids | change.ids
        read.append(wanted)
        if wanted.new_service:
            system, element = activity_map.systems[-1].id, ORDER[0]
        else:
            system, element = wanted.system, wanted.element or element
    made = Change(activity_map, ids) if activity_map is not before else Change(before)
    return Taken(made, tuple(read), system, element)


# Completing ---------------------------------------------------------------------------------


def begun_at(line: str, cursor: int, activity_map: ActivityMap) -> int:
    """Return where in a line that begins which `completions` complete at a cursor."""
    return _begun(line[:cursor], activity_map)[0]


def completions(line: str, cursor: int, activity_map: ActivityMap) -> list[str]:
    """Return what may stand in a line from `begun_at` to the cursor: services, elements, matters.

    What was typed whole already comes first.
    """
    start, names = _begun(line[:cursor], activity_map)
    begun = fold(line[start:cursor])
    return sorted(dict.fromkeys(names), key=lambda name: fold(name.rstrip(": ")) != begun)


def _begun(head: str, activity_map: ActivityMap) -> tuple[int, list[str]]:
    """Return where what is being typed begins, and all that it may become."""
    signs = list(re.finditer(r"(?<=\s)#", head))
    if signs:
        start = signs[-1].end()
        return start, _beginning([one.name for one in activity_map.matters], head[start:])
    services, end = _service_part(head, activity_map)
    rest = head[end:]
    start = end + len(rest) - len(rest.lstrip())
    begun = head[start:]
    if ":" in rest or (not begun and not services):
        return start, []
    elements = _beginning([f"{one}: " for one in ORDER], begun) if activity_map.systems else []
    if services:
        return start, elements
    named = [f"{one.name}: " for one in activity_map.systems if _fits(one.name, begun)]
    return start, [*named, *elements]


def _beginning(names: Sequence[str], begun: str) -> list[str]:
    return [name for name in names if fold(name).startswith(fold(begun))]
