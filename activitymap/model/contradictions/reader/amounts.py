"""Numbers and units: what somebody must keep to, how often, and where there is no limit."""

import re
from collections.abc import Callable

from activitymap.errors import ActivityMapError
from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.limit import Limit
from activitymap.model.slots.quantity import NUMBER_WORDS, base_unit

_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ONES = {
    word: NUMBER_WORDS[word] for word in "one two three four five six seven eight nine".split()
}
_COMPOUND = {
    f"{ten}{dash}{one}": value + unit
    for ten, value in _TENS.items()
    for one, unit in _ONES.items()
    for dash in "- "
}
_WORDS = {
    **{word: value for word, value in NUMBER_WORDS.items() if word not in {"a", "an", "no"}},
    **_TENS,
    **_COMPOUND,
    "a dozen": 12,
    "half a dozen": 6,
    "dozen": 12,
    "a couple of": 2,
    "a few": 3,
}
_NUMBER = r"(?:\d+(?:,\d{3})*(?:\.\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_UNIT = (
    r"(?:working |school |calendar |business )?(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|"
    r"wks?|fortnights?|months?|years?|yrs?|terms?)"
)
_AMOUNT = (
    rf"(?P<number>{_NUMBER}|half an?|quarter of an|an?|the next|"
    rf"the following)(?: clear| full| whole| solid)?[ -](?P<unit>{_UNIT}|per cent|"
    rf"percent|%|[a-z][\w'-]+)(?:'s?(?: [a-z]+)?)?(?![\w-])"
)
_MOST = (
    r"within|inside|in under|in less than|no later than|not later than|up to|at most|at the most|"
    r"max(?:imum)?(?: of)?|a maximum of|no more than|not more than|never more than|no longer than|"
    r"not longer than|a limit of|under|less than|fewer than|below|only|just|limited to|capped at|"
    r"no extensions? past|not past|not beyond|not over|for only|(?:a )?cap of|capped to|in"
)
_LEAST = (
    r"at least|a minimum of|min(?:imum)?(?: of)?|no less than|no fewer than|not less than|"
    r"not fewer than|not under|more than|over|above|upwards of|after|not before|no sooner than|"
    r"never fewer than|never less than|takes|take"
)
_MOST_AFTER = (
    r"at (?:the )?(?:very )?most|at the (?:outside|latest)|max(?:imum)?|tops|"
    r"and no more|and no longer|no more|or less|"
    r"or fewer|limit|and that's (?:it|all)|only|and not a \w+ more|and then (?:out|"
    r"it's over|we stop|it ends)"
)
_LEAST_AFTER = (
    r"at (?:the )?(?:very )?least|min(?:imum)?|or more|or longer|and (?:more|over|up)|plus"
)
_LIMIT = re.compile(
    rf"(?<![\w-])(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))? ?(?:about |around |the first |the )?"
    rf"(?<![\w-]){_AMOUNT}(?: or so)?"
    rf"(?: (?:in the room |a head |long )?(?:(?P<most_after>{_MOST_AFTER})|"
    rf"(?P<least_after>{_LEAST_AFTER}))(?!\w))?"
    rf"(?:, (?:(?P<most_comma>no more|max(?:imum)?|tops|at most|never more|tops|"
    rf"then out|then (?:it's )?over|at the outside|no longer|no extensions?|"
    rf"and not (?:a \w+ )?more|not (?:an? \w+ )?(?:more|longer|later))|"
    rf"(?P<least_comma>minimum|at least))(?!\w))?"
)
_AGE = re.compile(r"\s*(?:old|of age|and (?:over|under)|-olds?)\b")
_EVERY = re.compile(
    rf"(?<![\w-])(?P<bound>at least |no less than |not less than |at most |"
    rf"no more than )?(?:every|"
    rf"each)(?P<other> other)? (?:(?P<number>{_NUMBER}) )?(?P<unit>days?|weeks?|"
    rf"fortnights?|months?|years?|terms?)(?!\w)"
    rf"|(?<![\w-])(?P<times>once|twice|{_NUMBER} times) (?:a|an|per|each|"
    rf"every) (?P<per>day|week|fortnight|month|year)(?!\w)"
    r"|(?<![\w-])(?P<regular>daily|weekly|fortnightly|monthly|yearly|annually)(?!\w)"
)
_REGULAR = {
    "daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month",
    "yearly": "year", "annually": "year",
}  # fmt: skip
_PARTS = {"7": "days", "52": "weeks", "12": "months"}
_SHORTHAND = re.compile(
    r"(?<![\w/])(?P<every>q\.? ?)?(?P<number>\d{1,2})/(?P<part>7|52|12)(?![\w/])"
)
"""A clinician's "2/52" is two weeks, "3/12" three months, "5/7" five days."""
_RANGE = re.compile(
    rf"(?<![\w-])(?:between |from )?(?P<low>{_NUMBER}) ?(?:-|to|"
    rf"and) ?(?P<high>{_NUMBER}) (?P<unit>{_UNIT})(?![\w-])"
)


