"""What changed between two states of a map: what is said, what clashes, and what was done."""

from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Action
from activitymap.model.judging import Status
from activitymap.model.values import LinkKind
from activitymap.model.version_things import Thing, things
from activitymap.model.wording import worded

_CLOSED = {Status.DISMISSED, Status.RESOLVED}
Found = dict[frozenset[str], Contradiction]


class Difference(NamedTuple):
    """One thing that differs: what kind of thing it is, and its words before and after.

    ``before`` is ``""`` for what was added, ``after`` for what was removed; ``where`` names what
    it belongs to: the service and element of a statement, the statement of a card.
    """

    kind: str
    where: str
    before: str
    after: str


class Comparison(NamedTuple):
    """Two states of a map side by side, the earlier one first.

    A contradiction that was open before is ``gone`` where nothing finds it any more, or else
    ``dismissed``, ``resolved`` or ``still`` there. It is ``reopened`` where it is open again, or
    what was judged has changed. ``agreed`` are actions that were agreed since and are open.
    """

    same: bool
    added: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    removed: tuple[Difference, ...]
    new: tuple[Contradiction, ...]
    gone: tuple[Contradiction, ...]
    dismissed: tuple[Contradiction, ...]
    resolved: tuple[Contradiction, ...]
    reopened: tuple[Contradiction, ...]
    still: tuple[Contradiction, ...]
    done: tuple[Action, ...]
    agreed: tuple[Action, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two are equal, but for versions kept between them."""
        return self.same


def compare_maps(before: ActivityMap, after: ActivityMap) -> Comparison:
    """Return what differs between two states of one map; things are the same by their ids."""
    same = _bare(before) == _bare(after)
    was, now = _found(before), _found(after)
    open_before = {about for about, one in was.items() if _is_open(one)}
    closed = {
        about: one for about, one in now.items() if about in open_before and not _is_open(one)
    }
    back = {
        about: one
        for about, one in now.items()
        if _is_open(one)
        and about in was
        and (about not in open_before or one.changed)
        and not was[about].changed
    }
    first, last = _actions(before), _actions(after)
    done = [one for one in last.values() if one.done and not _was_done(first, one)]
    agreed = [one for one in last.values() if not one.done and one.id not in first]
    added, changed, removed = _differences(before, after, same=same)
    return Comparison(
        same=same,
        added=added,
        changed=changed,
        removed=removed,
        new=tuple(one for about, one in now.items() if _is_open(one) and about not in was),
        gone=tuple(was[about] for about in was if about in open_before and about not in now),
        dismissed=tuple(one for one in closed.values() if one.status is Status.DISMISSED),
        resolved=tuple(one for one in closed.values() if one.status is Status.RESOLVED),
        reopened=tuple(back.values()),
        still=tuple(
            one
            for about, one in now.items()
            if _is_open(one) and about in open_before and about not in back
        ),
        done=tuple(done),
        agreed=tuple(agreed),
    )


def _bare(activity_map: ActivityMap) -> ActivityMap:
    return activity_map.but(versions=(), last_number=0)


def _found(activity_map: ActivityMap) -> Found:
    """Return what is found, and what was resolved so that nothing finds it any more."""
    detection = detect(activity_map)
    resolved = (
        one._replace(status=Status.RESOLVED)
        for one in detection.gone
        if one.judgement and one.judgement.status is Status.RESOLVED
    )
    return {frozenset(one.about): one for one in (*detection.contradictions, *resolved)}


def _is_open(one: Contradiction) -> bool:
    return one.status not in _CLOSED


def _actions(activity_map: ActivityMap) -> dict[str, Action]:
    return {action.id: action for one in activity_map.discussions for action in one.actions}


def _was_done(actions: dict[str, Action], one: Action) -> bool:
    return one.id in actions and actions[one.id].done is not None


Differences = tuple[tuple[Difference, ...], tuple[Difference, ...], tuple[Difference, ...]]


def _differences(before: ActivityMap, after: ActivityMap, *, same: bool) -> Differences:
    """Return what was added, changed and removed."""
    was, now = dict(things(before)), dict(things(after))
    told = _actions(after).keys() - _actions(before).keys()
    added = tuple(
        Difference(thing.kind, thing.where, "", thing.words)
        for key, thing in now.items()
        if key not in was and key not in told and _is_whole(thing, now, was)
    )
    changed = tuple(
        Difference(thing.kind, thing.where, _was(was[key], thing), thing.words)
        for key, thing in now.items()
        if key in was and _told_by(was[key]) != _told_by(thing)
    )
    removed = tuple(
        Difference(thing.kind, thing.where, thing.words, "")
        for key, thing in was.items()
        if key not in now and _is_whole(thing, was, now)
    )
    if not same and not (added or changed or removed or told):
        changed = _drawn_otherwise(before, after)
    return added, changed, removed


def _is_whole(thing: Thing, here: dict[str, Thing], there: dict[str, Thing]) -> bool:
    """Whether a thing is to be told by itself: what it is a part of is in both states."""
    return thing.whole not in here or thing.whole in there


def _told_by(thing: Thing) -> tuple[str, str, str]:
    """Return what must differ for a thing to have changed; names of places are told there."""
    return thing.kind, thing.words, thing.place


def _was(before: Thing, after: Thing) -> str:
    """Return the words of something before; where it stood, if that is what differs."""
    return before.words if before.words != after.words else f"{before.words} ({before.where})"


def _drawn_otherwise(before: ActivityMap, after: ActivityMap) -> tuple[Difference, ...]:
    """Return what differs where all that is said is the same: the drawing, or an order."""
    places = {one.id: one.place for one in before.systems}
    places |= {one.id: one.place for one in before.shared_objects}
    now = [(one.id, one.name, one.place) for one in after.systems]
    now += [(one.id, one.name, one.place) for one in after.shared_objects]
    moved = tuple(
        Difference(worded("drawing"), "", "", name)
        for identity, name, place in now
        if place != places.get(identity, place)
    )
    return moved or (Difference(worded("order, look or list of names"), "", "", ""),)


def newer_forms(activity_map: ActivityMap) -> tuple[tuple[str, str], ...]:
    """Return the names of the planned services, each with that of today's form of it."""
    names = {system.id: system.name for system in activity_map.systems}
    return tuple(
        (names[link.source], names[link.target])
        for link in activity_map.links
        if link.kind is LinkKind.NEWER_FORM
    )
