"""Matters proposed from text: small groups of what has no matter, in an order that stays."""

from hypothesis import given, settings

from activitymap.model.contradictions.suggesting.proposing import LARGEST, proposals
from activitymap.model.edits.same_matter import make_matter
from tests.model.contradictions.test_suggestions import KEYS, KEYS_TOO, WARD, _map
from tests.model.strategies import activity_maps


def _texts(activity_map, proposal):
    said = {one.id: one.text for system in activity_map.systems for one in system.statements}
    return {said[one] for one in proposal.statements}


def test_statements_that_share_words_are_one_group_which_says_so():
    activity_map = _map(*WARD)
    groups = {frozenset(_texts(activity_map, one)): one for one in proposals(activity_map)}
    group = next(one for texts, one in groups.items() if {KEYS, KEYS_TOO} <= texts)
    assert {"ward", "keys"} <= set(group.words)
    assert group.name


def test_what_has_a_matter_is_left_alone():
    activity_map = _map(*WARD)
    first = proposals(activity_map)[0]
    made = make_matter(activity_map, "ward keys", first.statements).map
    left = {one for proposal in proposals(made) for one in proposal.statements}
    assert left.isdisjoint(first.statements)


@settings(max_examples=25)
@given(activity_maps())
def test_groups_are_small_apart_from_one_another_and_the_same_each_time(activity_map):
    found = proposals(activity_map)
    assert found == proposals(activity_map)
    members = [one for proposal in found for one in proposal.statements]
    assert len(members) == len(set(members))
    assert all(2 <= len(proposal.statements) <= LARGEST for proposal in found)
