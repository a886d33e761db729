"""Services compared: how often they meet, what divides them, and whose object is whose."""

from datetime import date

from activitymap.model.comparing import (
    Sameness,
    dividing_matters,
    meetings,
    pairs_of,
    shared_aims,
)
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.judging import judge_found
from activitymap.model.excerpt import excerpt
from activitymap.model.judging import Level, Status
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)


def _map():
    return map_of(
        said("School", modality="must", matter="a"),
        said("Health", modality="must not", matter="a"),
        said("Court", modality="must", matter="a"),
        said("School", modality="must", matter="b"),
        said("School", "tools", modality="must not", matter="b"),
    )


def _meetings(activity_map):
    return meetings(activity_map, detect(activity_map), agreements(activity_map))


def test_every_pair_has_its_contradictions_by_level_and_its_agreements():
    found = _meetings(_map())
    assert len(found) == 6
    one = found[frozenset(("system-1", "system-2"))]
    assert (one.levels, one.agreements) == ({Level.QUATERNARY: 1}, ())
    together = found[frozenset(("system-1", "system-3"))]
    assert (together.contradictions, len(together.agreements)) == ((), 1)
    assert found[frozenset(("system-1",))].levels == {Level.SECONDARY: 1}
    assert not found[frozenset(("system-2",))].contradictions


def test_what_is_dismissed_does_not_count():
    made = _map()
    first = detect(made).contradictions[0]
    judged = judge_found(made, first, Status.DISMISSED, DAY).map
    (pair,) = pairs_of(first)
    assert not _meetings(judged)[pair].contradictions


def test_what_divides_most_services_comes_first():
    made = map_of(
        *(said(name, modality="must", matter="small") for name in ("A", "B")),
        said("C", modality="must not", matter="small"),
        said("A", modality="must", matter="large"),
        said("B", modality="must", matter="large"),
        said("C", modality="must", matter="large"),
        said("D", modality="must not", matter="large"),
    )
    found = dividing_matters(detect(made))
    assert [(one.name, len(one.systems)) for one in found] == [("large", 4), ("small", 3)]


def test_whose_object_is_the_same_and_whose_only_seems_so():
    made = map_of(
        said("School", "object", change="more", matter="time", text="child in every lesson"),
        said("Health", "object", change="less", matter="time", text="child rested"),
        said("Court", "object", change="more", matter="other", text="a safe child"),
        said("Club", "object", change="more", matter="games", text="football"),
    )
    found = {
        frozenset(system.name for system in one.systems): one
        for one in shared_aims(made, detect(made))
    }
    seeming = found[frozenset(("School", "Health"))]
    assert seeming.sameness is Sameness.SEEMING
    assert len(seeming.because) == 1
    same = found[frozenset(("School", "Court"))]
    assert (same.sameness, same.words) == (Sameness.SAME, ("child",))
    assert found[frozenset(("School", "Club"))].sameness is Sameness.UNTOLD


def test_an_excerpt_holds_two_services_and_what_lies_between_them():
    part = excerpt(_map(), ("system-1", "system-3"))
    assert [system.name for system in part.systems] == ["School", "Court"]
    assert part.shared_objects[0].systems == ("system-1", "system-3")
    alone = excerpt(_map(), ("system-2",))
    assert alone.shared_objects[0].systems == ("system-2",)
