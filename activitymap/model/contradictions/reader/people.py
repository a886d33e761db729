"""Who does it: holders in active, passive and noun form; alone, shared or nobody; relied on."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.reader.clauses import Clause
from activitymap.model.contradictions.reader.cues import Found, pattern
from activitymap.model.contradictions.reader.sentence import Sentence, Span, Word
from activitymap.model.contradictions.words import singular, words
from activitymap.model.reading import Share
from activitymap.model.slots.condition import ConditionWord
from activitymap.model.values import Element

_LONGEST = 6
"""Words in the longest name that is looked for ("the head of the sixth form college")."""
_BEFORE = frozenset("the a an our your their his her its my each every any one only".split())
_OWN = frozenset("we us our ours i".split())
_LINKS = frozenset("of from at in for".split())
_NO_ROLE_NEXT = frozenset("in of 's and or".split())

NOBODY = pattern(
    r"(?:not|isn't|is not|n't) (?:our|my|part of our|in our) (?:job|business|role|remit|task|call|problem|place)",
    r"nobody's (?:job|task|role)", r"no one's (?:job|task|role)", r"none of us (?:does|do|has|have|takes|take)", r"unstaffed", r"vacant",
    r"falls between", r"unfilled", r"nobody (?:here )?(?:does|has|takes|holds|books|runs|keeps|writes|leads|chairs|owns|knows who)", r"we don't do",
    r"outside our remit", r"beyond our remit", r"post is empty",
)  # fmt: skip
ALONE = pattern(
    r"(?:them|him|her|us|me|it) alone", r"alone", r"on (?:his|her|its|their|our|my) own", r"by (?:him|her|it)self", r"by (?:themselves|ourselves|myself)",
    r"nobody else", r"no one else", r"no-one else", r"and no other", r"and nobody other", r"the one and only", r"one and only",
    r"sole", r"solely", r"exclusively", r"final say", r"last word", r"final word", r"has the say", r"the only (?:one|person)", r"(?:is|are) the ones? (?:who|that)",
    r"single-handed(?:ly)?", r"end of", r"nobody but", r"no one but", r"none but", r"and (?:she|he|they|it) alone", r"sole responsibility", r"it's (?:the |our |their )?[\w' -]{2,30} (?:that|who)",
    r"it is (?:the |our |their )?[\w' -]{2,30} (?:that|who)", r"and ours alone", r"ours alone", r"and them alone", r"full stop", r"no(?:body|-one| one) (?:else )?(?:but|except)", r"(?:her|his|their|our) (?:duty|job|call|decision) alone", r"not the \w+", r"single", r"in charge", r"only",
    r"for (?:him|her|them|us)self to", r"nobody else's", r"one (?:person|worker|agency|lead)",
)  # fmt: skip
SHARED = pattern(
    r"together", r"joint(?:ly)?", r"both", r"each of us", r"all of us", r"shared?(?! (?:house|flat|room))", r"share", r"everyone", r"everybody",
    r"in turns?", r"takes? turns?", r"between (?:us|them)", r"split", r"taking turns", r"all of them", r"both of (?:us|them)", r"each other", r"with each other", r"as a team", r"equal (?:voice|say|vote|votes)", r"all agencies", r"every agency",
    r"each agency", r"all services", r"whoever", r"rota", r"rotat(?:es|ing|ed?)", r"side by side", r"the whole (?:team|group|network)",
    r"collective(?:ly)?", r"by consensus", r"round the table", r"co-\w+", r"anyone", r"anybody", r"all partners", r"any of us", r"hand in hand",
    r"whichever", r"all (?:take|sign|write|decide|have)", r"every partner",
)  # fmt: skip

_BY = re.compile(r"(?<![\w'-])(?:by|through|via) (?=[a-z])")
_NOUN = re.compile(
    r"(?<![\w'-])(?:is|are|it's|that's|lies|rests|sits|falls|left|stays|up|down|belongs?|goes|comes?|"
    r"with|remains) (?:down |up )?(?:to|with|for|on|from) (?=[a-z])"
)
_IS = re.compile(r"(?<![\w'-])(?:is|are|that's|it's) (?=[a-z])")
_JOB = re.compile(
    r"(?:'s|s'|'|s)? (?:job|task|duty|responsibility|role|remit|decision|call|business|choice|say|shout|patch)(?![\w])"
)
_HEADING = re.compile(r"^[\w' -]{3,40}: ?(?=[a-z])")
_WITH = re.compile(r"(?<=[a-z])'s (?:with|down to|up to|left to|for) (?=[a-z])")
_OURS = re.compile(r"(?<![\w'-])(?:is|are|'s|be) (?P<ours>ours)(?!\w)")
_ITS = re.compile(r"(?<![\w'-])(?:it's|it is) (?=[a-z])")


@lru_cache(maxsize=1)
def roles() -> frozenset[str]:
    """Return the words that name people and services, in the singular."""
    return _list("roles.txt")


@lru_cache(maxsize=1)
def clients() -> frozenset[str]:
    """Return the words that name people whom services work with, in the singular."""
    return _list("clients.txt")


def _list(name: str) -> frozenset[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return frozenset(
        singular(word) for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


@lru_cache(maxsize=20_000)
def is_worker(word: str) -> bool:
    """Whether a word names a worker or a service by what they do."""
    one = singular(word.removesuffix("'s").rsplit("-", 1)[-1])
    return one in roles() or (len(one) > 6 and one.endswith(("ologist", "ician", "therapist")))


def is_role(word: str) -> bool:
    """Whether a word names people or a service."""
    return is_worker(word) or singular(word.removesuffix("'s").rsplit("-", 1)[-1]) in clients()


@dataclass(frozen=True)
class Names:
    """The names of a map's services, to be found in a text by their words."""

    names: tuple[str, ...] = ()

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(singular(one) for one in words(name)) for name in self.names)

    def starts(self, here: tuple[str, ...]) -> int:
        """Return how many words of ``here`` name a service, from the first on; 0 for none.

        The beginning of a name is enough ("leaving care" for "Leaving care team"), unless it is
        one short word.
        """
        best = 0
        for name in self._words:
            size = next((n for n in range(len(name), 0, -1) if here[:n] == name[:n]), 0)
            if size > best and (size > 1 or size == len(name) or len(here[0]) > 3):
                best = size
        return best


