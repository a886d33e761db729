"""Every judgement that was ever made as rows: who judged what, when, why, and on which words.

Texts, slots and places are those that were judged, also where they are others today.
"""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.judging import GroundSide, Hands, Judgement, sides_of

Row = tuple[str, ...]

TRAIL_COLUMNS = (
    "date", "status", "answer", "services", "elements", "matters", "statements", "slots", "rules",
    "kind as found", "level as found", "text", "reason", "depends on", "kind", "level", "agree",
    "unsure", "disagree", "shows as", "present", "about", "id",
)  # fmt: skip
"""The columns of `trail_rows`; services, elements, statements and slots are in matching order."""


def trail_rows(activity_map: ActivityMap) -> tuple[Row, ...]:
    """Return a row for every judgement, the first one first, in `TRAIL_COLUMNS`.

    Several values in a cell are separated by `` | ``; a need has no element.
    """
    places = {
        statement.id: (system.name, str(statement.element))
        for system in activity_map.systems
        for statement in system.statements
    }
    return tuple(_row(one, places) for one in activity_map.judgements)


def _row(one: Judgement, places: dict[str, tuple[str, str]]) -> Row:
    hands = one.hands or Hands()
    counts = (hands.agree, hands.unsure, hands.disagree)
    sides = sides_of(one.grounds)
    where = [_place(side, places) for side in sides]
    return (
        one.date.isoformat(),
        str(one.status),
        str(one.answer or ""),
        _joined(service for service, _ in where),
        _joined(element for _, element in where),
        _joined(dict.fromkeys(side.matter for side in sides if side.matter)),
        _joined(side.text for side in sides),
        _joined("; ".join(f"{slot}: {words}" for slot, words in side.slots) for side in sides),
        _joined(dict.fromkeys(ground.rule for ground in one.grounds)),
        _joined(dict.fromkeys(str(ground.kind) for ground in one.grounds if ground.kind)),
        _joined(dict.fromkeys(str(ground.level) for ground in one.grounds if ground.level)),
        one.text,
        one.reason,
        one.depends_on,
        str(one.kind or ""),
        str(one.level or ""),
        *(str(count) if one.hands else "" for count in counts),
        str(one.showing or ""),
        "; ".join(one.present),
        _joined(one.about),
        one.id,
    )


def _place(side: GroundSide, places: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return where a side stood; of one judged before that was kept, where it stands today."""
    if side.service:
        return side.service, str(side.element or "")
    return places.get(side.id, ("", ""))


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(parts)
