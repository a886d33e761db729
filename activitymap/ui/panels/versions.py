"""Versions: the map as it stood on a day, and what has changed since."""

import html

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.comparing_versions import Comparison, compare_maps
from activitymap.model.edits.versions import keep_version, remove_version, rename_version
from activitymap.model.telling_changes import sections, summary
from activitymap.ui.document import Document
from activitymap.ui.panels.version_picture import VersionPicture
from activitymap.ui.today import today

ID = Qt.ItemDataRole.UserRole
DAY, NAME = range(2)


class VersionsDialog(QDialog):
    """Keeps the map as it stands, shows how it stood, and compares the two.

    ``opened`` carries the id of a version that is to be opened as a map of its own.
    """

    opened = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.theme: Theme = LIGHT
        self.setWindowTitle(self.tr("Versions"))
        self.resize(960, 620)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("what to call it, for example “after the review”"))
        self.keep = QPushButton(self.tr("&Keep the map as it is today"))
        self.versions = QTreeWidget()
        self.versions.setAccessibleName(self.tr("Versions"))
        self.look = QPushButton(self.tr("&Look at it"))
        self.reopen = QPushButton(self.tr("&Open as a new map"))
        self.remove = QPushButton(self.tr("&Throw away"))
        self.earlier, self.later = QComboBox(), QComboBox()
        self.summary, self.notice = QLabel(), QLabel()
        self.changes = QTextBrowser()
        self.changes.setAccessibleName(self.tr("What has changed"))
        self._arrange()
        self._connect()
        self._show()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.keep)
        for button in (self.keep, self.look, self.reopen, self.remove):
            button.setAutoDefault(False)
        for label, name in ((self.summary, "heading"), (self.notice, "error")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.notice.hide()
        self.versions.setHeaderLabels([self.tr("Day"), self.tr("Name")])
        self.versions.setRootIsDecorated(False)
        self.versions.header().setSectionResizeMode(DAY, QHeaderView.ResizeMode.ResizeToContents)
        left, right, body = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.versions, 1)
        for button in (self.look, self.reopen, self.remove):
            left.addWidget(button)
        boxes = QGridLayout()
        for row, (words, box) in enumerate(
            ((self.tr("What has changed from"), self.earlier), (self.tr("up to"), self.later))
        ):
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            boxes.addWidget(label, row, 0)
            boxes.addWidget(box, row, 1)
        boxes.setColumnStretch(1, 1)
        right.addLayout(boxes)
        right.addWidget(self.summary)
        right.addWidget(self.changes, 1)
        body.addLayout(left, 2)
        body.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.look.clicked.connect(self._look)
        self.reopen.clicked.connect(lambda: self.opened.emit(self._chosen() or ""))
        self.remove.clicked.connect(self._remove)
        self.versions.itemSelectionChanged.connect(self._choose)
        self.versions.itemChanged.connect(self._renamed)
        self.earlier.currentIndexChanged.connect(self._show_later)
        self.later.currentIndexChanged.connect(self._compare)
        self._document.map_changed.connect(self._show)
        self._document.refused.connect(self._refuse)

    # Showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        """List the versions, the newest first; what was chosen stays chosen."""
        self._refuse("")
        versions = self._document.map.versions
        chosen, earlier = self._chosen(), self.earlier.currentData()
        self.versions.blockSignals(True)
        self.versions.clear()
        for version in reversed(versions):
            entry = QTreeWidgetItem([_day(version), version.name])
            entry.setData(DAY, ID, version.id)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
            self.versions.addTopLevelItem(entry)
            if version.id == chosen:
                self.versions.setCurrentItem(entry)
        newest = self.versions.topLevelItem(0)
        if newest is not None and self._chosen() is None:
            self.versions.setCurrentItem(newest)
        self.versions.blockSignals(False)
        for button in (self.look, self.reopen, self.remove):
            button.setEnabled(bool(versions))
        self._fill(self.earlier, versions)
        known = self.earlier.findData(earlier)
        self.earlier.blockSignals(True)
        self.earlier.setCurrentIndex(known if earlier and known >= 0 else self._last_that_differs())
        self.earlier.blockSignals(False)
        self._show_later()

    def _fill(self, box: QComboBox, versions: tuple[Version, ...], *, now: bool = False) -> None:
        box.blockSignals(True)
        box.clear()
        for version in versions:
            words = f"{_day(version)}, {version.name}" if version.name else _day(version)
            box.addItem(words, version.id)
        if now:
            box.addItem(self.tr("the map as it is now"), "")
        box.blockSignals(False)

    def _last_that_differs(self) -> int:
        """Return which version to compare with: who kept one today asks what was before."""
        current = self._document.map.but(versions=(), last_number=0)
        versions = self._document.map.versions
        for place in range(len(versions) - 1, -1, -1):
            if versions[place].map.but(last_number=0) != current:
                return place
        return len(versions) - 1

    def _show_later(self) -> None:
        """Offer what is later than the earlier one; up to now, unless something is chosen."""
        later = self.later.currentData()
        versions = self._document.map.versions[self.earlier.currentIndex() + 1 :]
        self._fill(self.later, versions, now=True)
        known = self.later.findData(later) if later else -1
        self.later.blockSignals(True)
        self.later.setCurrentIndex(known if known >= 0 else self.later.count() - 1)
        self.later.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        earlier = self.earlier.currentData()
        for box in (self.earlier, self.later):
            box.setEnabled(bool(earlier))
        if not earlier:
            self.summary.setText(self.tr("No version is kept yet"))
            self.changes.setPlainText(
                self.tr(
                    "Keep one before a meeting or a change, and come back to see what has become "
                    "of it."
                )
            )
            return
        found = compare_maps(self._map_of(earlier), self._map_of(self.later.currentData()))
        self.summary.setText(summary(found))
        self.changes.setHtml(_as_html(found))

    def _map_of(self, identity: str | None) -> ActivityMap:
        """Return the map of a version as it is shown, or the map as it is now."""
        current = self._document.map
        return next((one.map for one in current.versions if one.id == identity), current)

    def _refuse(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    # Doing ------------------------------------------------------------------------------------

    def _chosen(self) -> str | None:
        """Return the id of the version that is chosen."""
        item = self.versions.currentItem()
        return str(item.data(DAY, ID)) if item is not None else None

    def _choose(self) -> None:
        """Compare from the version that was chosen in the list."""
        place = self.earlier.findData(self._chosen())
        if place >= 0:
            self.earlier.setCurrentIndex(place)

    def _keep(self) -> None:
        words = self.name.text()
        if self._document.record(self.tr("Keep version"), keep_version, today(), words):
            self.name.clear()

    def _look(self) -> None:
        item = self.versions.currentItem()
        if item is not None:
            title = ", ".join(filter(None, (item.text(DAY), item.text(NAME))))
            shown = VersionPicture(self._map_of(self._chosen()), title, self.theme, self)
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            shown.show()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._document.edit(self.tr("Throw version away"), remove_version, chosen)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        if column != NAME:
            return
        identity, name = item.data(DAY, ID), item.text(NAME)
        if not self._document.edit(self.tr("Rename version"), rename_version, identity, name):
            self._show_name(item)

    def _show_name(self, item: QTreeWidgetItem) -> None:
        """Show the name that a version has, where it got no other one."""
        versions = self._document.map.versions
        name = next(one.name for one in versions if one.id == item.data(DAY, ID))
        self.versions.blockSignals(True)
        item.setText(NAME, name)
        self.versions.blockSignals(False)


def _day(version: Version) -> str:
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    day = QDate(version.date.year, version.date.month, version.date.day)
    return locale.toString(day, "d MMMM yyyy")


def _as_html(found: Comparison) -> str:
    """Return the lists of what changed; what people wrote stands in them as it is."""
    told = []
    for one in sections(found):
        told.append(f"<h3>{html.escape(one.title)} ({len(one.items)})</h3><ul>")
        told += [f"<li>{html.escape(item)}</li>" for item in one.items]
        told.append("</ul>")
    return "".join(told)
