"""The map on half a page: it can be read, nothing is cut off, and the numbers are those told."""

import pytest

from activitymap.drawing.shapes import Curve, Drawing, Line, Polygon, Role, Text
from activitymap.drawing.summary import summary
from activitymap.drawing.summary_places import WIDTH
from activitymap.model.activity_map import ActivityMap
from activitymap.model.agenda import agenda, one_of_each_matter
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.needs import add_need, mark_need
from activitymap.model.values import Bearing
from tests.export.making import NAMES, boxes_of, example
from tests.model.contradictions.maps import map_of, said


def services(count: int) -> ActivityMap:
    """Return a map of services with long names of which every two clash on three matters."""
    rows = [
        said(
            f"Children’s integrated services and early help, team {number}",
            element,
            modality="must" if number % 2 else "must not",
            matter=element,
            text=f"Every family is seen within {number} weeks and told what comes next",
        )
        for number in range(count)
        for element in ("object", "rules", "tools")
    ]
    return map_of(*rows)


def _most_important(activity_map: ActivityMap) -> Drawing:
    return summary(activity_map, one_of_each_matter(agenda(detect(activity_map)))[:3])


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 10, 25])
def test_the_type_is_at_least_seven_points_on_paper(count):
    drawing = _most_important(services(count))
    assert drawing.box.width == WIDTH
    assert drawing.box.height < 400
    assert min(shape.size for shape in drawing if isinstance(shape, Text)) * 0.75 >= 7


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 10, 25])
def test_nothing_is_cut_off_and_no_words_lie_on_others(count):
    drawing = _most_important(services(count))
    boxes = [box for _, box in boxes_of(drawing)]
    for box in boxes:
        assert box.left >= 0
        assert box.right <= drawing.box.width
        assert box.top >= 0
        assert box.bottom <= drawing.box.height
    for place, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[place + 1 :])


@pytest.mark.parametrize("name", NAMES)
def test_arrows_do_not_leave_the_drawing(name):
    drawing = _most_important(example(name))
    points = [
        point
        for shape in drawing
        if isinstance(shape, Line | Polygon | Curve)
        for point in shape.points
    ]
    assert all(drawing.box.grown(1).holds(point) for point in points)


def test_every_contradiction_has_its_number():
    activity_map = services(4)
    need = add_need(activity_map, "Tell my story once", whose="a girl")
    statement = need.map.systems[0].statements[0].id
    marked = mark_need(need.map, statement, need.map.needs[0].id, Bearing.HINDERS).map
    found = detect(marked).contradictions
    drawing = summary(marked, found[:5])
    assert _numbers(drawing) == ["1", "2", "3", "4", "5"]
    needs = [line for line in _lines(drawing, Role.NEED) if "Tell my story" in line]
    assert bool(needs) is any(side.system is None for one in found[:5] for side in one.sides)


def test_of_many_services_those_are_drawn_that_clash_and_the_rest_is_counted():
    activity_map = services(25)
    found = [
        one
        for one in detect(activity_map).contradictions
        if {side.system for side in one.sides} == {"system-24", "system-25"}
    ]
    drawing = summary(activity_map, found[:1])
    drawn = {shape.tag.id for shape in drawing if shape.tag.role is Role.TRIANGLE}
    assert {"system-24", "system-25"} <= drawn
    assert len(drawn) == 10
    assert _lines(drawing, Role.LEGEND) == ["and 15 more services"]


def test_an_empty_map_is_an_empty_drawing():
    assert summary(ActivityMap(), ()).box.width == WIDTH


def _numbers(drawing: Drawing) -> list[str]:
    return _lines(drawing, Role.COUNT)


def _lines(drawing: Drawing, role: Role) -> list[str]:
    return [
        line.text
        for shape in drawing
        if isinstance(shape, Text) and shape.tag.role is role
        for line in shape.lines
    ]
