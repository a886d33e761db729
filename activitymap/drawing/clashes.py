"""The contradictions of a map at rest: one counted arrow for each pair of services that clash.

Those inside a service are small arrows at the corner of their element (primary) or on the line
between their two elements (secondary), as in Engeström's figure of the four levels (1987, 2.7).
"""

import math
from collections.abc import Iterable, Iterator, Mapping
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
from activitymap.drawing.roads import Port, ports, road
from activitymap.drawing.shapes import Anchor, Box, Pen, Point, Role, Shape, Tag, around
from activitymap.drawing.system import NODE
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Kind, Level, Status
from activitymap.model.values import Element, Link, LinkKind

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


def open_ones(found: Iterable[Contradiction]) -> list[Contradiction]:
    """Return the contradictions that are drawn: not those dismissed or resolved."""
    return [one for one in found if one.status not in {Status.DISMISSED, Status.RESOLVED}]


def arrows_at_rest(
    found: Iterable[Contradiction],
    systems: Mapping[str, PlacedSystem],
    avoided: list[Box],
    taken: Crowd,
    options: Options,
    links: Iterable[Link] = (),
) -> Iterator[Shape]:
    """Yield one counted arrow for each pair of services that clash, and those within a service.

    Arrows go around the systems and what is ``avoided`` where they can. Their numbers keep clear
    of the boxes in ``taken``, which grows by them. Of ``links``, those to newer forms matter: a
    tertiary arrow ends at the object of the newer form.
    """
    groups = _bundled(open_ones(found))
    outside = [bundle for bundle in groups if len(bundle.systems) == 2]
    for bundle, several in groups.items():
        if len(bundle.systems) == 1:
            yield from _inner_arrow(bundle, several, systems, taken, options)
    newer = {(link.source, link.target) for link in links if link.kind is LinkKind.NEWER_FORM}
    obstacles = Crowd(taken)
    obstacles.extend(avoided)
    obstacles.extend(box for placed in systems.values() for box in placed.slices)
    used = Crowd()
    for bundle in outside:
        several = groups[bundle]
        way = _road(bundle, several, systems, obstacles, used, newer)
        used.extend(Box(*end, *end).grown(12) for end in (way[0], way[3]))
        strong = 1.6 if len(outside) > CROWD else 2.4
        pen = Pen(options.theme.contradiction, strong if _is_full(several) else strong / 1.5)
        yield from _counted(bundle, several, way, pen, obstacles, taken, options)


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


def _bundled(found: Iterable[Contradiction]) -> dict[Bundle, list[Contradiction]]:
    groups: dict[Bundle, list[Contradiction]] = {}
    for one in found:
        for bundle in bundles(one):
            groups.setdefault(bundle, []).append(one)
    return groups


def _road(
    bundle: Bundle,
    several: list[Contradiction],
    systems: Mapping[str, PlacedSystem],
    obstacles: Crowd,
    used: Crowd,
    newer: set[tuple[str, str]],
) -> Cubic:
    """Return the road between the cards that clash."""
    ends: list[list[Port]] = []
    tertiary = any(one.level is Level.TERTIARY for one in several)
    for name, other in (bundle.systems, bundle.systems[::-1]):
        placed = systems[name]
        if tertiary and (name, other) in newer:
            node = placed.node(Element.OBJECT)
            ends.append(ports(Box(*node, *node).grown(8)))
            continue
        sides = (side for one in several for side in one.sides if side.system == name)
        elements = dict.fromkeys(side.element for side in sides if side.element)
        ends.append([port for element in elements for port in ports(placed.card(element))])
    return road(ends[0], ends[1], obstacles, used)


def _is_full(several: Iterable[Contradiction]) -> bool:
    """Whether one of them is more than a tension or a gap."""
    return any(one.kind is Kind.CONTRADICTION for one in several)


def _counted(
    bundle: Bundle,
    several: list[Contradiction],
    way: Cubic,
    pen: Pen,
    obstacles: Crowd,
    taken: Crowd,
    options: Options,
) -> Iterator[Shape]:
    """Yield the arrow between two systems and its number."""
    name = bundle.id
    middle = bolt_place(way, taken, obstacles)
    ends = (Anchor(bundle.systems[0]), Anchor(bundle.systems[1]))
    yield arrow(Tag(name, Role.CONTRADICTION, name), way, pen, options.style, ends, middle)
    if options.style is ArrowStyle.LIGHTNING:
        taken.append(bolt_box(way, middle))
    box = count_box(len(several), way, taken, middle)
    taken.append(box.grown(2))
    tag = Tag(name, Role.COUNT, name)
    yield from count_shapes(tag, len(several), box, options.theme, full=_is_full(several))


def _inner_arrow(
    bundle: Bundle,
    several: list[Contradiction],
    systems: Mapping[str, PlacedSystem],
    taken: Crowd,
    options: Options,
) -> Iterator[Shape]:
    """Yield the small arrow of what clashes inside a system, where it meets no other."""
    system, elements = bundle.systems[0], bundle.elements
    placed = systems[system]
    if len(elements) == 1:
        ways = _corner_ways(placed, elements[0])
    else:
        ways = _line_ways(placed, elements[0], elements[1])
    nodes = Crowd(Box(*node, *node).grown(NODE) for node in map(placed.node, placed.drawing.nodes))
    free = (way for way in ways if taken.is_free(_area(way)) and nodes.is_free(_area(way)))
    way = next(free, ways[0])
    name = bundle.id
    full = _is_full(several)
    pen = Pen(options.theme.contradiction, 2.0 if full else 1.4)
    ends = (Anchor(system, elements[0]), Anchor(system, elements[-1]))
    yield arrow(Tag(name, Role.INNER_CONTRADICTION, system), way, pen, options.style, ends)
    taken.append(_area(way))
    badge = _badge(way)
    tag = Tag(name, Role.COUNT, system)
    yield from count_shapes(tag, len(several), badge, options.theme, full=full)


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
