"""What a drawing shows in plain sentences, for people who hear it instead of seeing it."""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.values import Element

MOST = 40
"""Contradictions told one by one; beyond that a listener is better served by the list."""


def description(activity_map: ActivityMap, found: Iterable[Contradiction]) -> str:
    """Return the services, what they work on together, and the contradictions, in sentences."""
    told: list[str] = []
    for system in activity_map.systems:
        counts = [
            f"{sum(one.element is element for one in system.statements)} in {element}"
            for element in Element
            if any(one.element is element for one in system.statements)
        ]
        told.append(f"Service {system.name}: {', '.join(counts) or 'no statements yet'}.")
    names = {system.id: system.name for system in activity_map.systems}
    for shared in activity_map.shared_objects:
        members = ", ".join(names[member] for member in shared.systems)
        told.append(f"Shared object {shared.name}, worked on by {members or 'nobody yet'}.")
    listed = list(found)
    told.append(f"Contradictions: {len(listed)}.")
    told += [one.because for one in listed[:MOST]]
    return " ".join(told)
