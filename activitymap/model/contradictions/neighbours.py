"""Which systems are joined, by a link or by working on the same shared object."""

from collections.abc import Mapping
from enum import Enum

from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import LinkKind

_NONE: frozenset[str] = frozenset()


class Joined(Enum):
    """How two systems are joined."""

    SAME = "one system"
    LINKED = "linked"
    NEWER = "a newer form"
    UNLINKED = "not linked"


class Neighbours:
    """Who is joined to whom; its size grows with the links and not with the pairs of systems.

    With ``newer_forms`` false, systems that only *is a newer form of* joins are not joined.
    ``shared`` holds the shared objects of each system, ``links`` the systems it is linked to.
    """

    def __init__(self, activity_map: ActivityMap, newer_forms: bool = True) -> None:
        self.shared: dict[str, frozenset[str]] = {}
        self.links: dict[str, dict[str, Joined]] = {}
        for shared in activity_map.shared_objects:
            for system in shared.systems:
                self.shared[system] = self.shared.get(system, _NONE) | {shared.id}
        for link in activity_map.links:
            newer = link.kind is LinkKind.NEWER_FORM
            how = Joined.LINKED if not newer else Joined.NEWER if newer_forms else Joined.UNLINKED
            for one, other in ((link.source, link.target), (link.target, link.source)):
                known = self.links.setdefault(one, {})
                # A newer form is compared as such, whatever else joins the two.
                if newer or other not in known:
                    known[other] = how

    def joined(self, one: str, other: str) -> Joined:
        """Return how two systems are joined, by their ids."""
        if one == other:
            return Joined.SAME
        links = self.links.get(one)
        if links:
            how = links.get(other)
            if how is not None:
                return how
        shared = self.shared.get(one)
        if shared and not shared.isdisjoint(self.shared.get(other, _NONE)):
            return Joined.LINKED
        return Joined.UNLINKED

    def changed(self, before: "Neighbours") -> set[str]:
        """Return the ids of the systems whose neighbours may differ from those ``before``."""
        if self is before:
            return set()
        return _differing(self.shared, before.shared) | _differing(self.links, before.links)


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
