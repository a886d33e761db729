"""The whole map as one drawing: laid out once, for every canvas and file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from activitymap.drawing.clashes import arrows_at_rest, open_ones
from activitymap.drawing.connectors import ENDS, link_arrow, link_label, shared_drawing, to_shared
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.describing import description
from activitymap.drawing.focus import focus_arrows, focus_cards
from activitymap.drawing.legend import legend
from activitymap.drawing.measuring import width
from activitymap.drawing.placed import Options, PlacedSystem, place_system
from activitymap.drawing.placing import arranged
from activitymap.drawing.roads import ports
from activitymap.drawing.shapes import (
    Box,
    Curve,
    Drawing,
    Line,
    Point,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
    around,
)
from activitymap.drawing.transforming import extent, faded, moved, traced
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.values import Element, Link, Place, SharedObject

__all__ = [
    "FADED",
    "ON_TOP",
    "Options",
    "PlacedSystem",
    "arrows_at_rest",
    "connectors",
    "focus_arrows",
    "focus_cards",
    "lay_out",
    "link_labels",
    "place_system",
    "shared_boxes",
    "taken_boxes",
]

MARGIN = 36.0
FADED = 0.22
"""Strength of what is not in focus."""
ON_TOP = frozenset({Role.COUNT, Role.INNER_CONTRADICTION})
"""What lies over the systems; other arrows lie beneath, so that they never cover text."""
TITLE_SIZE = 24.0
MOST_POINTS = 1_000
"""Points of a line that a label keeps clear of, at most."""


def lay_out(
    activity_map: ActivityMap, detection: Detection | None = None, options: Options | None = None
) -> Drawing:
    """Return the drawing of a map, with the contradictions that were found in it."""
    options = options or Options()
    activity_map = arranged(activity_map)
    systems = {system.id: place_system(system, options) for system in activity_map.systems}
    found = open_ones(detection.contradictions if detection and options.contradictions else ())
    taken = taken_boxes(activity_map, systems, options)
    joins = list(connectors(activity_map, systems, options))
    bodies = chain.from_iterable(placed.shapes() for placed in systems.values())
    shapes: list[Shape] = []
    avoided, links = shared_boxes(activity_map, options), activity_map.links
    if options.focus:
        arrows = list(focus_arrows(options.focus, systems, options, links, avoided))
        joins += link_labels(links, [*joins, *arrows], taken, options)
        shapes += [faded(shape, FADED) for shape in chain(joins, bodies)]
        shapes += arrows
        shapes += focus_cards(options.focus, systems, options)
    else:
        arrows = list(arrows_at_rest(found, systems, avoided, taken, options, links))
        joins += link_labels(links, [*joins, *arrows], taken, options)
        shapes += [shape for shape in arrows if shape.tag.role not in ON_TOP]
        shapes += [*joins, *bodies]
        shapes += [shape for shape in arrows if shape.tag.role in ON_TOP]
    return _framed(activity_map, shapes, taken, options, options.focus or found)


def taken_boxes(
    activity_map: ActivityMap, systems: Mapping[str, PlacedSystem], options: Options
) -> Crowd:
    """Return the boxes that no label may meet: all cards, names and shared objects."""
    taken = Crowd(box.grown(3) for placed in systems.values() for box in placed.boxes)
    taken.extend(shared_boxes(activity_map, options))
    return taken


def shared_boxes(activity_map: ActivityMap, options: Options) -> list[Box]:
    """Return the boxes of the shared objects."""
    return [
        _at(shared_drawing(shared, options.theme).box, _place(shared)).grown(6)
        for shared in activity_map.shared_objects
    ]


def connectors(
    activity_map: ActivityMap,
    systems: Mapping[str, PlacedSystem],
    options: Options,
) -> Iterator[Shape]:
    """Yield the shared objects with their connectors, and the arrows of the links."""
    mirrored = {system.id: system.mirrored for system in activity_map.systems}
    for shared in activity_map.shared_objects:
        place, size = _place(shared), shared_drawing(shared, options.theme)
        middle = Point(place.x, place.y)
        for member in shared.systems:
            placed = systems[member]
            outcome = placed.card(Element.OUTCOME)
            clear = outcome.left - 8 if mirrored[member] else outcome.right + 8
            node = placed.node(Element.OBJECT)
            yield to_shared(member, node, clear, shared.id, middle, size, options.theme)
        yield from (moved(shape, place.x, place.y) for shape in size.shapes)
    obstacles = Crowd()
    if activity_map.links:
        obstacles.extend(shared_boxes(activity_map, options))
        for placed in systems.values():
            obstacles.extend([*placed.boxes, *placed.slices])
    for link in activity_map.links:
        elements = ENDS[link.kind]
        # Off the middles of the sides, where arrows of contradictions end.
        starts = ports(systems[link.source].card(elements[0]), 1.0, 0.3)
        ends = ports(systems[link.target].card(elements[1]), 1.0, 0.3)
        yield link_arrow(link, (starts, ends), obstacles, options.theme)


def link_labels(
    links: Iterable[Link], drawn: Iterable[Shape], taken: Crowd, options: Options
) -> Iterator[Shape]:
    """Yield the labels of links on their arrows, clear of ``taken`` and of other arrows drawn."""
    ways = dict[str, tuple[Point, ...]]()
    named = {link.id: link for link in links}
    clear = Crowd(taken)
    for shape in drawn:
        if shape.tag.id in named and isinstance(shape, Curve):
            ways[shape.tag.id] = shape.points
        elif isinstance(shape, Line | Curve):
            # Services may lie miles apart: no line is followed more closely than a label needs.
            box = extent(shape)
            step = max(8.0, (box.width + box.height) / MOST_POINTS)
            clear.extend(Box(*point, *point).grown(3) for point in traced(shape, step))
    for name, (start, first, second, end) in ways.items():
        yield from link_label(named[name], (start, first, second, end), clear, options.theme)


def _framed(
    activity_map: ActivityMap,
    shapes: list[Shape],
    taken: Crowd,
    options: Options,
    found: Sequence[Contradiction],
) -> Drawing:
    theme = options.theme
    inner = around([*taken, *map(extent, shapes)] or [Box(0, 0, 400, 200)])
    if options.legend and activity_map.systems:
        made, box = legend(
            activity_map, found, inner.left, inner.bottom + 30, inner.width, theme, options.style
        )
        shapes += made
        inner = around([inner, box])
    if options.title and activity_map.title:
        wide = width(activity_map.title, TITLE_SIZE, bold=True)
        line = TextLine(activity_map.title, inner.left, inner.top - 26, wide)
        shapes.append(Text(Tag("title", Role.TITLE), (line,), TITLE_SIZE, theme.text, bold=True))
        inner = around([inner, Box(inner.left, inner.top - 52, inner.left + wide, inner.top)])
    return Drawing(
        shapes=tuple(shapes),
        box=inner.grown(MARGIN),
        background=theme.background,
        title=activity_map.title or "Activity map",
        description=description(activity_map, found),
    )


def _place(shared: SharedObject) -> Place:
    return shared.place or Place(x=0.0, y=0.0)


def _at(box: Box, place: Place) -> Box:
    return Box(box.left + place.x, box.top + place.y, box.right + place.x, box.bottom + place.y)
