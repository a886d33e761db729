"""The contradictions of a map at rest: one counted arrow for each pair of services that clash.

Those inside a service are small arrows at the corner of their element (primary) or on the line
between their two elements (secondary), as in Engeström's figure of the four levels (1987, 2.7).
"""

import math
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from activitymap.drawing.arrows import (
    COUNT_HEIGHT,
    ArrowStyle,
    arrow,
    bolt_box,
    bolt_place,
    count_box,
    count_shapes,
)
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, between, direction, straight
from activitymap.drawing.placed import Options, PlacedSystem
from activitymap.drawing.roads import ports, road
from activitymap.drawing.shapes import Anchor, Box, Pen, Point, Role, Shape, Tag, around
from activitymap.drawing.system import NODE
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Kind, Level
from activitymap.model.values import Element

CROWD = 12
"""Pairs of services from which on their arrows are thin, so that the map stays legible."""

_HALF = 24.0
_CORNERS = {
    Element.TOOLS: ((46.0, 4.0), (-46.0, 4.0)),
    Element.SUBJECT: ((-52.0, 26.0), (-52.0, 60.0)),
    Element.OBJECT: ((-44.0, 24.0), (-44.0, 50.0)),
    Element.RULES: ((-44.0, -8.0), (44.0, -24.0)),
    Element.COMMUNITY: ((52.0, -22.0), (-52.0, -22.0)),
    Element.DIVISION_OF_LABOUR: ((46.0, -6.0), (-44.0, -24.0)),
    Element.OUTCOME: ((30.0, 16.0), (-30.0, 16.0)),
}
"""Where the middle of a primary contradiction may lie, from its node, in a system facing right."""


class Bundle(NamedTuple):
    """What one arrow at rest counts: the clashes of two systems, or of elements inside one."""

    systems: tuple[str, ...]
    elements: tuple[Element, ...] = ()

    @property
    def id(self) -> str:
        """The id of the arrow: ``system-1+system-2``, or ``system-1/tools+rules``."""
        elements = "+".join(self.elements)
        return "+".join(self.systems) + (f"/{elements}" if elements else "")


def bundles(one: Contradiction) -> list[Bundle]:
    """Return the bundles that a contradiction is counted in; one of needs alone is in none."""
    names = sorted({side.system for side in one.sides if side.system})
    if len(names) == 1 and len(one.sides) > 1:
        elements = {side.element for side in one.sides if side.element}
        ordered = tuple(element for element in Element if element in elements)
        return [Bundle((names[0],), ordered[:2])]
    return [Bundle(pair) for pair in combinations(names, 2)]


def bundled(found: Iterable[Contradiction]) -> dict[Bundle, list[Contradiction]]:
    """Return the contradictions of each bundle."""
    groups: dict[Bundle, list[Contradiction]] = {}
    for one in found:
        for bundle in bundles(one):
            groups.setdefault(bundle, []).append(one)
    return groups


class Surroundings(NamedTuple):
    """What lies around an arrow.

    It goes around the ``obstacles``, its bolt and number keep clear of what is ``taken``, and it
    ends elsewhere than other arrows do (``used``).
    """

    obstacles: Crowd
    taken: Crowd
    used: Crowd


class Ends(NamedTuple):
    """What an arrow at rest is drawn from: the boxes or nodes at its two ends, and its number."""

    boxes: tuple[tuple[Box, ...], ...]
    number: int
    full: bool
    thin: bool


def ends_of(
    bundle: Bundle,
    several: list[Contradiction],
    systems: Mapping[str, PlacedSystem],
    newer: set[tuple[str, str]],
    *,
    thin: bool,
) -> Ends:
    """Return what the arrow of a bundle is drawn from; ``newer`` are (newer form, its old one)."""
    full = any(one.kind is Kind.CONTRADICTION for one in several)
    if len(bundle.systems) == 1:
        placed = systems[bundle.systems[0]]
        return Ends((tuple(placed.boxes),), len(several), full, thin)
    tertiary = any(one.level is Level.TERTIARY for one in several)
    boxes: list[tuple[Box, ...]] = []
    for name, other in (bundle.systems, bundle.systems[::-1]):
        placed = systems[name]
        if tertiary and (name, other) in newer:
            node = placed.node(Element.OBJECT)
            boxes.append((Box(*node, *node).grown(8),))
            continue
        sides = (side for one in several for side in one.sides if side.system == name)
        elements = dict.fromkeys(side.element for side in sides if side.element)
        boxes.append(tuple(placed.card(element) for element in elements))
    return Ends(tuple(boxes), len(several), full, thin)


