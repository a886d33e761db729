"""Modality in all its dress: required, forbidden, allowed, optional.

Idioms outrank single words, and what is left open ("needn't", "free to say no") outranks what is
denied, so that "doesn't have to" is no prohibition. A plain statement of what is done, in an
element that says how people work, is read as required: among rules, the indicative commands.
"""

import re

from activitymap.model.contradictions.reader.cues import Found, pattern
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Modality
from activitymap.model.values import Element

_SOMEBODY = r"(?:the |each |every |any |our |their |his |her |a )?[\w'-]+(?: [\w'-]+)?"

NEED_NOT = pattern(
    r"need(?:s)? not", r"need(?:n't|nt)", r"(?:do|does)(?: not|n't) (?:have|need) to",
    r"no need (?:to|for|of)", r"no obligation", r"under no obligation",
    r"(?:not|[a-z]+n't) (?:required|compulsory|obliged|necessary|mandatory|essential|expected)",
    r"optional", r"voluntary", r"discretionary", r"non-compulsory",
    r"free to (?:say no|refuse|decline|leave|drop out|ignore|walk away|opt out)",
    r"can (?:always )?(?:say no|refuse|decline|opt out|skip|ignore)",
    rf"up to {_SOMEBODY} (?:whether|if|when|how)", rf"(?:is|are|'s|it's) (?:left |entirely |all )?(?:up|down) to (?:the|each|every|our|their|you|them|him|her)(?: [\\w'-]+)?",
    rf"left to {_SOMEBODY}", r"(?:their|his|her|its|your|our) (?:own )?(?:choice|call|decision|shout)(?! to)", r"judg(?:e)?ment call", r"case by case", r"whether or not", r"can if", r"nobody (?:has|needs|is made|is forced) to",
    r"no one (?:has|needs|is made|is forced) to", r"no pressure", r"doesn't matter (?:whether|if)",
    r"at (?:their|its|his|her|our|your) (?:own )?discretion", r"(?:not|[a-z]+n't) bother",
    r"as (?:they|he|she|we|it|you) sees? fit", r"take it or leave it", r"by invitation",
    r"if (?:they|he|she|we|you|families|parents|people) (?:like|likes|want|wants|wish|wishes|fancy)",
)  # fmt: skip
MUST_NOT = pattern(
    r"must(?:n't| not| never)", r"may not", r"can(?:not|'t| not| never)(?! (?:get hold|afford|find|reach|cope|manage|see why))", r"could(?:n't| not)",
    r"never", r"not (?:be )?(?:allowed|permitted|let|entitled|welcome)",
    r"(?:isn't|aren't|wasn't) (?:allowed|permitted|let|entitled|welcome)",
    r"forbid(?:s|den)?", r"ban(?:s|ned)?", r"barred", r"prohibit(?:s|ed)?", r"disallow(?:s|ed)?",
    r"no-go", r"unlawful", r"illegal", r"against the (?:rules|law)", r"not to", r"not a (?:word|single|chance|thing)", r"on no account",
    r"at no time", r"not on", r"not for", r"private", r"off limits", r"out of bounds", r"off the table", r"refuses?", r"declines?", r"won't",
    r"(?:will|shall|should|would|do|does|did|is|are|has|have) not", r"(?:is|are|do|does|did|would)n't",
    r"shan't", r"shouldn't", r"hasn't", r"haven't", r"nobody", r"no-?one", r"no one", r"none",
    r"nothing", r"nil", r"nowhere", r"neither", r"at no (?:point|time|stage)", r"under no circumstances",
    r"no (?!exceptions?|matter|limit|upper|later|more than|fewer|less|longer than|sooner|problem|"
    r"doubt|rush|hurry|wrong|end|extensions?|questions?|need|fixed|known)[\w'-]+", r"no longer(?! than)", r"not",
    r"stops?(?! (?:over|by|in|at|for|off|with))", r"gave up", r"given up", r"gives up", r"keeps? (?:[\w']+ ){1,3}(?:out of|away from|off)",
    r"stays? (?:out of|away from|off)", r"hands? off", r"leave (?:[\w']+ ){1,2}(?:alone|out of it)",
    r"rules? out", r"keeps? out(?: of)?", r"stays? outside", r"waits? outside", r"steps? back", r"kept out", r"left out", r"keeps? (?:his|her|their|its) nose out", r"instead of", r"rather than", r"without",
)  # fmt: skip
_NOT_FORBIDDEN = pattern(
    r"(?:not|[a-z]+n't|never) (?:[\w]+ )?(?:forbidden|banned|prohibited|against the rules|off limits|illegal|unlawful|ruled out|a problem)",
    r"nothing (?:stops|prevents|against|wrong with)", r"no (?:ban|rule|law|bar) (?:on|against|to)", r"no objection",
)  # fmt: skip
MAY = pattern(
    r"may", r"can", r"could", r"might", r"free to", r"(?:is|are|be|gets?|being) (?:allowed|permitted|let|welcome|entitled|able|free)",
    r"allowed", r"permitted", r"welcome(?:s)?(?: to)?", r"(?:is|are) (?:fine|ok|okay|all right|alright)",
    r"allows?", r"permits?", r"lets?", r"as (?:they|he|she|we|it|you|families|residents) (?:please|likes?|chooses?|wish|wishes|wants?)",
    r"happy (?:to|for)", r"has? the right to", r"open to", r"entitled", r"choose whether",
    r"decides? (?:for )?(?:herself|himself|themselves|itself)", r"own choice",
)  # fmt: skip
MUST = pattern(
    r"must", r"a must",  r"ha(?:s|ve) (?:got )?to", r"needs? to", r"shall", r"required", r"require(?:s)?",
    r"compulsory", r"mandatory", r"obliged", r"obligatory", r"insists?(?: on)?", r"demands?",
    r"always(?! (?:had|been|done|has|have))", r"at all times", r"without (?:fail|exception)", r"no exceptions?", r"no ifs(?: (?:or|and) buts)?", r"no matter what",
    r"expects?", r"expected", r"strictly", r"(?:is|are|'s) to(?! (?:the|our|their|his|her)\b)", r"duty to", r"whoever", r"only ever", r"need", r"needs", r"please", r"make sure", r"a condition of",
)  # fmt: skip

