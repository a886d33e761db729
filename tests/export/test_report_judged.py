"""What the report says of judgements: what changed since, what is gone, what no rule sees."""

from datetime import date

from activitymap.export.report.blocks import Table
from activitymap.export.report.content import report
from activitymap.export.report.trail import trail_of_judgements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import topic_of, write_note
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.statements import remove_statements, set_text
from activitymap.model.judging import Answer, Hands, Level, Showing, Status
from activitymap.model.sorting import rounds, settle
from tests.model.contradictions.maps import map_of, only_one, said

DAY = date(2026, 9, 1)


def _clashing():
    return map_of(
        said("School", modality="must", text="tell all partners"),
        said("Health", modality="must not", text="tell nobody"),
    )


def _told(activity_map):
    return repr(report(activity_map))


def test_what_changed_since_it_was_judged_stands_then_and_now():
    made = _clashing()
    judged = judge_found(made, only_one(made), Status.DISMISSED, DAY, reason="two files").map
    told = _told(set_text(judged, "statement-1", "tell every partner").map)
    assert "candidate: changed since you judged it" in told
    assert "School: then “tell all partners”, now “tell every partner”" in told
    assert "Changed since it was judged" not in _told(judged)


def test_what_was_discussed_and_is_gone_keeps_its_notes_and_both_sides():
    made = _clashing()
    topic = topic_of(only_one(made), DAY)
    noted = write_note(made, topic, Stage.AWARENESS, "we saw it").map
    told = _told(remove_statements(noted, ["statement-1"]).map)
    for words in (
        "Judged or discussed, and no longer found",
        "discussed, and not judged",
        "tell all partners",
        "who='School, rules, removed'",
        "we saw it",
    ):
        assert words in told


def test_the_trail_says_how_it_was_judged_and_who_was_there():
    made = _clashing()
    found = only_one(made)
    hands = Hands(agree=4, unsure=1)
    made = judge_found(
        made, found, Status.CONFIRMED, DAY, reason="two files.", hands=hands, present=["Jo", "Sam"],
        level=Level.SECONDARY, showing=Showing.DILEMMA,
    ).map  # fmt: skip
    (row,) = next(one for one in trail_of_judgements(made) if isinstance(one, Table)).rows
    assert row[2].startswith("confirmed, seen as secondary, shows as dilemma, 4 agree, 1 unsure")
    assert row[3] == "two files. Present: Jo; Sam"


def test_a_pair_that_the_group_told_apart_is_in_the_report():
    made = map_of(
        said("School", modality="must", text="meet every week"),
        said("Health", "tools", modality="must", text="meet in the ward"),
    )
    assert "All is well" in _told(made)
    (one,) = rounds(made, detect(made))
    told = _told(settle(made, one.pairs[0], Answer.APART, DAY).map)
    assert "The group told School (rules) and Health (tools) apart; no rule does." in told
    assert "answered “apart”" in told
