"""Names of people and services in a text: roles, clients, and the services of the map."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.reader.sentence import Sentence, Span, Word
from activitymap.model.contradictions.words import singular, words

_LONGEST = 6
"""Words in the longest name that is looked for ("the head of the sixth form college")."""
_BEFORE = frozenset("the a an our your their his her its my each every any one only".split())
OWN = frozenset("we us our ours i".split())
"""Words by which a service names itself."""
_LINKS = frozenset("of from at in for".split())


@lru_cache(maxsize=1)
def roles() -> frozenset[str]:
    """Return the words that name people and services, in the singular."""
    return _list("roles.txt")


@lru_cache(maxsize=1)
def clients() -> frozenset[str]:
    """Return the words that name people whom services work with, in the singular."""
    return _list("clients.txt")


def _list(name: str) -> frozenset[str]:
    text = files(__package__).joinpath("tables", name).read_text(encoding="utf-8")
    return frozenset(
        singular(word)
        for line in text.splitlines()
        if not line.startswith("#")
        for word in line.split()
    )


@lru_cache(maxsize=20_000)
def is_worker(word: str) -> bool:
    """Whether a word names a worker or a service by what they do."""
    one = singular(word.removesuffix("'s").rsplit("-", 1)[-1])
    return one in roles() or (len(one) > 6 and one.endswith(("ologist", "ician", "therapist")))


def is_role(word: str) -> bool:
    """Whether a word names people or a service."""
    return is_worker(word) or singular(word.removesuffix("'s").rsplit("-", 1)[-1]) in clients()


@dataclass(frozen=True)
class Names:
    """The names of a map's services, to be found in a text by their words."""

    names: tuple[str, ...] = ()

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(singular(one) for one in words(name)) for name in self.names)

    def starts(self, here: tuple[str, ...]) -> int:
        """Return how many words of ``here`` name a service, from the first on; 0 for none.

        The beginning of a name is enough ("leaving care" for "Leaving care team"), unless it is
        one short word.
        """
        best = 0
        for name in self._words:
            size = next((n for n in range(len(name), 0, -1) if here[:n] == name[:n]), 0)
            if size > best and (size > 1 or size == len(name) or len(here[0]) > 3):
                best = size
        return best


def names_of(activity_map: ActivityMap) -> Names:
    """Return the names of a map's services."""
    return Names(tuple(system.name for system in activity_map.systems))


NO_NAMES = Names()


def name_at(found: tuple[Word, ...], start: int, names: Names) -> int:
    """Return the place behind the name that begins at a word, or ``start`` where none does."""
    place = start
    while place < len(found) and found[place].text in _BEFORE and place - start < 2:
        place += 1
    here = tuple(singular(word.text.removesuffix("'s")) for word in found[place : place + _LONGEST])
    size = names.starts(here)
    end = place + size if size else start
    for step, word in enumerate(found[place : place + _LONGEST - 1], place):
        if (word.text in OWN and step > start) or (step > place and word.text in _BEFORE):
            break
        if step > place and found[step - 1].text in {"and", "or", "who", "that", "to", "not"}:
            break
        if is_role(word.text):
            end = max(end, step + 1)
            following = found[step + 1].text if step + 1 < len(found) else ""
            if following == "of" and step + 2 < len(found):
                end = max(end, step + 3)
            ahead = [word.text for word in found[step + 1 : step + 3]]
            if not ahead or not _goes_on(ahead):
                break
        elif _verbish(word.text) or word.text in _LINKS:
            break
    return end


def _goes_on(ahead: list[str]) -> bool:
    """Whether a name goes on behind a role: "youth justice officer", "school nurse"."""
    if is_role(ahead[0]) and not _verbish(ahead[0]):
        return True
    return (
        len(ahead) > 1
        and is_worker(ahead[1])
        and not (
            _verbish(ahead[0])
            or ahead[0] in _BEFORE
            or ahead[0] in _LINKS
            or ahead[0].endswith("s")
        )
    )


_VERBS = frozenset(
    """is are was were be has have had do does did can may must will shall should could would might
    gets get goes go comes come takes take gives give makes make runs run keeps keep holds hold
    says say tells tell asks ask needs need wants want writes write sees see sits sit needn't
    won't don't doesn't can't never always only not if unless until when once with without to by
    and or but who that which than as so then stays stay leaves leave stop let help bring send
    ring call visit put find involve meet pay invite train move support follow show offer use
    check book build""".split()
)


def _verbish(word: str) -> bool:
    return word in _VERBS


def named(main: Sentence, span: Span) -> str:
    """Return a name as it is said, without an article or the mark of the genitive."""
    said = main.text[span.start : span.end].removesuffix("'s").removesuffix("’s").strip(" '’")
    first, _, rest = said.partition(" ")
    return rest if first.lower() in _BEFORE and rest else said


def name_from(found: tuple[Word, ...], place: int, names: Names) -> Span | None:
    """Return the stretch of the name that begins at a word, if one does; "we" is one."""
    if place < len(found) and found[place].text in {"we", "us", "ours", "i"}:
        return found[place].span
    end = name_at(found, place, names)
    return Span(found[place].span.start, found[end - 1].span.end) if end > place else None


def several(found: tuple[Word, ...], place: int, names: Names) -> list[Span]:
    """Return the names of "nurse and teacher", one or more, from a place on."""
    spans: list[Span] = []
    while span := name_from(found, place, names):
        spans.append(span)
        place = next(i for i, word in enumerate(found) if word.span.end >= span.end) + 1
        if place >= len(found) or found[place].text not in {"and", "or", "with"}:
            break
        place += 1
    return spans


def place_at(found: tuple[Word, ...], character: int) -> int:
    """Return the place of the first word from a character on."""
    return next((i for i, word in enumerate(found) if word.span.start >= character), len(found))
