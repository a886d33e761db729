"""``activitymap export FILE… --to OUT``: pictures and data; the ending chooses the format."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from activitymap.cli.anonymising import without_names
from activitymap.cli.files import read
from activitymap.cli.progress import progress
from activitymap.errors import ExportError

if TYPE_CHECKING:
    from activitymap.export.wanted import Wanted
    from activitymap.model.activity_map import ActivityMap

NAME = "export"
PLACE = "{name}"
"""Where the name of each file goes in the name of what is written of it."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        NAME,
        help="write the map as a picture or as data",
        description="Write the map with its contradictions; the ending of OUT chooses the format: "
        "svg, pdf, png or pptx for a picture, csv, xlsx, graphml, gexf, json, md or qdpx for data. "
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
        help="of a picture: map (the default), comparison, matrix, service=NAME, pair=NAME,NAME "
        "or services=NAME,NAME,…; of csv: statements (the default), contradictions, needs, actions "
        "or judgements",
    )
    parser.add_argument(
        "--theme",
        default="colour",
        help="colour (the default; it is colour-blind-safe), greyscale, black-on-white or dark",
    )
    parser.add_argument(
        "--width", help="of a picture: 170mm, 17cm, single (85 mm) or double (170 mm)"
    )
    parser.add_argument(
        "--keep-places",
        action="store_true",
        help="with --width: leave the services where they are, however small their type becomes",
    )
    parser.add_argument("--page", default="", help="of a pdf: A4 or A3, as large as fits on it")
    parser.add_argument("--caption", action="store_true", help="write the caption below")
    parser.add_argument("--dpi", type=int, default=192, help="dots for each inch of a png")
    parser.add_argument("--transparent", action="store_true", help="a png without a background")
    parser.add_argument("--outlines", action="store_true", help="an svg with letters as shapes")
    for part in ("contradictions", "legend", "title"):
        parser.add_argument(f"--no-{part}", action="store_true", help=f"leave the {part} out")
    parser.add_argument(
        "--anonymise",
        action="store_true",
        help="replace the names that the map lists, and tell what else looks like one",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write each map into its file."""
    from activitymap.export.formats import check_ending, export

    if len(options.file) > 1 and PLACE not in options.to:
        raise ExportError(
            f"Several files cannot be written into one. Put {PLACE} into the name after --to."
        )
    targets = [_target(options.to, Path(name)) for name in options.file]
    check_ending(targets[0])  # A wrong ending is told before a long file is read.
    with progress("Writing") as show:
        for number, (name, target) in enumerate(zip(options.file, targets, strict=True)):
            show(number, len(targets))
            activity_map = read(name)
            # Services are named as the map names them, whatever is replaced afterwards.
            wanted = _wanted(options, activity_map, target.suffix.casefold())
            if options.anonymise:
                activity_map = without_names(activity_map)
            for warning in export(activity_map, target, wanted, table=options.what):
                print(f"Note: {target}: {warning}", file=sys.stderr)
    for target in targets:
        print(f"{target}: written.")
    return 0


def _wanted(options: argparse.Namespace, activity_map: "ActivityMap", ending: str) -> "Wanted":
    from activitymap.cli.services import what_and_services
    from activitymap.export.formats import WRITERS
    from activitymap.export.sizes import width_in_millimetres
    from activitymap.export.wanted import Wanted, What

    what: What = What.MAP
    systems: tuple[str, ...] = ()
    if options.what and ending in WRITERS:
        what, systems = what_and_services(activity_map, options.what)
    return Wanted(
        what=what,
        systems=systems,
        theme=options.theme,
        contradictions=not options.no_contradictions,
        legend=not options.no_legend,
        title=not options.no_title,
        caption=options.caption,
        page=options.page,
        width=width_in_millimetres(options.width) if options.width else None,
        arrange=not options.keep_places,
        dpi=options.dpi,
        transparent=options.transparent,
        outlines=options.outlines,
    )


def _target(pattern: str, file: Path) -> Path:
    return Path(pattern.replace(PLACE, file.stem))
