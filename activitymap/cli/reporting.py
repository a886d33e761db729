"""``activitymap report FILE --to OUT``: the report as PDF or Word, or its actions as CSV."""

import argparse
from pathlib import Path

from activitymap.cli.anonymising import add_options, without_names
from activitymap.cli.files import check_targets, read
from activitymap.cli.progress import progress
from activitymap.errors import ExportError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.text import fold

NAME = "report"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        NAME,
        help="write the report as PDF or Word",
        description="Write the report: one page to hand upward, every contradiction with what was "
        "made of it, the needs, the services compared, and the rules used. No display is needed.",
        epilog="Example: activitymap report examples/team-around-the-child.activitymap --to "
        "report.pdf",
    )
    parser.add_argument("file", metavar="FILE", help="a map (.activitymap), CSV or XLSX file")
    parser.add_argument(
        "--to",
        required=True,
        metavar="OUT",
        help="the file to write: .pdf, .docx, or .csv for the actions alone",
    )
    parser.add_argument(
        "--since",
        metavar="VERSION",
        help="tell what has changed since the version of this name or day (2026-09-14); without "
        "it, since the last version that differs",
    )
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the report into the file."""
    from activitymap.export.report.formats import report_writer, write_report

    target = Path(options.to)
    report_writer(target)  # A wrong ending is told before a long file is read.
    check_targets([options.file], [target])
    activity_map = read(options.file)
    since = _version(activity_map, options.since) if options.since else ""
    activity_map = without_names(activity_map, options)
    with progress("Writing the report"):
        write_report(activity_map, target, since)
    print(f"{options.to}: written.")
    return 0


def _version(activity_map: ActivityMap, words: str) -> str:
    """Return the id of the version of a name or a day, the last one of several.

    Raises:
        ExportError: there is none.
    """
    for version in reversed(activity_map.versions):
        if fold(version.name) == fold(words) or version.date.isoformat() == words.strip():
            return version.id
    known = ", ".join(
        f"“{version.name}” ({version.date.isoformat()})" if version.name else str(version.date)
        for version in activity_map.versions
    )
    raise ExportError(
        f"There is no version “{words}”. The map has {known}."
        if known
        else f"There is no version “{words}”, for the map keeps none."
    )
