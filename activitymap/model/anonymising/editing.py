"""Editing a map that is shown without the names of people, and keeping them."""

from collections.abc import Iterator
from typing import Any

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.putting_back import with_names
from activitymap.model.anonymising.replacing import Names
from activitymap.model.base import Value
from activitymap.model.discussing import Action, Lever
from activitymap.model.judging import Judgement
from activitymap.model.texts import text_fields

_WHO = {(Action, "who"), (Lever, "changed_by"), (Judgement, "present")}
"""Fields that hold nothing but who somebody is: what is shown for a name there is that name."""


def edited_without_names(kept: ActivityMap, shown: ActivityMap, made: ActivityMap) -> ActivityMap:
    """Return what an edit made of a map that was ``shown`` without names, with the names again.

    ``shown`` is ``kept`` without names, and ``made`` is ``shown`` after the edit. What the edit
    left alone is as it was kept; a text that was typed over another has that one's names again.
    Who does something, can change it or was there gets a name also where it is typed anew, if
    what is typed is shown for that name alone.
    """
    if kept is shown:
        return made
    back = _Names(kept).again(kept, shown, made)
    assert isinstance(back, ActivityMap)
    return back


class _Names:
    """Puts the names of one map back."""

    def __init__(self, kept: ActivityMap) -> None:
        self._kept = kept
        instead = Names(kept.names).instead
        several = list(instead.values())
        self._whose = {told: name for name, told in instead.items() if several.count(told) == 1}

    def again(self, kept: Any, shown: Any, made: Any) -> Any:
        """Return a part that was made of ``shown`` with what was ``kept`` in it."""
        if made is shown or made == shown:
            return kept
        if isinstance(made, Value) and type(kept) is type(made):
            texts = text_fields(type(made))
            changed = {}
            for name in type(made).model_fields:
                before, was, now = (getattr(one, name) for one in (kept, shown, made))
                if now != was and (type(made), name) in _WHO:
                    now = self._typed_over(before, now) if texts[name] else self._all_who(now)
                elif now != was and texts.get(name):
                    now = with_names(self._kept, before, now)
                else:
                    now = self.again(before, was, now)
                if now is not before and now != before:
                    changed[name] = now
            return kept.but(**changed)
        if isinstance(made, tuple) and isinstance(kept, tuple):
            return tuple(
                self._new(one) if pair is None else self.again(*pair, one)
                for pair, one in _paired(kept, shown, made)
            )
        return made

    def _new(self, made: Any) -> Any:
        """Return a part that was not there before, with the names of who it names."""
        if isinstance(made, tuple):
            return tuple(map(self._new, made))
        if not isinstance(made, Value):
            return made
        changed = {}
        for name in type(made).model_fields:
            before = getattr(made, name)
            now = self._all_who(before) if (type(made), name) in _WHO else self._new(before)
            if now != before:
                changed[name] = now
        return made.but(**changed) if changed else made

    def _all_who(self, told: Any) -> Any:
        if isinstance(told, tuple):
            return tuple(map(self._all_who, told))
        return self._whose.get(told, told)

    def _typed_over(self, before: str, typed: str) -> str:
        return self._whose.get(typed) or with_names(self._kept, before, typed)


def _paired(
    kept: tuple[Any, ...], shown: tuple[Any, ...], made: tuple[Any, ...]
) -> Iterator[tuple[tuple[Any, Any] | None, Any]]:
    """Yield each part that was made with what it was: by its id, or by its place among others.

    Parts without ids are told by what is equal before and after them; as many as are left between
    are taken to be the same ones in order, and are new where their number has changed.
    """
    if all(hasattr(one, "id") for one in (*shown, *made)):
        known = {one.id: (before, one) for before, one in zip(kept, shown, strict=True)}
        yield from ((known.get(one.id), one) for one in made)
        return
    pairs = list(zip(kept, shown, strict=True))
    least = min(len(shown), len(made))
    head = next((n for n in range(least) if shown[n] != made[n]), least)
    rest = least - head
    tail = next((n for n in range(rest) if shown[-1 - n] != made[-1 - n]), rest)
    middle = pairs[head : len(pairs) - tail]
    between = len(made) - head - tail
    same = middle if len(middle) == between else [None] * between
    yield from zip([*pairs[:head], *same, *pairs[len(pairs) - tail :]], made, strict=True)
