"""A copy of a map without the names of people, what was replaced in it, and what looks like one."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.proposing import Proposal, proposals
from activitymap.model.anonymising.replacing import Names
from activitymap.model.contradictions.rewording import stand_for
from activitymap.model.edits.change import changed
from activitymap.model.texts import rewritten, texts_of


class Replacement(NamedTuple):
    """A name, what is shown instead of it, and how often it was replaced.

    What an earlier version of the map says just like the map as it is counts once.
    """

    name: str
    instead: str
    times: int


class Anonymised(NamedTuple):
    """A map without the names of people, what was replaced, and what looks like a name."""

    map: ActivityMap
    replaced: tuple[Replacement, ...]
    doubtful: tuple[Proposal, ...]

    @property
    def is_clear(self) -> bool:
        """Whether nothing was replaced, and nothing looks like a name."""
        return not self.doubtful and not any(one.times for one in self.replaced)


def anonymised(activity_map: ActivityMap) -> Anonymised:
    """Return a map in which every name of its list is replaced, wherever somebody wrote it.

    Ids stay, so that what is chosen in the one is found in the other; unchanged parts are shared.
    The list of names, which tells who is who, is left out. What is found in the copy is what was
    found in the map, told without the names.
    """
    names = Names(activity_map.names)
    made = without_names(activity_map, names)
    counts: Counter[str] = Counter()
    for text in _told(activity_map):
        counts.update(one.name for one in names.standing(text))
    replaced = tuple(
        Replacement(one.name, names.instead[one.name], counts[one.name])
        for one in activity_map.names
    )
    return Anonymised(made, replaced, proposals(activity_map, names, tuple(_told(made))))


def without_names(activity_map: ActivityMap, names: Names) -> ActivityMap:
    """Return the copy alone: a map, and its versions, without the names and the list of them."""
    versions = tuple(
        changed(one, name=names.replaced(one.name), map=without_names(one.map, names))
        for one in activity_map.versions
    )
    bare = rewritten(changed(activity_map, versions=()), names.replaced)
    made = changed(bare, names=(), not_names=(), versions=versions)
    if made == activity_map:
        return activity_map
    stand_for(made, activity_map, names.replaced)
    return made


def _told(activity_map: ActivityMap) -> Iterator[str]:
    """Yield the texts of a map, and those of its versions that it does not have itself."""
    texts = list(texts_of(changed(activity_map, versions=())))
    yield from texts
    seen = set(texts)
    for version in activity_map.versions:
        for text in texts_of(version):
            if text not in seen:
                seen.add(text)
                yield text
