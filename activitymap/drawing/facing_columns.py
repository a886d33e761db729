"""Services of one shared object in columns around it, those on the right facing left."""

import math
from collections.abc import Iterator, Sequence

from activitymap.drawing.connectors import SharedDrawing
from activitymap.drawing.measures import Measures
from activitymap.drawing.shapes import Box, Point
from activitymap.drawing.system import SystemDrawing
from activitymap.model.values import Element

BELOW = 12.0
"""Space on paper between cards and a shared object above or below them."""
ROWS = 3
"""Services above one another, before more columns begin further out."""

Spot = tuple[int, int, bool]
"""How far out a service stands, in which row, and whether on the right side."""


def spots_of(count: int, measures: Measures) -> list[Spot]:
    """Return the spots of so many services, from the inner columns outwards."""
    if measures.columns is None:
        depths = math.ceil(count / (2 * ROWS))
        columns = [(depth, right) for depth in range(depths) for right in (False, True)]
    else:
        columns = [(0, False), (0, True), (1, True)][: measures.columns]
    rows = math.ceil(count / len(columns))
    spots = [(depth, row, right) for depth, right in columns for row in range(rows)]
    return sorted(spots)[:count]


def points_and_middle(
    spots: Sequence[Spot],
    drawings: Sequence[SystemDrawing],
    size: SharedDrawing | None,
    measures: Measures,
) -> tuple[list[Point], Point]:
    """Return the place of each service, and that of their shared object, around x = 0."""
    front = max(_front(drawing) for drawing in drawings)
    back = max(drawing.box.width - _front(drawing) for drawing in drawings)
    first = front + measures.facing
    if measures.columns is None:
        first += size.across if size else measures.facing
    across = [
        (1 if right else -1) * (first + depth * (front + back + measures.between))
        for depth, _, right in spots
    ]
    levels = _levels(spots, drawings, measures.between)
    points = [Point(x, y) for x, y in zip(across, levels, strict=True)]
    if measures.columns is None or size is None:
        inner = [point.y for point, (depth, _, _) in zip(points, spots, strict=True) if not depth]
        return points, Point(0.0, (min(inner) + max(inner)) / 2)
    return _around_corner(points, spots, drawings, size, measures)


def _around_corner(
    points: list[Point],
    spots: Sequence[Spot],
    drawings: Sequence[SystemDrawing],
    size: SharedDrawing,
    measures: Measures,
) -> tuple[list[Point], Point]:
    """Return the places on narrow paper, where the shared object lies between two rows.

    It lies below the cards at the foot of the upper row, and the rows below make room for it.
    """
    half = max(row for _, row, _ in spots) // 2
    upper = [number for number, spot in enumerate(spots) if spot[:2] == (0, half)]
    stacked = measures.columns == 1
    x = points[upper[0]].x if stacked else 0.0
    # Services above one another have their connectors on the right.
    right = math.inf if stacked else x + size.across + BELOW
    wide = Box(x - size.across - BELOW, -math.inf, right, math.inf)
    feet = [card.bottom for card in _cards(upper, points, drawings) if card.meets(wide)]
    foot = max(feet, default=points[upper[0]].y)
    middle = Point(x, foot + BELOW + size.down)
    lower = [number for number, spot in enumerate(spots) if spot[:2] == (0, half + 1)]
    tops = [card.top for card in _cards(lower, points, drawings) if card.meets(wide)]
    missing = max(middle.y + size.down + BELOW - min(tops, default=math.inf), 0.0)
    shifts = [
        missing if row > half else missing / 2 if row == half and depth else 0.0
        for depth, row, _ in spots
    ]
    moved = [Point(point.x, point.y + by) for point, by in zip(points, shifts, strict=True)]
    return moved, middle


def _cards(
    numbers: Sequence[int], points: Sequence[Point], drawings: Sequence[SystemDrawing]
) -> Iterator[Box]:
    """Yield the boxes of the cards and of the names of some services."""
    for number in numbers:
        drawing = drawings[number]
        for box in (*drawing.cards.values(), drawing.title):
            yield box.moved(*points[number])


def _front(drawing: SystemDrawing) -> float:
    """Return how far a system reaches from its middle to the side that its object faces."""
    mirrored = drawing.nodes[Element.OBJECT].x < 0
    return -drawing.box.left if mirrored else drawing.box.right


def _levels(
    spots: Sequence[Spot], drawings: Sequence[SystemDrawing], between: float
) -> list[float]:
    """Return the height of each system's object.

    Outer columns stand half a row lower, so that their connectors pass between the inner systems.
    """
    above = max(-drawing.box.top for drawing in drawings)
    below = max(drawing.box.bottom for drawing in drawings)
    if any(depth for depth, _, _ in spots):
        row_height = above + below + between
        return [row * row_height + (depth % 2) * (below + between / 2) for depth, row, _ in spots]
    levels: dict[int, float] = {}
    foot = 0.0
    for row in range(max(row for _, row, _ in spots) + 1):
        boxes = [
            drawing.box for drawing, spot in zip(drawings, spots, strict=True) if spot[1] == row
        ]
        levels[row] = foot + max(-box.top for box in boxes)
        foot = levels[row] + max(box.bottom for box in boxes) + between
    return [levels[row] - levels[0] for _, row, _ in spots]
