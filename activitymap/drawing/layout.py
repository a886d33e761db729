"""The whole map as one drawing: laid out once, for every canvas and file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

from activitymap.drawing.arrows import ArrowStyle, arrow, count_shapes, shortest_clear
from activitymap.drawing.connectors import (
    ENDS,
    link_shapes,
    shared_drawing,
    to_shared,
)
from activitymap.drawing.describing import description
from activitymap.drawing.legend import legend
from activitymap.drawing.measuring import width
from activitymap.drawing.placing import arranged
from activitymap.drawing.shapes import (
    Anchor,
    Box,
    Drawing,
    Point,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
    around,
)
from activitymap.drawing.system import SystemDrawing, system_drawing
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.drawing.transforming import faded, moved
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.values import ActivitySystem, Element, Place, SharedObject

MARGIN = 36.0
FADED = 0.22
BESIDE = 0.5
"""Strength of the other statements in a card that is in focus."""
TITLE_SIZE = 24.0


@dataclass(frozen=True, slots=True)
class Options:
    """What to draw of a map, and how; ``focus`` is drawn in full, and all else fades."""

    theme: Theme = LIGHT
    cross_lines: bool = False
    contradictions: bool = True
    legend: bool = True
    title: bool = True
    style: ArrowStyle = ArrowStyle.LIGHTNING
    focus: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedSystem:
    """A system's drawing and where it stands; boxes and points of it are those of the canvas."""

    drawing: SystemDrawing
    place: Place

    @property
    def box(self) -> Box:
        """The box around everything that the system draws."""
        return _at(self.drawing.box, self.place)

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the cards and of the name."""
        boxes = [*self.drawing.cards.values(), _title_box(self.drawing)]
        return [_at(box, self.place) for box in boxes]

    def card(self, element: Element) -> Box:
        """Return the box of an element's card."""
        return _at(self.drawing.cards[element], self.place)

    def node(self, element: Element) -> Point:
        """Return the point of an element on the triangle."""
        point = self.drawing.nodes[element]
        return Point(point.x + self.place.x, point.y + self.place.y)

    def row(self, statement: str) -> Box | None:
        """Return the box of a statement, or ``None`` where its card only counts it."""
        box = self.drawing.rows.get(statement)
        return None if box is None else _at(box, self.place)

    def shapes(self) -> Iterator[Shape]:
        """Go through the shapes where they stand."""
        return (moved(shape, self.place.x, self.place.y) for shape in self.drawing.shapes)


def place_system(system: ActivitySystem, options: Options) -> PlacedSystem:
    """Return a system that has a place, drawn there."""
    place = system.place or Place(x=0.0, y=0.0)
    return PlacedSystem(system_drawing(system, options.theme, options.cross_lines), place)


def lay_out(
    activity_map: ActivityMap, detection: Detection | None = None, options: Options | None = None
) -> Drawing:
    """Return the drawing of a map, with the contradictions that were found in it."""
    options = options or Options()
    activity_map = arranged(activity_map)
    systems = {system.id: place_system(system, options) for system in activity_map.systems}
    found = detection.contradictions if detection and options.contradictions else ()
    taken = taken_boxes(activity_map, systems, options)
    links = list(connectors(activity_map, systems, taken, options))
    arrows = (
        list(focus_arrows(options.focus, systems, options))
        if options.focus
        else list(
            arrows_at_rest(found, systems, shared_boxes(activity_map, options), taken, options)
        )
    )
    bodies = chain.from_iterable(placed.shapes() for placed in systems.values())
    shapes: list[Shape] = []
    if options.focus:
        shapes += [faded(shape, FADED) for shape in chain(links, bodies)]
        shapes += arrows
        shapes += focus_cards(options.focus, systems, options)
    else:
        # Arrows lie beneath the cards, so that they never cover text; their counts lie on top.
        counts = [shape for shape in arrows if shape.tag.role is Role.COUNT]
        shapes += [shape for shape in arrows if shape.tag.role is not Role.COUNT]
        shapes += [*links, *bodies, *counts]
    return _framed(activity_map, shapes, bool(found), taken, options, found)


def taken_boxes(
    activity_map: ActivityMap, systems: Mapping[str, PlacedSystem], options: Options
) -> list[Box]:
    """Return the boxes that no label may meet: all cards, titles and shared objects."""
    taken = [box.grown(3) for placed in systems.values() for box in placed.boxes]
    return [*taken, *shared_boxes(activity_map, options)]


