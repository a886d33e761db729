"""What looks like somebody's name and is not in the list, with the sentence around it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.replacing import ADDRESS, Names
from activitymap.model.contradictions.lexicon.ordinary import is_abbreviation, is_ordinary
from activitymap.model.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-‐‑][^\W\d_]+)*")
_TITLES = "Mr Mrs Ms Miss Mx Dr Prof Rev Sir Lady Auntie Uncle Nurse Sister Cllr"
_TITLED = frozenset(_TITLES.split())
_NO_TITLE = "".join(rf"(?<!\b{title})" for title in _TITLES.split())
_SENTENCE_ENDS = re.compile(rf"{_NO_TITLE}[.!?:;…]\s+|\n|[“\"‘(•–—|]\s*")
_FAMILY = re.compile(
    r"([^\W\d_][\w’'\-]*)\s+(?:family|household|children|twins|brothers|sisters)\b"
)
_VERB = re.compile(r"(?!(?:this|his|us|its|as)$)[a-z]+s$|(?:had|did|can|will|would|must|may|said)$")
AROUND = 60
"""Characters of the sentence that are shown on each side of a word."""
LEAST_CAPITALS = 5
"""Letters of a word in capitals that is no abbreviation any more."""
_DAYS_AND_PEOPLES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas easter ramadan eid diwali "
    "british english welsh scottish irish polish romanian somali arabic urdu punjabi bengali "
    "turkish ukrainian roma muslim christian jewish hindu sikh england wales scotland ireland "
    "london britain ofsted nhs act".split()
)


class Proposal(NamedTuple):
    """What looks like a name, how often it stands somewhere, and words around it, once."""

    name: str
    times: int
    around: str


def proposals(
    activity_map: ActivityMap, names: Names, texts: Sequence[str]
) -> tuple[Proposal, ...]:
    """Return what looks like somebody's name in the texts of a map without its listed names.

    That is what has a capital and is no ordinary word: inside a sentence, as its first word, in
    capitals of five letters or more, or after a title (Mr, Dr). Ordinary words that are names too
    ("Dawn", "Hill") are taken for one inside a sentence, and first before a verb. E-mail addresses
    and parts of listed names are proposed always. Left out are what the group said is no name,
    abbreviations, what also stands in small letters, and the names of services, but for those
    that name a family. Most frequent first.
    """
    judge = _Judge(activity_map, names, texts)
    found: dict[str, list[str]] = {}
    for text in texts:
        for name in judge.names_in(text):
            found.setdefault(name, []).append(text)
    several = [Proposal(name, len(where), _around(where[0], name)) for name, where in found.items()]
    return tuple(sorted(several, key=lambda one: (-one.times, one.name)))


class _Judge:
    """Tells names from other words, by what the map says elsewhere."""

    def __init__(self, activity_map: ActivityMap, names: Names, texts: Sequence[str]) -> None:
        words = [word for text in texts for word in _WORD.findall(text)]
        self._small = {word for word in words if word == word.lower()}
        parts = [_WORD.findall(name) for name in names.instead]
        self._parts = {fold(word) for words in parts if len(words) > 1 for word in words}
        self._no_names = {fold(one) for one in activity_map.not_names}
        instead = " ".join(names.instead.values())
        services = [system.name for system in activity_map.systems]
        services += [shared.name for shared in activity_map.shared_objects]
        known = (instead, *(one for one in services if not _FAMILY.search(one)))
        self._known = _DAYS_AND_PEOPLES | {
            fold(word) for one in known for word in _WORD.findall(one)
        }
        ordinary = sum(map(is_ordinary, self._small))
        self._reads_first_words = ordinary * 2 >= len(self._small)
        """Not in a language whose ordinary words are not known here."""

    def names_in(self, text: str) -> Iterator[str]:
        """Yield what looks like a name in a text."""
        for address in ADDRESS.findall(text):
            if fold(address) not in self._no_names:
                yield address
        for sentence in _SENTENCE_ENDS.split(ADDRESS.sub(" ", text)):
            for run in self._runs(_WORD.findall(sentence)):
                name = " ".join(run)
                if fold(name) not in self._no_names:
                    yield name

    def _runs(self, words: Sequence[str]) -> Iterator[list[str]]:
        """Yield the words of each name in a sentence."""
        run: list[str] = []
        for place, written in enumerate(words):
            word = re.sub(r"[’']s?$", "", written)
            after = words[place + 1] if place + 1 < len(words) else ""
            titled = place > 0 and words[place - 1].rstrip(".") in _TITLED
            if self._is_name(word, after, first=place == 0, titled=titled) or (
                run and _has_capital(word) and not self._is_left_out(word)
            ):
                run.append(word)
            elif run:
                yield run
                run = []
            if run and word != written:
                yield run
                run = []
        if run:
            yield run

    def _is_name(self, word: str, after: str, *, first: bool, titled: bool) -> bool:
        """Whether a word can begin a name."""
        if not _has_capital(word) or self._is_left_out(word):
            return False
        if titled or fold(word) in self._parts:
            return True
        capitals = word.isupper()
        if capitals and (len(word) < LEAST_CAPITALS or is_abbreviation(word)):
            return False
        if is_ordinary(word):
            name_too = word.lower() in _name_words() and not capitals
            return name_too and (not first or bool(_VERB.match(after)))
        if first:
            return self._reads_first_words and word.lower() not in self._small
        return word.lower() not in self._small

    def _is_left_out(self, word: str) -> bool:
        folded = fold(word)
        return folded in self._known or folded in self._no_names or word in _TITLED


def _has_capital(word: str) -> bool:
    return word[0].isupper()


def _around(text: str, name: str) -> str:
    """Return a name with the words around it, on one line."""
    at = max(text.find(name), 0)
    start, end = max(at - AROUND, 0), at + len(name) + AROUND
    before, after = ("…" if start else ""), ("…" if end < len(text) else "")
    return before + " ".join(text[start:end].split()) + after


@cache
def _name_words() -> frozenset[str]:
    text = files(__package__).joinpath("name_words.txt").read_text(encoding="utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )
