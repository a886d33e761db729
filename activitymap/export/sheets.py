"""What a map holds as sheets of rows: statements, contradictions, needs, actions, judgements.

Statements stand in the columns that the import reads, so that their way out and in again changes
nothing; the other sheets are for reading and counting.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from activitymap.export.tables import COLUMNS as FINDING_COLUMNS
from activitymap.export.tables import cell, rows
from activitymap.export.trail import TRAIL_COLUMNS, trail_rows
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.needs_table import needs_table
from activitymap.model.reading import Reading, slot_text
from activitymap.model.storage.sheet_columns import CARD, COLUMNS, NEED, SHARED_OBJECT, YES
from activitymap.model.values import Matter, MatterKind, Need, Quote, State, Statement

Row = tuple[str, ...]
Cells = dict[str, str]


class Sheet(NamedTuple):
    """A named table of texts."""

    name: str
    header: Row
    rows: tuple[Row, ...]


def statements(activity_map: ActivityMap) -> Sheet:
    """Return all statements, shared objects and needs in the columns of the import.

    A statement with several cards or quotes has a row for each.
    """
    found = [
        *_statement_rows(activity_map),
        *(
            {"service": system.name, "element": SHARED_OBJECT, "statement": shared.name}
            for shared in activity_map.shared_objects
            for system in activity_map.systems
            if system.id in shared.systems
        ),
        *_need_rows(activity_map),
    ]
    return Sheet(
        "statements",
        COLUMNS,
        tuple(tuple(one.get(column, "") for column in COLUMNS) for one in found),
    )


def _statement_rows(activity_map: ActivityMap) -> Iterator[Cells]:
    matters = {matter.id: matter for matter in activity_map.matters}
    for system in activity_map.systems:
        if not system.statements:
            yield {"service": system.name}
        for one in system.statements:
            first = {"service": system.name, "element": str(one.element), "statement": one.text}
            cards = [_card_cells(card, matters) for card in one.readings] or [{}]
            quotes = [_quote_cells(quote) for quote in one.quotes] or [{}]
            yield {**first, **_marks(one), **cards[0], **quotes[0]}
            yield from ({**first, **card} for card in cards[1:])
            yield from ({**first, **quote} for quote in quotes[1:])


def _marks(one: Statement) -> Cells:
    return {
        "state": "" if one.state is State.PRESENT else str(one.state),
        "context": str(one.context or ""),
        "force": str(one.force or ""),
    }


def _card_cells(card: Reading, matters: dict[str, Matter]) -> Cells:
    cells = {name: slot_text(card, name.replace(" ", "_")) for name in CARD}
    cells["confirmed"] = YES if card.confirmed else ""
    if card.matter is not None:
        matter = matters[card.matter]
        cells["matter"] = matter.name
        cells["matter kind"] = "" if matter.kind is MatterKind.JOINT else str(matter.kind)
    return cells


def _quote_cells(quote: Quote) -> Cells:
    return {"quote": quote.text, "source": quote.source, "date": quote.date}


def _need_rows(activity_map: ActivityMap) -> Iterator[Cells]:
    names = {matter.id: matter.name for matter in activity_map.matters}
    for need in activity_map.needs:
        yield {
            "service": need.whose,
            "element": NEED,
            "statement": need.text,
            "matter": names[need.matter] if need.matter else "",
            "quote": need.quotes[0].text if need.quotes else "",
            "source": need.source,
            "date": need.date,
            "how sure": str(need.basis or ""),
            "gone through": YES if need.reviewed else "",
        }


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
    """Return what was agreed, with the texts that it is about."""
    return Sheet(
        "actions",
        ("contradiction", "action", "who", "by when", "deliberately nothing", "done", "id"),
        tuple(
            (
                " | ".join(side.text for side in discussion.sides if side.text),
                action.text,
                action.who,
                action.when,
                YES if action.nothing else "",
                action.done.isoformat() if action.done else "",
                action.id,
            )
            for discussion in activity_map.discussions
            for action in discussion.actions
        ),
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
