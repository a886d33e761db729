"""The *condition* slot: the circumstance under which a statement holds."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from activitymap.errors import ReadingError
from activitymap.model.base import Value
from activitymap.model.text import clean_line


class ConditionWord(StrEnum):
    """How a circumstance bears on a statement."""

    ONLY_IF = "only if"
    ONLY_WITH = "only with"
    IF = "if"
    WHEN = "when"
    WITH = "with"
    AFTER = "after"
    UNLESS = "unless"
    WITHOUT = "without"
    UNTIL = "until"
    BEFORE = "before"
    EVEN_IF = "even if"

    @property
    def holds_without(self) -> bool:
        """Whether the statement holds in the *absence* of the circumstance."""
        return self in {self.UNLESS, self.WITHOUT, self.UNTIL, self.BEFORE}


_SPELLINGS = {
    "only if": ConditionWord.ONLY_IF,
    "only when": ConditionWord.ONLY_IF,
    "only where": ConditionWord.ONLY_IF,
    "only once": ConditionWord.ONLY_IF,
    "only after": ConditionWord.ONLY_IF,
    "only in": ConditionWord.ONLY_IF,
    "if and only if": ConditionWord.ONLY_IF,
    "provided that": ConditionWord.ONLY_IF,
    "provided": ConditionWord.ONLY_IF,
    "as long as": ConditionWord.ONLY_IF,
    "so long as": ConditionWord.ONLY_IF,
    "on condition that": ConditionWord.ONLY_IF,
    "only with": ConditionWord.ONLY_WITH,
    "not without": ConditionWord.ONLY_WITH,
    "never without": ConditionWord.ONLY_WITH,
    "subject to": ConditionWord.ONLY_WITH,
    "if": ConditionWord.IF,
    "in case of": ConditionWord.IF,
    "in case": ConditionWord.IF,
    "when": ConditionWord.WHEN,
    "whenever": ConditionWord.WHEN,
    "where": ConditionWord.WHEN,
    "wherever": ConditionWord.WHEN,
    "while": ConditionWord.WHEN,
    "during": ConditionWord.WHEN,
    "in": ConditionWord.WHEN,
    "at": ConditionWord.WHEN,
    "for": ConditionWord.WHEN,
    "with": ConditionWord.WITH,
    "after": ConditionWord.AFTER,
    "once": ConditionWord.AFTER,
    "as soon as": ConditionWord.AFTER,
    "from when": ConditionWord.AFTER,
    "unless": ConditionWord.UNLESS,
    "except if": ConditionWord.UNLESS,
    "except when": ConditionWord.UNLESS,
    "except where": ConditionWord.UNLESS,
    "except with": ConditionWord.UNLESS,
    "except in": ConditionWord.UNLESS,
    "except for": ConditionWord.UNLESS,
    "except": ConditionWord.UNLESS,
    "without": ConditionWord.WITHOUT,
    "in the absence of": ConditionWord.WITHOUT,
    "until": ConditionWord.UNTIL,
    "till": ConditionWord.UNTIL,
    "before": ConditionWord.BEFORE,
    "even if": ConditionWord.EVEN_IF,
    "even when": ConditionWord.EVEN_IF,
    "even with": ConditionWord.EVEN_IF,
    "even without": ConditionWord.EVEN_IF,
    "regardless of": ConditionWord.EVEN_IF,
    "whether or not": ConditionWord.EVEN_IF,
}
_LEAD = re.compile(
    "(?P<word>"
    + "|".join(re.escape(word) for word in sorted(_SPELLINGS, key=len, reverse=True))
    + r")\b\s*(?P<text>.*)",
    re.IGNORECASE,
)


class Condition(Value):
    """A circumstance and how the statement depends on it, such as *unless there is danger*."""

    word: ConditionWord
    text: Annotated[str, Field(min_length=1)]

    def __str__(self) -> str:
        return f"{self.word} {self.text}"


def parse_condition(text: str) -> Condition:
    """Read a condition such as ``only if consent is given`` or ``unless there is danger``.

    Words that begin with none of the known openings are a circumstance: *when …*.

    Raises:
        ReadingError: nothing follows the opening word.
    """
    line = clean_line(text)
    match = _LEAD.fullmatch(line)
    if not match:
        if not line:
            raise ReadingError("A condition needs words, such as “only if consent is given”.")
        return Condition(word=ConditionWord.WHEN, text=line)
    if not match["text"]:
        raise ReadingError(
            f"“{text}” names no circumstance. Write it like “only if consent is given”."
        )
    word = _SPELLINGS[match["word"].casefold()]
    body = match["text"]
    if match["word"].casefold() == "even without":
        body = f"no {body}"
    return Condition(word=word, text=body)
