"""Days in words, alike on every machine: they come from no clock and no system's language."""

import datetime
import re
from collections.abc import Iterator

from activitymap.model.activity_map import ActivityMap
from activitymap.model.wording import worded

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def day_text(day: datetime.date) -> str:
    """Return a day as British readers write it, such as 14 September 2026."""
    month = worded(_MONTHS[day.month - 1])
    return worded("{day} {month} {year}", day=day.day, month=month, year=day.year)


def day_words(text: str) -> str:
    """Return what somebody typed for a day, where it is one in figures (2026-09-14) in words."""
    if not _ISO.fullmatch(text):
        return text
    try:
        return day_text(datetime.date.fromisoformat(text))
    except ValueError:
        return text


def last_day(activity_map: ActivityMap) -> datetime.date | None:
    """Return the day on which a group last judged, discussed or did something, if it ever did."""
    return max(_days(activity_map), default=None)


def _days(activity_map: ActivityMap) -> Iterator[datetime.date]:
    yield from (one.date for one in activity_map.judgements)
    yield from (one.date for one in activity_map.versions)
    for discussion in activity_map.discussions:
        yield discussion.date
        yield from (action.done for action in discussion.actions if action.done)
