"""The direction of an aim: more, less, keep, start, end; and how fast."""

import re

from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.names import is_role, is_worker
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Change, Pace
from activitymap.model.values import Element

LEAD = 4
"""Characters before a direction that still begins its sentence ("To stop …")."""
_TABLE = table("aims")
_CUES = {
    Change.END: _TABLE["end"],
    Change.LESS: _TABLE["less"],
    Change.MORE: _TABLE["more"],
    Change.KEEP: _TABLE["keep"],
    Change.START: _TABLE["start"],
}
_MINIMISED = re.compile(r"as (?:few|little) [\w' ]+ as possible|(?<![\w])no more(?= \w+ing)")


def change(main: Sentence) -> Found[Change] | None:
    """Return the direction in which an aim points; ``None`` where it names none or several."""
    if match := _MINIMISED.search(main.lower):
        return Found(Change.LESS, (Span(*match.span()),))
    hits = [
        (match.start(), value, Span(*match.span()))
        for value, cue in _CUES.items()
        for match in cue.finditer(main.lower)
    ]
    if not hits:
        return None
    _, value, span = min(hits)
    return Found(value, (span,))


_SOON = _TABLE["soon"]
_UNHURRIED = _TABLE["unhurried"]


def pace(whole: Sentence) -> Found[Pace] | None:
    """Return whether a text presses for speed or asks for time."""
    for value, cue in ((Pace.OWN_TIME, _UNHURRIED), (Pace.SOON, _SOON)):
        spans = tuple(Span(*match.span()) for match in cue.finditer(whole.lower))
        if spans:
            return Found(value, spans)
    return None


_LEADING = re.compile(r"\s*(?:in |of |with |on |to |the |a |an |our |their |more |on with )*")
_TRAILING = re.compile(r"\s*(?:again|where it is|steady|altogether|for good)?\s*[.!]?$")


def worked_on(main: Sentence, element: Element, told: Found[Change] | None) -> Found[str] | None:
    """Return what an aim works on: what stands behind its direction, or before it.

    An object without a direction that names people is those people (Engeström 1987: the raw
    material at which the activity is directed).
    """
    end = next((i for i, mark in enumerate(main.lower) if mark in ",;:"), len(main.lower))
    if told is None:
        named = main.words and is_role(main.words[0].text) and not is_worker(main.words[0].text)
        words = main.words[:2]
        people = named or (len(words) > 1 and is_role(words[1].text))
        start = 0 if element is Element.OBJECT and people else end
    elif told.spans[0].start < LEAD:
        start = told.spans[0].end
    else:
        start, end = 0, told.spans[0].start
    lead = _LEADING.match(main.lower, start, end)
    start = lead.end() if lead else start
    trail = _TRAILING.search(main.lower[start:end])
    end = start + trail.start() if trail else end
    said = main.text[start:end].strip()
    return Found(said, (Span(start, end),)) if said else None
