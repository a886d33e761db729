"""Figures for other programs: PDF against Qt's own writer, and the other formats beside it."""

import os
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from activitymap.drawing.layout import lay_out
from activitymap.drawing.shapes import Drawing
from activitymap.export.pdf import pdf
from activitymap.export.png import paint, png
from activitymap.export.slides.show import pptx
from activitymap.export.svg import svg
from activitymap.model.contradictions.detecting import detect
from activitymap.ui.application import application
from bench.maps import large_map
from bench.timing import Ratio, best

FIGURES = 100


def ratios() -> Iterator[Ratio]:
    """Measure 100 figures of a workshop's map, and one figure of 1,000 services."""
    application(["bench"])
    activity_map = large_map(5, 12)
    drawing = lay_out(activity_map, detect(activity_map))
    several = _several(lambda: pdf(drawing)), _several(lambda: _qt_pdf(drawing))
    yield Ratio("100 figures as PDF", "QPdfWriter, the same shapes", *best(*several, rounds=2), 2.5)
    for name, work, goal in (
        ("SVG", partial(svg, drawing), 1.0),
        ("PNG at 300 dpi", partial(png, drawing, dpi=300), 50.0),
        ("PPTX", partial(pptx, drawing), 10.0),
    ):
        times = best(work, partial(pdf, drawing), rounds=3)
        yield Ratio(f"a figure as {name}", "the same as PDF", *times, goal)
    yield _large(1_000, "SVG", svg)
    yield _large(1_000, "PDF", pdf)
    yield _large(100, "PPTX", pptx)
    yield _large(300, "PPTX", pptx)


def _large(services: int, name: str, write: Callable[[Drawing], object]) -> Ratio:
    """Measure one figure of many services, and the memory that it takes."""
    drawing = lay_out(large_map(services, 10), None)
    times = best(lambda: write(drawing), lambda: _qt_pdf(drawing), rounds=1)
    memory = _megabytes(lambda: write(drawing))
    what = f"{services:,} services as {name}, {memory:.0f} MB"
    return Ratio(what, "QPdfWriter, the same shapes", *times, 30.0 if name == "PPTX" else 10.0)


def _several(work: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        for _ in range(FIGURES):
            work()

    return run


def _qt_pdf(drawing: Drawing) -> bytes:
    """Return a drawing as PDF by Qt's own writer."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QSizeF(drawing.box.width * 0.75, drawing.box.height * 0.75)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.translate(-drawing.box.left, -drawing.box.top)
    paint(painter, drawing)
    painter.end()
    return bytes(buffer.data().data())


def _megabytes(work: Callable[[], object]) -> float:
    """Return how much memory Python takes for some work at the most."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
