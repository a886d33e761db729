"""The appendix: by which rules the contradictions were found, and with which program."""

from collections import Counter
from collections.abc import Iterator

from activitymap import __version__
from activitymap.export.report.blocks import Block, Heading, Paragraph, Style, Table
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Detection
from activitymap.model.contradictions.rules.rule import Rule
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.storage.migrations import VERSION
from activitymap.model.wording import worded


def rules_used(activity_map: ActivityMap, detection: Detection) -> Iterator[Block]:
    """Yield the rules that found something with their versions, then those that did not."""
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
    used = [rule for rule in RULES.values() if found[rule.name]]
    if used:
        yield _used(used, found)
    others = [rule for rule in RULES.values() if not found[rule.name] and rule.name not in off]
    if others:
        yield Paragraph(_named(others), Style.QUIET, label=worded("Looked for, and not found:"))
    switched = [rule for rule in RULES.values() if rule.name in off]
    if switched:
        yield Paragraph(_named(switched), Style.QUIET, label=worded("Switched off:"))


def _used(rules: list[Rule], found: Counter[str]) -> Table:
    return Table(
        (
            worded("What it looks for"),
            worded("Found"),
            worded("Theory"),
            worded("Rule"),
            worded("Version"),
        ),
        tuple(
            (
                worded(rule.title),
                str(found[rule.name]),
                worded(rule.theory),
                rule.name,
                str(rule.version),
            )
            for rule in rules
        ),
        (2.4, 0.9, 4.1, 1.5, 0.9),
    )


def _named(rules: list[Rule]) -> str:
    """Return the titles of rules, each with its name and version."""
    return "; ".join(f"{worded(rule.title)} ({rule.name} {rule.version})" for rule in rules) + "."
