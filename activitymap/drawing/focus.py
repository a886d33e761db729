"""Chosen contradictions in full: arrows between the statements, whose cards stand out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from activitymap.drawing.arrows import arrow, bolt_box, bolt_place
from activitymap.drawing.crowd import Crowd
from activitymap.drawing.double_line import double_line
from activitymap.drawing.placed import Options, PlacedSystem
from activitymap.drawing.roads import Port, beside, ports, road
from activitymap.drawing.shapes import Anchor, Box, Pen, Point, Polygon, Role, Shape, Tag
from activitymap.drawing.theme import Theme
from activitymap.drawing.transforming import faded
from activitymap.model.contradictions.finding import Agreement, Contradiction, Side
from activitymap.model.judging import Kind, Level
from activitymap.model.values import Element, Link, LinkKind

BESIDE = 0.5
"""Strength of the other statements in a card that is in focus."""

_MARKED = {Role.STATEMENT, Role.STATEMENT_MARK}


def focus_arrows(
    focus: Iterable[Contradiction],
    systems: Mapping[str, PlacedSystem],
    options: Options,
    links: Iterable[Link] = (),
    avoided: Iterable[Box] = (),
) -> Iterator[Shape]:
    """Yield the arrows of chosen contradictions in full, from statement to statement.

    One of more than two statements is a ring of arrows. Needs have no place, so that what hinders
    one is only marked. A tertiary arrow ends at the object of the newer form (by ``links``).
    Arrows go around the cards and what is ``avoided`` where they can.
    """
    newer = {(link.source, link.target) for link in links if link.kind is LinkKind.NEWER_FORM}
    obstacles = Crowd(box for placed in systems.values() for box in placed.boxes)
    obstacles.extend(avoided)
    bolts = Crowd()
    for one in focus:
        sides = [side for side in one.sides if side.system in systems and side.element]
        pairs = list(pairwise(sides))
        if len(sides) > 2:
            pairs.append((sides[-1], sides[0]))
        name = "+".join(one.about)
        for side, other in pairs:
            tertiary = one.level is Level.TERTIARY
            ends = (
                _ports(side, other, systems, newer if tertiary else set()),
                _ports(other, side, systems, newer if tertiary else set()),
            )
            way = road(*ends, obstacles)
            pen = Pen(options.theme.contradiction, 2.6 if one.kind is Kind.CONTRADICTION else 1.7)
            anchors = (Anchor(side.system or "", side.id), Anchor(other.system or "", other.id))
            middle = bolt_place(way, obstacles, bolts)
            bolts.append(bolt_box(way, middle))
            tag = Tag(name, Role.CONTRADICTION, name)
            yield arrow(tag, way, pen, options.style, anchors, middle)


def agreement_lines(
    agreed: Iterable[Agreement],
    systems: Mapping[str, PlacedSystem],
    options: Options,
    avoided: Iterable[Box] = (),
) -> Iterator[Shape]:
    """Yield the double lines of agreements, from statement to statement."""
    obstacles = Crowd(box for placed in systems.values() for box in placed.boxes)
    obstacles.extend(avoided)
    for one in agreed:
        first, second = one.sides
        if first.system in systems and second.system in systems:
            ends = _ports(first, second, systems, set()), _ports(second, first, systems, set())
            name = f"{first.id}={second.id}"
            pen = Pen(options.theme.shared, 1.6)
            yield from double_line(Tag(name, Role.LINK, name), road(*ends, obstacles), pen)


def _ports(
    side: Side, other: Side, systems: Mapping[str, PlacedSystem], newer: set[tuple[str, str]]
) -> list[Port]:
    placed = systems[side.system or ""]
    if (side.system, other.system) in newer:
        node = placed.node(Element.OBJECT)
        return ports(Box(*node, *node).grown(8))
    row = placed.row(side.id)
    if row is not None:
        return beside(row)
    return ports(placed.card(side.element or Element.OBJECT))


def focus_cards(
    focus: Iterable[Contradiction], systems: Mapping[str, PlacedSystem], options: Options
) -> Iterator[Shape]:
    """Yield the cards of chosen contradictions at full strength, their statements on a band."""
    sides = list(chain.from_iterable(one.sides for one in focus))
    for system in dict.fromkeys(side.system for side in sides):
        if system is not None and system in systems:
            here = [side for side in sides if side.system == system]
            yield from _cards(systems[system], here, options.theme)


def _cards(placed: PlacedSystem, sides: Iterable[Side], theme: Theme) -> Iterator[Shape]:
    system = placed.drawing.system
    cards = {f"{system}/{side.element}": side.element for side in sides}
    chosen = {side.id for side in sides}
    ids = dict.fromkeys(side.id for side in sides)
    bands = {box: one for one in ids if (box := placed.row(one)) is not None}
    for shape in placed.shapes():
        role, name = shape.tag.role, shape.tag.id
        if role is Role.NAME or (role in {Role.CARD, Role.ELEMENT_NAME} and name in cards):
            yield shape
        if role is Role.CARD and name in cards:
            card = placed.card(cards[name] or Element.OBJECT)
            for box, statement in bands.items():
                if card.meets(box):
                    yield from _band(Tag(statement, Role.STATEMENT, system), box, theme)
        elif role in _MARKED and (name in chosen or name in cards):
            yield shape
        elif role in _MARKED and _lies_in(name, cards, placed):
            yield faded(shape, BESIDE)


def _lies_in(statement: str, cards: Mapping[str, Element | None], placed: PlacedSystem) -> bool:
    """Whether a statement stands in one of the cards."""
    row = placed.row(statement)
    return row is not None and any(
        element is not None and placed.card(element).meets(row) for element in cards.values()
    )


def _band(tag: Tag, box: Box, theme: Theme) -> Iterator[Shape]:
    """Yield the band behind a marked statement, and the bar that marks it without colour too."""
    yield Polygon(tag, box.corners, None, theme.contradiction_band, radius=3.0)
    bar = (
        Point(box.left, box.top),
        Point(box.left + 3, box.top),
        Point(box.left + 3, box.bottom),
        Point(box.left, box.bottom),
    )
    yield Polygon(tag, bar, None, theme.contradiction)
