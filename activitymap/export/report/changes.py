"""Versions of the map compared in a report, and today's form of a service with a newer one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from activitymap.export.report.blocks import Block, Bullets, Heading, Paragraph, Style
from activitymap.export.report.findings import action_text, capital
from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.comparing_versions import Comparison, Difference, compare_maps, newer_forms
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.days import day_text
from activitymap.model.judging import Level, Status
from activitymap.model.wording import joined, worded


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
            yield Bullets(_told(tertiary))
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

    What is new comes first, then what is gone and what was done; what is as it was is counted.
    """
    if found.is_empty:
        yield Paragraph(worded("Nothing has changed."))
    status = {frozenset(one.about): one.status for one in after.judgements}
    resolved = [one for one in found.gone if status.get(frozenset(one.about)) is Status.RESOLVED]
    gone = [one for one in found.gone if one not in resolved]
    parts: tuple[tuple[str, tuple[str, ...]], ...] = (
        (worded("New contradictions"), _told(found.new)),
        (worded("Contradictions that are gone or dismissed"), _told(gone)),
        (worded("Contradictions that are resolved"), _told(resolved)),
        (worded("Actions done"), tuple(map(action_text, found.done))),
        (worded("Changed"), _differences(found.changed)),
        (worded("Added"), _differences(found.added)),
        (worded("Removed"), _differences(found.removed)),
    )
    for title, items in parts:
        if items:
            yield Heading(f"{title} ({len(items)})", level=2)
            yield Bullets(items)
    if found.still:
        count = len(found.still)
        yield Heading(worded("Contradictions that are still there ({count})", count=count), level=2)
        yield Paragraph(_by_matter(found.still, after))


def _by_matter(found: Iterable[Contradiction], activity_map: ActivityMap) -> str:
    """Return how many contradictions there are on each matter, most first."""
    matters = {matter.id: matter.name for matter in activity_map.matters}
    counts = Counter(
        next((matters[one] for one in each.matters if one in matters), worded("on no matter"))
        for each in found
    )
    return joined(
        "; ",
        (worded("{name}: {count}", name=name, count=count) for name, count in counts.most_common()),
    )


def _told(found: Iterable[Contradiction]) -> tuple[str, ...]:
    return tuple(
        joined(" – ", (joined(" / ", (f"“{side.text}”" for side in one.sides)), one.told))
        for one in found
    )


def _differences(found: Iterable[Difference]) -> tuple[str, ...]:
    told = []
    for one in found:
        where = capital(joined(", ", (one.kind, one.where)))
        if one.before and one.after:
            words = worded("“{before}” became “{after}”", before=one.before, after=one.after)
        else:
            words = f"“{one.before or one.after}”"
        told.append(joined(": ", (where, words)))
    return tuple(told)
