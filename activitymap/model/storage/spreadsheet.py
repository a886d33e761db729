"""A spreadsheet of statements becomes a map."""

from pathlib import Path
from typing import NamedTuple

from activitymap.errors import ActivityMapError, FileError, ReadingError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.sheet_cells import Entry
from activitymap.model.storage.sheet_columns import CARD, REQUIRED, RowKind, column, element
from activitymap.model.storage.sheet_joining import SheetJoining
from activitymap.model.storage.sheet_names import SheetNames
from activitymap.model.storage.sheet_rows import SheetRow, sheet_rows
from activitymap.model.storage.sheet_statements import SheetStatements
from activitymap.model.text import clean_line, clean_text
from activitymap.model.values import Element

SHEETS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}
"""The endings of files that are spreadsheets; all others are maps."""


class Imported(NamedTuple):
    """A map made from a spreadsheet, and what the person should know about it."""

    map: ActivityMap
    notices: tuple[str, ...]


def read_sheet(path: Path) -> Imported:
    """Return the map that a CSV or XLSX file holds; statements in the order of the file.

    Raises:
        FileError: the file, or a cell in it, cannot be understood; the sentence names the row.
    """
    rows = sheet_rows(path)
    names, notices = _header(rows, path)
    entries = [_entry(row, names) for row in rows[1:]]
    builder = _Builder(entries, notices)
    for read in (builder.declare, builder.add):
        for entry in entries:
            try:
                read(entry)
            except ActivityMapError as error:
                raise FileError(f"“{path}”, row {entry.number}: {error}") from error
    try:
        return builder.finish(path.stem)
    except ReadingError as error:
        raise FileError(f"“{path}”, {error}") from error


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
    """Hands each row to whoever reads rows of its kind."""

    def __init__(self, entries: list[Entry], notices: list[str]) -> None:
        self._names = SheetNames(entries)
        self._statements = SheetStatements(self._names)
        self._joining = SheetJoining(self._names)
        self._title: str | None = None
        self._rules_off: list[str] = []
        self._notices = notices

    def declare(self, entry: Entry) -> None:
        """Read what other rows point at, wherever it stands."""
        kind = _kind(entry)
        if kind is RowKind.SERVICE:
            self._names.declare_service(entry)
        elif kind is RowKind.MATTER:
            self._names.declare_matter(entry)

    def add(self, entry: Entry) -> None:
        """Read any other row."""
        kind = _kind(entry)
        if isinstance(kind, Element):
            made = self._statements.add(entry, kind)
            if made:
                self._joining.bear(entry, made)
        elif kind is RowKind.SHARED_OBJECT:
            self._joining.share(entry)
            self._tell_left_out(entry, ("matter", *CARD), "a shared object")
        elif kind is RowKind.NEED:
            self._joining.need(entry)
            self._tell_left_out(entry, CARD, "a need")
        elif kind in {RowKind.LINK, RowKind.RELATED, RowKind.WORDS}:
            self._joining.relate(entry, RowKind(kind))
        elif kind is RowKind.TITLE:
            self._title = entry["statement"]
        elif kind is RowKind.RULE_OFF:
            self._rules_off += filter(None, [entry["statement"]])
        elif kind is None:
            if entry["statement"] or entry.has_card:
                raise ReadingError(f"the element is missing. Write one of: {', '.join(Element)}.")
            self._names.service(entry)

    def _tell_left_out(self, entry: Entry, columns: tuple[str, ...], what: str) -> None:
        filled = [name for name in columns if entry[name]]
        if filled:
            self._notices.append(
                f"Row {entry.number}: {what} has no card, so {', '.join(filled)} was not read."
            )

    def finish(self, title: str) -> Imported:
        """Return the map and the notices; it has the ``title`` if no row says another."""
        joining, names = self._joining, self._names
        made = ActivityMap(
            title=title if self._title is None else self._title,
            systems=self._statements.systems(),
            shared_objects=joining.shared_objects(),
            links=tuple(joining.links),
            matters=names.matters,
            related_matters=tuple(joining.related),
            needs=joining.needs,
            need_marks=joining.need_marks(),
            rules_off=tuple(self._rules_off),
            words=tuple(joining.words),
            last_number=names.ids.last_number,
        )
        notices = filter(None, (*self._notices, joining.notice(), names.ids.notice()))
        return Imported(made, tuple(notices))


def _kind(entry: Entry) -> Element | RowKind | None:
    return element(entry["element"]) if entry["element"] else None
