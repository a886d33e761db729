"""What lies between services: shared objects, links and counted arrows, as parts that last.

A part is drawn anew only where what it joins has moved, or something has come into its way; all
others stay the very same objects. So an edit costs what it touches, not what the map holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from activitymap.drawing.clashes import (
    CROWD,
    Bundle,
    Ends,
    Surroundings,
    bundle_shapes,
    bundled,
    ends_of,
)
from activitymap.drawing.connectors import (
    clear_of,
    link_arrow,
    link_label,
    link_ports,
    shared_box,
    shared_shapes,
)
from activitymap.drawing.crowd import Crowd, Grid
from activitymap.drawing.measures import SCREEN
from activitymap.drawing.placed import Options, PlacedSystem
from activitymap.drawing.roads import Port
from activitymap.drawing.shapes import Box, Curve, Line, Point, Role, Shape, around
from activitymap.drawing.theme import LIGHT
from activitymap.drawing.transforming import extent, traced
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import open_ones
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.values import Element, Link, LinkKind, SharedObject

BENEATH = frozenset({Role.CONTRADICTION, Role.BEARING})
"""What lies under everything else, so that it never covers text."""
ON_TOP = frozenset({Role.COUNT, Role.INNER_CONTRADICTION})
"""What lies over the services; other arrows lie beneath, so that they never cover text."""
AROUND = 300.0
"""How far around its ends a line may wander, and what is there may be in its way."""
MOST_POINTS = 1_000
"""Points of a line that others keep clear of, at most: services may lie miles apart."""
CLEAR = 3.0
"""Space that a label keeps from a line."""


Drawn = tuple[Iterable[Shape], Iterable[Box]]
"""Shapes, and the boxes in them where nothing else may be put."""


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """The shapes of one shared object, link, label or counted arrow.

    ``key`` is what it was drawn from. ``points`` lie on its lines, ``boxes`` where nothing else
    may be put: bolts, numbers and labels.
    """

    id: str
    key: object
    shapes: tuple[Shape, ...]
    box: Box
    points: tuple[Point, ...] = ()
    boxes: tuple[Box, ...] = ()

    def is_met_by(self, boxes: Iterable[Box]) -> bool:
        """Whether one of some boxes, few of them, has come into the way of this part."""
        return any(
            any(map(box.holds, self.points)) or any(map(box.meets, self.boxes))
            for box in boxes
            if box.meets(self.box)
        )


class Between:
    """Draws what lies between services, and remembers it for the next time."""

    def __init__(self) -> None:
        self._before: dict[str, Part] = {}
        self._parts: dict[str, Part] = {}
        self._new: list[Part] = []
        self._systems: Mapping[str, PlacedSystem] = {}
        self._shared: dict[str, Box] = {}
        self._grid: Grid[str] | None = None
        self._changed: list[Box] = []
        self._moved: set[str] = set()
        self._found: list[Contradiction] = []
        self._links: tuple[Link, ...] = ()
        self._groups: dict[Bundle, list[Contradiction]] = {}
        self._options: Options | None = None
        self._theme, self._measures = LIGHT, SCREEN

    def draw(
        self,
        activity_map: ActivityMap,
        found: Iterable[Contradiction],
        systems: Mapping[str, PlacedSystem],
        options: Options,
    ) -> list[Part]:
        """Return the parts of a map, from the lowest up; unchanged ones are the same objects.

        Args:
            activity_map: the map, every shared object with a place.
            found: the contradictions that are drawn at rest.
            systems: the services where they stand.
            options: the theme and style; focus and lens do not matter.
        """
        options = replace(options, focus=(), lens=None)
        self._before = dict(self._parts) if options == self._options else {}
        self._options, self._parts, self._new = options, {}, []
        theme, measures = self._theme, self._measures = options.theme, options.measures
        shared = {one.id: shared_box(one, theme, measures) for one in activity_map.shared_objects}
        self._moved = set(self._systems.keys() ^ systems.keys())
        self._changed = [box.grown(2) for box in self._differing(systems, shared)]
        self._systems, self._shared = systems, shared
        self._grid = None
        self._draw_joins(activity_map)
        self._draw_arrows(activity_map, open_ones(found))
        self._draw_labels(activity_map)
        return list(self._parts.values())

    def _differing(
        self, systems: Mapping[str, PlacedSystem], shared: Mapping[str, Box]
    ) -> Iterator[Box]:
        """Yield the boxes that are there now and were not before."""
        for name, placed in systems.items():
            known = self._systems.get(name)
            if known is None or not (
                known.drawing is placed.drawing and known.place == placed.place
            ):
                self._moved.add(name)
                old = set(known.boxes) if known else set()
                yield from (box for box in placed.boxes if box not in old)
        for name, box in shared.items():
            if self._shared.get(name) != box:
                yield box

    def _keep(self, name: str, key: object, draw: Callable[[], Drawn]) -> None:
        """Take over the part of a name as it was, or draw it anew."""
        part = self._before.get(name)
        if part is None or part.key != key or part.is_met_by(self._changed):
            shapes, boxes = draw()
            part = _part(name, key, tuple(shapes), tuple(boxes))
            self._new.append(part)
        self._parts[name] = part

    def _draw_joins(self, activity_map: ActivityMap) -> None:
        """Draw the shared objects with their connectors, and the arrows of the links."""
        for shared in activity_map.shared_objects:
            placed = map(self._systems.__getitem__, shared.systems)
            ends = tuple((one.node(Element.OBJECT), clear_of(one)) for one in placed)
            key = (shared.name, shared.place, ends)
            self._keep(shared.id, key, partial(self._shared_shapes, shared))
        for link in activity_map.links:
            starts, targets = link_ports(link, self._systems)
            self._keep(
                link.id, (link.kind, starts, targets), partial(self._link, link, (starts, targets))
            )

    def _shared_shapes(self, shared: SharedObject) -> Drawn:
        return shared_shapes(shared, self._systems, self._theme, self._measures), ()

    def _link(self, link: Link, ends: tuple[list[Port], list[Port]]) -> Drawn:
        area = around([self._systems[one].box for one in (link.source, link.target)])
        here = self._surroundings(area)
        return [link_arrow(link, ends, here.obstacles, self._theme)], ()

    def _draw_arrows(self, activity_map: ActivityMap, found: Iterable[Contradiction]) -> None:
        """Draw a counted arrow for each bundle of contradictions."""
        links, found = activity_map.links, list(found)
        same = links == self._links and found == self._found
        if not same:
            groups = bundled(found)
            order = sorted(groups, key=lambda one: len(one.systems))
            self._found, self._links = found, links
            self._groups = {bundle: groups[bundle] for bundle in order}
        newer = {(one.source, one.target) for one in links if one.kind is LinkKind.NEWER_FORM}
        thin = sum(len(bundle.systems) == 2 for bundle in self._groups) > CROWD
        for bundle, several in self._groups.items():
            name = bundle.id
            known = self._before.get(name)
            if same and known is not None and self._moved.isdisjoint(bundle.systems):
                # Its ends are where they were: only what came into its way matters.
                self._keep(name, known.key, partial(self._arrow, bundle, known.key))
                continue
            ends = ends_of(bundle, several, self._systems, newer, thin=thin)
            self._keep(name, ends, partial(self._arrow, bundle, ends))

    def _arrow(self, bundle: Bundle, ends: object) -> Drawn:
        assert isinstance(ends, Ends)
        area = around([self._systems[one].box for one in bundle.systems])
        here = self._surroundings(area)
        assert self._options is not None
        return bundle_shapes(bundle, ends, self._systems, here, self._options)

    def _draw_labels(self, activity_map: ActivityMap) -> None:
        """Draw the labels of the links on their arrows, clear of all other arrows."""
        if not activity_map.links:
            return
        fresh = Crowd(_spot(point) for part in self._new for point in part.points)
        for link in activity_map.links:
            arrow = self._parts[link.id]
            name = f"{link.id} label"
            part = self._before.get(name)
            if part is not None and not all(map(fresh.is_free, part.boxes)):
                del self._before[name]
            key = (link.kind, link.label, arrow.shapes)
            self._keep(name, key, partial(self._label, link, arrow))

    def _label(self, link: Link, arrow: Part) -> Drawn:
        here = self._surroundings(arrow.box)
        for part in self._parts.values():
            if part is not arrow and part.box.meets(arrow.box.grown(AROUND)):
                here.taken.extend(map(_spot, part.points))
        (curve,) = arrow.shapes
        assert isinstance(curve, Curve)
        start, first, second, end = curve.points
        way = (start, first, second, end)
        shapes = link_label(link, way, here.taken, self._theme, self._measures)
        return shapes, [extent(shapes[0])]

    def _surroundings(self, area: Box) -> Surroundings:
        """Return what lies around an area: services, shared objects, and parts drawn before."""
        wide = area.grown(AROUND)
        obstacles, taken, used = Crowd(), Crowd(), Crowd()
        if self._grid is None:
            # Most edits draw no line anew and need to find nobody.
            self._grid = Grid((one, placed.box) for one, placed in self._systems.items())
        for name in self._grid.near(wide):
            placed = self._systems[name]
            for box in placed.boxes:
                obstacles.append(box.grown(CLEAR))
                taken.append(box.grown(CLEAR))
            obstacles.extend(placed.slices)
        for box in self._shared.values():
            if box.meets(wide):
                obstacles.append(box)
                taken.append(box)
        for part in self._all_parts():
            if part.box.meets(wide):
                taken.extend(part.boxes)
                if part.boxes and part.points:
                    used.extend(_spot(end).grown(9) for end in (part.points[0], part.points[-1]))
        return Surroundings(obstacles, taken, used)

    def _all_parts(self) -> Iterator[Part]:
        """Go through what is drawn already, and what will stay of what was drawn before."""
        yield from self._parts.values()
        for name, part in self._before.items():
            if name not in self._parts:
                yield part


def _part(name: str, key: object, shapes: tuple[Shape, ...], boxes: tuple[Box, ...]) -> Part:
    points: list[Point] = []
    for shape in shapes:
        if isinstance(shape, Line | Curve) and shape.tag.role is not Role.SHARED_OBJECT:
            box = extent(shape)
            points += traced(shape, max(8.0, (box.width + box.height) / MOST_POINTS))
    return Part(name, key, shapes, around(map(extent, shapes)), tuple(points), boxes)


def _spot(point: Point) -> Box:
    return Box(point.x, point.y, point.x, point.y).grown(CLEAR)
