"""The *scope* slot: for which ages, areas or thresholds a statement is meant."""

import re
from enum import StrEnum
from typing import Any

from pydantic import model_validator

from activitymap.errors import ReadingError
from activitymap.model.base import Value
from activitymap.model.slots.quantity import Range, parse_range
from activitymap.model.text import clean_line

YEARS = "years"


class ScopeKind(StrEnum):
    """What a scope limits."""

    AGE = "age"
    AREA = "area"
    THRESHOLD = "threshold"
    GROUP = "group"


_LEAD = re.compile(
    r"(?P<kind>ages?|aged|areas?|thresholds?|groups?)\b[\s:]*(?P<rest>.*)", re.IGNORECASE
)


class Scope(Value):
    """A range of ages or of a threshold, or the name of an area or group.

    Ages without a unit are in years.
    """

    kind: ScopeKind
    range: Range | None = None
    name: str = ""

    @model_validator(mode="before")
    @classmethod
    def _ages_in_years(cls, data: Any) -> Any:
        if not isinstance(data, dict) or data.get("kind") != ScopeKind.AGE:
            return data
        found = data.get("range")
        if isinstance(found, Range) and not found.unit:
            return {**data, "range": found.but(unit=YEARS)}
        if isinstance(found, dict) and not found.get("unit"):
            return {**data, "range": {**found, "unit": YEARS}}
        return data

    def __str__(self) -> str:
        return f"{self.kind} {self.name if self.range is None else self.range}"


def parse_scope(text: str) -> Scope:
    """Read a scope such as ``age 0 to 5``, ``area North`` or ``threshold 3 or more``.

    Words without one of these openings name a group of people.

    Raises:
        ReadingError: an age or threshold without a number, or an area without a name.
    """
    line = clean_line(text)
    match = _LEAD.fullmatch(line)
    if not match:
        if not line:
            raise ReadingError("A scope needs words, such as “age 0 to 5” or “area North”.")
        return Scope(kind=ScopeKind.GROUP, name=line)
    kind = _kind(match["kind"])
    if not match["rest"]:
        raise ReadingError(f"“{text}” is not complete. Write it like “age 0 to 5” or “area North”.")
    if kind in {ScopeKind.AREA, ScopeKind.GROUP}:
        return Scope(kind=kind, name=match["rest"])
    return Scope(kind=kind, range=parse_range(match["rest"]))


def _kind(word: str) -> ScopeKind:
    word = word.casefold()
    return ScopeKind.AGE if word == "aged" else ScopeKind(word.removesuffix("s"))
