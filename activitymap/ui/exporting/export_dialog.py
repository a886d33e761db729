"""The dialog in which a figure is chosen; what it shows is what is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from activitymap.errors import ActivityMapError
from activitymap.export.figures import (
    DOUBLE,
    FEWEST_DOTS,
    INCH,
    MOST_DOTS,
    NARROWEST,
    SINGLE,
    WIDEST,
    Wanted,
    caption,
    figure,
    scale_of,
    warnings,
)
from activitymap.export.png import pixels
from activitymap.model.activity_map import ActivityMap
from activitymap.ui.picture import Picture

_OWN, _SINGLE, _DOUBLE, _GIVEN, _A4, _A3 = range(6)
_PAGES = {_A4: "A4", _A3: "A3"}


class ExportDialog(QDialog):
    """Shows a figure of a map; ``save`` carries what is wanted and the ending of the file."""

    save = Signal(object, str)

    def __init__(
        self, activity_map: ActivityMap, chosen: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._map = activity_map
        self.setWindowTitle(self.tr("Export picture"))
        self.resize(980, 620)
        self.picture = Picture()
        self.what, self.form, self.theme, self.extent = (QComboBox() for _ in range(4))
        self.width_field, self.dpi = QDoubleSpinBox(), QSpinBox()
        self.marks = QCheckBox(self.tr("&Contradictions"))
        self.legend, self.title = QCheckBox(self.tr("&Legend")), QCheckBox(self.tr("&Title"))
        self.below = QCheckBox(self.tr("Caption &below"))
        self.cross_lines = QCheckBox(self.tr("Cross-l&ines"))
        self.transparent = QCheckBox(self.tr("Transpa&rent"))
        self.outlines = QCheckBox(self.tr("Letters as &outlines"))
        self.told, self.notice = QLabel(), QLabel()
        self.caption = QPlainTextEdit()
        self.copy_caption = QPushButton(self.tr("Copy ca&ption"))
        self.save_button = QPushButton(self.tr("&Save…"))
        self._fill(chosen)
        self._arrange()
        self._connect()
        self._renew()

    def _fill(self, chosen: Sequence[str]) -> None:
        for words, what in (
            (self.tr("The map"), "map"),
            (self.tr("Services side by side"), "comparison"),
            (self.tr("Each with each"), "matrix"),
        ):
            self.what.addItem(words, what)
        names = {system.id: system.name for system in self._map.systems}
        if chosen:
            told = ", ".join(names[one] for one in chosen)
            what = "services=" + "|".join(names[one] for one in chosen)
            self.what.addItem(self.tr("What is chosen: {names}").format(names=told), what)
        for words, ending in (
            ("PNG", ".png"),
            ("SVG", ".svg"),
            ("PDF", ".pdf"),
            (self.tr("PowerPoint, to be edited"), ".pptx"),
        ):
            self.form.addItem(words, ending)
        for words, theme in (
            (self.tr("Colour"), "colour"),
            (self.tr("Greyscale"), "greyscale"),
            (self.tr("Black on white"), "black-on-white"),
            (self.tr("Dark"), "dark"),
        ):
            self.theme.addItem(words, theme)
        self.extent.addItems(
            [
                self.tr("as large as it is"),
                self.tr("one column, 85 mm"),
                self.tr("two columns, 170 mm"),
                self.tr("as wide as given"),
                self.tr("an A4 page (PDF)"),
                self.tr("an A3 page (PDF)"),
            ]
        )
        self.width_field.setRange(NARROWEST, WIDEST)
        self.width_field.setValue(DOUBLE)
        self.width_field.setSuffix(self.tr(" mm"))
        self.dpi.setRange(FEWEST_DOTS, MOST_DOTS)
        self.dpi.setValue(Wanted().dpi)
        for box in (self.marks, self.legend, self.title):
            box.setChecked(True)

    def _arrange(self) -> None:
        form = QFormLayout()
        for title, field in (
            (self.tr("Show"), self.what),
            (self.tr("As"), self.form),
            (self.tr("Look"), self.theme),
            (self.tr("Size"), self.extent),
            (self.tr("Width"), self.width_field),
            (self.tr("Dots per inch"), self.dpi),
        ):
            field.setAccessibleName(title)
            field.setMinimumWidth(120)
            form.addRow(title, field)
        self.theme.setToolTip(self.tr("The colours are told apart by colour-blind people too."))
        for combo in (self.what, self.theme):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        side = QVBoxLayout()
        side.addLayout(form)
        for tick in (
            self.marks, self.legend, self.title, self.below, self.cross_lines, self.transparent,
            self.outlines,
        ):  # fmt: skip
            side.addWidget(tick)
        for label, name in ((self.told, "quiet"), (self.notice, "error")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            side.addWidget(label)
        side.addStretch(1)
        self.caption.setReadOnly(True)
        self.caption.setMaximumHeight(84)
        self.caption.setAccessibleName(self.tr("Caption"))
        for part in (self.caption, self.copy_caption, self.save_button):
            side.addWidget(part)
        self.save_button.setDefault(True)
        row = QHBoxLayout(self)
        row.addWidget(self.picture, 1)
        row.addLayout(side)

    def _connect(self) -> None:
        for combo in (self.what, self.form, self.theme, self.extent):
            combo.currentIndexChanged.connect(self._renew)
        self.width_field.valueChanged.connect(self._renew)
        self.dpi.valueChanged.connect(self._renew)
        for tick in (self.marks, self.legend, self.title, self.below, self.cross_lines):
            tick.toggled.connect(self._renew)
        self.copy_caption.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.caption.toPlainText())
        )
        self.save_button.clicked.connect(
            lambda: self.save.emit(self.wanted(), self.form.currentData())
        )

    def _is_pdf(self) -> bool:
        return bool(self.form.currentData() == ".pdf")

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        widths = {_SINGLE: SINGLE, _DOUBLE: DOUBLE, _GIVEN: self.width_field.value()}
        return Wanted(
            what=self.what.currentData(),
            theme=self.theme.currentData(),
            contradictions=self.marks.isChecked(),
            legend=self.legend.isChecked(),
            title=self.title.isChecked(),
            caption=self.below.isChecked(),
            page=_PAGES.get(self.extent.currentIndex(), "") if self._is_pdf() else "",
            cross_lines=self.cross_lines.isChecked(),
            width=widths.get(self.extent.currentIndex()),
            dpi=self.dpi.value(),
            transparent=self.transparent.isChecked(),
            outlines=self.outlines.isChecked(),
        )

    def _renew(self) -> None:
        """Show the figure as it will be, how large it is, and what is wrong with it."""
        ending = self.form.currentData()
        self.width_field.setEnabled(self.extent.currentIndex() == _GIVEN)
        for field in (self.dpi, self.transparent):
            field.setEnabled(ending == ".png")
        self.outlines.setEnabled(ending == ".svg")
        wanted = self.wanted()
        try:
            drawing = figure(self._map, wanted)
            scale = scale_of(drawing, wanted)
        except ActivityMapError as error:
            self.notice.setText(str(error))
            self.save_button.setEnabled(False)
            return
        self.save_button.setEnabled(True)
        self.picture.show_drawing(drawing)
        wide, high = (round(size * scale / 96 * INCH) for size in drawing.box.size)
        told = self.tr("{wide} × {high} mm").format(wide=wide, high=high)
        if ending == ".png":
            across, down = pixels(drawing, wanted.dpi, scale)
            told += ", " + self.tr("{across} × {down} pixels").format(across=across, down=down)
        self.told.setText(told)
        self.notice.setText(" ".join(warnings(drawing, scale)))
        self.caption.setPlainText(caption(self._map, wanted))
