"""Versions: the map as it stood on a day, and what has changed since."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.export.report.blocks import Bullets, Heading, Paragraph
from activitymap.export.report.changes import comparison_blocks
from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.comparing_versions import compare_maps
from activitymap.model.edits.versions import keep_version, remove_version, rename_version
from activitymap.ui.document import Document
from activitymap.ui.today import today

ID = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Keeps the map as it stands, and compares it with how it stood."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Versions"))
        self.resize(860, 560)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("what to call it, for example “after the review”"))
        self.keep = QPushButton(self.tr("&Keep the map as it is today"))
        self.versions = QListWidget()
        self.versions.setAccessibleName(self.tr("Versions"))
        self.remove = QPushButton(self.tr("&Throw away"))
        self.later = QComboBox()
        self.later.setAccessibleName(self.tr("Compare with"))
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setAccessibleName(self.tr("What has changed"))
        self._arrange()
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.versions.currentRowChanged.connect(self._compare)
        self.versions.itemChanged.connect(self._renamed)
        self.later.currentIndexChanged.connect(self._compare)
        document.map_changed.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        top, body = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.keep)
        for button in (self.keep, self.remove):
            button.setAutoDefault(False)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.versions, 1)
        left.addWidget(self.remove)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("What has changed up to")))
        row.addWidget(self.later, 1)
        right.addLayout(row)
        right.addWidget(self.changes, 1)
        body.addLayout(left, 2)
        body.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(body, 1)

    def _show(self) -> None:
        """List the versions, the newest first; the one that was chosen stays chosen."""
        versions = self._document.map.versions
        chosen = self._chosen()
        later = self.later.currentData()
        self.versions.blockSignals(True)
        self.later.blockSignals(True)
        self.versions.clear()
        self.later.clear()
        self.later.addItem(self.tr("the map as it is now"), None)
        for version in reversed(versions):
            words = _title(version)
            entry = QListWidgetItem(version.name or words)
            entry.setData(ID, version.id)
            entry.setToolTip(words)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
            self.versions.addItem(entry)
            self.later.addItem(words, version.id)
            if version.id == chosen:
                self.versions.setCurrentItem(entry)
        if self.versions.currentRow() < 0:
            self.versions.setCurrentRow(0)
        self.later.setCurrentIndex(max(self.later.findData(later), 0) if later else 0)
        self.versions.blockSignals(False)
        self.later.blockSignals(False)
        self.remove.setEnabled(bool(versions))
        self._compare()

    def _chosen(self) -> str | None:
        """Return the id of the version that is chosen."""
        items = self.versions.selectedItems()
        return str(items[0].data(ID)) if items else None

    def _map_of(self, identity: str | None) -> ActivityMap:
        """Return the map of a version, or the map as it is now."""
        current = self._document.map
        return next((one.map for one in current.versions if one.id == identity), current)

    def _compare(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.changes.setPlainText(
                self.tr(
                    "No version is kept yet. Keep one before a meeting or a change, and come back "
                    "to see what has become of it."
                )
            )
            return
        before, after = self._map_of(chosen), self._map_of(self.later.currentData())
        lines: list[str] = []
        for block in comparison_blocks(compare_maps(before, after), after):
            match block:
                case Heading():
                    lines += ["", block.text]
                case Bullets():
                    lines += [f"• {one}" for one in block.items]
                case Paragraph():
                    lines.append(block.text)
                case _:
                    pass
        self.changes.setPlainText("\n".join(lines).strip())

    def _keep(self) -> None:
        words = self.name.text()
        if self._document.record(self.tr("Keep version"), keep_version, today(), words):
            self.name.clear()
            self.versions.setCurrentRow(0)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._document.edit(self.tr("Throw version away"), remove_version, chosen)

    def _renamed(self, item: QListWidgetItem) -> None:
        self._document.edit(self.tr("Rename version"), rename_version, item.data(ID), item.text())


def _title(version: Version) -> str:
    day = version.date.isoformat()
    return f"{version.name}, {day}" if version.name else day
