"""The slots of a card: what is written is read again, and words of the field are understood."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.errors import ReadingError
from activitymap.model.reading import Reading, slot_text
from activitymap.model.slot_words import slot_from_words
from activitymap.model.slots.clock import overlap, parse_time
from activitymap.model.slots.condition import parse_condition
from activitymap.model.slots.limit import (
    Limit,
    comparable,
    disjoint,
    interval,
    parse_limit,
)
from activitymap.model.slots.quantity import Range, parse_range
from activitymap.model.slots.scope import Scope, ScopeKind, parse_scope
from tests.model.strategies import conditions, ranges, scopes, times

PARSERS = (parse_limit, parse_time, parse_condition, parse_scope)


@given(ranges(limit=True))
def test_limits_are_read_as_they_are_written(limit):
    assert interval(parse_limit(str(limit))) == interval(limit)


@given(times())
def test_times_are_read_as_they_are_written(time):
    assert parse_time(str(time)) == time


@given(conditions)
def test_conditions_are_read_as_they_are_written(condition):
    assert parse_condition(str(condition)) == condition


@given(scopes())
def test_scopes_are_read_as_they_are_written(scope):
    again = parse_scope(str(scope))
    assert again.kind is scope.kind
    assert again.name == scope.name
    if scope.range is not None:
        assert again.range is not None
        assert (again.range.at_least, again.range.at_most) == (
            scope.range.at_least,
            scope.range.at_most,
        )


@given(st.lists(st.text("ab;", min_size=1), max_size=3).map(tuple))
def test_several_parts_stay_apart_whatever_is_in_them(names):
    card = Reading(who=names)
    assert slot_from_words("who", slot_text(card, "who")) == names


@given(ranges())
def test_numbers_have_one_form(found):
    again = parse_range(str(found))
    assert str(again) == str(found)
    assert (again.at_least, again.at_most) == (found.at_least, found.at_most)


def test_a_small_number_is_written_without_an_exponent():
    limit = Limit(at_most=0.0000001, unit="percent")
    assert parse_limit(str(limit)) == limit


def test_an_age_without_a_unit_is_in_years():
    bare = Scope(kind=ScopeKind.AGE, range=Range(at_least=5.0, at_most=11))
    assert bare == parse_scope("age 5 to 11") == parse_scope(str(bare))
    assert Scope.model_validate_json(bare.model_dump_json(exclude_defaults=True)) == bare
    assert str(bare) == "age between 5 and 11 years"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("at most 24 hours", "at most 24 hours"),
        ("within ten working days", "at most 10 working days"),
        ("after 10 working days", "at least 10 working days"),
        ("at least 3 weeks", "at least 3 weeks"),
        ("exactly 6", "exactly 6"),
        ("between 5 and 11 years", "between 5 and 11 years"),
        ("5-11 years", "between 5 and 11 years"),
        ("every 6 weeks", "every 6 weeks"),
        ("weekly", "every week"),
        ("open-ended", "open-ended"),
        ("however long it takes", "open-ended"),
        ("3 or more", "at least 3"),
        ("under 5", "less than 5"),
        ("at most £200", "at most £200"),
    ],
)
def test_limits_in_many_words(words, written):
    assert str(parse_limit(words)) == written


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("at most 24 hours", "at least 2 days", True),
        ("at most 5 working days", "at least 1 week", False),
        ("at most 4 working days", "at least 1 week", True),
        ("exactly 12 months", "exactly 1 year", False),
        ("at most 90 minutes", "at least 2 hours", True),
        ("less than 5", "at least 5", True),
        ("at most 5", "at least 5", False),
        ("twice a week", "every 6 weeks", True),
    ],
)
def test_units_convert(one, other, apart):
    first, second = interval(parse_limit(one)), interval(parse_limit(other))
    assert comparable(first, second)
    assert disjoint(first, second) is apart
    assert disjoint(second, first) is apart


def test_what_is_not_the_same_quantity_is_not_compared():
    for one, other in (
        ("at most 5 visits", "at least 6 weeks"),
        ("at most 5", "at least 6 weeks"),
        ("every 5 weeks", "at least 6 weeks"),
    ):
        assert not comparable(interval(parse_limit(one)), interval(parse_limit(other)))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Tuesday 14:00", "Tuesday 14:00"),
        ("Tuesdays at 2pm", "Tuesday 14:00"),
        ("09:00 to 15:00 weekdays", "09:00 to 15:00 weekdays"),
        ("after 15:30", "after 15:30"),
        ("until 21:00", "until 21:00"),
        ("in by 21:00", "until 21:00"),
        ("Mon-Fri 9-17", "09:00 to 17:00 weekdays"),
        ("every day 9.30", "09:30"),
    ],
)
def test_times_in_many_words(words, written):
    assert str(parse_time(words)) == written


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("weekdays", "Saturday", False),
        ("after 15:30", "09:00 to 15:00", False),
        ("until 15:00", "after 15:00", False),
        ("15:00", "09:00 to 15:00", True),
        ("22:00 to 06:00", "02:00", True),
        ("22:00 to 06:00", "12:00", False),
    ],
)
def test_times_meet_or_do_not(one, other, meet):
    assert overlap(parse_time(one), parse_time(other)) is meet
    assert overlap(parse_time(other), parse_time(one)) is meet


@pytest.mark.parametrize(
    ("parse", "words"),
    [
        (parse_limit, "soon"),
        (parse_limit, "between 9 and 3 days"),
        (parse_limit, ""),
        (parse_time, "soon"),
        (parse_time, "25:00"),
        (parse_condition, "unless"),
        (parse_condition, ""),
        (parse_scope, "age"),
        (parse_scope, "threshold high"),
    ],
)
def test_what_cannot_be_understood_is_a_sentence(parse, words):
    with pytest.raises(ReadingError) as refused:
        parse(words)
    assert str(refused.value).endswith(".")


@given(st.sampled_from(PARSERS), st.text(max_size=200))
def test_any_words_are_read_or_refused(parse, words):
    with contextlib.suppress(ReadingError):
        parse(words)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("words", ["a " * 2_500, "9" * 5_000, "to " * 1_700, "every " * 800])
def test_long_words_are_quick(parse, words):
    with contextlib.suppress(ReadingError):
        parse(words)


def test_an_open_ended_limit_has_no_ends():
    assert Limit(open_ended=True).is_open
