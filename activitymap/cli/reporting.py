"""``activitymap report FILE --to OUT``: the report as PDF or Word, or its actions as CSV."""

import argparse
from pathlib import Path

from activitymap.cli.anonymising import add_options, without_names
from activitymap.cli.files import check_targets, read
from activitymap.cli.progress import progress

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
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the report into the file."""
    from activitymap.export.report.formats import report_writer, write_report

    target = Path(options.to)
    report_writer(target)  # A wrong ending is told before a long file is read.
    check_targets([options.file], [target])
    activity_map = without_names(read(options.file), options)
    with progress("Writing the report"):
        write_report(activity_map, target)
    print(f"{options.to}: written.")
    return 0
