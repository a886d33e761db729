"""Two states of a map compared: nothing that differs is left out, and nothing is told twice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.model.comparing_versions import compare_maps
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action, finish_action
from activitymap.model.edits.discussing import (
    add_idea,
    argue,
    quote_discussion,
    topic_of,
    write_note,
)
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.needs import (
    add_need,
    base_need,
    describe_need,
    mark_need,
    quote_need,
)
from activitymap.model.edits.statements import remove_statements, set_quotes, set_text
from activitymap.model.edits.systems import rename_system
from activitymap.model.judging import Status
from activitymap.model.reading import Modality
from activitymap.model.values import Basis, Bearing, Place, Quote
from tests.model.contradictions.maps import map_of, said
from tests.model.edits.random_edits import random_edit
from tests.model.strategies import activity_maps

DAY, LATER = date(2026, 9, 1), date(2026, 10, 1)


def _map():
    made = map_of(
        said("School", modality="must", text="tell all partners"),
        said("Health", modality="must not", text="tell nobody"),
    )
    return add_need(made, "peace", whose="mum").map


def _clash(activity_map):
    (one,) = detect(activity_map).contradictions
    return one


def _topic(activity_map):
    return topic_of(_clash(activity_map), DAY)


def _with_card(activity_map, **slots):
    school, *others = activity_map.systems
    (one,) = school.statements
    card = one.readings[0].but(**slots)
    made = school.but(statements=(one.but(readings=(card,)),))
    return activity_map.but(systems=(made, *others))


CHANGES = {
    "a card": lambda m: _with_card(m, modality=Modality.MAY),
    "a slot": lambda m: _with_card(m, changed_by="the board"),
    "a quotation": lambda m: set_quotes(m, "statement-1", [Quote(text="we must")]).map,
    "a need's source": lambda m: describe_need(m, m.needs[0].id, source="a letter").map,
    "how sure a need is": lambda m: base_need(m, m.needs[0].id, Basis.SAID).map,
    "a need's quotation": lambda m: quote_need(m, m.needs[0].id, [Quote(text="quiet")]).map,
    "a mark": lambda m: mark_need(m, "statement-1", m.needs[0].id, Bearing.HINDERS).map,
    "a judgement": lambda m: judge_found(m, _clash(m), Status.CONFIRMED, DAY, reason="so").map,
    "a note": lambda m: write_note(m, _topic(m), Stage.AWARENESS, "we saw").map,
    "an idea": lambda m: add_idea(m, _topic(m), "one form").map,
    "a quotation of a discussion": lambda m: (
        quote_discussion(m, _topic(m), [Quote(text="why me")]).map
    ),
    "the title": lambda m: m.but(title="Our map"),
    "the drawing": lambda m: m.but(
        systems=(m.systems[0].but(place=Place(x=1, y=2)), *m.systems[1:])
    ),
    "the order": lambda m: m.but(systems=m.systems[::-1]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_each_kind_of_change_is_told(what):
    before = _map()
    after = CHANGES[what](before)
    found = compare_maps(before, after)
    assert not found.is_empty
    assert len((*found.added, *found.changed, *found.removed)) == 1, what
    back = compare_maps(after, before)
    assert len((*back.added, *back.changed, *back.removed)) == 1, what


@settings(max_examples=40)
@given(activity_maps(), st.data())
def test_nothing_has_changed_only_where_the_maps_are_equal(activity_map, data):
    after = random_edit(data.draw, activity_map).map
    found = compare_maps(activity_map, after)
    bare = [one.but(versions=(), last_number=0) for one in (activity_map, after)]
    assert found.is_empty is (bare[0] == bare[1])
    told = (*found.added, *found.changed, *found.removed, *found.done, *found.agreed)
    assert found.is_empty is not bool(told)


def test_a_service_with_another_name_is_one_change():
    before = _map()
    found = compare_maps(before, rename_system(before, "system-1", "Academy").map)
    assert [(one.before, one.after) for one in found.changed] == [("School", "Academy")]
    assert (found.added, found.removed) == ((), ())


def test_what_goes_with_a_statement_is_not_told_by_itself():
    before = set_quotes(_map(), "statement-1", [Quote(text="we must")]).map
    found = compare_maps(before, remove_statements(before, ["statement-1"]).map)
    assert [one.before for one in found.removed] == ["tell all partners"]


def _reason(found):
    return found.judgement.reason if found.judgement else None


def test_gone_dismissed_and_resolved_are_three_things():
    before = _map()
    one = _clash(before)
    gone = compare_maps(before, _with_card(before, modality=Modality.MUST_NOT))
    assert ([len(gone.gone), len(gone.dismissed), len(gone.resolved)]) == [1, 0, 0]
    dismissed = judge_found(before, one, Status.DISMISSED, DAY, reason="two forms").map
    found = compare_maps(before, dismissed)
    assert ([len(found.gone), len(found.dismissed), len(found.resolved)]) == [0, 1, 0]
    assert [_reason(one) for one in found.dismissed] == ["two forms"]
    resolved = judge_found(before, one, Status.RESOLVED, DAY, reason="a protocol").map
    found = compare_maps(before, resolved)
    assert ([len(found.gone), len(found.dismissed), len(found.resolved)]) == [0, 0, 1]
    # Resolved by what was written anew, so that nothing finds it: still resolved.
    found = compare_maps(before, _with_card(resolved, modality=Modality.MUST_NOT))
    assert ([len(found.gone), len(found.dismissed), len(found.resolved)]) == [0, 0, 1]
    assert [_reason(one) for one in found.resolved] == ["a protocol"]


def test_what_comes_back_is_reopened():
    before = _map()
    dismissed = judge_found(before, _clash(before), Status.DISMISSED, DAY).map
    again = set_text(dismissed, "statement-1", "tell every partner at once").map
    found = compare_maps(dismissed, again)
    assert (len(found.reopened), len(found.new), len(found.still)) == (1, 0, 0)
    assert len(compare_maps(before, before).still) == 1
    assert compare_maps(_with_card(before, modality=Modality.MUST_NOT), before).new != ()


def test_actions_are_agreed_and_then_done():
    before = _map()
    agreed = agree_action(before, _topic(before), "talk", who="Jo").map
    found = compare_maps(before, agreed)
    assert [one.text for one in found.agreed] == ["talk"]
    assert found.done == ()
    done = finish_action(agreed, agreed.discussions[0].actions[0].id, LATER).map
    assert [one.text for one in compare_maps(agreed, done).done] == ["talk"]
    assert compare_maps(agreed, done).agreed == ()
    assert not compare_maps(agreed, done).is_empty


def test_an_argument_belongs_to_its_idea():
    before = add_idea(_map(), _topic(_map()), "one form").map
    idea = before.discussions[0].ideas[0].id
    found = compare_maps(before, argue(before, idea, "it saves time", True).map)
    assert [(one.where, one.after) for one in found.added] == [("“one form”", "it saves time")]
