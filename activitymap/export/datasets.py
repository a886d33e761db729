"""The formats of data by the ending of a file: tables, graphs, JSON, Markdown."""

from collections.abc import Callable

from activitymap.errors import ExportError
from activitymap.model.activity_map import ActivityMap

Maker = Callable[[ActivityMap, str], bytes]
STATEMENTS = "statements"


def _csv(activity_map: ActivityMap, what: str) -> bytes:
    from activitymap.export.sheet_files import csv_bytes
    from activitymap.export.sheets import SHEETS

    make = SHEETS.get(what or STATEMENTS)
    if make is None:
        raise ExportError(f"“{what}” is no table. Choose one of {', '.join(SHEETS)}.")
    return csv_bytes(make(activity_map))


def _xlsx(activity_map: ActivityMap, _what: str) -> bytes:
    from activitymap.export.sheet_files import xlsx_bytes
    from activitymap.export.sheets import all_sheets

    return xlsx_bytes(all_sheets(activity_map))


def _graphml(activity_map: ActivityMap, _what: str) -> bytes:
    from activitymap.export.graphs import graphml

    return graphml(activity_map)


def _gexf(activity_map: ActivityMap, _what: str) -> bytes:
    from activitymap.export.graphs import gexf

    return gexf(activity_map)


def _json(activity_map: ActivityMap, _what: str) -> bytes:
    from activitymap.export.data import as_export_json

    return as_export_json(activity_map)


def _markdown(activity_map: ActivityMap, _what: str) -> bytes:
    from activitymap.export.description import as_description

    return as_description(activity_map)


def _qdpx(activity_map: ActivityMap, _what: str) -> bytes:
    from activitymap.export.qdpx import qdpx

    return qdpx(activity_map)


DATASETS: dict[str, Maker] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".json": _json,
    ".md": _markdown,
    ".qdpx": _qdpx,
}
"""What makes the bytes of data with each ending from a map and the name of a table (CSV alone)."""


def notices(activity_map: ActivityMap, ending: str, what: str) -> list[str]:
    """Return what the person should know about data with an ending, in sentences."""
    if ending not in {".csv", ".xlsx"} or what not in {"", STATEMENTS}:
        return []
    from activitymap.export.statement_rows import not_in_rows

    return list(filter(None, [not_in_rows(activity_map)]))
