"""The entry point: words that are not a command are files to open in the window."""

import argparse
import os
import sys
from collections.abc import Sequence

from activitymap import __version__
from activitymap.cli import checking, contradictions, exporting, importing, opening, reporting
from activitymap.errors import ActivityMapError

COMMANDS = (contradictions, importing, checking, exporting, reporting)
FAILED = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0 for success, 1 for a file or export that fails (one sentence on standard error), 2 for wrong
    usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # The terminal of a Windows machine may not be UTF-8; a map's texts and JSON are.
            # Line ends stay as they were written: CSV has its own.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = _parse(words)
        return int(options.run(options))
    except ActivityMapError as error:
        print(error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader (`head`, a closed pager) has had enough; Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _parse(words: list[str]) -> argparse.Namespace:
    names = {command.NAME for command in COMMANDS}
    if words and (words[0] in names or words[0] in {"-h", "--help", "--version"}):
        return _command_parser().parse_args(words)
    return opening.parser().parse_args(words)


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="activitymap",
        description="See why services that work with the same family pull in different directions.",
        epilog="activitymap [FILE] opens the window. Example: "
        "activitymap contradictions examples/team-around-the-child.activitymap",
    )
    parser.add_argument("--version", action="version", version=f"activitymap {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser
