"""Edits of versions: the map as it stood on a day, kept beside the map as it is."""

import datetime

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.edits.change import Change, changed, edited, new_id
from activitymap.model.text import clean_line

_KIND = "version"


def keep_version(activity_map: ActivityMap, date: datetime.date, name: str = "") -> Change:
    """Keep the map as it stands today.

    Raises:
        EditError: the map is empty, or the last version is just the same.
    """
    now = activity_map.but(versions=())
    if not now.systems:
        raise EditError("The map is empty. Draw a service before you keep a version.")
    if activity_map.versions and _same(activity_map.versions[-1].map, now):
        raise EditError("Nothing has changed since the last version was kept.")
    identity, number = new_id(activity_map, _KIND)
    version = Version(id=identity, name=clean_line(name), date=date, map=now)
    made = activity_map.but(versions=(*activity_map.versions, version), last_number=number)
    return Change(made, frozenset({identity}))


def _same(one: ActivityMap, other: ActivityMap) -> bool:
    """Whether two maps are equal but for the number given to the next id."""
    return one.but(last_number=0) == other.but(last_number=0)


def rename_version(activity_map: ActivityMap, version: str, name: str) -> Change:
    """Give a version another name; it may be empty."""

    def edit(one: Version) -> Version:
        return changed(one, name=clean_line(name))

    return edited(activity_map, "versions", _KIND, version, edit)


def remove_version(activity_map: ActivityMap, version: str) -> Change:
    """Throw a version away; the map as it is stays."""
    kept = tuple(one for one in activity_map.versions if one.id != version)
    if len(kept) == len(activity_map.versions):
        raise EditError("The version is no longer there. Choose another one.")
    return Change(activity_map.but(versions=kept), frozenset({version}))
