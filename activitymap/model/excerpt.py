"""A part of a map: some of its services with what lies between them."""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap


def excerpt(activity_map: ActivityMap, systems: Iterable[str]) -> ActivityMap:
    """Return a map of some services, their shared objects and links, without places.

    A shared object is left out where fewer than two of the services work on it, unless there is
    only one service.
    """
    wanted = frozenset(systems)
    least = min(2, len(wanted))
    shared = tuple(
        one.but(systems=tuple(member for member in one.systems if member in wanted), place=None)
        for one in activity_map.shared_objects
        if len(wanted.intersection(one.systems)) >= least
    )
    kept = tuple(
        system.but(place=None, mirrored=False)
        for system in activity_map.systems
        if system.id in wanted
    )
    return ActivityMap(
        title=activity_map.title,
        systems=kept,
        shared_objects=shared,
        links=tuple(
            link for link in activity_map.links if link.source in wanted and link.target in wanted
        ),
        matters=activity_map.matters,
        last_number=activity_map.last_number,
    )
