"""What decides, beside the claims themselves, which of them are compared and how it is shown."""

from collections.abc import Iterable
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.block import Block
from activitymap.model.contradictions.building import Surroundings, surroundings
from activitymap.model.contradictions.claims import Claim
from activitymap.model.contradictions.lexicon.lexicon import Lexicon, lexicon_of
from activitymap.model.contradictions.names import Registry
from activitymap.model.contradictions.neighbours import Neighbours
from activitymap.model.contradictions.rules.table import NEWER_FORM
from activitymap.model.values import MatterKind, MatterRelation, RelatedMatters

Pairs = frozenset[tuple[str, str]]


class Situation(NamedTuple):
    """Links, names, relations of matters, switched-off rules and surroundings of one map.

    ``block_of`` gives the block of a matter that is joined to others; any other is its own.
    """

    neighbours: Neighbours
    registry: Registry
    related: Pairs
    costs: Pairs
    own: frozenset[str]
    block_of: dict[str, str]
    off: frozenset[str]
    around: Surroundings
    lexicon: Lexicon

    def block(self, matter: str) -> str:
        """Return the key of the block to which a matter belongs."""
        return self.block_of.get(matter, matter)

    def block_with(self, claims: tuple[Claim, ...]) -> Block:
        """Return a block of claims, with what decides which of them are compared."""
        return Block(
            claims,
            self.neighbours,
            self.registry,
            self.related,
            self.costs,
            self.own,
            self.lexicon,
        )


def situation(activity_map: ActivityMap) -> Situation:
    """Gather the situation of a map."""
    off = frozenset(activity_map.rules_off)
    relations = activity_map.related_matters
    return Situation(
        neighbours=Neighbours(activity_map, NEWER_FORM.name not in off),
        registry=Registry(activity_map.systems),
        related=_both_ways(relations, MatterRelation.RELATED),
        costs=_both_ways(relations, MatterRelation.COST),
        own=_own(activity_map),
        block_of=_components(relations),
        off=off,
        around=surroundings(activity_map),
        lexicon=lexicon_of(activity_map.words),
    )


def renewed(before: Situation, was: ActivityMap, now: ActivityMap) -> Situation:
    """Return the situation of an edited map; parts that the edit left alone are kept as they are.

    Most edits change a statement, and then everything is kept.
    """
    everywhere = ("rules_off", "related_matters", "words")
    if any(getattr(was, name) is not getattr(now, name) for name in everywhere):
        return situation(now)
    if was.links is not now.links or was.shared_objects is not now.shared_objects:
        neighbours = Neighbours(now, NEWER_FORM.name not in before.off)
        before = before._replace(neighbours=neighbours)
    if was.matters is not now.matters:
        before = before._replace(own=_own(now))
    if any(
        getattr(was, name) is not getattr(now, name)
        for name in ("matters", "needs", "need_marks", "judgements")
    ):
        before = before._replace(around=surroundings(now))
    return before._replace(registry=before.registry.renewed(now.systems))


def _own(activity_map: ActivityMap) -> frozenset[str]:
    return frozenset(matter.id for matter in activity_map.matters if matter.kind is MatterKind.OWN)


def _both_ways(relations: Iterable[RelatedMatters], wanted: MatterRelation) -> Pairs:
    pairs = [relation.matters for relation in relations if relation.relation is wanted]
    return frozenset(pairs) | frozenset((other, one) for one, other in pairs)


def _components(relations: Iterable[RelatedMatters]) -> dict[str, str]:
    """Return a representative for each matter that is joined to others (union–find, Tarjan)."""
    parent: dict[str, str] = {}

    def root(matter: str) -> str:
        while parent.setdefault(matter, matter) != matter:
            parent[matter] = matter = parent[parent[matter]]
        return matter

    for relation in relations:
        one, other = (root(matter) for matter in relation.matters)
        # The smaller id leads, so that the same relations in any order give the same blocks.
        parent[max(one, other)] = min(one, other)
    return {matter: root(matter) for matter in tuple(parent)}
