"""What a report says of a map: one page to hand upward, then everything in order."""

from collections.abc import Iterator
from typing import NamedTuple

from activitymap.drawing.layout import lay_out
from activitymap.drawing.placed import Options
from activitymap.export.report.appendix import rules_used
from activitymap.export.report.blocks import (
    Block,
    Bullets,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Report,
    Style,
)
from activitymap.export.report.comparison import services_compared, versions_compared
from activitymap.export.report.findings import agreed, finding_blocks, finding_title
from activitymap.export.report.needs import needs_blocks
from activitymap.model.activity_map import ActivityMap
from activitymap.model.agenda import agenda
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.well_or_not import well_or_not
from activitymap.model.wording import worded

LANGUAGE = "en-GB"
MOST_IMPORTANT = 3


class Subject(NamedTuple):
    """A map and what was found in it."""

    map: ActivityMap
    detection: Detection


def report(activity_map: ActivityMap) -> Report:
    """Return the report of a map: equal maps give equal reports."""
    detection = detect(activity_map)
    title = activity_map.title or worded("Activity map")
    blocks = [
        Heading(title),
        *_front(Subject(activity_map, detection)),
        NewPage(),
        Heading(worded("The contradictions")),
        *_all(Subject(activity_map, detection)),
        NewPage(),
        *needs_blocks(activity_map),
        *services_compared(activity_map, detection),
        *versions_compared(activity_map),
        NewPage(),
        *rules_used(activity_map, detection),
    ]
    return Report(title, LANGUAGE, tuple(blocks))


def _front(subject: Subject) -> Iterator[Block]:
    """Yield the page that a manager hands upward."""
    activity_map, detection = subject
    systems = ", ".join(system.name for system in activity_map.systems)
    if not systems:
        yield Paragraph(worded("The map is empty: no service is drawn yet."))
        return
    yield Paragraph(worded("Services: {names}.", names=systems), Style.QUIET)
    yield Figure(lay_out(activity_map, detection, Options(title=False)), height=0.42)
    yield Heading(worded("What matters most, from the needs’ side"), level=2)
    first = agenda(detection)[:MOST_IMPORTANT]
    if not first:
        yield Paragraph(_all_is_well(activity_map, detection))
    for number, one in enumerate(first, start=1):
        yield Paragraph(one.told, label=f"{number}. {finding_title(one, activity_map)}:")
        needs = {need.id: need for need in activity_map.needs}
        told = [
            worded("Need: “{need}”", need=needs[need].text)
            + (f" ({needs[need].whose})" if needs[need].whose else "")
            for need in one.needs
        ]
        if told:
            yield Paragraph(" ".join(told), Style.QUOTE)
    yield Heading(worded("What was agreed"), level=2)
    actions = agreed(activity_map)
    if actions:
        yield Bullets(actions)
    else:
        yield Paragraph(worded("Nothing is agreed yet."))


def _all_is_well(activity_map: ActivityMap, detection: Detection) -> str:
    """Return why no contradiction is told: all is well, or nothing could be compared yet."""
    verdict = well_or_not(activity_map, detection)
    return verdict.words if verdict else ""


def _all(subject: Subject) -> Iterator[Block]:
    """Yield every contradiction, by matter, and then what is gone."""
    activity_map, detection = subject
    if not detection.contradictions and not detection.gone:
        yield Paragraph(_all_is_well(activity_map, detection))
    count = 0
    for group in detection.groups:
        yield Heading(group.name if group.matter else worded("On no matter"), level=2)
        for one in group.contradictions:
            count += 1
            yield from finding_blocks(one, activity_map, count)
    yield from _others(worded("Same matter, not linked"), detection.unlinked, activity_map, count)
    count += len(detection.unlinked)
    gone = worded("Judged or discussed, and no longer found")
    yield from _others(gone, detection.gone, activity_map, count)


def _others(
    title: str, found: tuple[Contradiction, ...], activity_map: ActivityMap, count: int
) -> Iterator[Block]:
    if found:
        yield Heading(title, level=2)
    for number, one in enumerate(found, start=count + 1):
        yield from finding_blocks(one, activity_map, number)
