"""Slots: how well each is read from single statements, against cards filled in by hand."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from activitymap.errors import ActivityMapError
from activitymap.model.contradictions.circumstances import literal
from activitymap.model.contradictions.reader.read import Read, read
from activitymap.model.contradictions.words import stem, words
from activitymap.model.reading import SLOTS
from activitymap.model.slot_words import slot_from_words
from activitymap.model.slots.condition import Condition
from activitymap.model.slots.limit import Limit, interval
from activitymap.model.values import Element
from measure.data import rows_of
from measure.scores import Found

Same = Callable[[object, object], bool]


def score(path: Path) -> dict[str, Found]:
    """Return how each slot is read in the statements of a file; those nobody filled left out."""
    counts = {slot: [0, 0, 0] for slot in SLOTS}
    for row in rows_of(path):
        told = read(row["statement"], Element(row["element"]))
        for slot, (right, wrong, missed) in _compared(row, told).items():
            for place, more in enumerate((right, wrong, missed)):
                counts[slot][place] += more
    return {slot: Found(*told) for slot, told in counts.items() if told[0] + told[2]}


def _compared(row: Mapping[str, str], told: Read) -> dict[str, tuple[bool, bool, bool]]:
    found = {}
    for slot in SLOTS:
        cell = (row.get(slot.replace("_", " ")) or row.get(slot) or "").strip()
        got = getattr(told.reading, slot) or None
        same = bool(cell and got) and _same(slot, _wanted(slot, cell), got)
        found[slot] = (same, bool(got) and not same, bool(cell) and not same)
    return found


def _wanted(slot: str, cell: str) -> object:
    try:
        return slot_from_words(slot, cell)
    except ActivityMapError:
        return None


def _same(slot: str, wanted: object, got: object) -> bool:
    alike = _ALIKE.get(slot)
    return alike(wanted, got) if alike else bool(wanted == got)


def _names(wanted: object, got: object) -> bool:
    """Whether the same people are named, by the last word of each name."""
    return _last_words(wanted) == _last_words(got)


def _last_words(names: object) -> set[str]:
    assert isinstance(names, tuple)
    return {stem(words(str(name))[-1]) for name in names if words(str(name))}


def _conditions(wanted: object, got: object) -> bool:
    """Whether a circumstance of the one is among those of the other."""
    one, other = (_stems(conditions) for conditions in (wanted, got))
    return bool(one & other) or one == other


def _stems(conditions: object) -> set[str]:
    assert isinstance(conditions, Sequence)
    literals = [literal(one) for one in conditions if isinstance(one, Condition)]
    return {word for one in literals if one for word in one.stems}


def _limits(wanted: object, got: object) -> bool:
    if not isinstance(wanted, Limit) or not isinstance(got, Limit):
        return False
    return wanted.open_ended == got.open_ended and interval(wanted) == interval(got)


def _words(wanted: object, got: object) -> bool:
    return bool(set(words(str(wanted))) & set(words(str(got))))


_ALIKE: Mapping[str, Same] = {
    "who": _names,
    "holders": _names,
    "relies_on": _names,
    "condition": _conditions,
    "limit": _limits,
    "worked_on": _words,
}
