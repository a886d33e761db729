"""The *limit* slot: a number somebody must keep to, how often something happens, or no limit."""

import re
from fractions import Fraction
from typing import NamedTuple

from activitymap.errors import ReadingError
from activitymap.model.slots.quantity import NUMBER_WORDS, Range, base_unit, parse_range
from activitymap.model.text import clean_line

_OPEN = re.compile(
    r"open[- ]ended|however (?:long|many|much)(?: .*)?|(?:for )?as (?:long|many|much) as .*|"
    r"no (?:time )?limit|unlimited|without (?:a |any )?(?:time )?limit"
)
_EVERY = re.compile(
    r"(?P<bound>at least |at most |no more than )?(?:every|each|once every) (?P<rest>.+)"
)
_TIMES = re.compile(
    r"(?P<bound>at least |at most |no more than |up to )?(?P<count>once|twice|(?:\d+|\w+) times) "
    r"(?:a|an|per|each|every) (?P<unit>.+)"
)
_REGULAR = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_OTHER = {"every other": "2", "every second": "2", "every third": "3"}


class Limit(Range):
    """A range somebody keeps to; with ``every``, the gap between two times that something happens.

    ``open_ended`` ("however long it takes") has no ends and is a statement of its own.
    """

    every: bool = False
    open_ended: bool = False

    def __str__(self) -> str:
        if self.open_ended:
            return "open-ended"
        if not self.every:
            return super().__str__()
        if self.at_least == self.at_most:
            count = "" if self.at_least == 1 else f"{self.at_least} "
            return f"every {count}{self.unit}".strip()
        # More often means a smaller gap.
        if self.at_least is None:
            return f"at least every {self.at_most} {self.unit}".strip()
        if self.at_most is None:
            return f"at most every {self.at_least} {self.unit}".strip()
        return f"every {self.at_least} to {self.at_most} {self.unit}".strip()


class Interval(NamedTuple):
    """A range in its base unit: ``low`` to ``high``, ``None`` where it is open."""

    unit: str
    every: bool
    low: Fraction | None
    low_open: bool
    high: Fraction | None
    high_open: bool


def interval(limit: Range) -> Interval:
    """Return ``limit`` in its base unit (hours for time)."""
    unit, factor = base_unit(limit.unit)
    low, high = (
        # A third of a week is stored as a decimal; it should be a third again.
        None if end is None else Fraction(end).limit_denominator(10_000) * factor
        for end in (limit.at_least, limit.at_most)
    )
    every = isinstance(limit, Limit) and limit.every
    return Interval(unit, every, low, limit.more_than, high, limit.less_than)


def comparable(one: Interval, other: Interval) -> bool:
    """Whether the two speak of the same quantity: a bare number can be a count of anything."""
    if one.every != other.every:
        return False
    units = {one.unit, other.unit}
    return len(units) == 1 or ("" in units and not units & {"hour", "percent"})


def disjoint(one: Interval, other: Interval) -> bool:
    """Whether no value lies in both; only for intervals that are `comparable`."""
    return _lies_below(one, other) or _lies_below(other, one)


def _lies_below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def parse_limit(text: str) -> Limit:
    """Read a limit such as ``at most 24 hours``, ``every 6 weeks`` or ``open-ended``.

    Raises:
        ReadingError: the words are none of these.
    """
    words = clean_line(text).casefold()
    if _OPEN.fullmatch(words):
        return Limit(open_ended=True)
    if words in _REGULAR:
        return Limit(at_least=1, at_most=1, unit=_REGULAR[words], every=True)
    if match := _TIMES.fullmatch(words):
        return _times(match, text)
    if match := _EVERY.fullmatch(_plain_every(words)):
        return _every(match, text)
    return Limit(**dict(parse_range(text)))


def _plain_every(words: str) -> str:
    for phrase, number in _OTHER.items():
        words = words.replace(phrase, f"every {number}")
    return words


def _every(match: re.Match[str], text: str) -> Limit:
    rest = match["rest"]
    if rest.split()[0] not in NUMBER_WORDS and not rest[0].isdigit():
        rest = f"1 {rest}"
    return _with_bound(match["bound"], parse_range(rest), text)


def _times(match: re.Match[str], text: str) -> Limit:
    word = match["count"].removesuffix(" times")
    count = {"once": 1, "twice": 2}.get(word) or NUMBER_WORDS.get(word)
    if count is None:
        if not word.isdigit() or int(word) == 0:
            raise ReadingError(f"“{text}” does not say how often. Write it like “every 6 weeks”.")
        count = int(word)
    period = parse_range(f"1 {match['unit']}")
    gap = 1 if count == 1 else round(1 / count, 6)
    return _with_bound(match["bound"], period.but(at_least=gap, at_most=gap), text)


def _with_bound(bound: str | None, gap: Range, text: str) -> Limit:
    if base_unit(gap.unit)[0] != "hour" and gap.unit:
        raise ReadingError(
            f"“{text}” does not say how often in days, weeks, months or years. "
            "Write it like “every 6 weeks”."
        )
    # "At least every week" is a gap of a week at the most.
    return Limit(
        at_least=None if bound == "at least " else gap.at_least,
        at_most=None if bound and bound != "at least " else gap.at_most,
        unit=gap.unit,
        every=True,
    )
