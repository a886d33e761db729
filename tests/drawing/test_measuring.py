"""Text that is broken into lines keeps all its words and fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.drawing.measuring import broken, missing_glyphs, shortened, width

ROOM = 120.0
SIZE = 12.0


def test_a_line_is_as_wide_as_its_characters() -> None:
    assert width("ab", SIZE) == pytest.approx(width("a", SIZE) + width("b", SIZE))
    assert width("a", 24.0) == pytest.approx(2 * width("a", SIZE))
    assert width("a", SIZE, bold=True) > width("a", SIZE)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=120))
def test_no_letter_is_lost_and_every_line_fits(text: str) -> None:
    lines = broken(text, SIZE, ROOM)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, SIZE) <= ROOM or len(line) == 1 for line in lines)


def test_lines_break_between_words_then_after_hyphens_then_anywhere() -> None:
    assert broken("one two", SIZE, width("one two", SIZE)) == ("one two",)
    assert broken("one two", SIZE, width("one tw", SIZE)) == ("one", "two")
    assert broken("multi-agency", SIZE, width("multi-", SIZE) + 1)[0] == "multi-"
    assert all(broken("w" * 80, SIZE, ROOM))
    assert len(broken("w" * 80, SIZE, ROOM)) > 1


def test_each_line_of_the_text_is_a_line_of_its_own() -> None:
    assert broken("one\ntwo", SIZE, ROOM) == ("one", "two")


def test_chinese_breaks_between_characters_and_joined_emoji_stay_whole() -> None:
    assert len(broken("家庭和学校一起工作的孩子" * 3, SIZE, ROOM)) > 1
    family = "👨\u200d👩\u200d👧"
    assert any(family in line for line in broken(f"{family} and the school's head", SIZE, ROOM))


def test_what_is_left_out_is_shown_by_an_ellipsis() -> None:
    assert shortened(("one", "two", "three"), 3) == ("one", "two", "three")
    short = shortened(("one", "two", "three"), 2)
    assert len(short) == 2
    assert short[-1].endswith("…")
    assert shortened(("we share", "every letter, sent", "at once"), 2)[-1] == "every letter…"
    assert len(shortened(("one", "two", "three"), None)) == 3


def test_the_font_knows_welsh_and_polish_and_says_what_it_lacks() -> None:
    assert missing_glyphs("ŵ ŷ ł ż ğ ệ α я") == ""
    assert missing_glyphs("a 家 b") == "家"
