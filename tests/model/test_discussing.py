"""Judgements, discussions and versions: what stays, what is told, and what opens again."""

import json
from datetime import date

import pytest

from activitymap.errors import EditError, FileError
from activitymap.model.agenda import agenda
from activitymap.model.checking import problems
from activitymap.model.comparing_versions import compare_maps, newer_forms
from activitymap.model.contradictions.detecting import Detector, detect
from activitymap.model.contradictions.gone import SORTED
from activitymap.model.contradictions.rules import same_matter
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action, finish_action, reword_action
from activitymap.model.edits.discussing import (
    Topic,
    add_idea,
    add_lever,
    argue,
    discussion_about,
    remove_argument,
    remove_point,
    reword_argument,
    reword_idea,
    reword_lever,
    topic_of,
    write_note,
)
from activitymap.model.edits.joining import add_link
from activitymap.model.edits.judging import judge_found, switch_rule
from activitymap.model.edits.judging_again import judge_again
from activitymap.model.edits.needs import add_need
from activitymap.model.edits.statements import add_statements, remove_statements, set_text
from activitymap.model.edits.systems import add_system, remove_systems
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Answer, Level, Status
from activitymap.model.meeting import present_on
from activitymap.model.reading import Modality, Origin
from activitymap.model.storage.file_format import decode, encode
from activitymap.model.storage.migrations import migrated
from activitymap.model.values import Element, LinkKind
from tests.model.contradictions.maps import map_of, only_one, said

DAY, LATER = date(2026, 9, 1), date(2026, 10, 1)


def _clashing():
    return map_of(
        said("School", modality="must", text="tell all partners"),
        said("Health", modality="must not", text="tell nobody"),
    )


def _judged(status=Status.CONFIRMED, **fields):
    made = _clashing()
    return judge_found(made, only_one(made), status, DAY, **fields).map


# Judging ------------------------------------------------------------------------------------


def test_a_removed_statement_leaves_the_judgement_with_its_texts():
    made = remove_statements(_judged(reason="we saw it"), ["statement-1"]).map
    assert list(problems(made)) == []
    detection = detect(made)
    (gone,) = detection.gone
    assert [side.text for side in gone.sides] == ["tell all partners", "tell nobody"]
    assert [side.system for side in gone.sides] == [None, "system-2"]
    assert "“tell all partners” was removed" in gone.because
    assert gone.judgement is made.judgements[0]
    assert detection.about(gone.about) is gone


def test_of_a_removed_service_both_texts_stay():
    made = remove_systems(_judged(), ["system-1", "system-2"]).map
    (gone,) = detect(made).gone
    assert [side.text for side in gone.sides] == ["tell all partners", "tell nobody"]


@pytest.mark.parametrize("rule", sorted(RULES.keys() - {same_matter.RULE.name}))
def test_the_title_of_a_rule_that_is_switched_off_stands_in_quotation_marks_once(rule):
    judged = _judged()
    ground = judged.judgements[-1].grounds[0].but(rule=rule)
    kept = judged.but(
        judgements=(judged.judgements[-1].but(grounds=(ground,)),),
        rules_off=(rule, "must-must-not"),
    )
    (gone,) = detect(kept).gone
    assert "switched off" in gone.because
    assert (gone.because.count("“"), gone.because.count("”")) == (1, 1)


def test_a_rule_that_is_switched_off_and_a_text_that_changed_are_told_apart():
    off = switch_rule(_judged(), "must-must-not", on=False).map
    assert "switched off" in detect(off).gone[0].because
    made = _judged()
    card = made.systems[1].statements[0].readings[0].but(modality=Modality.MUST)
    statement = made.systems[1].statements[0].but(readings=(card,))
    agreeing = made.but(systems=(made.systems[0], made.systems[1].but(statements=(statement,))))
    assert "nothing clashes" in detect(agreeing).gone[0].because


def test_what_is_gone_is_kept_up_to_date_edit_by_edit():
    made = _judged()
    detector = Detector(made)
    assert detector.detection.gone == ()
    removed = remove_statements(made, ["statement-1"]).map
    assert detector.update(removed) == detect(removed)
    assert detector.update(made) == detect(made)


def test_a_quick_answer_without_a_rule_is_not_gone():
    made = _judged()
    judgement = made.judgements[0]
    ground = judgement.grounds[0].but(rule=SORTED)
    quick = judgement.but(
        answer=Answer.TOGETHER, grounds=(ground,), about=("statement-1", "statement-9")
    )
    kept = add_statements(made, "system-1", Element.RULES, ["another"]).map
    added = kept.systems[0].statements[-1].id
    both = kept.but(judgements=(quick.but(about=("statement-1", added)),))
    assert detect(both).gone == ()


