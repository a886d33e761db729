"""Services compared in a report."""

from collections.abc import Iterator, Mapping

from activitymap.export.report.blocks import Block, Heading, Paragraph, Table
from activitymap.export.report.findings import capital
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import (
    Meeting,
    Pair,
    between_services,
    dividing_matters,
    matrix_legend,
    meeting_words,
    meetings,
    total,
)
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.finding import Detection
from activitymap.model.well_or_not import well_or_not
from activitymap.model.wording import worded

MOST_COLUMNS = 6
"""Services beside one another in a table; more of them begin another one."""


def services_compared(activity_map: ActivityMap, detection: Detection) -> Iterator[Block]:
    """Yield how often each two services pull apart and together, and on which matters."""
    systems = activity_map.systems
    if len(systems) < 2:
        return
    yield Heading(worded("The services compared"))
    found = meetings(activity_map, detection, agreements(activity_map))
    if any(meeting.contradictions or meeting.agreements for meeting in found.values()):
        yield Paragraph(matrix_legend())
        yield from _matrix(activity_map, found)
    else:
        verdict = well_or_not(activity_map, between_services(detection))
        yield Paragraph(verdict.words if verdict else matrix_legend())
    matters = dividing_matters(detection)
    if matters:
        names = {system.id: system.name for system in systems}
        yield Heading(worded("What divides most services"), level=2)
        yield Table(
            (worded("Matter"), worded("Contradictions"), worded("Services")),
            tuple(
                (
                    capital(one.name),
                    str(len(one.contradictions)),
                    ", ".join(names[system] for system in one.systems),
                )
                for one in matters
            ),
            (2.0, 1.0, 3.0),
        )


def _matrix(activity_map: ActivityMap, found: Mapping[Pair, Meeting]) -> Iterator[Block]:
    """Yield the half of the square in which each pair stands once, and all of each service."""
    systems = activity_map.systems
    for start in range(0, len(systems), MOST_COLUMNS):
        part = systems[start : start + MOST_COLUMNS]
        rows = tuple(
            (
                one.name,
                *(
                    _cell(found[frozenset((one.id, other.id))]) if place >= number else ""
                    for number, other in enumerate(part, start=start)
                ),
                _cell(total(found, one.id)),
            )
            for place, one in enumerate(systems)
            if place >= start
        )
        titles = ("", *(system.name for system in part), worded("Altogether"))
        yield Table(titles, rows, (1.2, *(1.0 for _ in part), 1.35))


def _cell(meeting: Meeting) -> str:
    return "\n".join(meeting_words(meeting)) or "–"
