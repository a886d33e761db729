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

from activitymap.errors import ActivityMapError
from activitymap.export.making import make, size_words
from activitymap.export.png import MOST_PIXELS, pixels
from activitymap.export.wanted import What
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
        wanted, ending = self.fields.wanted(), self.fields.ending
        if wanted.what is What.SERVICES and not wanted.systems:
            self._refuse(self.tr("Tick at least one service."))
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # Many services take a while.
        try:
            made = make(self._document.map, wanted, ending)
        except ActivityMapError as error:
            self._refuse(str(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.preview.sheet.show_figure(
            made.drawing, made.scale, made.page, transparent=wanted.transparent
        )
        self.caption.setPlainText(made.caption)
        self.told.setText(size_words(made, wanted, ending))
        wrong = list(made.notes)
        across, down = pixels(made.drawing, wanted.dpi, made.scale)
        too_many = ending == ".png" and across * down > MOST_PIXELS
        if too_many:
            wrong.append(
                self.tr("That is more than fits into a PNG: choose fewer dots, or SVG or PDF.")
            )
        self.notice.setText(" ".join(wrong))
        self._allow(not too_many)

    def _refuse(self, why: str) -> None:
        """Show nothing but what is to be done first."""
        self.notice.setText(why)
        self.preview.sheet.clear()
        self.told.clear()
        self.caption.clear()
        self._allow(False)

    def _allow(self, allowed: bool) -> None:
        for button in (self.save_button, self.print_button, self.copy_caption):
            button.setEnabled(allowed)
