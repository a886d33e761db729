"""Edits of the list of people's names, which are replaced where a map is shown without them."""

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.replacing import Names
from activitymap.model.edits.change import Change, named
from activitymap.model.text import clean_line, fold
from activitymap.model.values import PersonName
from activitymap.model.wording import worded


def add_name(activity_map: ActivityMap, name: str, instead: str = "") -> Change:
    """Say that a word or several are somebody's name, and what to show instead.

    Without words it is a number that no other name has, which it keeps from then on.

    Raises:
        EditError: it is empty, already in the list, or in what is shown instead of a name.
    """
    cleaned = named(name, "A person")
    if any(fold(one.name) == fold(cleaned) for one in activity_map.names):
        raise EditError(f"“{cleaned}” is in the list already.")
    made = PersonName(name=cleaned, instead=clean_line(instead) or _number(activity_map))
    no_name = tuple(one for one in activity_map.not_names if fold(one) != fold(cleaned))
    names = _safe((*activity_map.names, made))
    return Change(activity_map.but(names=names, not_names=no_name), frozenset({cleaned}))


def replace_name_by(activity_map: ActivityMap, name: str, instead: str) -> Change:
    """Say what is shown instead of a name; without words, a number is.

    Raises:
        EditError: the words hold a name that is in the list.
    """
    words = clean_line(instead) or _number(activity_map)
    made = tuple(
        one if one.name != name or one.instead == words else one.but(instead=words)
        for one in activity_map.names
    )
    if all(one is other for one, other in zip(made, activity_map.names, strict=True)):
        return Change(activity_map)
    return Change(activity_map.but(names=_safe(made)), frozenset({name}))


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


def _number(activity_map: ActivityMap) -> str:
    """Return "Person" with the first number after all that are shown now."""
    before, _, after = worded("Person {number}", number="\n").partition("\n")
    shown = Names(activity_map.names).instead.values()
    numbers = [one.removeprefix(before).removesuffix(after) for one in shown]
    last = max((int(one) for one in numbers if one.isdecimal()), default=0)
    return worded("Person {number}", number=last + 1)


def _safe(names: tuple[PersonName, ...]) -> tuple[PersonName, ...]:
    """Return names of which none is shown instead of another one."""
    listed = Names(names)
    for one in names:
        standing = listed.standing(one.instead)
        if standing:
            raise EditError(
                f"“{one.instead}”, which is shown instead of “{one.name}”, holds the name "
                f"“{standing[0].name}”, and it would be read. Choose other words."
            )
    return names
