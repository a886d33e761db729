"""What a drawing shows in plain sentences, for people who hear it instead of seeing it."""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.values import ActivitySystem, Bearing, Element
from activitymap.model.wording import worded

MOST = 40
"""Contradictions told one by one; beyond that a listener is better served by the list."""


def description(activity_map: ActivityMap, found: Iterable[Contradiction]) -> str:
    """Return the services, what they work on together, and the contradictions, in sentences."""
    told = [_service(system) for system in activity_map.systems]
    names = {system.id: system.name for system in activity_map.systems}
    for shared in activity_map.shared_objects:
        members = ", ".join(names[member] for member in shared.systems) or worded("nobody yet")
        sentence = "Shared object {name}, worked on by {members}."
        told.append(worded(sentence, name=shared.name, members=members))
    told += _needs(activity_map)
    listed = list(found)
    told.append(worded("Contradictions, tensions and gaps: {count}.", count=len(listed)))
    told += [one.because for one in listed[:MOST]]
    return " ".join(told)


def _service(system: ActivitySystem) -> str:
    """Return what a service says, element by element."""
    said = [
        worded(
            "{element}: {statements}.",
            element=worded(str(element)),
            statements="; ".join(
                one.words for one in system.statements if one.element is element
            ).rstrip("."),
        )
        for element in Element
        if any(one.element is element for one in system.statements)
    ]
    return " ".join(
        (
            worded("Service {name}.", name=system.name),
            *(said or [worded("It has no statements yet.")]),
        )
    )


def _needs(activity_map: ActivityMap) -> Iterable[str]:
    """Yield what is needed, and by which services it is served and hindered."""
    owner = {one.id: system.name for system in activity_map.systems for one in system.statements}
    for need in activity_map.needs:
        named = {
            bearing: ", ".join(
                dict.fromkeys(
                    owner[mark.statement]
                    for mark in activity_map.need_marks
                    if mark.need == need.id and mark.bearing is bearing
                )
            )
            for bearing in Bearing
        }
        yield worded(
            "Need “{need}”, served by {served}, hindered by {hindered}.",
            need=need.text,
            served=named[Bearing.SERVES] or worded("nobody"),
            hindered=named[Bearing.HINDERS] or worded("nobody"),
        )
