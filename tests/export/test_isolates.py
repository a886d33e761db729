"""Parts of a text that run the other way: held against another implementation of the standard."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from activitymap.export.isolates import directed, isolates, lines_of
from activitymap.export.lettering import set_line
from activitymap.model.wording import ISOLATE, POP, joined, runs_to_the_left, worded

HEBREW, ENGLISH = "אין לשתף (בכתב) 7", "GP (2) & co"
letters = st.text("ab1 ,.“”–אבגד+", max_size=12)
"""Without brackets: beside isolated parts the other implementation does not do as the standard."""
bracketed = st.text("ab1 ,אבגד()[]", max_size=16)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Return a sentence with gaps that are isolated, and others within them."""
    inner = draw(letters) + f"{ISOLATE}{draw(letters)}{POP}" + draw(letters)
    # Blanks at the end of a line are of no direction, and are not seen.
    return f"{draw(letters)}{ISOLATE}{inner}{POP}{draw(letters)}z"


def _seen(line: str, leftwards: bool) -> str:
    """Return the letters of a line from the left as they are drawn."""
    pieces = sorted(set_line(line, leftwards, 10.0).pieces, key=lambda piece: piece.left)
    return "".join(
        "".join(glyph.text for glyph in run.glyphs) or run.text
        for piece in pieces
        for run in piece.runs
    )


def _expected(line: str, leftwards: bool) -> str:
    shown = get_display(line, base_dir="R" if leftwards else "L")
    return "".join(one for one in shown if unicodedata.category(one) != "Cf")


@given(sentences(), st.booleans())
def test_isolated_parts_stand_where_the_standard_puts_them(text, leftwards):
    assert _seen(text, leftwards) == _expected(text, leftwards)


@given(bracketed, st.booleans())
def test_brackets_stand_where_the_standard_puts_them(text, leftwards):
    assert _seen(f"{text}z", leftwards) == _expected(f"{text}z", leftwards)


def test_a_bracket_stays_with_what_it_encloses():
    assert _seen("ab (גדה) ו", leftwards=False) == "ab (הדג) ו"
    # A part that is isolated says nothing of the brackets behind it.
    assert _seen(f"1א{ISOLATE}b{POP}[1]z", leftwards=False) == "1]1[bאz"


@given(sentences())
def test_a_text_in_parts_is_the_whole_text(text):
    kept = "".join(
        f"{text[part.start]}{part.text}{POP}" if part.isolated else part.text
        for part in isolates(text)
    )
    assert kept == text


@given(sentences(), st.floats(20, 200))
def test_every_line_closes_what_it_opens_and_loses_nothing(text, room):
    lines = lines_of(text, 10.0, room)
    told = "".join(lines)
    for line in lines:
        assert sum(one in "\u2066\u2067\u2068" for one in line) == line.count(POP)
    assert _words(told) == _words(text)


def _words(text: str) -> str:
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")


def test_the_direction_is_that_of_the_sentence_and_not_of_what_stands_in_it():
    assert runs_to_the_left(HEBREW)
    assert not runs_to_the_left(f"{ISOLATE}{HEBREW}{POP} needs it")
    assert not runs_to_the_left(worded("Need: {need}", need=HEBREW))


def test_a_mark_that_opens_or_closes_nothing_does_no_harm():
    assert _seen(f"{POP}{HEBREW}{POP}", leftwards=True) == _seen(HEBREW, leftwards=True)
    assert _seen(f"a {ISOLATE}{HEBREW}", leftwards=False) == _expected(
        f"a {ISOLATE}{HEBREW}{POP}", leftwards=False
    )
    assert directed(f"{ISOLATE}{HEBREW}{POP}")[0] == "\u2067"


@pytest.mark.parametrize(
    ("texts", "isolated"),
    [
        ((ENGLISH, ENGLISH), [False, False]),
        ((ENGLISH, HEBREW), [False, True]),
        ((HEBREW, ENGLISH), [False, True]),
    ],
)
def test_texts_beside_one_another_keep_their_own_direction(texts, isolated):
    parts = joined(" – ", texts).split(" – ")
    assert [part.startswith(ISOLATE) for part in parts] == isolated
    assert joined(", ", ("", ENGLISH, "")) == ENGLISH


def test_english_sentences_hold_no_marks():
    assert worded("{one} and {other}", one="naïve “café”", other=3) == "naïve “café” and 3"
