"""Recording whether services mean the same object, where they use the same word."""

import datetime
from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.gone import SORTED
from activitymap.model.edits.change import Change, system_of
from activitymap.model.edits.judging import judge
from activitymap.model.judging import Answer, Ground, GroundSide, Status


def say_whether_same(
    activity_map: ActivityMap,
    pairs: Iterable[tuple[str, str]],
    same: bool,
    date: datetime.date,
    reason: str,
) -> Change:
    """Record of pairs of objects, by the ids of their statements, that they are the same or not.

    It is a judgement on their texts, as in sorting: *together*, or *not the same matter*. If a
    text changes, the question comes back.
    """
    change = Change(activity_map)
    for pair in pairs:
        sides = tuple(GroundSide(id=one, text=system_of(activity_map, one)[1].text) for one in pair)
        step = judge(
            change.map,
            pair,
            Status.DISMISSED,
            date,
            [Ground(rule=SORTED, sides=sides)],
            reason=reason,
            answer=Answer.TOGETHER if same else Answer.NOT_THE_SAME,
        )
        change = Change(step.map, change.ids | step.ids)
    return change
