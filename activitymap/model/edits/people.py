"""Edits of the list of people's names, which are replaced where a map is shown without them."""

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change, named
from activitymap.model.text import clean_line, fold
from activitymap.model.values import PersonName


def add_name(activity_map: ActivityMap, name: str, instead: str = "") -> Change:
    """Say that a word or several are somebody's name, and what to show instead.

    Raises:
        EditError: it is empty, or already in the list.
    """
    cleaned = named(name, "A person")
    if any(fold(one.name) == fold(cleaned) for one in activity_map.names):
        raise EditError(f"“{cleaned}” is in the list already.")
    made = PersonName(name=cleaned, instead=clean_line(instead))
    no_name = tuple(one for one in activity_map.not_names if fold(one) != fold(cleaned))
    return Change(
        activity_map.but(names=(*activity_map.names, made), not_names=no_name),
        frozenset({cleaned}),
    )


def replace_name_by(activity_map: ActivityMap, name: str, instead: str) -> Change:
    """Say what is shown instead of a name; without words, a number is."""
    words = clean_line(instead)
    made = tuple(
        one if one.name != name or one.instead == words else one.but(instead=words)
        for one in activity_map.names
    )
    if all(one is other for one, other in zip(made, activity_map.names, strict=True)):
        return Change(activity_map)
    return Change(activity_map.but(names=made), frozenset({name}))


def remove_name(activity_map: ActivityMap, name: str) -> Change:
    """Take a name off the list; it is shown again."""
    kept = tuple(one for one in activity_map.names if one.name != name)
    if len(kept) == len(activity_map.names):
        return Change(activity_map)
    return Change(activity_map.but(names=kept), frozenset({name}))


def no_name(activity_map: ActivityMap, word: str) -> Change:
    """Say that a word only looks like somebody's name."""
    cleaned = named(word, "A word")
    if cleaned in activity_map.not_names:
        return Change(activity_map)
    return Change(
        activity_map.but(not_names=(*activity_map.not_names, cleaned)), frozenset({cleaned})
    )
