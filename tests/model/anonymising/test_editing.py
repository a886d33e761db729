"""Editing what is shown without names leaves the names of everybody else as they were."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.anonymising.editing import edited_without_names
from activitymap.model.edits.actions import agree_action, reword_action
from activitymap.model.edits.discussing import Topic, add_lever, quote_discussion
from activitymap.model.edits.judging import judge
from activitymap.model.edits.needs import add_need
from activitymap.model.judging import Status
from activitymap.model.values import PersonName, Quote
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

DAY = date(2026, 9, 1)


def _map(*texts, names=()):
    made = map_of(*(said("School", text=text) for text in texts))
    return made.but(names=tuple(PersonName(name=one, instead=other) for one, other in names))


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


def test_who_does_something_gets_a_name_that_is_typed_as_it_is_shown():
    topic = Topic(("statement-1",), (), DAY)
    kept = _map("Ask first", names=[("Sarah", ""), ("Tom", ""), ("Ann", "she"), ("Eve", "she")])

    def who(typed, before=""):
        noted = agree_action(kept, topic, "ask", before).map if before else kept
        if before:
            action = noted.discussions[0].actions[0].id
            made = _edited(noted, reword_action, action, who=typed)
        else:
            made = _edited(noted, agree_action, topic, "ask Person 1", typed)
            assert made.discussions[0].actions[0].text == "ask Person 1"
        return made.discussions[0].actions[0].who

    assert [who(one) for one in ("Person 1", "Person 2", "she")] == ["Sarah", "Tom", "she"]
    assert who("Person 1 and Jo") == "Person 1 and Jo"
    assert who("Person 2", before="Sarah") == "Tom"
    assert who("Person 2", before="the lead worker") == "Tom"


def test_who_can_change_something_and_who_was_there_get_their_names():
    topic = Topic(("statement-1",), (), DAY)
    kept = _map("Ask first", names=[("Sarah", "")])
    (lever,) = _edited(kept, add_lever, topic, "the date", None, "Person 1").discussions[0].levers
    assert lever.changed_by == "Sarah"
    present = ["Person 1", "Jo"]
    about = ["statement-1"]
    made = _edited(kept, judge, about, Status.CONFIRMED, DAY, reason="Person 1", present=present)
    assert made.judgements[0].present == ("Sarah", "Jo")
    assert made.judgements[0].reason == "Person 1"