def names_of(activity_map: ActivityMap) -> Names:
    """Return the names of a map's services."""
    return Names(tuple(system.name for system in activity_map.systems))


NO_NAMES = Names()


def name_at(found: tuple[Word, ...], start: int, names: Names) -> int:
    """Return the place behind the name that begins at a word, or ``start`` where none does."""
    place = start
    while place < len(found) and found[place].text in _BEFORE and place - start < 2:
        place += 1
    here = tuple(singular(word.text.removesuffix("'s")) for word in found[place : place + _LONGEST])
    size = names.starts(here)
    end = place + size if size else start
    for step, word in enumerate(found[place : place + _LONGEST - 1], place):
        if (word.text in _OWN and step > start) or (step > place and word.text in _BEFORE):
            break
        if step > place and found[step - 1].text in {"and", "or", "who", "that", "to", "not"}:
            break
        if is_role(word.text):
            end = max(end, step + 1)
            following = found[step + 1].text if step + 1 < len(found) else ""
            if following == "of" and step + 2 < len(found):
                end = max(end, step + 3)
            ahead = [word.text for word in found[step + 1 : step + 3]]
            if not ahead or not _goes_on(ahead):
                break
        elif _verbish(word.text) or word.text in _LINKS:
            break
    return end


def _goes_on(ahead: list[str]) -> bool:
    """Whether a name goes on behind a role: "youth justice officer", "school nurse"."""
    if is_role(ahead[0]) and not _verbish(ahead[0]):
        return True
    return len(ahead) > 1 and is_worker(ahead[1]) and not (_verbish(ahead[0]) or ahead[0] in _BEFORE or ahead[0] in _LINKS or ahead[0].endswith("s"))


_VERBS = frozenset(
    """is are was were be has have had do does did can may must will shall should could would might
    gets get goes go comes come takes take gives give makes make runs run keeps keep holds hold says
    say tells tell asks ask needs need wants want writes write sees see sits sit needn't won't don't
    doesn't can't never always only not if unless until when once with without to by and or but who
    that which than as so then stays stay leaves leave stop let help bring send ring call visit put find
    involve meet pay invite train move support follow show offer use check book build""".split()
)


