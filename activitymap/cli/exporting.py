"""``activitymap export FILE… --to OUT``: pictures and data; the ending chooses the format."""

import argparse
from pathlib import Path

from activitymap.cli.anonymising import without_names
from activitymap.cli.files import read
from activitymap.cli.progress import progress
from activitymap.errors import ExportError

NAME = "export"
PLACE = "{name}"
"""Where the name of each file goes in the name of what is written of it."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        NAME,
        help="write the map as a picture or as data",
        description="Write the map with its contradictions; the ending of OUT chooses the format: "
        "svg, pdf or png for a picture, csv, xlsx, graphml, gexf, json or md for data. "
        "No display is needed.",
        epilog="Example: activitymap export examples/*.activitymap --to 'out/{name}.svg'",
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="+", help="a map (.activitymap), CSV or XLSX file"
    )
    parser.add_argument(
        "--to",
        required=True,
        metavar="OUT",
        help="the file to write; {name} in it stands for the name of each FILE",
    )
    parser.add_argument(
        "--what",
        default="",
        help="for csv: statements (the default), contradictions, needs, actions or judgements",
    )
    parser.add_argument(
        "--anonymise",
        action="store_true",
        help="replace the names that the map lists, and tell what else looks like one",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write each map into its file."""
    from activitymap.export.formats import export, maker_for

    if len(options.file) > 1 and PLACE not in options.to:
        raise ExportError(
            f"Several files cannot be written into one. Put {PLACE} into the name after --to."
        )
    targets = [_target(options.to, Path(name)) for name in options.file]
    maker_for(targets[0], options.what)  # A wrong ending is told before a long file is read.
    with progress("Writing") as show:
        for number, (name, target) in enumerate(zip(options.file, targets, strict=True)):
            show(number, len(targets))
            activity_map = read(name)
            if options.anonymise:
                activity_map = without_names(activity_map)
            export(activity_map, target, what=options.what)
    for target in targets:
        print(f"{target}: written.")
    return 0


def _target(pattern: str, file: Path) -> Path:
    return Path(pattern.replace(PLACE, file.stem))
