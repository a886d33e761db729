"""A map without names: everywhere, with the same ids, and with what was found in the map itself."""

from datetime import date

import pytest
from hypothesis import given

from activitymap.errors import EditError
from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.checking import problems
from activitymap.model.comparing_versions import compare_maps
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action
from activitymap.model.edits.discussing import Topic, write_note
from activitymap.model.edits.judging import judge, judge_found
from activitymap.model.edits.needs import add_need
from activitymap.model.edits.people import add_name, no_name, remove_name, replace_name_by
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Status
from activitymap.model.values import PersonName
from tests.model.anonymising.reading import strings_in
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

DAY = date(2026, 9, 1)


def _map(*texts, names=()):
    made = map_of(*(said("School", text=text) for text in texts))
    return made.but(names=tuple(PersonName(name=one, instead=other) for one, other in names))


def _full():
    """Return a map that names Ann wherever somebody can write."""
    made = _map("Ann is late", "Ask Ann", names=[("Ann", "X")])
    one, other = made.systems[0].statements
    topic = Topic((one.id, other.id), (), DAY)
    made = judge(
        made, topic.about, Status.CONFIRMED, DAY, reason="Ann says so", present=["Ann", "Bo"]
    ).map
    made = write_note(made, topic, Stage.AWARENESS, "what Ann saw").map
    made = agree_action(made, topic, "ring Ann", who="Ann").map
    made = add_need(made, "Ann needs rest", whose="Ann", source="talk with Ann").map
    made = no_name(made, "Annan").map
    return keep_version(made, DAY, "when Ann left").map


def test_names_go_from_every_text_of_the_map_and_the_list_goes_with_them():
    made = _full()
    assert sum("Ann" in text for text in strings_in(made.model_dump())) > 20
    found = anonymised(made)
    assert not [text for text in strings_in(found.map.model_dump(mode="json")) if "Ann" in text]
    assert found.map.names == () == found.map.versions[0].map.names
    assert found.map.not_names == ()
    assert found.map.versions[0].map.discussions[0].actions[0].text == "ring X"


def test_what_a_version_repeats_is_counted_once():
    made = _map("Ann is late", names=[("Ann", "X")])
    kept = keep_version(made, DAY, "first").map
    assert [one.times for one in anonymised(kept).replaced] == [1]
    gone = kept.but(systems=_map("nobody is late").systems)
    assert [one.times for one in anonymised(gone).replaced] == [1]


@given(activity_maps())
def test_an_anonymised_map_is_sound_and_keeps_its_ids(activity_map):
    made = anonymised(activity_map).map
    assert list(problems(made)) == []
    ids = [one.id for system in activity_map.systems for one in system.statements]
    assert [one.id for system in made.systems for one in system.statements] == ids
    assert made.names == () == made.not_names
    if not activity_map.names:
        assert made.systems is activity_map.systems


# What is found ------------------------------------------------------------------------------


@given(activity_maps())
def test_names_change_nothing_of_what_is_found(activity_map):
    """All people may be shown by one word, even a number, and every finding stays."""
    people = {one.name: one for one in activity_map.names}
    holders = {name for system in activity_map.systems for one in system.statements
               for card in one.readings for name in card.holders}  # fmt: skip
    listed = (*people.values(), *(PersonName(name=one) for one in holders - people.keys() if one))
    named = activity_map.but(names=tuple(one.but(instead="3 weeks") for one in listed))
    shown = anonymised(named).map
    before, after = detect(named), detect(shown)
    assert list(map(_what, after.contradictions)) == list(map(_what, before.contradictions))
    assert list(map(_what, after.gone)) == list(map(_what, before.gone))
    assert [one.matter for one in agreements(shown)] == [one.matter for one in agreements(named)]


def _what(one):
    return one.about, one.rule, one.level, one.kind, one.status, one.changed, one.needs


def test_two_people_shown_alike_still_clash_and_are_not_named():
    made = map_of(
        said("School", text="Ann Hill leads", holders="Ann Hill", share="alone"),
        said("Health", text="Bob Hill leads", holders="Bob Hill", share="alone"),
    )
    names = tuple(PersonName(name=one, instead="the worker") for one in ("Ann Hill", "Bob Hill"))
    (found,) = detect(anonymised(made.but(names=names)).map).contradictions
    told = [found.told, *(side.text for side in found.sides)]
    told += strings_in(found.grounds[0].model_dump())
    assert not any("Hill" in text for text in told)
    assert "School (rules) says the worker" in found.told


def test_a_number_in_the_place_of_a_name_is_no_limit():
    made = map_of(
        said("School", text="see Ann weeks later"),
        said("Health", modality="must", limit="at most 1 days"),
    ).but(names=(PersonName(name="Ann"),))
    assert detect(anonymised(made).map).contradictions == ()


def test_a_judgement_that_names_somebody_still_stands():
    made = map_of(
        said("School", text="tell Ann", modality="must"),
        said("Health", text="never tell Ann", modality="must not"),
    ).but(names=(PersonName(name="Ann", instead="the aunt"),))
    (one,) = detect(made).contradictions
    judged = judge_found(made, one, Status.DISMISSED, DAY, reason="Ann agreed").map
    (found,) = detect(anonymised(judged).map).contradictions
    assert (found.status, found.changed) == (Status.DISMISSED, False)
    assert found.judgement == anonymised(judged).map.judgements[0]
    assert found.judgement.reason == "the aunt agreed"


def test_versions_without_names_are_compared_by_what_was_found_in_them():
    made = map_of(
        said("School", text="Ann leads", holders="Ann", share="alone"),
        said("Health", text="Bea leads", holders="Bea", share="alone"),
    ).but(names=(PersonName(name="Ann", instead="W"), PersonName(name="Bea", instead="W")))
    shown = anonymised(keep_version(made, DAY).map).map
    assert len(compare_maps(shown.versions[0].map, shown).still) == 1


# The list -----------------------------------------------------------------------------------


def test_a_name_keeps_its_number():
    made = add_name(add_name(_map("x"), "Ann").map, "Bea").map
    assert [one.instead for one in made.names] == ["Person 1", "Person 2"]
    made = add_name(remove_name(made, "Ann").map, "Cal").map
    assert [one.instead for one in made.names] == ["Person 2", "Person 3"]
    assert replace_name_by(made, "Bea", "").map.names[0].instead == "Person 4"


@pytest.mark.parametrize("instead", ["Ann’s sister", "ANN", "the Anns"])
def test_words_that_name_somebody_are_refused(instead):
    made = add_name(_map("x"), "Ann").map
    with pytest.raises(EditError, match="holds the name “Ann”"):
        add_name(made, "Bea", instead)
    with pytest.raises(EditError, match="holds the name “Ann”"):
        replace_name_by(made, "Ann", instead)


def test_a_name_that_is_shown_instead_of_another_is_refused():
    made = add_name(_map("x"), "Bea", "Ann’s sister").map
    with pytest.raises(EditError, match="“Ann’s sister”, which is shown instead of “Bea”"):
        add_name(made, "Ann")
