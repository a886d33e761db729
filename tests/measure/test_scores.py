"""The figures of `make measure`: shares with intervals, areas, effort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measure.baselines import negation, tf_idf
from measure.data import Pair
from measure.pairs import METHODS, score, slots_read
from measure.scores import Found, Share, area, effort


def test_a_share_has_the_interval_of_wilson():
    low, high = Share(34, 37).interval
    assert (round(low, 2), round(high, 2)) == (0.79, 0.97)
    assert Share(0, 0).interval == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_in_its_interval(hits, misses):
    share = Share(hits, hits + misses)
    low, high = share.interval
    assert 0 <= low <= share.value + 1e-9
    assert share.value - 1e-9 <= high <= 1


def test_precision_and_recall():
    found = Found(6, 2, 4) + Found(0, 0, 2)
    assert found.precision.value == pytest.approx(0.75)
    assert found.recall.value == pytest.approx(0.5)


def test_the_area_counts_ties_half():
    assert area([3, 1], [1, 0]).value == pytest.approx(0.875)


def test_effort_is_the_place_of_the_hit_that_makes_half():
    ranked = [False, True, False, True, True]
    assert effort(ranked, 4) == (4, None, (3, 3, 3))
    assert effort([], 0) == (None, None, (0, 0, 0))


def test_the_baselines_do_what_they_are_called():
    assert negation("Never share records", "Records are kept")
    assert not negation("Never share records", "Never keep records")
    score_of = tf_idf(["one plan", "one plan", "other words"])
    assert score_of(0, 1) == pytest.approx(1)
    assert score_of(0, 2) == 0


PAIRS = [
    Pair(("rules", "rules"), ("dogs", "dogs"), ("No dogs", "Dogs are welcome"), True, "modality"),
    Pair(("rules", "rules"), ("dogs", "dogs"), ("No dogs", "Dogs wait outside"), False, ""),
    Pair(("rules", "rules"), ("dogs", "keys"), ("No dogs", "Keys are welcome"), False, ""),
]


def test_pairs_are_scored_by_what_the_program_finds():
    assert [slots_read(pair) for pair in PAIRS] == [True, False, False]
    assert score(PAIRS, slots_read) == Found(1, 0, 0)
    assert score(PAIRS, METHODS["same matter always clashes"]) == Found(1, 1, 0)
