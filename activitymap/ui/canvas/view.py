"""The view of the canvas: what a person does with the pointer on it becomes what they want."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from activitymap.ui.canvas.camera import STEP, Camera
from activitymap.ui.canvas.gestures import (
    BandGesture,
    ConnectGesture,
    Gesture,
    MoveGesture,
    ResizeGesture,
    StatementGesture,
)
from activitymap.ui.canvas.hitting import Hit, Kind
from activitymap.ui.canvas.overlay import HANDLE
from activitymap.ui.canvas.scene import Scene

PAN = 80
SNAP = 8.0
"""How near a dragged service snaps to another, in pixels of the screen."""
REACH = 7.0
"""How near to an arrow a click means it, in pixels of the screen."""


class View(Camera):
    """Shows the scene, and says what a person wants of it, in hits, ids and numbers.

    ``clicked`` carries the hit or ``None``, and whether it is to be added to what is chosen;
    ``banded`` the ids in a rubber band; ``edit_wanted`` what was double-clicked, ``add_wanted``
    the empty place; ``move_wanted`` ids and the way; ``resize_wanted`` a service and its scale;
    ``connect_wanted`` the two ends of a line; ``carry_wanted`` a statement and where it was
    dropped; ``menu_wanted`` the hit, where on the screen, and whether by mouse.
    """

    clicked = Signal(object, bool)
    banded = Signal(object)
    edit_wanted = Signal(object)
    add_wanted = Signal(object)
    move_wanted = Signal(object, float, float)
    resize_wanted = Signal(str, float)
    connect_wanted = Signal(object, object)
    carry_wanted = Signal(str, object)
    menu_wanted = Signal(object, object, bool)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._gesture: Gesture | None = None
        self._hit: Hit | None = None
        self._pressed: QPoint | None = None
        self._panning: QPoint | None = None
        self.drawn_from = QPointF()
        self.setAccessibleName(self.tr("Map of the services"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        self._hit = self._hit_at(point) if left else None
        if left:
            self._pressed = point
        pans = left and self._hit is None and not event.modifiers() & _ADD and not self._on_handle
        if pans or event.button() is Qt.MouseButton.MiddleButton:
            self._panning = point
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._panning is not None:
            self.pan(self._panning - point)
            self._panning = point
        elif self._pressed is not None:
            if self._gesture is None and _is_drag(self._pressed, point):
                self._gesture = self._begin(self._pressed)
            if self._gesture is not None:
                if isinstance(self._gesture, MoveGesture):
                    self._gesture.free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
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
        elif pressed is not None and not _is_drag(pressed, point):
            add = bool(event.modifiers() & _ADD)
            self.clicked.emit(self._hit, add)
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            found = self._hit_at(point)
            if found is None:
                self.add_wanted.emit(self.mapToScene(point))
            else:
                self.edit_wanted.emit(found)
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._gesture is None:
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            found = self._hit_at(event.pos()) if by_mouse else None
            self.menu_wanted.emit(found, event.globalPos(), by_mouse)
        event.accept()

    def _hit_at(self, point: QPoint) -> Hit | None:
        return self._scene.hit_at(self.mapToScene(point), REACH / self.zoom)

    @property
    def _on_handle(self) -> bool:
        """Whether the press was on the handle by which a service is resized."""
        handle = self._scene.overlay.handle
        if handle is None or self._pressed is None:
            return False
        way = self.mapFromScene(handle) - self._pressed
        return max(abs(way.x()), abs(way.y())) <= HANDLE

    def _begin(self, pressed: QPoint) -> Gesture | None:
        """Return the gesture that a drag from a point begins."""
        found, start, scene = self._hit, self.mapToScene(pressed), self._scene
        self.drawn_from = start
        if self._on_handle:
            return ResizeGesture(scene, scene.chosen[0], self._resized)
        if found is None:
            return BandGesture(scene, start, self._banded)
        if found.kind is Kind.NODE:
            return ConnectGesture(scene, found, start, REACH / self.zoom, self._connected)
        if found.kind is Kind.STATEMENT and found.id in scene.chosen:
            return StatementGesture(scene, found.id, self._carried)
        if found.kind is Kind.LINK:
            return ConnectGesture(scene, found, start, REACH / self.zoom, self._connected)
        if found.kind in {Kind.ARROW, Kind.NEED}:
            return None
        moved = found.system or found.id
        ids = scene.chosen if moved in scene.chosen else (moved,)
        movable = scene.movable()
        return MoveGesture(
            scene, [one for one in ids if one in movable], start, SNAP / self.zoom, self._moved
        )

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
            self.pan(QPoint(across * PAN, down * PAN))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _escape(self) -> None:
        if self._gesture is not None:
            self.cancel_gesture()
        else:
            self.clicked.emit(None, False)

    def cancel_gesture(self) -> None:
        """End a gesture that is under way, with nothing done."""
        if self._gesture is not None:
            self._gesture.cancel()
        self._gesture = self._pressed = None

    def _moved(self, ids: tuple[str, ...], across: float, down: float) -> None:
        self.move_wanted.emit(ids, across, down)

    def _resized(self, system: str, scale: float) -> None:
        self.resize_wanted.emit(system, scale)

    def _connected(self, start: Hit, end: Hit) -> None:
        self.connect_wanted.emit(start, end)

    def _carried(self, statement: str, target: Hit) -> None:
        self.carry_wanted.emit(statement, target)

    def _banded(self, ids: tuple[str, ...]) -> None:
        self.banded.emit(ids)


def _is_drag(start: QPoint, point: QPoint) -> bool:
    return (point - start).manhattanLength() >= QApplication.startDragDistance()


_ADD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
