"""The legend: what the marks that occur in a drawing mean."""

from collections.abc import Iterable, Iterator, Sequence

from activitymap.drawing.arrows import ArrowStyle, arrow
from activitymap.drawing.card import ellipse, mark_shapes
from activitymap.drawing.curves import straight
from activitymap.drawing.measuring import width
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Box, Line, Pen, Point, Role, Shape, Tag, Text, TextLine
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import moved
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Kind
from activitymap.model.values import ActivitySystem, LinkKind, State
from activitymap.model.wording import worded

SIZE = 11.0
SAMPLE = 44.0
BETWEEN = 26.0
LINE = 24.0
TAG = Tag("legend", Role.LEGEND, "legend")

Entry = tuple[list[Shape], str]
"""A sample of a mark, so wide as `SAMPLE` and in the middle of its line, and what it means."""


def legend(
    activity_map: ActivityMap,
    found: Sequence[Contradiction],
    left: float,
    top: float,
    room: float,
    options: Options,
) -> tuple[list[Shape], Box]:
    """Return the legend in rows from a corner on, and its box."""
    entries = _entries(activity_map, found, options.theme, options.style)
    size, room = options.measures.type(SIZE), max(room, options.measures.legend)
    return legend_rows(entries, (left, top), room, size, options.theme)


def legend_rows(
    entries: Iterable[Entry], corner: tuple[float, float], room: float, size: float, theme: Theme
) -> tuple[list[Shape], Box]:
    """Return entries in rows no wider than ``room`` from a corner on, and their box."""
    left, top = corner
    shapes: list[Shape] = []
    x, y, right = left, top, left
    for sample, words in entries:
        long = SAMPLE + 8 + width(words, size)
        if x > left and x + long > left + room:
            x, y = left, y + LINE
        shapes += [moved(shape, x, y + LINE / 2) for shape in sample]
        line = TextLine(words, x + SAMPLE + 8, y + LINE / 2 + size * 0.36, width(words, size))
        shapes.append(Text(TAG, (line,), size, theme.quiet))
        x += long + BETWEEN
        right = max(right, x - BETWEEN)
    return shapes, Box(left, top, right, y + LINE if shapes else top)


def _entries(
    activity_map: ActivityMap, found: Sequence[Contradiction], theme: Theme, style: ArrowStyle
) -> Iterable[Entry]:
    start, end = Point(0, 0), Point(SAMPLE, 0)
    way = straight(start, end)
    red = theme.contradiction
    if any(one.kind is Kind.CONTRADICTION for one in found):
        yield [arrow(TAG, way, Pen(red, 2.4), style)], worded("contradictions, and how many")
    if any(one.kind is not Kind.CONTRADICTION for one in found):
        yield [arrow(TAG, way, Pen(red, 1.6), style)], worded("only tensions or gaps")
    if activity_map.shared_objects:
        gold = Pen(theme.shared, 1.6, (6.0, 4.0))
        middle = Point(SAMPLE / 2, 0)
        yield (
            [ellipse(TAG, middle, 18, 9, gold, theme.shared_fill)],
            worded("what services work on together"),
        )
    kinds = {link.kind for link in activity_map.links}
    if kinds - {LinkKind.NEWER_FORM}:
        yield (
            [Line(TAG, (start, end), Pen(theme.quiet, 1.6), head_at_end=True)],
            worded("link between services"),
        )
    if LinkKind.NEWER_FORM in kinds:
        dashed = Pen(theme.quiet, 1.6, (7.0, 4.0))
        yield [Line(TAG, (start, end), dashed, head_at_end=True)], worded("newer form of")
    yield from state_entries(activity_map.systems, theme)


def state_entries(systems: Iterable[ActivitySystem], theme: Theme) -> Iterator[Entry]:
    """Yield what the marks of missing and unknown statements mean, those that occur."""
    states = {one.state for system in systems for one in system.statements}
    for state, words in ((State.MISSING, "we have none"), (State.UNKNOWN, "we do not know yet")):
        if state in states:
            yield mark_shapes(state, Point(SAMPLE / 2, 0), "legend", "legend", theme), worded(words)
