"""The scene: one item for each service, and the connectors and arrows between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneHelpEvent, QToolTip
from typing_extensions import override

from activitymap.drawing.between import BENEATH, ON_TOP, Between, Part
from activitymap.drawing.connectors import shared_box
from activitymap.drawing.focus import focus_arrows, focus_cards
from activitymap.drawing.layout import FADED
from activitymap.drawing.lens import LENS_FADED, lens_shapes
from activitymap.drawing.needs import Needs
from activitymap.drawing.placed import Options, PlacedSystem, place_system
from activitymap.drawing.shapes import Box, Point, Role, Shape, Text, around
from activitymap.drawing.transforming import extent
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.lenses import groups
from activitymap.model.values import ActivitySystem, Place
from activitymap.ui.canvas.evidence import evidence
from activitymap.ui.canvas.hitting import Hit, hit
from activitymap.ui.canvas.items import ShapesItem, SystemItem
from activitymap.ui.canvas.overlay import Overlay
from activitymap.ui.canvas.overview import Overview, few_need_shapes, few_shapes
from activitymap.ui.painting import rectangle

BELOW, LINKS, SYSTEMS, ABOVE, CHOSEN, OVER = range(6)
MARGIN = 400.0
NEW_SERVICE = 200.0
"""Half the room that a new service takes."""
FAR, MANY = 0.12, 150
"""Zoom below which more services than `MANY` are shown as one picture."""
NEAR = 2.0
"""Zoom above which a picture of a service would be larger than the screen."""
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
        self._shared: dict[str, Box] = {}
        self._chosen: tuple[str, ...] = ()
        self._overview = Overview()
        self._overview.hide()
        self.addItem(self._overview)
        self._far = self._near = False
        self.overlay = Overlay()
        self.overlay.setZValue(OVER)
        self.addItem(self.overlay)
        self._items: dict[str, SystemItem] = {}
        self._shown_systems: dict[str, ActivitySystem] = {}
        self._between = Between()
        self._needs = Needs()
        self._need_item = ShapesItem([])
        self._need_item.setZValue(LINKS)  # Beneath the cards: it never covers text.
        self.addItem(self._need_item)
        self._parts: list[Part] = []
        self._shown_parts: dict[str, Part] = {}
        self._part_items: dict[str, list[ShapesItem]] = {}
        self._chosen_item = ShapesItem([])
        self._chosen_item.setZValue(CHOSEN)
        self.addItem(self._chosen_item)

    @property
    def options(self) -> Options:
        """How the map is drawn, and which contradictions are in focus."""
        return self._options

    def show_map(self, activity_map: ActivityMap, detection: Detection) -> None:
        """Show a map with what was found in it; items of what did not change are kept."""
        self._map, self._detection = activity_map, detection
        self._place_items()
        self._draw_between()
        self._make_room()

    def show_zoom(self, zoom: float) -> None:
        """Show large maps from far as one picture, and everything else service by service."""
        near = zoom > NEAR
        if near is not self._near:
            self._near = near
            for item in self._items.values():
                item.keep_picture(not near)
        far = zoom < FAR and len(self._items) > MANY
        if far is not self._far:
            self._far = far
            self._show_near()

    def _show_near(self) -> None:
        near = not self._far
        self._overview.setVisible(self._far)
        for item in (*self._items.values(), self._chosen_item):
            item.setVisible(near)
        for items in self._part_items.values():
            for item in items:
                item.setVisible(near)
        if self._far:
            colours = {one.id: one.colour for one in self._map.systems}
            services = self._options.theme.services
            known = ((one, services[colours[name]]) for name, one in self._placed.items())
            self._overview.show_systems(known, self.sceneRect())

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
        if again:
            self._make_room()

    @property
    def placed(self) -> Mapping[str, PlacedSystem]:
        """The services where they stand, by id."""
        return self._placed

    def box_of(self, identity: str) -> QRectF | None:
        """Return where what has an id lies, arrows by their number; ``None`` if it is not drawn."""
        box = self._box_of(identity)
        return None if box is None else rectangle(box)

    def _box_of(self, identity: str) -> Box | None:
        for system, placed in self._placed.items():
            if system == identity:
                return placed.box
            row = placed.row(identity)
            if row is not None:
                return row
            for element in placed.drawing.cards:
                if f"{system}/{element}" == identity:
                    return placed.card(element)
        lying = self._shared | self._needs.boxes
        if identity in lying:
            return lying[identity]
        for name in (identity, f"{identity} label"):
            if name in self._shown_parts:
                numbers = [s for s in self._shown_parts[name].shapes if isinstance(s, Text)]
                if numbers:
                    return extent(numbers[0])
        return None

    def movable(self) -> dict[str, Box]:
        """Return the boxes of all that can be dragged: services and shared objects."""
        return {one: placed.box for one, placed in self._placed.items()} | self._shared

    def is_taken(self, point: QPointF) -> bool:
        """Whether a new service would lie over another one at a point."""
        room = rectangle(Box(point.x(), point.y(), point.x(), point.y()).grown(NEW_SERVICE))
        return any(room.intersects(rectangle(box)) for box in self.movable().values())

    def handle_of(self, system: str) -> QPointF:
        """Return the corner by which a service is resized."""
        box = self._placed[system].box
        return QPointF(box.right, box.bottom)

    def scale_of(self, system: str) -> float:
        """Return how large a service's triangle is."""
        return next(one.scale for one in self._map.systems if one.id == system)

    def hit_at(self, point: QPointF, reach: float) -> Hit | None:
        """Return what lies at a point, lines within ``reach``."""
        at = Point(point.x(), point.y())
        return hit(at, reach, self._placed.values(), self._shared, self._parts)

    @override
    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        found = self.hit_at(event.scenePos(), 0.0)
        told = evidence(self._map, found.id) if found else ""
        QToolTip.showText(event.screenPos(), told)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What frames are drawn around."""
        return self._chosen

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Draw frames around what is chosen, and a handle where one service is."""
        self._chosen = tuple(ids)
        self._draw_frames()

    def _draw_frames(self) -> None:
        boxes = {one: self._box_of(one) for one in self._chosen}
        self.overlay.frames = [rectangle(box) for box in boxes.values() if box is not None]
        one = next(iter(self._chosen), None)
        alone = len(self._chosen) == 1 and one in self._placed
        self.overlay.handle = self.handle_of(one) if alone and one is not None else None
        self.overlay.colour = self._options.theme.services[0]
        self.overlay.update()
        self._need_item.show_shapes(
            self._needs.lines(self._map, self._chosen, self._rows(), self._options.theme)
        )

    def _rows(self) -> dict[str, Box]:
        """Return the boxes of the statements that bear on a need and are drawn."""
        if not self._chosen or not self._map.need_marks:
            return {}
        marked = dict.fromkeys(mark.statement for mark in self._map.need_marks)
        boxes = {one: self._box_of(one) for one in marked}
        return {one: box for one, box in boxes.items() if box is not None}

    def content(self) -> QRectF:
        """Return the box around everything that is drawn, for fitting it into the view."""
        boxes = [placed.box for placed in self._placed.values()]
        boxes += self._shared.values()
        boxes += (part.box for part in self._parts)
        return rectangle(around(boxes).grown(24)) if boxes else QRectF(-400, -300, 800, 600)

    def drag(self, ids: Iterable[str], across: float, down: float) -> None:
        """Show services and shared objects away from their places, while a person drags them."""
        placed, shared = dict(self._placed), dict[str, Place]()
        for one in ids:
            if one in placed:
                place = _beside(self._placed[one].place, across, down)
                placed[one] = PlacedSystem(placed[one].drawing, place)
                self._items[one].setPos(place.x, place.y)
            else:
                shared[one] = Place(x=across, y=down)
        if len(placed) <= LIVE_SYSTEMS:
            self._draw_between(placed, self._shifted(shared))

    def _shifted(self, ways: Mapping[str, Place]) -> ActivityMap:
        """Return the map with shared objects moved by some ways."""
        if not ways:
            return self._map
        return self._map.but(
            shared_objects=tuple(
                one.but(place=_beside(one.place, ways[one.id].x, ways[one.id].y))
                if one.id in ways and one.place
                else one
                for one in self._map.shared_objects
            )
        )

    def _place_items(self) -> None:
        systems = {system.id: system for system in self._map.systems}
        for gone in self._items.keys() - systems.keys():
            self._drop(gone)
        for system in self._map.systems:
            if self._shown_systems.get(system.id) is system and system.id in self._items:
                continue
            self._shown_systems[system.id] = system
            placed = place_system(system, self._options)
            known = self._placed.get(system.id)
            if known is None or known.drawing is not placed.drawing:
                if known is not None:
                    self._drop(system.id)
                self._add(placed)
            self._placed[system.id] = placed
            self._items[system.id].setPos(placed.place.x, placed.place.y)

    def _make_room(self) -> None:
        """Let the view be scrolled to all that is drawn, the needs below the map included."""
        room = self.content().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        self.setSceneRect(room)
        self.overlay.cover(room.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        if self._far:
            self._show_near()

    def _add(self, placed: PlacedSystem) -> None:
        drawing = placed.drawing
        item = SystemItem(drawing.system, drawing.shapes, few_shapes(drawing))
        item.setZValue(SYSTEMS)
        item.keep_picture(not self._near)
        self.addItem(item)
        self._items[drawing.system] = item

    def _drop(self, system: str) -> None:
        self.removeItem(self._items.pop(system))
        del self._placed[system]
        self._shown_systems.pop(system, None)

    def _draw_between(
        self,
        placed: dict[str, PlacedSystem] | None = None,
        activity_map: ActivityMap | None = None,
    ) -> None:
        """Draw connectors, arrows, and what is chosen; all else fades while something is."""
        systems = self._placed if placed is None else placed
        shown = self._map if activity_map is None else activity_map
        options, focus = self._options, self._options.focus
        resting = not focus and options.lens is None and options.contradictions
        found = self._detection.contradictions if resting else ()
        self._parts = self._between.draw(shown, found, systems, options)
        self._shared = {one.id: shared_box(one, options.theme) for one in shown.shared_objects}
        self._parts += self._needs.draw(shown, systems, self._shared.values(), options.theme)
        chosen: list[Shape] = []
        if focus:
            boxes = list(self._shared.values())
            chosen += focus_arrows(focus, systems, options, shown.links, boxes)
            chosen += focus_cards(focus, systems, options)
        elif options.lens is not None:
            found_groups = groups(shown, self._detection, options.lens)
            chosen += lens_shapes(found_groups, systems, options.theme)
        self._chosen_item.show_shapes(chosen)
        strength = FADED if focus else LENS_FADED if options.lens else 1.0
        self._show_parts(strength)
        for item in self._items.values():
            item.setOpacity(strength)
        if self._far:
            self._show_near()
        self._draw_frames()

    def _show_parts(self, strength: float) -> None:
        """Show the parts between services, each with items of its own; known ones stay."""
        now = {part.id: part for part in self._parts}
        for name in [name for name, part in self._shown_parts.items() if now.get(name) is not part]:
            for item in self._part_items.pop(name):
                self.removeItem(item)
            del self._shown_parts[name]
        for name, part in now.items():
            if name not in self._shown_parts:
                self._part_items[name] = list(self._items_of(part))
                self._shown_parts[name] = part
            for item in self._part_items[name]:
                item.setOpacity(strength)

    def _items_of(self, part: Part) -> Iterator[ShapesItem]:
        layers: dict[int, list[Shape]] = {}
        for shape in part.shapes:
            role = shape.tag.role
            layer = ABOVE if role in ON_TOP else BELOW if role in BENEATH else LINKS
            layers.setdefault(layer, []).append(shape)
        for layer, shapes in layers.items():
            need = shapes[0].tag.role is Role.NEED
            item = ShapesItem(shapes, few_need_shapes(shapes) if need else ())
            item.setZValue(layer)
            self.addItem(item)
            yield item


def _beside(place: Place, across: float, down: float) -> Place:
    return Place(x=place.x + across, y=place.y + down)


def united(boxes: Sequence[QRectF]) -> QRectF:
    """Return the rectangle around rectangles, at least one."""
    together = boxes[0]
    for box in boxes[1:]:
        together = together.united(box)
    return together


def ids_of(found: Iterable[Contradiction]) -> list[str]:
    """Return the ids of the statements and elements that contradictions are about."""
    return list(dict.fromkeys(side.id for one in found for side in one.sides))
