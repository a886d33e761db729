"""The ways of connectors: those of PowerPoint's that are most like the roads of a drawing."""

import math

from hypothesis import given
from hypothesis import strategies as st

from activitymap.drawing.curves import at, straight
from activitymap.drawing.shapes import Point
from activitymap.export.slides.routes import STRAIGHT, Route, bend, corner, way

places = st.builds(Point, st.floats(-500, 500), st.floats(-500, 500))


@given(places, places)
def test_a_straight_road_is_a_straight_way(start, end):
    assert way(straight(start, end), start, end) == STRAIGHT
    assert way((start, end), start, end) == STRAIGHT


@given(places, places)
def test_a_road_like_a_bend_is_that_bend(start, end):
    if min(abs(start.x - end.x), abs(start.y - end.y)) < 20:
        return
    assert way(bend(start, end), start, end) == Route("curvedConnector2")
    assert way(bend(end, start)[::-1], start, end) == Route("curvedConnector2", turned=True)


@given(places, places)
def test_a_bend_leaves_level_and_arrives_upright_by_its_corner(start, end):
    road = bend(start, end)
    turn = corner(Route("curvedConnector2"), start, end)
    assert turn is not None
    assert road[1].y == start.y == turn.y
    assert road[2].x == end.x == turn.x
    assert math.dist(at(road, 0.5), turn) <= math.dist(start, end) + 1e-9


def test_a_level_corridor_is_kept():
    node, turn, end = Point(0, 0), Point(160, 0), Point(260, 200)
    road = (node, node, turn, turn, Point(240, 0), Point(260, 100), end)
    assert way(road, node, end).kind == "bentConnector2"
    level = (node, node, turn, turn, Point(200, 0), Point(230, 20), Point(260, 20))
    found = way(level, node, Point(260, 20))
    assert found.kind == "bentConnector3"
    assert 'val 61538"' in found.adjusting
    back = (node, node, turn, turn, Point(240, 0), Point(-260, 100), Point(-260, 200))
    assert way(back, node, Point(-260, 200)) == STRAIGHT
