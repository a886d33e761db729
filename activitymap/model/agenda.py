"""The order in which a group discusses what was found: needs first, then what is most certain."""

from collections.abc import Iterable

from activitymap.model.contradictions.finding import Certainty, Contradiction, Detection
from activitymap.model.judging import Status

_CERTAINTIES = tuple(Certainty)


def agenda(detection: Detection) -> tuple[Contradiction, ...]:
    """Return what is still to be discussed: neither dismissed nor resolved.

    What touches a need comes first, then what is declared before what was read; among equals the
    order of the list.
    """
    still = [
        one
        for one in detection.contradictions
        if one.status in {Status.CANDIDATE, Status.CONFIRMED}
    ]
    return tuple(sorted(still, key=lambda one: (not one.needs, _CERTAINTIES.index(one.certainty))))


def one_of_each_matter(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Return the first contradiction of each matter, and each that is about none."""
    seen: set[str] = set()
    kept = []
    for one in found:
        if not seen.intersection(one.matters):
            kept.append(one)
        seen.update(one.matters)
    return tuple(kept)
