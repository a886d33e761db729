"""One meeting: whoever was present at a judgement is present until the day is over."""

import datetime

from activitymap.model.activity_map import ActivityMap


def present_on(activity_map: ActivityMap, day: datetime.date) -> tuple[str, ...]:
    """Return who was there at the last judgement of a day, or nobody."""
    for judgement in reversed(activity_map.judgements):
        if judgement.present:
            return judgement.present if judgement.date == day else ()
    return ()