def shared_boxes(activity_map: ActivityMap, options: Options) -> list[Box]:
    """Return the boxes of the shared objects."""
    return [
        _at(shared_drawing(shared, options.theme).box, _place(shared)).grown(6)
        for shared in activity_map.shared_objects
    ]


def _title_box(drawing: SystemDrawing) -> Box:
    top = drawing.cards[Element.TOOLS].top
    return Box(-130.0, drawing.box.top, 130.0, top)


def connectors(
    activity_map: ActivityMap,
    systems: Mapping[str, PlacedSystem],
    taken: list[Box],
    options: Options,
) -> Iterator[Shape]:
    """Yield the shared objects with their connectors, and the links with their labels."""
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
    for link in activity_map.links:
        start, end = (
            _card_side(systems[system].card(element), systems[other].box)
            for system, other, element in (
                (link.source, link.target, ENDS[link.kind][0]),
                (link.target, link.source, ENDS[link.kind][1]),
            )
        )
        curve, label = link_shapes(link, start, end, taken, options.theme)
        yield curve
        yield from label


def _card_side(card: Box, towards: Box) -> Point:
    right = towards.centre.x >= card.centre.x
    return Point(card.right if right else card.left, card.centre.y)


def arrows_at_rest(
    found: Iterable[Contradiction],
    systems: Mapping[str, PlacedSystem],
    avoided: list[Box],
    taken: list[Box],
    options: Options,
) -> Iterator[Shape]:
    """Yield one counted arrow for each pair of services that clash, and those within a service.

    Within a service there is one for each corner (primary) and line (secondary) that has any.
    """
    outside: dict[tuple[str, str], list[Contradiction]] = {}
    inside: dict[tuple[str, frozenset[Element]], int] = {}
    for one in found:
        sides = [side for side in one.sides if side.system is not None]
        names = sorted({side.system for side in sides if side.system})
        if len(names) == 1 and len(sides) > 1:
            elements = frozenset(side.element for side in sides if side.element)
            inside[names[0], elements] = inside.get((names[0], elements), 0) + 1
        for name, other in combinations(names, 2):
            outside.setdefault((name, other), []).append(one)
    for (name, elements), count in inside.items():
        yield from _inner_arrow(systems[name], elements, count, taken, options)
    for (name, other), several in outside.items():
        start, end = _road(systems[name], systems[other], several, avoided)
        tag = Tag(f"{name}+{other}", Role.CONTRADICTION, f"{name}+{other}")
        ends = (Anchor(name), Anchor(other))
        yield arrow(tag, start, end, options.theme, options.style, ends=ends)
        count_tag = Tag(tag.id, Role.COUNT, tag.group)
        yield from count_shapes(count_tag, len(several), (start, end), taken, options.theme)


def _road(
    one: PlacedSystem, other: PlacedSystem, found: Iterable[Contradiction], avoided: list[Box]
) -> tuple[Point, Point]:
    """Return where the arrow between two systems runs: from the cards that clash, if it can."""
    sides = [side for contradiction in found for side in contradiction.sides if side.element]
    clashing = [
        [
            placed.card(element)
            for element in Element
            if any(
                side.system == placed.drawing.system and side.element is element for side in sides
            )
        ]
        for placed in (one, other)
    ]
    in_the_way = [*avoided, *one.boxes, *other.boxes]
    return (
        shortest_clear(clashing[0], clashing[1], in_the_way)
        or shortest_clear(one.boxes, other.boxes, in_the_way)
        or (one.node(Element.OBJECT), other.node(Element.OBJECT))
    )


def _inner_arrow(
    placed: PlacedSystem,
    elements: frozenset[Element],
    count: int,
    taken: list[Box],
    options: Options,
) -> Iterator[Shape]:
    system = placed.drawing.system
    names = sorted(elements)
    points = [_inner_point(placed, element) for element in names]
    if len(points) == 1:
        x, y = points[0]
        points = [Point(x - 22, y + 16), Point(x + 22, y - 16)]
    tag = Tag(f"{system}/{'+'.join(names)}", Role.CONTRADICTION, system)
    yield arrow(tag, points[0], points[1], options.theme, options.style, 2.0)
    yield from count_shapes(
        Tag(tag.id, Role.COUNT, system), count, (points[0], points[1]), taken, options.theme
    )


