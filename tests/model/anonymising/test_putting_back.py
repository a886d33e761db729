"""Names come back where they stood, and are never made up for what was typed anew."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.putting_back import with_names
from activitymap.model.anonymising.replacing import Names
from activitymap.model.values import PersonName

WORKER = "the worker"
MAP = ActivityMap(
    names=(
        PersonName(name="Ann", instead=WORKER),
        PersonName(name="Bea", instead=WORKER),
        PersonName(name="Petra Example", instead="the nurse"),
    )
)
NAMES = ("Ann", "Bea", "Petra Example")


def _shown(text):
    return Names(MAP.names).replaced(text)


@pytest.mark.parametrize(
    ("before", "typed", "kept"),
    [
        ("Ann agreed, Bea left", f"{WORKER} agreed, {WORKER} left.", "Ann agreed, Bea left."),
        ("Ann agreed, Bea refused", f"{WORKER} refused", "Bea refused"),
        ("Ann agreed, Bea refused", f"{WORKER} agreed", "Ann agreed"),
        ("Ann agreed, Bea left", f"{WORKER} left, {WORKER} agreed", "Bea left, Ann agreed"),
        ("Ann agreed", f"Now {WORKER} came", f"Now {WORKER} came"),
        ("Ann agreed", f"{WORKER} of 3 said; {WORKER} agreed", f"{WORKER} of 3 said; Ann agreed"),
        (
            "Petra Example was there",
            "the nurse was there. the nurse from ward 3 left",
            "Petra Example was there. the nurse from ward 3 left",
        ),
        ("Petra Example was there", "the nurse was there twice", "Petra Example was there twice"),
        ("we met", "we met the nurse", "we met the nurse"),
        ("ANN’s plan", f"{WORKER}’s new plan", "ANN’s new plan"),
        ("Ann agreed", "", ""),
        (
            "Ann agreed, Bea refused",
            f"{WORKER} agreed, {WORKER} left, {WORKER} refused",
            f"Ann agreed, {WORKER} left, Bea refused",
        ),
    ],
)
def test_who_said_what_stays(before, typed, kept):
    assert with_names(MAP, before, typed) == kept


def test_where_it_could_be_two_it_is_neither():
    typed = f"we saw {WORKER} or {WORKER} today"
    assert with_names(MAP, "we saw Bea today", typed) == typed
    thrice = "the worker left, the worker left, the worker left"
    assert with_names(MAP, "Ann left, Bea left, Ann left, Bea left", thrice).count("Bea") < 2


DEEDS = ("agreed", "refused", "left", "rang", "waited", "wrote")
_DEED = re.compile(r"(Ann|Bea|Petra Example) (\w+)")
TEXTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map(
    lambda names: [f"{name} {deed}" for name, deed in zip(names, DEEDS, strict=False)]
)


@given(TEXTS)
def test_nothing_typed_changes_nothing(said):
    text = ", ".join(said)
    assert with_names(MAP, text, _shown(text)) == text


@given(TEXTS, st.data())
def test_new_words_beside_a_clause_leave_every_name_where_it_was(said, data):
    place = data.draw(st.integers(0, len(said)))
    new = data.draw(st.sampled_from(["nobody spoke", "it rained all day", "tea"]))
    kept = [*said[:place], new, *said[place:]]
    typed = [*map(_shown, said[:place]), new, *map(_shown, said[place:])]
    assert with_names(MAP, ", ".join(said), ", ".join(typed)) == ", ".join(kept)


@given(TEXTS, st.data())
def test_a_clause_removed_leaves_the_other_names(said, data):
    assume(len(said) > 1)
    del_at = data.draw(st.integers(0, len(said) - 1))
    kept = [*said[:del_at], *said[del_at + 1 :]]
    assert with_names(MAP, ", ".join(said), _shown(", ".join(kept))) == ", ".join(kept)


@given(TEXTS, st.lists(st.sampled_from([*DEEDS, WORKER, "the nurse", ",", "and"]), max_size=14))
def test_whatever_is_typed_no_name_does_what_it_did_not(said, typed):
    """A name comes back at most as often as it stood, and only if its words were typed."""
    text, words = ", ".join(said), " ".join(typed)
    made = with_names(MAP, text, words)
    assert _shown(made) == words
    for name in NAMES:
        assert made.count(name) <= text.count(name)


@given(TEXTS, st.data())
def test_a_deed_is_never_given_to_somebody_else(said, data):
    """Clauses in any order, some twice: whoever comes back did what stands behind the name."""
    order = data.draw(st.lists(st.integers(0, len(said) - 1), max_size=8))
    typed = ", ".join(_shown(said[place]) for place in order)
    made = with_names(MAP, ", ".join(said), typed)
    deeds = {deed: name for name, deed in _DEED.findall(", ".join(said))}
    for name, deed in _DEED.findall(made):
        assert deeds[deed] == name
