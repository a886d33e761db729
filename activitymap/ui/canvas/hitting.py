"""What lies under the pointer: found in the drawing, by what a person would mean."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from activitymap.drawing.between import MOST_POINTS, Part
from activitymap.drawing.placed import PlacedSystem
from activitymap.drawing.shapes import Box, Curve, Line, Point, Role, Shape
from activitymap.drawing.transforming import extent, traced
from activitymap.drawing.triangle import OUTER
from activitymap.model.values import Element

ARROWS = frozenset({Role.CONTRADICTION, Role.INNER_CONTRADICTION, Role.COUNT})
"""What a counted arrow is made of."""


class Kind(Enum):
    """What was hit."""

    NODE = auto()
    STATEMENT = auto()
    ELEMENT = auto()
    NAME = auto()
    ARROW = auto()
    SHARED_OBJECT = auto()
    LINK = auto()
    NEED = auto()
    SERVICE = auto()


class Hit(NamedTuple):
    """The id and kind of what was hit; for what belongs to a service, which and which element."""

    id: str
    kind: Kind
    system: str | None = None
    element: Element | None = None


def hit(
    point: Point,
    reach: float,
    systems: Iterable[PlacedSystem],
    shared: Mapping[str, Box],
    parts: Iterable[Part],
) -> Hit | None:
    """Return what lies at a point, or within ``reach`` of it for lines; the topmost first."""
    near = [placed for placed in systems if placed.box.grown(reach).holds(point)]
    for placed in reversed(near):
        found = _on_cards(point, reach, placed)
        if found is not None:
            return found
    return _between(point, reach, shared, parts) or next(
        (
            Hit(placed.drawing.system, Kind.SERVICE, placed.drawing.system)
            for placed in reversed(near)
            if _in_triangle(point, placed)
        ),
        None,
    )


def _between(
    point: Point, reach: float, shared: Mapping[str, Box], parts: Iterable[Part]
) -> Hit | None:
    """Return the counted arrow, shared object or link at a point."""
    spot = Box(*point, *point).grown(reach)
    lines = [
        shape
        for part in parts
        if part.box.grown(reach).meets(spot)
        for shape in part.shapes
        if _is_at(shape, spot)
    ]
    for shape in reversed(lines):
        if shape.tag.role in ARROWS:
            return Hit(shape.tag.id, Kind.ARROW)
    for identity, box in shared.items():
        if box.holds(point):
            return Hit(identity, Kind.SHARED_OBJECT)
    for shape in reversed(lines):
        if shape.tag.role is Role.NEED:
            return Hit(shape.tag.id, Kind.NEED)
    for shape in reversed(lines):
        if shape.tag.role is Role.LINK and shape.tag.id == shape.tag.group:
            return Hit(shape.tag.id, Kind.LINK)
    return None


def _on_cards(point: Point, reach: float, placed: PlacedSystem) -> Hit | None:
    system = placed.drawing.system
    for element in placed.drawing.nodes:
        x, y = placed.node(element)
        if Box(x, y, x, y).grown(max(reach, 9.0)).holds(point):
            return Hit(f"{system}/{element}", Kind.NODE, system, element)
    for element in placed.drawing.cards:
        if placed.card(element).holds(point):
            for statement in placed.drawing.rows:
                row = placed.row(statement)
                if row is not None and row.holds(point) and placed.card(element).meets(row):
                    return Hit(statement, Kind.STATEMENT, system, element)
            return Hit(f"{system}/{element}", Kind.ELEMENT, system, element)
    if placed.title.holds(point):
        return Hit(system, Kind.NAME, system)
    return None


def _is_at(shape: Shape, spot: Box) -> bool:
    """Whether a shape meets a spot: a line by its points, anything else by its box."""
    if not extent(shape).meets(spot):
        return False
    if isinstance(shape, Line | Curve):
        box = extent(shape)
        step = max(4.0, (box.width + box.height) / MOST_POINTS)
        return any(map(spot.holds, traced(shape, step)))
    return True


def _in_triangle(point: Point, placed: PlacedSystem) -> bool:
    a, b, c = (placed.node(element) for element in OUTER)
    signs = [
        (second.x - first.x) * (point.y - first.y) - (second.y - first.y) * (point.x - first.x)
        for first, second in ((a, b), (b, c), (c, a))
    ]
    return all(sign >= 0 for sign in signs) or all(sign <= 0 for sign in signs)
