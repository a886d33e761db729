"""Sheets as files of spreadsheet programs, in which nothing that people wrote is run."""

import csv
import io
from collections.abc import Iterable

from activitymap.export.packing import stable_zip
from activitymap.export.sheets import Sheet
from activitymap.export.tables import guarded

WIDEST = 60
"""Characters in the widest column; longer texts are wrapped."""


def csv_bytes(sheet: Sheet) -> bytes:
    """Return a sheet as CSV that Excel opens too: a byte-order mark, and no cell is a formula."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in sheet.header])
    writer.writerows([guarded(text) for text in row] for row in sheet.rows)
    return target.getvalue().encode("utf-8-sig")


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Return sheets as one workbook; every cell is a text, so that none is a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Activity Map"
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for place, row in enumerate((sheet.header, *sheet.rows), start=1):
            for column, text in enumerate(row, start=1):
                made = page.cell(place, column)
                if text:
                    # In this order: a text that begins with = would be taken for a formula.
                    made.value = text
                    made.data_type = "s"
                made.alignment = wrapped
                if place == 1:
                    made.font = bold
        for column, texts in enumerate(zip(sheet.header, *sheet.rows, strict=True), start=1):
            longest = max(map(len, texts))
            page.column_dimensions[get_column_letter(column)].width = min(longest + 2, WIDEST)
        page.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return stable_zip(target.getvalue())
