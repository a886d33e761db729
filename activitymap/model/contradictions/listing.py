"""Going through the list of what was found: what stands beside something, and what is next."""

from collections.abc import Sequence

from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.judging import Status


def listed_with(detection: Detection, about: Sequence[str]) -> tuple[Contradiction, ...]:
    """Return what is listed under one heading with a contradiction, itself among it.

    The heading is a matter, *not linked*, or what is gone; none where it is not listed at all.
    """
    wanted = frozenset(about)
    matters = (group.contradictions for group in detection.groups)
    for several in (*matters, detection.unlinked, detection.gone):
        if any(frozenset(one.about) == wanted for one in several):
            return several
    return ()


def next_candidate(detection: Detection, about: Sequence[str]) -> Contradiction | None:
    """Return the next candidate after a contradiction in the order of the list, and around it."""
    several, wanted = detection.contradictions, frozenset(about)
    places = [frozenset(one.about) for one in several]
    start = places.index(wanted) + 1 if wanted in places else 0
    for one in (*several[start:], *several[:start]):
        if one.status is Status.CANDIDATE and frozenset(one.about) != wanted:
            return one
    return None
