"""Opening what was exported with other people's programs: poppler's, and a reader of PNG."""

import re
import struct
import subprocess
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy
from numpy.typing import NDArray

from activitymap.drawing.shapes import Box

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

Grey = NDArray[numpy.int16]
"""Rows of pixels, from 0 (black) to 255 (white)."""

LEAST_CONTRAST = 60
"""Between the darkest and the lightest pixel of a place where letters stand."""


def poppler(program: str, *arguments: str | Path) -> bytes:
    """Return what one of poppler's programs prints; a complaint of it is a failure."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b"", done.stderr.decode()
    return done.stdout


def text_of(pdf: Path) -> str:
    """Return the text of a PDF in the order in which it was written."""
    return poppler("pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", pdf, "-").decode()


def fonts_of(pdf: Path) -> list[dict[str, str]]:
    """Return the table of `pdffonts`: name, type, emb, sub, uni … of each font."""
    header, rule, *rows = poppler("pdffonts", pdf).decode().splitlines()
    columns = [slice(*found.span()) for found in re.finditer("-+", rule)]
    return [{header[one].strip(): row[one].strip() for one in columns} for row in rows]


def facts_of(pdf: Path) -> dict[str, str]:
    """Return what `pdfinfo` says."""
    lines = poppler("pdfinfo", pdf).decode().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def picture_of(pdf: Path, dpi: int = 96) -> Grey:
    """Return the first page of a PDF as pixels."""
    data = poppler("pdftoppm", "-gray", "-r", str(dpi), pdf)
    found = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data)
    assert found is not None, data[:20]
    across, down = map(int, found.groups())
    pixels = numpy.frombuffer(data, numpy.uint8, across * down, found.end())
    return pixels.reshape(down, across).astype(numpy.int16)


def png_picture(data: bytes) -> Grey:
    """Return a PNG as pixels, by Qt."""
    from PySide6.QtGui import QImage

    return grey_of(QImage.fromData(data))


def grey_of(image: "QImage") -> Grey:
    """Return the pixels of an image of Qt."""
    grey = image.convertToFormat(image.Format.Format_Grayscale8)
    rows = numpy.frombuffer(grey.constBits(), numpy.uint8)
    pixels = rows.reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    return pixels.astype(numpy.int16)


def contrast(picture: Grey, box: Box) -> int:
    """Return how far the lightest and the darkest pixel in a box lie apart."""
    inside = picture[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]
    return int(inside.max()) - int(inside.min())


def ink(picture: Grey) -> tuple[int, int]:
    """Return the first and the last column of a picture that something dark stands in."""
    columns = numpy.flatnonzero((picture < 128).any(axis=0))
    return int(columns[0]), int(columns[-1])


def difference(one: Grey, other: Grey) -> float:
    """Return how much two pictures differ on average, coarsely, each pixel from 0 to 255.

    Pixels are put together in squares first: no two programs smooth edges alike. Nor do they round
    a page alike: one more row or column is no difference.
    """
    assert max(abs(one.shape[axis] - other.shape[axis]) for axis in (0, 1)) <= 1
    down, across = (min(one.shape[axis], other.shape[axis]) for axis in (0, 1))
    return float(numpy.abs(_coarse(one, down, across) - _coarse(other, down, across)).mean())


def _coarse(picture: Grey, down: int, across: int, size: int = 4) -> NDArray[numpy.float64]:
    down, across = down // size, across // size
    squares = picture[: down * size, : across * size].reshape(down, size, across, size)
    means: NDArray[numpy.float64] = squares.mean(axis=(1, 3))
    return means


class PngFacts(NamedTuple):
    """What stands in the chunks of a PNG."""

    width: int
    height: int
    dots_per_metre: tuple[int, int]


def png_facts(data: bytes) -> PngFacts:
    """Return what a PNG says of itself; its checksums and its number of pixels are checked."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    place = 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name = data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, place + 8 + length)
        assert checksum == zlib.crc32(name + body), name
        chunks[name] = chunks.get(name, b"") + body
        place += length + 12
    assert name == b"IEND"
    width, height, depth, kind = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    channels = {0: 1, 2: 3, 6: 4}[kind]
    pixels = zlib.decompress(chunks[b"IDAT"])
    assert len(pixels) == height * (1 + width * channels * depth // 8)
    across, down, _ = struct.unpack(">IIB", chunks[b"pHYs"])
    return PngFacts(width, height, (across, down))
