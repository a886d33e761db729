"""Matters proposed from text: statements that go together, with the words that made them a group.

Statements of linked services are joined by average linkage over the scores of their pairs
(Sokal and Michener 1958), the likest first, as long as a group stays small enough to be read at a
glance. Nothing is decided: a proposal is there to be named, or left.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.reader.belief import content
from activitymap.model.contradictions.suggesting.suggest import Suggestion, suggestions
from activitymap.model.contradictions.words import stem, words
from activitymap.model.edits.same_matter import proposed_name
from activitymap.model.values import Statement

LARGEST = 8
"""Statements in the largest group; a larger one is a theme and not a matter."""
LEAST = 0.1
"""Average score below which statements are not joined."""
NAMED = 2
"""Shared words that make a name to begin with."""
ALL = 1_000_000


class Proposal(NamedTuple):
    """A matter that is proposed: a name to begin with, its statements, and why they go together."""

    name: str
    statements: tuple[str, ...]
    words: tuple[str, ...]


def proposals(activity_map: ActivityMap) -> tuple[Proposal, ...]:
    """Return matters for statements that have none, the largest first; equal maps, equal lists."""
    said = {one.id: one for system in activity_map.systems for one in system.statements}
    free = {
        identity for identity, one in said.items() if not any(card.matter for card in one.readings)
    }
    pairs = [
        one
        for one in suggestions(activity_map, most=ALL)
        if all(side.id in free for side in one.finding.sides)
    ]
    groups = [group for group in grouped(pairs) if len(group) > 1]
    order = {identity: place for place, identity in enumerate(said)}
    groups.sort(key=lambda group: (-len(group), min(order[one] for one in group)))
    return tuple(
        _proposal([said[one] for one in sorted(group, key=order.__getitem__)]) for group in groups
    )


def grouped(pairs: Iterable[Suggestion]) -> list[tuple[str, ...]]:
    """Return groups of statements by average linkage; pairs without a score count as nought."""
    number: dict[str, int] = {}
    links: dict[int, dict[int, float]] = {}
    for pair in pairs:
        one, other = (number.setdefault(side.id, len(number)) for side in pair.finding.sides)
        links.setdefault(one, {})[other] = links.setdefault(other, {})[one] = pair.score
    groups: dict[int, tuple[str, ...]] = {place: (identity,) for identity, place in number.items()}
    heap = [
        (-score, one, other)
        for one, others in links.items()
        for other, score in others.items()
        if one < other
    ]
    heapq.heapify(heap)
    while heap:
        score, one, other = heapq.heappop(heap)
        if -score < LEAST:
            break
        if one not in groups or other not in groups:
            continue
        if len(groups[one]) + len(groups[other]) > LARGEST:
            continue
        joined = _join(one, other, groups, links)
        for third, total in links[joined].items():
            average = total / (len(groups[joined]) * len(groups[third]))
            heapq.heappush(heap, (-average, third, joined))
    return list(groups.values())


def _join(
    one: int, other: int, groups: dict[int, tuple[str, ...]], links: dict[int, dict[int, float]]
) -> int:
    """Join two groups into a new one, with the sums of their links; return its number."""
    joined = max(links) + 1
    groups[joined] = groups.pop(one) + groups.pop(other)
    total: dict[int, float] = {}
    for gone in (one, other):
        for third, score in links.pop(gone).items():
            if third in groups:
                total[third] = total.get(third, 0.0) + score
    links[joined] = total
    for third, score in total.items():
        links[third][joined] = score
        links[third].pop(one, None)
        links[third].pop(other, None)
    return joined


def _proposal(said: Sequence[Statement]) -> Proposal:
    often = Counter(
        one for text in (each.text for each in said) for one in {stem(w) for w in words(text)}
    )
    shared = tuple(
        dict.fromkeys(
            word
            for each in said
            for word in words(each.text)
            if often[stem(word)] > 1 and len(word) > 3 and stem(word) in content(each.text)
        )
    )
    name = " ".join(shared[:NAMED]) or proposed_name(said[0], said[1])
    return Proposal(name, tuple(one.id for one in said), shared)
