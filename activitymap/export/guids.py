"""The ids that the REFI-QDA standard asks for, the same on every run."""

import uuid

from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import Context, Element, Force

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "activitymap/refi-qda")
FOLDERS = ("elements", "contexts", "forces", "matters", "needs")
"""Codes that hold the others."""
_COMMON = {*map(str, (*Element, *Context, *Force)), *FOLDERS}


class Guids:
    """Makes the ids of one map.

    A map has no identity of its own, and its title may change. What seldom changes is what it
    began with: its oldest service and statement, as the earliest version that it keeps has them.
    Two projects of one map can so be merged, and those of two maps do not fall into one.
    """

    def __init__(self, activity_map: ActivityMap) -> None:
        first = min(activity_map.versions, key=lambda one: one.date, default=None)
        self._beginning = _beginning(first.map if first else activity_map)

    def of(self, identity: str) -> str:
        """Return the id of one thing of this map."""
        return str(uuid.uuid5(_SPACE, f"{self._beginning}/{identity}"))

    def code(self, identity: str) -> str:
        """Return the id of a code; those of elements and contexts are the same for all maps."""
        return common(f"code {identity}") if identity in _COMMON else self.of(f"code {identity}")


def common(identity: str) -> str:
    """Return the id of what is the same in all maps."""
    return str(uuid.uuid5(_SPACE, identity))


def _beginning(activity_map: ActivityMap) -> str:
    systems = sorted(activity_map.systems, key=lambda one: _age(one.id))
    statements = sorted(
        (one for system in systems for one in system.statements), key=lambda one: _age(one.id)
    )
    return "/".join([*(one.name for one in systems[:1]), *(one.text for one in statements[:1])])


def _age(identity: str) -> tuple[int, str]:
    """Return what sorts ids by when they were given; they count upwards."""
    digits = identity.rpartition("-")[2]
    return int(digits) if digits.isascii() and digits.isdigit() else 0, identity
