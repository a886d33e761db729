"""A service as a small triangle with the names of its elements, without its statements."""

from collections.abc import Iterator

from activitymap.drawing.card import ellipse
from activitymap.drawing.measuring import ASCENT, LINE_HEIGHT, broken, shortened, width
from activitymap.drawing.shapes import (
    Align,
    Line,
    Pen,
    Point,
    Polygon,
    Role,
    Shape,
    Tag,
    Text,
    TextLine,
)
from activitymap.drawing.theme import Theme
from activitymap.drawing.triangle import INNER, OUTER, nodes
from activitymap.model.values import ActivitySystem, Element
from activitymap.model.wording import worded

SCALE = 0.55
"""Size of the triangle, of what it is on the map."""
LABEL_SIZE, NAME_SIZE = 12.0, 17.0
NAME_ROOM, LABEL_ROOM = 210.0, 88.0


def triangle_places(middle: Point, mirrored: bool) -> dict[Element, Point]:
    """Return the points of the elements of a small triangle around a point."""
    return {
        element: Point(point.x + middle.x, point.y + middle.y)
        for element, point in nodes(SCALE, mirrored).items()
    }


def small_triangle(
    system: ActivitySystem,
    places: dict[Element, Point],
    strong: set[Element | None],
    theme: Theme,
) -> Iterator[Shape]:
    """Yield a triangle; the ``strong`` elements are filled and named in bold."""
    colour = theme.services[system.colour]
    tag = Tag(system.id, Role.TRIANGLE, system.id)
    yield Polygon(tag, tuple(places[one] for one in INNER), Pen(colour, 1.0), None)
    yield Polygon(tag, tuple(places[one] for one in OUTER), Pen(colour, 1.8), None)
    for element, place in places.items():
        clashes = element in strong
        node = Tag(f"{system.id}/{element}", Role.NODE, system.id)
        size = 7.0 if clashes else 4.0
        fill = theme.contradiction if clashes else theme.card
        yield ellipse(node, place, size, size, Pen(colour, 1.6), fill)
        yield from _label(system.id, element, places, clashes, theme)
    if Element.OUTCOME in strong:
        yield from _outcome(system, places, theme)


def _label(
    system: str, element: Element, places: dict[Element, Point], clashes: bool, theme: Theme
) -> Iterator[Shape]:
    """Yield the name of an element at its node, away from the triangle."""
    words = worded(str(element))
    place = places[element]
    centre = places[Element.COMMUNITY].x
    if element in {Element.SUBJECT, Element.OBJECT}:
        out = 1.0 if place.x > centre else -1.0
        align = Align.START if out > 0 else Align.END
        at, down = Point(place.x + out * 11, place.y), LABEL_SIZE * 0.36
        lines: tuple[str, ...] = (words,)
    else:
        align, at = Align.MIDDLE, place
        above = element is Element.TOOLS
        down = -12.0 if above else 11 + LABEL_SIZE * ASCENT
        lines = broken(words, LABEL_SIZE, LABEL_ROOM, bold=clashes)
    made = tuple(
        TextLine(
            line,
            at.x,
            at.y + down + number * LABEL_SIZE * LINE_HEIGHT,
            width(line, LABEL_SIZE, bold=clashes),
        )
        for number, line in enumerate(lines)
    )
    colour = theme.contradiction if clashes else theme.quiet
    tag = Tag(f"{system}/{element}", Role.ELEMENT_NAME, system)
    yield Text(tag, made, LABEL_SIZE, colour, bold=clashes, align=align)


def _outcome(system: ActivitySystem, places: dict[Element, Point], theme: Theme) -> Iterator[Shape]:
    """Yield the outcome, which has no node: an arrow that leaves the object."""
    node = places[Element.OBJECT]
    out = 1.0 if node.x > places[Element.COMMUNITY].x else -1.0
    end = Point(node.x + out * 46, node.y + 34)
    tag = Tag(f"{system.id}/{Element.OUTCOME}", Role.OUTCOME_ARROW, system.id)
    yield Line(tag, (node, end), Pen(theme.contradiction, 1.8), head_at_end=True)
    words = worded(str(Element.OUTCOME))
    wide = width(words, LABEL_SIZE, bold=True)
    line = TextLine(words, end.x, end.y + LABEL_SIZE * ASCENT, wide)
    yield Text(tag, (line,), LABEL_SIZE, theme.contradiction, bold=True, align=Align.MIDDLE)


def service_name(
    system: ActivitySystem, middle: float, foot: float, theme: Theme
) -> Iterator[Shape]:
    """Yield the name of a service, its last line at ``foot``."""
    lines = shortened(broken(system.name, NAME_SIZE, NAME_ROOM, bold=True), 3)
    step = NAME_SIZE * LINE_HEIGHT
    first = foot - step * (len(lines) - 1)
    made = tuple(
        TextLine(line, middle, first + step * number, width(line, NAME_SIZE, bold=True))
        for number, line in enumerate(lines)
    )
    tag = Tag(system.id, Role.NAME, system.id)
    colour = theme.services[system.colour]
    yield Text(tag, made, NAME_SIZE, colour, bold=True, align=Align.MIDDLE)
