"""What looks like somebody's name: measured on sentences, and one by one."""

from datetime import date
from pathlib import Path

import pytest

from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.edits.actions import agree_action
from activitymap.model.edits.discussing import Topic
from activitymap.model.edits.judging import judge
from activitymap.model.edits.needs import add_need, quote_need
from activitymap.model.edits.people import add_name, no_name
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Status
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Quote
from measure.names import score
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)
ROOT = Path(__file__).parents[3]
ORDINARY = "we share what was said, and the school rings when somebody is late"


def _proposed(activity_map):
    return [one.name for one in anonymised(activity_map).doubtful]


def _map(*texts, **fields):
    return map_of(*(said("School", text=text) for text in (*texts, ORDINARY))).but(**fields)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sasha rings the school", ["Sasha"]),
        ("Marlow Sample leads the meeting", ["Marlow Sample"]),
        ("the school rings KAYLEIGH", ["KAYLEIGH"]),
        ("Ask Mr. Sample about it. Dr. Vale knows", ["Sample", "Vale"]),
        ("Dawn brings them at dawn", ["Dawn"]),
        ("Mark every form", []),
        ("what Sasha’s mother said", ["Sasha"]),
        ("write to anna.berg@example.org", ["anna.berg@example.org"]),
        ("Share nothing on Monday without the GP or CAMHS", []),
        ("Then wait. Then ring", []),
        ("the Smith family", ["Smith"]),
    ],
)
def test_words_that_look_like_names(text, names):
    assert _proposed(_map(text)) == names


def test_what_the_group_decided_is_not_proposed_again():
    made = _map("Ask Marlow Sample, then ask Sasha", "Ask Marlow Sample")
    assert _proposed(made) == ["Marlow Sample", "Sasha"]
    assert _proposed(no_name(made, "Sasha").map) == ["Marlow Sample"]
    assert _proposed(add_name(made, "Marlow Sample").map) == ["Sasha"]


def test_a_part_of_a_listed_name_is_still_proposed():
    made = add_name(_map("Anna rings first", "we ask Berg and Anna Berg"), "Anna Berg").map
    assert _proposed(made) == ["Anna", "Berg"]


def test_a_title_or_service_named_after_a_family_hides_nothing():
    made = _map("ask Smith about it", title="The Smith family")
    assert _proposed(made) == ["Smith"]
    made = map_of(said("Smith family", text="tell Smith"), said("Riverside", text=ORDINARY))
    assert _proposed(made) == ["Smith"]


def test_every_field_that_holds_names_is_looked_at():
    made = map_of(
        said("School", text=ORDINARY, holders="Holda", who="Whoris", relies_on="Relya"),
        said("Health", text="be on time"),
    )
    about = [one.id for system in made.systems for one in system.statements]
    made = add_need(made, "peace", whose="Whosa, 14", source="Sorcha").map
    made = quote_need(made, made.needs[0].id, [Quote(text="tired", source="Quotta")]).map
    made = judge(made, about, Status.CONFIRMED, DAY, present=["Presenta", "the nurse"]).map
    made = agree_action(made, Topic(tuple(about), (), DAY), "ring", who="Actiona").map
    assert sorted(_proposed(made)) == sorted(
        ["Holda", "Whoris", "Relya", "Whosa", "Sorcha", "Quotta", "Presenta", "Actiona"]
    )


def test_names_of_an_old_version_are_proposed():
    made = keep_version(_map("ask Marlow Sample first"), DAY, "old").map
    now = _map("ask somebody first").but(versions=made.versions)
    assert _proposed(now) == ["Marlow Sample"]


def test_the_words_around_a_name_are_told():
    (one,) = anonymised(_map(f"{'nobody knows ' * 9}whether Sasha {'came back ' * 9}")).doubtful
    assert "whether Sasha came" in one.around
    assert one.around[0] == one.around[-1] == "…"


def test_the_examples_name_nobody():
    for path in sorted((ROOT / "examples").glob("*.activitymap")):
        assert _proposed(load_map(path).map) == [], path.name


def test_most_names_are_proposed_and_little_else():
    """On sentences that were written before they were tried."""
    found = score(ROOT / "measure/data/names_held.txt")
    assert found.recall.value >= 0.95
    assert found.precision.value >= 0.85
