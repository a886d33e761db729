"""What a group makes of contradictions: what is asked for, what comes back, and what stays."""

from datetime import date

import pytest

from activitymap.errors import EditError
from activitymap.model.agenda import agenda
from activitymap.model.contradictions.detecting import Detector, detect
from activitymap.model.contradictions.naming import FindingNames
from activitymap.model.contradictions.since import new_rules, since_judged
from activitymap.model.discussing import Stage
from activitymap.model.edits.cards import write_slot
from activitymap.model.edits.discussing import topic_of, write_note
from activitymap.model.edits.judging import (
    draw_contradiction,
    judge,
    judge_found,
    remove_drawn,
    switch_rule,
)
from activitymap.model.edits.matters import remove_matter
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.edits.systems import remove_systems, rename_system
from activitymap.model.judgement_words import judgement_words, since_words, status_words
from activitymap.model.judging import Answer, End, Kind, Level, Status
from activitymap.model.meeting import present_on
from activitymap.model.sorting import rounds, settle
from activitymap.model.storage.file_format import decode, encode
from activitymap.model.values import Element
from tests.model.contradictions.maps import map_of, only_one, said

DAY, LATER = date(2026, 9, 1), date(2026, 10, 1)


def _clashing():
    return map_of(
        said("School", modality="must", text="tell all partners"),
        said("Health", modality="must not", text="tell nobody"),
    )


def _agreeing():
    return map_of(
        said("School", modality="must", text="meet every week"),
        said("Health", "tools", modality="must", text="meet in the ward"),
    )


def _sorted(activity_map, answer, **fields):
    (one,) = rounds(activity_map, detect(activity_map))
    return settle(activity_map, one.pairs[0], answer, DAY, **fields).map


# Judging ------------------------------------------------------------------------------------


def test_what_depends_on_something_is_a_tension_wherever_it_is_said():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY, depends_on="consent").map
    assert only_one(judged).kind is Kind.TENSION
    quick = _sorted(made, Answer.DEPENDS, depends_on="consent")
    assert quick.judgements[-1].kind is Kind.TENSION
    told = {"depends_on": "consent", "kind": Kind.GAP, "reason": "nobody asks"}
    assert judge_found(made, only_one(made), Status.CONFIRMED, DAY, **told).map.judgements[
        -1
    ].kind is (Kind.GAP)
    with pytest.raises(EditError, match="Depends on"):
        judge_found(made, only_one(made), Status.DISMISSED, DAY, depends_on="consent", reason="no")


def test_another_level_or_kind_needs_a_reason_once():
    made = _clashing()
    for fields in ({"level": Level.PRIMARY}, {"kind": Kind.GAP}):
        with pytest.raises(EditError, match="Say why"):
            judge_found(made, only_one(made), Status.CONFIRMED, DAY, **fields)
    first = judge_found(
        made, only_one(made), Status.CONFIRMED, DAY, level=Level.PRIMARY, reason="one rule"
    ).map
    again = judge_found(first, only_one(first), Status.CONFIRMED, DAY, level=Level.PRIMARY).map
    assert len(again.judgements) == 2


def test_where_it_lies_stays_beside_the_groups_level():
    made = _clashing()
    fields = {"level": Level.PRIMARY, "kind": Kind.TENSION, "reason": "one rule"}
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY, **fields).map
    found = only_one(judged)
    assert (found.level, found.kind) == (Level.PRIMARY, Kind.TENSION)
    assert (found.level_found, found.kind_found) == (Level.QUATERNARY, Kind.CONTRADICTION)
    again = judge_found(judged, found, Status.RESOLVED, LATER, reason="done").map
    assert {(one.level, one.kind) for one in again.judgements[-1].grounds} == {
        (Level.QUATERNARY, Kind.CONTRADICTION)
    }


def test_names_and_places_do_not_bring_a_judgement_back():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY).map
    renamed = rename_system(judged, "system-1", "The school").map
    assert only_one(renamed).status is Status.CONFIRMED
    (side, _) = renamed.judgements[0].grounds[0].sides
    assert (side.service, side.element, side.matter) == (
        "School",
        Element.RULES,
        "sharing information",
    )


