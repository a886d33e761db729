"""Numbers with units, and the ranges that words such as *at most* and *between* make of them."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from activitymap.errors import ReadingError
from activitymap.model.base import Value
from activitymap.model.text import clean_line

LARGEST = 1e15


def _plain(number: float) -> int | float:
    """Return a number in the one form in which it is written: 3 and not 3.0."""
    return int(number) if float(number).is_integer() else number


Number = Annotated[int | float, Field(ge=-LARGEST, le=LARGEST), AfterValidator(_plain)]

_WEEK = Fraction(7 * 24)
_YEAR = Fraction(36525, 100) * 24
HOURS = {
    "minute": Fraction(1, 60),
    "hour": Fraction(1),
    "day": Fraction(24),
    "night": Fraction(24),
    "working day": _WEEK / 5,
    "school day": _WEEK / 5,
    "week": _WEEK,
    "fortnight": _WEEK * 2,
    "month": _YEAR / 12,
    "year": _YEAR,
}
"""Hours in each unit of time. Working days count five to the week; a month is a twelfth of the
mean year, so that twelve months are one year."""

_SPELLINGS = {
    "min": "minute",
    "h": "hour",
    "hr": "hour",
    "calendar day": "day",
    "business day": "working day",
    "weekday": "working day",
    "wk": "week",
    "yr": "year",
    "%": "percent",
    "per cent": "percent",
    "pct": "percent",
    "person": "people",
    "child": "children",
}
_SIGNS = tuple("£$€")
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
NUMBER_WORDS = {word: value for value, word in enumerate(_WORDS)} | {
    "a": 1,
    "an": 1,
    "no": 0,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
}

_DIGITS = r"[£$€]?\s?-?\d+(?:,\d{3})*(?:\.\d+)?"
_AMOUNT = rf"(?:{_DIGITS}|{'|'.join(NUMBER_WORDS)})(?![\w.])"
_ONE = rf"(?P<one>{_AMOUNT})\s*(?P<unit>.*?)"
_LOW = rf"(?P<low>{_AMOUNT})\s*(?P<unit_low>[^\d]*?)"
_HIGH = rf"(?P<high>{_AMOUNT})\s*(?P<unit>.*)"
_AT_MOST = (
    r"at most|up to|no more than|not more than|no longer than|no later than|within|"
    r"max(?:imum)?(?: of)?|≤|<="
)
_AT_LEAST = (
    r"at least|no less than|not less than|no fewer than|no sooner than|not before|after|from|"
    r"min(?:imum)?(?: of)?|≥|>="
)
_LESS = r"less than|fewer than|under|below|younger than|<"
_MORE = r"more than|over|above|older than|>"

_PATTERNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("between", rf"(?:between|from)\s+{_LOW}\s*(?:and|to)\s*{_HIGH}"),
        ("between", rf"{_LOW}\s*(?:to|–|-)\s*{_HIGH}"),
        ("at_most", rf"(?:{_AT_MOST})\s*{_ONE}"),
        ("at_least", rf"(?:{_AT_LEAST})\s*{_ONE}"),
        ("less_than", rf"(?:{_LESS})\s*{_ONE}"),
        ("more_than", rf"(?:{_MORE})\s*{_ONE}"),
        ("at_least", rf"{_ONE}\s*(?:or|and) (?:more|over|older|above|later|longer|up|upwards)"),
        ("at_least", rf"{_ONE}\s*\+"),
        ("at_most", rf"{_ONE}\s*(?:or|and) (?:less|fewer|under|younger|below|earlier|shorter)"),
        ("exactly", rf"(?:exactly|just|=)?\s*{_ONE}"),
    )
)


class Range(Value):
    """A range of numbers in one unit, for example *at most 24 hours*; an end may be open.

    ``more_than`` and ``less_than`` say that the end itself is not in the range.
    """

    at_least: Number | None = None
    at_most: Number | None = None
    more_than: bool = False
    less_than: bool = False
    unit: str = ""

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        low, high = self.at_least, self.at_most
        if low is not None and high is not None and low > high:
            raise ValueError(f"the lower end {low} is above {high}")
        return self

    @property
    def is_open(self) -> bool:
        """Whether the range says nothing: it has neither a lower nor an upper end."""
        return self.at_least is None and self.at_most is None

    def __str__(self) -> str:
        sign, unit = (self.unit[0], self.unit[1:]) if self.unit[:1] in _SIGNS else ("", self.unit)
        low, high = (
            None if end is None else f"{sign}{in_digits(end)}"
            for end in (self.at_least, self.at_most)
        )
        if low is not None and high is not None:
            words = f"exactly {low}" if low == high else f"between {low} and {high}"
        elif high is not None:
            words = f"less than {high}" if self.less_than else f"at most {high}"
        elif low is not None:
            words = f"more than {low}" if self.more_than else f"at least {low}"
        else:
            words = ""
        return " ".join(f"{words} {unit}".split())


def in_digits(number: float) -> str:
    """Return a number without an exponent, as it can be read again."""
    return f"{Decimal(str(number)):f}"


def parse_range(text: str) -> Range:
    """Read words such as ``at most 24 hours``, ``between 5 and 11 years`` or ``3 or more``.

    Raises:
        ReadingError: the words name no number, or the lower end lies above the upper one.
    """
    words = clean_line(text).casefold()
    for name, pattern in _PATTERNS:
        if match := pattern.fullmatch(words):
            return _range(name, match.groupdict(), text)
    raise ReadingError(
        f"“{text}” names no number that can be read. Write it like “at most 24 hours”, "
        "“at least 3 weeks”, “exactly 6” or “between 5 and 11 years”."
    )


def _range(name: str, found: dict[str, str], text: str) -> Range:
    if name == "between":
        low, low_unit = _number(found["low"])
        high, high_unit = _number(found["high"])
        if low > high:
            raise ReadingError(
                f"“{text}” has no value in it: {low} is more than {high}. Put the smaller first."
            )
        unit = found["unit"].strip() or found["unit_low"].strip()
        unit = f"{low_unit or high_unit} {unit}".strip()
        return Range(at_least=low, at_most=high, unit=unit)
    one, sign = _number(found["one"])
    unit = f"{sign} {found['unit']}".strip()
    return Range(
        at_least=one if name in {"at_least", "more_than", "exactly"} else None,
        at_most=one if name in {"at_most", "less_than", "exactly"} else None,
        more_than=name == "more_than",
        less_than=name == "less_than",
        unit=unit,
    )


def _number(word: str) -> tuple[float, str]:
    """Return the number and the currency sign before it, if any."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word], ""
    sign = word[0] if word[0] in _SIGNS else ""
    digits = word.removeprefix(sign).strip().replace(",", "")
    value = float(digits)
    if abs(value) > LARGEST:
        raise ReadingError(
            f"“{word[:20]}…” is too large a number for a limit. Write a smaller one."
        )
    return value, sign


def base_unit(unit: str) -> tuple[str, Fraction]:
    """Return the unit that ``unit`` converts to and how many of those it is.

    Units of time convert to hours; any other unit is its own, in the singular.
    """
    name = unit.casefold().strip(" .")
    for spelling in (name, name.removesuffix("s")):
        known = _SPELLINGS.get(spelling, spelling)
        if known in HOURS:
            return "hour", HOURS[known]
    name = _SPELLINGS.get(name, name)
    return name.removesuffix("s"), Fraction(1)
