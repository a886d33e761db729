"""Words that are alike or opposites: from both sources, in any ending, in phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.contradictions.lexicon.lexicon import shipped

ALIKE = [
    ("Nan brings him", "His grandmother fetches him"),
    ("The SW writes it", "A caseworker is needed"),
    ("Closed after three visits", "We shut the door"),
    ("Go and see the family", "Visits every week"),
    ("He buys food", "She purchases a bus pass"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_near_synonyms_share_a_concept(one, other):
    assert shipped().concepts(one) & shipped().concepts(other)


OPPOSED = [
    ("Coming along is compulsory", "Attendance is optional"),
    ("Records are shared", "Everything is withheld"),
    ("He is taken in", "They were turned away"),
    ("Loosen the curfew", "Tighten the curfew"),
    ("Accept every referral", "They refused the family"),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_opposite_stances_are_found_from_either_side(one, other):
    assert shipped().opposed(one, other)
    found, back = shipped().opposed(one, other), shipped().opposed(other, one)
    assert found is not None
    assert back == found[::-1]


def test_cases_are_not_stances():
    day, night = "In the daytime the nurse comes", "At night the porter comes"
    assert shipped().other_cases(day, night)
    assert not shipped().opposed(day, night)


def test_a_text_that_names_both_sides_takes_neither():
    assert not shipped().opposed("Accept or refuse within a day", "We refuse nobody")


def test_abbreviations_are_read_with_their_capitals():
    assert shipped().expanded("OT books it") == "OT occupational therapist books it"
    assert shipped().expanded("it is up to ot") == "it is up to ot"


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_compared_without_an_error(one, other):
    lexicon = shipped()
    found = lexicon.opposed(one, other)
    assert (found is None) == (lexicon.opposed(other, one) is None)
    assert lexicon.opposed(one, one) is None
    assert isinstance(lexicon.concepts(one), frozenset)
