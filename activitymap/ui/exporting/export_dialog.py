"""Choosing what of the map to draw, in which look and size, with a preview that is the result."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.shapes import Drawing
from activitymap.errors import ActivityMapError
from activitymap.export.figures import figure
from activitymap.export.png import MOST_PIXELS, pixels
from activitymap.export.sizes import millimetres, page_of, scale_of, warnings
from activitymap.export.wanted import Wanted
from activitymap.model.activity_map import ActivityMap
from activitymap.ui.document import Document
from activitymap.ui.exporting.figure_form import FigureForm
from activitymap.ui.exporting.preview import Preview

SIDE = 330
"""Pixels that the fields are wide, whatever they have to say."""


class ExportDialog(QDialog):
    """Shows a figure of a document's map.

    ``save`` carries what is wanted and the ending of the file, ``print`` what is wanted.
    """

    save = Signal(object, str)
    print = Signal(object)

    def __init__(self, document: Document, chosen: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Export picture"))
        self.resize(parent.size() * 0.85)
        self.preview, self.fields = Preview(), FigureForm()
        self.real = QCheckBox(self.tr("In the &size of the print"))
        self.told, self.notice = QLabel(), QLabel()
        self.caption = QPlainTextEdit()
        self.copy_caption = QPushButton(self.tr("Copy ca&ption"))
        self.print_button = QPushButton(self.tr("Pri&nt…"))
        self.save_button = QPushButton(self.tr("Sa&ve…"))
        self.close_button = QPushButton(self.tr("Close"))
        ids = list(chosen)
        self.fields.show_services(document.map, ids)
        if ids:
            self.fields.what.setCurrentIndex(1)
        self._arrange()
        self._connect()
        self._renew()

    def _arrange(self) -> None:
        panel = QWidget()
        panel.setFixedWidth(SIDE)
        side = QVBoxLayout(panel)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.fields)
        for label, name in ((self.told, "quiet"), (self.notice, "error")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            side.addWidget(label)
        side.addStretch(1)
        self.caption.setReadOnly(True)
        self.caption.setMaximumHeight(self.fontMetrics().lineSpacing() * 4 + 12)
        self.caption.setAccessibleName(self.tr("Caption"))
        side.addWidget(self.caption)
        side.addWidget(self.copy_caption)
        buttons = QHBoxLayout()
        for button in (self.close_button, self.print_button, self.save_button):
            buttons.addWidget(button)
        side.addLayout(buttons)
        self.save_button.setDefault(True)
        left = QVBoxLayout()
        left.addWidget(self.preview, 1)
        left.addWidget(self.real)
        row = QHBoxLayout(self)
        row.addLayout(left, 1)
        row.addWidget(panel)

    def _connect(self) -> None:
        self.fields.changed.connect(self._renew)
        self.real.toggled.connect(lambda real: self.preview.sheet.show_whole(not real))
        self.copy_caption.clicked.connect(self._copy_caption)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(lambda: self.print.emit(self.fields.wanted()))
        self.close_button.clicked.connect(self.reject)
        self._document.map_changed.connect(self._show_map)

    def _copy_caption(self) -> None:
        QGuiApplication.clipboard().setText(self.caption.toPlainText())

    def _save(self) -> None:
        self.save.emit(self.fields.wanted(), self.fields.ending)

    def tell(self, words: str) -> None:
        """Say what came of saving."""
        self.told.setText(words)

    def _show_map(self, activity_map: ActivityMap) -> None:
        self.fields.show_services(activity_map, self.fields.chosen_services())
        self._renew()

    def _renew(self) -> None:
        """Show the figure as it will be, how large it is, and what is wrong with it."""
        wanted = self.fields.wanted()
        try:
            made = figure(self._document.map, wanted)
            scale = scale_of(made.drawing, wanted)
            page = page_of(made.drawing, wanted)
        except ActivityMapError as error:
            self.notice.setText(str(error))
            self.told.clear()
            self._allow(False)
            return
        self.preview.sheet.show_figure(made.drawing, scale, page, transparent=wanted.transparent)
        self.caption.setPlainText(made.caption)
        self.told.setText(self._size(made.drawing, wanted, scale, page))
        wrong = list(warnings(made.drawing, scale)) if wanted.width or wanted.page else []
        across, down = pixels(made.drawing, wanted.dpi, scale)
        too_many = self.fields.ending == ".png" and across * down > MOST_PIXELS
        if too_many:
            wrong.append(
                self.tr("That is more than fits into a PNG: choose fewer dots, or SVG or PDF.")
            )
        self.notice.setText(" ".join(wrong))
        self._allow(not too_many)

    def _size(
        self, drawing: Drawing, wanted: Wanted, scale: float, page: tuple[float, float] | None
    ) -> str:
        wide, high = (round(side) for side in page or millimetres(drawing, scale))
        told = self.tr("{wide} × {high} mm").format(wide=wide, high=high)
        if self.fields.ending == ".png":
            across, down = pixels(drawing, wanted.dpi, scale)
            told += ", " + self.tr("{across} × {down} pixels").format(across=across, down=down)
        return told

    def _allow(self, allowed: bool) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(allowed)
