"""Names in texts: whole words, in every form in which people write them, and nothing else."""

import pytest

from activitymap.model.anonymising.replacing import Names
from activitymap.model.values import PersonName


def _names(*names):
    return Names(tuple(PersonName(name=name, instead=instead) for name, instead in names))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ask Ann first", "Ask X first"),
        ("ANN decides", "X decides"),
        ("Ann's sister", "X's sister"),
        ("Ann’s sister, and Ann", "X’s sister, and X"),
        ("(Ann) “Ann” ‘Ann’ Ann/Bo Ann_Bo", "(X) “X” ‘X’ X/Bo X_Bo"),
        ("the Ann-led group", "the X-led group"),
        ("Annual review in Annan", "Annual review in Annan"),
        ("Ann-Marie and Marie-Ann, O’Ann", "Ann-Marie and Marie-Ann, O’Ann"),
        ("plan", "plan"),
        ("write to ann@example.org", "write to X"),
    ],
)
def test_a_name_is_a_whole_word(text, shown):
    assert _names(("Ann", "X")).replaced(text) == shown


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zoë", "Zoë"),
        ("Zoë", "Zoe"),
        ("Zoë", "ZOË"),
        ("Zoë", "Zoe\u0308"),
        ("Zoe", "Zoë"),
        ("Łukasz", "Lukasz"),
        ("Anna Berg", "ANNA  BERG"),
        ("Anna Berg", "Anna\u00a0Berg"),
        ("Anna Berg", "Anna-Berg"),
        ("Anna-Berg", "Anna Berg"),
        ("Anna Berg", "anna.berg@example.org"),
        ("Νίκος", "ΝΙΚΟΣ"),
        ("محمد", "محمد"),
        ("王小明", "王小明"),
        ("A.(b)*", "A.(b)*"),
    ],
)
def test_spellings_of_one_name(name, text):
    replaced = _names((name, "X")).replaced(text)
    if "@" in text:
        assert replaced == text  # Two words of a name in an address are proposed, not known.
    else:
        assert replaced == "X"


def test_words_that_are_written_together():
    assert _names(("محمد", "X")).replaced("اتصل بمحمد") == "اتصل بX"
    assert _names(("王小明", "X")).replaced("问王小明吧") == "问X吧"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The Smiths come", "The family come"),
        ("ask the Smiths’ landlord", "ask the family’s landlord"),
        ("Smith’s dog", "the family’s dog"),
        ("a Smith", "a the family"),
    ],
)
def test_plurals_and_articles(text, shown):
    assert _names(("Smith", "the family")).replaced(text) == shown


def test_an_ordinary_word_is_a_name_with_a_capital_only():
    names = _names(("Will", "X"), ("Dawn", "Y"))
    assert names.replaced("we will ask Will at dawn, and Dawn") == "we will ask X at dawn, and Y"


def test_longer_names_go_first():
    names = _names(("Ann", ""), ("Ann Berg", "the aunt"))
    assert names.replaced("Ann Berg rings Ann") == "the aunt rings Person 1"


def test_numbers_leave_out_those_that_are_taken():
    names = _names(("Ann", ""), ("Bea", "Person 1"), ("Cal", ""))
    assert list(names.instead.values()) == ["Person 2", "Person 1", "Person 3"]


def test_what_would_show_a_name_is_not_shown():
    names = _names(("Ann", ""), ("Bea", "Ann’s sister"))
    assert names.replaced("Bea rings Ann") == "Person 2 rings Person 1"
