"""Services arranged for a column of print: their connectors run clear, and no page is too low."""

import pytest

from activitymap.drawing.placed import Options
from activitymap.drawing.printed import TYPE, printed
from activitymap.drawing.shapes import Curve, Polygon, Role, Text
from activitymap.drawing.transforming import extent, traced
from activitymap.model.contradictions.detecting import detect
from activitymap.model.values import ActivitySystem, Element, SharedObject, Statement
from tests.drawing.test_placing import services
from tests.export.making import example

ENDLESS = 1_000_000.0
NARROW, WIDE, WIDEST = 482.0, 964.0, 1_570.0
"""Rooms of 85, 170 and 277 mm, in units of the drawing."""


def _full(count, shared):
    """Return a map of services that each say something in every element."""
    made = services(count, shared)
    systems = tuple(
        system.but(
            statements=tuple(
                Statement(id=f"{system.id}-{element}", element=element, text="We say this of it.")
                for element in Element
            )
        )
        for system in made.systems
    )
    return made.but(systems=systems)


def _drawn(activity_map, room, tall=ENDLESS):
    return printed(activity_map, detect(activity_map), Options(needs=False), room, tall)


def _boxes(drawing):
    """Return the boxes of the cards, and of the names of the services."""
    return [
        extent(shape)
        for shape in drawing
        if (isinstance(shape, Polygon) and shape.tag.role is Role.CARD)
        or (isinstance(shape, Text) and shape.tag.role is Role.NAME)
    ]


def _ellipse(drawing):
    (found,) = (
        extent(shape)
        for shape in drawing
        if isinstance(shape, Curve) and shape.tag.role is Role.SHARED_OBJECT
    )
    return found


def _maps():
    yield example("hospital-and-family")
    yield example("team-around-the-child")
    yield from (_full(count, count) for count in (1, 3, 7))


@pytest.mark.parametrize("room", [NARROW, WIDE, WIDEST])
@pytest.mark.parametrize("activity_map", list(_maps()))
def test_connectors_and_the_shared_object_meet_no_card(activity_map, room):
    drawing = _drawn(activity_map, room)
    boxes = _boxes(drawing)
    connectors = [
        shape
        for shape in drawing
        if isinstance(shape, Curve) and shape.start and shape.tag.id.startswith("shared-")
    ]
    assert len(connectors) == sum(len(one.systems) for one in activity_map.shared_objects)
    for shape in connectors:
        assert not [box for box in boxes for point in traced(shape, 4.0) if box.holds(point)]
    assert not [box for box in boxes if box.meets(_ellipse(drawing).grown(4))]


def test_services_stand_in_more_columns_before_the_figure_is_too_high():
    nine = _full(9, 9)
    high = _drawn(nine, WIDEST).box
    low = _drawn(nine, WIDEST, tall=high.height * 0.9).box
    assert low.height < high.height
    assert low.width <= WIDEST


@pytest.mark.parametrize("shared", [0, 1, 9])
def test_two_columns_that_are_a_little_wide_are_better_than_one_without_end(shared):
    tall = 1_332.0
    drawing = _drawn(_full(9, shared), WIDE, tall)
    one = _drawn(_full(9, shared), NARROW)
    assert max(drawing.box.width / WIDE, drawing.box.height / tall) < one.box.height / tall
    assert drawing.box.height < one.box.height * 0.7


@pytest.mark.parametrize("room", [40.0, NARROW, WIDEST])
def test_no_type_is_smaller_however_narrow_the_room(room):
    drawing = _drawn(example("team-around-the-child"), room)
    signs = {Role.NODE, Role.STATEMENT_MARK}
    assert min(s.size for s in drawing if isinstance(s, Text) and s.tag.role not in signs) == TYPE


def test_a_service_between_two_shared_objects_has_a_connector_to_each():
    systems = tuple(ActivitySystem(id=f"system-{one}", name=f"Service {one}") for one in range(3))
    made = services(0).but(
        systems=systems,
        shared_objects=(
            SharedObject(id="shared-1", name="A child", systems=("system-0", "system-1")),
            SharedObject(id="shared-2", name="A home", systems=("system-1", "system-2")),
        ),
    )
    drawing = _drawn(made, WIDE)
    ends = {
        (shape.start.id, shape.end.id)
        for shape in drawing
        if isinstance(shape, Curve) and shape.start and shape.end and shape.tag.role is Role.LINK
    }
    assert ends == {
        ("system-0", "shared-1"),
        ("system-1", "shared-1"),
        ("system-1", "shared-2"),
        ("system-2", "shared-2"),
    }
