"""Sorting matters: which pairs there are, what is believed, and that an answer is a judgement."""

from datetime import date

import pytest

from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.matters import set_matter_kind
from activitymap.model.edits.statements import set_text
from activitymap.model.judging import Answer, Kind, Status
from activitymap.model.sorting import rounds, settle
from activitymap.model.values import MatterKind
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)


def _map(joined=True):
    return map_of(
        said("Ward", modality="must", matter="keys"),
        said("Porters", modality="must not", matter="keys"),
        said("Kitchen", modality="must", matter="keys"),
        said("Ward", modality="must", condition="only if asked", matter="visits"),
        said("Porters", modality="must not", matter="visits"),
        said("Ward", modality="must", matter="meals"),
        said("Kitchen", modality="must", matter="meals"),
        said("Ward", modality="must", matter="alone"),
        joined=joined,
    )


def _rounds(activity_map):
    return rounds(activity_map, detect(activity_map))


def _pair(activity_map, matter, number=0):
    return next(one for one in _rounds(activity_map) if one.matter.name == matter).pairs[number]


def test_what_clashes_and_divides_most_comes_first():
    assert [one.matter.name for one in _rounds(_map())] == ["keys", "visits", "meals"]


def test_what_the_program_believes_is_there_to_agree_with():
    activity_map = _map()
    keys = next(one for one in _rounds(activity_map) if one.matter.name == "keys")
    assert [pair.belief for pair in keys.pairs] == [Answer.APART, Answer.TOGETHER, Answer.APART]
    visits = _pair(activity_map, "visits")
    assert (visits.belief, visits.depends_on) == (Answer.DEPENDS, "only if asked")
    assert _pair(activity_map, "meals").belief is Answer.TOGETHER


def test_services_that_nothing_joins_have_nothing_to_sort():
    assert _rounds(_map(joined=False)) == ()


@pytest.mark.parametrize("matter", ["keys", "meals"])
@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_a_judgement_that_stands_until_a_text_changes(matter, answer):
    activity_map = _map()
    pair = _pair(activity_map, matter)
    judged = settle(activity_map, pair, answer, DAY, "who is on shift").map
    (judgement,) = judged.judgements
    dismissed = answer in {Answer.TOGETHER, Answer.NOT_THE_SAME}
    assert judgement.status is (Status.DISMISSED if dismissed else Status.CONFIRMED)
    assert judgement.date == DAY
    assert judgement.kind is (Kind.TENSION if answer is Answer.DEPENDS else None)
    after = _pair(judged, matter)
    assert after.answer is answer
    assert not after.changed
    changed = set_text(judged, pair.about[0], "Something else altogether").map
    again = _pair(changed, matter)
    assert again.answer is None
    assert again.changed


def test_the_last_answer_counts():
    activity_map = _map()
    once = settle(activity_map, _pair(activity_map, "meals"), Answer.APART, DAY).map
    twice = settle(once, _pair(once, "meals"), Answer.TOGETHER, DAY).map
    assert _pair(twice, "meals").answer is Answer.TOGETHER
    assert len(twice.judgements) == 2


def test_a_matter_of_which_each_has_its_own_is_settled_as_a_whole():
    activity_map = _map()
    keys = next(one.id for one in activity_map.matters if one.name == "keys")
    own = set_matter_kind(activity_map, keys, MatterKind.OWN).map
    assert "keys" not in [one.matter.name for one in _rounds(own)]


def test_progress_follows_from_the_judgements():
    activity_map = _map()
    judged = settle(activity_map, _pair(activity_map, "keys", 1), Answer.TOGETHER, DAY).map
    keys = _rounds(judged)[0]
    assert (keys.settled, len(keys.pairs)) == (1, 3)
