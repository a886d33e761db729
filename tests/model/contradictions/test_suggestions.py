"""Suggestions from text: what may be about one thing, in what order, and what was dismissed."""

from datetime import date

from hypothesis import given, settings

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Certainty
from activitymap.model.contradictions.suggesting.suggest import suggestions
from activitymap.model.edits.cards import put_on_matter
from activitymap.model.edits.joining import add_shared_object
from activitymap.model.edits.judging import judge
from activitymap.model.edits.statements import add_statements, set_text
from activitymap.model.edits.systems import add_system as add_service
from activitymap.model.judging import Status
from activitymap.model.values import Element
from tests.model.strategies import activity_maps

KEYS = "Nobody takes the ward keys home"
KEYS_TOO = "Night staff must take the ward keys home"


def _map(*said: tuple[str, Element, str], joined: bool = True) -> ActivityMap:
    activity_map, systems = ActivityMap(), {}
    for service in dict.fromkeys(service for service, *_ in said):
        activity_map = add_service(activity_map, service).map
        systems[service] = activity_map.systems[-1].id
    for service, element, text in said:
        activity_map = add_statements(activity_map, systems[service], element, [text]).map
    if joined:
        activity_map = add_shared_object(activity_map, "Patient", tuple(systems.values())).map
    return activity_map


def _texts(suggestion):
    return {side.text for side in suggestion.finding.sides}


WARD = (
    ("Ward", Element.RULES, KEYS),
    ("Porters", Element.RULES, KEYS_TOO),
    ("Porters", Element.TOOLS, "Radio on every trolley"),
    ("Ward", Element.OUTCOME, "Fewer falls at night"),
)


def test_the_pair_that_would_clash_comes_first_and_says_how():
    first, *rest = suggestions(_map(*WARD))
    assert _texts(first) == {KEYS, KEYS_TOO}
    assert first.clashes
    assert first.finding.rule == "must-must-not"
    assert first.finding.certainty is Certainty.SUGGESTED
    assert {"ward", "key"} <= set(first.words)
    assert len(rest) == 5


def test_services_that_nothing_joins_suggest_nothing_between_them():
    found = suggestions(_map(*WARD, joined=False))
    assert all(len({side.system for side in one.finding.sides}) == 1 for one in found)


def test_a_pair_on_one_matter_is_no_longer_suggested():
    activity_map = _map(*WARD)
    first = suggestions(activity_map)[0]
    for side in first.finding.sides:
        activity_map = put_on_matter(activity_map, side.id, 0, "ward keys").map
    assert all(_texts(one) != {KEYS, KEYS_TOO} for one in suggestions(activity_map))


def test_a_dismissed_pair_comes_back_when_its_text_says_something_else():
    activity_map = _map(*WARD)
    first = suggestions(activity_map)[0].finding
    grounds = [reason.ground for reason in first.reasons]
    on = date(2026, 5, 4)
    judged = judge(activity_map, first.about, Status.DISMISSED, on, grounds).map
    assert all(_texts(one) != {KEYS, KEYS_TOO} for one in suggestions(judged))
    side = next(one for one in first.sides if one.text == KEYS_TOO)
    changed = set_text(judged, side.id, "Night staff may take the ward keys home").map
    assert suggestions(changed)[0].finding.changed


@settings(max_examples=25)
@given(activity_maps())
def test_any_map_gives_the_same_ranked_list_twice(activity_map):
    found = suggestions(activity_map)
    assert found == suggestions(activity_map)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
