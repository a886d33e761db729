"""A statement's text as the readers see it: plain lower case with every character in its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

READ_AT_MOST = 400
"""Characters: a statement is a line; of a pasted page only the beginning is read."""

_PLAIN = str.maketrans("’‘`´‐‑–—“”\n\t\r", "''''----\"\"   ")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class Span(NamedTuple):
    """A stretch of a text: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int


class Word(NamedTuple):
    """One word in lower case, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True)
class Sentence:
    """A text prepared for reading; ``lower`` has the same length as what it was made from."""

    text: str
    lower: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in the order of the text."""
        return tuple(words_in(self.lower))

    def without(self, spans: Sequence[Span]) -> "Sentence":
        """Return the sentence with some stretches blanked, all else in its place."""
        if not spans:
            return self
        lower = self.lower
        for start, end in spans:
            lower = lower[:start] + " " * (end - start) + lower[end:]
        return Sentence(self.text, lower)


def words_in(lower: str) -> Iterator[Word]:
    """Go through the words of a text in lower case."""
    return (Word(match[0], Span(*match.span())) for match in _WORD.finditer(lower))


def sentence(text: str) -> Sentence:
    """Prepare a text of any length, in any script, for reading."""
    text = text[:READ_AT_MOST]
    plain = text.translate(_PLAIN)
    # A few letters change their length in lower case; places must stay.
    lower = "".join(one if len(one) == 1 else each for each in plain for one in (each.lower(),))
    return Sentence(text, lower)
