"""For whom a statement is meant: ages, areas, thresholds."""

import re

from activitymap.errors import ReadingError
from activitymap.model.contradictions.reader.cues import Found
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.quantity import NUMBER_WORDS
from activitymap.model.slots.scope import Scope, parse_scope

_TENS = {"thirteen": 13, "twenty-five": 25, "twenty-one": 21, "sixty-five": 65, "twenty five": 25, "twenty one": 21, "sixty five": 65, "seventy": 70, "eighty": 80, "seventy-five": 75, "thirty-five": 35}
_NUMBERS = {**{w: n for w, n in NUMBER_WORDS.items() if w not in {"a", "an", "no"}}, **_TENS}
_N = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_SHAPES = (
    (re.compile(rf"(?<![\w-])under[- ]?(?P<high>{_N})(?:'?s)(?![\w])"), "under {high}"),
    (re.compile(rf"(?<![\w-])(?P<low>{_N})-?(?: ?plus|\+)(?![\w])"), "{low} or over"),
    (re.compile(rf"(?<![\w-])(?:turn|turns|reach|reaches|hit|hits) (?:the age of )?(?P<high>{_N})(?![\w])"), "under {high}"),
    (re.compile(rf"(?<![\w-])over[- ](?P<low>{_N})(?:'?s)(?![\w])"), "over {low}"),
    (re.compile(rf"(?<![\w-])(?:aged?|ages|from|between)? ?(?P<low>{_N})(?:-? to |-| and | - |–)(?P<high>{_N})(?: years| year-olds|-year-olds| years-olds| year-olds| year olds|-year-olds| yrs)(?: old)?(?![\w])"), "{low} to {high}"),
    (re.compile(rf"(?<![\w-])(?:aged|ages) (?P<low>{_N})(?: to |-| and | - |–)(?P<high>{_N})(?![\w])"), "{low} to {high}"),
    (re.compile(rf"(?<![\w-])from (?:the age of |age )?(?P<low>eighteen|sixteen|eleven|five|birth|twelve|thirteen|\d\d?) (?:to|up to) (?P<high>{_N})(?! (?:weeks|days|months|hours|o'clock|am|pm|minutes|visits|people))(?![\w])"), "{low} to {high}"),
    (re.compile(rf"(?<![\w-])(?:under|below|younger than|up to (?:the )?age(?: of)?|until (?:they are|they turn|the age of|age)|before (?:they are|they turn)) (?:the age of |age )?(?P<high>{_N})(?! (?:weeks|days|months|hours|minutes|visits|people|per|homes|pounds|%|a|dads|families|words|pages|beds|children|minute|hour|day|week|month))(?![\w])"), "under {high}"),
    (re.compile(rf"(?<![\w-])(?:over|above|older than|from age|from the age of) (?:the age of |age )?(?P<low>{_N})(?! (?:weeks|days|months|hours|minutes|visits|people|per|homes|pounds|%|a|dads|families|words|pages|beds|children|minute|hour|day|week|month))(?![\w])"), "over {low}"),
    (re.compile(rf"(?<![\w-])from (?P<low>{_N}) (?:up|upwards|on|onwards)(?![\w])"), "{low} or over"),
    (re.compile(rf"(?<![\w-])(?P<low>{_N}) (?:and|or) (?:over|older|up)(?![\w])"), "{low} or over"),
    (re.compile(rf"(?<![\w-])(?P<high>{_N}) (?:and|or) (?:under|younger|below)(?![\w])"), "{high} or under"),
)  # fmt: skip
_GROUPS = (
    (re.compile(r"(?<![\w-])(?:toddlers?|pre-?schoolers?|little ones|pre-?school children)(?![\w])"), "1 to 4"),
    (re.compile(r"(?<![\w-])(?:teenagers?|teens|adolescents?)(?![\w])"), "13 to 19"),
    (re.compile(r"(?<![\w-])(?:adults?(?! (?:learning|education|mental|social|services))|grown-ups?)(?![\w])"), "18 or over"),
    (re.compile(r"(?<![\w-])(?:pensioners?)(?![\w])"), "65 or over"),
)  # fmt: skip


_SIZED = re.compile(
    rf"(?<=\w )of (?P<bound>(?:more|fewer|less) than |over |under |at least |up to |at most )?(?P<number>{_N}) (?P<unit>[a-z]+)(?P<tail> or (?:fewer|less|more|over))?(?![\w])"
)
"""A size that tells which cases are meant: "schemes of more than ten homes"."""


def sized(main: Sentence) -> Found[tuple[Scope, ...]] | None:
    """Return the threshold that a text names for its cases."""
    match = _SIZED.search(main.lower)
    if not match or not (match["bound"] or match["tail"]):
        return None
    words = f"{match['bound'] or ''}{_digits(match['number'])} {match['unit']}{match['tail'] or ''}"
    if match["tail"]:
        words = f"{'at most' if match['tail'] in {' or fewer', ' or less'} else 'at least'} {_digits(match['number'])} {match['unit']}"
    try:
        found = parse_scope(f"threshold {words}")
    except ReadingError:
        return None
    return Found((found,), (Span(*match.span()),))


def scope(main: Sentence) -> Found[tuple[Scope, ...]] | None:
    """Return the ages that a text names."""
    for shape, form in _SHAPES:
        if match := shape.search(main.lower):
            values = {key: _digits(value) for key, value in match.groupdict().items() if value}
            try:
                found = parse_scope("age " + form.format(**values))
            except ReadingError:
                continue
            return Found((found,), (Span(*match.span()),))
    if threshold := sized(main):
        return threshold
    hits = [(match.start(), form, match) for cue, form in _GROUPS for match in cue.finditer(main.lower)]
    if len({form for _, form, _ in hits}) != 1:
        return None
    _, form, match = hits[0]
    return Found((parse_scope("age " + form),), (Span(*match.span()),))


def _digits(word: str) -> str:
    if word == "birth":
        return "0"
    return str(_NUMBERS.get(word, word))
