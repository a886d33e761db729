"""Sheets as files of spreadsheet programs, in which nothing that people wrote is run."""

import csv
import errno
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from activitymap.export.packing import stable_zip
from activitymap.export.sheets import Sheet
from activitymap.export.statement_rows import Row
from activitymap.export.tables import guarded

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDEST = 60
"""Characters in the widest column; longer texts are wrapped."""
FILTER = 5
"""Room for the arrow of the filter beside a header, in characters."""
ACROSS = 180
"""Characters beside one another that can still be read on a page; wider sheets take several."""
PART = 16_000
"""Characters in one cell: XLSX holds 32,767 units of UTF-16, two for some characters."""


def csv_bytes(sheet: Sheet) -> bytes:
    """Return a sheet as CSV that Excel opens too: a byte-order mark, and no cell is a formula."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in sheet.header])
    writer.writerows([guarded(text) for text in row] for row in sheet.rows)
    return target.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Return sheets as one workbook; every cell is a text, so that none is a formula.

    A text longer than a cell holds goes on in the row below.

    Raises:
        OSError: the library's temporary files cannot be written.
    """
    from lxml.etree import SerialisationError
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Activity Map"
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _fill(page, [sheet.header, *(part for row in sheet.rows for part in _fitting(row))])
        _arrange(page, sheet)
    target = io.BytesIO()
    try:
        book.save(target)
    except SerialisationError as error:
        # All texts are clean: it is the disk that takes no more.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
    return stable_zip(target.getvalue())


def _fill(page: "Worksheet", rows: Sequence[Row]) -> None:
    from openpyxl.styles import Alignment, Font

    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for place, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            made = page.cell(place, column)
            if text:
                # In this order: a text that begins with = would be taken for a formula.
                made.value = text
                made.data_type = "s"
            made.alignment = wrapped
            if place == 1:
                made.font = bold


def _fitting(row: Row) -> Iterator[Row]:
    """Yield a row in as many rows as its longest text needs."""
    if all(len(text) <= PART for text in row):
        yield row
        return
    for start in range(0, max(map(len, row)), PART):
        yield tuple(text[start : start + PART] for text in row)


def _arrange(page: "Worksheet", sheet: Sheet) -> None:
    """Set widths, filter and print layout: A4 across, as wide as can be read, headers on each."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    wide = 0
    for column, texts in enumerate(zip(sheet.header, *sheet.rows, strict=True), start=1):
        longest = max(len(line) for text in texts for line in text.split("\n"))
        width = max(len(texts[0]) + FILTER, min(longest + 2, WIDEST))
        page.column_dimensions[get_column_letter(column)].width = width
        wide += width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.fitToWidth = -(-wide // ACROSS)
    if wide > ACROSS:
        page.print_title_cols = "A:C"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0  # As many pages down as it takes.
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
