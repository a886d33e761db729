"""The *time* slot: a fixed hour or a window in the week, such as *Tuesday 14:00*."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from activitymap.errors import ReadingError
from activitymap.model.base import Value
from activitymap.model.text import clean_line

ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]
_DAY = 24 * 60


class Day(StrEnum):
    """A day of the week."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"


WEEKDAYS = tuple(Day)[:5]
WEEKEND = tuple(Day)[5:]

_GROUPS = {"weekday": WEEKDAYS, "weekend": WEEKEND, "day": (), "daily": (), "every day": ()}
_DAY_NAMES = {
    name: (day,) for day in Day for name in (day.value.casefold(), day.value[:3].casefold())
}
_DAY_NAMES |= {"tues": (Day.TUESDAY,), "thur": (Day.THURSDAY,), "thurs": (Day.THURSDAY,)}
_DAY_WORDS = _GROUPS | _DAY_NAMES
_PARTS = {
    "morning": ("00:00", "12:00"),
    "afternoon": ("12:00", "18:00"),
    "evening": ("18:00", "24:00"),
    "night": ("20:00", "08:00"),
}
_TIME = r"(?P<{0}>noon|midday|midnight|\d{{1,2}}(?:[:.]\d\d)?\s?(?:am|pm|o'clock)?)"
_WINDOW = re.compile(
    _TIME.format("start") + r"\s*(?:to|till|until|-|–|and)\s*" + _TIME.format("end")
)
_FROM = re.compile(r"(?:after|from|not before|no earlier than)\s+" + _TIME.format("start"))
_UNTIL = re.compile(
    r"(?:until|till|in by|by|before|up to|not after|no later than)\s+" + _TIME.format("end")
)
_AT = re.compile(r"(?:at\s+)?" + _TIME.format("start"))


class Time(Value):
    """A point (``start`` equals ``end``) or window in the week; no days means every day.

    A window whose end lies before its start runs over midnight.
    """

    days: tuple[Day, ...] = ()
    start: ClockTime | None = None
    end: ClockTime | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether this is one moment of the day rather than a window."""
        return self.start is not None and self.start == self.end

    def __str__(self) -> str:
        days = {WEEKDAYS: "weekdays", WEEKEND: "weekends"}.get(self.days)
        day_words = days or " and ".join(self.days)
        if self.is_fixed:
            return f"{day_words} {self.start}".strip()
        if self.start and self.end:
            return f"{self.start} to {self.end} {day_words}".strip()
        if self.start:
            return f"after {self.start} {day_words}".strip()
        if self.end:
            return f"until {self.end} {day_words}".strip()
        return day_words


def parse_time(text: str) -> Time:
    """Read a time such as ``Tuesday 14:00``, ``09:00 to 15:00 weekdays`` or ``until 21:00``.

    Raises:
        ReadingError: the words name neither a day nor a time, or something else beside them.
    """
    words = clean_line(text).casefold().replace(",", " ")
    days, rest = _take_days(words)
    start, end, rest = _take_hours(rest)
    rest = re.sub(r"\b(?:on|and|in|the|every|each|at|only)\b", " ", rest).strip()
    if rest or (not days and start is None and end is None):
        raise ReadingError(
            f"“{text}” is no day or time that can be read. Write it like “Tuesday 14:00”, "
            "“09:00 to 15:00 weekdays”, “after 15:30” or “until 21:00”."
        )
    return Time(days=days, start=start, end=end)


def _take_days(words: str) -> tuple[tuple[Day, ...], str]:
    names = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
    found: list[Day] = []
    span = re.search(rf"\b({names})s?\s*(?:to|-|–)\s*({names})s?\b", words)
    if span and span[1] in _DAY_NAMES and span[2] in _DAY_NAMES:
        week = list(Day)
        first, last = week.index(_DAY_NAMES[span[1]][0]), week.index(_DAY_NAMES[span[2]][0])
        found += week[first : last + 1] if first <= last else week[first:] + week[: last + 1]
        words = words[: span.start()] + " " + words[span.end() :]
    for match in re.finditer(rf"\b({names})s?\b", words):
        found += _DAY_WORDS[match[1]]
    words = re.sub(rf"\b({names})s?\b", " ", words)
    return tuple(day for day in Day if day in found), " ".join(words.split())


def _take_hours(words: str) -> tuple[str | None, str | None, str]:
    for name, (start, end) in _PARTS.items():
        if match := re.search(rf"\b{name}s?\b", words):
            return start, end, words[: match.start()] + words[match.end() :]
    for pattern in (_WINDOW, _FROM, _UNTIL, _AT):
        if match := pattern.search(words):
            found = match.groupdict()
            first = _clock(found["start"]) if found.get("start") else None
            last = _clock(found["end"]) if found.get("end") else None
            if pattern is _AT:
                last = first
            return first, last, words[: match.start()] + words[match.end() :]
    return None, None, words


def _clock(word: str) -> str:
    named = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(word)
    if named:
        return named
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?\s?(am|pm|o'clock)?", word)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 0)
    if match and match[3] in {"am", "pm"}:
        if hour > 12:
            hour = 99
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    if hour * 60 + minute > _DAY or minute > 59:
        raise ReadingError(f"“{word}” is no time of day. Write it like “14:00”.")
    return f"{hour:02}:{minute:02}"


def overlap(one: Time, other: Time) -> bool:
    """Whether some moment of the week lies in both."""
    days_one = set(one.days or Day)
    if not days_one & set(other.days or Day):
        return False
    return any(_meet(first, second) for first in _minutes(one) for second in _minutes(other))


def _minutes(time: Time) -> list[tuple[int, int]]:
    start = _minute(time.start) if time.start else 0
    end = _minute(time.end) if time.end else _DAY
    if start <= end:
        return [(start, end)]
    return [(start, _DAY), (0, end)]


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    # Two windows that only touch have no time in common; a fixed hour may lie on the edge.
    return start < end or (start == end and (one[0] == one[1] or other[0] == other[1]))
