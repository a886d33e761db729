"""The formats of a picture by the ending of its file, and writing the file in one step."""

import os
from collections.abc import Callable
from pathlib import Path

from activitymap.drawing.layout import lay_out
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Drawing
from activitymap.errors import ExportError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.replacing import replace_file

Writer = Callable[[Drawing], bytes]


def _svg(drawing: Drawing) -> bytes:
    from activitymap.export.svg import svg

    return svg(drawing).encode()


def _pdf(drawing: Drawing) -> bytes:
    from activitymap.export.pdf import pdf

    return pdf(drawing)


def _png(drawing: Drawing) -> bytes:
    from activitymap.export.png import png

    return png(drawing)


WRITERS: dict[str, Writer] = {".svg": _svg, ".pdf": _pdf, ".png": _png}
"""What makes the bytes of a file with each ending; each imports its library when it is called."""


def writer_for(path: Path) -> Writer:
    """Return the writer for the ending of a file name.

    Raises:
        ExportError: no format has that ending.
    """
    writer = WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise ExportError(
            f"“{path.name}” has an ending that names no picture format. "
            f"Use one of {', '.join(WRITERS)}."
        )
    return writer


def export(activity_map: ActivityMap, path: Path, options: Options | None = None) -> None:
    """Draw a map with its contradictions into a file.

    Raises:
        ExportError: it cannot be drawn or written; an earlier file is as it was.
    """
    writer = writer_for(path)
    drawing = lay_out(activity_map, detect(activity_map), options)
    write(path, writer(drawing))


def write(path: Path, data: bytes) -> None:
    """Put the bytes of an export into a file in one step.

    Raises:
        ExportError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise ExportError(f"“{path}” is a folder. Give the file a name in it.")
        replace_file(target, data)
    except OSError as error:
        raise ExportError(
            f"“{path}” was not written: {error.strerror or error}. Choose another folder, or "
            "close the program that holds the file."
        ) from error
