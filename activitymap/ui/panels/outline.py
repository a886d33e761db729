"""The outline: services with their elements and statements, and the needs beneath."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.need_words import claim, said
from activitymap.model.values import ActivitySystem, Element, Statement
from activitymap.ui.model_words import model_words
from activitymap.ui.plain import isolated

ID = Qt.ItemDataRole.UserRole


class Outline(QWidget):
    """Lists the map; ``chosen`` carries the ids of services, elements, statements or a need."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._told: tuple[str, ...] = ()
        self._dots: dict[str, QIcon] = {}
        self._listed: dict[str, ActivitySystem] = {}
        self._map = ActivityMap()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Services and what they say"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setIndentation(14)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.itemSelectionChanged.connect(self._tree_chosen)
        self.needs = QListWidget()
        self.needs.setAccessibleName(self.tr("Needs"))
        self.needs.setWordWrap(True)
        self.needs.itemSelectionChanged.connect(self._need_chosen)
        self._needs_heading = self._heading(self.tr("Needs – in the family’s words"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 10)
        layout.addWidget(self._heading(self.tr("Services")))
        layout.addWidget(self.tree, 3)
        layout.addWidget(self._needs_heading)
        layout.addWidget(self.needs, 1)

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("heading")
        label.setWordWrap(True)
        return label

    def show_map(self, activity_map: ActivityMap) -> None:
        """List a map; services that did not change keep their items, and what was open is open."""
        self._map = activity_map
        self.tree.blockSignals(True)
        ids = [system.id for system in activity_map.systems]
        if ids != list(self._listed):
            self._list_anew(activity_map)
        for place, system in enumerate(activity_map.systems):
            if self._listed[system.id] is not system:
                known = self.tree.topLevelItem(place)
                assert known is not None
                self._renew(known, system)
        self.tree.blockSignals(False)
        self._show_needs(activity_map)

    def _list_anew(self, activity_map: ActivityMap) -> None:
        opened = {item.data(0, ID) for item in self._items() if item.isExpanded()}
        self.tree.clear()
        self._listed = {system.id: system for system in activity_map.systems}
        items = [QTreeWidgetItem() for _ in activity_map.systems]
        for item, system in zip(items, activity_map.systems, strict=True):
            self._fill(item, system)
        self.tree.addTopLevelItems(items)
        self._open(items, opened)

    def _renew(self, item: QTreeWidgetItem, system: ActivitySystem) -> None:
        opened = {one.data(0, ID) for one in _below(item) if one.isExpanded()}
        item.takeChildren()
        self._fill(item, system)
        self._listed[system.id] = system
        self._open([item], opened)

    @staticmethod
    def _open(items: Sequence[QTreeWidgetItem], opened: set[str]) -> None:
        if opened:
            for item in items:
                for one in _below(item):
                    one.setExpanded(one.data(0, ID) in opened)

    def show_theme(self, theme: Theme) -> None:
        """Show the services in the colours of a theme."""
        self._theme = theme
        self._listed = {}
        self.show_map(self._map)

    def select(self, ids: Sequence[str]) -> None:
        """Mark what was chosen elsewhere, without telling it back."""
        if ids == self._told:
            return
        self.tree.blockSignals(True)
        self.tree.clearSelection()
        wanted = set(ids)
        for item in self._items():
            if item.data(0, ID) in wanted:
                item.setSelected(True)
                if item.data(0, ID) == ids[-1]:
                    self.tree.scrollToItem(item)
        self.tree.blockSignals(False)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = map(self.tree.topLevelItem, range(self.tree.topLevelItemCount()))
        return [one for top in tops if top is not None for one in _below(top)]

    def _fill(self, item: QTreeWidgetItem, system: ActivitySystem) -> None:
        """Let an item show a service, with its elements and statements beneath."""
        item.setText(0, system.name)
        item.setData(0, ID, system.id)
        colour = self._theme.services[system.colour]
        # Kept by the outline and not by the module: pictures must be gone before Qt is.
        if colour not in self._dots:
            self._dots[colour] = _dot(colour)
        item.setIcon(0, self._dots[colour])
        for element in Element:
            said = [one for one in system.statements if one.element is element]
            child = QTreeWidgetItem([self._element_words(element, len(said))])
            child.setData(0, ID, f"{system.id}/{element}")
            if not said:
                child.setForeground(0, QColor(self._theme.quiet))
            for statement in said:
                child.addChild(self._statement_item(statement))
            item.addChild(child)

    def _element_words(self, element: Element, count: int) -> str:
        name = model_words(str(element).capitalize())
        return f"{name} ({count})" if count else name

    def _statement_item(self, statement: Statement) -> QTreeWidgetItem:
        item = QTreeWidgetItem([statement.words])
        item.setData(0, ID, statement.id)
        return item

    def _show_needs(self, activity_map: ActivityMap) -> None:
        self.needs.blockSignals(True)
        self.needs.clear()
        for need in activity_map.needs:
            told = (isolated(one) for one in (said(need), claim(need)) if one)
            item = QListWidgetItem(" – ".join(told))
            item.setData(ID, need.id)
            self.needs.addItem(item)
        self.needs.blockSignals(False)
        self.needs.setVisible(bool(activity_map.needs))
        self._needs_heading.setVisible(bool(activity_map.needs))

    def _tree_chosen(self) -> None:
        self.needs.clearSelection()
        self._told = tuple(item.data(0, ID) for item in self.tree.selectedItems())
        self.chosen.emit(self._told)

    def _need_chosen(self) -> None:
        items = self.needs.selectedItems()
        if items:
            self.tree.blockSignals(True)
            self.tree.clearSelection()
            self.tree.blockSignals(False)
            self._told = (items[0].data(ID),)
            self.chosen.emit(self._told)


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return an item and all items beneath it."""
    found: list[QTreeWidgetItem] = []
    stack = [item]
    while stack:
        one = stack.pop()
        found.append(one)
        children = (one.child(place) for place in range(one.childCount()))
        stack += [child for child in children if child is not None]
    return found


def _dot(colour: str) -> QIcon:
    picture = QPixmap(24, 24)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(3, 3, 18, 18)
    painter.end()
    return QIcon(picture)
