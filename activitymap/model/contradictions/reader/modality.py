"""Modality in all its dress: required, forbidden, allowed, optional.

Idioms outrank single words, and what is left open ("needn't", "free to say no") outranks what is
denied, so that "doesn't have to" is no prohibition. A plain statement of what is done, in an
element that says how people work, is read as required: among rules, the indicative commands.
"""

import re

from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Modality
from activitymap.model.values import Element

_SOMEBODY = r"(?:the |each |every |any |our |their |his |her |a )?[\w'-]+(?: [\w'-]+)?"

_TABLE = table("modality")
NEED_NOT = _TABLE["need not"]
MUST_NOT = _TABLE["must not"]
_NOT_FORBIDDEN = _TABLE["not forbidden"]
MAY = _TABLE["may"]
MUST = _TABLE["must"]

UNIVERSAL = _TABLE["universal"]
"""Words that leave nobody and nothing out."""

_IMPERATIVES = frozenset(
    """accept act add admit agree allow always answer arrange ask assess attend avoid be begin book
    bring build call carry change check choose close come complete confirm consult contact cover
    cut deal decide deliver discuss drop email encourage end ensure enter escalate explain fill
    find finish fix follow get give go hand have help hold hope inform invite involve join keep
    knock leave let listen lock log look make meet move name never note notify obtain offer open
    order pass pay phone pick plan prepare print protect provide put raise read record refer
    release remind remove report request respect return review ring run save say search see seek
    send serve set share show sign sit speak stand start stay stick stop store submit take talk
    teach tell text train treat try turn update use visit wait walk wash watch wear welcome work
    write""".split()
)
_NOBODY = {Element.SUBJECT, Element.COMMUNITY}
_PRACTICE = {Element.RULES, Element.DIVISION_OF_LABOUR, Element.TOOLS}
"""What these elements say plainly is how things are done."""
_CONTRAST = re.compile(
    r"(?<=[\w)] )?(?:[,;] |[-] |(?<=\w) )(?:and |but )?(?:not|nothing|rather than|"
    r"instead of|no longer)\b[^,;]*$"
    r"|[,;] (?:and )?(?:no|never|nobody|no one)\b[^,;]*$"
)
"""A tail that only says what something is not: "by phone, not by post"."""


def without_contrast(main: Sentence) -> Sentence:
    """Return a clause without a tail of the kind ", not on paper", if something is left of it."""
    match = _CONTRAST.search(main.lower)
    if not match:
        return main
    head = main.lower[: match.start()]
    if len(head.split()) < 2 or re.search(
        r"(?:is|are|was|do|does|did|has|have|will|can|may|must|should|would)\s*$", head
    ):
        return main
    if match[0].lstrip(",;- ").startswith(("not", "no longer")) and match[0][0] not in ",;-":
        return main
    return main.without([Span(match.start(), match.end())])


_NOT_ONLY = re.compile(r"not (?:only|just)\b|why not|not least|not long|if not|whether or not")


def modality(main: Sentence, element: Element, *, plain: bool = True) -> Found[Modality] | None:
    """Return the modality of a main clause, its conditions taken away.

    ``plain`` says that there were none: only then does a denied refusal invite.

    Returns:
        ``None`` where nothing is said, or something is forbidden and left open at once.
    """
    if element in _NOBODY:
        return None  # Who somebody is, is not how they have to act.
    if "without" in main.text.lower() and (spans := _spans(_NEVER_WITHOUT, main)):
        return Found(Modality.MUST, spans)
    if spans := _spans(_NOT_FORBIDDEN, main):
        return Found(Modality.MAY, spans)
    for value, cue in ((Modality.NEED_NOT, NEED_NOT), (Modality.MUST_NOT, MUST_NOT)):
        if spans := _spans(cue, main):
            if value is Modality.MUST_NOT and plain and _denied_twice(main, spans):
                return Found(_invited(main, spans), spans)
            return Found(value, spans)
    for value, cue in ((Modality.MAY, MAY), (Modality.MUST, MUST)):
        if spans := _spans(cue, main):
            return Found(value, spans)
    if element not in _PRACTICE or len(main.words) < 2:
        return None
    first = main.words[0]
    ordered = element is Element.RULES and first.text in _IMPERATIVES
    return Found(Modality.MUST, (first.span,) if ordered else ())


def _spans(cue: re.Pattern[str], main: Sentence) -> tuple[Span, ...]:
    skipped = [match.span() for match in _NOT_ONLY.finditer(main.lower)]
    return tuple(
        Span(*match.span())
        for match in cue.finditer(main.lower)
        if not any(start <= match.start() < end for start, end in skipped)
    )


_HELD_BACK = re.compile(
    r"\b(?:stopped|prevented|barred|banned|forbidden|mustn't|must not|kept from|excluded)\b"
)


def _invited(main: Sentence, spans: tuple[Span, ...]) -> Modality:
    """Return what a denied refusal says: nobody stopped may; nobody refused must be let in."""
    held_back = _HELD_BACK.search(main.lower, spans[0].end - 1)
    return Modality.MAY if held_back else Modality.MUST


_NEVER_WITHOUT = re.compile(r"\bnot a [\w]+ (?:goes by|passes|leaves|happens)\b")
"""Half of "not a day goes by without": a double denial, whose other half is a clause."""
_REFUSAL = re.compile(
    r"\b(?:mustn't|must not|prevent\w*|barred|refus\w+|declin\w+|"
    r"turn\w* (?:[\w']+ )?away|exclud\w+|ban\w*|(?<!full )stop\w*|miss(?:es|ed)?|"
    r"skip\w*|forget\w*|fail\w*|ignor\w+|wait|hesitat\w+|delay|hold back|hang about|"
    r"be shy|throw\w*|kick\w*|ends?|evict\w*|los(?:e|es)|gives? up|walks? away|"
    r"lets? (?:[\w']+ )?down|cuts? (?:[\w']+ )?off|drops? (?:out|them|him|her)|"
    r"sen[dt]s? (?:[\w']+ )?(?:home|away))\b"
)


def _denied_twice(main: Sentence, spans: tuple[Span, ...]) -> bool:
    """Whether a denial denies a refusal: "nobody is turned away" lets everybody in."""
    first = spans[0]
    rest = main.lower[first.end :]
    return bool(_REFUSAL.search(rest)) and len(spans) <= 2
