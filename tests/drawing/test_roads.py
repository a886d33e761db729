"""Arrows are straight where they can be, and go around what is in the way."""

from activitymap.drawing.crowd import Crowd
from activitymap.drawing.curves import Cubic, at, length, split, straight
from activitymap.drawing.roads import ports, road
from activitymap.drawing.shapes import Box, Point

LEFT, RIGHT = Box(0, 0, 100, 40), Box(600, 0, 700, 40)
WALL = Box(300, -120, 360, 160)


def seen(way: Cubic, box: Box) -> int:
    """Return how many of a hundred points of a road lie within a box."""
    points = [at(way, part / 100) for part in range(101)]
    return sum(box.left < x < box.right and box.top < y < box.bottom for x, y in points)


def test_a_free_road_is_straight() -> None:
    way = road(ports(LEFT), ports(RIGHT), Crowd([LEFT, RIGHT]))
    assert way[0].y == way[3].y == 20
    assert (way[0].x, way[3].x) == (104, 596)


def test_a_road_goes_around_a_wall() -> None:
    way = road(ports(LEFT), ports(RIGHT), Crowd([LEFT, RIGHT, WALL]))
    assert seen(way, WALL) == 0
    assert length(way) > 500


def test_a_road_takes_another_end_than_the_one_before() -> None:
    first = road(ports(LEFT), ports(RIGHT), Crowd([LEFT, RIGHT]))
    used = Crowd(Box(*end, *end).grown(12) for end in (first[0], first[3]))
    second = road(ports(LEFT), ports(RIGHT), Crowd([LEFT, RIGHT]), used)
    assert second[0] != first[0]


def test_the_two_parts_of_a_curve_are_the_curve() -> None:
    curve = Point(0, 0), Point(50, 90), Point(120, -40), Point(200, 10)
    before, after = split(curve, 0.3)
    assert (before[0], after[3]) == (curve[0], curve[3])
    for whole, half in ((0.15, at(before, 0.5)), (0.65, at(after, 0.5))):
        point = at(curve, whole)
        assert abs(point.x - half.x) + abs(point.y - half.y) < 1e-9
    assert round(length(straight(Point(0, 0), Point(30, 40))), 6) == 50


def test_a_crowd_finds_what_lies_far_apart_and_below_zero() -> None:
    crowd = Crowd([Box(-250, -250, -210, -210)])
    crowd.append(Box(90, 90, 310, 110))
    assert crowd.covers(-220, -220)
    assert crowd.covers(300, 100)
    assert not crowd.covers(300, 120)
    assert crowd.is_free(Box(0, 0, 80, 80))
    assert not crowd.is_free(Box(200, 0, 210, 100))
