"""What to draw and how, and a system's drawing where it stands on the canvas."""

from collections.abc import Iterator
from dataclasses import dataclass

from activitymap.drawing.arrows import ArrowStyle
from activitymap.drawing.measures import SCREEN, Measures
from activitymap.drawing.shapes import Box, Point, Shape
from activitymap.drawing.system import SystemDrawing, system_drawing
from activitymap.drawing.theme import LIGHT, Theme
from activitymap.drawing.transforming import moved
from activitymap.model.contradictions.finding import Agreement, Contradiction
from activitymap.model.lenses import Lens
from activitymap.model.values import ActivitySystem, Element, Place

_SLICES = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What to draw of a map, and how; ``focus`` is drawn in full, and all else fades.

    A ``lens`` shows statements in groups, where nothing is in focus. ``in_full`` draws each
    contradiction from statement to statement and fades nothing; ``agreed`` are drawn then too.
    """

    theme: Theme = LIGHT
    cross_lines: bool = False
    contradictions: bool = True
    needs: bool = True
    legend: bool = True
    title: bool = True
    style: ArrowStyle = ArrowStyle.LIGHTNING
    focus: tuple[Contradiction, ...] = ()
    lens: Lens | None = None
    measures: Measures = SCREEN
    in_full: bool = False
    agreed: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedSystem:
    """A system's drawing and where it stands; boxes and points of it are those of the canvas."""

    drawing: SystemDrawing
    place: Place

    @property
    def box(self) -> Box:
        """The box around everything that the system draws."""
        return self._here(self.drawing.box)

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the cards and of the name."""
        return [self._here(box) for box in (*self.drawing.cards.values(), self.drawing.title)]

    @property
    def title(self) -> Box:
        """The box of the name."""
        return self._here(self.drawing.title)

    @property
    def mirrored(self) -> bool:
        """Whether the system faces left."""
        nodes = self.drawing.nodes
        return nodes[Element.OBJECT].x < nodes[Element.SUBJECT].x

    @property
    def slices(self) -> list[Box]:
        """Boxes that together fill most of the triangle, for arrows to go around."""
        top, right = self.node(Element.TOOLS), self.node(Element.DIVISION_OF_LABOUR)
        half, high = abs(right.x - top.x), right.y - top.y
        return [
            Box(
                top.x - half * (number + 0.5) / _SLICES,
                top.y + high * number / _SLICES,
                top.x + half * (number + 0.5) / _SLICES,
                top.y + high * (number + 1) / _SLICES,
            )
            for number in range(_SLICES)
        ]

    def card(self, element: Element) -> Box:
        """Return the box of an element's card."""
        return self._here(self.drawing.cards[element])

    def node(self, element: Element) -> Point:
        """Return the point of an element on the triangle."""
        point = self.drawing.nodes[element]
        return Point(point.x + self.place.x, point.y + self.place.y)

    def row(self, statement: str) -> Box | None:
        """Return the box of a statement, or ``None`` where the system has no such statement."""
        box = self.drawing.rows.get(statement)
        return None if box is None else self._here(box)

    def shapes(self) -> Iterator[Shape]:
        """Go through the shapes where they stand."""
        return (moved(shape, self.place.x, self.place.y) for shape in self.drawing.shapes)

    def _here(self, box: Box) -> Box:
        return box.moved(self.place.x, self.place.y)


def place_system(system: ActivitySystem, options: Options) -> PlacedSystem:
    """Return a system that has a place, drawn there."""
    place = system.place or Place(x=0.0, y=0.0)
    drawing = system_drawing(system, options.theme, options.cross_lines, options.measures)
    return PlacedSystem(drawing, place)
