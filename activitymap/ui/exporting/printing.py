"""Printing a figure on one sheet, A4 or A3, with a preview that is what comes out."""

from dataclasses import replace

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.shapes import Drawing
from activitymap.export.making import Made, make
from activitymap.export.png import paint
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap

MARGIN = 10.0
"""Millimetres that are left free on each side."""


class PrintPreview(QDialog):
    """The preview of a figure on one sheet; it prints what it shows."""

    def __init__(self, activity_map: ActivityMap, wanted: Wanted, parent: QWidget) -> None:
        super().__init__(parent)
        self._map, self._wanted = activity_map, replace(wanted, width=None)
        made = self._made("A4")
        self._drawing = made.drawing
        self.setWindowTitle(self.tr("Print"))
        self.resize(parent.size() * 0.85)
        # The preview does not keep its printer alive.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(self._drawing.title)
        self.view = QPrintPreviewWidget(self._printer)
        self.paper, self.way = QComboBox(), QComboBox()
        for name, size in (("A4", QPageSize.PageSizeId.A4), ("A3", QPageSize.PageSizeId.A3)):
            self.paper.addItem(name, size)
        self.way.addItem(self.tr("upright"), QPageLayout.Orientation.Portrait)
        self.way.addItem(self.tr("on its side"), QPageLayout.Orientation.Landscape)
        self.way.setCurrentIndex(int(self._drawing.box.width > self._drawing.box.height))
        self.notice = QLabel()
        self.print_button = QPushButton(self.tr("&Print…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._arrange()
        self.view.paintRequested.connect(lambda printer: paint_page(printer, self._drawing))
        self.paper.currentIndexChanged.connect(self._show_paper)
        self.way.currentIndexChanged.connect(self._turn)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        self._show_paper()

    def _made(self, paper: str) -> Made:
        return make(self._map, replace(self._wanted, page=paper), ".pdf")

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        for title, field in ((self.tr("Paper"), self.paper), (self.tr("Turned"), self.way)):
            field.setAccessibleName(title)
            bar.addWidget(QLabel(title))
            bar.addWidget(field)
        self.notice.setObjectName("error")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        bar.addWidget(self.notice, 1)
        bar.addWidget(self.close_button)
        bar.addWidget(self.print_button)
        self.print_button.setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def _show_paper(self) -> None:
        """Lay the figure out for the paper that is chosen, turned as it fits best."""
        made = self._made(self.paper.currentText())
        self._drawing = made.drawing
        self.notice.setText(" ".join(made.notes))
        self.way.setCurrentIndex(int(made.drawing.box.width > made.drawing.box.height))
        self._turn()

    def _turn(self) -> None:
        """Lay the sheet as it is chosen."""
        self._printer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId(self.paper.currentData())),
                QPageLayout.Orientation(self.way.currentData()),
                QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
                QPageLayout.Unit.Millimeter,
            )
        )
        self.view.updatePreview()
        self.view.fitInView()

    def _print(self) -> None:
        """Ask for a printer and print; without any, say what to do instead."""
        if not QPrinterInfo.availablePrinterNames():
            self.notice.setText(
                self.tr(
                    "No printer is set up on this computer. Export the picture as PDF and print "
                    "it elsewhere."
                )
            )
            return
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._send)
        dialog.show()

    def _send(self) -> None:
        self.view.print_()
        self.accept()


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
