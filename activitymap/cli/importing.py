"""``activitymap import SHEET --to FILE``: a spreadsheet becomes a map."""

import argparse
from pathlib import Path

from activitymap.cli.counting import counted
from activitymap.cli.files import check_targets, read
from activitymap.cli.progress import progress

NAME = "import"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        NAME,
        help="make a map from a spreadsheet",
        description="Make a map from a CSV or XLSX file with the columns service, element and "
        "statement; further columns fill in the cards.",
        epilog="Example: activitymap import services.xlsx --to services.activitymap",
    )
    parser.add_argument("sheet", metavar="SHEET", help="a CSV or XLSX file")
    parser.add_argument("--to", required=True, metavar="FILE", help="the map to write")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the spreadsheet and write the map."""
    from activitymap.model.storage.saving import save_map

    check_targets([options.sheet], [Path(options.to)])
    activity_map = read(options.sheet)
    with progress("Writing"):
        save_map(Path(options.to), activity_map)
    statements = sum(len(system.statements) for system in activity_map.systems)
    told = (
        counted(len(activity_map.systems), "service"),
        counted(statements, "statement"),
        counted(len(activity_map.matters), "matter"),
    )
    print(f"{options.to}: {', '.join(told)}.")
    return 0
