"""For whom a statement is meant: ages, areas, thresholds."""

import re

from activitymap.errors import ReadingError
from activitymap.model.contradictions.reader.cues import Found
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.quantity import NUMBER_WORDS
from activitymap.model.slots.scope import Scope, parse_scope

_ONES = ("", *(one for one in "one two three four five six seven eight nine".split()))
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {
    **{word: value for word, value in NUMBER_WORDS.items() if word not in {"a", "an", "no"}},
    **{
        f"{ten}{dash}{one}" if one else ten: number * 10 + place
        for number, ten in enumerate(_TENS, start=2)
        for place, one in enumerate(_ONES)
        for dash in "- "
    },
}
_N = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_NO_AGE = (
    r"(?! (?:weeks?|days?|months?|hours?|minutes?|o'clock|am|pm|visits|people|per|homes|pounds|%|a|"
    r"dads|families|words|pages|beds|children))(?!\w)"
)
"""What follows a number that counts something else than years of age."""


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}(?!\w)")


_TO = r"(?:-? to | and |-| - |–)"
_OLD = r"(?: years| ?-?year-olds| year olds| yrs)(?: old)?"
_SHAPES = (
    (_shape(rf"under[- ]?(?P<high>{_N})'?s"), "under {high}"),
    (_shape(rf"(?P<low>{_N})-?(?: ?plus|\+)"), "{low} or over"),
    (_shape(rf"(?:turns?|reach(?:es)?|hits?) (?:the age of )?(?P<high>{_N})"), "under {high}"),
    (_shape(rf"over[- ](?P<low>{_N})'?s"), "over {low}"),
    (_shape(rf"(?P<low>{_N}){_TO}(?P<high>{_N}){_OLD}"), "{low} to {high}"),
    (_shape(rf"(?:aged|ages) (?P<low>{_N}){_TO}(?P<high>{_N})"), "{low} to {high}"),
    (
        _shape(
            rf"from (?:the age of |age )?(?P<low>birth|{_N}) (?:up )?to (?P<high>{_N}){_NO_AGE}"
        ),
        "{low} to {high}",
    ),
    (
        _shape(
            r"(?:under|below|younger than|up to (?:the )?age(?: of)?|until (?:they are|they turn|"
            rf"the age of|age)|before (?:they are|they turn)) (?:the age of |age )?(?P<high>{_N})"
            + _NO_AGE
        ),
        "under {high}",
    ),
    (
        _shape(
            r"(?:over|above|older than|from(?: the)? age(?: of)?) (?:the age of |age )?"
            rf"(?P<low>{_N}){_NO_AGE}"
        ),
        "over {low}",
    ),
    (_shape(rf"from (?P<low>{_N}) (?:up|upwards|on|onwards)"), "{low} or over"),
    (_shape(rf"(?P<low>{_N}) (?:and|or) (?:over|older|up)"), "{low} or over"),
    (_shape(rf"(?P<high>{_N}) (?:and|or) (?:under|younger|below)"), "{high} or under"),
)
_GROUPS = (
    (_shape(r"(?:toddlers?|pre-?schoolers?|little ones|pre-?school children)"), "1 to 4"),
    (_shape(r"(?:teenagers?|teens|adolescents?)"), "13 to 19"),
    (
        _shape(r"(?:adults?(?! (?:learning|education|mental|social|services))|grown-ups?)"),
        "18 or over",
    ),
    (_shape(r"pensioners?"), "65 or over"),
)
_SIZED = re.compile(
    rf"(?<=\w )of (?P<bound>(?:more|fewer|less) than |over |under |at least |up to |"
    rf"at most )?(?P<number>{_N}) (?P<unit>[a-z]+)(?P<tail> or (?:fewer|less|more|"
    rf"over))?(?![\w])"
)
"""A size that tells which cases are meant: "schemes of more than ten homes"."""


def sized(main: Sentence) -> Found[tuple[Scope, ...]] | None:
    """Return the threshold that a text names for its cases."""
    match = _SIZED.search(main.lower)
    if not match or not (match["bound"] or match["tail"]):
        return None
    words = f"{match['bound'] or ''}{_digits(match['number'])} {match['unit']}{match['tail'] or ''}"
    if match["tail"]:
        words = (
            f"{'at most' if match['tail'] in {' or fewer', ' or less'} else 'at least'} "
            f"{_digits(match['number'])} {match['unit']}"
        )
    try:
        found = parse_scope(f"threshold {words}")
    except ReadingError:
        return None
    return Found((found,), (Span(*match.span()),))


_SCORED = re.compile(
    rf"(?<![\w-])(?:scores?|levels?|bands?|tiers?) (?:of )?(?P<number>{_N}) (?:and|or) "
    r"(?P<way>above|more|over|higher|below|less|under|lower)(?!\w)"
    rf"|(?<![\w-])(?P<count>{_N}) (?:concerns|referrals|absences|strikes|incidents) or more(?!\w)"
)
_AREA = re.compile(
    r"(?<![\w-])(?P<side>north|south|east|west)(?:ern)?(?: side| end| patch| half)(?!\w)"
    r"|(?<![\w-])(?P<of>(?:north|south|east|west) of (?:the )?[a-z]+)"
    r"|(?<![\w-])(?P<code>postcodes? [a-z]{1,2}\d{1,2})(?!\w)"
)


def area(main: Sentence) -> Found[tuple[Scope, ...]] | None:
    """Return the side of a place that a text names."""
    match = _AREA.search(main.lower)
    if not match:
        return None
    name = match["side"] or match["of"] or match["code"]
    words = main.text[match.start() : match.start() + len(name)]
    found = parse_scope(f"area {words[0].upper()}{words[1:]}" if match["side"] else f"area {words}")
    return Found((found,), (Span(*match.span()),))


def scored(main: Sentence) -> Found[tuple[Scope, ...]] | None:
    """Return the threshold of a score, level or count of concerns."""
    match = _SCORED.search(main.lower)
    if not match:
        return None
    below = match["way"] in {"below", "less", "under", "lower"}
    number = _digits(match["number"] or match["count"])
    found = parse_scope(f"threshold {number} or {'less' if below else 'more'}")
    return Found((found,), (Span(*match.span()),))


def scope(main: Sentence) -> Found[tuple[Scope, ...]] | None:
    """Return the ages that a text names."""
    if (told := scored(main)) is not None:
        return told
    for shape, form in _SHAPES:
        if match := shape.search(main.lower):
            values = {key: _digits(value) for key, value in match.groupdict().items() if value}
            try:
                found = parse_scope("age " + form.format(**values))
            except ReadingError:
                continue
            return Found((found,), (Span(*match.span()),))
    for reader in (sized, area):
        if (named := reader(main)) is not None:
            return named
    hits = [
        (match.start(), form, match) for cue, form in _GROUPS for match in cue.finditer(main.lower)
    ]
    if len({form for _, form, _ in hits}) != 1:
        return None
    _, form, match = hits[0]
    return Found((parse_scope("age " + form),), (Span(*match.span()),))


def _digits(word: str) -> str:
    if word == "birth":
        return "0"
    return str(_NUMBERS.get(word, word))
