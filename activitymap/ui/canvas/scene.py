"""The scene: one item for each service, and the connectors and arrows between them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from activitymap.drawing.layout import (
    FADED,
    ON_TOP,
    Options,
    PlacedSystem,
    arrows_at_rest,
    connectors,
    focus_arrows,
    focus_cards,
    link_labels,
    place_system,
    shared_boxes,
    taken_boxes,
)
from activitymap.drawing.shapes import Box, Curve, Line, Role, Shape, around
from activitymap.drawing.transforming import extent, traced
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.values import Place
from activitymap.ui.canvas.items import ShapesItem, SystemItem
from activitymap.ui.canvas.overview import few_shapes
from activitymap.ui.painting import rectangle

BELOW, LINKS, SYSTEMS, ABOVE, CHOSEN = range(5)
MARGIN = 400.0
LIVE_SYSTEMS = 60
"""Services up to which arrows follow a drag; with more of them they catch up at its end."""


class Scene(QGraphicsScene):
    """Shows a map: what was drawn stays, as long as what it shows does not change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = Options(legend=False, title=False)
        self._map = ActivityMap()
        self._detection = Detection()
        self._placed: dict[str, PlacedSystem] = {}
        self._arrows: list[Shape] = []
        self._items: dict[str, SystemItem] = {}
        empty = Box(0, 0, 1, 1)
        self._layers = {layer: ShapesItem([], empty) for layer in (BELOW, LINKS, ABOVE, CHOSEN)}
        for layer, item in self._layers.items():
            item.setZValue(layer)
            self.addItem(item)

    @property
    def options(self) -> Options:
        """How the map is drawn, and which contradictions are in focus."""
        return self._options

    def show_map(self, activity_map: ActivityMap, detection: Detection) -> None:
        """Show a map with what was found in it; items of what did not change are kept."""
        self._map, self._detection = activity_map, detection
        self._place_items()
        self._draw_between()

    def show_options(self, options: Options) -> None:
        """Draw the same map in another way, or with other contradictions in focus."""
        again = options.theme is not self._options.theme
        again |= options.cross_lines is not self._options.cross_lines
        self._options = options
        self.setBackgroundBrush(QColor(options.theme.background))
        if again:
            for system in list(self._items):
                self._drop(system)
            self._place_items()
        self._draw_between()

    def box_of(self, identity: str) -> QRectF | None:
        """Return where a service, element, statement or an arrow's number lies, if it is drawn."""
        for placed in self._placed.values():
            if placed.drawing.system == identity:
                return rectangle(placed.box)
            row = placed.row(identity)
            if row is not None:
                return rectangle(row)
            for element in placed.drawing.cards:
                if f"{placed.drawing.system}/{element}" == identity:
                    return rectangle(placed.card(element))
        for shape in self._arrows:
            if shape.tag.id == identity and shape.tag.role is Role.COUNT:
                return rectangle(extent(shape))
        return None

    def system_at(self, point: QPointF) -> SystemItem | None:
        """Return the item of the service at a point of the scene."""
        found = [item for item in self.items(point) if isinstance(item, SystemItem)]
        return found[0] if found else None

    def arrow_at(self, point: QPointF, reach: float) -> str | None:
        """Return the id of the counted arrow within ``reach`` of a point, the topmost first."""
        near = Box(point.x(), point.y(), point.x(), point.y()).grown(reach)
        for shape in reversed(self._arrows):
            if extent(shape).meets(near) and (
                shape.tag.role is Role.COUNT
                or (isinstance(shape, Line | Curve) and any(map(near.holds, traced(shape))))
            ):
                return shape.tag.id
        return None

    def content(self) -> QRectF:
        """Return the box around everything that is drawn, for fitting it into the view."""
        boxes = [placed.box for placed in self._placed.values()]
        boxes += shared_boxes(self._map, self._options)
        boxes += map(extent, self._arrows)
        return rectangle(around(boxes).grown(24)) if boxes else QRectF(-400, -300, 800, 600)

    def drag(self, systems: Iterable[str], across: float, down: float) -> None:
        """Show services away from their places, while a person drags them."""
        placed = dict(self._placed)
        for system in systems:
            place = self._placed[system].place
            moved = Place(x=place.x + across, y=place.y + down)
            placed[system] = PlacedSystem(placed[system].drawing, moved)
            self._items[system].setPos(moved.x, moved.y)
        if len(placed) <= LIVE_SYSTEMS:
            self._draw_between(placed)

    def _place_items(self) -> None:
        systems = {system.id: system for system in self._map.systems}
        for gone in self._items.keys() - systems.keys():
            self._drop(gone)
        for system in self._map.systems:
            placed = place_system(system, self._options)
            known = self._placed.get(system.id)
            if known is None or known.drawing is not placed.drawing:
                if known is not None:
                    self._drop(system.id)
                self._add(placed)
            self._placed[system.id] = placed
            self._items[system.id].setPos(placed.place.x, placed.place.y)
        self.setSceneRect(self.content().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _add(self, placed: PlacedSystem) -> None:
        drawing = placed.drawing
        item = SystemItem(drawing.system, list(drawing.shapes), few_shapes(drawing), drawing.box)
        item.regions = [
            *drawing.rows.items(),
            *((f"{drawing.system}/{element}", box) for element, box in drawing.cards.items()),
        ]
        item.setZValue(SYSTEMS)
        self.addItem(item)
        self._items[drawing.system] = item

    def _drop(self, system: str) -> None:
        self.removeItem(self._items.pop(system))
        del self._placed[system]

    def _draw_between(self, placed: dict[str, PlacedSystem] | None = None) -> None:
        """Draw connectors, arrows, and what is chosen; all else fades while something is."""
        systems = self._placed if placed is None else placed
        options, focus = self._options, self._options.focus
        taken = taken_boxes(self._map, systems, options)
        joins = list(connectors(self._map, systems, options))
        avoided, links = shared_boxes(self._map, options), self._map.links
        arrows: list[Shape] = []
        chosen: list[Shape] = []
        if focus:
            arrows = list(focus_arrows(focus, systems, options, links, avoided))
            chosen = list(focus_cards(focus, systems, options))
        elif options.contradictions:
            found = self._detection.contradictions
            arrows = list(arrows_at_rest(found, systems, avoided, taken, options, links))
        self._arrows = arrows if not focus else []
        joins += link_labels(links, [*joins, *arrows], taken, options)
        counts = [shape for shape in arrows if shape.tag.role in ON_TOP]
        lines = [shape for shape in arrows if shape.tag.role not in ON_TOP]
        box = around([*taken, Box(0, 0, 1, 1)]).grown(MARGIN / 2)
        for layer, shapes in (
            (BELOW, lines if not focus else []),
            (LINKS, joins),
            (ABOVE, counts if not focus else lines),
            (CHOSEN, chosen),
        ):
            self._layers[layer].show_shapes(shapes, box)
        strength = FADED if focus else 1.0
        for item in (*self._items.values(), self._layers[LINKS]):
            item.setOpacity(strength)


def ids_of(found: Iterable[Contradiction]) -> list[str]:
    """Return the ids of the statements and elements that contradictions are about."""
    return list(dict.fromkeys(side.id for one in found for side in one.sides))
