"""Needs by services: the stance of each service, whether a need is served, and what stands out."""

from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.needs import add_need, mark_need, review_need
from activitymap.model.need_words import alarms, claim, gone_through, origin, said
from activitymap.model.needs_table import (
    Service,
    Stance,
    needs_table,
    service_of,
    stance_of,
    strongest_first,
    summary_of,
)
from activitymap.model.values import Basis, Bearing, Element, Need
from tests.model.contradictions import maps
from tests.model.strategies import activity_maps

SERVES, HINDERS = Bearing.SERVES, Bearing.HINDERS


def _map(*elements):
    """Return a map of one service for each element, with one need that is gone through."""
    made = maps.map_of(
        *(maps.said(f"Service {n}", one, matter="none") for n, one in enumerate(elements, start=1))
    )
    made = add_need(made, "rest").map
    return review_need(made, made.needs[0].id, True).map


def _marked(activity_map, number, bearing):
    need = activity_map.needs[0].id
    return mark_need(activity_map, f"statement-{number}", need, bearing).map


def test_a_cell_says_how_a_service_stands_and_by_which_statements():
    made = _map("object", "rules", "tools")
    made = _marked(_marked(_marked(made, 1, SERVES), 2, HINDERS), 2, SERVES)
    (row,) = needs_table(made)
    assert [cell.stance for cell in row.cells] == [Stance.SERVES, Stance.BOTH, Stance.SILENT]
    assert [len(cell.marks) for cell in row.cells] == [1, 2, 0]
    assert row.cells[1].marks[0].statement.id == "statement-2"
    assert row.torn


def test_a_need_that_only_one_side_marks_is_not_torn():
    assert not needs_table(_marked(_map("object"), 1, SERVES))[0].torn
    assert not needs_table(_marked(_map("object"), 1, HINDERS))[0].torn


def test_only_what_the_group_went_through_can_be_a_gap():
    made = _map("object", "tools")
    assert needs_table(made)[0].service is Service.NOBODY
    assert needs_table(_marked(made, 1, HINDERS))[0].service is Service.NOBODY
    assert needs_table(_marked(made, 2, SERVES))[0].service is Service.NO_OBJECT
    assert needs_table(_marked(made, 1, SERVES))[0].service is Service.SERVED
    new = review_need(made, made.needs[0].id, False).map
    assert needs_table(new)[0].service is Service.OPEN
    assert needs_table(_marked(new, 2, SERVES))[0].service is Service.OPEN
    assert needs_table(_marked(new, 1, SERVES))[0].service is Service.SERVED


@given(activity_maps())
def test_the_table_and_the_list_of_contradictions_never_differ(activity_map):
    rows = needs_table(activity_map)
    gaps = {row.need.id for row in rows if row.service.is_gap}
    found = {
        side.id
        for one in detect(activity_map).contradictions
        if one.rule == "need-unserved" and not one.gone
        for side in one.sides
    }
    assert found == (set() if "need-unserved" in activity_map.rules_off else gaps)


@given(st.booleans(), st.lists(st.sampled_from(Element)), st.sampled_from(Element))
def test_what_serves_more_is_never_less_served(reviewed, serving, more):
    before, after = service_of(reviewed, serving), service_of(reviewed, [*serving, more])
    order = [Service.NOBODY, Service.OPEN, Service.NO_OBJECT, Service.SERVED]
    assert order.index(after) >= order.index(before)


@given(st.lists(st.sampled_from(Bearing)))
def test_the_stance_does_not_depend_on_order_or_number(bearings):
    assert stance_of(bearings) is stance_of(reversed(bearings)) is stance_of(bearings * 2)


def test_the_summary_counts_what_stands_out():
    made = _map("object")
    made = add_need(add_need(made, "a word").map, "a bed").map
    made = mark_need(made, "statement-1", made.needs[1].id, SERVES).map
    made = mark_need(made, "statement-1", made.needs[1].id, HINDERS).map
    assert summary_of(needs_table(made)) == (3, 1, 0, 1, 2)


@given(activity_maps())
def test_the_strongest_come_first_and_equals_keep_their_order(activity_map):
    rows = needs_table(activity_map)
    ordered = list(strongest_first(rows))
    assert sorted(ordered, key=rows.index) == list(rows)
    strong = [row.service.is_gap or row.torn for row in ordered]
    assert strong == sorted(strong, reverse=True)
    quiet = [row for row in ordered if not (row.service.is_gap or row.torn)]
    assert quiet == [row for row in rows if row in quiet]


def test_a_need_is_told_as_the_claim_that_it_is():
    need = Need(id="need-1", text="rest", whose="the boy", source="a visit", date="May")
    assert said(need) == "rest"
    assert claim(need) == "the boy"
    assert origin(need) == "the boy, not said how we know, a visit, May"
    own = need.but(basis=Basis.SAID)
    assert said(own) == "“rest”"
    assert claim(own) == "the boy, said by them"
    assert said(need.but(basis=Basis.ASSUMED)) == "rest"
    assert gone_through(need) == "not gone through yet"
    assert gone_through(need.but(reviewed=True)) == "all services gone through"


def test_alarms_differ_in_words_and_sign():
    assert alarms(Service.SERVED, False) == alarms(Service.OPEN, False) == ()
    told = alarms(Service.NOBODY, True)
    assert told == ("! nobody serves it", "‹ › pulled both ways")
    assert alarms(Service.NO_OBJECT, False) == ("! served, but by nobody’s object",)
