"""The page that a manager hands upward: the map in brief, what matters most, what was agreed.

Every text on it is short enough that all of it is one page, however much the map holds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from activitymap.drawing.measuring import width
from activitymap.drawing.summary import summary
from activitymap.export.geometry import POINTS
from activitymap.export.isolates import balanced
from activitymap.export.report.blocks import (
    Block,
    Figure,
    Front,
    Heading,
    Paragraph,
    Style,
    Table,
)
from activitymap.export.report.findings import capital, names_of, why_in_short
from activitymap.export.report.fitting import BODY, CELL, HIGH, SMALL, WIDE, height_of, row_height
from activitymap.model.activity_map import ActivityMap
from activitymap.model.agenda import agenda, one_of_each_matter
from activitymap.model.contradictions.finding import Contradiction, Detection, Side
from activitymap.model.contradictions.naming import FindingNames
from activitymap.model.days import day_text, day_words, last_day
from activitymap.model.discussing import Action, Discussion
from activitymap.model.judging import Status
from activitymap.model.need_words import said, with_claim
from activitymap.model.well_or_not import well_or_not
from activitymap.model.wording import joined, sentences, worded

MOST_IMPORTANT = 3
MOST_ACTIONS, FEWEST_ACTIONS = 6, 2
ROOM_FOR_HEADINGS = 95.0
"""Of the title of the actions, the header of their table, the line that counts the others, and
what is free around the figure."""
SHARES = (3.4, 1.5, 1.4, 2.0)
"""The widths of the columns of the actions (what, who, by when, about), in parts."""


class Agreed(NamedTuple):
    """An action with the discussion in which it was agreed."""

    action: Action
    discussion: Discussion


def front_page(activity_map: ActivityMap, detection: Detection) -> Block:
    """Return the first page of the report of a map."""
    title = Heading(within(activity_map.title or worded("Activity map"), 880, 18, bold=True))
    if not activity_map.systems:
        return Front((title, Paragraph(worded("The map is empty: no service is drawn yet."))))
    first = one_of_each_matter(agenda(detection))[:MOST_IMPORTANT]
    drawing = summary(activity_map, first)
    above: list[Heading | Paragraph] = [title, *_facts(activity_map, detection)]
    below = list(_most_important(activity_map, detection, first))
    closed = list(_closed(activity_map, detection))
    texts: list[Heading | Paragraph] = [*above, *below, *closed]
    taken = sum(map(height_of, texts)) + drawing.box.height * POINTS
    agreed = _agreed(activity_map, detection, HIGH - taken)
    return Front((*above, Figure(drawing), *below, *agreed, *closed))


def within(text: str, wide: float, size: float = BODY, bold: bool = False) -> str:
    """Return a text on one line of at most so many points; an ellipsis says that more was said."""
    line = " ".join(text.split())
    if width(line, size, bold) <= wide:
        return line
    fits = accumulate(width(character, size, bold) for character in line)
    kept = line[: sum(so_far <= wide - size for so_far in fits)]
    start, blank, _ = kept.rpartition(" ")
    if blank and len(start) > len(kept) / 2:
        kept = start
    (closed,) = balanced((kept.rstrip(" .,;:–-") + "…",))
    return closed


# What there is ------------------------------------------------------------------------------


def _facts(activity_map: ActivityMap, detection: Detection) -> Iterator[Paragraph]:
    """Yield the day, how many services there are, and how many contradictions in which state."""
    day = last_day(activity_map)
    count = len(activity_map.systems)
    services = worded("1 service") if count == 1 else worded("{count} services", count=count)
    several = (*detection.contradictions, *_resolved_and_gone(detection))
    found = counts_text(several) if several else ""
    yield Paragraph(joined(" · ", (day_text(day) if day else "", services, found)), Style.QUIET)


def _resolved_and_gone(detection: Detection) -> tuple[Contradiction, ...]:
    """Return what was resolved so well that nothing finds it any more."""
    return tuple(one for one in detection.gone if one.status is Status.RESOLVED)


def counts_text(found: Sequence[Contradiction]) -> str:
    """Return how many contradictions there are, and how many of them in which state."""
    counts = Counter(one.status for one in found)
    states = (
        (Status.CONFIRMED, "{count} confirmed"),
        (Status.RESOLVED, "{count} resolved"),
        (Status.DISMISSED, "{count} dismissed"),
        (Status.CANDIDATE, "{count} not yet looked at"),
    )
    changed = sum(one.changed for one in found)
    counts[Status.CANDIDATE] -= changed
    told = [worded(words, count=counts[state]) for state, words in states if counts[state]]
    if changed:
        told.append(worded("{count} changed since judged", count=changed))
    count = len(found)
    if count == 1:
        return worded("1 contradiction was found: {states}.", states=", ".join(told))
    return worded(
        "{count} contradictions were found: {states}.", count=count, states=", ".join(told)
    )


def nothing_open(detection: Detection, activity_map: ActivityMap) -> str:
    """Return why no contradiction is open: nothing clashed, or all of it was dealt with."""
    if not detection.contradictions and (
        detection.gone or activity_map.judgements or activity_map.discussions
    ):
        return worded(
            "No contradiction is found any more. What the group judged and discussed is kept "
            "on the following pages."
        )
    verdict = well_or_not(activity_map, detection)
    return verdict.words if verdict else ""


# What matters most --------------------------------------------------------------------------


def _most_important(
    activity_map: ActivityMap, detection: Detection, first: Sequence[Contradiction]
) -> Iterator[Heading | Paragraph]:
    yield Heading(worded("What matters most, from the needs’ side"), level=2)
    if not first:
        yield Paragraph(nothing_open(detection, activity_map))
    for number, one in enumerate(first, start=1):
        yield from _important(number, one, activity_map, detection)


def _important(
    number: int, one: Contradiction, activity_map: ActivityMap, detection: Detection
) -> Iterator[Paragraph]:
    """Yield a contradiction in few lines: the matter, both sides, why, and the need behind it."""
    title = within(f"{number}. {_title(one, activity_map, detection)}:", WIDE, bold=True)
    sides = list(dict.fromkeys(_side(side, activity_map) for side in one.sides))
    told = within(sides[0], WIDE)
    for side in sides[1:2]:
        told = worded("{one} against {other}", one=told, other=within(side, WIDE))
    why = within(why_in_short(one), 1.5 * WIDE) if one.matters else ""
    yield Paragraph(sentences((told, why)), label=title)
    needs = {need.id: need for need in activity_map.needs}
    behind = [
        with_claim(needs[need]) for need in one.needs if all(side.id != need for side in one.sides)
    ]
    if behind:
        line = worded("Need: {need}", need=behind[0])
        yield Paragraph(within(line, WIDE - 24), Style.QUOTE)


def _title(one: Contradiction, activity_map: ActivityMap, detection: Detection) -> str:
    """Return the matter with how many open contradictions there are on it; or what it is."""
    matters = {matter.id: matter.name for matter in activity_map.matters}
    names = [matters[matter] for matter in one.matters if matter in matters]
    if not names:
        return why_in_short(one).rstrip(".")
    name = capital(names[0])
    others = sum(bool({*one.matters} & {*other.matters}) for other in agenda(detection)) - 1
    if not others:
        return name
    return joined(" ", (name, worded("(and {count} more on this matter)", count=others)))


def _side(side: Side, activity_map: ActivityMap) -> str:
    systems = {system.id: system.name for system in activity_map.systems}
    needs = {need.id: need for need in activity_map.needs}
    if side.id in needs:
        return joined(" – ", (needs[side.id].whose or worded("A need"), said(needs[side.id])))
    who = systems.get(side.system or "", "")
    return joined(" – ", (who, f"“{side.text}”" if side.text else ""))


# What was agreed ----------------------------------------------------------------------------


def _agreed(
    activity_map: ActivityMap, detection: Detection, room: float
) -> Iterator[Heading | Paragraph | Table]:
    """Yield what is still to be done: as many actions as fit into ``room`` points, but some."""
    yield Heading(worded("What was agreed"), level=2)
    several = list(_all_agreed(activity_map))
    todo = [one for one in several if not one.action.done and not one.action.nothing]
    if not several:
        yield Paragraph(worded("Nothing is agreed yet."))
    rows = [_row(one, activity_map, detection) for one in todo[:MOST_ACTIONS]]
    rows = rows[: max(FEWEST_ACTIONS, _fitting(rows, room - ROOM_FOR_HEADINGS))]
    if rows:
        header = (worded("What"), worded("Who"), worded("By when"), worded("About"))
        yield Table(header, tuple(rows), SHARES)
    more = len(todo) - len(rows)
    if more:
        yield Paragraph(
            worded("And {count} more, under the contradictions below.", count=more), Style.QUIET
        )


def _all_agreed(activity_map: ActivityMap) -> Iterator[Agreed]:
    for discussion in activity_map.discussions:
        yield from (Agreed(action, discussion) for action in discussion.actions)


def _row(one: Agreed, activity_map: ActivityMap, detection: Detection) -> tuple[str, ...]:
    """Return what, who, by when and about what, each in at most two lines."""
    action = one.action
    about = about_text(one.discussion, activity_map, detection)
    cells = (action.text, action.who, day_words(action.when), about)
    rooms = [1.7 * (WIDE * share / sum(SHARES) - 2 * CELL) for share in SHARES]
    return tuple(within(text, room, SMALL) for text, room in zip(cells, rooms, strict=True))


def about_text(discussion: Discussion, activity_map: ActivityMap, detection: Detection) -> str:
    """Return what a discussion is about: its matter, or else the texts of its sides."""
    one = detection.about(discussion.about)
    matters = {matter.id: matter.name for matter in activity_map.matters}
    names = [matters[matter] for matter in (one.matters if one else ()) if matter in matters]
    texts = [f"“{side.text}”" for side in discussion.sides if side.text]
    return capital(names[0]) if names else joined(" / ", texts)


def _fitting(rows: Sequence[tuple[str, ...]], room: float) -> int:
    """Return how many rows of actions there is room for, in points."""
    heights = accumulate(row_height(row, SHARES) for row in rows)
    return sum(height <= room for height in heights)


def _closed(activity_map: ActivityMap, detection: Detection) -> Iterator[Paragraph]:
    """Yield what is done, what was chosen, what is left on purpose, and what is resolved."""
    several = list(_all_agreed(activity_map))
    done = [
        joined(", ", (one.action.text, day_text(one.action.done)))
        for one in several
        if one.action.done
    ]
    ideas = [idea.text for one in activity_map.discussions for idea in one.ideas if idea.chosen]
    nothing = [one.action.text for one in several if one.action.nothing]
    names = FindingNames(activity_map)
    resolved = [
        joined(": ", (*names.matters(one)[:1], names_of(one, activity_map)))
        for one in (*detection.contradictions, *detection.gone)
        if one.status is Status.RESOLVED
    ]
    for label, texts in (
        (worded("Done:"), done),
        (worded("Chosen:"), ideas),
        (worded("Deliberately nothing:"), nothing),
        (worded("Resolved:"), resolved),
    ):
        if texts:
            yield Paragraph(_few(texts, WIDE - 130), label=label)


def _few(texts: Sequence[str], wide: float) -> str:
    """Return texts on one line, each once, with how many found no room."""
    several = list(dict.fromkeys(texts))
    told = [within(several[0], wide)]
    for text in several[1:]:
        if width(joined("; ", (*told, text)), BODY) > wide:
            break
        told.append(text)
    left = len(several) - len(told)
    more = worded("and {count} more", count=left) if left else ""
    return joined("; ", (*told, more))
