"""Who does it: holders in active, passive and noun form."""

import re

from activitymap.model.contradictions.reader.cues import Found
from activitymap.model.contradictions.reader.names import (
    Names,
    name_at,
    named,
    place_at,
    several,
)
from activitymap.model.contradictions.reader.sentence import Sentence, Span, Word

_BY = re.compile(r"(?<![\w'-])(?:by|through|via) (?=[a-z])")
_NOUN = re.compile(
    r"(?<![\w'-])(?:is|are|it's|that's|lies|rests|sits|falls|left|stays|up|down|"
    r"belongs?|goes|comes?|"
    r"with|remains) (?:down |up )?(?:to|with|for|on|from) (?=[a-z])"
)
JOB = re.compile(
    r"(?:'s|s'|'|s)? (?:job|task|duty|responsibility|role|remit|decision|call|"
    r"business|choice|say|shout|patch)(?![\w])"
)
_HEADING = re.compile(r"^[\w' -]{3,40}: ?(?=[a-z])")
_WITH = re.compile(r"(?<=[a-z])'s (?:with|down to|up to|left to|for) (?=[a-z])")
_OURS = re.compile(r"(?<![\w'-])(?:is|are|'s|be) (?P<ours>ours)(?!\w)")
_ITS = re.compile(r"(?<![\w'-])(?:it's|it is) (?=[a-z])")


def holders(main: Sentence, names: Names) -> Found[tuple[str, ...]] | None:
    """Return who does what a clause tells: its agent, be it subject, *by …* or *… 's job*."""
    found = main.words
    if not found:
        return None
    spans: list[Span] = []
    for reader in (_exception, _heading, _cleft, _passive, _noun, _subject):
        spans = reader(main, found, names)
        if spans:
            break
    if not spans:
        return None
    return Found(tuple(named(main, span) for span in spans), tuple(spans))


_BUT = re.compile(r"(?<![\w'-])(?:nobody|no-?one|no one|none) (?:but|except|other than) (?=[a-z])")


def _exception(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    match = _BUT.search(main.lower)
    return several(found, place_at(found, match.end()), names) if match else []


def _heading(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    match = _HEADING.match(main.lower)
    return several(found, place_at(found, match.end()), names) if match else []


def _cleft(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    for match in _ITS.finditer(main.lower):
        place = place_at(found, match.end())
        spans = several(found, place, names)
        after = main.lower[spans[-1].end :] if spans else ""
        if re.match(r" (?:alone |only |and nobody else )?(?:that|who)\b", after):
            return spans
    return []


_ENDINGS = (
    "ed", "en", "ne", "ld", "nt", "ught", "un", "me", "up", "out", "de", "ten", "id", "t",
)  # fmt: skip
"""How a participle ends, or the particle behind it ("filled in by", "sorted out by")."""


def _passive(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    for match in _BY.finditer(main.lower):
        before = [word.text for word in found if word.span.end <= match.start()][-4:]
        done = any(word.endswith(("ed", "en")) or word in _PARTICIPLES for word in before)
        if done or "only" in before or (before and before[-1].endswith(_ENDINGS)):
            spans = several(found, place_at(found, match.end()), names)
            if spans:
                return spans
    return []


def _noun(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    for match in (*_NOUN.finditer(main.lower), *_WITH.finditer(main.lower)):
        if spans := several(found, place_at(found, match.end()), names):
            return spans
    if ours := _OURS.search(main.lower):
        return [Span(*ours.span("ours"))]
    for match in JOB.finditer(main.lower):
        for place, word in enumerate(found):
            end = name_at(found, place, names)
            if (
                end > place
                and -2 <= match.start() - found[end - 1].span.end <= 2
                and word.span.end <= match.start() + 2
            ):
                return [Span(word.span.start, found[end - 1].span.end)]
    return []


_LEADING = frozenset("only just and then so nobody but both".split())
_BE = frozenset("is are gets get was were of".split())


def _subject(_: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    skip = 0
    while skip < len(found) and found[skip].text in _LEADING:
        skip += 1
    spans = several(found, skip, names)
    if not spans:
        return []
    behind = [word for word in found if word.span.start >= spans[-1].end]
    if not behind or (behind[0].text in _BE and _is_passive(behind)):
        return []
    return spans


def _is_passive(behind: list[Word]) -> bool:
    return any(
        word.text.endswith(("ed", "en")) or word.text in _PARTICIPLES for word in behind[1:3]
    )


_PARTICIPLES = frozenset(
    "done made run told kept put held sent left seen let paid met given shown cut found".split()
)
