"""Finding clashes: against a numpy join, its growth, and looking again after one edit."""

from collections.abc import Iterator

import numpy

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import Detector, detect
from activitymap.model.reading import Modality
from bench.maps import large_map
from bench.timing import Ratio, best

STATEMENTS_EACH = 20


def ratios() -> Iterator[Ratio]:
    """Measure 10,000 statements, ten times as many, and one edit."""
    small = large_map(500, STATEMENTS_EACH)
    found, joined = best(lambda: detect(small), lambda: join(small))
    yield Ratio(
        "finding clashes, 10,000 statements", "numpy join on (link, matter)", found, joined, 5
    )
    large = large_map(5_000, STATEMENTS_EACH)
    grown, _ = best(lambda: detect(large), lambda: None, rounds=2)
    yield Ratio("finding clashes, 100,000 statements", "finding 10,000", grown, found, 20)
    detector = Detector(small)
    edited = [_edited(small), small]
    again, _ = best(lambda: [detector.update(each) for each in edited], lambda: None)
    yield Ratio("looking again after one edit", "finding 10,000", again / 2, found, 0.05)


def _edited(activity_map: ActivityMap) -> ActivityMap:
    """Return the map with one card changed in the middle."""
    systems = list(activity_map.systems)
    middle = len(systems) // 2
    statements = list(systems[middle].statements)
    place = next(place for place, statement in enumerate(statements) if statement.readings)
    card = statements[place].readings[0]
    modality = Modality.MAY if card.modality is Modality.MUST_NOT else Modality.MUST_NOT
    statements[place] = statements[place].but(readings=(card.but(modality=modality),))
    systems[middle] = systems[middle].but(statements=tuple(statements))
    return activity_map.but(systems=tuple(systems))


def join(activity_map: ActivityMap) -> tuple[object, object]:
    """Return the pairs of cards that share a shared object and a matter, as two index arrays.

    It is the least that detection must do: it looks at no slot and explains nothing.
    """
    systems = {system.id: number for number, system in enumerate(activity_map.systems)}
    matters = {matter.id: number for number, matter in enumerate(activity_map.matters)}
    said = [
        (number, matters[reading.matter])
        for number, system in enumerate(activity_map.systems)
        for statement in system.statements
        for reading in statement.readings
        if reading.matter
    ]
    members = [
        (systems[member], number)
        for number, shared in enumerate(activity_map.shared_objects)
        for member in shared.systems
    ]
    speaker, matter = numpy.array(said).T
    member, shared_object = numpy.array(sorted(members)).T
    first = numpy.searchsorted(member, speaker)
    count = numpy.searchsorted(member, speaker, side="right") - first
    card = numpy.repeat(numpy.arange(len(speaker)), count)
    step = numpy.arange(count.sum()) - numpy.repeat(numpy.cumsum(count) - count, count)
    key = shared_object[numpy.repeat(first, count) + step] * len(matters) + matter[card]
    order = numpy.argsort(key, kind="stable")
    key, card = key[order], card[order]
    following = numpy.searchsorted(key, key, side="right") - numpy.arange(len(key)) - 1
    left = numpy.repeat(numpy.arange(len(key)), following)
    step = numpy.arange(following.sum()) - numpy.repeat(
        numpy.cumsum(following) - following, following
    )
    return card[left], card[left + step + 1]
