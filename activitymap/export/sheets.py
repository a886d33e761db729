"""What a map holds as sheets of rows: statements, contradictions, needs, actions, judgements.

Statements stand in the columns that the import reads, so that their way out and in again changes
no finding; the other sheets are for reading and counting.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from activitymap.export.statement_rows import Row, statement_rows
from activitymap.export.tables import COLUMNS as FINDING_COLUMNS
from activitymap.export.tables import cell, rows
from activitymap.export.trail import TRAIL_COLUMNS, trail_rows
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Detection
from activitymap.model.discussing import Discussion
from activitymap.model.needs_table import needs_table
from activitymap.model.storage.sheet_columns import COLUMNS, YES
from activitymap.model.values import Need


class Sheet(NamedTuple):
    """A named table of texts."""

    name: str
    header: Row
    rows: tuple[Row, ...]


def statements(activity_map: ActivityMap) -> Sheet:
    """Return all that services say, and what joins it, in the columns of the import."""
    return Sheet("statements", COLUMNS, statement_rows(activity_map))


def contradictions(activity_map: ActivityMap) -> Sheet:
    """Return everything that was found, the most telling first, and then what is gone."""
    detection = detect(activity_map)
    table = rows(activity_map, (*detection.contradictions, *detection.gone))
    return Sheet(
        "contradictions",
        FINDING_COLUMNS,
        tuple(tuple(cell(row[column]) for column in FINDING_COLUMNS) for row in table),
    )


def needs(activity_map: ActivityMap) -> Sheet:
    """Return the needs by services, each cell saying serves, hinders, both or silent."""
    names = tuple(system.name for system in activity_map.systems)
    return Sheet(
        "needs",
        ("need", "whose", "how sure", "source", "date", *names),
        tuple(
            (*_need_cells(row.need), *(str(one.stance) for one in row.cells))
            for row in needs_table(activity_map)
        ),
    )


def _need_cells(need: Need) -> Row:
    return need.text, need.whose, str(need.basis or ""), need.source, need.date


def actions(activity_map: ActivityMap) -> Sheet:
    """Return what was agreed, with the texts that it is about, its matters and needs.

    The day is that of the last word in the discussion.
    """
    detection = detect(activity_map)
    return Sheet(
        "actions",
        (
            "contradiction", "action", "who", "by when", "deliberately nothing", "done", "id",
            "matter", "need", "agreed on",
        ),
        tuple(
            (
                " | ".join(side.text for side in discussion.sides if side.text),
                action.text,
                action.who,
                action.when,
                YES if action.nothing else "",
                action.done.isoformat() if action.done else "",
                action.id,
                *_about(discussion, activity_map, detection),
                discussion.date.isoformat(),
            )
            for discussion in activity_map.discussions
            for action in discussion.actions
        ),
    )  # fmt: skip


def _about(discussion: Discussion, activity_map: ActivityMap, detection: Detection) -> Row:
    """Return the matters and the needs of what was discussed, as far as it is still found."""
    one = detection.about(discussion.about)
    matters = {matter.id: matter.name for matter in activity_map.matters}
    needs = {need.id: need.text for need in activity_map.needs}
    return (
        " | ".join(matters[each] for each in (one.matters if one else ()) if each in matters),
        " | ".join(needs[each] for each in (one.needs if one else ()) if each in needs),
    )


def judgements(activity_map: ActivityMap) -> Sheet:
    """Return every judgement that was ever made, the first one first.

    Texts are those that were judged, also where they are others today.
    """
    return Sheet("judgements", TRAIL_COLUMNS, trail_rows(activity_map))


SHEETS: dict[str, Callable[[ActivityMap], Sheet]] = {
    "statements": statements,
    "contradictions": contradictions,
    "needs": needs,
    "actions": actions,
    "judgements": judgements,
}
"""The sheets of a map by name, in their order."""


def all_sheets(activity_map: ActivityMap) -> Iterable[Sheet]:
    """Yield every sheet of a map."""
    return (make(activity_map) for make in SHEETS.values())
