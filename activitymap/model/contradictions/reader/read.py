"""Reading a statement: its text and element in, a card out, with the words behind each slot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from activitymap.model.contradictions.reader import aims, amounts, origins, scopes, times
from activitymap.model.contradictions.reader.clauses import Clause, clauses
from activitymap.model.contradictions.reader.cues import Found
from activitymap.model.contradictions.reader.holders import holders
from activitymap.model.contradictions.reader.modality import UNIVERSAL, modality, without_contrast
from activitymap.model.contradictions.reader.names import NO_NAMES, OWN, Names
from activitymap.model.contradictions.reader.only import restriction
from activitymap.model.contradictions.reader.relying import relied_on
from activitymap.model.contradictions.reader.sentence import Sentence, Span, sentence
from activitymap.model.contradictions.reader.sharing import share
from activitymap.model.contradictions.reader.values import Named, values
from activitymap.model.reading import SLOTS, Modality, Reading, Share
from activitymap.model.slots.condition import Condition, ConditionWord
from activitymap.model.values import Element

Spans = tuple[Span, ...]
Slots = dict[str, tuple[Any, Spans]]

AIMS = frozenset({Element.OBJECT, Element.OUTCOME})
NOBODY = frozenset({Element.SUBJECT, Element.COMMUNITY})
"""The elements that say who there is, and not how something is done."""


@dataclass(frozen=True, eq=False)
class Read:
    """What a text says, as a card without a matter, and the words that gave each slot."""

    reading: Reading
    words: Mapping[str, Spans] = field(default_factory=dict)
    values: Mapping[str, Named] = field(default_factory=dict)
    """The value that it names in each family of exclusive values; the card shows the first."""
    implied: Mapping[str, Any] = field(default_factory=dict)
    """Slots that no word gave but the element: a rule's plain statement asks for something, and
    who is told to write a plan writes it alone. Enough to compare, too little to show."""
    universal: bool = False
    """Whether it leaves nobody and nothing out: "every", "whatever", "no exceptions"."""

    def explicit(self, slot: str) -> bool:
        """Whether words of the text gave a slot."""
        return bool(self.words.get(slot))


NOTHING = Read(Reading())


@lru_cache(maxsize=50_000)
def read(text: str, element: Element, names: Names = NO_NAMES) -> Read:
    """Return the card that a statement's text gives, slots that it does not name left empty.

    ``names`` are those of the map's services. Of a text of any length the first
    `sentence.READ_AT_MOST` characters are read; one without words gives an empty card.
    """
    whole = sentence(text)
    if not whole.words:
        return NOTHING
    slots: Slots = {}
    open_ended = amounts.open_ended(whole)
    rest = whole.without(open_ended.spans) if open_ended else whole
    found = clauses(rest)
    main = rest.without([clause.span for clause in found])
    _take(slots, "scope", scopes.scope(rest))
    counted = main.without(slots["scope"][1]) if "scope" in slots else main
    _take(slots, "limit", open_ended or amounts.limit(counted))
    if element not in NOBODY:
        _take(
            slots,
            "time",
            times.time(counted.without(slots["limit"][1] if "limit" in slots else ())),
        )
    _take(slots, "pace", aims.pace(rest))
    _modal(slots, without_contrast(main), found, element)
    if element is Element.RULES:
        _take(slots, "origin", origins.origin(whole))
    held = holders(without_contrast(main), names)
    shared = share(main, held, element)
    _take(slots, "share", shared)
    # A rule binds whom it names; a task is held by whom it names.
    binds = element is Element.RULES and shared is None and bool(slots.get("modality", ("", ()))[1])
    _take(slots, "who" if binds else "holders", held)
    if shared and shared.value is Share.NOBODY:
        slots.pop("modality", None)
    _take(slots, "relies_on", relied_on(whole, found, names))
    if element in AIMS:
        told = aims.change(main)
        _take(slots, "change", told)
        _take(slots, "worked_on", aims.worked_on(main, element, told))
    named = values(without_contrast(whole))
    if named:
        first = min(named.values(), key=lambda one: one.span)
        slots["value"] = (first.value, (first.span,))
    said = {slot: value for slot, (value, spans) in slots.items() if spans}
    return Read(
        Reading(**said),
        {slot: slots[slot][1] for slot in said},
        named,
        {slot: value for slot, (value, spans) in slots.items() if not spans},
        bool(UNIVERSAL.search(whole.lower)),
    )


BESIDE = frozenset({"origin", "changed_by"})
"""The slots that tell where a rule comes from, and nothing of what it says."""


def is_blank(card: Reading) -> bool:
    """Whether nobody has filled in a card: it names its matter and where it comes from at most."""
    if card.confirmed:
        return False
    return not any(getattr(card, slot) for slot in SLOTS if slot not in BESIDE)


def compared(told: Read, card: Reading, service: str) -> Reading:
    """Return a blank card as it is compared: filled with what is said and what is implied."""
    return filled(told, card, service).but(**told.implied)


def filled(told: Read, card: Reading, service: str) -> Reading:
    """Return a blank card filled with what was read, with the service for its "we"."""
    held = tuple(service if name.lower() in OWN else name for name in told.reading.holders)
    # Whom "we must" binds is the service itself, and that is what an empty slot says.
    who = tuple(name for name in told.reading.who if name.lower() not in OWN)
    beside = {slot: value for slot in BESIDE if (value := getattr(card, slot))}
    return told.reading.but(matter=card.matter, holders=held, who=who, **beside)


def _take(slots: Slots, slot: str, found: Found[Any] | None) -> None:
    if found is not None:
        slots[slot] = (found.value, found.spans)


_ONLY_WORDS = {
    ConditionWord.ONLY_IF: ConditionWord.UNLESS,
    ConditionWord.ONLY_WITH: ConditionWord.WITHOUT,
}


def _modal(slots: Slots, main: Sentence, found: tuple[Clause, ...], element: Element) -> None:
    """Read modality and conditions together: *only with* forbids what is without."""
    conditions = [clause.condition for clause in found]
    spans = [clause.span for clause in found]
    told = modality(main, element, plain=not found)
    only = restriction(main)
    if only and not (told and told.value is Modality.MUST_NOT):
        told = Found(Modality.MUST_NOT, only.spans)
        conditions.append(only.condition)
        spans.extend(only.spans)
    elif element not in AIMS and not (told and told.value is Modality.MUST_NOT):
        cue = tuple(clause.span for clause in found if clause.condition.word in _ONLY_WORDS)
        if cue:
            told = Found(Modality.MUST_NOT, cue)
            conditions = [
                Condition(word=_ONLY_WORDS.get(one.word, one.word), text=one.text)
                for one in conditions
            ]
    if told and told.value is Modality.MUST_NOT and element in AIMS and not only:
        told = None  # "No more tears" is a wish, not a prohibition.
    _take(slots, "modality", told)
    if conditions:
        slots["condition"] = (tuple(conditions), tuple(spans))
