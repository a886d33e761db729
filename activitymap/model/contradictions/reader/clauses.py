"""Conditions and exceptions: the clauses under which a statement holds.

"Only with", "no … without" and "not until" are prohibitions with an exception; a concession
("signature or not", "whatever the weather") says that nothing excepts.
"""

import re
from typing import NamedTuple

from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.slots.condition import Condition, ConditionWord

_LEADS = {
    ConditionWord.ONLY_IF: (
        "only if|only when|only once|only after|only where|only in|only on|only for|only by|"
        "only at|only during|if and only if|provided(?: that)?|providing|as long as|so long as|"
        "on condition that"
    ),
    ConditionWord.ONLY_WITH: "only with|only through|only via|subject to|only upon",
    ConditionWord.EVEN_IF: (
        "even if|even when|even with|even without|regardless of|whether or not|no matter|"
        "whatever|irrespective of|in spite of|despite|however (?:often|bad|hard|small|big|late)"
    ),
    ConditionWord.UNLESS: (
        "unless|save in|save when|except if|except when|except where|except with|"
        "except in|except for|except|"
        "apart from|other than|save for|bar"
    ),
    ConditionWord.WITHOUT: "without|in the absence of",
    ConditionWord.UNTIL: "until|till|til",
    ConditionWord.BEFORE: "before|prior to|ahead of",
    ConditionWord.AFTER: "after|once|as soon as|following|now that",
    ConditionWord.IF: "if|in case of|in case|in the event of|should",
    ConditionWord.WHEN: "when|whenever|where|wherever|while|during|in cases? of",
}
_LEAD = re.compile(
    r"(?<![\w'-])(?P<lead>"
    + "|".join(f"(?P<{word.name}>{leads})" for word, leads in _LEADS.items())
    + r")(?![\w'-])\s+(?P<body>[^,;:.!?]+(?:\.\d+[^,;:.!?]*)*)"
)
_OR_NOT = re.compile(
    r"(?:^|[,;] ?|- ?)(?P<body>[\w' ]{2,40}?) or (?:not|no(?: [\w']+)?)(?=$|[,;.!])"
)
_ASKS = re.compile(
    r"(?:says?|decides?|decided|chooses?|picks?|knows?|asks?|tells?|judges?|agrees?|sets?|check|"
    r"checks|sees?)\s*(?:on )?$"
)
_PURPOSE = re.compile(r"(?:time|reason|chance|cause|year|week|month|day|night)s?\s*$")
_AMOUNT = re.compile(
    r"(?:about |around |roughly |the )?(?:first |last )?(?:\d[\d:.]*(?: ?[ap]m)?|"
    r"half|quarter|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|a (?:day|week|month|year)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|june|july|august|"
    r"(?:sept|nov|dec)ember|october|easter|christmas|new year|summer|winter|autumn|spring|"
    r"tonight|tomorrow|bedtime|dark|lunch(?:time)?|dinner|tea(?:time)?|breakfast|the end of)\b"
)
"""After *until*, *before* or *after* these are a time or an amount, which other slots hold."""
_TIMED = {ConditionWord.UNTIL, ConditionWord.BEFORE, ConditionWord.AFTER}
_TIMED_LEADS = frozenset({"only after", "only in", "only on", "only at", "only during"})


class Clause(NamedTuple):
    """A condition that was read and the stretch of text that gave it."""

    condition: Condition
    span: Span


def clauses(text: Sentence) -> tuple[Clause, ...]:
    """Return the conditions in a text, in its order."""
    found = [_conceded(text, match) for match in _OR_NOT.finditer(text.lower)]
    taken = [clause.span for clause in found]
    for match in _LEAD.finditer(text.lower):
        clause = _clause(text, match)
        if clause and not any(_overlap(clause.span, span) for span in taken):
            found.append(clause)
    return tuple(sorted(found, key=lambda clause: clause.span))


def _conceded(text: Sentence, match: re.Match[str]) -> Clause:
    body = text.text[match.start("body") : match.end("body")].strip()
    return Clause(
        Condition(word=ConditionWord.EVEN_IF, text=body), Span(match.start("body"), match.end())
    )


def _clause(text: Sentence, match: re.Match[str]) -> Clause | None:
    lead = match["lead"]
    word = next(word for word in _LEADS if match[word.name])
    end = _end(text, match)
    before = text.lower[: match.start()]
    if (word in _TIMED or lead in _TIMED_LEADS) and _AMOUNT.match(match["body"]):
        return None
    if _is_no_clause(lead, before, match["body"]):
        return None
    body = text.text[match.start("body") : end].strip(" -\"'")
    if not body:
        return None
    return Clause(Condition(word=word, text=body), Span(match.start(), end))


def _is_no_clause(lead: str, before: str, body: str) -> bool:
    """Whether a word that can open a condition does something else here."""
    if lead in {"when", "where", "whether", "if"} and _ASKS.search(before):
        return True  # "says when he is ready" asks for a moment.
    if lead == "once":
        return not _is_clause(body)  # "once a week" is how often.
    if lead in {"where", "when"} and _PURPOSE.search(before):
        return True  # "the day when" is which day.
    if lead == "should":
        return bool(before.strip())
    return lead == "bar" and not re.search(r"[,;]\s*$", before)


_NEXT = re.compile(r"(?<=\w) (?=(?:the|our|we|they|he|she|it|nobody|no|an?|every|each|all) )")


def _end(text: Sentence, match: re.Match[str]) -> int:
    """Return where a clause ends: one in front without a comma ends where a new subject begins."""
    end = match.end("body")
    if text.lower[end:].strip(" .,;:!?") or len(text.lower[: match.start()].split()) > 4:
        return end
    if text.lower[: match.start()].strip() and not _AMOUNT.match(text.lower.strip()):
        return end
    for cut in _NEXT.finditer(text.lower, match.start("body") + 1, end):
        behind = text.lower[cut.end() : end].split()
        if len(behind) >= 3:
            return cut.start()
    return end


_COUNTED = re.compile(r"(?:an?|per|each|every|in|more|again|only|is|was|not|or|and|by|at|for)\b")


def _is_clause(body: str) -> bool:
    return not _COUNTED.match(body) and len(body.split()) >= 2


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
