"""Leaving names out: whole words only, everywhere, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising import (
    anonymised,
    edited_without_names,
    proposed_names,
    texts_of,
    with_names,
)
from activitymap.model.checking import problems
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action, reword_action
from activitymap.model.edits.discussing import Topic, quote_discussion, write_note
from activitymap.model.edits.judging import judge
from activitymap.model.edits.needs import add_need
from activitymap.model.edits.people import add_name, no_name
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Status
from activitymap.model.values import PersonName, Quote
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

DAY = date(2026, 9, 1)


def _map(*texts, names=()):
    made = map_of(*(said("School", text=text) for text in texts))
    return made.but(names=tuple(PersonName(name=one, instead=other) for one, other in names))


def _words(activity_map):
    return [one.text for system in activity_map.systems for one in system.statements]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ask Ann first", "Ask the mother first"),
        ("ANN decides", "the mother decides"),
        ("Ann's sister", "the mother's sister"),
        ("Ann’s sister, and Ann", "the mother’s sister, and the mother"),
        ("Annual review in Annan", "Annual review in Annan"),
        ("plan", "plan"),
    ],
)
def test_a_name_is_a_whole_word(text, shown):
    assert _words(anonymised(_map(text, names=[("Ann", "the mother")])).map) == [shown]


def test_longer_names_go_first_and_counts_are_told():
    names = [("Ann", ""), ("Ann Berg", "the aunt")]
    found = anonymised(_map("Ann Berg rings Ann", "ann  berg", names=names))
    assert _words(found.map) == ["the aunt rings Person 1", "the aunt"]
    assert [(one.name, one.instead, one.times) for one in found.replaced] == [
        ("Ann", "Person 1", 1),
        ("Ann Berg", "the aunt", 2),
    ]


def test_a_name_of_markup_is_only_a_name():
    found = anonymised(_map("Ring A.(b)* now", names=[("A.(b)*", r"\1 $")]))
    assert _words(found.map) == [r"Ring \1 $ now"]


def test_names_go_from_every_text_of_the_map():
    made = _map("Ann is late", "Ask Ann", names=[("Ann", "X")])
    one, other = made.systems[0].statements
    topic = Topic((one.id, other.id), (), DAY)
    made = judge(
        made, topic.about, Status.CONFIRMED, DAY, reason="Ann says so", present=["Ann", "Bo"]
    ).map
    made = write_note(made, topic, Stage.AWARENESS, "what Ann saw").map
    made = agree_action(made, topic, "ring Ann", who="Ann").map
    made = add_need(made, "Ann needs rest", whose="Ann", source="talk with Ann").map
    made = keep_version(made, DAY, "when Ann left").map
    found = anonymised(made)
    assert not [text for text in texts_of(found.map) if "Ann" in text]
    assert found.map.names == made.names
    assert found.map.versions[0].map.discussions[0].actions[0].text == "ring X"


@given(activity_maps())
def test_an_anonymised_map_is_sound_and_keeps_its_ids(activity_map):
    made = anonymised(activity_map).map
    assert list(problems(made)) == []
    ids = [one.id for system in activity_map.systems for one in system.statements]
    assert [one.id for system in made.systems for one in system.statements] == ids
    if not activity_map.names:
        assert made is activity_map


@given(st.lists(st.sampled_from(["Ann", "rings", "the", "mother", "now"]), min_size=1))
def test_names_come_back_to_what_was_typed_over_them(words):
    text = " ".join(words)
    activity_map = ActivityMap(names=(PersonName(name="Ann", instead="Person 7"),))
    hidden = text.replace("Ann", "Person 7")
    assert with_names(activity_map, text, f"{hidden} and so on") == f"{text} and so on"


def test_capitalised_words_inside_sentences_are_proposed():
    made = _map(
        "Ask Marlow Sample before lunch. Then wait",
        "School rings on Monday",
        "The GP writes to Marlow Sample",
        "we share what Sasha’s mother said",
        "Share what she said",
    )
    assert proposed_names(made) == ("Marlow Sample", "Sasha")
    assert proposed_names(no_name(made, "Sasha").map) == ("Marlow Sample",)
    listed = add_name(made, "Marlow Sample").map
    assert anonymised(listed).doubtful == ("Sasha",)


def test_those_who_were_there_are_proposed():
    made = _map("be on time", "come late")
    about = [one.id for one in made.systems[0].statements]
    judged = judge(made, about, Status.CONFIRMED, DAY, present=["Marlow Sample", "the nurse"]).map
    assert proposed_names(judged) == ("Marlow Sample",)


# Editing what is shown without names --------------------------------------------------------


def _edited(kept, edit, *values, **named):
    """Return what becomes of a map whose names are hidden while it is edited."""
    shown = anonymised(kept).map
    return edited_without_names(kept, shown, edit(shown, *values, **named).map)


@given(activity_maps(), st.sampled_from(["Health", "nurse", "Ann Berg"]))
def test_an_edit_without_names_leaves_every_other_text_as_it_was(made, name):
    kept = made.but(names=(PersonName(name=name, instead="somebody"),))
    shown = anonymised(kept).map
    assert edited_without_names(kept, shown, shown) == kept
    assert _edited(kept, add_need, "Rest") == add_need(kept, "Rest").map


def test_a_quotation_beside_another_one_leaves_its_name():
    topic = Topic(("statement-1",), (), DAY)
    kept = _map("Ask first", names=[("Sarah", "")])
    kept = quote_discussion(kept, topic, [Quote(text="Sarah said no"), Quote(text="Yes")]).map

    def quotes(*texts):
        made = _edited(kept, quote_discussion, topic, [Quote(text=text) for text in texts])
        return [one.text for one in made.discussions[0].quotes]

    assert quotes("Person 1 said no", "Yes", "Well") == ["Sarah said no", "Yes", "Well"]
    assert quotes("Person 1 said no", "No") == ["Sarah said no", "No"]
    assert quotes("Person 1 said never", "Yes") == ["Sarah said never", "Yes"]
    assert quotes("Person 1 said no") == ["Sarah said no"]
    assert quotes("Yes") == ["Yes"]


def test_a_cell_of_an_action_that_is_edited_leaves_the_names_in_it():
    topic = Topic(("statement-1",), (), DAY)
    kept = _map("Ask first", names=[("Sarah", "")])
    kept = agree_action(kept, topic, "ask Sarah", "Sarah").map
    action = kept.discussions[0].actions[0].id
    made = _edited(kept, reword_action, action, text="ask Person 1 today")
    (one,) = made.discussions[0].actions
    assert (one.text, one.who) == ("ask Sarah today", "Sarah")
