"""The page to hand upward: one page whatever the map holds, and what a manager asks first."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from activitymap.export.report.blocks import Front, Heading, Paragraph, Plate, Table
from activitymap.export.report.content import report
from activitymap.export.report.pdf import report_pdf
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action, finish_action
from activitymap.model.edits.discussing import add_idea, choose_idea, topic_of, write_note
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.needs import add_need, base_need
from activitymap.model.edits.statements import remove_statements
from activitymap.model.judging import Status
from activitymap.model.values import Basis
from tests.export.looking import poppler
from tests.export.making import NAMES, example
from tests.export.test_report import HOSTILE, LANGUAGES, everywhere
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 14)


def busy(services: int = 4, actions: int = 19, text: str = "") -> ActivityMap:
    """Return a map of services that clash on three matters, with actions, ideas and needs."""
    rows = [
        said(
            f"Service {number} of the county",
            modality="must" if number % 2 else "must not",
            matter=matter,
            text=text or f"Every family hears about {matter} within {number + 2} weeks",
        )
        for number in range(services)
        for matter in ("closing", "forms", "visits")
    ]
    made = map_of(*rows).but(title=text or "Working together in the county")
    made = add_need(made, text or "Tell my story once", whose="a girl", matter="matter-2").map
    made = base_need(made, made.needs[0].id, Basis.SAID).map
    first, second, third, *_ = detect(made).contradictions
    made = judge_found(made, first, Status.CONFIRMED, DAY).map
    made = judge_found(made, second, Status.RESOLVED, DAY, reason="a new protocol").map
    made = judge_found(made, third, Status.DISMISSED, DAY).map
    topic = topic_of(first, DAY)
    for number in range(actions):
        made = agree_action(made, topic, text or f"Step {number}", who=text or "Jo").map
    made = agree_action(made, topic, text or "The law stays", nothing=True).map
    made = add_idea(made, topic, text or "One lead worker").map
    made = choose_idea(made, made.discussions[0].ideas[0].id, True).map
    done = made.discussions[0].actions[0].id
    return finish_action(made, done, date(2026, 10, 1)).map


def _front(activity_map: ActivityMap) -> Front:
    block = report(activity_map).blocks[0]
    assert isinstance(block, Front)
    return block


def _told(activity_map: ActivityMap) -> str:
    texts = [
        f"{one.label} {one.text}"
        for one in _front(activity_map).blocks
        if isinstance(one, Paragraph)
    ]
    return "\n".join(texts)


def _pages(path: Path) -> list[str]:
    """Return how wide the first two pages are."""
    facts = poppler("pdfinfo", "-f", "1", "-l", "2", path).decode()
    return re.findall(r"Page +\d+ size: +([\d.]+)", facts)


@pytest.mark.parametrize(
    "activity_map",
    [
        *map(example, NAMES),
        busy(2),
        busy(10),
        busy(12, 60),
        *(busy(10, 9, text) for text in ("W" * 400, "long words " * 60, LANGUAGES["Arabic"] * 9)),
        *(everywhere(text, "x") for text in HOSTILE),
    ],
)
def test_the_first_page_is_one_page_and_what_is_drawn_begins_on_the_second(activity_map, tmp_path):
    path = tmp_path / "report.pdf"
    made = report(activity_map)
    path.write_bytes(report_pdf(replace(made, blocks=made.blocks[:2])))
    plate = made.blocks[1]
    assert isinstance(plate, Plate)
    assert _pages(path) == ["595.276", "595.276" if plate.upright else "841.89"]


def test_it_tells_the_day_and_what_became_of_everything():
    told = _told(busy())
    assert "1 October 2026 · 4 services · 12 contradictions were found" in told
    assert "1 confirmed, 1 resolved, 1 dismissed, 9 not yet looked at" in told
    assert "Done: Step 0, 1 October 2026" in told
    assert "Chosen: One lead worker" in told
    assert "Deliberately nothing: The law stays" in told
    assert "Resolved: " in told


def test_it_names_both_sides_and_the_need_in_whose_words():
    told = _told(busy())
    assert "1. Forms" in told
    assert "against Service" in told
    assert "“Every family hears about forms within 2 weeks”" in told
    assert "Need: “Tell my story once” – a girl" in told


def test_a_need_that_nobody_said_is_told_as_a_claim():
    made = busy()
    need = made.needs[0].id
    assumed = _told(base_need(made, need, Basis.ASSUMED).map)
    assert "Need: Tell my story once (a girl, assumed)" in assumed
    assert "Need: Tell my story once (a girl)" in _told(base_need(made, need, None).map)


def test_the_three_most_important_are_of_three_matters():
    told = _told(busy())
    assert all(f"{number}. " in told for number in (1, 2, 3))
    assert [told.count(matter) > 0 for matter in ("Closing", "Forms", "Visits")] == [True] * 3
    assert "more on this matter" in told


def test_open_actions_come_first_and_the_others_are_counted():
    (table,) = (one for one in _front(busy()).blocks if isinstance(one, Table))
    assert 2 <= len(table.rows) <= 6
    assert table.rows[0] == ("Step 1", "Jo", "", "Forms")
    assert f"And {18 - len(table.rows)} more" in _told(busy())
    (few,) = (one for one in _front(busy(actions=2)).blocks if isinstance(one, Table))
    assert len(few.rows) == 1
    assert "more, under" not in _told(busy(actions=2))


def test_what_was_discussed_and_is_gone_is_not_all_well():
    made = map_of(said("School", modality="must"), said("Health", modality="must not"))
    (one,) = detect(made).contradictions
    made = write_note(made, topic_of(one, DAY), Stage.AWARENESS, "We count from other days").map
    made = judge_found(made, one, Status.CONFIRMED, DAY).map
    gone = remove_statements(made, ["statement-1"]).map
    assert "All is well" not in _told(gone)
    assert "No contradiction is found any more" in _told(gone)
    assert "We count from other days" in report(gone).texts
    assert "Judged or discussed, and no longer found" in report(gone).texts


def test_what_was_resolved_and_clashes_no_more_is_counted_and_named():
    made = map_of(said("School", modality="must"), said("Health", modality="must not"))
    (one,) = detect(made).contradictions
    made = judge_found(made, one, Status.RESOLVED, DAY, reason="one form for both").map
    told = _told(remove_statements(made, ["statement-1"]).map)
    assert "1 contradiction was found: 1 resolved." in told
    assert "Resolved: sharing information: School – Health" in told


def test_headings_tell_contradictions_apart():
    titles = [one.bookmark for one in report(busy()) if isinstance(one, Heading) and one.level == 3]
    found = [title for title in titles if title]
    assert len(set(found)) == len(found) == 12
    assert found[0].startswith("1. Service ")
    assert "Every family hears about" in found[0]
