"""The formats by the ending of a file, and writing the file in one step."""

import os
from collections.abc import Callable
from pathlib import Path

from activitymap.drawing.layout import lay_out
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Drawing
from activitymap.errors import ExportError
from activitymap.export.datasets import DATASETS
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
"""What makes a picture with each ending; each imports its library when it is called."""


def maker_for(path: Path, what: str = "") -> Callable[[ActivityMap, Options | None], bytes]:
    """Return what makes the bytes for the ending of a file name.

    Raises:
        ExportError: no format has that ending.
    """
    ending = path.suffix.casefold()
    if ending in WRITERS:
        writer = WRITERS[ending]
        return lambda activity_map, options: writer(
            lay_out(activity_map, detect(activity_map), options)
        )
    if ending in DATASETS:
        maker = DATASETS[ending]
        return lambda activity_map, _options: maker(activity_map, what)
    raise ExportError(
        f"“{path.name}” has an ending that names no format. "
        f"Use one of {', '.join((*WRITERS, *DATASETS))}."
    )


def export(
    activity_map: ActivityMap, path: Path, options: Options | None = None, what: str = ""
) -> None:
    """Write a map with its contradictions into a file, as a picture or as data.

    Raises:
        ExportError: it cannot be made or written; an earlier file is as it was.
    """
    write(path, maker_for(path, what)(activity_map, options))


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
