"""Days in words, and the day on which something was last done."""

from datetime import date

import pytest

from activitymap.model.activity_map import ActivityMap
from activitymap.model.days import day_text, day_words, last_day
from activitymap.model.discussing import Action, Discussion
from activitymap.model.judging import Judgement, Status


def test_a_day_is_written_as_british_readers_write_it():
    assert day_text(date(2026, 9, 14)) == "14 September 2026"
    assert day_text(date(2026, 1, 2)) == "2 January 2026"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-05-01", "1 May 2026"),
        ("the board of 12 November", "the board of 12 November"),
        ("2026-13-40", "2026-13-40"),
        ("", ""),
    ],
)
def test_a_day_in_figures_is_put_into_words_and_all_else_stays(typed, words):
    assert day_words(typed) == words


def test_the_last_day_is_that_of_a_judgement_a_discussion_or_what_was_done():
    assert last_day(ActivityMap()) is None
    judged = Judgement(
        id="judgement-1", about=("a",), status=Status.CONFIRMED, date=date(2026, 9, 1)
    )
    made = ActivityMap(judgements=(judged,))
    assert last_day(made) == date(2026, 9, 1)
    action = Action(id="action-1", text="x", done=date(2026, 12, 24))
    talk = Discussion(id="discussion-1", about=("a",), actions=(action,), date=date(2026, 9, 3))
    assert last_day(made.but(discussions=(talk,))) == date(2026, 12, 24)
