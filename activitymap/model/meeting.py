"""The meeting of a day: who is here, as far as it was said."""

from datetime import date

from activitymap.model.activity_map import ActivityMap


def present_on(activity_map: ActivityMap, day: date) -> tuple[str, ...]:
    """Return who was present at the last judgement of a day that names somebody; it is one meeting.

    Whoever judges next on that day need not type it again.
    """
    for judgement in reversed(activity_map.judgements):
        if judgement.present and judgement.date == day:
            return judgement.present
    return ()
