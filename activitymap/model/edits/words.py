"""Edits of the words that a group adds to the lexicon of its map."""

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change
from activitymap.model.text import clean_line, fold
from activitymap.model.values import MapWords, WordsKind

MOST = 1_000
"""Lines of a map's own words."""


def add_words(activity_map: ActivityMap, kind: WordsKind, one: str, other: str) -> Change:
    """Say that two words or phrases mean the same, are opposites, or one stands for the other.

    Raises:
        EditError: a side is empty, the two are one word, or it is there already.
    """
    made = MapWords(kind=kind, one=clean_line(one), other=clean_line(other))
    if not made.one or not made.other:
        raise EditError("Write a word or a phrase on both sides.")
    if fold(made.one) == fold(made.other):
        raise EditError(f"“{made.one}” stands on both sides. Write two different ones.")
    if made in activity_map.words:
        raise EditError(f"“{made.one}” and “{made.other}” are in the list already.")
    if len(activity_map.words) >= MOST:
        raise EditError(f"The list holds {MOST} lines at most. Remove one that nobody needs.")
    return Change(activity_map.but(words=(*activity_map.words, made)), frozenset())


def remove_words(activity_map: ActivityMap, words: MapWords) -> Change:
    """Take a line from the map's own words."""
    kept = tuple(one for one in activity_map.words if one != words)
    return Change(activity_map.but(words=kept), frozenset())
