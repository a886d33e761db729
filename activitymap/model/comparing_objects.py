"""Whose object is the same, and whose only seems so.

The *object* is what a service works on (Engeström 1987). Two services may name the same one, or
seem to, as when all say "the child" and one means the patient and another the pupil. What is
declared to be worked on decides, then the matter; a word that two texts share is a question.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import open_ones
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.contradictions.judged_pairs import standing
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.contradictions.reader.belief import content
from activitymap.model.contradictions.reader.read import read
from activitymap.model.contradictions.words import stem, words
from activitymap.model.judging import Answer, Judgement
from activitymap.model.reading import Reading
from activitymap.model.values import ActivitySystem, Element, MatterKind, State, Statement

_NO_THING = frozenset(
    stem(word)
    for word in """see help keep work support have need want within day week month year hour minute
    two three four five six seven eight nine ten twelve first time way well while end close case
    good better every open start stop""".split()
)
"""Words that texts about quite different objects share."""

About = frozenset[str]


class Sameness(StrEnum):
    """Whether services name the same object, in the order in which it is worth a look."""

    SEEMING = "only seems the same"
    ASK = "the same word"
    SAME = "the same object"
    APART = "not the same object"


class Named(NamedTuple):
    """An object in a service's own words, and what it works on as far as that is known.

    ``declared`` says that a person filled in what is worked on, and it was not read.
    """

    system: ActivitySystem
    statement: Statement
    worked_on: str
    declared: bool


class NamedObject(NamedTuple):
    """One object, and the services that name it or seem to.

    ``name`` is what is worked on, the matter, or the words that they share; ``because`` are the
    open contradictions between what they say of it; ``unlinked`` the pairs that nothing joins;
    ``open`` the pairs of statements on which the group can still say whether they are the same.
    """

    name: str
    sameness: Sameness
    named: tuple[Named, ...]
    because: tuple[Contradiction, ...] = ()
    unlinked: tuple[tuple[ActivitySystem, ActivitySystem], ...] = ()
    open: tuple[tuple[str, str], ...] = ()
    by: str = ""
    """What tells it: *worked on*, *matter*, *word* or *clash*."""
    judged: bool = False

    @property
    def systems(self) -> tuple[ActivitySystem, ...]:
        """The services, each once."""
        return tuple({one.system.id: one.system for one in self.named}.values())


class Objects(NamedTuple):
    """All objects that services meet in, the services that meet in none, and those without one."""

    met: tuple[NamedObject, ...]
    alone: tuple[ActivitySystem, ...]
    silent: tuple[ActivitySystem, ...]


def objects(activity_map: ActivityMap, detection: Detection) -> Objects:
    """Return the objects of a map, those that only seem the same first."""
    named = tuple(_named(activity_map))
    found = sorted(
        _Weighing(activity_map, detection, named).rows(),
        key=lambda one: (tuple(Sameness).index(one.sameness), -len(one.systems)),
    )
    meeting = {system.id for one in found for system in one.systems}
    speaking = {one.system.id for one in named}
    rest = [system for system in activity_map.systems if system.id not in meeting]
    return Objects(
        tuple(found),
        tuple(system for system in rest if system.id in speaking),
        tuple(system for system in rest if system.id not in speaking),
    )


def _named(activity_map: ActivityMap) -> Iterator[Named]:
    for system in activity_map.systems:
        for statement in system.statements:
            if statement.element is Element.OBJECT and statement.state is State.PRESENT:
                declared = next((one.worked_on for one in statement.readings if one.worked_on), "")
                told = declared or read(statement.text, Element.OBJECT).reading.worked_on
                yield Named(system, statement, told, bool(declared))


Key = Callable[[Named], Mapping[str, str]]
"""What an object can be told by, as key → name."""


class _Weighing:
    """Groups the objects of one map by what tells them, the surest first."""

    def __init__(
        self, activity_map: ActivityMap, detection: Detection, named: tuple[Named, ...]
    ) -> None:
        self._named = named
        self._neighbours = Neighbours(activity_map)
        self._judged = standing(activity_map)
        self._matters = {
            matter.id: matter.name
            for matter in activity_map.matters
            if matter.kind is MatterKind.JOINT
        }
        self._clashes: dict[About, Contradiction] = {}
        for one in open_ones((*detection.contradictions, *detection.unlinked)):
            if all(side.element is Element.OBJECT for side in one.sides):
                for two in combinations((side.id for side in one.sides), 2):
                    self._clashes.setdefault(frozenset(two), one)
        self._settled: set[About] = set()

    def rows(self) -> Iterator[NamedObject]:
        """Yield one row for each object; a pair that is told by more is in the first of them."""
        yield from self._told_by(self._worked_on, "worked on")
        yield from self._told_by(self._matter, "matter")
        yield from self._clashing()
        yield from self._told_by(self._words, "word")

    @staticmethod
    def _worked_on(one: Named) -> Mapping[str, str]:
        key = " ".join(sorted(content(one.worked_on)))
        return {key: one.worked_on} if key else {}

    def _matter(self, one: Named) -> Mapping[str, str]:
        cards: Iterable[Reading] = one.statement.readings
        return {
            card.matter: self._matters[card.matter]
            for card in cards
            if card.matter in self._matters
        }

    @staticmethod
    def _words(one: Named) -> Mapping[str, str]:
        text = f"{one.statement.text} {one.worked_on}"
        return {
            key: word
            for word in reversed(words(text))
            for key in content(word)
            if key not in _NO_THING
        }

    def _told_by(self, key: Key, by: str) -> Iterator[NamedObject]:
        groups: dict[str, tuple[str, list[Named]]] = {}
        for one in self._named:
            for told, name in key(one).items():
                groups.setdefault(told, (name, []))[1].append(one)
        made: dict[tuple[str, ...], NamedObject] = {}
        for name, named in groups.values():
            pairs = [two for two in self._pairs(named) if _about(two) not in self._settled]
            if not pairs:
                continue
            members = tuple(one for one in named if any(one in two for two in pairs))
            row = self._row(name, members, pairs, by)
            ids = tuple(one.statement.id for one in members)
            # Two words that the same texts share are one question.
            known = made.get(ids)
            made[ids] = row if known is None else known._replace(name=f"{known.name}, {name}")
        self._settled |= {_about(two) for row in made.values() for two in self._pairs(row.named)}
        # A word that fewer of the same texts share is no question of its own.
        yield from (row for ids, row in made.items() if not any(set(ids) < set(o) for o in made))

    def _clashing(self) -> Iterator[NamedObject]:
        """Yield the clashes between objects that no matter and nothing worked on joins."""
        named = {one.statement.id: one for one in self._named}
        for about, one in self._clashes.items():
            if about not in self._settled and about <= named.keys():
                members = tuple(named[side.id] for side in one.sides if side.id in about)
                pairs = list(self._pairs(members))
                if pairs:
                    self._settled.add(about)
                    names = [self._matters[m] for m in one.matters if m in self._matters]
                    yield self._row(", ".join(names), members, pairs, "clash")

    @staticmethod
    def _pairs(named: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
        return (
            (one, other)
            for one, other in combinations(named, 2)
            if one.system.id != other.system.id
        )

    def _row(
        self, name: str, named: tuple[Named, ...], pairs: list[tuple[Named, Named]], by: str
    ) -> NamedObject:
        because = tuple(
            {
                found.about: found
                for two in pairs
                if (found := self._clashes.get(_about(two))) is not None
            }.values()
        )
        answered = {_about(two): self._judged.get(_about(two)) for two in pairs}
        undecided = tuple(
            (one.statement.id, other.statement.id)
            for one, other in pairs
            if by == "word" and not _is_answer(answered[_about((one, other))])
        )
        unlinked = {
            (one.system.id, other.system.id): (one.system, other.system)
            for one, other in pairs
            if self._neighbours.joined(one.system.id, other.system.id) is Joined.UNLINKED
        }
        return NamedObject(
            name,
            self._sameness(pairs, answered, bool(because), by),
            named,
            because,
            tuple(unlinked.values()),
            undecided,
            by,
            judged=by == "word" and not undecided,
        )

    @staticmethod
    def _sameness(
        pairs: list[tuple[Named, Named]],
        answered: Mapping[About, Judgement | None],
        clashes: bool,
        by: str,
    ) -> Sameness:
        if clashes:
            return Sameness.SEEMING
        if by != "word":
            return Sameness.SAME
        left = [two for two in pairs if not _is_answer(answered[_about(two)])]
        if left:
            # Whoever declared two things to be worked on has said that the word means both.
            told = all(one.declared and other.declared for one, other in left)
            return Sameness.SEEMING if told else Sameness.ASK
        same = all(one and one.answer is Answer.TOGETHER for one in answered.values())
        return Sameness.SAME if same else Sameness.APART


def _about(two: tuple[Named, Named]) -> About:
    return frozenset(one.statement.id for one in two)


def _is_answer(judgement: Judgement | None) -> bool:
    """Whether the group said of a pair that it is the same, or not."""
    return judgement is not None and judgement.answer in {Answer.TOGETHER, Answer.NOT_THE_SAME}
