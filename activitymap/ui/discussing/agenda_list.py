"""The agenda as a list: what is still to be discussed, and where the group is in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction

ABOUT = Qt.ItemDataRole.UserRole


class AgendaList(QListWidget):
    """``wanted`` carries what a contradiction that was clicked, or chosen by Enter, is about."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAccessibleName(self.tr("Agenda"))
        for signal in (self.itemActivated, self.itemClicked):
            signal.connect(lambda item: self.wanted.emit(tuple(item.data(ABOUT))))

    def show_agenda(
        self, several: Sequence[Contradiction], activity_map: ActivityMap, about: Sequence[str]
    ) -> None:
        """List what is to be discussed; what it is ``about`` now is chosen."""
        names = {system.id: system.name for system in activity_map.systems}
        matters = {matter.id: matter.name for matter in activity_map.matters}
        self.clear()
        for number, one in enumerate(several, start=1):
            who = " – ".join(dict.fromkeys(names[side.system] for side in one.sides if side.system))
            matter = ", ".join(matters[each] for each in one.matters) or self.tr("on no matter")
            item = QListWidgetItem(f"{number}. {matter}\n{who}")
            item.setData(ABOUT, list(one.about))
            self.addItem(item)
            if list(one.about) == list(about):
                self.setCurrentItem(item)

    def place_of(self, about: Sequence[str]) -> int | None:
        """Return the number of a contradiction in the agenda, from 1 on, or ``None``."""
        for row in range(self.count()):
            if list(self.item(row).data(ABOUT)) == list(about):
                return row + 1
        return None
