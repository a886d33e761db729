"""Printing the map on one sheet, A4 or A3, with a preview."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from activitymap.drawing.shapes import Drawing
from activitymap.export.png import paint

MARGIN = 10.0
"""Millimetres that are left free on each side."""


class PrintPreview(QPrintPreviewDialog):
    """The preview of a drawing on one sheet; it prints what it shows.

    Where no printer is set up, it writes a PDF.
    """

    def __init__(self, drawing: Drawing, parent: QWidget) -> None:
        # The dialog does not keep its printer alive.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        wide = drawing.box.width > drawing.box.height
        self._printer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait,
                QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
                QPageLayout.Unit.Millimeter,
            )
        )
        self._printer.setDocName(drawing.title)
        super().__init__(self._printer, parent)
        self.setWindowTitle(self.tr("Print"))
        self.paintRequested.connect(lambda page: paint_page(page, drawing))
        self.resize(900, 700)


def paint_page(printer: QPrinter, drawing: Drawing) -> None:
    """Paint a drawing as large as fits on the sheet of a printer, in its middle."""
    painter = QPainter(printer)
    try:
        page = QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size())
        box = drawing.box
        zoom = min(page.width() / box.width, page.height() / box.height)
        painter.translate(
            (page.width() - box.width * zoom) / 2, (page.height() - box.height * zoom) / 2
        )
        painter.scale(zoom, zoom)
        painter.translate(-box.left, -box.top)
        paint(painter, drawing)
    finally:
        painter.end()