def test_the_groups_own_words_and_level_stand_until_something_changes():
    made = _judged(text="Both keep to the law", level=Level.PRIMARY, reason="one rule")
    found = only_one(made)
    assert (found.told, found.level) == ("Both keep to the law", Level.PRIMARY)
    changed = only_one(set_text(made, "statement-1", "tell every partner").map)
    assert changed.changed
    assert changed.told == changed.because
    assert changed.level is Level.QUATERNARY


def test_judging_once_more_keeps_how_the_group_sees_it():
    made = _judged(
        text="Both keep to the law", level=Level.PRIMARY, depends_on="consent", reason="one law"
    )
    resolved = judge_again(
        made, only_one(made), Status.RESOLVED, LATER, reason="one rule now", present=("A", " B", "")
    ).map
    last = resolved.judgements[-1]
    assert (last.status, last.reason, last.present) == (Status.RESOLVED, "one rule now", ("A", "B"))
    assert (last.text, last.level) == ("Both keep to the law", Level.PRIMARY)
    assert last.depends_on == "consent"
    dismissed = judge_again(
        made, only_one(made), Status.DISMISSED, LATER, reason="two families", present=()
    ).map
    assert dismissed.judgements[-1].depends_on == ""
    edited = set_text(made, "statement-1", "tell every partner").map
    anew = judge_again(edited, only_one(edited), Status.CONFIRMED, LATER, reason="", present=()).map
    assert (anew.judgements[-1].text, anew.judgements[-1].level) == ("", None)


def test_who_was_present_is_present_for_the_rest_of_the_day():
    made = _judged(present=("the nurse", "the boy"))
    assert present_on(made, DAY) == ("the nurse", "the boy")
    assert present_on(made, LATER) == ()
    later = judge_found(made, only_one(made), Status.CONFIRMED, DAY).map
    assert present_on(later, DAY) == ("the nurse", "the boy")
    assert present_on(_clashing(), DAY) == ()


def test_the_agenda_holds_what_is_open_needs_first():
    made = map_of(
        said("School", modality="must", matter="a"),
        said("Health", modality="must not", matter="a"),
        said("School", modality="must", matter="b"),
        said("Health", modality="must not", matter="b"),
    )
    made = add_need(made, "rest", matter="matter-2").map
    first, second = agenda(detect(made))
    assert first.needs
    assert not second.needs
    judged = judge_found(made, first, Status.DISMISSED, DAY).map
    assert [one.about for one in agenda(detect(judged))] == [second.about]


# Discussing ---------------------------------------------------------------------------------


def test_one_discussion_in_whichever_order_its_sides_are_named():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    made = write_note(made, topic, Stage.AWARENESS, "first").map
    turned = Topic(tuple(reversed(topic.about)), topic.sides, LATER)
    made = write_note(made, turned, Stage.CHOICE, "second").map
    (discussion,) = made.discussions
    assert [(note.stage, note.text) for note in discussion.notes] == [
        (Stage.AWARENESS, "first"),
        (Stage.CHOICE, "second"),
    ]
    assert discussion.date == LATER
    assert [side.text for side in discussion.sides] == ["tell all partners", "tell nobody"]


def test_a_discussion_survives_what_it_was_about():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    made = write_note(made, topic, Stage.AWARENESS, "we saw it").map
    made = remove_statements(made, ["statement-1"]).map
    assert list(problems(made)) == []
    assert made.discussions[0] is discussion_about(made, topic.about)
    assert made.discussions[0].note(Stage.AWARENESS) == "we saw it"
    later = write_note(made, Topic(topic.about, (), LATER), Stage.CHOICE, "and now?").map
    assert len(later.discussions[0].sides) == 2


def test_points_are_edited_and_removed():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    made = add_idea(made, topic, "one form").map
    idea = made.discussions[0].ideas[0].id
    made = argue(made, idea, "told once", True).map
    made = agree_action(made, topic, "draft it", "the teacher", "May").map
    action = made.discussions[0].actions[0].id
    made = reword_action(made, action, who="the nurse").map
    made = finish_action(made, action, LATER).map
    one = made.discussions[0].actions[0]
    assert (one.text, one.who, one.when, one.done) == ("draft it", "the nurse", "May", LATER)
    made = remove_point(made, idea).map
    assert made.discussions[0].ideas == ()
    with pytest.raises(EditError, match="no longer"):
        argue(made, idea, "too late", True)
    with pytest.raises(EditError, match="Say what"):
        reword_action(made, action, text=" ")
    with pytest.raises(EditError, match="Say why"):
        agree_action(made, topic, "", nothing=True)


