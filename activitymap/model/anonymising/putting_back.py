"""Putting names back into what was typed over a text that was shown without them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.replacing import Names, Standing, shown

_TOKEN = re.compile(r"[^\W_]+|.", re.DOTALL)
_MARKS = frozenset(".,;:!?…()–—\n")
"""What parts clauses: a word beyond one says less of who did what."""
ONE_FAR, ONE_WORD, BOTH_SIDES = 1, 2, 3
"""How much of what stood beside a name still stands beside the words that were shown for it."""


class Neighbour(NamedTuple):
    """The word beside something, and whether it is in the same clause; ``""`` at an end."""

    word: str
    near: bool


Beside = tuple[Neighbour, Neighbour]


class _Spot(NamedTuple):
    """Where a name was hidden, or where the same words stand in what was typed, in tokens."""

    start: int
    end: int
    beside: Beside
    name: str = ""
    words: str = ""


def with_names(activity_map: ActivityMap, before: str, typed: str) -> str:
    """Return ``typed``, which was written over ``before`` shown without names, with its names.

    A name comes back where what is shown for it still stands beside a word (or an end of the
    text) that stood there. What was typed anew stays as it was typed, even where it is what is
    shown for a name: two people may both be "the worker", and who said what is never made up.
    """
    names = Names(activity_map.names)
    standing = names.standing(before)
    if not standing or typed == shown(before, standing):
        return before if standing else typed
    new = _TOKEN.findall(typed)
    back: dict[tuple[int, int], str] = {}
    for hidden in _by_words(before, standing):
        instead = hidden[0][0]
        places = list(_places(new, instead))
        shared = sum(one == "".join(instead) for one in names.instead.values()) > 1
        back.update(_paired([one for _, one in hidden], places, shared=shared))
    for (start, end), words in sorted(back.items(), reverse=True):
        new[start:end] = [words]
    return "".join(new)


def _by_words(
    before: str, standing: Sequence[Standing]
) -> list[list[tuple[tuple[str, ...], _Spot]]]:
    """Return the hidden names, those together for which the same words are shown."""
    tokens: list[str] = []
    bounds, at = [], 0
    for one in standing:
        tokens += _TOKEN.findall(before[at : one.start])
        start = len(tokens)
        tokens += _TOKEN.findall(one.instead)
        bounds.append((start, len(tokens), one.name, before[one.start : one.end]))
        at = one.end
    tokens += _TOKEN.findall(before[at:])
    groups: dict[tuple[str, ...], list[tuple[tuple[str, ...], _Spot]]] = {}
    for start, end, name, words in bounds:
        spot = _Spot(start, end, _beside(tokens, start, end), name, words)
        instead = tuple(tokens[start:end])
        groups.setdefault(instead, []).append((instead, spot))
    return list(groups.values())


def _places(tokens: Sequence[str], instead: Sequence[str]) -> Iterator[_Spot]:
    """Yield where some words stand in what was typed."""
    size = len(instead)
    for start in range(len(tokens) - size + 1):
        if tuple(tokens[start : start + size]) == tuple(instead):
            yield _Spot(start, start + size, _beside(tokens, start, start + size))


def _beside(tokens: Sequence[str], start: int, end: int) -> Beside:
    return _next(reversed(tokens[:start])), _next(iter(tokens[end:]))


def _next(tokens: Iterator[str]) -> Neighbour:
    """Return the next word, and whether no mark stands before it."""
    near = True
    for token in tokens:
        if token.isalnum():
            return Neighbour(token, near)
        near = near and token not in _MARKS
    return Neighbour("", near=False)


def _paired(
    hidden: Sequence[_Spot], places: Sequence[_Spot], *, shared: bool
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield what of the typed text is which name, the likeliest first.

    Where words that are ``shared`` by several people may be this name in two places, they are it
    in neither.
    """
    left, free = list(hidden), list(places)
    for likeness in (BOTH_SIDES, ONE_WORD, ONE_FAR):
        for one in tuple(left):
            fits = [place for place in free if _likeness(one, place) == likeness]
            if likeness < BOTH_SIDES or len(places) != len(hidden):
                fits = [place for place in fits if not _speaks_against(one, place, hidden)]
            if fits and (likeness == BOTH_SIDES or len(fits) == 1 or not shared):
                free.remove(fits[0])
                left.remove(one)
                yield (fits[0].start, fits[0].end), one.words


def _likeness(one: _Spot, place: _Spot) -> int:
    """Return how much of what stood beside a name stands beside a place."""
    if [word for word, _ in place.beside] == [word for word, _ in one.beside]:
        return BOTH_SIDES
    return max(
        (
            (ONE_WORD if seen.near and was.near else ONE_FAR)
            for seen, was in zip(place.beside, one.beside, strict=True)
            if seen.word == was.word
        ),
        default=0,
    )


def _speaks_against(one: _Spot, place: _Spot, hidden: Sequence[_Spot]) -> bool:
    """Whether a place could as well be somebody else's."""
    own = _likeness(one, place)
    return any(other.name != one.name and _likeness(other, place) >= own for other in hidden)
