"""*Only*: whom, what or when a statement is restricted to."""

import re
from typing import NamedTuple

from activitymap.model.contradictions.reader.names import is_role, is_worker
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.condition import Condition, ConditionWord

_ONLY = re.compile(
    r"(?<![\w'-])(?:only|solely|exclusively|nothing but|purely|strictly for|just for)(?!\w)"
)
_OTHER_SLOT = re.compile(
    r"\s*(?:the |a |on |in |at |for |by |after |before |between |from )*(?:\d|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|half|once|twice|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|june|july|august|"
    r"(?:sept|nov|dec)ember|october|ever\b|then\b|a )"
)
_TAIL = re.compile(
    r"(?:^|[,;:(-] ?|(?<!\w)(?=(?:by|for|to|in|on|through|via|with|from|at|"
    r"of) ))(?P<focus>[\w' -]+?) only$"
)


_PHRASE = re.compile(r" (?=(?:by|for|to|in|on|through|via|with|from|at|of) )")


class Restricted(NamedTuple):
    """What a statement is restricted to: all else is left out."""

    condition: Condition
    spans: tuple[Span, ...]


def restriction(main: Sentence) -> Restricted | None:
    """Return the condition of an "only" that bears on what is done and not on who does it.

    "Only nurses" names a holder, "only two" a limit and "Fridays only" a time: other slots.
    """
    lower = main.lower.rstrip(" .!?")
    if match := _TAIL.search(lower):
        starts = [
            cut.end() for cut in _PHRASE.finditer(lower, match.start("focus"), match.end("focus"))
        ]
        start = starts[-1] if starts else match.start("focus")
        focus = lower[start : match.end("focus")].strip()
        words = focus.split()
        if _OTHER_SLOT.match(focus) or re.search(r"days?$|afternoons?|mornings?|time$", focus):
            return None
        if words and is_worker(words[-1]):
            return None
        if len(words) <= 6:
            return _restricted(main, start, match.end())
    for match in _ONLY.finditer(lower):
        before, after = lower[: match.start()].split(), lower[match.end() :]
        if before and before[-1] in {"the", "our", "their", "his", "her", "its", "an", "a", "not"}:
            continue
        focus = re.split(r"[,;:.]", after)[0].strip()
        if not focus or _OTHER_SLOT.match(focus):
            continue
        words = focus.split()
        if any(is_worker(word) for word in words[:3]) and not before:
            continue
        if is_role(words[0]) or before:
            start = match.start()
            return _restricted(
                main, start, match.end() + len(after[: after.find(focus)]) + len(focus)
            )
    return None


def _restricted(main: Sentence, start: int, end: int) -> Restricted:
    said = re.sub(
        r"(?i)\b(?:only|solely|exclusively|nothing but|purely)\b", " ", main.text[start:end]
    )
    return Restricted(
        Condition(word=ConditionWord.UNLESS, text=" ".join(said.split()) or main.text[start:end]),
        (Span(start, end),),
    )