UNIVERSAL = pattern(
    r"every(?:one|body|thing)?", r"each", r"all", r"any(?:one|body|thing)?", r"always", r"whatever", r"whoever", r"whenever",
    r"no exceptions?", r"no ifs", r"at any time", r"everywhere", r"without exception", r"regardless", r"no matter", r"as (?:they|he|she|you|residents|families) (?:please|like|likes|choose)",
)  # fmt: skip
"""Words that leave nobody and nothing out."""

_IMPERATIVES = frozenset(
    """accept act add admit agree allow always answer arrange ask assess attend avoid be begin book bring
    build call carry change check choose close come complete confirm consult contact cover cut deal
    decide deliver discuss drop email encourage end ensure enter escalate explain fill find finish fix
    follow get give go hand have help hold hope inform invite involve join keep knock leave let listen
    lock log look make meet move name never note notify obtain offer open order pass pay phone pick plan
    prepare print protect provide put raise read record refer release remind remove report request
    respect return review ring run save say search see seek send serve set share show sign sit speak
    stand start stay stick stop store submit take talk teach tell text train treat try turn update use
    visit wait walk wash watch wear welcome work write""".split()
)
_NOBODY = {Element.SUBJECT, Element.COMMUNITY}
_PRACTICE = {Element.RULES, Element.DIVISION_OF_LABOUR, Element.TOOLS}
"""What these elements say plainly is how things are done."""
_CONTRAST = re.compile(
    r"(?<=[\w)] )?(?:[,;] |[-] |(?<=\w) )(?:and |but )?(?:not|nothing|rather than|instead of|no longer)\b[^,;]*$"
    r"|[,;] (?:and )?(?:no|never|nobody|no one)\b[^,;]*$"
)
"""A tail that only says what something is not: "by phone, not by post"."""


def without_contrast(main: Sentence) -> Sentence:
    """Return a clause without a tail of the kind ", not on paper", if something is left of it."""
    match = _CONTRAST.search(main.lower)
    if not match:
        return main
    head = main.lower[: match.start()]
    if len(head.split()) < 2 or re.search(r"(?:is|are|was|do|does|did|has|have|will|can|may|must|should|would)\s*$", head):
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


_HELD_BACK = re.compile(r"\b(?:stopped|prevented|barred|banned|forbidden|mustn't|must not|kept from|excluded)\b")


def _invited(main: Sentence, spans: tuple[Span, ...]) -> Modality:
    """Return what a denied refusal says: nobody stopped may; nobody refused must be let in."""
    held_back = _HELD_BACK.search(main.lower, spans[0].end - 1)
    return Modality.MAY if held_back else Modality.MUST


_NEVER_WITHOUT = re.compile(r"\bnot a [\w]+ (?:goes by|passes|leaves|happens)\b")
"""Half of "not a day goes by without": a double denial, whose other half is a clause."""
_REFUSAL = re.compile(r"\b(?:mustn't|must not|prevent\w*|barred|refus\w+|declin\w+|turn\w* (?:[\w']+ )?away|exclud\w+|ban\w*|(?<!full )stop\w*|miss(?:es|ed)?|skip\w*|forget\w*|fail\w*|ignor\w+|wait|hesitat\w+|delay|hold back|hang about|be shy|throw\w*|kick\w*|ends?|evict\w*|los(?:e|es)|gives? up|walks? away|lets? (?:[\w']+ )?down|cuts? (?:[\w']+ )?off|drops? (?:out|them|him|her)|sen[dt]s? (?:[\w']+ )?(?:home|away))\b")


def _denied_twice(main: Sentence, spans: tuple[Span, ...]) -> bool:
    """Whether a denial denies a refusal: "nobody is turned away" lets everybody in."""
    first = spans[0]
    rest = main.lower[first.end :]
    return bool(_REFUSAL.search(rest)) and len(spans) <= 2
