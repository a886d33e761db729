"""Frames, drags and typing on the canvas, against the same map as ordinary child items."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.placed import Options, place_system
from activitymap.drawing.placing import arranged
from activitymap.drawing.shapes import Curve, Line, Polygon, Text
from activitymap.export.png import path_of
from activitymap.model.activity_map import ActivityMap
from activitymap.ui.application import application
from activitymap.ui.main_window import MainWindow
from bench.maps import large_map
from bench.timing import Ratio, best

STATEMENTS_EACH = 10


class Empty(QGraphicsItem):
    """An item that paints nothing: what is left is what Qt and Python cost an item."""

    def __init__(self, rectangle: QRectF) -> None:
        super().__init__()
        self._rectangle = rectangle

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
        pass


def ratios() -> Iterator[Ratio]:
    """Measure 100 and 1,000 services at 1:1, the whole map, a drag, and from key to picture."""
    application(["bench"])
    for services, goal in ((100, 0.25), (1_000, 0.5)):
        activity_map = arranged(large_map(services, STATEMENTS_EACH))
        window, plain = _window(activity_map), _child_items(activity_map)
        yield from _frames(window, plain, services, goal)
        if services == 1_000:
            yield _whole(window, activity_map)
        yield _drag(window, plain, services)
        yield _typing(window, services)
        window.document.undo_stack.setClean()
        window.close()
        window.deleteLater()
        plain.close()


def _frames(
    window: MainWindow, plain: QGraphicsView, services: int, goal: float
) -> Iterator[Ratio]:
    middle = window.document.map.systems[services // 2].id
    box = window.scene.box_of(middle)
    assert box is not None
    for view in (window.view, plain):
        view.resetTransform()
        view.centerOn(box.center())
    window.view.zoom_to(1.0)
    frame, items = best(window.view.viewport().repaint, plain.viewport().repaint)
    yield Ratio(f"a frame at 1:1, {services:,} services", "child items", frame, items, goal)


def _whole(window: MainWindow, activity_map: ActivityMap) -> Ratio:
    scene = QGraphicsScene()
    for system in activity_map.systems:
        placed = place_system(system, Options())
        box = placed.box
        scene.addItem(Empty(QRectF(box.left, box.top, box.width, box.height)))
    empty = _shown(scene, window)
    empty.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    window.view.fit()
    frame, items = best(window.view.viewport().repaint, empty.viewport().repaint)
    empty.close()
    return Ratio("a frame of the whole map, 1,000 services", "empty items", frame, items, 2)


def _drag(window: MainWindow, plain: QGraphicsView, services: int) -> Ratio:
    """Drag a service in 20 steps, each with its frame."""
    system = window.document.map.systems[services // 2].id
    box = window.scene.box_of(system)
    assert box is not None
    for view in (window.view, plain):
        view.resetTransform()
        view.centerOn(box.center())
    item = next(one for one in plain.scene().items() if one.data(0) == system)

    def ours() -> None:
        for step in range(20):
            window.scene.drag([system], step * 3.0, step * 2.0)
            window.view.viewport().repaint()
        window.scene.drag([system], 0.0, 0.0)

    def theirs() -> None:
        start = item.pos()
        for step in range(20):
            item.setPos(start + QPointF(step * 3.0, step * 2.0))
            plain.viewport().repaint()
        item.setPos(start)

    drag, items = best(ours, theirs, rounds=3)
    return Ratio(f"a drag of 20 steps, {services:,} services", "child items", drag, items, 1)


def _typing(window: MainWindow, services: int) -> Ratio:
    """Type one statement and see it: the edit, the contradictions and the picture."""
    system = window.document.map.systems[services // 2]
    element = system.statements[0].element
    scene = QGraphicsScene()
    bare = QGraphicsSimpleTextItem("Nobody waits")
    scene.addItem(bare)
    view = _shown(scene, window)

    def ours() -> None:
        window.canvas.editor.write(system.id, element, ["Nobody waits"])
        window.view.viewport().repaint()

    def theirs() -> None:
        bare.setText(bare.text() + ".")
        view.viewport().repaint()

    typed, text = best(ours, theirs, rounds=5)
    view.close()
    return Ratio(f"from key to picture, {services:,} services", "a bare text item", typed, text, 50)


def _window(activity_map: ActivityMap) -> MainWindow:
    window = MainWindow()
    window.resize(1280, 720)
    window.show()
    window.document.show_map(activity_map)
    QApplication.processEvents()
    return window


def _shown(scene: QGraphicsScene, beside: MainWindow) -> QGraphicsView:
    view = QGraphicsView(scene)
    scene.setParent(view)  # A view does not own its scene.
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(beside.view.size())
    view.show()
    QApplication.processEvents()
    return view


def _child_items(activity_map: ActivityMap) -> QGraphicsView:
    """Return a view of the map as people first build it: an item for each shape and line."""
    scene = QGraphicsScene()
    for system in activity_map.systems:
        placed = place_system(system, Options())
        parent = QGraphicsRectItem()
        parent.setData(0, system.id)
        parent.setPos(placed.place.x, placed.place.y)
        for shape in placed.drawing.shapes:
            if isinstance(shape, Text):
                for line in shape.lines:
                    words = QGraphicsTextItem(line.text, parent)
                    font = QFont("Noto Sans")
                    font.setPixelSize(round(shape.size))
                    words.setFont(font)
                    words.setDefaultTextColor(QColor(shape.colour))
                    words.setPos(line.x, line.baseline - shape.size)
            else:
                drawn = QGraphicsPathItem(path_of(shape), parent)
                _paint(drawn, shape)
        scene.addItem(parent)
    view = QGraphicsView(scene)
    scene.setParent(view)  # A view does not own its scene.
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(854, 633)
    view.show()
    QApplication.processEvents()
    return view


def _paint(drawn: QGraphicsPathItem, shape: Line | Polygon | Curve) -> None:
    pen = shape.pen
    drawn.setPen(QPen(QColor(pen.colour), pen.width) if pen else QPen(Qt.PenStyle.NoPen))
    if not isinstance(shape, Line) and shape.fill:
        drawn.setBrush(QBrush(QColor(shape.fill)))