def test_the_grounds_of_a_judgement_are_saved_and_opened_again():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY).map
    assert decode(encode(judged), "map").map == judged


def test_who_is_here_is_known_from_the_last_judgement_of_the_day():
    made = _clashing()
    one = only_one(made)
    assert present_on(made, DAY) == ()
    made = judge_found(made, one, Status.CONFIRMED, DAY, present=["nurse", "teacher"]).map
    made = judge_found(made, one, Status.CONFIRMED, DAY).map
    assert present_on(made, DAY) == ("nurse", "teacher")
    assert present_on(made, LATER) == ()


# The words ----------------------------------------------------------------------------------


def test_one_set_of_words_for_what_was_made_of_it():
    made = _clashing()
    assert status_words(only_one(made)) == "candidate: not yet looked at"
    for status in (Status.CONFIRMED, Status.DISMISSED, Status.RESOLVED):
        judged = judge_found(made, only_one(made), status, DAY).map
        assert status_words(only_one(judged)) == str(status)
        assert judgement_words(judged.judgements[0])[0] == f"1 September 2026: {status}"
    again = judge_found(made, only_one(made), Status.CANDIDATE, DAY).map
    assert status_words(only_one(again)) == "candidate: to be looked at again"
    changed = set_text(again, "statement-1", "tell every partner").map
    assert status_words(only_one(changed)) == "candidate: changed since you judged it"


# Changed since ------------------------------------------------------------------------------


def test_what_changed_is_told_then_and_now():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.DISMISSED, DAY).map
    assert since_judged(only_one(judged)) == ()
    changed = set_text(judged, "statement-1", "tell every partner").map
    changed = write_slot(changed, "statement-2", 0, "condition", "only if asked").map
    since = since_judged(only_one(changed))
    assert [(one.service, one.slot, one.then, one.now) for one in since] == [
        ("School", "", "tell all partners", "tell every partner"),
        ("Health", "condition", "", "only if asked"),
    ]
    assert since_words(since[0], "") == (
        "School: then “tell all partners”, now “tell every partner”"
    )
    assert since_words(since[1], "condition") == "Health: condition: now “only if asked”"


def test_a_new_rule_that_finds_it_is_named():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY).map
    for statement, limit in (("statement-1", "at most 1 day"), ("statement-2", "at least 1 week")):
        judged = write_slot(judged, statement, 0, "limit", limit).map
    assert new_rules(only_one(judged)) == ("limits",)


# Gone ---------------------------------------------------------------------------------------


def test_what_was_discussed_and_never_judged_stays_when_it_is_gone():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    noted = write_note(made, topic, Stage.AWARENESS, "we saw it").map
    assert detect(noted).gone == ()
    removed = remove_statements(noted, ["statement-1"]).map
    detection = detect(removed)
    (gone,) = detection.gone
    assert [side.text for side in gone.sides] == ["tell all partners", "tell nobody"]
    assert "“tell all partners” was removed" in gone.because
    assert gone.matters == ("matter-1",)
    assert status_words(gone) == "discussed, and not judged"
    assert detection.about(topic.about) is gone
    assert Detector(removed).detection == detection
    off = switch_rule(noted, "must-must-not", on=False).map
    assert len(detect(off).gone) == 1
    emptied = write_note(removed, topic, Stage.AWARENESS, "").map
    assert detect(emptied).gone == ()


def test_what_is_gone_can_still_be_judged():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY).map
    removed = remove_systems(judged, ["system-1"]).map
    (gone,) = detect(removed).gone
    resolved = judge_found(removed, gone, Status.RESOLVED, LATER, reason="the rule is gone").map
    (gone,) = detect(resolved).gone
    assert gone.status is Status.RESOLVED
    assert resolved.judgements[-1].grounds == resolved.judgements[0].grounds
    noted = write_note(made, topic_of(only_one(made), DAY), Stage.CHOICE, "drop the rule").map
    noted = remove_statements(noted, ["statement-2"]).map
    (gone,) = detect(noted).gone
    noted = judge_found(noted, gone, Status.RESOLVED, LATER, reason="dropped").map
    assert detect(noted).gone[0].status is Status.RESOLVED
    with pytest.raises(EditError, match="no longer in the map"):
        judge(removed, ("statement-1", "statement-9"), Status.RESOLVED, LATER)


