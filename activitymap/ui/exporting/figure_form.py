"""The fields in which a figure is chosen: what it shows, its look, its size, and its format."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from activitymap.export.sizes import DOUBLE, FEWEST_DOTS, MOST_DOTS, NARROWEST, SINGLE, WIDEST
from activitymap.export.wanted import TRIANGLES, Wanted, What
from activitymap.model.activity_map import ActivityMap

ID = Qt.ItemDataRole.UserRole
_OWN, _SINGLE, _DOUBLE, _GIVEN, _A4, _A3 = range(6)
_PAGES = {_A4: "A4", _A3: "A3"}
SERVICES_SHOWN = 6
"""Rows of the list of services that are seen without scrolling."""


class FigureForm(QWidget):
    """``changed`` says that something else is wanted now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.form, self.theme, self.extent = (QComboBox() for _ in range(4))
        self.services = QListWidget()
        self.width_field, self.dpi = QDoubleSpinBox(), QSpinBox()
        self.marks = QCheckBox(self.tr("&Contradictions"))
        self.legend, self.title = QCheckBox(self.tr("&Legend")), QCheckBox(self.tr("&Title"))
        self.below = QCheckBox(self.tr("Caption &below"))
        self.cross_lines = QCheckBox(self.tr("Cross-l&ines"))
        self.arrange = QCheckBox(self.tr("Move services &closer if the type is small"))
        self.transparent = QCheckBox(self.tr("Transpa&rent"))
        self.outlines = QCheckBox(self.tr("Letters as &outlines"))
        self._fill()
        self._arrange()
        self._connect()
        self._show_enabled()

    def _fill(self) -> None:
        choices: tuple[tuple[QComboBox, tuple[tuple[str, str], ...]], ...] = (
            (
                self.what,
                (
                    (self.tr("the map"), What.MAP),
                    (self.tr("some services"), What.SERVICES),
                    (self.tr("services side by side"), What.COMPARISON),
                    (self.tr("who clashes with whom"), What.MATRIX),
                ),
            ),
            (
                self.form,
                (
                    (self.tr("PNG, a picture"), ".png"),
                    (self.tr("SVG, a drawing"), ".svg"),
                    (self.tr("PDF"), ".pdf"),
                    (self.tr("PowerPoint, to be edited"), ".pptx"),
                ),
            ),
            (
                self.theme,
                (
                    (self.tr("colour"), "colour"),
                    (self.tr("safe for colour-blind readers"), "colour-blind-safe"),
                    (self.tr("greyscale"), "greyscale"),
                    (self.tr("black on white"), "black-on-white"),
                    (self.tr("dark"), "dark"),
                ),
            ),
        )
        for combo, entries in choices:
            for words, data in entries:
                combo.addItem(words, data)
        self.extent.addItems(
            [
                self.tr("its own size"),
                self.tr("a journal’s column, 85 mm"),
                self.tr("a journal’s page, 170 mm"),
                self.tr("a width that I give"),
                self.tr("an A4 page"),
                self.tr("an A3 page"),
            ]
        )
        self.width_field.setRange(NARROWEST, WIDEST)
        self.width_field.setDecimals(0)
        self.width_field.setValue(DOUBLE)
        self.width_field.setSuffix(self.tr(" mm"))
        self.dpi.setRange(FEWEST_DOTS, MOST_DOTS)
        self.dpi.setValue(Wanted().dpi)
        for box in (self.marks, self.legend, self.title, self.arrange):
            box.setChecked(True)
        self.theme.setToolTip(
            self.tr(
                "The colours are told apart by colour-blind people too; where you want to be sure, "
                "dashes tell services apart as well."
            )
        )
        self.arrange.setToolTip(
            self.tr(
                "Where type would be smaller than 6 points, the services are put closer together "
                "for this picture. The map stays as it is."
            )
        )
        self.outlines.setToolTip(
            self.tr("For programs without the font; the text can then not be edited or searched.")
        )

    def _arrange(self) -> None:
        self._rows = QFormLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        for title, field in (
            (self.tr("Show"), self.what),
            ("", self.services),
            (self.tr("Save as"), self.form),
            (self.tr("Look"), self.theme),
            (self.tr("Size"), self.extent),
            (self.tr("Width"), self.width_field),
            (self.tr("Dots per inch"), self.dpi),
        ):
            field.setAccessibleName(title or self.tr("Services to show"))
            self._rows.addRow(title, field)
        self.services.setFixedHeight(SERVICES_SHOWN * self.fontMetrics().lineSpacing() + 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        for tick in self._ticks():
            column.addWidget(tick)

    def _ticks(self) -> tuple[QCheckBox, ...]:
        return (
            self.marks, self.legend, self.title, self.below, self.cross_lines, self.arrange,
            self.transparent, self.outlines,
        )  # fmt: skip

    def _connect(self) -> None:
        for combo in (self.what, self.form, self.theme, self.extent):
            combo.currentIndexChanged.connect(self._tell)
        for number in (self.width_field, self.dpi):
            number.valueChanged.connect(self._tell)
        for tick in self._ticks():
            tick.toggled.connect(self._tell)
        self.services.itemChanged.connect(self._tell)

    def _tell(self) -> None:
        self._show_enabled()
        self.changed.emit()

    def show_services(self, activity_map: ActivityMap, chosen: Iterable[str]) -> None:
        """List the services of a map, those that are ``chosen`` with a tick."""
        ticked = set(chosen)
        self.services.blockSignals(True)
        self.services.clear()
        for system in activity_map.systems:
            item = QListWidgetItem(system.name or self.tr("(no name)"))
            item.setData(ID, system.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if system.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.services.addItem(item)
        self.services.blockSignals(False)

    def chosen_services(self) -> tuple[str, ...]:
        """Return the ids of the services with a tick."""
        items = (self.services.item(row) for row in range(self.services.count()))
        return tuple(one.data(ID) for one in items if one.checkState() is Qt.CheckState.Checked)

    @property
    def ending(self) -> str:
        """The ending of the file that is wanted."""
        return str(self.form.currentData())

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        extent = self.extent.currentIndex()
        widths = {_SINGLE: SINGLE, _DOUBLE: DOUBLE, _GIVEN: self.width_field.value()}
        return Wanted(
            what=What(self.what.currentData()),
            systems=self.chosen_services(),
            theme=self.theme.currentData(),
            contradictions=self.marks.isChecked(),
            legend=self.legend.isChecked(),
            title=self.title.isChecked(),
            caption=self.below.isChecked(),
            page=_PAGES.get(extent, ""),
            cross_lines=self.cross_lines.isChecked(),
            width=widths.get(extent),
            arrange=self.arrange.isChecked(),
            dpi=self.dpi.value(),
            transparent=self.transparent.isChecked() and self.ending == ".png",
            outlines=self.outlines.isChecked(),
        )

    def _show_enabled(self) -> None:
        """Show only what makes a difference to what is wanted."""
        extent, ending = self.extent.currentIndex(), self.ending
        pages = self.extent.model()
        assert isinstance(pages, QStandardItemModel)
        for row in _PAGES:
            pages.item(row).setEnabled(ending == ".pdf")
        if extent in _PAGES and ending != ".pdf":
            self.extent.setCurrentIndex(_OWN)
            return
        triangles = What(self.what.currentData()) in TRIANGLES
        for field, shown in (
            (self.services, self.what.currentData() == What.SERVICES),
            (self.width_field, extent == _GIVEN),
            (self.dpi, ending == ".png"),
        ):
            self._rows.setRowVisible(field, shown)
        for tick, useful in (
            (self.marks, self.what.currentData() != What.MATRIX),
            (self.cross_lines, triangles),
            (self.arrange, triangles and extent != _OWN and ending != ".pptx"),
            (self.transparent, ending == ".png"),
            (self.outlines, ending == ".svg"),
        ):
            tick.setEnabled(useful)