def _shorthand(match: re.Match[str]) -> Limit | None:
    number, unit = int(match["number"]), _PARTS[match["part"]]
    if not number or match[0] == "24/7":
        return None
    return Limit(at_least=number, at_most=number, unit=unit, every=bool(match["every"]))


def _range(match: re.Match[str]) -> Limit | None:
    low, high = _number(match["low"]), _number(match["high"])
    if low is None or high is None or low > high:
        return None
    return _limit(match["unit"], least=low, most=high)


_TABLE = table("amounts")
_WEEK = re.compile(
    rf"(?<![\w-])(?:ends?|over|out|closes?|stops?|finish\w*|done|end) (?:at|by|in|"
    rf"after|on) (?P<unit>week|day|month|year) (?P<number>{_NUMBER})(?!\w)"
)
_SAME_DAY = re.compile(
    r"(?<![\w-])(?:(?:the|that) (?:very )?same|that very) (?:day|morning|afternoon|"
    r"evening|night)(?!\w)"
)
OPEN_ENDED = _TABLE["open ended"]


def open_ended(whole: Sentence) -> Found[Limit] | None:
    """Return the limit of a text that says that there is none."""
    match = OPEN_ENDED.search(whole.lower)
    return Found(Limit(open_ended=True), (Span(*match.span()),)) if match else None


def limit(main: Sentence) -> Found[Limit] | None:
    """Return the limit that a text sets, the first with a bound if there are several."""
    for shape, reader in _FORMS:
        if (match := shape.search(main.lower)) and (found := reader(match)):
            return Found(found, (Span(*match.span()),))
    best: Found[Limit] | None = None
    for match in _LIMIT.finditer(main.lower):
        bounded = _bounded(main, match)
        if bounded is None:
            continue
        if best is None or (best.value.at_least == best.value.at_most != bounded.at_most):
            best = Found(bounded, (Span(match.start(), match.end()),))
    return best


def _by_week(match: re.Match[str]) -> Limit | None:
    number = _number(match["number"])
    return Limit(at_most=number, unit=match["unit"]) if number else None


def _often(match: re.Match[str]) -> Limit | None:
    if match["regular"]:
        return Limit(at_least=1, at_most=1, unit=_REGULAR[match["regular"]], every=True)
    if match["times"]:
        word = match["times"].removesuffix(" times")
        count = {"once": 1.0, "twice": 2.0}.get(word) or _number(word)
        gap = round(1 / count, 6) if count and count > 0 else None
        unit = match["per"]
    else:
        gap = 2 if match["other"] else (_number(match["number"]) if match["number"] else 1)
        unit = match["unit"]
    if gap is None or base_unit(unit)[0] != "hour":
        return None
    if match["bound"]:
        often = "least" in match["bound"] or "less" in match["bound"]
        # "At least every week" is a gap of a week at the most.
        return Limit(
            at_least=None if often else gap, at_most=gap if often else None, unit=unit, every=True
        )
    return Limit(at_least=gap, at_most=gap, unit=unit, every=True)


