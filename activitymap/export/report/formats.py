"""The formats of a report by the ending of its file, and writing one."""

from collections.abc import Callable
from pathlib import Path

from activitymap.errors import ExportError
from activitymap.export.formats import write
from activitymap.export.report.content import report
from activitymap.model.activity_map import ActivityMap

Writer = Callable[[ActivityMap, str], bytes]


def _pdf(activity_map: ActivityMap, since: str) -> bytes:
    from activitymap.export.report.pdf import report_pdf

    return report_pdf(report(activity_map, since))


def _docx(activity_map: ActivityMap, since: str) -> bytes:
    from activitymap.export.report.docx import report_docx

    return report_docx(report(activity_map, since))


def _csv(activity_map: ActivityMap, _since: str) -> bytes:
    from activitymap.export.sheet_files import csv_bytes
    from activitymap.export.sheets import actions

    return csv_bytes(actions(activity_map))


REPORTS: dict[str, Writer] = {".pdf": _pdf, ".docx": _docx, ".csv": _csv}
"""What makes the bytes of a report with each ending; CSV holds the actions alone."""


def report_writer(path: Path) -> Writer:
    """Return the writer for the ending of a file name.

    Raises:
        ExportError: no report has that ending.
    """
    writer = REPORTS.get(path.suffix.casefold())
    if writer is None:
        raise ExportError(
            f"“{path.name}” has an ending that names no report. Use .pdf, .docx, or .csv for the "
            "actions alone."
        )
    return writer


def write_report(activity_map: ActivityMap, path: Path, since: str = "") -> None:
    """Write the report of a map into a file.

    What has changed is told from the version of the id ``since`` on, or from the last that differs.

    Raises:
        ExportError: it cannot be made or written; an earlier file is as it was.
    """
    write(path, report_writer(path)(activity_map, since))
