"""``activitymap contradictions FILE``: what was found, as a table or as data."""

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence

from activitymap.cli.anonymising import add_options, without_names
from activitymap.cli.files import read
from activitymap.cli.progress import progress
from activitymap.export.tables import Row, as_csv, as_json, as_markdown, as_text, rows
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Certainty, Contradiction
from activitymap.model.judging import Level

NAME = "contradictions"
MOST_COLUMNS = 120


def _table(found: Sequence[Row]) -> str:
    return as_text(found, min(shutil.get_terminal_size((100, 24)).columns, MOST_COLUMNS))


_FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {
    "table": _table,
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    # Importing the rules takes a moment that `--help` of another command need not wait for.
    from activitymap.model.contradictions.rules.table import RULES

    parser = commands.add_parser(
        NAME,
        help="list the contradictions of a map or spreadsheet",
        description="List the contradictions between the services of a map or a spreadsheet, and "
        "those that were judged or discussed and are no longer found.",
        epilog="Example: activitymap contradictions map.csv --format json --level quaternary",
    )
    parser.add_argument("file", metavar="FILE", help="a map (.activitymap), CSV or XLSX file")
    parser.add_argument("--format", choices=_FORMATS, default="table", help="default: table")
    parser.add_argument(
        "--level", action="append", choices=[str(level) for level in Level], help="only this level"
    )
    parser.add_argument(
        "--certainty",
        action="append",
        choices=[str(certainty) for certainty in Certainty],
        help="only this certainty",
    )
    parser.add_argument("--rule", action="append", choices=list(RULES), help="only this rule")
    parser.add_argument(
        "--include-unlinked",
        action="store_true",
        help="also what clashes between services that nothing links",
    )
    parser.add_argument(
        "--include-suggested",
        action="store_true",
        help="also pairs that may be about one matter, ranked, after the others",
    )
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the contradictions that the options ask for."""
    from activitymap.model.contradictions.detecting import detect

    activity_map = without_names(read(options.file), options)
    with progress("Finding contradictions") as show:
        detection = detect(activity_map, show)
    listed = detection.contradictions
    if options.include_unlinked:
        listed += detection.unlinked
    elif detection.unlinked:
        count = len(detection.unlinked)
        print(
            f"Note: {count} more {'clash lies' if count == 1 else 'clashes lie'} between services "
            "that are not linked; --include-unlinked lists them.",
            file=sys.stderr,
        )
    listed += detection.gone
    if options.include_suggested:
        listed += _suggested(activity_map)
    chosen = [one for one in listed if _wanted(one, options)]
    print(_FORMATS[options.format](rows(activity_map, chosen)), end="")
    return 0


def _suggested(activity_map: ActivityMap) -> tuple[Contradiction, ...]:
    from activitymap.model.contradictions.suggesting.suggest import suggestions

    with progress("Looking for what is about the same thing") as show:
        return tuple(one.finding for one in suggestions(activity_map, show))


def _wanted(one: Contradiction, options: argparse.Namespace) -> bool:
    return (
        (not options.level or one.level in options.level)
        and (not options.certainty or one.certainty in options.certainty)
        and (not options.rule or any(reason.rule in options.rule for reason in one.reasons))
    )
