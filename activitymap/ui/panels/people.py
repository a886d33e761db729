"""The list of people's names beside the window."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from activitymap.ui.document import Document
from activitymap.ui.panels.names import NamesField


class PeopleDialog(QDialog):
    """Lists the names of people for typing; what looks like one is proposed below."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of people"))
        self.resize(680, 560)
        note = QLabel(
            self.tr(
                "“Hide names” in the menu View replaces these in the window; pictures, data, "
                "reports, paper and the clipboard ask whether to. The map itself keeps them."
            )
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        self.names = NamesField(document, lambda whole: whole)
        column = QVBoxLayout(self)
        column.addWidget(note)
        column.addWidget(self.names, 1)
