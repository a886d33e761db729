"""Who can be the same: names of people and services, as cards give them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from activitymap.model.contradictions.words import singular, words
from activitymap.model.values import ActivitySystem, Element

_ARTICLES = frozenset({"the", "a", "an", "our", "their", "its", "any", "every", "each", "all"})
_EVERYONE = frozenset(
    {
        (),
        ("everyone",),
        ("everybody",),
        ("anyone",),
        ("anybody",),
        ("nobody",),
        ("no", "one"),
        ("partner",),
        ("partner", "agency"),
        ("agency",),
        ("service",),
        ("other", "service"),
        ("professional",),
        ("practitioner",),
        ("staff",),
        ("worker",),
        ("we",),
        ("us",),
        ("people",),
        ("person",),
    }
)
"""Names that leave nobody out; the empty one is what *all* leaves without its article."""


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without articles, each in the singular."""
    return tuple(singular(word) for word in words(name) if word not in _ARTICLES)


@lru_cache(maxsize=50_000)
def same_name(one: str, other: str) -> bool:
    """Whether two names can mean the same people: *nurse* and *the school nurse* can."""
    first, second = name_words(one), name_words(other)
    if first == second or first in _EVERYONE or second in _EVERYONE:
        return True
    shorter, longer = sorted((first, second), key=len)
    # The last word of an English name says what somebody is, those before it which one.
    return shorter[-1] == longer[-1] and set(shorter) <= set(longer)


def any_same(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a name of one list can mean the same people as a name of the other."""
    others = tuple(others)
    return any(same_name(one, other) for one in names for other in others)


class Registry:
    """The systems of a map by name: which of them a name on a card means.

    A name means a system if it is the system's name or a part of it (*GP* for *GP surgery*), or
    stands in the system's subject (*lead professional* for the service that has one).
    """

    def __init__(self, systems: Iterable[ActivitySystem]) -> None:
        self._systems = {system.id: system for system in systems}
        self._names: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, set[str]] = {}
        self._found: dict[str, frozenset[str]] = {}
        for system in self._systems.values():
            self._names[system.id] = name_words(system.name)
            for word in self._names[system.id]:
                self._by_word.setdefault(word, set()).add(system.id)

    def renewed(self, systems: Sequence[ActivitySystem]) -> "Registry":
        """Return the registry of an edited map: this one, where every name means the same."""
        known = self._systems
        same = len(known) == len(systems) and all(
            (before := known.get(system.id)) is system
            or (
                before is not None
                and before.name == system.name
                and _subject(before) == _subject(system)
            )
            for system in systems
        )
        return self if same else Registry(systems)

    def systems(self, name: str) -> frozenset[str]:
        """Return the ids of the systems that ``name`` means; none for anybody else."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = frozenset(self._search(name_words(name)))
        return found

    def belongs(self, name: str, system: str) -> bool:
        """Whether ``name`` is the system or somebody in its subject."""
        if named := self.systems(name):
            return system in named
        wanted = set(name_words(name))
        return bool(wanted) and any(
            wanted <= set(name_words(text)) for text in _subject(self._systems[system])
        )

    def _search(self, wanted: tuple[str, ...]) -> set[str]:
        if not wanted or wanted in _EVERYONE:
            return set()
        with_all = set.intersection(*(self._by_word.get(word, set()) for word in wanted))
        exact = {system for system in with_all if self._names[system] == wanted}
        return exact or with_all


def _subject(system: ActivitySystem) -> list[str]:
    return [
        statement.text
        for statement in system.statements
        if statement.element is Element.SUBJECT and statement.text
    ]
