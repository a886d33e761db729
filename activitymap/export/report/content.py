"""What a report says of a map: one page to hand upward, then everything in order."""

from collections.abc import Iterator

from activitymap.export.report.appendix import rules_used
from activitymap.export.report.blocks import Block, Heading, NewPage, Paragraph, Report
from activitymap.export.report.changes import versions_compared
from activitymap.export.report.comparison import services_compared
from activitymap.export.report.findings import capital, finding_blocks
from activitymap.export.report.front import front_page, nothing_open
from activitymap.export.report.needs import needs_blocks
from activitymap.export.report.plates import map_on_pages
from activitymap.export.report.services import services_told
from activitymap.export.report.trail import trail_of_judgements
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.wording import worded

LANGUAGE = "en-GB"
PART = 0.35
"""How much of a page must be left for a new part to begin on it, from 0 to 1."""


def report(activity_map: ActivityMap, since: str = "") -> Report:
    """Return the report of a map: equal maps give equal reports.

    What has changed is told from the version of the id ``since`` on, or from the last one
    that differs.
    """
    detection = detect(activity_map)
    blocks: list[Block] = [
        front_page(activity_map, detection),
        *map_on_pages(activity_map, detection),
        Heading(worded("The contradictions")),
        *_contradictions(activity_map, detection),
    ]
    for part in (
        needs_blocks(activity_map),
        services_compared(activity_map, detection),
        versions_compared(activity_map, detection, since),
        services_told(activity_map),
        trail_of_judgements(activity_map),
        rules_used(activity_map, detection),
    ):
        made = list(part)
        blocks += [NewPage(PART), *made] if made else []
    return Report(activity_map.title or worded("Activity map"), LANGUAGE, tuple(blocks))


def _contradictions(activity_map: ActivityMap, detection: Detection) -> Iterator[Block]:
    """Yield every contradiction, by matter, and then what is gone."""
    if not detection.contradictions:
        yield Paragraph(nothing_open(detection, activity_map))
    parts: list[tuple[str, tuple[Contradiction, ...]]] = [
        (capital(group.name) if group.matter else worded("On no matter"), group.contradictions)
        for group in detection.groups
    ]
    parts.append((worded("Same matter, not linked"), detection.unlinked))
    parts.append((worded("Judged or discussed, and no longer found"), detection.gone))
    count = 0
    for title, found in parts:
        if found:
            yield Heading(title, level=2)
        for one in found:
            count += 1
            yield from finding_blocks(one, activity_map, count)
