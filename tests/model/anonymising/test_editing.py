"""Editing what is shown without names leaves the names of everybody else as they were."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.anonymising.editing import edited_without_names
from activitymap.model.edits.actions import agree_action, reword_action
from activitymap.model.edits.discussing import Topic, quote_discussion
from activitymap.model.edits.needs import add_need
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
