"""A spreadsheet of statements becomes a map."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from activitymap.errors import ActivityMapError, FileError, ReadingError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.reading import Reading
from activitymap.model.slot_words import slot_from_words
from activitymap.model.storage.sheet_columns import (
    CARD,
    KINDS,
    NEED,
    REQUIRED,
    SHARED_OBJECT,
    YES,
    column,
    element,
    word,
)
from activitymap.model.storage.sheet_rows import SheetRow, sheet_rows
from activitymap.model.text import clean_line, clean_text, fold
from activitymap.model.values import (
    ActivitySystem,
    Element,
    Matter,
    MatterKind,
    Need,
    Quote,
    SharedObject,
    State,
    Statement,
)

T = TypeVar("T")

SHEETS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}
"""The endings of files that are spreadsheets; all others are maps."""
MOST_JOINED = 12
"""Services that are joined by themselves where the file names no shared object."""
SHARED_NAME = "What they work on together"
COLOURS = 8


class Imported(NamedTuple):
    """A map made from a spreadsheet, and what the person should know about it."""

    map: ActivityMap
    notices: tuple[str, ...]


class Entry(NamedTuple):
    """One row: its number and its cells by column, cleaned."""

    number: int
    cells: dict[str, str]

    @property
    def has_card(self) -> bool:
        """Whether a cell of the reading card is filled in."""
        return any(self.cells.get(name) for name in ("matter", *CARD))


def read_sheet(path: Path) -> Imported:
    """Return the map that a CSV or XLSX file holds; statements in the order of the file.

    Raises:
        FileError: the file, or a cell in it, cannot be understood; the sentence names the row.
    """
    rows = sheet_rows(path)
    names, notices = _header(rows, path)
    entries = [_entry(row, names) for row in rows[1:]]
    builder = _Builder(path, notices)
    for entry in entries:
        try:
            builder.add(entry)
        except FileError:
            raise
        except ActivityMapError as error:
            raise FileError(f"“{path}”, row {entry.number}: {error}") from error
    return builder.finish()


def _header(rows: list[SheetRow], path: Path) -> tuple[list[str | None], list[str]]:
    if not rows:
        raise FileError(
            f"“{path}” is empty. Give it a first row with the columns service, element, statement."
        )
    cells = rows[0].cells
    names = [column(cell) for cell in cells]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        found = ", ".join(cell.strip() for cell in cells if cell.strip())
        raise FileError(
            f"“{path}”, row {rows[0].number}: the column {' and '.join(missing)} is missing "
            f"(found: {found[:200]}). The first row must name the columns service, element and "
            "statement."
        )
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise FileError(
            f"“{path}”, row {rows[0].number}: the column {twice[0]} is there twice. "
            "Rename or remove one."
        )
    unknown = [
        cell.strip()
        for cell, name in zip(cells, names, strict=True)
        if name is None and cell.strip()
    ]
    if not unknown:
        return names, []
    return names, [f"These columns were not read: {', '.join(unknown)}."]


def _entry(row: SheetRow, names: list[str | None]) -> Entry:
    cells = {
        name: clean_text(cell) if name == "quote" else clean_line(cell)
        for name, cell in zip(names, row.cells, strict=False)
        if name is not None
    }
    return Entry(row.number, cells)


class _Builder:
    """Collects the things of a map row by row; ids count up through the whole file."""

    def __init__(self, path: Path, notices: list[str]) -> None:
        self.path, self.notices = path, notices
        self.last_number = 0
        self.services: dict[str, tuple[str, str]] = {}
        self.statements: dict[str, list[Statement]] = {}
        self.matters: dict[str, Matter] = {}
        self.kinds: dict[str, int] = {}
        self.shared: dict[str, tuple[str, list[str]]] = {}
        self.needs: list[Need] = []
        self.last: tuple[str, str, str] | None = None

    def new_id(self, prefix: str) -> str:
        self.last_number += 1
        return f"{prefix}-{self.last_number}"

    def add(self, entry: Entry) -> None:
        cells = entry.cells
        kind = element(cells["element"]) if cells["element"] else ""
        if not cells["service"] and kind != NEED:
            raise ReadingError(
                "the service is missing. Fill in the service in every row, also where it is the "
                "same as above."
            )
        if kind == SHARED_OBJECT:
            self._share(entry)
        elif kind == NEED:
            self._need(entry)
        elif kind:
            self._state(entry, Element(kind))
        elif cells["statement"] or entry.has_card:
            raise ReadingError(f"the element is missing. Write one of: {', '.join(Element)}.")
        else:
            self._service(cells["service"])

    def _service(self, name: str) -> str:
        key = fold(name)
        if key not in self.services:
            self.services[key] = (self.new_id("system"), name)
            self.statements[key] = []
        return key

    def _matter(self, entry: Entry) -> str | None:
        name, cell = entry.cells.get("matter", ""), entry.cells.get("matter kind", "")
        if not name:
            return None
        key = fold(name)
        if key not in self.matters:
            self.matters[key] = Matter(id=self.new_id("matter"), name=name)
        if cell:
            kind = _read(entry, "matter kind", lambda text: word(MatterKind, text))
            if key in self.kinds and self.matters[key].kind is not kind:
                raise ReadingError(
                    f"the matter “{name}” is {kind} here, but {self.matters[key].kind} in row "
                    f"{self.kinds[key]}. Write the same in both."
                )
            self.kinds.setdefault(key, entry.number)
            self.matters[key] = self.matters[key].but(kind=kind)
        return self.matters[key].id

    def _share(self, entry: Entry) -> None:
        name = entry.cells["statement"]
        if not name:
            raise ReadingError("a shared object needs a name in the column statement.")
        service = self._service(entry.cells["service"])
        key = fold(name)
        if key not in self.shared:
            self.shared[key] = (name, [])
        if service not in self.shared[key][1]:
            self.shared[key][1].append(service)
        self._left_out(entry, ("matter", *CARD), "a shared object")

    def _need(self, entry: Entry) -> None:
        cells = entry.cells
        if not cells["statement"]:
            raise ReadingError("a need is told in the column statement; this one is empty.")
        self.needs.append(
            Need(
                id=self.new_id("need"),
                text=cells["statement"],
                whose=cells["service"],
                source=cells.get("source", ""),
                date=cells.get("date", ""),
                basis=_word(entry, "how sure"),
                matter=self._matter(entry),
                quotes=(Quote(text=cells["quote"]),) if cells.get("quote") else (),
                reviewed=_yes(entry, "gone through"),
            )
        )
        self._left_out(entry, CARD, "a need")

    def _left_out(self, entry: Entry, columns: tuple[str, ...], what: str) -> None:
        filled = [name for name in columns if entry.cells.get(name)]
        if filled:
            self.notices.append(
                f"Row {entry.number}: {what} has no card, so {', '.join(filled)} was not read."
            )

    def _state(self, entry: Entry, where: Element) -> None:
        cells = entry.cells
        key = self._service(cells["service"])
        state = _word(entry, "state") or State.PRESENT
        text = cells["statement"]
        if not text and state is State.PRESENT:
            if entry.has_card:
                raise ReadingError("there is a card but no statement. Write the statement.")
            return
        reading = self._reading(entry)
        here = (key, where, fold(text))
        several = self.statements[key]
        if reading and self.last == here and text and several and several[-1].readings:
            several[-1] = several[-1].but(readings=(*several[-1].readings, reading))
            return
        quotes = _quotes(cells)
        if quotes and reading is None and self.last == here and text and several:
            # A row with nothing but evidence belongs to the statement above it.
            several[-1] = several[-1].but(quotes=(*several[-1].quotes, *quotes))
            return
        self.last = here
        several.append(
            Statement(
                id=self.new_id("statement"),
                element=where,
                text=text,
                state=state,
                readings=(reading,) if reading else (),
                context=_word(entry, "context"),
                force=_word(entry, "force"),
                quotes=quotes,
            )
        )

    def _reading(self, entry: Entry) -> Reading | None:
        if not entry.has_card:
            return None
        slots: dict[str, Any] = {}
        for name in CARD:
            slot = name.replace(" ", "_")
            cell = entry.cells.get(name, "")
            slots[slot] = _read_text(name, cell, partial(slot_from_words, slot))
        confirmed = _yes(entry, "confirmed")
        return Reading(matter=self._matter(entry), confirmed=confirmed, **slots)

    def finish(self) -> Imported:
        """Return the map and the notices."""
        systems = tuple(
            ActivitySystem(
                id=identity,
                name=name,
                colour=number % COLOURS,
                statements=tuple(self.statements[key]),
            )
            for number, (key, (identity, name)) in enumerate(self.services.items())
        )
        shared = [
            SharedObject(
                id=self.new_id("shared-object"),
                name=name,
                systems=tuple(self.services[key][0] for key in members),
            )
            for name, members in self.shared.values()
        ]
        if not shared and 2 <= len(systems) <= MOST_JOINED:
            everyone = tuple(system.id for system in systems)
            shared = [
                SharedObject(id=self.new_id("shared-object"), name=SHARED_NAME, systems=everyone)
            ]
        elif not shared and len(systems) > MOST_JOINED:
            self.notices.append(
                f"The {len(systems)} services are not linked, so nothing is compared between "
                "them. To link some, add a row for each with the element “shared object” and the "
                "same name as statement."
            )
        made = ActivityMap(
            title=self.path.stem,
            systems=systems,
            shared_objects=tuple(shared),
            matters=tuple(self.matters.values()),
            needs=tuple(self.needs),
            last_number=self.last_number,
        )
        return Imported(made, tuple(self.notices))


def _quotes(cells: dict[str, str]) -> tuple[Quote, ...]:
    text, source, date = (cells.get(name, "") for name in ("quote", "source", "date"))
    return (Quote(text=text, source=source, date=date),) if text or source else ()


def _yes(entry: Entry, name: str) -> bool:
    """Whether a cell says yes.

    Raises:
        ReadingError: it says something else.
    """
    cell = fold(entry.cells.get(name, ""))
    if cell in {"", "no", "false", "0"}:
        return False
    if cell in {YES, "true", "1", "x"}:
        return True
    raise ReadingError(f"column {name}: “{cell}” is not understood. Write yes, or leave it empty.")


def _word(entry: Entry, name: str) -> Any:
    return _read(entry, name, lambda cell: word(KINDS[name], cell))


def _read(entry: Entry, name: str, parse: Callable[[str], T]) -> T | None:
    """Return what a cell says, or ``None`` for an empty one; an error names the column."""
    cell = entry.cells.get(name, "")
    return _read_text(name, cell, parse) if cell else None


def _read_text(name: str, text: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(text)
    except ActivityMapError as error:
        raise ReadingError(f"column {name}: {error}") from error
