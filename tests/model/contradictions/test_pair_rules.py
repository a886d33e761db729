"""Each rule of the table over pairs: what it finds, and the near-misses that it must not find."""

import pytest

from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.rules.table import PAIR_RULES, RULES
from tests.model.contradictions.maps import found, map_of, only_one, said

HEALTH, SCHOOL = "Health", "School"

CLASHES = [
    ("must-must-not", "contradiction", {"modality": "must"}, {"modality": "must not"}),
    ("must-not-may", "contradiction", {"modality": "may"}, {"modality": "must not"}),
    ("must-need-not", "tension", {"modality": "must"}, {"modality": "need not"}),
    (
        "limits",
        "contradiction",
        {"limit": "at most 24 hours"},
        {"limit": "at least 10 working days"},
    ),
    (
        "limits",
        "contradiction",
        {"limit": "every 6 weeks"},
        {"limit": "at least every 2 weeks"},
    ),
    ("cap-against-open-ended", "tension", {"limit": "at most 12 weeks"}, {"limit": "open-ended"}),
    ("pace", "tension", {"pace": "soon"}, {"pace": "in its own time"}),
    ("pace", "tension", {"pace": "soon"}, {"limit": "open-ended"}),
    ("pace", "tension", {"pace": "soon"}, {"condition": "until assessed"}),
    (
        "timetable",
        "contradiction",
        {"time": "09:00 to 15:00 weekdays"},
        {"time": "after 15:30"},
    ),
    ("wanted-change", "contradiction", {"change": "more"}, {"change": "less"}),
    ("wanted-change", "contradiction", {"change": "more"}, {"change": "end"}),
    ("wanted-change", "contradiction", {"change": "keep"}, {"change": "end"}),
    ("wanted-change", "contradiction", {"change": "start"}, {"change": "end"}),
    ("wanted-change", "tension", {"change": "keep"}, {"change": "less"}),
    ("wanted-change", "tension", {"change": "keep"}, {"change": "more"}),
    ("wanted-change", "tension", {"change": "less"}, {"change": "start"}),
    ("value", "contradiction", {"value": "at home"}, {"value": "placed"}),
    (
        "two-holders",
        "contradiction",
        {"holders": "head teacher", "share": "alone"},
        {"holders": "nurse", "share": "alone"},
    ),
    (
        "alone-shared",
        "contradiction",
        {"holders": "head teacher", "share": "alone"},
        {"share": "shared"},
    ),
    (
        "only",
        "contradiction",
        {"holders": "nurse", "share": "alone"},
        {"holders": "teaching assistant"},
    ),
    ("nobody", "gap", {"share": "nobody"}, {"relies_on": "Health"}),
    ("relies-on-forbidden", "contradiction", {"modality": "must not"}, {"relies_on": "Health"}),
    (
        "scope",
        "gap",
        {"scope": "threshold 8 or more"},
        {"scope": "threshold at most 3"},
    ),
    (
        "scope",
        "tension",
        {"scope": "age 0 to 11", "share": "alone", "holders": "nurse"},
        {"scope": "age 5 to 16"},
    ),
    ("relies-on-forbidden", "contradiction", {"limit": "exactly 0"}, {"relies_on": "Health"}),
    (
        "relies-on-forbidden",
        "contradiction",
        {"holders": "adviser", "relies_on": "adviser"},
        {"relies_on": "Health"},
    ),
    ("modality-against-change", "contradiction", {"modality": "must not"}, {"change": "more"}),
    ("modality-against-change", "contradiction", {"limit": "at most 6"}, {"change": "more"}),
    ("modality-against-change", "contradiction", {"modality": "must"}, {"change": "less"}),
    ("missing", "gap", {"state": "missing"}, {"relies_on": "Health"}),
]

