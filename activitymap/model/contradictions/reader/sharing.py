"""How many hold a task: one alone, several together, nobody."""

import re

from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.holders import JOB
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Share
from activitymap.model.values import Element

_TABLE = table("people")
_CUES = {
    Share.NOBODY: _TABLE["nobody"],
    Share.ALONE: _TABLE["alone"],
    Share.SHARED: _TABLE["shared"],
}

_PRESENCE = re.compile(
    r"\s*(?:also |then |usually |always |still |just |all |each )*(?:com(?:e|es|"
    r"ing)|attend\w*|sits?|joins?|takes? part|is|are|was|in|at|on|with|works?|"
    r"helps?|"
    r"supports?|knows?|hears?|gets?|got|goes? along|stays?|has|have|feels?|needs?|"
    r"wants?|wait\w*|asks?|listens?|turns? up|visits?|and|can|may|must|who|from|of|"
    r",|for|to|"
    r"does not|do not|doesn't|don't|never|not|lives?|learns?|tells?|says? (?!when|"
    r"who|whether|what|if|which)|takes? (?:turns|notice)|meets?|brings?|sees?|"
    r"relies|rely)\b|\s*[,;:.]|\s*$"
)
"""What several can do side by side: being there, helping, getting; the rest is for one holder."""


_UNHELD = re.compile(
    r"^(?:nobody|no-?one|no one)(?! (?:but|else|except|other|from|may|can|should|"
    r"must|is allowed|is to)\b)|: ?(?:nobody|no-?one|no one)(?!\w)"
    r"|\bnobody's (?:job|task|role)\b"
)
"""A task told as nobody's: "nobody follows up on the letters", "interpreter: no one"."""


def share(
    main: Sentence, held: Found[tuple[str, ...]] | None, element: Element
) -> Found[Share] | None:
    """Return how many hold a task, where the text says so or its verb leaves room for one only."""
    if element is Element.DIVISION_OF_LABOUR and (match := _UNHELD.search(main.lower)):
        return Found(Share.NOBODY, (Span(*match.span()),))
    for value, cue in _CUES.items():
        if value is not Share.ALONE and element is not Element.DIVISION_OF_LABOUR:
            continue
        spans = tuple(Span(*match.span()) for match in cue.finditer(main.lower))
        if value is Share.ALONE:
            spans = tuple(span for span in spans if held and _bears_on(main, span, held.spans))
        if spans:
            return Found(value, spans)
    if element is Element.DIVISION_OF_LABOUR and held and len(held.value) == 1:
        return Found(Share.ALONE, ()) if _for_one(main, held.spans[0]) else None
    return None


def _for_one(main: Sentence, held: Span) -> bool:
    """Whether what a holder does leaves room for no other."""
    return not _PRESENCE.match(main.lower, held.end) or _told_as_agent(main, held)


def _told_as_agent(main: Sentence, span: Span) -> bool:
    """Whether a name is told as the one who does it: "by the nurse", "the nurse's job"."""
    before, behind = main.lower[: span.start], main.lower[span.end :]
    return bool(re.search(r"(?:\bby|\bto|'s with|:) $", before) or JOB.match(behind))


_DENIED = re.compile(r"(?:n't|\b(?:not|never|nobody|no))\b[^,;.]*$")


def _bears_on(main: Sentence, cue: Span, held: tuple[Span, ...]) -> bool:
    """Whether "only" or "single" stands beside the holder; any other cue bears on it anywhere."""
    if _DENIED.search(main.lower[: cue.start]):
        return False
    if main.lower[cue.start : cue.end] not in {"only", "single", "in charge", "alone"}:
        return True
    if any(cue.start <= span.start <= cue.end + 5 for span in held):
        return main.lower[cue.start : cue.end] != "single"
    return any(0 <= cue.start - span.end <= 1 for span in held)
