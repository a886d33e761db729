"""Edits of what joins services: shared objects and links."""

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change, changed, edited, found, named, new_id
from activitymap.model.text import clean_line
from activitymap.model.values import Link, LinkKind, Place, SharedObject

_SHARED, _LINK, _SERVICE = "shared object", "link", "service"

_TO_ITSELF = "A service cannot be linked to itself. Choose another service."


def add_shared_object(
    activity_map: ActivityMap, name: str, systems: tuple[str, ...] = (), place: Place | None = None
) -> Change:
    """Add a shared object that services work on together."""
    members = tuple(dict.fromkeys(systems))
    for system in members:
        found(activity_map.systems, system, _SERVICE)
    identity, number = new_id(activity_map, "shared-object")
    shared = SharedObject(
        id=identity, name=named(name, "A shared object"), systems=members, place=place
    )
    made = activity_map.but(
        shared_objects=(*activity_map.shared_objects, shared), last_number=number
    )
    return Change(made, frozenset({identity}))


def rename_shared_object(activity_map: ActivityMap, shared: str, name: str) -> Change:
    """Give a shared object another name."""
    return _shared(activity_map, shared, name=named(name, "A shared object"))


def move_shared_object(activity_map: ActivityMap, shared: str, place: Place) -> Change:
    """Put a shared object at a place."""
    return _shared(activity_map, shared, place=place)


def join(activity_map: ActivityMap, shared: str, system: str) -> Change:
    """Let a service work on a shared object."""
    found(activity_map.systems, system, _SERVICE)
    one = found(activity_map.shared_objects, shared, _SHARED)
    if system in one.systems:
        return Change(activity_map)
    return _shared(activity_map, shared, systems=(*one.systems, system))


def leave(activity_map: ActivityMap, shared: str, system: str) -> Change:
    """Let a service no longer work on a shared object."""
    one = found(activity_map.shared_objects, shared, _SHARED)
    kept = tuple(member for member in one.systems if member != system)
    return _shared(activity_map, shared, systems=kept)


def remove_shared_object(activity_map: ActivityMap, shared: str) -> Change:
    """Remove a shared object; the services stay."""
    found(activity_map.shared_objects, shared, _SHARED)
    kept = tuple(one for one in activity_map.shared_objects if one.id != shared)
    return Change(activity_map.but(shared_objects=kept), frozenset({shared}))


def _shared(activity_map: ActivityMap, shared: str, **fields: object) -> Change:
    def edit(one: SharedObject) -> SharedObject:
        return changed(one, **fields)

    return edited(activity_map, "shared_objects", _SHARED, shared, edit)


def add_link(
    activity_map: ActivityMap, kind: LinkKind, source: str, target: str, label: str = ""
) -> Change:
    """Link two services; the same link twice changes nothing.

    Raises:
        EditError: a service would be linked to itself.
    """
    for system in (source, target):
        found(activity_map.systems, system, _SERVICE)
    if source == target:
        raise EditError(_TO_ITSELF)
    if any(
        (one.kind, one.source, one.target) == (kind, source, target) for one in activity_map.links
    ):
        return Change(activity_map)
    identity, number = new_id(activity_map, "link")
    link = Link(id=identity, kind=kind, source=source, target=target, label=clean_line(label))
    made = activity_map.but(links=(*activity_map.links, link), last_number=number)
    return Change(made, frozenset({identity}))


def change_link(activity_map: ActivityMap, link: str, kind: LinkKind) -> Change:
    """Let a link say something else."""
    return _link(activity_map, link, kind=kind)


def label_link(activity_map: ActivityMap, link: str, label: str) -> Change:
    """Give a link words of its own; empty ones bring back those of its kind."""
    return _link(activity_map, link, label=clean_line(label))


def reverse_link(activity_map: ActivityMap, link: str) -> Change:
    """Let a link run the other way."""
    one = found(activity_map.links, link, _LINK)
    return _link(activity_map, link, source=one.target, target=one.source)


def reroute_link(activity_map: ActivityMap, link: str, source: str, target: str) -> Change:
    """Let a link join other services.

    Raises:
        EditError: a service would be linked to itself.
    """
    for system in (source, target):
        found(activity_map.systems, system, _SERVICE)
    if source == target:
        raise EditError(_TO_ITSELF)
    return _link(activity_map, link, source=source, target=target)


def remove_link(activity_map: ActivityMap, link: str) -> Change:
    """Remove a link; the services stay."""
    found(activity_map.links, link, _LINK)
    kept = tuple(one for one in activity_map.links if one.id != link)
    return Change(activity_map.but(links=kept), frozenset({link}))


def _link(activity_map: ActivityMap, link: str, **fields: object) -> Change:
    def edit(one: Link) -> Link:
        return changed(one, **fields)

    return edited(activity_map, "links", _LINK, link, edit)
