"""Editing a map that is shown without the names of people, and keeping them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.putting_back import with_names
from activitymap.model.base import Value
from activitymap.model.texts import text_fields


def edited_without_names(kept: ActivityMap, shown: ActivityMap, made: ActivityMap) -> ActivityMap:
    """Return what an edit made of a map that was ``shown`` without names, with the names again.

    ``shown`` is ``kept`` without names, and ``made`` is ``shown`` after the edit. What the edit
    left alone is as it was kept; a text that was typed over another has that one's names again.
    """
    if kept is shown:
        return made
    back = _with_names_again(kept, shown, made, partial(with_names, kept))
    assert isinstance(back, ActivityMap)
    return back


def _with_names_again(
    kept: Any, shown: Any, made: Any, typed_over: Callable[[str, str], str]
) -> Any:
    if made is shown or made == shown:
        return kept
    if isinstance(made, Value) and type(kept) is type(made):
        texts = text_fields(type(made))
        changed = {}
        for name in type(made).model_fields:
            before, now = getattr(kept, name), getattr(made, name)
            if texts.get(name) and now != getattr(shown, name):
                now = typed_over(before, now)
            else:
                now = _with_names_again(before, getattr(shown, name), now, typed_over)
            if now is not before and now != before:
                changed[name] = now
        return kept.but(**changed)
    if isinstance(made, tuple) and isinstance(kept, tuple):
        return tuple(
            one if pair is None else _with_names_again(*pair, one, typed_over)
            for pair, one in _paired(kept, shown, made)
        )
    return made


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
