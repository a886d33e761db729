"""The camera over the canvas: zooming at the pointer, panning, fitting, and looking back."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget
from typing_extensions import override

from activitymap.ui.canvas.scene import Scene

CLOSEST, FARTHEST = 6.0, 0.02
STEP = 1.2
FITTED_AT_MOST = 2.5
READABLE = 0.9
"""Zoom at which the words of a card are read without effort."""


class Camera(QGraphicsView):
    """Shows a part of the scene; ``zoomed`` carries the zoom, ``looked`` says that it moved."""

    zoomed = Signal(float)
    looked = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._scene = scene
        self._fitted = True
        self.zoomed.connect(scene.show_zoom)
        self._before: tuple[QTransform, QPointF, bool] | None = None
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def drawn(self) -> Scene:
        """The scene that is shown."""
        return self._scene

    @property
    def zoom(self) -> float:
        """Pixels of the screen in one unit of the drawing."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole map, and keep it so while the window changes its size."""
        self.show_box(self._scene.content())
        self._fitted = True

    def bring_into_view(self, box: QRectF) -> None:
        """Show a part of the map, large enough to read where there is room for it.

        Nothing moves if it is shown so already. `look_back` returns to what was shown before.
        """
        shown = self.shown()
        around = box.adjusted(-60, -60, 60, 60)
        room = self.viewport().rect()
        fitting = min(room.width() / around.width(), room.height() / around.height())
        if shown.contains(box) and self.zoom > 0.8 * min(fitting, READABLE):
            return
        before = self._before or (self.transform(), shown.center(), self._fitted)
        self.show_box(around, max(READABLE, self.zoom))
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
        self.looked.emit()

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
        self.looked.emit()

    def zoom_to(self, zoom: float) -> None:
        """Zoom so that one unit has ``zoom`` pixels."""
        self.zoom_by(zoom / self.zoom)

    def show_box(self, box: QRectF, closest: float = FITTED_AT_MOST) -> None:
        """Show a part of the map as large as fits, up to a zoom."""
        self.fitInView(box, Qt.AspectRatioMode.KeepAspectRatio)
        if self.zoom > closest:
            factor = closest / self.zoom
            self.scale(factor, factor)
        self.centerOn(box.center())
        self._fitted, self._before = False, None
        self.zoomed.emit(self.zoom)
        self.looked.emit()

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # passed on as it came
        if self._fitted:
            self.fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
        event.accept()

    def pan(self, way: QPoint) -> None:
        """Move what is shown by a way in pixels."""
        self._fitted, self._before = False, None
        for bar, distance in (
            (self.horizontalScrollBar(), way.x()),
            (self.verticalScrollBar(), way.y()),
        ):
            bar.setValue(bar.value() + distance)
        self.looked.emit()

    def go_to(self, point: QPointF) -> None:
        """Show a point of the scene in the middle."""
        self._fitted, self._before = False, None
        self.centerOn(point)
        self.looked.emit()

    def shown(self) -> QRectF:
        """Return the part of the scene that is shown."""
        return self.mapToScene(self.viewport().rect()).boundingRect()
