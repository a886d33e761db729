"""Whose doing a statement needs: who acts in its *once*, *unless* or *depends on*."""

import re

from activitymap.model.contradictions.reader.clauses import Clause
from activitymap.model.contradictions.reader.cues import Found
from activitymap.model.contradictions.reader.names import (
    OWN,
    Names,
    name_from,
    named,
    place_at,
)
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.condition import ConditionWord

_DEPENDS = re.compile(
    r"(?<![\w'-])(?:depends? on|hangs? on|relies on|rely on|counts? on|waits? (?:for|on)|"
    r"go(?:es)? by what|based on what|permission (?:from|of)|approval (?:by|from|of)|say-so of|"
    r"signature of|nod from|report from|without|needs?|until|once|unless) (?=[a-z])"
)
_FIRST = re.compile(r"[\w' -]{2,30}? (?:goes|go|do(?:es)? [\w' ]{2,30}) first\b.*\bthen\b")
_WAITS = frozenset(
    {
        ConditionWord.AFTER,
        ConditionWord.UNLESS,
        ConditionWord.UNTIL,
        ConditionWord.ONLY_IF,
        ConditionWord.ONLY_WITH,
    }
)
_LEADS = frozenset("once after unless until till only if when as soon as with the".split())


def relied_on(
    whole: Sentence, found: tuple[Clause, ...], names: Names
) -> Found[tuple[str, ...]] | None:
    """Return whose doing a statement waits for, of others than the service itself."""
    acting = (_acting(whole, clause, names) for clause in found)
    spans = [span for span in acting if span is not None]
    if not spans:
        match = _DEPENDS.search(whole.lower)
        place = place_at(whole.words, match.end()) if match else 0
        if match or _FIRST.match(whole.lower):
            span = name_from(whole.words, place, names)
            if span and whole.lower[span.start : span.end] not in OWN:
                spans.append(span)
    if not spans:
        return None
    return Found(tuple(named(whole, span) for span in spans), tuple(spans))


def _acting(whole: Sentence, clause: Clause, names: Names) -> Span | None:
    """Return who acts in a condition that has to be waited for."""
    if clause.condition.word not in _WAITS:
        return None
    inside = tuple(
        word for word in whole.words if clause.span.start <= word.span.start < clause.span.end
    )
    place = next((i for i, word in enumerate(inside) if word.text not in _LEADS), 0)
    if place >= len(inside) or inside[place].text in OWN:
        return None
    span = name_from(inside, place, names)
    return span if span and span.end < clause.span.end else None
