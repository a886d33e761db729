"""The items of the canvas: they hold ids and prepared shapes, and know no model."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from activitymap.drawing.shapes import Box, Shape, around
from activitymap.drawing.transforming import extent
from activitymap.ui.painting import Prepared, rectangle

OVERVIEW = 0.3
"""Zoom below which a service is its triangle and its name, and a need its first words, drawn
large enough to read."""
HEAD = 16.0
"""How far strokes, arrow heads and letters may reach beyond the points of a shape."""


class ShapesItem(QGraphicsItem):
    """Some shapes of the drawing as one item without children; ``few`` of them from far."""

    def __init__(self, shapes: Sequence[Shape], few: Sequence[Shape] = ()) -> None:
        super().__init__()
        self._prepared = Prepared(shapes)
        self._few = Prepared(few) if few else None
        self._rectangle = rectangle(_box(shapes))

    @override
    def boundingRect(self) -> QRectF:
        return self._rectangle

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        shown = self._few if self._few is not None and zoom < OVERVIEW else self._prepared
        shown.paint(painter, zoom)

    def show_shapes(self, shapes: Sequence[Shape]) -> None:
        """Show other shapes in the place of these."""
        self.prepareGeometryChange()
        self._prepared = Prepared(shapes)
        self._rectangle = rectangle(_box(shapes))
        self.update()


class SystemItem(ShapesItem):
    """One service, in coordinates around the middle of its triangle."""

    def __init__(self, system: str, shapes: Sequence[Shape], few: list[Shape]) -> None:
        super().__init__(shapes, few)
        self.system = system

    def keep_picture(self, keep: bool) -> None:
        """Keep a picture at the zoom of the screen, so that dragging and panning only copy it."""
        mode = QGraphicsItem.CacheMode
        self.setCacheMode(mode.DeviceCoordinateCache if keep else mode.NoCache)


def _box(shapes: Sequence[Shape]) -> Box:
    """Return the box around shapes with their strokes and arrow heads."""
    return around(map(extent, shapes)).grown(HEAD) if shapes else Box(0, 0, 0, 0)