def test_a_reason_is_reworded_and_removed_alone():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    made = add_idea(made, topic, "one form").map
    idea = made.discussions[0].ideas[0].id
    for text, favours in (("told once", True), ("costs time", False)):
        made = argue(made, idea, text, favours).map
    made = reword_argument(made, idea, 1, "saves time", True).map
    made = remove_argument(made, idea, 0).map
    made = reword_idea(made, idea, "one short form").map
    (one,) = made.discussions[0].ideas
    assert one.text == "one short form"
    assert [(each.text, each.favours) for each in one.arguments] == [("saves time", True)]
    with pytest.raises(EditError, match="no longer there"):
        remove_argument(made, idea, 1)
    with pytest.raises(EditError, match="Type some words"):
        reword_idea(made, idea, " ")
    assert reword_argument(made, idea, 0, "saves time", True).map is made


def test_what_can_be_changed_is_reworded():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    made = add_lever(made, topic, "the form", Origin.POLICY, "the board").map
    lever = made.discussions[0].levers[0].id
    made = reword_lever(made, lever, "the rule", Origin.HABIT, " us ").map
    one = made.discussions[0].levers[0]
    assert (one.text, one.origin, one.changed_by) == ("the rule", Origin.HABIT, "us")
    assert reword_lever(made, lever, "the rule", Origin.HABIT, "us").map is made
    with pytest.raises(EditError, match="no longer"):
        reword_lever(made, "idea-99", "the rule", None, "")


# Versions -----------------------------------------------------------------------------------


def test_versions_are_compared():
    made = keep_version(_clashing(), DAY, "before").map
    topic = topic_of(only_one(made), DAY)
    made = agree_action(made, topic, "talk").map
    made = finish_action(made, made.discussions[0].actions[0].id, LATER).map
    made = set_text(made, "statement-1", "tell those who need it").map
    made = add_statements(made, "system-2", Element.TOOLS, ["a form"]).map
    made = remove_statements(made, ["statement-2"]).map
    found = compare_maps(made.versions[0].map, made)
    assert [(one.before, one.after) for one in found.changed] == [
        ("tell all partners", "tell those who need it")
    ]
    assert [(one.where, one.after) for one in found.added] == [("Health, tools", "a form")]
    assert [one.before for one in found.removed] == ["tell nobody"]
    assert (len(found.gone), len(found.new), len(found.still)) == (1, 0, 0)
    assert [action.text for action in found.done] == ["talk"]
    same = compare_maps(made, made)
    assert same.is_empty
    back = compare_maps(made, made.versions[0].map)
    assert len(back.new) == 1


def test_a_planned_service_is_compared_with_todays():
    made = add_system(_clashing(), "School, planned").map
    planned = made.systems[-1].id
    made = made.but(shared_objects=())
    made = add_link(made, LinkKind.NEWER_FORM, planned, "system-2").map
    card = made.systems[0].statements[0].readings[0]
    made = add_statements(made, planned, Element.OBJECT, ["tell them"]).map
    statement = made.systems[-1].statements[0].but(readings=(card,))
    made = made.but(systems=(*made.systems[:-1], made.systems[-1].but(statements=(statement,))))
    assert newer_forms(made) == (("School, planned", "Health"),)
    assert only_one(made).level is Level.TERTIARY


def test_a_version_holds_no_versions_and_the_same_map_is_not_kept_twice():
    made = keep_version(_clashing(), DAY).map
    with pytest.raises(EditError, match="Nothing has changed"):
        keep_version(made, LATER)
    changed = set_text(made, "statement-1", "tell some").map
    again = keep_version(changed, LATER).map
    assert [len(one.map.versions) for one in again.versions] == [0, 0]
    nested = again.but(versions=(again.versions[1].but(map=made),))
    assert any("holds versions itself" in problem for problem in problems(nested))


# The file -----------------------------------------------------------------------------------


def test_a_version_that_does_not_hold_together_is_named():
    made = keep_version(_clashing(), DAY, "before").map
    data = json.loads(encode(made))
    data["map"]["versions"][0]["map"]["shared_objects"][0]["systems"].append("system-99")
    with pytest.raises(FileError, match="the version “before”"):
        decode(json.dumps(data).encode(), "map")


def test_unknown_keys_of_a_version_come_back_into_that_version():
    made = keep_version(_clashing(), DAY, "before").map
    data = json.loads(encode(made))
    data["map"]["versions"][0]["map"]["systems"][0]["stars"] = 5
    data["map"]["systems"][0]["moons"] = 2
    loaded = decode(json.dumps(data).encode(), "map")
    back = json.loads(encode(loaded.map, loaded.extras))["map"]
    assert back["versions"][0]["map"]["systems"][0]["stars"] == 5
    assert back["systems"][0]["moons"] == 2
    assert "stars" not in back["systems"][0]
    assert "moons" not in back["versions"][0]["map"]["systems"][0]


def test_quick_answers_of_format_1_move_out_of_the_reason():
    data = {
        "judgements": [
            {"reason": "not the same matter"},
            {"reason": "two families"},
            {"status": "confirmed"},
        ]
    }
    assert migrated(data, 1, 2)["judgements"] == [
        {"answer": "not the same matter"},
        {"reason": "two families"},
        {"status": "confirmed"},
    ]
