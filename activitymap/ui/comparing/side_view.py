"""Services side by side: names stay while it scrolls, and arrow keys go from card to card."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from activitymap.drawing.shapes import Box, Drawing, Line, Role, Text
from activitymap.drawing.side_sizes import SCREEN
from activitymap.ui.comparing.drawing_view import DrawingView
from activitymap.ui.painting import Prepared

_ARROWS = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}


class SideView(DrawingView):
    """The services above and the elements on the left are always seen; ``current`` is a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(across=True, least=0.7, most=1.25, parent=parent)
        self.current = ""
        self._services, self._elements = Prepared(()), Prepared(())
        self._head = 0.0

    @override
    def show_drawing(self, drawing: Drawing) -> None:
        texts = [shape for shape in drawing if isinstance(shape, Text)]
        self._services = Prepared(one for one in texts if one.tag.role is Role.NAME)
        self._elements = Prepared(one for one in texts if one.tag.role is Role.ELEMENT_NAME)
        tops = [
            shape.points[0].y
            for shape in drawing
            if isinstance(shape, Line) and shape.tag.role is Role.ELEMENT_NAME
        ]
        self._head = min(tops, default=0.0) - drawing.box.top
        super().show_drawing(drawing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The list below takes room when a card is chosen: the card stays in sight.
        self.bring(self.current)

    @override
    def free_room(self) -> QRectF:
        room = super().free_room()
        return room.adjusted(self._side() * self.zoom, self._head * self.zoom, 0, 0)

    def _side(self) -> float:
        assert self._drawing is not None
        return SCREEN.head - 6 - self._drawing.box.left

    @override
    def paint_over(self, painter: QPainter) -> None:
        assert self._drawing is not None
        corner, size = self._corner(), self.viewport().size()
        side, head = self._side() * self.zoom, self._head * self.zoom
        ground = QColor(self._drawing.background)
        painter.fillRect(QRectF(0, 0, side, size.height()), ground)
        self.paint_at(painter, self._elements, QPointF(0, corner.y()))
        painter.fillRect(QRectF(0, 0, size.width(), head), ground)
        self.paint_at(painter, self._services, QPointF(corner.x(), 0))
        painter.fillRect(QRectF(0, 0, side, head), ground)
        if corner.y() < 0 or corner.x() < 0:
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawLine(QPointF(0, head), QPointF(size.width(), head))

    @override
    def card_at(self, place: QPointF) -> str:
        return super().card_at(place) if self.free_room().contains(place) else ""

    @override
    def line_at(self, place: QPointF) -> str:
        return super().line_at(place) if self.free_room().contains(place) else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(event.key())
        cards = self.cards()
        if step is None or not cards:
            super().keyPressEvent(event)
            return
        here = cards.get(self.current)
        following = self._next(cards, here, step) if here else min(cards, key=lambda c: cards[c])
        if following:
            self.card_clicked.emit(following)
            self.bring(following)

    @staticmethod
    def _next(cards: dict[str, Box], here: Box, step: tuple[int, int]) -> str:
        """Return the nearest card in the column in a direction, or the next one in its own."""
        across, down = step
        if down:
            same = [c for c, box in cards.items() if box.left == here.left]
            ahead = [c for c in same if (cards[c].top - here.top) * down > 0]
            return min(ahead, key=lambda c: abs(cards[c].top - here.top), default="")
        lefts = sorted({box.left for box in cards.values()})
        place = lefts.index(here.left) + across
        if not 0 <= place < len(lefts):
            return ""
        beside = [c for c, box in cards.items() if box.left == lefts[place]]
        return min(beside, key=lambda c: abs(cards[c].centre.y - here.centre.y))
