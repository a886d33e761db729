"""A drawing to look at closely: fitted to its room, enlarged, scrolled, and clicked."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget
from typing_extensions import override

from activitymap.drawing.shapes import Box, Curve, Drawing, Line, Point, Polygon, Role
from activitymap.drawing.transforming import traced
from activitymap.ui.painting import Prepared
from activitymap.ui.tips import tip

CLOSEST, FARTHEST = 3.0, 0.25
STEP = 1.2
REACH = 7.0
"""Pixels from a line within which it is hit."""
LINES = frozenset({Role.CONTRADICTION, Role.LINK, Role.INNER_CONTRADICTION})


class DrawingView(QAbstractScrollArea):
    """Shows one drawing, at first as large as its room lets it be read.

    ``card_clicked`` carries the id of a statement, or ``""`` for none; ``line_clicked`` the name
    of a line; ``left`` is Escape. ``told`` gives the sentences of lines by name, for whoever rests
    on one. With ``across`` only the width is fitted, else the whole drawing; the zoom is then
    between ``least`` and ``most``.
    """

    card_clicked = Signal(str)
    line_clicked = Signal(str)
    left = Signal()

    def __init__(
        self, *, across: bool, least: float, most: float = 1.3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._across, self._least, self._most = across, least, most
        self._drawing: Drawing | None = None
        self._prepared = Prepared(())
        self._lines: list[tuple[str, tuple[Point, ...]]] = []
        self.zoom = 1.0
        self._fitted = True
        self.told: dict[str, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(30)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing in the place of the one before, where that was scrolled to."""
        self._drawing, self._prepared = drawing, Prepared(drawing)
        self._lines = [
            (shape.tag.id, tuple(traced(shape)))
            for shape in drawing
            if isinstance(shape, Line | Curve) and shape.tag.role in LINES
        ]
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        self._settle()

    # Zooming ----------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show as much as there is room for, and keep to it when the room changes."""
        self._fitted = True
        self._settle(FARTHEST)

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Enlarge the drawing; what lies at ``around`` on the viewport stays there."""
        middle = around or QPointF(self.viewport().rect().center())
        before = self.to_drawing(middle)
        self._fitted = False
        self.zoom = min(max(self.zoom * factor, FARTHEST), CLOSEST)
        self._settle()
        moved = self.to_viewport(before) - middle
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + moved.x()))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + moved.y()))

    def _settle(self, least: float | None = None) -> None:
        """Fit the zoom to the room, if it is fitted, and the scroll bars to the zoom."""
        if self._drawing is None:
            return
        box, room = self._drawing.box, self.maximumViewportSize()
        if self._fitted:
            self._least = self._least if least is None else min(self._least, least)
            bar = self.verticalScrollBar().sizeHint().width()
            zoom = (room.width() - bar) / box.width
            if not self._across:
                zoom = min(room.width() / box.width, room.height() / box.height)
            self.zoom = min(max(zoom, self._least), self._most)
        size = self.viewport().size()
        for bar_, whole, part in (
            (self.horizontalScrollBar(), box.width, size.width()),
            (self.verticalScrollBar(), box.height, size.height()),
        ):
            bar_.setRange(0, max(0, math.ceil(whole * self.zoom) - part))
            bar_.setPageStep(part)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    # Where things are -------------------------------------------------------------------------

    def _corner(self) -> QPointF:
        """Return where the corner of the drawing lies; a small one stands in the middle."""
        assert self._drawing is not None
        box, size = self._drawing.box, self.viewport().size()
        left = max(0.0, (size.width() - box.width * self.zoom) / 2)
        top = max(0.0, (size.height() - box.height * self.zoom) / 2)
        if self._across:
            left = top = 0.0
        return QPointF(
            left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value()
        )

    def to_viewport(self, point: Point) -> QPointF:
        """Return where a point of the drawing lies on the viewport."""
        assert self._drawing is not None
        box, corner = self._drawing.box, self._corner()
        return QPointF(
            (point.x - box.left) * self.zoom + corner.x(),
            (point.y - box.top) * self.zoom + corner.y(),
        )

    def to_drawing(self, place: QPointF) -> Point:
        """Return the point of the drawing at a place on the viewport."""
        assert self._drawing is not None
        box, corner = self._drawing.box, self._corner()
        return Point(
            (place.x() - corner.x()) / self.zoom + box.left,
            (place.y() - corner.y()) / self.zoom + box.top,
        )

    def cards(self) -> dict[str, Box]:
        """Return the boxes of the statements' cards by id, in the order of the drawing."""
        found: dict[str, Box] = {}
        for shape in self._drawing or ():
            if isinstance(shape, Polygon) and shape.tag.role is Role.STATEMENT:
                xs, ys = zip(*shape.points, strict=True)
                found.setdefault(shape.tag.id, Box(min(xs), min(ys), max(xs), max(ys)))
        return found

    def place_of(self, identity: str) -> QPoint | None:
        """Return where on the viewport a statement's card or a line has its middle."""
        box = self.cards().get(identity)
        if box is not None:
            return self.to_viewport(box.centre).toPoint()
        for name, points in self._lines:
            if name == identity:
                return self.to_viewport(points[len(points) // 2]).toPoint()
        return None

    def card_at(self, place: QPointF) -> str:
        """Return the id of the statement at a place on the viewport, or ``""``."""
        point = self.to_drawing(place)
        return next((one for one, box in self.cards().items() if box.holds(point)), "")

    def line_at(self, place: QPointF) -> str:
        """Return the name of the line that passes a place on the viewport, or ``""``."""
        point = self.to_drawing(place)
        near = [
            (min(math.dist(point, other) for other in points), name) for name, points in self._lines
        ]
        distance, name = min(near, default=(math.inf, ""))
        return name if distance * self.zoom <= REACH else ""

    def bring(self, identity: str) -> None:
        """Scroll until a card is seen."""
        box = self.cards().get(identity)
        if box is None:
            return
        room = self.free_room()
        for bar, start, end, low, high in (
            (self.horizontalScrollBar(), *self._span(box, 0), room.left(), room.right()),
            (self.verticalScrollBar(), *self._span(box, 1), room.top(), room.bottom()),
        ):
            if start < low:
                bar.setValue(math.floor(bar.value() + start - low))
            elif end > high:
                bar.setValue(math.ceil(bar.value() + min(end - high, start - low)))

    def _span(self, box: Box, axis: int) -> tuple[float, float]:
        start = self.to_viewport(Point(box.left, box.top)).toTuple()
        end = self.to_viewport(Point(box.right, box.bottom)).toTuple()
        return start[axis] - 8, end[axis] + 8

    def free_room(self) -> QRectF:
        """Return the part of the viewport that nothing stays in front of."""
        return QRectF(self.viewport().rect())

    # Events -----------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._drawing is not None:
            painter.fillRect(self.viewport().rect(), QColor(self._drawing.background))
            self.paint_at(painter, self._prepared, self._corner())
            self.paint_over(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def paint_at(self, painter: QPainter, prepared: Prepared, corner: QPointF) -> None:
        """Paint shapes of the drawing, with the corner of the drawing somewhere."""
        assert self._drawing is not None
        painter.save()
        painter.translate(corner)
        painter.scale(self.zoom, self.zoom)
        painter.translate(-self._drawing.box.left, -self._drawing.box.top)
        prepared.paint(painter, self.zoom)
        painter.restore()

    def paint_over(self, painter: QPainter) -> None:
        """Paint what stays where it is while the drawing scrolls."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._drawing is None:
            super().mousePressEvent(event)
            return
        card = self.card_at(event.position())
        line = "" if card else self.line_at(event.position())
        if line:
            self.line_clicked.emit(line)
        else:
            self.card_clicked.emit(card)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._drawing is not None and (
            self.card_at(event.position()) or self.line_at(event.position())
        )
        shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def words_at(self, place: QPointF) -> str:
        """Return the sentence of the line at a place on the viewport, or ``""``."""
        if self._drawing is None or self.card_at(place):
            return ""
        return self.told.get(self.line_at(place), "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in {"+", "="}:
            self.zoom_by(STEP)
        elif event.text() == "-":
            self.zoom_by(1 / STEP)
        elif event.text() == "0":
            self.fit()
        else:
            super().keyPressEvent(event)
