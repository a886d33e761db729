"""The direction of an aim: more, less, keep, start, end; and how fast."""

import re
from activitymap.model.contradictions.reader.cues import Found, pattern
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Change, Pace

_CUES = {
    Change.END: pattern(
        r"stamp(?:s|ing)? out", r"wip(?:e|ing) out", r"put paid to", r"eliminat(?:e|ing)", r"eradicat(?:e|ing)", r"prevent(?:s|ing)?", r"(?:bring|put) (?:an end|a stop) to", r"ends?", r"ending", r"stop(?:s|ped|ping)?", r"get rid of", r"no more",
        r"clos(?:e|es|ed|ing)(?: down)?", r"abolish", r"scrap(?:s|ped)?", r"phase out", r"break(?:s|ing)? up", r"withdraw",
        r"do(?:ing)? away with", r"shut(?:s|ting)?(?: down)?", r"wind(?:s|ing)? (?:up|down)", r"gone", r"free of", r"zero",
    ),
    Change.LESS: pattern(
        r"less", r"fewer", r"few", r"reduc(?:e|es|ed|ing|tion)(?: in)?", r"cut(?:s|ting)?(?: down| back)?", r"lower(?:s|ed|ing)?", r"shorter",
        r"drop(?:s|ped)? in", r"bring(?:s|ing)? down", r"decreas(?:e|es|ed|ing)", r"smaller", r"limit(?:s|ed|ing)?", r"down(?: to| by)?",
        r"minimi[sz]e", r"shrink", r"slim(?:mer)?", r"narrow(?:er)?", r"lighter", r"trim", r"loosen(?:s|ed)?", r"relax(?:es|ed)?", r"eas(?:e|es|ed) (?:off|back|up)?", r"scal(?:e|es|ed) (?:back|down)",
    ),
    Change.MORE: pattern(
        r"more(?! than)", r"increas(?:e|es|ed|ing)", r"rais(?:e|es|ed|ing)", r"grow(?:s|ing|th)?", r"longer", r"extra", r"higher", r"wider",
        r"greater", r"expand(?:s|ed|ing)?", r"extend(?:s|ed|ing)?", r"boost", r"build(?:s|ing)? up", r"strengthen(?:s|ed|ing)?", r"up(?: to| by)?(?= \d)",
        r"double", r"bigger", r"as many as", r"as much as", r"better(?! than)", r"improv(?:e|es|ed|ing)", r"up on", r"more of", r"widen", r"tighten(?:s|ed)?", r"step(?:s|ped)? up", r"earlier", r"sooner",
    ),
    Change.KEEP: pattern(
        r"hold(?:s|ing)? [\w' ]{3,30} (?:where it is|steady|at)", r"carr(?:y|ies|ying) on", r"continu(?:e|es|ing)", r"keep(?:s|ing)?", r"stay(?:s|ing|ed)?(?: put)?", r"maintain(?:s|ed|ing)?", r"remain(?:s|ed|ing)?", r"preserv(?:e|es|ed|ing)",
        r"hold(?:s|ing)? on(?: to)?", r"protect(?:s|ed|ing)?", r"stable", r"stability", r"settled?", r"same", r"steady", r"lasting",
    ),
    Change.START: pattern(
        r"start(?:s|ed|ing)?", r"begin(?:s|ning)?", r"set(?:s|ting)? up", r"introduc(?:e|es|ed|ing)", r"open(?:s|ed|ing)?(?: up)?", r"launch",
        r"bring in", r"get (?:[\w']+ ){1,3}(?:talking|going|back into|into|started|moving)", r"get going", r"set in motion", r"new",
    ),
}  # fmt: skip
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


_SOON = pattern(
    r"as (?:soon|fast|quickly|early) as (?:possible|they can|we can|she can|he can|can be)", r"fast", r"quick(?:ly|er|est)?", r"straight ?(?:away|off|from|to|into|after)",
    r"at once", r"immediate(?:ly)?", r"(?:the )?(?:very )?same day", r"right away", r"without delay", r"swift(?:ly)?", r"sooner", r"promptly",
    r"from (?:the )?(?:first day|day one|the start|the word go|the off)", r"on day one", r"today", r"asap", r"urgent(?:ly)?", r"speed(?:y|ily)?", r"no delay",
    r"no wait(?:ing)?(?: list)?", r"rapid(?:ly)?", r"there and then", r"on the spot", r"first thing", r"early on", r"earlier",
    r"by (?:mon|tues|wednes|thurs|fri|satur|sun)day", r"(?:by|before) (?:christmas|easter|winter|summer|spring|autumn|(?:half )?term|the end of [\w ]+|next \w+|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october)",
    r"by (?:noon|midday|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|eight|nine|ten|eleven|twelve|one|two|three|four|five|six|lunch|tea ?time|the weekend|close of play)(?! weeks| months| days| years)",
    r"quickest", r"get (?:\w+ ){1,2}moving", r"no hanging about", r"next day", r"within the (?:hour|day|week)", r"the minute", r"the moment",
)  # fmt: skip
_UNHURRIED = pattern(
    r"at (?:the|their|his|her|its|your|the child's|the family's|our|a \w+|[\w' ]{2,20}'s) (?:own )?(?:pace|speed)(?: that suits \w+)?", r"tak(?:e|es|ing) (?:their|his|her|its|your|our|the) time", r"no (?:rush|hurry)",
    r"(?:do not|don't|not|never|won't be|isn't|aren't) (?:be )?(?:rush|push|hurr)\w*(?: (?:her|him|them|it|anyone|anybody|people))?", r"when (?:he|she|they|it|we)(?:'s|'re| is| are|) ready",
    r"slow(?:ly|er)?", r"step by step", r"gradual(?:ly)?", r"bit by bit", r"small steps", r"in (?:their|his|her|its|your) own (?:good )?time", r"patien(?:t|tly|ce)",
    r"little by little", r"gently", r"unhurried", r"phased", r"a bit at a time", r"wait(?:s)? (?:for|until|till)", r"first(?= (?:and|then))", r"one step at a time",
    r"baby steps", r"no clock", r"without (?:any )?(?:rush|pressure|hurry)", r"step at a time", r"long haul",
)  # fmt: skip


def pace(whole: Sentence) -> Found[Pace] | None:
    """Return whether a text presses for speed or asks for time."""
    for value, cue in ((Pace.OWN_TIME, _UNHURRIED), (Pace.SOON, _SOON)):
        spans = tuple(Span(*match.span()) for match in cue.finditer(whole.lower))
        if spans:
            return Found(value, spans)
    return None