def _verbish(word: str) -> bool:
    return word in _VERBS


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
    return Found(tuple(_named(main, span) for span in spans), tuple(spans))


def _named(main: Sentence, span: Span) -> str:
    said = main.text[span.start : span.end].removesuffix("'s").removesuffix("’s").strip(" '’")
    first, _, rest = said.partition(" ")
    return rest if first.lower() in _BEFORE and rest else said


def _name_from(found: tuple[Word, ...], place: int, names: Names) -> Span | None:
    if place < len(found) and found[place].text in {"we", "us", "ours", "i"}:
        return found[place].span
    end = name_at(found, place, names)
    return Span(found[place].span.start, found[end - 1].span.end) if end > place else None


def _several(found: tuple[Word, ...], place: int, names: Names) -> list[Span]:
    """Return the names of "nurse and teacher", one or more, from a place on."""
    spans: list[Span] = []
    while span := _name_from(found, place, names):
        spans.append(span)
        place = next(i for i, word in enumerate(found) if word.span.end >= span.end) + 1
        if place >= len(found) or found[place].text not in {"and", "or", "with"}:
            break
        place += 1
    return spans


def _at(found: tuple[Word, ...], character: int) -> int:
    return next((i for i, word in enumerate(found) if word.span.start >= character), len(found))


_BUT = re.compile(r"(?<![\w'-])(?:nobody|no-?one|no one|none) (?:but|except|other than) (?=[a-z])")


