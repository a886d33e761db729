"""Fixed hours, days and windows of the week, as people say them."""

import re

from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.clock import WEEKDAYS, WEEKEND, Day, Time

_TABLE = table("times")
BUSY = _TABLE["busy"]
BY_THEN = _TABLE["by then"]
_HOURS = {
    word: hour
    for hour, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_H = r"(?:\d{1,2}|" + "|".join(_HOURS) + ")"


def _at_clock(end: str) -> str:
    """Return the pattern of an hour whose groups begin with ``end``."""
    return (
        rf"(?:(?:(?P<{end}part>half(?: past)?|quarter past|quarter to) )?(?P<{end}hour>{_H})"
        rf"(?:[:.](?P<{end}minute>[0-5]\d))?(?: ?(?P<{end}half>am|pm|a\.m\.|p\.m\.|o'clock))?"
        rf"|(?P<{end}named>noon|midday|midnight|bedtime|lunchtime|teatime))"
    )


_NOT_HOUR = (
    r"(?! ?(?:%|per|working|school|weeks?|days?|months?|hours?|minutes?|years?|"
    r"visits?|people|sessions?|times|of (?!the clock)|or more|and (?:over|under)|"
    r"homes|children|families|pounds|year|months|pages|words|-))(?![\w:])"
)
_BETWEEN = re.compile(
    rf"(?<![\w-])(?:between |from )?{_at_clock('a')}(?: to | till | until | and |-|"
    rf" - ){_at_clock('b')}{_NOT_HOUR}"
)
_FROM = re.compile(
    rf"(?<![\w-])(?:after|from|not before|no earlier than|starting at|"
    rf"opens? at) {_at_clock('a')}{_NOT_HOUR}"
)
_UNTIL = re.compile(
    rf"(?<![\w-])(?:until|till|by|before|up to|not after|no later than|closes? at|"
    rf"ends? at|finish(?:es)? at) {_at_clock('b')}{_NOT_HOUR}"
)
_EARLIEST = re.compile(
    rf"(?<![\w-])(?:{_at_clock('a')})(?: at the earliest| onwards| or later)(?!\w)"
)
_LATEST = re.compile(
    rf"(?<![\w-])(?:{_at_clock('b')})(?: at the (?:very )?latest| or earlier)(?!\w)"
)
_AT = re.compile(rf"(?<![\w-])at {_at_clock('a')}{_NOT_HOUR}")
_SPOKEN = re.compile(
    rf"(?<![\w-])(?P<apart>half past|quarter past|quarter to) (?P<ahour>{_H})(?!\w)"
)
_SHUT = re.compile(
    rf"(?<![\w-])(?:shuts?|closes?|ends?|stops?|finish(?:es)?|close|lock(?:s|"
    rf"ed)?) (?:up )?at (?:{_at_clock('b')}){_NOT_HOUR}"
)
_BARE = re.compile(
    r"(?<![\w:.£$-])(?P<ahour>[01]?\d|"
    r"2[0-3])(?:[:.](?P<aminute>[0-5]\d))(?: ?(?P<ahalf>am|pm))?(?![\w%])|"
    r"(?<![\w:.-])(?P<chour>1?\d) ?(?P<chalf>am|pm)(?!\w)"
)
_DAYS: dict[str, tuple[Day, ...]] = {day.value.lower(): (day,) for day in Day}
_DAYS |= {day.value[:3].lower(): (day,) for day in Day}
_DAYS |= {"tues": (Day.TUESDAY,), "thur": (Day.THURSDAY,), "thurs": (Day.THURSDAY,)}
_DAYS |= {"weekday": WEEKDAYS, "weeknight": WEEKDAYS, "weekend": WEEKEND}
_DAY = re.compile(
    r"(?<![\w-])(?P<day>"
    + "|".join(sorted(_DAYS, key=len, reverse=True))
    + r")s?(?:(?:-to-| to | - |-)(?P<last>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*))?(?!\w)"
)
_PARTS = {
    "morning": ("00:00", "12:00"),
    "a.m.": ("08:00", "12:00"),
    "afternoon": ("12:00", "18:00"),
    "p.m.": ("12:00", "18:00"),
    "evening": ("17:00", "24:00"),
    "weeknight": ("17:00", "24:00"),
    "night": ("20:00", "08:00"),
    "nighttime": ("20:00", "08:00"),
    "overnight": ("20:00", "08:00"),
    "daytime": ("08:00", "18:00"),
    "working hours": ("09:00", "17:00"),
    "office hours": ("09:00", "17:00"),
    "out of hours": ("17:00", "09:00"),
    "school hours": ("09:00", "15:30"),
}
_PART = re.compile(
    r"(?<![\w-])(?P<part>"
    + "|".join(sorted(_PARTS, key=len, reverse=True)).replace(".", r"\.")
    + r")s?(?!\w)"
)
_NAMED = {
    "noon": 720,
    "midday": 720,
    "midnight": 1440,
    "bedtime": 1200,
    "lunchtime": 750,
    "teatime": 1020,
}


def time(main: Sentence) -> Found[Time] | None:
    """Return the hour, window or days that a text names."""
    days, spans = _days(main)
    part = _PART.search(main.lower)
    late = bool(part and part["part"] in {"evening", "night", "weeknight"}) or bool(
        re.search(r"\b(?:in by|home by|back by|asleep|bed|lights out|supper|tea)\b", main.lower)
    )
    hours = _hours(main, late=late)
    if hours:
        start, end, span = hours
        return Found(Time(days=days, start=start, end=end), tuple(sorted([*spans, span])))
    if part and (
        days
        or part["part"] not in {"morning", "night"}
        or re.search(rf"(?:at|every|in the|each|the) {part['part']}|{part['part']}s", main.lower)
    ):
        start, end = _PARTS[part["part"]]
        return Found(
            Time(days=days, start=start, end=end), tuple(sorted({*spans, Span(*part.span())}))
        )
    if days:
        return Found(Time(days=days), tuple(spans))
    return None


def _days(main: Sentence) -> tuple[tuple[Day, ...], list[Span]]:
    named: set[Day] = set()
    spans = []
    for match in _DAY.finditer(main.lower):
        found = _DAYS[match["day"]]
        if match["last"] and len(found) == 1:
            week = list(Day)
            first, last = week.index(found[0]), week.index(_day(match["last"]))
            found = tuple(
                week[first : last + 1] if first <= last else week[first:] + week[: last + 1]
            )
        named.update(found)
        spans.append(Span(*match.span()))
    return tuple(day for day in Day if day in named), spans


def _day(name: str) -> Day:
    return next(day for day in Day if day.value[:3].lower() == name[:3])


def _hours(main: Sentence, *, late: bool) -> tuple[str | None, str | None, Span] | None:
    for shape in (_BETWEEN, _EARLIEST, _LATEST, _FROM, _UNTIL, _SHUT, _AT, _BARE, _SPOKEN):
        match = shape.search(main.lower)
        if not match:
            continue
        found = match.groupdict()
        if shape is _BARE and found.get("chour"):
            found |= {"ahour": found["chour"], "ahalf": found["chalf"]}
        start, end = _minute(found, "a", late=late), _minute(found, "b", late=late)
        if shape in {_AT, _BARE, _SPOKEN}:
            end = start
        if start is None and end is None:
            continue
        if shape is _BETWEEN:
            if start is None or end is None or not _is_clock(main, match):
                continue
            if start < 420 and end <= 720 and end < start + 720 and start >= 60:
                start += 720
            if end < start and end <= 720:
                end += 720
        return _clock(start), _clock(end), Span(*match.span())
    return None


def _is_clock(main: Sentence, match: re.Match[str]) -> bool:
    """Whether "nine to five" are hours and not a count or an age."""
    said = match[0]
    if re.search(r"[:.]\d\d|am|pm|o'clock|half|quarter|noon|midnight|midday", said):
        return True
    return bool(
        re.search(
            r"day|week|open|hours|phone|evening|morning|afternoon|night|term|till|visiting|doors",
            main.lower,
        )
    )


def _minute(found: dict[str, str | None], end: str, *, late: bool) -> int | None:
    if named := found.get(f"{end}named"):
        return _NAMED[named]
    word = found.get(f"{end}hour")
    if not word:
        return None
    hour = _HOURS.get(word) or int(word)
    if hour > 24:
        return None
    minute = int(found.get(f"{end}minute") or 0)
    half, part = found.get(f"{end}half"), found.get(f"{end}part") or ""
    if half in {"pm", "p.m."} and hour < 12:
        hour += 12
    elif half in {"am", "a.m."}:
        hour %= 12
    elif (not found.get(f"{end}minute") and hour <= 6) or (late and hour < 12):
        # Nobody meets at two in the night.
        hour += 12
    total = (
        hour * 60
        + minute
        + {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}.get(part, 0)
    )
    return total if total <= 1440 else None


def _clock(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"