def bundle_shapes(
    bundle: Bundle,
    ends: Ends,
    systems: Mapping[str, PlacedSystem],
    around: Surroundings,
    options: Options,
) -> tuple[list[Shape], list[Box]]:
    """Return the arrow of a bundle with its number, and the boxes of its bolt and number."""
    if len(bundle.systems) == 1:
        return _inner_arrow(bundle, ends, systems[bundle.systems[0]], around.taken, options)
    starts, targets = ([port for box in boxes for port in ports(box)] for boxes in ends.boxes)
    way = road(starts, targets, around.obstacles, around.used)
    strong = 1.6 if ends.thin else 2.4
    pen = Pen(options.theme.contradiction, strong if ends.full else strong / 1.5)
    name = bundle.id
    middle = bolt_place(way, around.taken, around.obstacles)
    anchors = (Anchor(bundle.systems[0]), Anchor(bundle.systems[1]))
    line = arrow(Tag(name, Role.CONTRADICTION, name), way, pen, options.style, anchors, middle)
    boxes = [bolt_box(way, middle)] if options.style is ArrowStyle.LIGHTNING else []
    around.taken.extend(boxes)
    box = count_box(ends.number, way, around.taken, middle)
    tag = Tag(name, Role.COUNT, name)
    count = count_shapes(tag, ends.number, box, options.theme, full=ends.full)
    return [line, *count], [*boxes, box.grown(2)]


def _inner_arrow(
    bundle: Bundle, ends: Ends, placed: PlacedSystem, taken: Crowd, options: Options
) -> tuple[list[Shape], list[Box]]:
    """Return the small arrow of what clashes inside a system, where it meets no other."""
    system, elements = bundle.systems[0], bundle.elements
    if len(elements) == 1:
        ways = _corner_ways(placed, elements[0])
    else:
        ways = _line_ways(placed, elements[0], elements[1])
    nodes = Crowd(Box(*node, *node).grown(NODE) for node in map(placed.node, placed.drawing.nodes))
    free = (way for way in ways if taken.is_free(_area(way)) and nodes.is_free(_area(way)))
    way = next(free, ways[0])
    pen = Pen(options.theme.contradiction, 2.0 if ends.full else 1.4)
    anchors = (Anchor(system, elements[0]), Anchor(system, elements[-1]))
    tag = Tag(bundle.id, Role.INNER_CONTRADICTION, system)
    line = arrow(tag, way, pen, options.style, anchors)
    count = count_shapes(
        Tag(bundle.id, Role.COUNT, system), ends.number, _badge(way), options.theme, full=ends.full
    )
    return [line, *count], [_area(way)]


def _badge(way: Cubic) -> Box:
    """Return the place of the number of a small arrow, beyond its end."""
    end, along = way[3], direction(way, 1.0)
    x, y = end.x + along.x * 15, end.y + along.y * 15
    return Box(x, y, x, y).grown(COUNT_HEIGHT / 2)


def _area(way: Cubic) -> Box:
    badge = _badge(way)
    return around([Box(*way[0], *way[0]).grown(9), badge])


def _corner_ways(placed: PlacedSystem, element: Element) -> list[Cubic]:
    """Return the ways of an arrow near the corner of an element, the best first."""
    side = -1.0 if placed.mirrored else 1.0
    if element is Element.OUTCOME:
        box = placed.card(element)
        node = Point(box.right if placed.mirrored else box.left, box.bottom)
    else:
        node = placed.node(element)
    ways = []
    for x, y in _CORNERS[element]:
        middle = Point(node.x + side * x, node.y + y)
        reach = side * (_HALF if x > 0 else -_HALF)
        ways.append(straight(Point(middle.x - reach, middle.y), Point(middle.x + reach, middle.y)))
    return ways


def _line_ways(placed: PlacedSystem, one: Element, other: Element) -> list[Cubic]:
    """Return the ways of an arrow on the line between two elements, the best first."""
    start, end = (_end(placed, element) for element in (one, other))
    half = min(0.2, _HALF * 1.4 / (math.dist(start, end) or 1.0))
    return [
        straight(between(start, end, part - half), between(start, end, part + half))
        for part in (0.5, 0.27, 0.73, 0.36, 0.64)
    ]


def _end(placed: PlacedSystem, element: Element) -> Point:
    if element is Element.OUTCOME:
        box = placed.card(element)
        return Point(box.right if placed.mirrored else box.left, box.top)
    return placed.node(element)
