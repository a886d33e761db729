"""``activitymap export FILE --to OUT``: a picture of the map; the ending chooses the format."""

import argparse
from pathlib import Path

from activitymap.cli.anonymising import without_names
from activitymap.cli.files import read
from activitymap.cli.progress import progress

NAME = "export"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        NAME,
        help="draw the map as SVG, PDF or PNG",
        description="Draw the map with its contradictions; no display is needed.",
        epilog="Example: activitymap export examples/four-levels.activitymap --to map.svg",
    )
    parser.add_argument("file", metavar="FILE", help="a map (.activitymap), CSV or XLSX file")
    parser.add_argument(
        "--to", required=True, metavar="OUT", help="the file to write: .svg, .pdf or .png"
    )
    parser.add_argument(
        "--anonymise",
        action="store_true",
        help="replace the names that the map lists, and tell what else looks like one",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draw the map into the file."""
    from activitymap.export.formats import export, writer_for

    target = Path(options.to)
    writer_for(target)  # A wrong ending is told before a long file is read.
    activity_map = read(options.file)
    if options.anonymise:
        activity_map = without_names(activity_map)
    with progress("Drawing"):
        export(activity_map, target)
    print(f"{options.to}: written.")
    return 0
