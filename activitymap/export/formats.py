"""The formats by the ending of a file, what each can be asked for, and writing the file."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from activitymap.errors import ExportError
from activitymap.export.datasets import DATASETS, notices
from activitymap.export.making import Made, make
from activitymap.export.sizes import INCH
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.refusals import why_not_written
from activitymap.model.storage.replacing import replace_file

Writer = Callable[[Made, Wanted], bytes]


def _svg(made: Made, wanted: Wanted) -> bytes:
    from activitymap.export.svg import svg

    return svg(made.drawing, made.scale, wanted.outlines).encode()


def _pdf(made: Made, _wanted: Wanted) -> bytes:
    from activitymap.export.pdf import pdf

    page = made.page and (made.page[0] / INCH * 72, made.page[1] / INCH * 72)
    return pdf(made.drawing, made.scale, page)


def _png(made: Made, wanted: Wanted) -> bytes:
    from activitymap.export.png import png

    return png(made.drawing, wanted.dpi, made.scale, wanted.transparent)


def _pptx(made: Made, wanted: Wanted) -> bytes:
    from activitymap.export.slides.show import pptx

    return pptx(made.drawing, None if wanted.width is None else made.scale)


WRITERS: dict[str, Writer] = {".svg": _svg, ".pdf": _pdf, ".png": _png, ".pptx": _pptx}
"""What makes a picture with each ending; each imports its library when it is called."""


_FIGURE = frozenset(
    "what systems theme contradictions legend title caption cross_lines width arrange".split()
)
OPTIONS: dict[str, frozenset[str]] = {
    ".svg": _FIGURE | {"outlines"},
    ".pdf": _FIGURE | {"page"},
    ".png": _FIGURE | {"dpi", "transparent"},
    ".pptx": _FIGURE,
    ".csv": frozenset({"what"}),
    **dict.fromkeys((ending for ending in DATASETS if ending != ".csv"), frozenset()),
}
"""What each format can be asked for: fields of `Wanted`; of data, ``what`` is the table."""


def check_options(path: Path, wanted: Wanted, what: str) -> None:
    """Make sure that a format knows everything that is wanted of it.

    ``what`` is what the person wrote for the figure or table to choose, or ``""``.

    Raises:
        ExportError: it would leave something out in silence.
    """
    ending = path.suffix.casefold()
    usual = Wanted()
    asked = ["what"] if what else []
    asked += [
        field.name
        for field in fields(wanted)
        if getattr(wanted, field.name) != getattr(usual, field.name)
    ]
    left = [name for name in asked if name not in OPTIONS[ending]]
    if wanted.page and wanted.width is not None:
        raise ExportError(
            "A figure fills a page, or has a width of its own. Choose one of the two."
        )
    if left:
        raise ExportError(
            f"“{path.name}”: a file that ends in {ending} knows nothing of: {', '.join(left)}. "
            "Leave that out, or choose another ending."
        )


def check_ending(path: Path) -> None:
    """Make sure that a file name has the ending of a format.

    Raises:
        ExportError: no format has that ending.
    """
    if path.suffix.casefold() not in {*WRITERS, *DATASETS}:
        raise ExportError(
            f"“{path.name}” has an ending that names no format. "
            f"Use one of {', '.join((*WRITERS, *DATASETS))}."
        )


def export(
    activity_map: ActivityMap, path: Path, wanted: Wanted | None = None, table: str = ""
) -> Sequence[str]:
    """Write a map with its contradictions into a file, as a picture or as data.

    Pictures are as ``wanted``; ``table`` names the one that a CSV file holds.

    Returns:
        What the person should know about it, such as type too small for print.

    Raises:
        ExportError: it cannot be made or written; an earlier file is as it was.
    """
    check_ending(path)
    ending = path.suffix.casefold()
    if ending in DATASETS:
        with _telling(path):
            data = DATASETS[ending](activity_map, table)
        write(path, data)
        return notices(activity_map, ending, table)
    wanted = wanted or Wanted()
    made = make(activity_map, wanted, ending)
    write_figure(path, made, wanted)
    return made.notes


def write_figure(path: Path, made: Made, wanted: Wanted) -> None:
    """Write a figure into a file of the ending that it was made for.

    Raises:
        ExportError: it cannot be written; an earlier file is as it was.
    """
    write(path, WRITERS[path.suffix.casefold()](made, wanted))


def write(path: Path, data: bytes) -> None:
    """Put the bytes of an export into a file in one step.

    Raises:
        ExportError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    with _telling(path):
        if target.is_dir():
            raise ExportError(f"“{path}” is a folder. Give the file a name in it.")
        replace_file(target, data)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell what keeps a file from being written; a library may need the disk to make it, too."""
    try:
        yield
    except OSError as error:
        target = Path(os.path.realpath(path))
        raise ExportError(f"“{path}” was not written: {why_not_written(error, target)}") from error
