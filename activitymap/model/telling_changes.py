"""What changed between two states of a map, in words: a line that sums it up, and lists."""

from collections.abc import Iterable
from typing import NamedTuple

from activitymap.model.comparing_versions import Comparison, Difference
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Action
from activitymap.model.wording import worded


class Section(NamedTuple):
    """A list of things that changed in the same way; ``short`` is its title in a summary."""

    title: str
    short: str
    items: tuple[str, ...]


def sections(found: Comparison) -> tuple[Section, ...]:
    """Return the lists that are not empty: first what clashes, then what was done and said."""
    several = (
        (worded("New contradictions"), worded("new"), _told(found.new)),
        (worded("Contradictions that came back"), worded("came back"), _told(found.reopened)),
        (worded("Contradictions that are resolved"), worded("resolved"), _told(found.resolved)),
        (worded("Contradictions that were dismissed"), worded("dismissed"), _told(found.dismissed)),
        (worded("Contradictions that are gone"), worded("gone"), _told(found.gone)),
        (worded("Contradictions that are still there"), worded("still there"), _told(found.still)),
        (worded("Actions done"), worded("actions done"), _actions(found.done)),
        (worded("Actions agreed, and open"), worded("actions agreed"), _actions(found.agreed)),
        (worded("Added"), worded("added"), _differences(found.added)),
        (worded("Changed"), worded("changed"), _differences(found.changed)),
        (worded("Removed"), worded("removed"), _differences(found.removed)),
    )
    return tuple(Section(*one) for one in several if one[2])


def summary(found: Comparison) -> str:
    """Return how much changed in one line."""
    told = [f"{one.short}: {len(one.items)}" for one in sections(found)]
    if found.is_empty:
        told.insert(0, worded("Nothing has changed"))
    return ", ".join(told)


def _told(found: Iterable[Contradiction]) -> tuple[str, ...]:
    """Return contradictions by their texts, and why; of what is closed, why the group closed it."""
    told = []
    for one in found:
        texts = " / ".join(f"“{side.text}”" for side in one.sides if side.text)
        words = [texts, "–", one.told]
        if one.judgement and one.judgement.reason and not one.changed:
            words.append(worded("The group: {reason}", reason=one.judgement.reason))
        told.append(" ".join(words))
    return tuple(told)


def _actions(found: Iterable[Action]) -> tuple[str, ...]:
    told = []
    for one in found:
        nothing = worded("deliberately nothing") if one.nothing else ""
        done = worded("done {day}", day=one.done.isoformat()) if one.done else ""
        when = worded("by {when}", when=one.when) if one.when else ""
        told.append(", ".join(filter(None, (nothing, one.text, one.who, when, done))))
    return tuple(told)


def _differences(found: Iterable[Difference]) -> tuple[str, ...]:
    told = []
    for one in found:
        where = f"{one.kind}, {one.where}" if one.where else one.kind
        if one.before and one.after:
            words = worded("“{before}” became “{after}”", before=one.before, after=one.after)
        else:
            text = one.before or one.after
            words = f"“{text}”" if text else ""
        told.append(": ".join(filter(None, (where, words))))
    return tuple(told)
