"""Two services alone, face to face around what they share, and what lies between them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from activitymap.drawing.face_to_face import face_to_face
from activitymap.drawing.placed import Options
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import Meeting
from activitymap.model.contradictions.finding import Contradiction
from activitymap.ui.panels.finding_words import kind_words, place_words
from activitymap.ui.picture import Picture


class PairView(QWidget):
    """Shows the pair; ``left`` goes back, ``discuss`` carries a contradiction to talk about."""

    left = Signal()
    discuss = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._map = ActivityMap()
        self._systems: tuple[str, ...] = ()
        self._found: tuple[Contradiction, ...] = ()
        self.back = QPushButton(self.tr("◀ All services"))
        self.title = QLabel()
        self.title.setObjectName("heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.talk = QPushButton(self.tr("Disc&uss this"))
        self.picture = Picture()
        self.between = QListWidget()
        self.between.setWordWrap(True)
        self.between.setAccessibleName(self.tr("What lies between the two services"))
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.title, 1)
        top.addWidget(self.talk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.picture, 3)
        column.addWidget(self.between, 1)
        self.back.clicked.connect(self.left)
        self.talk.clicked.connect(self._discuss)
        self.between.currentRowChanged.connect(self._draw)

    def show_pair(
        self, activity_map: ActivityMap, systems: tuple[str, ...], meeting: Meeting
    ) -> None:
        """Show two services (or one), and their contradictions and agreements."""
        self._map, self._systems, self._found = activity_map, systems, meeting.contradictions
        names = {system.id: system.name for system in activity_map.systems}
        self.title.setText(" – ".join(names[system] for system in systems))
        place = self.between.currentRow()
        self.between.blockSignals(True)
        self.between.clear()
        for one in meeting.contradictions:
            self.between.addItem(f"{kind_words(one.kind)}, {place_words(one)}: {one.told}")
        for agreement in meeting.agreements:
            self.between.addItem(self.tr("agreement: {words}").format(words=agreement.sentence))
        if not self.between.count():
            self.between.addItem(
                self.tr("Nothing that was found lies between them. It may be that nobody has said.")
            )
        self.between.setCurrentRow(place)
        self.between.blockSignals(False)
        self._draw(place)

    def _draw(self, row: int) -> None:
        chosen = self._found[row : row + 1] if row >= 0 else ()
        options = Options(theme=self.theme, focus=chosen)
        self.picture.show_drawing(face_to_face(self._map, self._systems, self._found, options))
        self.talk.setEnabled(bool(self._found))

    def _discuss(self) -> None:
        row = max(self.between.currentRow(), 0)
        if row < len(self._found):
            self.discuss.emit(self._found[row])
