"""The order in which the letters of a line are seen (Unicode Standard Annex 9).

The steps are those of a library's own `get_display`, which tells neither where each letter came
from nor knows isolated parts and pairs of brackets; these are looked after here.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from activitymap.export.isolates import isolates

_OBJECT = "\ufffc"
"""What stands for an isolated part while its surroundings are put in order."""
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""Which way what stands in or before brackets turns them; numbers count as they do for signs."""


class Letter(NamedTuple):
    """The place of a letter in the order of reading, and whether it is seen from the right."""

    place: int
    leftwards: bool


def as_seen(line: str, leftwards: bool) -> list[Letter]:
    """Return the letters of a line from the left; ``leftwards`` is the direction of its text."""
    return _in_order(line, leftwards, 0)


def _in_order(line: str, leftwards: bool, start: int) -> list[Letter]:
    """Return the letters of a part that begins at ``start``, as they are seen.

    What is isolated is one sign to its surroundings, and is put into an order of its own.
    """
    outer, inner = [], {}
    for part in isolates(line):
        if part.isolated:
            inner[start + part.start] = part
        outer.append(_OBJECT if part.isolated else part.text)
    places = [start + place for part in isolates(line) for place in part.places]
    found: list[Letter] = []
    for letter in _levelled("".join(outer), leftwards):
        place = places[letter.place]
        if place in inner:
            part = inner[place]
            found += _in_order(part.text, part.leftwards, start + part.start + 1)
        else:
            found.append(letter._replace(place=place))
    return found


def _levelled(line: str, leftwards: bool) -> list[Letter]:
    """Return the letters of a line without isolates as they are seen."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(leftwards)
    storage["base_dir"] = "R" if leftwards else "L"
    algorithm.get_embedding_levels(line, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage, False)
    algorithm.resolve_weak_types(storage, False)
    for run in storage["runs"]:
        letters = storage["chars"][run["start"] : run["start"] + run["length"]]
        _resolve_brackets(letters, run["sor"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    return [Letter(one["place"], one["level"] % 2 == 1) for one in storage["chars"]]


def _resolve_brackets(letters: list[dict[str, Any]], before: str) -> None:
    """Give both brackets of a pair one direction (rule N0); ``before`` stands before the run."""
    for opening, closing in sorted(_pairs(letters)):
        around = "R" if letters[opening]["level"] % 2 else "L"
        held = {_STRONG.get(one["type"]) for one in letters[opening + 1 : closing]} - {None}
        if not held:
            continue
        turn = around
        if around not in held:
            kinds = (_STRONG.get(one["type"]) for one in reversed(letters[:opening]))
            turn = next(filter(None, kinds), before)
        letters[opening]["type"] = letters[closing]["type"] = turn


def _pairs(letters: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Yield the places of the brackets that belong together."""
    from bidi.mirror import MIRRORED

    opened: list[int] = []
    for place, letter in enumerate(letters):
        character = letter["ch"]
        if letter["type"] != "ON" or character not in MIRRORED:
            continue
        kind = unicodedata.category(character)
        if kind == "Ps":
            opened.append(place)
        elif kind == "Pe":
            for depth in range(len(opened) - 1, -1, -1):
                if letters[opened[depth]]["ch"] == MIRRORED[character]:
                    yield opened[depth], place
                    del opened[depth:]
                    break
