"""Matters proposed from text: ticked, named, and made in one step."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.contradictions.suggesting.proposing import Proposal, proposals
from activitymap.model.edits.change import Edit, in_turn
from activitymap.model.edits.same_matter import make_matter
from activitymap.ui.document import Document


class ProposalsDialog(QDialog):
    """Lists proposed matters with their statements, and the words that made each a group."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.proposed = proposals(document.map)
        self.setWindowTitle(self.tr("Proposed matters"))
        self.note = QLabel(
            self.tr("Tick what is one matter and type its name; nothing else is changed.")
            if self.proposed
            else self.tr("Every statement has a matter, or none goes together with another.")
        )
        self.note.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("Matter"), self.tr("Because of these words")])
        self.tree.setColumnWidth(0, 340)
        self.tree.setAccessibleName(self.tr("Proposed matters"))
        kinds = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.box.button(kinds.Ok).setText(self.tr("Make the ticked ones"))
        layout = QVBoxLayout(self)
        for part in (self.note, self.tree, self.box):
            layout.addWidget(part)
        self.resize(680, 480)
        self.box.accepted.connect(self._make)
        self.box.rejected.connect(self.reject)
        said = {
            one.id: (system.name, one.text)
            for system in document.map.systems
            for one in system.statements
        }
        for one in self.proposed:
            self._add(one, said)

    def _add(self, one: Proposal, said: dict[str, tuple[str, str]]) -> None:
        item = QTreeWidgetItem([one.name, ", ".join(one.words)])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self.tree.addTopLevelItem(item)
        for identity in one.statements:
            service, text = said[identity]
            child = QTreeWidgetItem([f"{service}: {text}"])
            item.addChild(child)
            child.setFirstColumnSpanned(True)
        item.setExpanded(True)

    def _make(self) -> None:
        edits: list[Edit] = []
        for place, one in enumerate(self.proposed):
            item = self.tree.topLevelItem(place)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked:
                name = item.text(0).strip() or one.name
                edits.append(partial(make_matter, name=name, statements=one.statements))
        if not edits or self._document.edit(self.tr("Make matters"), in_turn, edits):
            self.accept()
