"""What changed between two states of a map, in words: a line that sums it up, and lists."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing_versions import Comparison, Difference
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.days import day_text
from activitymap.model.discussing import Action
from activitymap.model.wording import joined, worded


class Section(NamedTuple):
    """A list of things that changed in the same way; ``short`` is its title in a summary."""

    title: str
    short: str
    items: tuple[str, ...]


def sections(found: Comparison) -> tuple[Section, ...]:
    """Return the lists that are not empty: first what clashes, then what was done and said."""
    several = (
        (worded("New contradictions"), worded("new"), contradictions_told(found.new)),
        (
            worded("Contradictions that came back"),
            worded("came back"),
            contradictions_told(found.reopened),
        ),
        (
            worded("Contradictions that are resolved"),
            worded("resolved"),
            contradictions_told(found.resolved),
        ),
        (
            worded("Contradictions that were dismissed"),
            worded("dismissed"),
            contradictions_told(found.dismissed),
        ),
        (worded("Contradictions that are gone"), worded("gone"), contradictions_told(found.gone)),
        (
            worded("Contradictions that are still there"),
            worded("still there"),
            contradictions_told(found.still),
        ),
        (worded("Actions done"), worded("actions done"), _actions(found.done)),
        (worded("Actions agreed, and open"), worded("actions agreed"), _actions(found.agreed)),
        (worded("Added"), worded("added"), _differences(found.added)),
        (worded("Changed"), worded("changed"), _differences(found.changed)),
        (worded("Removed"), worded("removed"), _differences(found.removed)),
    )
    return tuple(Section(*one) for one in several if one[2])


def still_by_matter(found: Comparison, after: ActivityMap) -> str:
    """Return how many contradictions are still there on each matter, most first."""
    matters = {matter.id: matter.name for matter in after.matters}
    counts = Counter(
        next((matters[one] for one in each.matters if one in matters), worded("on no matter"))
        for each in found.still
    )
    return joined(
        "; ",
        (worded("{name}: {count}", name=name, count=count) for name, count in counts.most_common()),
    )


def summary(found: Comparison) -> str:
    """Return how much changed in one line."""
    told = [f"{one.short}: {len(one.items)}" for one in sections(found)]
    if found.is_empty:
        told.insert(0, worded("Nothing has changed"))
    return ", ".join(told)


def contradictions_told(found: Iterable[Contradiction]) -> tuple[str, ...]:
    """Return contradictions by their texts, and why; of what is closed, why the group closed it."""
    told = []
    for one in found:
        texts = joined(" / ", (f"“{side.text}”" for side in one.sides if side.text))
        words = joined(" – ", filter(None, (texts, one.told)))
        if one.judgement and one.judgement.reason and not one.changed:
            reason = worded("The group: {reason}", reason=one.judgement.reason)
            words = joined(" ", (words, reason))
        told.append(words)
    return tuple(told)


def _actions(found: Iterable[Action]) -> tuple[str, ...]:
    told = []
    for one in found:
        nothing = worded("deliberately nothing") if one.nothing else ""
        done = worded("done on {day}", day=day_text(one.done)) if one.done else ""
        when = worded("by {when}", when=one.when) if one.when else ""
        told.append(joined(", ", filter(None, (nothing, one.text, one.who, when, done))))
    return tuple(told)


def _differences(found: Iterable[Difference]) -> tuple[str, ...]:
    told = []
    for one in found:
        where = joined(", ", filter(None, (one.kind, one.where)))
        if one.before and one.after:
            words = worded("“{before}” became “{after}”", before=one.before, after=one.after)
        else:
            text = one.before or one.after
            words = f"“{text}”" if text else ""
        told.append(joined(": ", filter(None, (where[:1].upper() + where[1:], words))))
    return tuple(told)
