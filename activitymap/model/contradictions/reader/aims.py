"""The direction of an aim: more, less, keep, start, end; and how fast."""

import re

from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Change, Pace

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
