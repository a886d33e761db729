"""A block: the claims on one matter, or on matters declared to be related, and who meets whom."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from activitymap.model.contradictions.claims import Claim
from activitymap.model.contradictions.lexicon.lexicon import Lexicon
from activitymap.model.contradictions.names import Registry
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.judging import Kind


class Found(NamedTuple):
    """A clash that one rule found between ``claims``, with the slots it used of each."""

    rule: str
    kind: Kind
    claims: tuple[Claim, ...]
    slots: tuple[tuple[str, ...], ...]
    sentence: str


class Block(NamedTuple):
    """Claims in the order of the map, and what decides which of them are compared.

    ``related`` and ``costs`` hold the pairs of matters declared to be related and to cost one
    another, both ways round; ``own`` the matters in which everyone has their own.
    """

    claims: tuple[Claim, ...]
    neighbours: Neighbours
    registry: Registry
    related: frozenset[tuple[str, str]]
    costs: frozenset[tuple[str, str]]
    own: frozenset[str]
    lexicon: Lexicon

    def joined(self, one: Claim, other: Claim) -> Joined:
        """Return how the systems of two claims are joined."""
        return self.neighbours.joined(one.system, other.system)

    def comparable(self, one: Claim, other: Claim) -> bool:
        """Whether two claims are about the same or related matters in which they can meet."""
        if one.matter != other.matter and (one.matter, other.matter) not in self.related:
            return False
        return self.can_meet(one, other)

    def can_meet(self, one: Claim, other: Claim) -> bool:
        """Whether two claims are of different statements, and of matters that services share."""
        if one.statement is other.statement:
            return False
        if one.system == other.system or not self.own:
            return True
        return one.matter not in self.own and other.matter not in self.own

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Go through all pairs of claims in the order of the map."""
        return combinations(self.claims, 2)