AGREEING = [
    ({"holders": "nurse"}, {"relies_on": "Health"}),
    ({"modality": "must"}, {"modality": "may"}),
    ({"modality": "may"}, {"modality": "need not"}),
    ({"limit": "at most 24 hours"}, {"limit": "at most 3 days"}),
    ({"limit": "at most 10 working days"}, {"limit": "at least 2 weeks"}),
    ({"limit": "at most 12 months"}, {"limit": "at least 1 year"}),
    ({"limit": "at most 3 visits"}, {"limit": "at least 4 weeks"}),
    ({"limit": "at least 3 weeks"}, {"limit": "open-ended"}),
    ({"time": "09:00 to 15:00 weekdays"}, {"time": "Tuesday 14:00"}),
    ({"change": "more"}, {"change": "start"}),
    ({"change": "less"}, {"change": "end"}),
    ({"value": "At home"}, {"value": "at home"}),
    (
        {"holders": "the school nurse", "share": "alone"},
        {"holders": "school nurses", "share": "alone"},
    ),
    ({"holders": "teacher"}, {"holders": "nurse"}),
    ({"share": "nobody"}, {"modality": "must"}),
    ({"modality": "must not"}, {"relies_on": "the police"}),
    ({"limit": "at most 6 letters"}, {"relies_on": "Health"}),
    ({"scope": "age 0 to 5"}, {"scope": "age 6 to 11"}),
    ({"scope": "threshold 3 or more"}, {"scope": "threshold below 3"}),
    ({"modality": "must", "scope": "area North"}, {"modality": "must not", "scope": "area South"}),
    (
        {"modality": "must", "scope": "age 0 to 4"},
        {"modality": "must not", "scope": "age 5 to 9"},
    ),
    ({"modality": "must", "who": "parents"}, {"modality": "must not", "who": "nurses"}),
    (
        {"modality": "must", "value": "at home"},
        {"modality": "must not", "value": "placed"},
    ),
]


@pytest.mark.parametrize(("rule", "kind", "one", "other"), CLASHES)
def test_a_rule_finds_its_clash_whichever_comes_first(rule, kind, one, other):
    assert found(said(HEALTH, **one), said(SCHOOL, **other))[0] == (rule, kind)
    turned = map_of(said(SCHOOL, **other), said(HEALTH, **one))
    assert {(c.rule, str(c.kind)) for c in detect(turned).contradictions} >= {(rule, kind)}


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_near_misses_are_no_clash(one, other):
    assert found(said(HEALTH, **one), said(SCHOOL, **other)) == []
    assert found(said(SCHOOL, **other), said(HEALTH, **one)) == []


def test_every_pair_rule_has_a_case_here():
    assert {rule.name for rule in PAIR_RULES} == {rule for rule, *_ in CLASHES}


def test_every_rule_is_documented():
    for rule in RULES.values():
        assert rule.title
        assert rule.theory
        assert rule.example
    for rule in PAIR_RULES:
        assert rule.check.__doc__


@pytest.mark.parametrize("rule", sorted({rule for rule, *_ in CLASHES}))
def test_every_rule_can_be_switched_off(rule):
    one, other = next((one, other) for name, _, one, other in CLASHES if name == rule)
    activity_map = map_of(said(HEALTH, **one), said(SCHOOL, **other))
    assert only_one(activity_map).rule == rule
    off = activity_map.but(rules_off=(rule,))
    assert all(one.rule != rule for one in detect(off).contradictions)


def test_own_matters_clash_only_within_a_service():
    one, other = said(HEALTH, modality="must"), said(SCHOOL, modality="must not")
    assert found(one, other, own=["sharing information"]) == []
    assert found(one, one | {"modality": "must not"}, own=["sharing information"]) != []


def test_different_matters_do_not_meet():
    one = said(HEALTH, modality="must", matter="a")
    assert found(one, said(SCHOOL, modality="must not", matter="b")) == []


def test_services_that_nothing_joins_are_listed_apart():
    activity_map = map_of(
        said(HEALTH, modality="must"), said(SCHOOL, modality="must not"), joined=False
    )
    detection = detect(activity_map)
    assert detection.contradictions == ()
    (weak,) = detection.unlinked
    assert (weak.rule, weak.level, weak.linked) == ("must-must-not", None, False)


def test_the_explanation_is_the_computation():
    one = only_one(
        map_of(
            said(HEALTH, modality="must not", condition="without consent"),
            said(SCHOOL, modality="must"),
        )
    )
    assert "Health" in one.because
    assert "School" in one.because
    assert "without consent" in one.because
    assert "sharing information" in one.because
    (ground,) = (reason.ground for reason in one.reasons)
    assert ground.sides[0].slots == (("modality", "must not"), ("condition", "without consent"))
    assert ground.sides[1].slots == (("modality", "must"),)


def test_one_pair_is_one_contradiction_with_all_its_reasons():
    one = only_one(
        map_of(
            said(HEALTH, modality="must not", limit="at most 24 hours"),
            said(SCHOOL, modality="must", limit="at least 3 weeks"),
        )
    )
    assert [reason.rule for reason in one.reasons] == ["must-must-not", "limits"]
