"""Which English words are ordinary ones: a capital at the start of a sentence is then no name."""

import re
from functools import lru_cache

from activitymap.model.contradictions.lexicon.lexicon import lines, phrase, shipped
from activitymap.model.contradictions.words import stem

_AMERICAN = {"our": "or", "is": "iz", "ys": "yz", "ae": "e", "tre": "ter"}
"""Spellings: WordNet is American."""
_BRITISH = re.compile(r"our(?!\w{4})|is(?=e|ing|ation)|ys(?=e|ing)|ae|tre\b")


def is_ordinary(word: str) -> bool:
    """Whether a word, or each part of one with hyphens, stands in small letters in a dictionary."""
    parts = word.casefold().replace("’", "'").replace("‑", "-").removesuffix("'s").split("-")
    return all(_is_known(part) for part in parts if part)


def is_abbreviation(word: str) -> bool:
    """Whether a word is a short form of the field, as it is written."""
    return word in shipped().abbreviations


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    known = _known()
    if word in known or stem(word) in known or phrase(word) in shipped().groups:
        return True
    american = _BRITISH.sub(lambda end: _AMERICAN[end[0]], word)
    return stem(american) in known


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    words = {word for line in lines("function_words.txt") for word in line.split()}
    return frozenset(words | set(lines("wordnet_words.txt")))