_COUNTED_NOT = frozenset(
    """am pm who's is are looks year-old year-olds of and or in on at to the a an for with from by
    per each more less fewer other another thing way side hand point time times o'clock past
    until till both who that which lad girl big small whole good single clear last first next
    same""".split()
)


def _bounded(main: Sentence, match: re.Match[str]) -> Limit | None:
    """Return the limit of a number with a unit, by the words before and behind it."""
    amount = _amount(main, match)
    if amount is None:
        return None
    number, unit = amount
    timed = _is_timed(unit)
    most = match["most"] or match["most_after"] or match["most_comma"]
    least = match["least"] or match["least_after"] or match["least_comma"]
    if not (most or least) and not _stands_alone(main, match, timed=timed):
        return None
    if match["most"] == "in" and not timed:
        most = None
    if _THEN_OUT.match(main.lower, match.end()):
        most = "then out"
    strict = (match["most"] or match["least"]) in _STRICT
    if strict and _DENIED.search(main.lower[: match.start()]):
        # "Not with fewer than six" asks for six.
        return _limit(unit, least=number) if most else _limit(unit, most=number)
    if most:
        return _limit(unit, most=number, less_than=strict)
    if least:
        return _limit(unit, least=number, more_than=strict)
    return _limit(unit, most=number, least=number)


def _amount(main: Sentence, match: re.Match[str]) -> tuple[float, str] | None:
    """Return the number and unit that a match names, if they are an amount of something."""
    unit, word = match["unit"], match["number"]
    timed = _is_timed(unit)
    if _AGE.match(main.lower, match.end("unit")) or (not timed and unit in _COUNTED_NOT):
        return None
    number = _number(word)
    if number is None or (word in _ARTICLES and not timed):
        return None
    if word in _HALVES:
        if base_unit(unit)[0] != "hour":
            return None
        return float(base_unit(unit)[1]) * number * 60, "minutes"
    return number, unit


def _stands_alone(main: Sentence, match: re.Match[str], *, timed: bool) -> bool:
    """Whether a number without a bound is a limit: not "a day", "one who", "two-year check"."""
    if match["number"] in _ARTICLES or main.lower[match.end("number")] == "-":
        return False
    return timed or match["number"] != "one"


def _is_timed(unit: str) -> bool:
    return base_unit(unit)[0] in {"hour", "percent"}


_STRICT = {"less than", "fewer than", "under", "below", "more than", "over", "above"}
_HALVES = {"half a", "half an", "quarter of an"}
_ARTICLES = {"a", "an", "a few", "the next", "the following"}
_THEN_OUT = re.compile(r"\s*,? then (?:out|it|we|they)\b")
_DENIED = re.compile(r"(?:not|n't|no|never|nobody|without)\b[^,.;]*$")


def _limit(
    unit: str,
    *,
    most: float | None = None,
    least: float | None = None,
    less_than: bool = False,
    more_than: bool = False,
) -> Limit | None:
    try:
        return Limit(
            at_least=least, at_most=most, unit=unit, less_than=less_than, more_than=more_than
        )
    except (ActivityMapError, ValueError):
        return None


def _number(word: str | None) -> float | None:
    if word is None:
        return None
    if word in {"a", "an", "the next", "the following"}:
        return 1
    if word in {"half a", "half an"}:
        return 0.5
    if word == "quarter of an":
        return 0.25
    if word in _WORDS:
        return _WORDS[word]
    value = float(word.replace(",", "")) if len(word) < 16 else None
    return value if value is None or not value.is_integer() else int(value)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Limit | None]], ...] = (
    (_EVERY, _often),
    (_SHORTHAND, _shorthand),
    (_RANGE, _range),
    (_WEEK, _by_week),
    (_SAME_DAY, lambda _: Limit(at_most=1, unit="day")),
)
