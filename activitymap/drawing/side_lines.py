"""The lines between services that stand side by side: lightning, and double lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from activitymap.drawing.arrows import ArrowStyle, arrow, bolt_box
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, at
from activitymap.drawing.double_line import double_line
from activitymap.drawing.shapes import Anchor, Box, Pen, Point, Role, Shape, Tag
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import faded
from activitymap.model.contradictions.finding import Agreement, Contradiction
from activitymap.model.judging import Kind, Status

CONTRADICTION, MILDER, AGREEMENT = 2.2, 1.4, 1.6
"""Widths of the lines of contradictions, of tensions and gaps, and of agreements."""
THIN = 0.6
"""How wide lines are at rest, in parts of that, where a look has no faint ones."""
REST, SURE = 0.45, 0.9
"""Strength of the lines while nothing is chosen; of those that the group confirmed."""
MANY = 12
"""Chosen lines from which on they are plain arrows."""


class Joint(NamedTuple):
    """A line between two cards, or whole elements, by their ids.

    ``name`` is that of the contradiction or agreement: one of three sides has three lines.
    """

    name: str
    ends: tuple[str, str]
    kind: Kind | None
    """The kind of the contradiction; ``None`` for an agreement."""
    sure: bool
    """Whether the group confirmed or judged it."""


class Chosen(NamedTuple):
    """What is chosen: cards by id, and lines by name; lines are picked rather than cards'."""

    cards: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()

    def picks(self, joint: Joint) -> bool:
        """Whether a line is drawn strongly."""
        if self.lines:
            return joint.name in self.lines
        return not self.cards.isdisjoint(joint.ends)


NONE = Chosen()


def name_of(found: Contradiction | Agreement) -> str:
    """Return the name that the lines of a contradiction or agreement have in their tags."""
    if isinstance(found, Agreement):
        return "=".join(side.id for side in found.sides)
    return "+".join(found.about)


def joints(
    contradictions: Iterable[Contradiction],
    agreements: Iterable[Agreement],
    places: Mapping[str, Box],
) -> list[Joint]:
    """Return the lines between what stands in ``places``, by id."""
    made: list[Joint] = []
    for one in contradictions:
        sides = [side.id for side in one.sides if side.id in places]
        pairs = list(pairwise(sides))
        if len(sides) > 2:
            pairs.append((sides[-1], sides[0]))
        made += [
            Joint(name_of(one), pair, one.kind, one.status is Status.CONFIRMED) for pair in pairs
        ]
    for agreement in agreements:
        first, second = (side.id for side in agreement.sides)
        if first in places and second in places:
            made.append(Joint(name_of(agreement), (first, second), None, agreement.judged))
    return made


def resting_pen(pen: Pen, theme: Theme) -> Pen:
    """Return the pen of a line while nothing is chosen: thin where a look has no faint lines."""
    return replace(pen, width=pen.width * THIN) if theme.only_lines else pen


def _pen(kind: Kind | None, theme: Theme) -> Pen:
    if kind is None:
        return Pen(theme.shared, AGREEMENT)
    return Pen(theme.contradiction, CONTRADICTION if kind is Kind.CONTRADICTION else MILDER)


def line_shapes(
    shown: Sequence[Joint], places: Mapping[str, Box], gap: float, theme: Theme, *, strong: bool
) -> Iterator[Shape]:
    """Yield the lines, none on another: each has its own place on the edges of its cards.

    ``gap`` is the space between two columns.
    """
    taken = Crowd()
    # So many bolts would hide one another: the other accepted style has none.
    style = ArrowStyle.LIGHTNING if len(shown) <= MANY or not strong else ArrowStyle.PLAIN
    for one, road in zip(shown, _roads(shown, places, gap), strict=True):
        pen = _pen(one.kind, theme)
        pen = pen if strong else resting_pen(pen, theme)
        if one.kind is None:
            tag = Tag(one.name, Role.LINK, one.name)
            made: list[Shape] = list(double_line(tag, road, pen))
        else:
            tag = Tag(one.name, Role.CONTRADICTION, one.name)
            middle = _bolt(road, gap, taken)
            taken.append(bolt_box(road, middle))
            ends = (Anchor("", one.ends[0]), Anchor("", one.ends[1]))
            made = [arrow(tag, road, pen, style, ends, middle)]
        strength = 1.0 if strong or theme.only_lines else SURE if one.sure else REST
        yield from (faded(shape, strength) for shape in made)


def _roads(shown: Sequence[Joint], places: Mapping[str, Box], gap: float) -> Iterator[Cubic]:
    """Yield the way of each line, from the left card to the right one."""
    ordered = [sorted(one.ends, key=lambda end: places[end].left) for one in shown]
    ports: dict[tuple[str, bool], list[tuple[float, int, int]]] = {}
    for number, (left, right) in enumerate(ordered):
        within = abs(places[left].left - places[right].left) < 1
        ports.setdefault((left, True), []).append((places[right].centre.y, number, 0))
        ports.setdefault((right, within), []).append((places[left].centre.y, number, 1))
    height: dict[tuple[int, int], float] = {}
    for (identity, _), several in ports.items():
        box = places[identity]
        for place, (_, number, which) in enumerate(sorted(several), start=1):
            height[number, which] = box.top + box.height * place / (len(several) + 1)
    for number, (left, right) in enumerate(ordered):
        start = Point(places[left].right, height[number, 0])
        if abs(places[left].left - places[right].left) < 1:
            end = Point(places[right].right, height[number, 1])
            reach = gap * (0.5 + 0.16 * (number % 4))
            yield start, Point(start.x + reach, start.y), Point(end.x + reach, end.y), end
        else:
            end = Point(places[right].left, height[number, 1])
            bend = gap * 0.6
            yield start, Point(start.x + bend, start.y), Point(end.x - bend, end.y), end


def _bolt(road: Cubic, gap: float, taken: Crowd) -> float:
    """Return the part of a road, in its first gap or its last, where a bolt meets no other."""
    start, end = road[0].x, road[3].x
    if abs(end - start) < 2 * gap:
        parts = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]
    else:
        steps = [step / 200 for step in range(1, 200)]
        near = [part for part in steps if gap * 0.3 <= at(road, part).x - start <= gap * 0.7]
        far = [part for part in steps if gap * 0.3 <= end - at(road, part).x <= gap * 0.7]
        parts = near[len(near) // 2 :: 3] + near[::3] + far[::3]
    free = (part for part in parts if taken.is_free(bolt_box(road, part)))
    return next(free, parts[0] if parts else 0.5)
