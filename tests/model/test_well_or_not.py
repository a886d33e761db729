"""Why a map shows no contradiction, and what would mend it."""

from datetime import date

import pytest

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.judging import judge_found
from activitymap.model.judging import Status
from activitymap.model.values import Element, Statement
from activitymap.model.well_or_not import Mend, well_or_not
from tests.model.contradictions.maps import map_of, said


def _verdict(activity_map):
    return well_or_not(activity_map, detect(activity_map))


def _without_matters(activity_map):
    return activity_map.but(
        systems=tuple(
            system.but(statements=tuple(one.but(readings=()) for one in system.statements))
            for system in activity_map.systems
        )
    )


AGREED = map_of(said("School", modality="must"), said("CAMHS", modality="must"))
CLASHING = map_of(said("School", modality="must"), said("CAMHS", modality="must not"))
APART = map_of(said("School", modality="must"), said("CAMHS", modality="must not"), joined=False)
OTHER = map_of(said("School", matter="a"), said("CAMHS", matter="b"))


@pytest.mark.parametrize(
    ("activity_map", "words", "mend"),
    [
        (ActivityMap(), "There is no service yet", Mend.DRAW),
        (map_of(said("School")), "School is the only service", Mend.DRAW),
        (_without_matters(AGREED), "0 of 2 statements say what matter", Mend.MATTERS),
        (OTHER, "no two of them are on the same matter", Mend.MATTERS),
        (APART, "School and CAMHS are not linked", Mend.JOIN),
        (AGREED, "All is well: 2 statements were compared", None),
    ],
)
def test_the_reason_is_the_actual_one(activity_map, words, mend):
    verdict = _verdict(activity_map)
    assert words in verdict.words
    assert verdict.mend is mend


def test_a_map_with_contradictions_needs_no_reason():
    assert _verdict(CLASHING) is None


def test_what_is_all_judged_is_well():
    one = detect(CLASHING).contradictions[0]
    judged = judge_found(CLASHING, one, Status.RESOLVED, date(2026, 9, 1)).map
    assert "dismissed or resolved" in _verdict(judged).words


def test_the_two_to_join_are_those_that_clash():
    made = map_of(
        said("A", matter="a"),
        said("B", modality="must", matter="b"),
        said("C", modality="must not", matter="b"),
        joined=False,
    )
    assert _verdict(made).pair == ("system-2", "system-3")


def test_what_is_well_says_what_was_not_compared():
    alone = AGREED.systems[0].but(
        id="system-9",
        name="Club",
        statements=(Statement(id="statement-99", element=Element.RULES, text="Play"),),
    )
    verdict = _verdict(AGREED.but(systems=(*AGREED.systems, alone)))
    assert verdict.words.startswith("All is well")
    assert "School and Club, CAMHS and Club are not linked" in verdict.words
