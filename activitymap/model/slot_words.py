"""The slots of a card in words: what a cell, a chip or a field of the window says."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from activitymap.model.reading import Change, Modality, Origin, Pace, Share, slot_parts
from activitymap.model.slots.clock import parse_time
from activitymap.model.slots.condition import parse_condition
from activitymap.model.slots.limit import parse_limit
from activitymap.model.slots.scope import parse_scope
from activitymap.model.storage.sheet_columns import word
from activitymap.model.values import Element

CHOICES: Mapping[str, type[StrEnum]] = {
    "modality": Modality,
    "share": Share,
    "change": Change,
    "pace": Pace,
    "origin": Origin,
}
"""The slots that take one of a few words."""
NAMES = frozenset({"who", "holders", "relies_on"})
"""The slots that hold names of people and services."""
FIRST: Mapping[Element, tuple[str, ...]] = {
    Element.SUBJECT: ("who", "scope", "condition"),
    Element.TOOLS: ("modality", "value", "time", "limit", "relies_on"),
    Element.OBJECT: ("change", "worked_on", "value", "pace", "limit", "scope"),
    Element.OUTCOME: ("change", "worked_on", "value", "pace", "limit", "scope"),
    Element.RULES: ("modality", "who", "condition", "limit", "time", "origin", "changed_by"),
    Element.COMMUNITY: ("who", "relies_on", "scope"),
    Element.DIVISION_OF_LABOUR: ("holders", "share", "relies_on", "modality", "condition"),
}
"""The slots that a card of each element shows first; it has all others too."""

_PARTS: Mapping[str, Callable[[str], object]] = {
    "condition": parse_condition,
    "scope": parse_scope,
}
_WHOLES: Mapping[str, Callable[[str], object]] = {"limit": parse_limit, "time": parse_time}


def slot_from_words(slot: str, words: str) -> object:
    """Return what words say for a slot; no words empty it.

    Raises:
        ReadingError: they cannot be understood; the sentence says how to write it.
    """
    parts = slot_parts(words)
    if slot in NAMES:
        return parts
    if slot in _PARTS:
        return tuple(_PARTS[slot](part) for part in parts)
    words = words.strip()
    if slot in CHOICES:
        return word(CHOICES[slot], words) if words else None
    if slot in _WHOLES:
        return _WHOLES[slot](words) if words else None
    return words
