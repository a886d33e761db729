"""A drawing in a widget: as large as fits, or at its own size in a scroll area."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from activitymap.drawing.shapes import Drawing, Polygon, Role
from activitymap.ui.painting import Prepared

LARGEST = 2.0
"""Beyond this zoom a small drawing is not enlarged to fill its room."""


class Picture(QWidget):
    """Shows one drawing; ``clicked`` carries the id of the statement under the mouse, or ``""``.

    With ``fits`` the whole drawing is shown as large as there is room; without, at its own size.
    """

    clicked = Signal(str)

    def __init__(self, *, fits: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits = fits
        self._drawing: Drawing | None = None
        self._prepared = Prepared(())
        policy = QSizePolicy.Policy.Expanding if fits else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, policy)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing in the place of the one before."""
        self._drawing, self._prepared = drawing, Prepared(drawing)
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        if not self._fits:
            self.setFixedSize(self.sizeHint())
        self.update()

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    @property
    def zoom(self) -> float:
        """The pixels in one unit of the drawing, as it is shown now."""
        return self._zoom()[0]

    @override
    def sizeHint(self) -> QSize:
        if self._drawing is None or self._fits:
            return QSize(320, 200)
        return QSize(round(self._drawing.box.width), round(self._drawing.box.height))

    def _zoom(self) -> tuple[float, QPointF]:
        """Return the pixels in one unit, and where the drawing's corner lies."""
        assert self._drawing is not None
        box = self._drawing.box
        if not self._fits:
            return 1.0, QPointF(-box.left, -box.top)
        zoom = min(self.width() / box.width, self.height() / box.height, LARGEST)
        left = (self.width() - box.width * zoom) / 2 - box.left * zoom
        top = (self.height() - box.height * zoom) / 2 - box.top * zoom
        return zoom, QPointF(left, top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._drawing is None:
            return
        painter.fillRect(self.rect(), QColor(self._drawing.background))
        zoom, corner = self._zoom()
        painter.translate(corner)
        painter.scale(zoom, zoom)
        self._prepared.paint(painter, zoom)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._drawing is not None:
            zoom, corner = self._zoom()
            point = (event.position() - corner) / zoom
            self.clicked.emit(self._statement_at(point))
        else:
            super().mousePressEvent(event)

    def place_of(self, identity: str) -> QPointF | None:
        """Return where on the widget a statement's card has its middle, if it is drawn."""
        for shape in self._drawing or ():
            if isinstance(shape, Polygon) and shape.tag.id == identity:
                xs, ys = zip(*shape.points, strict=True)
                zoom, corner = self._zoom()
                return QPointF(sum(xs) / len(xs), sum(ys) / len(ys)) * zoom + corner
        return None

    def _statement_at(self, point: QPointF) -> str:
        for shape in self._drawing or ():
            if isinstance(shape, Polygon) and shape.tag.role is Role.STATEMENT:
                xs, ys = zip(*shape.points, strict=True)
                if min(xs) <= point.x() <= max(xs) and min(ys) <= point.y() <= max(ys):
                    return shape.tag.id
        return ""
