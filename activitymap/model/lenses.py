"""Lenses: ways to look at a map by one question. They group statements and change nothing."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Certainty, Contradiction, Detection
from activitymap.model.judging import Kind
from activitymap.model.values import Bearing, Context, Force, Statement
from activitymap.model.wording import worded

MOST = 8
"""Groups that can be told apart; smaller matters are counted together."""


class Lens(StrEnum):
    """The questions by which a map can be looked at."""

    CONTRADICTIONS = "contradictions"
    CONTEXT = "context"
    FORCE = "enabling or constraining"
    NEEDS = "needs"
    MATTER = "matter"
    CERTAINTY = "certainty"


class Group(NamedTuple):
    """Statements that a lens shows alike, by their ids, with the words of the legend."""

    words: str
    statements: frozenset[str]


def groups(activity_map: ActivityMap, detection: Detection, lens: Lens) -> tuple[Group, ...]:
    """Return the groups of a lens that are not empty; a statement is in the first that fits."""
    found = {
        Lens.CONTRADICTIONS: lambda: _by_kind(detection.contradictions),
        Lens.CONTEXT: lambda: _by_tag(activity_map, "context", Context),
        Lens.FORCE: lambda: _by_tag(activity_map, "force", Force),
        Lens.NEEDS: lambda: _by_need(activity_map),
        Lens.MATTER: lambda: _by_matter(activity_map),
        Lens.CERTAINTY: lambda: _by_certainty(detection.contradictions),
    }[lens]()
    taken: set[str] = set()
    kept: list[Group] = []
    for words, statements in found:
        new = frozenset(statements) - taken
        taken |= new
        if new:
            kept.append(Group(words, new))
    return tuple(kept)


Found = Iterable[tuple[str, Iterable[str]]]


def _statements(activity_map: ActivityMap) -> list[Statement]:
    return [one for system in activity_map.systems for one in system.statements]


def _sides(found: Iterable[Contradiction]) -> set[str]:
    return {side.id for one in found for side in one.sides}


def _by_kind(found: tuple[Contradiction, ...]) -> Found:
    for kind, words in (
        (Kind.CONTRADICTION, "in a contradiction"),
        (Kind.TENSION, "in a tension"),
        (Kind.GAP, "in a gap"),
    ):
        yield worded(words), _sides(one for one in found if one.kind is kind)


def _by_certainty(found: tuple[Contradiction, ...]) -> Found:
    words = {
        Certainty.DECLARED: "found from declared cards",
        Certainty.READ: "read from the text",
        Certainty.SUGGESTED: "only suggested",
    }
    for certainty in Certainty:
        yield worded(words[certainty]), _sides(one for one in found if one.certainty is certainty)


def _by_tag(activity_map: ActivityMap, field: str, values: type[Context] | type[Force]) -> Found:
    for value in values:
        yield (
            worded(str(value)),
            (one.id for one in _statements(activity_map) if getattr(one, field) is value),
        )


def _by_need(activity_map: ActivityMap) -> Found:
    bearings: dict[str, set[Bearing]] = {}
    for mark in activity_map.need_marks:
        bearings.setdefault(mark.statement, set()).add(mark.bearing)
    both = {one for one, several in bearings.items() if len(several) > 1}
    yield worded("serves one need and hinders another"), both
    for bearing in Bearing:
        words = "serves a need" if bearing is Bearing.SERVES else "hinders a need"
        yield worded(words), (one for one, several in bearings.items() if bearing in several)


def _by_matter(activity_map: ActivityMap) -> Found:
    spoken = Counter(
        card.matter
        for one in _statements(activity_map)
        for card in one.readings
        if card.matter is not None
    )
    names = {matter.id: matter.name for matter in activity_map.matters}
    common = [matter for matter, _ in spoken.most_common(MOST if len(spoken) <= MOST else MOST - 1)]
    for matter in common:
        yield names[matter], _on(activity_map, {matter})
    yield worded("other matters"), _on(activity_map, spoken.keys() - set(common))


def _on(activity_map: ActivityMap, matters: Iterable[str]) -> set[str]:
    wanted = set(matters)
    return {
        one.id
        for one in _statements(activity_map)
        if any(card.matter in wanted for card in one.readings)
    }
