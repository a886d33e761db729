"""The view of the canvas: panning, zooming at the pointer, choosing and dragging."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTransform, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from typing_extensions import override

from activitymap.ui.canvas.gestures import MoveGesture
from activitymap.ui.canvas.scene import Scene

CLOSEST, FARTHEST = 6.0, 0.02
STEP = 1.2
FITTED_AT_MOST = 2.5
READABLE = 0.9
"""Zoom at which the words of a card are read without effort."""
PAN = 80
REACH = 7.0
"""How near to an arrow a click means it, in pixels of the screen."""


class View(QGraphicsView):
    """Shows the scene, and says what a person wants of it.

    ``chosen`` carries the id of what was clicked, or ``None`` for nothing; ``move_wanted`` the
    systems and how far they were dragged; ``zoomed`` the zoom.
    """

    chosen = Signal(object)
    move_wanted = Signal(object)
    zoomed = Signal(float)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._scene = scene
        self._gesture: MoveGesture | None = None
        self._pressed: QPoint | None = None
        self._panning: QPoint | None = None
        self._fitted = True
        self._before: tuple[QTransform, QPointF, bool] | None = None
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Map of the services"))

    @property
    def zoom(self) -> float:
        """Pixels of the screen in one unit of the drawing."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole map, and keep it so while the window changes its size."""
        self._show(self._scene.content())
        self._fitted = True

    def bring_into_view(self, box: QRectF) -> None:
        """Show a part of the map, large enough to read where there is room for it.

        Nothing moves if it is shown so already. `look_back` returns to what was shown before.
        """
        shown = self.mapToScene(self.viewport().rect()).boundingRect()
        around = box.adjusted(-60, -60, 60, 60)
        room = self.viewport().rect()
        fitting = min(room.width() / around.width(), room.height() / around.height())
        if shown.contains(box) and self.zoom > 0.8 * min(fitting, READABLE):
            return
        before = self._before or (self.transform(), shown.center(), self._fitted)
        self._show(around, max(READABLE, self.zoom))
        self._before = before

    def look_back(self) -> None:
        """Return to where the person looked before a part was brought into view."""
        if self._before is not None:
            transform, centre, fitted = self._before
            self.setTransform(transform)
            self.centerOn(centre)
            self._before = None
            self._fitted = fitted
            if fitted:
                self.fit()
            self.zoomed.emit(self.zoom)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom in (more than one) or out, within bounds; what lies ``at`` a point stays there."""
        at = self.viewport().rect().center() if at is None else at
        before = self.mapToScene(at)
        factor = min(max(self.zoom * factor, FARTHEST), CLOSEST) / self.zoom
        self.scale(factor, factor)
        way = self.mapToScene(at) - before
        self.translate(way.x(), way.y())
        self._fitted, self._before = False, None
        self.zoomed.emit(self.zoom)

    def zoom_to(self, zoom: float) -> None:
        """Zoom so that one unit has ``zoom`` pixels."""
        self.zoom_by(zoom / self.zoom)

    def _show(self, box: QRectF, closest: float = FITTED_AT_MOST) -> None:
        self.fitInView(box, Qt.AspectRatioMode.KeepAspectRatio)
        if self.zoom > closest:
            factor = closest / self.zoom
            self.scale(factor, factor)
        self.centerOn(box.center())
        self._fitted, self._before = False, None
        self.zoomed.emit(self.zoom)

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # passed on as it came
        if self._fitted:
            self.fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._scene.system_at(self.mapToScene(point)):
            self._pressed = point
        elif left or event.button() is Qt.MouseButton.MiddleButton:
            self._panning = self._pressed = point
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._panning is not None:
            self._pan(self._panning - point)
            self._panning = point
        elif self._gesture is not None:
            self._gesture.move(self.mapToScene(point))
        elif self._pressed is not None and self._is_drag(point):
            item = self._scene.system_at(self.mapToScene(self._pressed))
            if item is not None:
                start = self.mapToScene(self._pressed)
                self._gesture = MoveGesture(self._scene, (item.system,), start, self._moved)
                self._gesture.move(self.mapToScene(point))
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        pressed, self._pressed, self._panning = self._pressed, None, None
        self.unsetCursor()
        if self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.finish()
        elif (
            pressed is not None
            and event.button() is Qt.MouseButton.LeftButton
            and not self._is_drag_from(pressed, point)
        ):
            self._choose(self.mapToScene(point))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key in {Qt.Key.Key_0, Qt.Key.Key_F, Qt.Key.Key_Home}:
            self.fit()
        elif key in _WAYS:
            across, down = _WAYS[Qt.Key(key)]
            self._pan(QPoint(across * PAN, down * PAN))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _escape(self) -> None:
        if self._gesture is not None:
            self._gesture.cancel()
            self._gesture = self._pressed = None
        else:
            self.chosen.emit(None)

    def _choose(self, point: QPointF) -> None:
        item = self._scene.system_at(point)
        arrow = self._scene.arrow_at(point, REACH / self.zoom)
        if item is None or (arrow is not None and not item.is_on_card(item.mapFromScene(point))):
            self.chosen.emit(arrow)
        else:
            self.chosen.emit(item.id_at(item.mapFromScene(point)))

    def _moved(self, systems: tuple[str, ...], across: float, down: float) -> None:
        self.move_wanted.emit((systems, across, down))

    def _pan(self, way: QPoint) -> None:
        self._fitted, self._before = False, None
        for bar, distance in (
            (self.horizontalScrollBar(), way.x()),
            (self.verticalScrollBar(), way.y()),
        ):
            bar.setValue(bar.value() + distance)

    def _is_drag(self, point: QPoint) -> bool:
        return self._pressed is not None and self._is_drag_from(self._pressed, point)

    @staticmethod
    def _is_drag_from(start: QPoint, point: QPoint) -> bool:
        return (point - start).manhattanLength() >= QApplication.startDragDistance()


_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
