"""The appendix: by which rules the contradictions were found, and with which program."""

from collections import Counter
from collections.abc import Iterator

from activitymap import __version__
from activitymap.export.report.blocks import Block, Heading, Paragraph, Style, Table
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Detection
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.storage.migrations import VERSION
from activitymap.model.wording import worded


def rules_used(activity_map: ActivityMap, detection: Detection) -> Iterator[Block]:
    """Yield the rules that were looked for, how often each found something, and their versions."""
    yield Heading(worded("Appendix: how contradictions were found"))
    yield Paragraph(
        worded(
            "Two statements on one matter, of services that are linked, are compared by the rules "
            "below. What they find is a candidate: activity theory means historically grown "
            "tensions, not any disagreement, so the group confirms or dismisses it. Levels are "
            "those of Engeström (1987): primary within one element, secondary between two elements "
            "of a service, tertiary between today’s form and a newer one, quaternary between "
            "neighbouring services."
        )
    )
    yield Paragraph(
        worded(
            "Activity Map {version}, file format {format}.", version=__version__, format=VERSION
        ),
        Style.QUIET,
    )
    found = Counter(reason.rule for one in detection.contradictions for reason in one.reasons)
    off = set(activity_map.rules_off)
    yield Table(
        (worded("Rule"), worded("What it looks for"), worded("Found"), worded("Theory")),
        tuple(
            (
                f"{rule.name} {rule.version}",
                worded(rule.title),
                worded("switched off") if rule.name in off else str(found[rule.name]),
                worded(rule.theory),
            )
            for rule in RULES.values()
        ),
        (1.6, 2.0, 0.9, 3.0),
    )
