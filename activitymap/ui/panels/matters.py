"""The list of matters: what statements are about, named, merged and related by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.edits.matters import (
    add_matter,
    merge_matters,
    relate_matters,
    remove_matter,
    rename_matter,
    set_matter_kind,
    unrelate_matters,
)
from activitymap.model.values import MatterKind, MatterRelation
from activitymap.ui.document import Document
from activitymap.ui.panels.proposals import ProposalsDialog

ID = Qt.ItemDataRole.UserRole


class MattersDialog(QDialog):
    """Lists the matters with how many statements speak of each; names are typed in the list."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Matters"))
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Matters"))
        self.note = QLabel(
            self.tr(
                "A matter is what statements are about. Only statements on one matter, or on "
                "related ones, are compared. Choose two to merge or relate them."
            )
        )
        self.note.setWordWrap(True)
        self.note.setObjectName("quiet")
        self.buttons = {
            "propose": QPushButton(self.tr("&Propose…")),
            "add": QPushButton(self.tr("&Add")),
            "rename": QPushButton(self.tr("&Rename")),
            "merge": QPushButton(self.tr("&Merge")),
            "own": QPushButton(self.tr("Each its &own, or joint")),
            "related": QPushButton(self.tr("Re&lated, or not")),
            "cost": QPushButton(self.tr("&Cost one another, or not")),
            "remove": QPushButton(self.tr("Re&move")),
        }
        does = (
            self._propose, self._add, self._rename, self._merge, self._own, self._related,
            self._cost, self._remove,
        )  # fmt: skip
        column = QVBoxLayout()
        for button, do in zip(self.buttons.values(), does, strict=True):
            button.clicked.connect(do)
            button.setAutoDefault(False)
            column.addWidget(button)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(column)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addLayout(row)
        self.resize(620, 460)
        self.list.itemSelectionChanged.connect(self._show_enabled)
        self.list.itemChanged.connect(self._typed)
        document.map_changed.connect(self._show)
        self._show()

    def chosen(self) -> list[str]:
        """Return the ids of the chosen matters, from top to bottom."""
        items = sorted(self.list.selectedItems(), key=self.list.row)
        return [item.data(ID) for item in items]

    def _show(self) -> None:
        kept = set(self.chosen())
        current = self._document.map
        self.list.blockSignals(True)
        self.list.clear()
        for matter in current.matters:
            item = QListWidgetItem(matter.name)
            item.setData(ID, matter.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(self._about(matter.id))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{matter.name}. {item.toolTip()}")
            self.list.addItem(item)
            item.setSelected(matter.id in kept)
        self.list.blockSignals(False)
        self._show_enabled()

    def _about(self, matter: str) -> str:
        """Return how many speak of a matter, its kind, and what it is related to."""
        current = self._document.map
        count = sum(
            any(card.matter == matter for card in statement.readings)
            for system in current.systems
            for statement in system.statements
        )
        names = {one.id: one.name for one in current.matters}
        words = [self.tr("{count} statements").format(count=count)]
        if next(one.kind for one in current.matters if one.id == matter) is MatterKind.OWN:
            words.append(self.tr("everyone has their own"))
        for related in current.related_matters:
            if matter in related.matters:
                other = next(one for one in related.matters if one != matter)
                words.append(f"{related.relation}: {names[other]}")
        return "; ".join(words)

    def _show_enabled(self) -> None:
        count = len(self.chosen())
        least = {"rename": 1, "merge": 2, "own": 1, "related": 2, "cost": 2, "remove": 1}
        most = {"rename": 1, "related": 2, "cost": 2}
        for name, button in self.buttons.items():
            button.setEnabled(least.get(name, 0) <= count <= most.get(name, count))

    def _propose(self) -> None:
        ProposalsDialog(self._document, self).exec()

    def _add(self) -> None:
        names = {matter.name for matter in self._document.map.matters}
        name, number = self.tr("New matter"), 2
        while name in names:
            name, number = f"{self.tr('New matter')} {number}", number + 1
        if self._document.edit(self.tr("Add matter"), add_matter, name):
            self.list.setCurrentRow(self.list.count() - 1)
            self._rename()

    def _rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item)

    def _typed(self, item: QListWidgetItem) -> None:
        before = self._document.map
        self._document.edit(self.tr("Rename matter"), rename_matter, item.data(ID), item.text())
        if self._document.map is before:
            self._show()  # What was refused goes back to its name.

    def _merge(self) -> None:
        first, *others = self.chosen()
        self._document.edit(self.tr("Merge matters"), merge_matters, first, others)

    def _own(self) -> None:
        for one in self.chosen():
            kind = next(each.kind for each in self._document.map.matters if each.id == one)
            other = MatterKind.JOINT if kind is MatterKind.OWN else MatterKind.OWN
            self._document.edit(self.tr("Change matter"), set_matter_kind, one, other)

    def _related(self) -> None:
        self._relate(MatterRelation.RELATED)

    def _cost(self) -> None:
        self._relate(MatterRelation.COST)

    def _relate(self, relation: MatterRelation) -> None:
        one, other = self.chosen()
        known = any(
            each.relation is relation and set(each.matters) == {one, other}
            for each in self._document.map.related_matters
        )
        edit = unrelate_matters if known else relate_matters
        self._document.edit(self.tr("Relate matters"), edit, one, other, relation)

    def _remove(self) -> None:
        for one in self.chosen():
            self._document.edit(self.tr("Remove matter"), remove_matter, one)
