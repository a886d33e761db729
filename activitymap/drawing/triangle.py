"""The geometry of Engeström's triangle (1987, figure 2.6), and where its cards lie.

Cards grow away from the triangle, so that they never meet it or each other, however full they are:
tools upwards from the apex, subject and object upwards beside their nodes, rules, community and
division of labour downwards from the base, and the outcome beside the lower right edge. A corridor
at the height of the object stays free for the outcome's arrow and the shared object.
"""

from collections.abc import Mapping

from activitymap.drawing.measures import SCREEN
from activitymap.drawing.shapes import Box, Point
from activitymap.model.values import Element

HALF_BASE = 170.0
HALF_HEIGHT = 147.0
GAP = 14.0
CORRIDOR = 30.0
"""How far the outcome stays below the height of subject and object."""
INNER = (Element.SUBJECT, Element.OBJECT, Element.COMMUNITY)
OUTER = (Element.TOOLS, Element.DIVISION_OF_LABOUR, Element.RULES)
CROSS_LINES = (
    (Element.RULES, Element.OBJECT),
    (Element.SUBJECT, Element.DIVISION_OF_LABOUR),
    (Element.TOOLS, Element.COMMUNITY),
)


def nodes(scale: float, mirrored: bool) -> dict[Element, Point]:
    """Return the points of the six elements, around the middle of the triangle."""
    side = -1.0 if mirrored else 1.0
    wide, high = HALF_BASE * scale, HALF_HEIGHT * scale
    return {
        Element.TOOLS: Point(0.0, -high),
        Element.SUBJECT: Point(-side * wide / 2, 0.0),
        Element.OBJECT: Point(side * wide / 2, 0.0),
        Element.RULES: Point(-side * wide, high),
        Element.COMMUNITY: Point(0.0, high),
        Element.DIVISION_OF_LABOUR: Point(side * wide, high),
    }


def card_boxes(
    heights: Mapping[Element, float], scale: float, mirrored: bool, card: float = SCREEN.card
) -> dict[Element, Box]:
    """Return the boxes of the cards, so wide and so high, around the middle of the triangle."""
    wide, high = HALF_BASE * scale, HALF_HEIGHT * scale
    half, base = card / 2, high + GAP + 4
    outer = max(wide, card + GAP)
    top_of_tools = -high - GAP - heights[Element.TOOLS]
    # At small scales the cards keep clear of each other rather than close to their nodes.
    beside = max(wide / 2, half) + GAP
    boxes = {
        Element.TOOLS: Box(-half, top_of_tools, half, -high - GAP),
        Element.SUBJECT: _upwards(-beside - card, -GAP, heights[Element.SUBJECT], card),
        Element.OBJECT: _upwards(beside, -GAP, heights[Element.OBJECT], card),
        Element.RULES: _downwards(-outer - half, base, heights[Element.RULES], card),
        Element.COMMUNITY: _downwards(-half, base, heights[Element.COMMUNITY], card),
        Element.DIVISION_OF_LABOUR: _downwards(
            outer - half, base, heights[Element.DIVISION_OF_LABOUR], card
        ),
    }
    boxes[Element.OUTCOME] = _outcome_box(heights[Element.OUTCOME], wide, high, outer, card)
    if not mirrored:
        return boxes
    return {
        element: Box(-box.right, box.top, -box.left, box.bottom) for element, box in boxes.items()
    }


def _outcome_box(height: float, wide: float, high: float, outer: float, card: float) -> Box:
    """Return the box of the outcome: close to the side, or beyond the row below if it is tall."""
    bottom = CORRIDOR + height
    if bottom + GAP > high + GAP + 4:
        return _downwards(outer + card / 2 + GAP, CORRIDOR, height, card)
    side = wide / 2 + min(bottom, high) * wide / high / 2
    return _downwards(max(side, card / 2) + GAP, CORRIDOR, height, card)


def _upwards(left: float, bottom: float, height: float, card: float) -> Box:
    return Box(left, bottom - height, left + card, bottom)


def _downwards(left: float, top: float, height: float, card: float) -> Box:
    return Box(left, top, left + card, top + height)
