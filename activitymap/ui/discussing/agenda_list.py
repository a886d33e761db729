"""The agenda as a list: what is still to be discussed, and how far the group is with each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Discussion
from activitymap.model.judgement_words import status_words
from activitymap.ui.panels.finding_words import kind_words

ABOUT = Qt.ItemDataRole.UserRole
MOST = 70
"""Characters of a text of one side: enough to tell two entries of one matter apart."""


def tr(text: str) -> str:
    """Return a text of the agenda in the language of the person."""
    return QCoreApplication.translate("Agenda", text)


class AgendaList(QListWidget):
    """``wanted`` carries what a contradiction that was clicked, or chosen by Enter, is about."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Agenda"))
        for signal in (self.itemActivated, self.itemClicked):
            signal.connect(lambda item: self.wanted.emit(tuple(item.data(ABOUT))))

    def show_agenda(
        self, several: Sequence[Contradiction], activity_map: ActivityMap, about: Sequence[str]
    ) -> None:
        """List what is to be discussed; what it is ``about`` now is chosen."""
        words = _Words(activity_map)
        self.clear()
        for number, one in enumerate(several, start=1):
            item = QListWidgetItem(f"{number}. {words.of(one)}")
            item.setData(ABOUT, list(one.about))
            self.addItem(item)
            if list(one.about) == list(about):
                self.setCurrentItem(item)


class _Words:
    """Puts entries of the agenda of one map into words."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._names = {system.id: system.name for system in activity_map.systems}
        self._matters = {matter.id: matter.name for matter in activity_map.matters}
        self._needs = {need.id: need.text for need in activity_map.needs}
        self._discussions: Mapping[frozenset[str], Discussion] = {
            frozenset(one.about): one for one in activity_map.discussions
        }

    def of(self, one: Contradiction) -> str:
        """Return three lines: matter and services, what both say, and how far the group is."""
        who = " – ".join(
            dict.fromkeys(self._names[side.system] for side in one.sides if side.system)
        )
        matter = ", ".join(self._matters[each] for each in one.matters) or tr("on no matter")
        texts = " ↔ ".join(f"“{_short(side.text)}”" for side in one.sides if side.text)
        lines = [" · ".join(filter(None, (matter, who))), texts, self._state(one)]
        return "\n".join(filter(None, lines))

    def _state(self, one: Contradiction) -> str:
        told = [kind_words(one.kind), status_words(one)]
        discussion = self._discussions.get(frozenset(one.about))
        if discussion is not None:
            told.append(tr("discussed"))
            if discussion.actions:
                count = len(discussion.actions)
                told.append(
                    tr("1 action") if count == 1 else tr("{count} actions").format(count=count)
                )
        needs = ", ".join(f"“{_short(self._needs[need])}”" for need in one.needs)
        if needs:
            told.append(tr("need: {needs}").format(needs=needs))
        return " · ".join(told)


def _short(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST].rstrip()} …"
