"""Services compared: what counts, how often they meet, and what divides them."""

from datetime import date

import pytest
from hypothesis import given

from activitymap.model.comparing import (
    count_words,
    dividing_matters,
    meeting_words,
    meetings,
    open_ones,
    pairs_of,
    total,
)
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.judging import judge, judge_found
from activitymap.model.edits.statements import set_text
from activitymap.model.excerpt import excerpt
from activitymap.model.judging import Answer, Level, Status
from activitymap.model.values import Bearing, Need, NeedMark
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

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


def _hindered(activity_map, *statements):
    """Return a map in which statements hinder a need."""
    marks = tuple(
        NeedMark(statement=one, need="need-1", bearing=Bearing.HINDERS) for one in statements
    )
    return activity_map.but(needs=(Need(id="need-1", text="Rest"),), need_marks=marks)


def test_every_pair_has_its_contradictions_by_level_and_its_agreements():
    found = _meetings(_map())
    assert len(found) == 6
    one = found[frozenset(("system-1", "system-2"))]
    assert (one.levels, one.agreements) == ({Level.QUATERNARY: 1}, ())
    together = found[frozenset(("system-1", "system-3"))]
    assert (together.contradictions, len(together.agreements)) == ((), 1)
    assert found[frozenset(("system-1",))].levels == {Level.SECONDARY: 1}
    assert not found[frozenset(("system-2",))].contradictions


@given(activity_maps())
def test_all_of_a_service_is_what_lies_in_its_cells_each_once(activity_map):
    detection = detect(activity_map)
    met = meetings(activity_map, detection, agreements(activity_map))
    for system in activity_map.systems:
        counted = {one.about for one in total(met, system.id).contradictions}
        assert counted == {
            one.about
            for one in open_ones(detection.contradictions)
            if any(system.id in pair for pair in pairs_of(one))
        }


@pytest.mark.parametrize("status", [Status.DISMISSED, Status.RESOLVED])
def test_what_is_dismissed_or_resolved_does_not_count(status):
    made = _map()
    first = detect(made).contradictions[0]
    judged = judge_found(made, first, status, DAY).map
    (pair,) = pairs_of(first)
    meeting = _meetings(judged)[pair]
    assert not meeting.contradictions
    assert len(meeting.resolved) == (status is Status.RESOLVED)
    assert not [one for one in dividing_matters(detect(judged)) if first in one.contradictions]


def test_a_cell_says_in_plain_words_how_many_and_where():
    made = _map()
    met = _meetings(made)
    pair = frozenset(("system-1", "system-2"))
    assert meeting_words(met[pair]) == ["1 contradiction", "between services"]
    assert meeting_words(met[frozenset(("system-1", "system-3"))]) == ["1 agreement"]
    confirmed = judge_found(made, met[pair].contradictions[0], Status.CONFIRMED, DAY).map
    assert "1 confirmed" in meeting_words(_meetings(confirmed)[pair])
    resolved = judge_found(made, met[pair].contradictions[0], Status.RESOLVED, DAY).map
    assert meeting_words(_meetings(resolved)[pair]) == ["1 resolved"]


def test_milder_ones_are_told_apart_from_contradictions():
    found = detect(
        map_of(
            said("A", modality="must"),
            said("B", modality="must not"),
            said("C", modality="need not"),
        )
    ).contradictions
    assert count_words(found).replace("\xa0", " ") == "2 contradictions (1 tension)"
    tension = [one for one in found if one.kind == "tension"]
    assert count_words(tension) == "1 tension"


def test_services_that_nothing_joins_say_so():
    made = map_of(said("A", modality="must"), said("B", modality="must not"), joined=False)
    meeting = _meetings(made)[frozenset(("system-1", "system-2"))]
    assert meeting_words(meeting) == ["not linked", "1 on the same matter"]


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


def test_who_only_hinders_a_need_is_not_divided():
    made = map_of(
        said("A", modality="must", matter="q"),
        said("B", modality="must not", matter="q"),
        said("C", "outcome", matter="q", text="rest"),
        said("C", "outcome", matter="alone"),
    )
    (one,) = dividing_matters(detect(_hindered(made, "statement-3", "statement-4")))
    assert (one.name, one.systems) == ("q", ("system-1", "system-2"))
    assert len(one.contradictions) == 1
    assert len(one.inner) == 1


def test_what_the_group_called_together_is_an_agreement_until_its_words_change():
    made = _map()
    (one,) = (
        c for c in detect(made).contradictions if set(c.about) == {"statement-1", "statement-2"}
    )
    judged = judge_found(made, one, Status.DISMISSED, DAY, answer=Answer.TOGETHER).map
    found = [a for a in agreements(judged) if {s.id for s in a.sides} == set(one.about)]
    assert [a.judged for a in found] == [True]
    assert "School and Health" in found[0].sentence
    changed = set_text(judged, "statement-2", "quite another text").map
    assert not [a for a in agreements(changed) if a.judged]


def test_what_the_group_judged_otherwise_is_no_agreement():
    made = _map()
    both = {"statement-1", "statement-3"}
    (computed,) = (a for a in agreements(made) if {s.id for s in a.sides} == both)
    assert not computed.judged
    judged = judge(made, sorted(both), Status.CONFIRMED, DAY, answer=Answer.APART).map
    assert not [a for a in agreements(judged) if {s.id for s in a.sides} == both]


def test_an_excerpt_holds_two_services_and_what_lies_between_them():
    part = excerpt(_map(), ("system-1", "system-3"))
    assert [system.name for system in part.systems] == ["School", "Court"]
    assert part.shared_objects[0].systems == ("system-1", "system-3")
    alone = excerpt(_map(), ("system-2",))
    assert alone.shared_objects[0].systems == ("system-2",)
