"""Leaving the names of people out on the command line, and telling what was replaced."""

import argparse
import sys

from activitymap.errors import ExportError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.edits.people import add_name, replace_name_by
from activitymap.model.text import clean_line, fold


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options by which names are left out to the parser of a command."""
    parser.add_argument(
        "--anonymise",
        action="store_true",
        help="replace the names that the map lists, and tell what else looks like one",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAME=WORDS",
        help="replace this name too, by these words or by a number; may be given several times",
    )


def without_names(activity_map: ActivityMap, options: argparse.Namespace) -> ActivityMap:
    """Return a map without the names of people, if that is asked for.

    What was replaced goes to standard error.

    Raises:
        ExportError: an option names nobody.
    """
    if not options.anonymise and not options.name:
        return activity_map
    done = anonymised(listing(activity_map, options.name))
    for one in done.replaced:
        times = "once" if one.times == 1 else f"{one.times} times"
        print(f"Note: “{one.name}” became “{one.instead}” {times}.", file=sys.stderr)
    if not done.replaced:
        print(
            "Note: the map lists no names, so nothing was replaced. Give them as --name "
            "'NAME=the father', or list them in the window.",
            file=sys.stderr,
        )
    if done.doubtful:
        names = ", ".join(f"“{one.name}”" for one in done.doubtful)
        print(f"Note: these look like names and were not replaced: {names}.", file=sys.stderr)
    return done.map


def listing(activity_map: ActivityMap, given: list[str]) -> ActivityMap:
    """Return a map that lists further names, each given as ``NAME=WORDS`` or ``NAME``.

    Raises:
        ExportError: one of them names nobody.
    """
    for one in given:
        name, _, instead = one.partition("=")
        name = clean_line(name)
        if not name:
            raise ExportError(f"--name “{one}” names nobody. Write it like 'NAME=the father'.")
        known = next((each for each in activity_map.names if fold(each.name) == fold(name)), None)
        change = (
            replace_name_by(activity_map, known.name, instead)
            if known
            else add_name(activity_map, name, instead)
        )
        activity_map = change.map
    return activity_map


def stem_without_names(stem: str, activity_map: ActivityMap, options: argparse.Namespace) -> str:
    """Return the name of a file without those of people, if that is asked for."""
    if not options.anonymise and not options.name:
        return stem
    words = stem.replace("_", " ")
    known = listing(activity_map, options.name).names
    made = anonymised(ActivityMap(title=words, names=known)).map.title
    return stem if made == words else made
