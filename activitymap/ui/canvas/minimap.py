"""The minimap: where on a large map the person looks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.ui.canvas.camera import Camera
from activitymap.ui.canvas.scene import united
from activitymap.ui.painting import rectangle

SIZE = QSize(180, 120)
MARGIN = 10


class Minimap(QWidget):
    """Shows all services as spots and the part that is seen as a frame; a click goes there.

    It lies in the lower right corner of the canvas, and only while a part of the map is unseen.
    """

    def __init__(self, camera: Camera) -> None:
        super().__init__(camera.viewport())
        self._camera = camera
        self._theme: Theme = LIGHT
        self._wanted = True
        self._spots: list[QRectF] = []
        self._whole = QRectF(0, 0, 1, 1)
        self._scale, self._corner = 1.0, QPointF()
        self.resize(SIZE)
        self.setAccessibleName(self.tr("Where on the map you look"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        camera.looked.connect(self.follow)

    def show_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self._theme = theme
        self.update()

    def show_wanted(self, wanted: bool) -> None:
        """Show the minimap where it helps, or never."""
        self._wanted = wanted
        self.follow()

    def show_map(self) -> None:
        """Look at the services of the map again."""
        boxes = [rectangle(one.box) for one in self._camera.drawn.placed.values()]
        whole = united(boxes) if boxes else QRectF(0, 0, 1, 1)
        self._scale = min(self.width() / whole.width(), self.height() / whole.height())
        spare = QPointF(self.width(), self.height()) / self._scale
        spare -= QPointF(whole.width(), whole.height())
        self._corner = whole.topLeft() - spare / 2
        self._spots = [self._place(box) for box in boxes]
        self._whole = whole
        self.follow()

    def follow(self) -> None:
        """Look again at what is seen of the map."""
        viewport = self._camera.viewport()
        self.move(
            viewport.width() - self.width() - MARGIN, viewport.height() - self.height() - MARGIN
        )
        unseen = not self._camera.shown().contains(self._whole)
        self.setVisible(self._wanted and unseen and len(self._spots) > 1)
        self.update()

    def _place(self, box: QRectF) -> QRectF:
        return QRectF((box.topLeft() - self._corner) * self._scale, box.size() * self._scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.line))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.quiet))
        painter.drawRects(self._spots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.contradiction), 2))
        seen = self._place(self._camera.shown())
        painter.drawRect(seen.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, point: QPointF) -> None:
        self._camera.go_to(self._corner + point / self._scale)
