"""The properties of a chosen service: name, colour, the way it faces, and size."""

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from activitymap.drawing.theme import Theme
from activitymap.model.edits.systems import (
    mirror_system,
    recolour_system,
    rename_system,
    scale_system,
)
from activitymap.model.values import ActivitySystem
from activitymap.ui.document import Document

SMALLEST, LARGEST = 0.5, 3.0


class ServiceForm(QWidget):
    """Shows a service as a form; each field is one step of the undo stack."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._system: ActivitySystem | None = None
        self.name = QLineEdit()
        self.colour = QComboBox()
        self.left = QCheckBox(self.tr("Faces left"))
        self.size_ = QDoubleSpinBox()
        self.size_.setRange(SMALLEST, LARGEST)
        self.size_.setSingleStep(0.1)
        self.size_.setKeyboardTracking(False)
        self.said = QLabel()
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for title, field in (
            (self.tr("Name"), self.name),
            (self.tr("Colour"), self.colour),
            (self.tr("Size"), self.size_),
        ):
            field.setAccessibleName(title)
            layout.addRow(title, field)
        layout.addRow(self.left)
        layout.addRow(self.said)
        for number, words in enumerate(self._colours()):
            self.colour.addItem(words, number)
        self.name.editingFinished.connect(self._rename)
        self.colour.activated.connect(self._recolour)
        self.left.clicked.connect(self._mirror)
        self.size_.valueChanged.connect(self._resize)

    def show_theme(self, theme: Theme) -> None:
        """Show the colours as a theme has them."""
        for number, colour in enumerate(theme.services):
            picture = QPixmap(14, 14)
            picture.fill(QColor(colour))
            self.colour.setItemIcon(number, QIcon(picture))

    def show_system(self, system: ActivitySystem) -> None:
        """Show a service as it is in the map."""
        self._system = system
        self.name.setText(system.name)
        self.colour.setCurrentIndex(system.colour)
        self.left.setChecked(system.mirrored)
        self.size_.blockSignals(True)
        self.size_.setValue(system.scale)
        self.size_.blockSignals(False)
        said = len({statement.element for statement in system.statements})
        words = self.tr("{statements} statements; {elements} of 7 elements say something.")
        self.said.setText(words.format(statements=len(system.statements), elements=said))

    def _colours(self) -> tuple[str, ...]:
        return (
            self.tr("Blue"), self.tr("Magenta"), self.tr("Green"), self.tr("Brown"),
            self.tr("Olive"), self.tr("Indigo"), self.tr("Teal"), self.tr("Aubergine"),
        )  # fmt: skip

    def finish(self) -> None:
        """Take into the map what is still being typed."""
        if self.name.isModified():
            self._rename()
        self.size_.interpretText()

    def _rename(self) -> None:
        system = self._system
        if system is not None and self.name.text() != system.name:
            self._document.edit(
                self.tr("Rename service"), rename_system, system.id, self.name.text()
            )
            if self._system is system:
                self.name.setText(system.name)  # What was refused goes back.

    def _recolour(self, colour: int) -> None:
        if self._system is not None:
            self._document.edit(self.tr("Change colour"), recolour_system, self._system.id, colour)

    def _mirror(self, left: bool) -> None:
        if self._system is not None:
            self._document.edit(self.tr("Mirror"), mirror_system, self._system.id, left)

    def _resize(self, scale: float) -> None:
        if self._system is not None:
            self._document.edit(
                self.tr("Resize service"), scale_system, self._system.id, round(scale, 2)
            )
