"""``activitymap export FILE… --to OUT``: pictures and data; the ending chooses the format."""

import argparse
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from activitymap.cli.anonymising import add_options, stem_without_names, without_names
from activitymap.cli.files import check_targets, read
from activitymap.cli.progress import progress, say
from activitymap.errors import ActivityMapError, ExportError

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
        help="colour (the default), colour-blind-safe (with dashes), greyscale, black-on-white "
        "or dark",
    )
    parser.add_argument(
        "--width", help="of a picture: 170mm, 17cm, single (85 mm) or double (170 mm)"
    )
    parser.add_argument(
        "--keep-places",
        action="store_true",
        help="with --width: leave the services where they are, however small their type becomes",
    )
    parser.add_argument("--page", default="", help="of a pdf: A4 or A3, in place of a width")
    parser.add_argument("--caption", action="store_true", help="write the caption below")
    parser.add_argument("--dpi", type=int, default=192, help="dots for each inch of a png")
    parser.add_argument("--transparent", action="store_true", help="a png without a background")
    parser.add_argument("--outlines", action="store_true", help="an svg with letters as shapes")
    for part in ("contradictions", "legend", "title"):
        parser.add_argument(f"--no-{part}", action="store_true", help=f"leave the {part} out")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write each map into its file; one that fails does not keep the others from being written."""
    from activitymap.export.formats import check_ending, check_options

    _check_pattern(options.to, len(options.file))
    targets = [_target(options.to, Path(name).stem) for name in options.file]
    check_ending(targets[0])  # A wrong ending is told before a long file is read.
    check_targets(options.file, targets)
    look = _look(options)
    check_options(targets[0], look, options.what)
    failed: list[str] = []
    written: set[Path] = set()
    with progress("Writing") as show:
        for number, name in enumerate(options.file):
            show(number, len(targets))
            try:
                written.add(_write(name, options, look, written))
            except ActivityMapError as error:
                if len(targets) == 1:
                    raise
                failed.append(name)
                say(f"{name}: {error}", sys.stderr)
    if failed:
        count = f"{len(failed)} of {len(targets)} files"
        print(f"{count} could not be written out: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _write(name: str, options: argparse.Namespace, look: "Wanted", written: set[Path]) -> Path:
    """Write one map into its file and say so; return the file."""
    from activitymap.export.formats import WRITERS, export, write_figure
    from activitymap.export.making import make, size_words

    activity_map = read(name)
    target = _target(options.to, stem_without_names(Path(name).stem, activity_map, options))
    if target in written:
        raise ExportError(f"without names it would be written over “{target}”. Rename it.")
    # Services are named as the map names them, whatever is replaced afterwards.
    wanted = _showing(look, options.what, activity_map, target.suffix.casefold())
    shown = without_names(activity_map, options)
    ending = target.suffix.casefold()
    if ending in WRITERS:
        made = make(shown, wanted, ending)
        say(f"Note: {target}: {size_words(made, wanted, ending)}", sys.stderr)
        write_figure(target, made, wanted)
        notes = made.notes
    else:
        notes = export(shown, target, table=options.what)
    for note in notes:
        say(f"Note: {target}: {note}", sys.stderr)
    say(f"{target}: written.", sys.stdout)
    return target


def _check_pattern(pattern: str, files: int) -> None:
    """Make sure that the name after --to can be filled in."""
    unknown = [one for one in re.findall(r"\{[^{}]*\}", pattern) if one != PLACE]
    if unknown:
        raise ExportError(
            f"“{unknown[0]}” in the name after --to means nothing. Only {PLACE} is filled in."
        )
    if files > 1 and PLACE not in pattern:
        raise ExportError(
            f"Several files cannot be written into one. Put {PLACE} into the name after --to."
        )


def _look(options: argparse.Namespace) -> "Wanted":
    """Return how a figure is to look, whatever it shows."""
    from activitymap.export.sizes import width_in_millimetres
    from activitymap.export.wanted import Wanted

    return Wanted(
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


def _showing(look: "Wanted", what: str, activity_map: "ActivityMap", ending: str) -> "Wanted":
    """Return a figure of that look that shows ``what`` of a map."""
    from activitymap.cli.services import what_and_services
    from activitymap.export.formats import WRITERS

    if not what or ending not in WRITERS:
        return look
    kind, systems = what_and_services(activity_map, what)
    return replace(look, what=kind, systems=systems)


def _target(pattern: str, name: str) -> Path:
    return Path(pattern.replace(PLACE, name))
