"""The geometry of Engeström's triangle (1987, figure 2.6), and where its cards lie.

Cards grow away from the triangle, so that they never meet it or each other, however full they are:
tools upwards from the apex, subject and object upwards beside their nodes, rules, community and
division of labour downwards from the base, and the outcome beside the lower right edge. A corridor
at the height of the object stays free for the outcome's arrow and the shared object.
"""

from collections.abc import Mapping

from activitymap.drawing.shapes import Box, Point
from activitymap.model.values import Element

HALF_BASE = 170.0
HALF_HEIGHT = 147.0
CARD_WIDTH = 160.0
GAP = 14.0
SIDES = ((Element.TOOLS, Element.RULES), (Element.TOOLS, Element.DIVISION_OF_LABOUR))
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
    heights: Mapping[Element, float], scale: float, mirrored: bool
) -> dict[Element, Box]:
    """Return the boxes of the cards by their heights, around the middle of the triangle."""
    wide, high = HALF_BASE * scale, HALF_HEIGHT * scale
    half, base = CARD_WIDTH / 2, high + GAP + 4
    outer = max(wide, CARD_WIDTH + GAP)
    top_of_tools = -high - GAP - heights[Element.TOOLS]
    beside = wide / 2 + GAP
    boxes = {
        Element.TOOLS: Box(-half, top_of_tools, half, -high - GAP),
        Element.SUBJECT: _upwards(-beside - CARD_WIDTH, 12.0, heights[Element.SUBJECT]),
        Element.OBJECT: _upwards(beside, -GAP, heights[Element.OBJECT]),
        Element.RULES: _downwards(-outer - half, base, heights[Element.RULES]),
        Element.COMMUNITY: _downwards(-half, base, heights[Element.COMMUNITY]),
        Element.DIVISION_OF_LABOUR: _downwards(
            outer - half, base, heights[Element.DIVISION_OF_LABOUR]
        ),
    }
    tall = heights[Element.OUTCOME] > high - 2 * GAP
    left = outer + half + GAP if tall else wide + GAP
    boxes[Element.OUTCOME] = _downwards(left, GAP, heights[Element.OUTCOME])
    if not mirrored:
        return boxes
    return {
        element: Box(-box.right, box.top, -box.left, box.bottom) for element, box in boxes.items()
    }


def _upwards(left: float, bottom: float, height: float) -> Box:
    return Box(left, bottom - height, left + CARD_WIDTH, bottom)


def _downwards(left: float, top: float, height: float) -> Box:
    return Box(left, top, left + CARD_WIDTH, top + height)
