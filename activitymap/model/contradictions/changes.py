"""Which blocks an edit touches other than through the claims themselves."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from activitymap.model.contradictions.building import Surroundings
from activitymap.model.contradictions.claim_index import ClaimIndex
from activitymap.model.contradictions.situation import Situation

K = TypeVar("K")
V = TypeVar("V")


def touched_blocks(old: Situation, new: Situation, claims: ClaimIndex) -> set[str] | None:
    """Return the blocks to look at again since ``old``; ``None`` for all of them.

    Switching a rule, relating matters or words changes what is compared everywhere. New neighbours
    touch what those systems say; names touch the claims that name somebody; matters, needs and
    judgements touch what shows them.
    """
    if (old.off, old.related, old.costs) != (new.off, new.related, new.costs):
        return None
    if old.lexicon is not new.lexicon:
        return None
    if _reordered(old.around.order, new.around.order) or _reordered(
        old.around.need_order, new.around.need_order
    ):
        return None
    matters = set(_differing(old.around.matters, new.around.matters))
    matters |= set(_differing(old.around.needs_of_matter, new.around.needs_of_matter))
    statements = set(
        _differing(old.around.needs_of_statement, new.around.needs_of_statement)
    ) | _judged(old.around, new.around)
    systems = new.neighbours.changed(old.neighbours)
    renamed = new.registry is not old.registry
    if systems or statements or renamed:
        for claim in claims.all():
            if (
                claim.system in systems
                or claim.statement.id in statements
                or (renamed and claim.names_somebody)
            ):
                matters.add(claim.matter)
    return {new.block(matter) for matter in matters}


def _judged(old: Surroundings, new: Surroundings) -> set[str]:
    return {key for about in _differing(old.judgements, new.judgements) for key in about}


def _differing(old: Mapping[K, V], new: Mapping[K, V]) -> Iterator[K]:
    """Go through the keys whose values are not the very same, or equal, in both."""
    if old is new:
        return
    for key in old.keys() | new.keys():
        before, now = old.get(key), new.get(key)
        if before is not now and before != now:
            yield key


def _reordered(old: Mapping[str, int], new: Mapping[str, int]) -> bool:
    """Whether what is in both changed its order."""
    if old is new:
        return False
    return [key for key in old if key in new] != [key for key in new if key in old]
