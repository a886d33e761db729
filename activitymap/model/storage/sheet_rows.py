"""Spreadsheets as rows of text: CSV in the forms that programs write it, and XLSX."""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from activitymap.errors import FileError

MAX_BYTES = 50_000_000
MAX_UNPACKED = 500_000_000
MAX_ROWS = 200_000
MAX_CELL = 20_000
WORKBOOKS = {".xlsx", ".xlsm"}


class SheetRow(NamedTuple):
    """The cells of one row, and its number as a spreadsheet program shows it."""

    number: int
    cells: list[str]


def sheet_rows(path: Path) -> list[SheetRow]:
    """Return the rows of a CSV or XLSX file that are not blank.

    Raises:
        FileError: the file is no table that can be read, or too large.
    """
    try:
        if path.is_dir():
            raise FileError(f"“{path}” is a folder. Choose a CSV or XLSX file in it.")
        if not path.is_file():
            raise FileError(f"There is no file “{path}”. Check the name and the folder.")
        if path.stat().st_size > MAX_BYTES:
            raise FileError(
                f"“{path}” is larger than {MAX_BYTES // 1_000_000} MB, too large for a table of "
                "statements. Save only the sheet with the statements."
            )
        found = _workbook(path) if path.suffix.casefold() in WORKBOOKS else _text(path)
        rows = []
        for row in found:
            if any(cell.strip() for cell in row.cells):
                _check(row, path)
                rows.append(row)
            if len(rows) > MAX_ROWS:
                raise FileError(
                    f"“{path}” has more than {MAX_ROWS:,} rows. Split it into several maps."
                )
    except OSError as error:
        raise FileError(f"“{path}” cannot be read: {error.strerror}.") from error
    return rows


def _check(row: SheetRow, path: Path) -> None:
    if any(len(cell) > MAX_CELL for cell in row.cells):
        raise FileError(
            f"“{path}”, row {row.number}: a cell has more than {MAX_CELL:,} characters. "
            "Split it into several statements."
        )


def _text(path: Path) -> Iterator[SheetRow]:
    text = _decoded(path.read_bytes(), path)
    lines = text.split("\n", 1)
    separator = None
    skipped = 0
    if lines[0].strip().casefold().startswith("sep=") and len(lines) > 1:
        separator, text, skipped = lines[0].strip()[4:5], lines[1], 1
    separator = separator or _separator(text)
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    number = skipped
    try:
        for number, cells in enumerate(reader, start=skipped + 1):
            yield SheetRow(number, [_unguarded(cell) for cell in cells])
    except csv.Error as error:
        raise FileError(
            f"“{path}”, row {number + 1}: the table cannot be read ({error}). Save it again as "
            "“CSV UTF-8”."
        ) from error


def _decoded(raw: bytes, path: Path) -> str:
    encoding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileError(
            f"“{path}”, row {line}: the text is not UTF-8. In the spreadsheet program choose "
            "Save as, “CSV UTF-8”, and open that file."
        ) from error
    if "\0" in text:
        raise FileError(f"“{path}” is no table of text. Save it as “CSV UTF-8” or XLSX.")
    return text


def _separator(text: str) -> str:
    """Return what separates the cells of the first line that is not blank, quotes respected."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {
        separator: len(next(csv.reader([first], delimiter=separator), [])) for separator in ",;\t"
    }
    return max(counts, key=lambda separator: counts[separator])


def _unguarded(cell: str) -> str:
    """Return a cell without the quote that keeps spreadsheet programs from running it."""
    return cell[1:] if re.match("'+[=+@\t\r-]", cell) else cell


def _workbook(path: Path) -> Iterator[SheetRow]:
    _check_archive(path)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:
        raise FileError(
            f"“{path}” is damaged or no XLSX file. Open it in a spreadsheet program and save it "
            "again."
        ) from error
    sheet = book.worksheets[0] if book.worksheets else None
    if sheet is None:
        raise FileError(f"“{path}” has no sheet with a table.")
    if sheet.merged_cells.ranges:
        first = min(str(found) for found in sheet.merged_cells.ranges)
        raise FileError(
            f"“{path}”, cells {first}: merged cells hide which row a value belongs to. Unmerge "
            "them and fill in every row."
        )
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield SheetRow(number, [_shown(value) for value in values])


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise FileError(
            f"“{path}” is no XLSX file. Save the table as XLSX or as “CSV UTF-8”."
        ) from error
    if unpacked > MAX_UNPACKED:
        raise FileError(f"“{path}” unpacks to more than a table of statements can be.")


def _shown(value: object) -> str:
    """Return a value as the person sees it in its cell."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value)
