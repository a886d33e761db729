"""The needs in a report: in whose words, how sure, and who serves and hinders them."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Heading, Paragraph, Style, Table
from activitymap.export.report.findings import quoted, statement_text
from activitymap.model.activity_map import ActivityMap
from activitymap.model.days import day_words
from activitymap.model.need_words import alarms, gone_through, origin, said
from activitymap.model.needs_table import Cell, NeedRow, Stance, needs_table
from activitymap.model.wording import joined, worded

MOST_COLUMNS = 6
"""Services beside one another in a table; more of them begin another one."""
_SIGNS = {Stance.SERVES: "+", Stance.HINDERS: "–", Stance.BOTH: "+/–", Stance.SILENT: "·"}


def needs_blocks(activity_map: ActivityMap) -> Iterator[Block]:
    """Yield the needs table, and the statements behind its cells."""
    yield Heading(worded("The needs"))
    rows = needs_table(activity_map)
    if not rows:
        yield Paragraph(worded("No need is written down yet."))
        return
    systems = activity_map.systems
    for start in range(0, max(len(systems), 1), MOST_COLUMNS):
        part = systems[start : start + MOST_COLUMNS]
        yield Table(
            (worded("Need"), *(system.name for system in part)),
            tuple(
                (
                    said(row.need),
                    *(
                        f"{_SIGNS[cell.stance]} {worded(str(cell.stance))}"
                        for cell in row.cells[start : start + MOST_COLUMNS]
                    ),
                )
                for row in rows
            ),
            (2.2, *(1.0 for _ in part)),
        )
    yield Paragraph(
        worded(
            "+ serves the need, – hinders it, +/– does both, · is silent: nothing that the service "
            "says bears on it."
        ),
        Style.QUIET,
    )
    for row in rows:
        yield from _need(row)


def _need(row: NeedRow) -> Iterator[Block]:
    told = alarms(row.service, row.torn)
    yield Heading(said(row.need), level=3)
    line = joined("; ", (origin(row.need), gone_through(row.need)))
    yield Paragraph(line, Style.QUIET, kept=bool(told))
    for alarm in told:
        yield Paragraph(alarm, Style.STRONG)
    for cell in row.cells:
        yield from _behind(cell)
    for quote in row.need.quotes:
        yield Paragraph(quoted(quote.text, quote.source, day_words(quote.date)), Style.QUOTE)


def _behind(cell: Cell) -> Iterator[Block]:
    for mark in cell.marks:
        label = joined(" ", (cell.system.name, f"{worded(str(mark.bearing))}:"))
        yield Paragraph(statement_text(mark.statement), label=label)
