"""What an edit returns, and the ids and look-ups that all edits share."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, TypeVar

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.base import Value
from activitymap.model.text import clean_line, clean_text
from activitymap.model.values import ActivitySystem, Matter, Need, Quote, Statement


class Change(NamedTuple):
    """A map after an edit, and the ids of what the edit added, changed or removed.

    An edit that changes nothing gives the very same map and no ids.
    """

    map: ActivityMap
    ids: frozenset[str] = frozenset()


Edit = Callable[[ActivityMap], Change]


def in_turn(activity_map: ActivityMap, edits: Iterable[Edit]) -> Change:
    """Do several edits as one; each sees the map that the one before it left.

    Raises:
        EditError: one of them cannot be done; then none is.
    """
    before, ids = activity_map, frozenset[str]()
    for edit in edits:
        change = edit(activity_map)
        activity_map, ids = change.map, ids | change.ids
    return Change(activity_map, ids if activity_map is not before else frozenset())


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


T = TypeVar("T", bound=HasId)
V = TypeVar("V", bound=Value)


def new_id(activity_map: ActivityMap, prefix: str, step: int = 1) -> tuple[str, int]:
    """Return the ``step``-th new id of a kind, and the number that `last_number` becomes."""
    number = activity_map.last_number + step
    return f"{prefix}-{number}", number


def found(things: Iterable[T], identity: str, kind: str) -> T:
    """Return the thing with an id.

    Raises:
        EditError: there is none; ``kind`` is what the sentence calls it.
    """
    for thing in things:
        if thing.id == identity:
            return thing
    raise EditError(f"The {kind} is no longer in the map. Choose another one.")


def replaced(things: tuple[T, ...], new: T) -> tuple[T, ...]:
    """Return ``things`` with the one that has the id of ``new`` replaced by it."""
    return tuple(new if thing.id == new.id else thing for thing in things)


def changed(value: V, **fields: object) -> V:
    """Return ``value`` with fields replaced, or the very same where nothing differs."""
    if all(getattr(value, name) == field for name, field in fields.items()):
        return value
    return value.but(**fields)


def edited(
    activity_map: ActivityMap, field: str, kind: str, identity: str, edit: Callable[[T], T]
) -> Change:
    """Return the change of one thing in one of the map's tuples by a function."""
    things: tuple[T, ...] = getattr(activity_map, field)
    before = found(things, identity, kind)
    after = edit(before)
    if after is before:
        return Change(activity_map)
    made = activity_map.but(**{field: replaced(things, after)})
    return Change(made, frozenset({identity}))


def named(name: str, what: str) -> str:
    """Return a name cleaned for the map.

    Raises:
        EditError: nothing is left of it.
    """
    cleaned = clean_line(name)
    if not cleaned:
        raise EditError(f"{what} needs a name. Type one, or cancel.")
    return cleaned


def system_of(activity_map: ActivityMap, statement: str) -> tuple[ActivitySystem, Statement]:
    """Return a statement by its id, with the system that says it.

    Raises:
        EditError: there is none.
    """
    for system in activity_map.systems:
        for one in system.statements:
            if one.id == statement:
                return system, one
    raise EditError("The statement is no longer in the map. Choose another one.")


def matter_by_id(activity_map: ActivityMap, matter: str) -> Matter:
    """Return a matter by its id."""
    return found(activity_map.matters, matter, "matter")


def need_by_id(activity_map: ActivityMap, need: str) -> Need:
    """Return a need by its id."""
    return found(activity_map.needs, need, "need")


def cleaned_quotes(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return quotes cleaned for the map; those with neither words nor a source are left out."""
    cleaned = (
        changed(
            quote,
            text=clean_text(quote.text),
            source=clean_line(quote.source),
            date=clean_line(quote.date),
        )
        for quote in quotes
    )
    return tuple(quote for quote in cleaned if quote.text or quote.source)