def _exception(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    match = _BUT.search(main.lower)
    return _several(found, _at(found, match.end()), names) if match else []


def _heading(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    match = _HEADING.match(main.lower)
    return _several(found, _at(found, match.end()), names) if match else []


def _cleft(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    for match in _ITS.finditer(main.lower):
        place = _at(found, match.end())
        spans = _several(found, place, names)
        after = main.lower[spans[-1].end :] if spans else ""
        if re.match(r" (?:alone |only |and nobody else )?(?:that|who)\b", after):
            return spans
    return []


def _passive(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    for match in _BY.finditer(main.lower):
        before = [word.text for word in found if word.span.end <= match.start()][-4:]
        if any(word.endswith(("ed", "en")) or word in _PARTICIPLES for word in before) or (before and before[-1].endswith(("ed", "en", "ne", "ld", "nt", "ught", "un", "me", "up", "out", "de", "ten", "id", "t"))) or "only" in before:
            if spans := _several(found, _at(found, match.end()), names):
                return spans
    return []


def _noun(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    for match in (*_NOUN.finditer(main.lower), *_WITH.finditer(main.lower)):
        if spans := _several(found, _at(found, match.end()), names):
            return spans
    if match := _OURS.search(main.lower):
        return [Span(*match.span("ours"))]
    for match in _JOB.finditer(main.lower):
        for place, word in enumerate(found):
            end = name_at(found, place, names)
            if end > place and -2 <= match.start() - found[end - 1].span.end <= 2 and word.span.end <= match.start() + 2:
                return [Span(word.span.start, found[end - 1].span.end)]
    return []


def _subject(main: Sentence, found: tuple[Word, ...], names: Names) -> list[Span]:
    skip = 0
    while skip < len(found) and found[skip].text in {"only", "just", "and", "then", "so", "nobody", "but", "both"}:
        skip += 1
    spans = _several(found, skip, names)
    if not spans:
        return []
    behind = [word for word in found if word.span.start >= spans[-1].end]
    if not behind or (behind[0].text in {"is", "are", "gets", "get", "was", "were", "of"} and _is_passive(behind)):
        return []
    return spans


def _is_passive(behind: list[Word]) -> bool:
    return any(word.text.endswith(("ed", "en")) or word.text in _PARTICIPLES for word in behind[1:3])


_PARTICIPLES = frozenset("done made run told kept put held sent left seen let paid met made done given shown cut found".split())


_PRESENCE = re.compile(
    r"\s*(?:also |then |usually |always |still |just |all |each )*(?:com(?:e|es|ing)|attend\w*|sits?|joins?|takes? part|is|are|was|in|at|on|with|works?|helps?|"
    r"supports?|knows?|hears?|gets?|got|goes? along|stays?|has|have|feels?|needs?|wants?|wait\w*|asks?|listens?|turns? up|visits?|and|can|may|must|who|from|of|,|for|to|"
    r"does not|do not|doesn't|don't|never|not|lives?|learns?|tells?|says? (?!when|who|whether|what|if|which)|takes? (?:turns|notice)|meets?|brings?|sees?|relies|rely)\b|\s*[,;:.]|\s*$"
)
"""What several can do side by side: being there, helping, getting; the rest is for one holder."""


_UNHELD = re.compile(
    r"^(?:nobody|no-?one|no one)(?! (?:but|else|except|other|from|may|can|should|must|is allowed|is to)\b)|: ?(?:nobody|no-?one|no one)(?!\w)"
    r"|\bnobody's (?:job|task|role)\b"
)
"""A task told as nobody's: "nobody follows up on the letters", "interpreter: no one"."""


def share(main: Sentence, held: Found[tuple[str, ...]] | None, element: Element) -> Found[Share] | None:
    """Return how many hold a task, where the text says so or its verb leaves room for one only."""
    if element is Element.DIVISION_OF_LABOUR and (match := _UNHELD.search(main.lower)):
        return Found(Share.NOBODY, (Span(*match.span()),))
    for value, cue in ((Share.NOBODY, NOBODY), (Share.ALONE, ALONE), (Share.SHARED, SHARED)):
        if value is not Share.ALONE and element is not Element.DIVISION_OF_LABOUR:
            continue
        spans = tuple(Span(*match.span()) for match in cue.finditer(main.lower))
        if not spans:
            continue
        if value is Share.ALONE:
            spans = tuple(span for span in spans if held and _bears_on(main, span, held.spans))
        if not spans:
            continue
        return Found(value, spans)
    if element is Element.DIVISION_OF_LABOUR and held and len(held.value) == 1:
        if not _PRESENCE.match(main.lower, held.spans[0].end) or _told_as_agent(main, held.spans[0]):
            return Found(Share.ALONE, ())
    return None


def _told_as_agent(main: Sentence, span: Span) -> bool:
    """Whether a name is told as the one who does it: "by the nurse", "the nurse's job"."""
    before, behind = main.lower[: span.start], main.lower[span.end :]
    return bool(re.search(r"(?:\bby|\bto|:) $", before) or _JOB.match(behind))


_DEPENDS = tuple(
    re.compile(rf"(?<![\w'-])(?:{cue}) (?=[a-z])")
    for cue in (
        "depends? on|hangs? on|relies on|rely on|counts? on|waits? (?:for|on)|go(?:es)? by what|based on what|"
        "permission (?:from|of)|approval (?:by|from|of)|say-so of|signature of|nod from|report from|"
        "without|needs?|until|once|unless",
    )
)
_AFTER = re.compile(r"(?<![\w'-])(?P<name>[\w' -]{2,30}?) (?:goes|go|does [\w' ]{2,30}|do [\w' ]{2,30}) first\b")


def relied_on(whole: Sentence, found: tuple[Clause, ...], names: Names) -> Found[tuple[str, ...]] | None:
    """Return whose doing a statement waits for: who acts in its *once*, *unless* or *until*."""
    spans: list[Span] = []
    for clause in found:
        if clause.condition.word not in _WAITS:
            continue
        words_ = tuple(word for word in whole.words if clause.span.start <= word.span.start < clause.span.end)
        place = next((i for i, word in enumerate(words_) if word.text not in _LEADS), 0)
        if place < len(words_) and words_[place].text not in _OWN:
            span = _name_from(words_, place, names)
            if span and span.end < clause.span.end:
                spans.append(span)
    for cue in _DEPENDS:
        if not spans and (match := cue.search(whole.lower)):
            place = _at(whole.words, match.end())
            span = _name_from(whole.words, place, names)
            if span and whole.lower[span.start : span.end] not in _OWN:
                spans.append(span)
    if not spans and (match := _AFTER.match(whole.lower)) and "then" in whole.lower:
        if span := _name_from(whole.words, 0, names):
            spans.append(span)
    if not spans:
        return None
    return Found(tuple(_named(whole, span) for span in spans), tuple(spans))


_WAITS = {
    ConditionWord.AFTER, ConditionWord.UNLESS, ConditionWord.UNTIL, ConditionWord.ONLY_IF, ConditionWord.ONLY_WITH,
}  # fmt: skip
_LEADS = frozenset("once after unless until till only if when as soon as with the".split())


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