def _inner_point(placed: PlacedSystem, element: Element) -> Point:
    if element is Element.OUTCOME:
        box = placed.card(element)
        return Point(box.centre.x, box.bottom)
    return placed.node(element)


def focus_arrows(
    focus: Iterable[Contradiction], systems: Mapping[str, PlacedSystem], options: Options
) -> Iterator[Shape]:
    """Yield the arrows of chosen contradictions in full, from statement to statement."""
    for one in focus:
        boxes = [
            (side, box)
            for side in one.sides
            if (box := _side_box(side.id, side.system, side.element, systems)) is not None
        ]
        pairs = list(pairwise(boxes))
        if len(boxes) > 2:
            pairs.append((boxes[-1], boxes[0]))
        for (side, box), (other, other_box) in pairs:
            start, end = _between_rows(box, other_box)
            tag = Tag("+".join(one.about), Role.CONTRADICTION, "+".join(one.about))
            ends = (Anchor(side.system or "", side.id), Anchor(other.system or "", other.id))
            yield arrow(tag, start, end, options.theme, options.style, ends=ends)


def _between_rows(one: Box, other: Box) -> tuple[Point, Point]:
    if one.right + 20 < other.left:
        return Point(one.right, one.centre.y), Point(other.left, other.centre.y)
    if other.right + 20 < one.left:
        return Point(one.left, one.centre.y), Point(other.right, other.centre.y)
    if abs(one.centre.y - other.centre.y) < 1:
        return Point(one.left, one.centre.y), Point(other.right, other.centre.y)
    upper, lower = sorted((one, other), key=lambda box: box.centre.y)
    if upper.bottom + 12 < lower.top:
        return Point(upper.centre.x, upper.bottom), Point(lower.centre.x, lower.top)
    return Point(upper.left - 2, upper.centre.y), Point(lower.left - 2, lower.centre.y + 1)


def focus_cards(
    focus: Iterable[Contradiction], systems: Mapping[str, PlacedSystem], options: Options
) -> Iterator[Shape]:
    """Yield the cards of chosen contradictions at full strength, their statements on a band."""
    sides = [side for one in focus for side in one.sides if side.system and side.element]
    statements = {side.id for side in sides}
    for name, placed in systems.items():
        elements = {side.element for side in sides if side.system == name and side.element}
        for shape in placed.shapes() if elements else ():
            yield from _in_focus(shape, placed, elements, statements, options.theme)


def _in_focus(
    shape: Shape,
    placed: PlacedSystem,
    elements: set[Element],
    statements: set[str],
    theme: Theme,
) -> Iterator[Shape]:
    """Yield a shape of a system as it is while some of its statements are chosen, if at all."""
    role, row = shape.tag.role, placed.row(shape.tag.id)
    if role is Role.NAME:
        yield shape
    elif role in {Role.CARD, Role.ELEMENT_NAME}:
        if shape.tag.id.partition("/")[2] in elements:
            yield shape
    elif row is not None and any(placed.card(element).meets(row) for element in elements):
        if shape.tag.id not in statements:
            yield faded(shape, BESIDE)
            return
        if role is Role.STATEMENT:
            yield _band(shape.tag, row, theme)
        yield shape


def _band(tag: Tag, box: Box, theme: Theme) -> Shape:
    corners = (
        Point(box.left, box.top),
        Point(box.right, box.top),
        Point(box.right, box.bottom),
        Point(box.left, box.bottom),
    )
    return Polygon(tag, corners, None, theme.contradiction_band, radius=4.0)


def _side_box(
    statement: str,
    system: str | None,
    element: Element | None,
    systems: Mapping[str, PlacedSystem],
) -> Box | None:
    placed = systems.get(system or "")
    if placed is None or element is None:
        return None
    return placed.row(statement) or placed.card(element)


def _framed(
    activity_map: ActivityMap,
    shapes: list[Shape],
    arrows: bool,
    taken: list[Box],
    options: Options,
    found: Iterable[Contradiction],
) -> Drawing:
    theme = options.theme
    boxes = [*taken] or [Box(0, 0, 400, 200)]
    inner = around(boxes)
    if options.legend and activity_map.systems:
        made, box = legend(
            activity_map, arrows, inner.left, inner.bottom + 30, inner.width, theme, options.style
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
