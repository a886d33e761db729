"""Two services alone, face to face around what they share, and what lies between them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from activitymap.drawing.face_to_face import face_to_face
from activitymap.drawing.placed import Options
from activitymap.drawing.side_lines import name_of
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import Meeting
from activitymap.model.contradictions.finding import Agreement, Contradiction
from activitymap.ui.comparing.between_list import BetweenList, Found
from activitymap.ui.comparing.drawing_view import DrawingView
from activitymap.ui.comparing.zoom_bar import ZoomBar
from activitymap.ui.connecting import Way, ways


class PairView(QWidget):
    """Shows the pair; ``left`` goes back, ``discuss`` carries a contradiction to talk about.

    ``join`` carries a way to join the two; ``card_clicked`` the id of a statement, or ``""``.
    """

    left = Signal()
    discuss = Signal(object)
    join = Signal(object)
    card_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._map = ActivityMap()
        self._systems: tuple[str, ...] = ()
        self._meeting = Meeting()
        self.back = QPushButton(self.tr("◀ All services"))
        self.title = QLabel()
        self.title.setObjectName("heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.join_button = QPushButton(self.tr("&Join the two"))
        self.join_button.setMenu(QMenu(self.join_button))
        self.picture = DrawingView(across=False, least=0.4)
        self.between = BetweenList(self.tr("What lies between the two services"))
        self._arrange()
        self.back.clicked.connect(self.left)
        self.between.discuss.connect(self.discuss)
        self.between.chosen.connect(self._draw)
        for part in (self.picture, self.between):
            part.left.connect(self.left)
        self.picture.line_clicked.connect(self._choose_line)
        self.picture.card_clicked.connect(self._choose_card)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.title, 1)
        for part in (self.join_button, ZoomBar(self.picture)):
            top.addWidget(part)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.addWidget(self.picture)
        self.parts.addWidget(self.between)
        self.parts.setStretchFactor(0, 4)
        self.parts.setStretchFactor(1, 1)
        self.parts.setSizes([400, 110])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.parts, 1)

    def show_pair(
        self, activity_map: ActivityMap, systems: tuple[str, ...], meeting: Meeting
    ) -> None:
        """Show two services (or one), and what lies between them; what was chosen stays."""
        current = self.between.current()
        keep = name_of(current) if current and set(systems) == set(self._systems) else ""
        self._map, self._systems, self._meeting = activity_map, systems, meeting
        names = {system.id: system.name for system in activity_map.systems}
        self.title.setText(" – ".join(names[system] for system in systems))
        self._offer_joining()
        found: tuple[Found, ...] = (
            *meeting.contradictions,
            *meeting.agreements,
            *meeting.resolved,
            *meeting.unlinked,
        )
        self.between.show_found(found, self._nothing(), keep)
        self.picture.told = {name_of(one): self.between.words(one) for one in found}
        self._draw()

    def show_focus(self, findings: tuple[Contradiction, ...]) -> None:
        """Choose the one that was chosen elsewhere, if it lies between the two."""
        self.between.choose(name_of(findings[0]) if len(findings) == 1 else "")

    def _offer_joining(self) -> None:
        self.join_button.setVisible(not self._meeting.linked)
        menu = self.join_button.menu()
        menu.clear()
        if not self._meeting.linked:
            for way in ways(self._map, *self._systems):
                action = menu.addAction(way.words.replace("&", "&&"))
                action.triggered.connect(partial(self._join, way))

    def _join(self, way: Way, _checked: bool = False) -> None:
        self.join.emit(way)

    def _nothing(self) -> str:
        if not self._meeting.linked:
            return self.tr(
                "The two are not linked, so they are not compared. Join them if they work with "
                "the same family."
            )
        return self.tr("Nothing that was found lies between them. It may be that nobody has said.")

    def _draw(self) -> None:
        """Draw all that lies between the two in full, or what is chosen with the rest faint."""
        current, met = self.between.current(), self._meeting
        found = (*met.contradictions, *met.resolved, *met.unlinked)
        options = Options(theme=self.theme, in_full=True, agreed=met.agreements)
        if isinstance(current, Agreement):
            found, options = (), Options(theme=self.theme, in_full=True, agreed=(current,))
        elif current is not None:
            options = Options(theme=self.theme, focus=(current,))
        self.picture.show_drawing(face_to_face(self._map, self._systems, found, options))

    def _choose_line(self, name: str) -> None:
        self.between.choose(name)

    def _choose_card(self, identity: str) -> None:
        self.between.choose("")
        self.card_clicked.emit(identity)
