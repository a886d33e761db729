"""One row of a spreadsheet as cells by column, and what its cells say."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from activitymap.errors import ActivityMapError, ReadingError
from activitymap.model.slot_words import slot_from_words
from activitymap.model.storage.sheet_columns import CARD, KINDS, NO, YES, word
from activitymap.model.text import fold
from activitymap.model.values import Quote

T = TypeVar("T")

_NO = {"", NO, "false", "0"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its number and its cells by column, cleaned."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        """Return what stands in a column, or ``""``."""
        return self.cells.get(name, "")

    @property
    def has_card(self) -> bool:
        """Whether a cell of the reading card is filled in."""
        filled = any(self[name] for name in ("matter", *CARD))
        return filled or fold(self["confirmed"]) not in _NO


def quotes(entry: Entry) -> tuple[Quote, ...]:
    """Return the quotation of a row, if it has one."""
    made = Quote(text=entry["quote"], source=entry["source"], date=entry["date"])
    return () if made == Quote(text="") else (made,)


def slots(entry: Entry) -> dict[str, Any]:
    """Return what the cells of the card say, by slot.

    Raises:
        ReadingError: one of them cannot be understood; the sentence names the column.
    """
    return {
        slot: _read(name, entry[name], partial(slot_from_words, slot))
        for name in CARD
        for slot in (name.replace(" ", "_"),)
    }


def yes(entry: Entry, name: str) -> bool:
    """Return whether a cell says yes.

    Raises:
        ReadingError: it says something else.
    """
    cell = fold(entry[name])
    if cell in _NO:
        return False
    if cell in {YES, "true", "1", "x"}:
        return True
    raise ReadingError(f"column {name}: “{cell}” is not understood. Write yes, or leave it empty.")


def choice(entry: Entry, name: str) -> Any:
    """Return what a cell with one of a few words says, or ``None`` for an empty one.

    Raises:
        ReadingError: it is none of the words; the sentence names the column.
    """
    cell = entry[name]
    return _read(name, cell, lambda text: word(KINDS[name], text)) if cell else None


def relation(entry: Entry, kind: type[Any]) -> Any:
    """Return what the column *relation* says.

    Raises:
        ReadingError: it is empty or none of the words.
    """
    return _read("relation", entry["relation"], lambda text: word(kind, text))


def _read(name: str, text: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(text)
    except ActivityMapError as error:
        raise ReadingError(f"column {name}: {error}") from error