def test_of_what_is_gone_the_names_stay():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.CONFIRMED, DAY).map
    removed = remove_matter(remove_systems(judged, ["system-1"]).map, "matter-1").map
    (gone,) = detect(removed).gone
    names = FindingNames(removed)
    assert [names.speaker(gone, side) for side in gone.sides] == ["School", "Health"]
    assert [names.is_removed(side) for side in gone.sides] == [True, False]
    assert names.matters(gone) == ("sharing information",)
    assert gone.level is Level.QUATERNARY


def test_of_a_drawn_one_that_was_removed_its_words_and_places_stay():
    made = _agreeing()
    ends = (
        End(system="system-1", element=Element.TOOLS),
        End(system="system-2", element=Element.COMMUNITY),
    )
    drawn = draw_contradiction(made, ends, "We just see it").map
    one = only_one(drawn)
    judged = judge_found(drawn, one, Status.CONFIRMED, DAY).map
    (gone,) = detect(remove_drawn(judged, one.about[0]).map).gone
    assert gone.own_words == "We just see it"
    assert "School (tools) and Health (community) was removed" in gone.because
    assert [side.element for side in gone.sides] == [Element.TOOLS, Element.COMMUNITY]
    assert gone.about == one.about


# Told apart in a quick round ----------------------------------------------------------------


def test_a_pair_that_no_rule_sees_and_the_group_tells_apart_is_an_equal():
    made = _agreeing()
    assert detect(made).contradictions == ()
    apart = _sorted(made, Answer.APART, present=["nurse"])
    found = only_one(apart)
    assert (found.status, found.kind, found.level) == (
        Status.CONFIRMED,
        Kind.CONTRADICTION,
        Level.QUATERNARY,
    )
    assert found.matters == ("matter-1",)
    assert "School (rules) and Health (tools)" in found.because
    assert agenda(detect(apart)) == (found,)
    assert detect(apart).groups[0].name == "sharing information"
    assert apart.judgements[0].present == ("nurse",)


def test_it_depends_is_a_tension_and_together_is_none():
    made = _agreeing()
    depends = only_one(_sorted(made, Answer.DEPENDS, depends_on="the day"))
    assert depends.kind is Kind.TENSION
    for answer in (Answer.TOGETHER, Answer.NOT_THE_SAME):
        detection = detect(_sorted(made, answer))
        assert (detection.contradictions, detection.gone) == ((), ())


def test_told_apart_and_then_together_it_is_listed_as_dismissed():
    both = _sorted(_sorted(_agreeing(), Answer.APART), Answer.TOGETHER)
    assert only_one(both).status is Status.DISMISSED


def test_told_apart_it_comes_back_when_its_words_change_and_is_gone_with_them():
    apart = _sorted(_agreeing(), Answer.APART)
    changed = only_one(set_text(apart, "statement-1", "meet every month").map)
    assert (changed.changed, changed.status) == (True, Status.CANDIDATE)
    removed = remove_statements(apart, ["statement-1"]).map
    (gone,) = detect(removed).gone
    assert gone.status is Status.CONFIRMED
    off = switch_rule(apart, "sorted", on=False).map
    assert "switched off" in detect(off).gone[0].because


def test_a_rule_that_sees_it_later_stands_in_its_place():
    apart = _sorted(_agreeing(), Answer.APART)
    clashing = write_slot(apart, "statement-2", 0, "modality", "must not").map
    found = only_one(clashing)
    assert found.rule == "must-must-not"
    assert found.changed
    detector = Detector(apart)
    assert detector.update(clashing) == detect(clashing)
    assert detector.update(apart) == detect(apart)


def test_looking_again_leaves_a_pair_open():
    made = _sorted(_agreeing(), Answer.APART)
    found = only_one(made)
    again = judge_found(made, found, Status.CANDIDATE, LATER).map
    (one,) = rounds(again, detect(again))
    assert one.pairs[0].answer is None
