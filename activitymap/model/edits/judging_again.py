"""Judging once more: how the group sees a contradiction otherwise than the rules stays said."""

import datetime
from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.edits.change import Change
from activitymap.model.edits.judging import judge_found
from activitymap.model.judging import Hands, Status


def judge_again(
    activity_map: ActivityMap,
    found: Contradiction,
    status: Status,
    date: datetime.date,
    reason: str,
    present: Iterable[str],
    hands: Hands | None = None,
) -> Change:
    """Record another status, with the words, level, kind and showing of the judgement that stands.

    ``present`` are names or roles. On what it depends stays said unless there is no clash at all.
    """
    last = found.standing
    depends = last.depends_on if last and status is not Status.DISMISSED else ""
    return judge_found(
        activity_map,
        found,
        status,
        date,
        reason=reason,
        present=present,
        hands=hands,
        depends_on=depends,
        text=last.text if last else "",
        level=last.level if last else None,
        kind=last.kind if last else None,
        showing=last.showing if last else None,
    )
