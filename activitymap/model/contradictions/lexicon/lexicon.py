"""The lexicon: which words and phrases are alike or opposites, by their stems."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from activitymap.model.contradictions.words import stem, words
from activitymap.model.values import MapWords, WordsKind

Phrase = tuple[str, ...]
"""Stems in their order."""
OWN_GROUPS = 1_000_000
"""The number of a map's first own group, beyond all that are shipped."""
MOST_TEXTS = 50_000
"""Texts that are remembered; a region's map has fewer."""
LONGEST = 5
"""Words in the longest phrase that is looked for."""
_CAPITALS = re.compile(r"[A-Za-z&/'][\w&/']*")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is alike, and what is opposite.

    ``groups`` gives the numbers of the groups that a phrase is in, ``opposites`` the stances that
    exclude that of a phrase, ``cases`` the cases that are not its, ``abbreviations`` what short
    forms stand for.
    """

    groups: Mapping[Phrase, frozenset[int]] = field(default_factory=dict)
    opposites: Mapping[Phrase, frozenset[Phrase]] = field(default_factory=dict)
    cases: Mapping[Phrase, frozenset[Phrase]] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    _texts: dict[str, "_Told"] = field(default_factory=dict, init=False, repr=False)

    def expanded(self, text: str) -> str:
        """Return a text with abbreviations followed by what they stand for."""
        known = self.abbreviations

        def told(match: re.Match[str]) -> str:
            full = known.get(match[0])
            return f"{match[0]} {full}" if full else match[0]

        return _CAPITALS.sub(told, text)

    def concepts(self, text: str) -> frozenset[int]:
        """Return the numbers of the groups of words that a text speaks of."""
        return self._told(text).concepts

    def opposed(self, one: str, other: str) -> tuple[str, str] | None:
        """Return two phrases, one of each text, that are opposite stances; the first there are."""
        return _met(self._told(one).stances, self._told(other).stances, self.opposites)

    def other_cases(self, one: str, other: str) -> tuple[str, str] | None:
        """Return two phrases, one of each text, that name cases which exclude one another."""
        return _met(self._told(one).cases, self._told(other).cases, self.cases)

    def _told(self, text: str) -> "_Told":
        known = self._texts.get(text)
        if known is None:
            if len(self._texts) >= MOST_TEXTS:
                self._texts.clear()
            known = self._texts[text] = self._look_up(text)
        return known

    def _look_up(self, text: str) -> "_Told":
        stems = phrase(self.expanded(text))
        here = dict.fromkeys(
            stems[start : start + size]
            for start in range(len(stems))
            for size in range(1, min(LONGEST, len(stems) - start) + 1)
        )
        return _Told(
            frozenset(group for one in here for group in self.groups.get(one, ())),
            tuple(one for one in here if one in self.opposites),
            tuple(one for one in here if one in self.cases),
        )


class _Told(NamedTuple):
    """What a text says in words of the lexicon, each kind in the order of the text."""

    concepts: frozenset[int]
    stances: tuple[Phrase, ...]
    cases: tuple[Phrase, ...]


def _met(
    first: tuple[Phrase, ...], second: tuple[Phrase, ...], table: Mapping[Phrase, frozenset[Phrase]]
) -> tuple[str, str] | None:
    if not first or not second:
        return None
    for one in first:
        if one not in second:
            # A text that names both sides takes neither.
            for other in second:
                if other in table[one] and other not in first:
                    return " ".join(one), " ".join(other)
    return None


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """Return the lexicon that the program ships."""
    return Lexicon(
        groups=_groups([*_written("synonyms.txt"), *_stemmed("wordnet_synonyms.txt")]),
        opposites=_opposites([*_sides("= stances"), *_pairs("wordnet_opposites.txt")]),
        cases=_opposites(_sides("= cases")),
        abbreviations=dict(_abbreviations("abbreviations.txt")),
    )


@lru_cache(maxsize=8)
def lexicon_of(added: tuple[MapWords, ...]) -> Lexicon:
    """Return the lexicon of a map: what is shipped, and the words that the group added."""
    base = shipped()
    if not added:
        return base
    groups, opposites = dict(base.groups), dict(base.opposites)
    abbreviations = dict(base.abbreviations)
    for number, words_ in enumerate(added, start=OWN_GROUPS):
        one, other = phrase(words_.one), phrase(words_.other)
        if words_.kind is WordsKind.ABBREVIATION:
            abbreviations[words_.one] = words_.other
        elif one and other:
            for this, that in ((one, other), (other, one)):
                if words_.kind is WordsKind.SAME:
                    groups[this] = groups.get(this, frozenset()) | {number}
                else:
                    opposites[this] = opposites.get(this, frozenset()) | {that}
    return Lexicon(groups, opposites, base.cases, abbreviations)


def lines(name: str) -> Iterator[str]:
    """Yield the lines of a list of words that is shipped, without its remarks."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _written(name: str) -> Iterator[list[Phrase]]:
    return ([phrase(part) for part in line.split(",")] for line in lines(name))


def _stemmed(name: str) -> Iterator[list[Phrase]]:
    return ([(word,) for word in line.split()] for line in lines(name))


def _pairs(name: str) -> Iterator[tuple[list[Phrase], list[Phrase]]]:
    for line in lines(name):
        one, other = line.split()
        yield [(one,)], [(other,)]


def _sides(section: str) -> Iterator[tuple[list[Phrase], list[Phrase]]]:
    here = ""
    for line in lines("opposites.txt"):
        if line.startswith("= "):
            here = line
        elif here == section:
            one, _, other = line.partition(" / ")
            yield [phrase(p) for p in one.split(",")], [phrase(p) for p in other.split(",")]


def _abbreviations(name: str) -> Iterator[tuple[str, str]]:
    for line in lines(name):
        short, _, full = line.partition(" = ")
        yield short, full


def phrase(text: str) -> Phrase:
    """Return the stems of a word or phrase, irregular forms by their plain ones."""
    plain = _irregular()
    return tuple(stem(plain.get(word, word)) for word in words(text))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    parted = (line.partition(" ") for line in lines("wordnet_irregular.txt"))
    return {form: plain for form, _, plain in parted}


def _groups(several: Iterable[Iterable[Phrase]]) -> dict[Phrase, frozenset[int]]:
    found: dict[Phrase, set[int]] = defaultdict(set)
    for number, group in enumerate(several):
        for member in group:
            found[member].add(number)
    return {key: frozenset(numbers) for key, numbers in found.items() if key}


def _opposites(
    pairs: Iterable[tuple[Iterable[Phrase], Iterable[Phrase]]],
) -> dict[Phrase, frozenset[Phrase]]:
    found: dict[Phrase, set[Phrase]] = defaultdict(set)
    for ones, others in pairs:
        for one in ones:
            for other in others:
                if one != other:
                    found[one].add(other)
                    found[other].add(one)
    return {key: frozenset(values) for key, values in found.items() if key}
