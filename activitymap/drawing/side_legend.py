"""What the lines and numbers of services side by side mean, for a figure of them."""

from collections.abc import Iterator, Sequence

from activitymap.drawing.arrows import COUNT_HEIGHT, arrow, count_shapes
from activitymap.drawing.curves import straight
from activitymap.drawing.double_line import double_line
from activitymap.drawing.legend import SAMPLE, TAG, Entry
from activitymap.drawing.shapes import Box, Pen, Point, Polygon, Shape
from activitymap.drawing.side_lines import (
    AGREEMENT,
    CONTRADICTION,
    MILDER,
    REST,
    SURE,
    Joint,
    resting_pen,
)
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import faded
from activitymap.model.judging import Kind
from activitymap.model.wording import worded

_WAY = straight(Point(0, 0), Point(SAMPLE, 0))


def line_entries(shown: Sequence[Joint], theme: Theme) -> Iterator[Entry]:
    """Yield what the lines between cards mean, those that occur."""
    kinds, sure = {one.kind for one in shown}, {one.sure for one in shown}
    strength = 1.0 if theme.only_lines else SURE if True in sure else REST
    if Kind.CONTRADICTION in kinds:
        yield [faded(_lightning(CONTRADICTION, theme), strength)], worded("contradiction")
    if kinds & {Kind.TENSION, Kind.GAP}:
        yield [faded(_lightning(MILDER, theme), strength)], worded("tension or gap")
    if None in kinds:
        lines = double_line(TAG, _WAY, resting_pen(Pen(theme.shared, AGREEMENT), theme))
        yield [faded(line, strength) for line in lines], worded("agreement")
    if len(sure) > 1 and not theme.only_lines:
        faint = faded(_lightning(CONTRADICTION, theme), REST)
        yield [faint], worded("faint: not confirmed by the group yet")
    if any("/" in end for one in shown for end in one.ends):
        box = Box(4, -8, SAMPLE - 4, 8)
        frame = Polygon(TAG, box.corners, element_pen(theme), None, radius=6.0)
        yield [frame], worded("an element as a whole")


def _lightning(wide: float, theme: Theme) -> Shape:
    return arrow(TAG, _WAY, resting_pen(Pen(theme.contradiction, wide), theme))


def element_pen(theme: Theme) -> Pen:
    """Return the pen of the frame around an element at which a line ends."""
    return Pen(theme.contradiction, 1.2, (5.0, 3.0))


def count_entries(theme: Theme) -> Iterator[Entry]:
    """Yield what the numbers at the corners of cards mean."""
    middle = SAMPLE / 2
    box = Box(middle, 0, middle, 0).grown(COUNT_HEIGHT / 2)
    yield (
        count_shapes(TAG, 2, box, theme, full=True),
        worded("how many contradictions the statement has with others"),
    )
    yield count_shapes(TAG, 2, box, theme, full=False), worded("only tensions or gaps")
