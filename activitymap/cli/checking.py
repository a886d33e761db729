"""``activitymap check FILE``: whether a file can be opened, and what is in it."""

import argparse

from activitymap.cli.counting import counted
from activitymap.cli.files import read

NAME = "check"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        NAME,
        help="tell whether a file is in order",
        description="Tell whether a map or spreadsheet can be read, and where it cannot.",
        epilog="Example: activitymap check examples/four-levels.activitymap",
    )
    parser.add_argument("file", metavar="FILE", help="a map (.activitymap), CSV or XLSX file")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the file and say what is in it."""
    activity_map = read(options.file)
    statements = [one for system in activity_map.systems for one in system.statements]
    cards = sum(len(statement.readings) for statement in statements)
    told = (
        counted(len(activity_map.systems), "service"),
        f"{counted(len(statements), 'statement')} with {counted(cards, 'card')}",
        counted(len(activity_map.matters), "matter"),
        counted(len(activity_map.shared_objects), "shared object"),
        counted(len(activity_map.links), "link"),
        counted(len(activity_map.needs), "need"),
    )
    print(f"{options.file} is in order: {', '.join(told)}.")
    return 0
