"""What changed between two states of a map: what is said, what clashes, and what was done."""

from collections.abc import Iterable
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Action
from activitymap.model.judging import Status
from activitymap.model.values import LinkKind
from activitymap.model.wording import worded


class Difference(NamedTuple):
    """One thing that differs: what kind of thing it is, and its words before and after.

    ``before`` is ``""`` for what was added, ``after`` for what was removed; ``where`` names the
    service and element of a statement.
    """

    kind: str
    where: str
    before: str
    after: str


class Comparison(NamedTuple):
    """Two states of a map side by side, the earlier one first."""

    added: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    removed: tuple[Difference, ...]
    gone: tuple[Contradiction, ...]
    new: tuple[Contradiction, ...]
    still: tuple[Contradiction, ...]
    done: tuple[Action, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs, and nothing was done."""
        return not (
            self.added or self.changed or self.removed or self.gone or self.new or self.done
        )


Thing = tuple[str, str, str]
"""The kind, where it stands, and the words of something in a map."""


def compare_maps(before: ActivityMap, after: ActivityMap) -> Comparison:
    """Return what differs between two states of one map; things are the same by their ids.

    Contradictions count while the group has neither dismissed nor resolved them.
    """
    was, now = dict(_things(before)), dict(_things(after))
    first, second = _open(before), _open(after)
    done = {action.id: action for action in _actions(before) if action.done}
    return Comparison(
        added=tuple(
            Difference(*thing[:2], "", thing[2]) for key, thing in now.items() if key not in was
        ),
        changed=tuple(
            Difference(*thing[:2], _was(was[key], thing), thing[2])
            for key, thing in now.items()
            if key in was and was[key] != thing
        ),
        removed=tuple(Difference(*thing, "") for key, thing in was.items() if key not in now),
        gone=tuple(one for about, one in first.items() if about not in second),
        new=tuple(one for about, one in second.items() if about not in first),
        still=tuple(one for about, one in second.items() if about in first),
        done=tuple(one for one in _actions(after) if one.done and one.id not in done),
    )


def _was(before: Thing, after: Thing) -> str:
    """Return the words of something before; where it stood, if that is what differs."""
    return before[2] if before[1] == after[1] else f"{before[2]} ({before[1]})"


def _open(activity_map: ActivityMap) -> dict[frozenset[str], Contradiction]:
    closed = {Status.DISMISSED, Status.RESOLVED}
    return {
        frozenset(one.about): one
        for one in detect(activity_map).contradictions
        if one.status not in closed
    }


def _actions(activity_map: ActivityMap) -> Iterable[Action]:
    return (action for one in activity_map.discussions for action in one.actions)


def _things(activity_map: ActivityMap) -> Iterable[tuple[str, Thing]]:
    names = {system.id: system.name for system in activity_map.systems}
    for system in activity_map.systems:
        yield system.id, (worded("service"), "", system.name)
        for one in system.statements:
            where = f"{system.name}, {worded(str(one.element))}"
            yield one.id, (worded("statement"), where, one.words)
    for shared in activity_map.shared_objects:
        members = ", ".join(names[one] for one in shared.systems)
        yield shared.id, (worded("shared object"), members, shared.name)
    for link in activity_map.links:
        kind = worded(str(link.kind))
        told = f"{names[link.source]} {kind} {names[link.target]}"
        yield link.id, (worded("link"), "", told + (f": {link.label}" if link.label else ""))
    for need in activity_map.needs:
        yield need.id, (worded("need"), need.whose, need.text)


def newer_forms(activity_map: ActivityMap) -> tuple[tuple[str, str], ...]:
    """Return the names of the planned services, each with that of today's form of it."""
    names = {system.id: system.name for system in activity_map.systems}
    return tuple(
        (names[link.source], names[link.target])
        for link in activity_map.links
        if link.kind is LinkKind.NEWER_FORM
    )
