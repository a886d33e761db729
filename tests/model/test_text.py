"""Cleaning of text: what comes out can be stored, drawn and compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.errors import EditError
from activitymap.model.text import MAX_LENGTH, clean_line, clean_text, fold

any_text = st.text(st.characters(exclude_categories=[]), max_size=60)


@given(any_text)
def test_cleaning_again_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(any_text)
def test_clean_text_can_be_stored_and_drawn(text):
    cleaned = clean_text(text)
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not any(unicodedata.category(one) == "Cs" for one in cleaned)
    assert not any(ord(one) < 32 and one not in "\n\t" for one in cleaned)


@given(any_text)
def test_a_line_is_one_line(text):
    assert len(clean_line(text).splitlines()) <= 1


def test_nothing_is_cut_off_in_silence():
    with pytest.raises(EditError, match="too long"):
        clean_text("a" * (MAX_LENGTH + 1))


def test_names_are_the_same_by_fold():
    assert fold("  Early  HELP ") == fold("early help")
    assert fold("Ｈealth") == fold("health")


def test_joiners_and_direction_marks_stay():
    assert clean_line("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_line("\ufeffa\u202eb") == "ab"
