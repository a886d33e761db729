"""Whether what was read from two texts is enough to say that they clash.

A declared card is taken at its word. A read one is weighed: two statements that both set terms
mostly agree, one service denying what another does itself is no prohibition, and a plain
statement beside a restricted one says too little.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from activitymap.model.contradictions.claims import Claim, Says
from activitymap.model.contradictions.lexicon.lexicon import Lexicon
from activitymap.model.contradictions.names import any_same
from activitymap.model.contradictions.rules.amounts import taken_up
from activitymap.model.contradictions.words import stem, words
from activitymap.model.slots.condition import ConditionWord

_TERMS = {
    ConditionWord.UNLESS, ConditionWord.WITHOUT, ConditionWord.UNTIL, ConditionWord.BEFORE,
    ConditionWord.ONLY_IF, ConditionWord.ONLY_WITH,
}  # fmt: skip
_ASKS = re.compile(
    r"\b(?:asks?|asking|consent\w*|permission|agree\w*|ok|okay|sign|signs|signed|"
    r"signature|approv\w+|"
    r"say-so|invit\w+|go-ahead|in writing|nod|yes)\b"
)
_SMALL = frozenset(
    """the a an of to in on at for with by from and or but is are be been was were has have had do
    does did not no never it its they them their we us our he she his her you your this that
    these those there as if so than then who which what when where how all any each every some
    one own out up off over into about can may must will would should only just nobody nothing
    none without until unless before after more less very too also yet still get gets go goes
    come comes take takes make makes give gives""".split()
)

Check = Callable[[Claim, Claim, Lexicon], bool]


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry what it is about."""
    return frozenset(stem(word) for word in words(text) if word not in _SMALL and len(word) > 2)


def overlap(one: Claim, other: Claim, lexicon: Lexicon) -> int:
    """Return how many words that carry meaning two statements have in common, or nearly so."""
    first, second = one.statement.text, other.statement.text
    return len(content(first) & content(second)) or len(
        lexicon.concepts(first) & lexicon.concepts(second)
    )


def believed(rule: str, one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether a clash that a rule found between two claims, at least one of them read, stands."""
    if one.system == other.system and not overlap(one, other, lexicon):
        return False
    if rule not in _ACROSS_CASES and lexicon.other_cases(one.statement.text, other.statement.text):
        return False
    check = _CHECKS.get(rule)
    return check is None or check(one, other, lexicon)


def _explicit(claim: Claim, slot: str) -> bool:
    return claim.read is None or claim.read.explicit(slot)


def _firm(claim: Claim) -> bool:
    """Whether a claim names its modality, or leaves nobody and nothing out."""
    return _explicit(claim, "modality") or (claim.read is not None and claim.read.universal)


def on_terms(claim: Claim) -> bool:
    """Whether a statement sets terms: something is done under them and not otherwise."""
    conditions = {one.word for one in claim.reading.condition}
    if claim.says & Says.MUST_NOT:
        return bool(conditions & _TERMS)
    asks = bool(_ASKS.search(claim.statement.text.lower()))
    return asks or bool(conditions & {ConditionWord.ONLY_IF, ConditionWord.ONLY_WITH})


def _other_doers(one: Claim, other: Claim) -> bool:
    """Whether the two tell what different people do."""
    first, second = (c.reading.holders or c.reading.who for c in (one, other))
    return bool(first and second) and not any_same(first, second)


def _prohibition(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    denied, done = (one, other) if one.says & Says.MUST_NOT else (other, one)
    if _other_doers(denied, done):
        return False
    if any(c.word is ConditionWord.EVEN_IF for c in done.reading.condition):
        return True
    if on_terms(denied):
        terms = {one for c in denied.reading.condition for one in content(c.text)}
        # "No one is assessed without an interpreter" asks for the interpreter that others ask for.
        agree = on_terms(done) or terms & content(done.statement.text)
        return not agree and _firm(done)
    told = _firm(done) and _explicit(denied, "modality")
    return told or overlap(one, other, lexicon) > 0


def _optional(one: Claim, other: Claim, _: Lexicon) -> bool:
    return not _other_doers(one, other)


def _only(one: Claim, other: Claim, _: Lexicon) -> bool:
    """Whether a text says that one does it alone, and that another one, by name, does it too."""
    alone, doer = (one, other) if one.says & Says.ALONE else (other, one)
    named = doer.read is None or bool(doer.reading.holders) or _explicit(doer, "modality")
    return named and _explicit(alone, "share")


_PHASED = re.compile(
    r"\b(?:first|then|once|again|later|afterwards|those who|who can|who are|if they)\b"
)


def _timetable(one: Claim, other: Claim, _: Lexicon) -> bool:
    """Whether two times are of one doing: a time in front, with another doer, tells a case."""
    if taken_up(one, other):
        return True
    if _other_doers(one, other):
        return False
    return any(
        c.reading.time and (c.reading.time.start or c.reading.time.end) for c in (one, other)
    )


def _two_holders(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether two holders hold one task, and not one phase or one group of people each."""
    if one.reading.condition or other.reading.condition:
        return False
    phased = any(_PHASED.search(claim.statement.text.lower()) for claim in (one, other))
    return not phased or overlap(one, other, lexicon) > 1


def _direction(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """Whether two directions are of one thing: fewer falls and more practice go together."""
    return overlap(one, other, lexicon) > 0


_ACROSS_CASES = frozenset({"value", "pace", "wanted-change", "relies-on-forbidden"})
"""What clashes whatever cases the two name beside it."""
_CHECKS: dict[str, Check] = {
    "must-must-not": _prohibition,
    "must-not-may": _prohibition,
    "must-need-not": _optional,
    "only": _only,
    "timetable": _timetable,
    "two-holders": _two_holders,
    "scope": lambda *_: False,  # Ages and sizes in a text mostly tell cases, not who is served.
    "wanted-change": _direction,
    "modality-against-change": _direction,
}
