"""The contradictions found so far, by what they are about and by the group they are listed in."""

from collections.abc import Iterable, Mapping

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.grouping import Placed

About = tuple[str, ...]
AFTER_ALL = (1_000_000_000,)
"""The position of what stands at no claim; it is listed after what does."""


class Book:
    """Contradictions by what they are about; those of systems that nothing joins stand apart."""

    def __init__(self) -> None:
        self._group_of: dict[About, str | None] = {}
        self._groups: dict[str | None, dict[About, Placed]] = {}
        self._unlinked: dict[About, Placed] = {}
        self._special: dict[str | None, list[Placed]] = {}

    def replace(self, entries: Iterable[tuple[About, Placed | None]]) -> set[str | None]:
        """Put each entry in the place of what was there (``None`` takes it out).

        Returns:
            The groups whose rows are stale.
        """
        stale: set[str | None] = set()
        for about, placed in entries:
            if about in self._group_of:
                group = self._group_of.pop(about)
                del self._groups[group][about]
                stale.add(group)
            self._unlinked.pop(about, None)
            if placed is None:
                continue
            if not placed.contradiction.linked:
                self._unlinked[about] = placed
                continue
            group = placed.contradiction.matters[0]
            self._group_of[about] = group
            self._groups.setdefault(group, {})[about] = placed
            stale.add(group)
        return stale

    def replace_special(self, found: Iterable[Contradiction]) -> set[str | None]:
        """Take ``found`` (with needs, or drawn) for all that came from no pair of cards.

        Returns:
            The groups whose rows are stale.
        """
        before = self._special
        self._special = {}
        for place, one in enumerate(found):
            group = one.matters[0] if one.matters else None
            self._special.setdefault(group, []).append(Placed(((*AFTER_ALL, place),), one))
        return {
            group
            for group in before.keys() | self._special.keys()
            if before.get(group) != self._special.get(group)
        }

    def group(self, group: str | None) -> list[Placed]:
        """Return all that is listed under a matter, or under none."""
        return [*self._groups.get(group, {}).values(), *self._special.get(group, ())]

    def unlinked(self, order: Mapping[str, int]) -> tuple[Contradiction, ...]:
        """Return the clashes between systems that nothing joins, by matter in ``order``."""

        def key(placed: Placed) -> tuple[int, tuple[tuple[int, ...], ...]]:
            # Positions are compared within a matter only: there they are all of one age.
            return order[placed.contradiction.matters[0]], placed.position

        return tuple(placed.contradiction for placed in sorted(self._unlinked.values(), key=key))
