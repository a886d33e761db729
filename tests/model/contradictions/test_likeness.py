"""Likeness of texts by their words, and by their meaning where a package for that is installed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.contradictions.suggesting.likeness import Likeness
from activitymap.model.contradictions.suggesting.semantic import is_installed, meanings

TEXTS = [
    "Ward keys stay here",
    "The keys of the ward",
    "Lunch is at one",
    "Grandmother fetches him",
]


def test_the_same_words_are_alike_and_others_are_not():
    likeness = Likeness(TEXTS)
    assert likeness.of(0, 0) == pytest.approx(1)
    assert likeness.of(0, 1) > 0.3
    assert likeness.of(0, 2) == 0
    assert set(likeness.common(0, 1)) == {"ward", "key"}
    assert 1 in set(likeness.near(0))


def test_near_synonyms_are_alike():
    assert Likeness([*TEXTS, "Nan brings him"]).of(3, 4) > 0


def test_meaning_is_added_where_there_is_one():
    assert Likeness(TEXTS, lambda one, other: 0.25).of(0, 2) == pytest.approx(0.25)


def test_without_the_extra_there_is_no_meaning_and_with_it_there_is():
    found = meanings(["He lives with his nan", "Grandmother looks after him", "Invoices are paid"])
    assert (found is not None) is is_installed()
    if found is not None:
        assert found(0, 0) == pytest.approx(1, abs=1e-3)
        assert found(0, 1) > found(0, 2)
    assert meanings([]) is None


@given(st.lists(st.text(max_size=30), max_size=6))
def test_likeness_is_symmetric_and_between_nought_and_one(texts):
    likeness = Likeness(texts)
    for one in range(len(texts)):
        for other in range(len(texts)):
            assert likeness.of(one, other) == pytest.approx(likeness.of(other, one))
            assert -1e-9 <= likeness.of(one, other) <= 1 + 1e-9
