"""The formats by the ending of a file, what each can be asked for, and writing the file."""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

from activitymap.drawing.shapes import Drawing
from activitymap.errors import ExportError
from activitymap.export.datasets import DATASETS, notices
from activitymap.export.figures import figure
from activitymap.export.sizes import INCH, page_of, scale_of, warnings
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.replacing import replace_file

WORD = ".docx"
"""The ending of a report for Word, which no picture and no data have."""

Writer = Callable[[Drawing, float, Wanted], bytes]


def _svg(drawing: Drawing, scale: float, wanted: Wanted) -> bytes:
    from activitymap.export.svg import svg

    return svg(drawing, scale, wanted.outlines).encode()


def _pdf(drawing: Drawing, scale: float, wanted: Wanted) -> bytes:
    from activitymap.export.pdf import pdf

    page = page_of(drawing, wanted)
    return pdf(drawing, scale, page and (page[0] / INCH * 72, page[1] / INCH * 72))


def _png(drawing: Drawing, scale: float, wanted: Wanted) -> bytes:
    from activitymap.export.png import png

    return png(drawing, wanted.dpi, scale, wanted.transparent)


def _pptx(drawing: Drawing, scale: float, wanted: Wanted) -> bytes:
    from activitymap.export.slides.show import pptx

    return pptx(drawing, None if wanted.width is None else scale)


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


def with_ending(path: Path, ending: str) -> Path:
    """Return a file name that ends as a format does: as it is, or with ``ending`` after it.

    "Team 12.03.2026" has no ending of a format, whatever stands after its last dot.
    """
    if path.suffix.casefold() in {*WRITERS, *DATASETS, WORD}:
        return path
    return path.with_name(path.name + ending)


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
            made = DATASETS[ending](activity_map, table)
        write(path, made)
        return notices(activity_map, ending, table)
    sized = wanted is not None and (wanted.width is not None or bool(wanted.page))
    wanted = wanted or Wanted()
    # A slide is seen on a screen, where the services may stand as in the map.
    wanted = replace(wanted, arrange=wanted.arrange and ending != ".pptx")
    drawing = figure(activity_map, wanted).drawing
    scale = scale_of(drawing, wanted)
    write(path, WRITERS[ending](drawing, scale, wanted))
    if ending == ".pptx":
        from activitymap.export.slides.show import size_notes

        return size_notes(wanted.width)
    return warnings(drawing, scale) if sized else []


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
        raise ExportError(f"“{path}” was not written: {_why(error, target)}") from error


_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_HELD = {errno.EBUSY, errno.ETXTBSY}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_HELD_ON_WINDOWS = {32, 33}
"""Windows errors of a file that another program has open."""


def _why(error: OSError, target: Path) -> str:
    """Return what kept a file from being written, and what to do."""
    held = getattr(error, "winerror", None) in _HELD_ON_WINDOWS or error.errno in _HELD
    if held or (os.name == "nt" and error.errno in _FORBIDDEN and target.exists()):
        return "another program has it open. Close it there, or choose another name."
    if not target.parent.is_dir():
        return f"there is no folder “{target.parent}”. Make it, or choose another one."
    if error.errno in _FULL:
        return "the disk is full. Make room on it, or choose another one."
    if error.errno in _FORBIDDEN:
        return "you may not write there. Choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return "its name is too long. Choose a shorter one."
    return f"{error.strerror or error}. Choose another folder."
