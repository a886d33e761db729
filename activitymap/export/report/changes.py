"""Versions of the map compared in a report, and today's form of a service with a newer one."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Bullets, Heading, Paragraph, Style
from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.comparing_versions import Comparison, compare_maps, newer_forms
from activitymap.model.contradictions.finding import Detection
from activitymap.model.days import day_text
from activitymap.model.judging import Level
from activitymap.model.telling_changes import (
    contradictions_told,
    sections,
    still_by_matter,
    summary,
)
from activitymap.model.wording import worded


def versions_compared(
    activity_map: ActivityMap, detection: Detection, since: str = ""
) -> Iterator[Block]:
    """Yield what changed since a version, or the last one that differs, and what is planned."""
    planned = newer_forms(activity_map)
    if not activity_map.versions and not planned:
        return
    yield Heading(worded("What has changed"))
    if activity_map.versions:
        yield from _since(activity_map, since)
    for newer, older in planned:
        yield Heading(worded("{newer}, a newer form of {older}", newer=newer, older=older), level=2)
    if planned:
        tertiary = [one for one in detection.contradictions if one.level is Level.TERTIARY]
        if tertiary:
            told = worded("Contradictions between today’s form and the newer one (tertiary):")
            yield Paragraph(told, kept=True)
            yield Bullets(contradictions_told(tertiary))
        else:
            yield Paragraph(worded("Nothing clashes between today’s form and the newer one."))


def _since(activity_map: ActivityMap, since: str) -> Iterator[Block]:
    version, found = _last_that_differs(activity_map, since)
    yield Paragraph(
        worded("Since the version of {name}:", name=version_name(version)), Style.STRONG, kept=True
    )
    newest = activity_map.versions[-1]
    if not since and newest is not version:
        yield Paragraph(
            worded("The version of {name} is the map as it is.", name=version_name(newest)),
            Style.QUIET,
            kept=True,
        )
    yield from comparison_blocks(found, activity_map)


def version_name(version: Version) -> str:
    """Return the day of a version, with its name if it has one."""
    day = day_text(version.date)
    if not version.name:
        return day
    return worded("{day}, “{name}”", day=day, name=version.name)


def _last_that_differs(activity_map: ActivityMap, since: str) -> tuple[Version, Comparison]:
    """Return the version to compare with: the last one that is not the map as it is, if any.

    A group that keeps a version at the end of a meeting asks what the meeting changed.
    """
    versions = activity_map.versions
    newest = next((one for one in versions if one.id == since), versions[-1])
    found = compare_maps(newest.map, activity_map)
    if since or not found.is_empty:
        return newest, found
    for version in reversed(versions[:-1]):
        earlier = compare_maps(version.map, activity_map)
        if not earlier.is_empty:
            return version, earlier
    return newest, found


def comparison_blocks(found: Comparison, after: ActivityMap) -> Iterator[Block]:
    """Yield two states of a map compared, the later one of which is ``after``.

    What is as it was is counted, so that it does not bury what changed.
    """
    yield Paragraph(summary(found), Style.QUIET)
    for one in sections(found._replace(still=())):
        yield Heading(f"{one.title} ({len(one.items)})", level=2)
        yield Bullets(one.items)
    if found.still:
        count = len(found.still)
        yield Heading(worded("Contradictions that are still there ({count})", count=count), level=2)
        yield Paragraph(still_by_matter(found, after))
