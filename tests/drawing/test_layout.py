"""The drawing of a whole map: every example at rest and with each contradiction chosen."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from activitymap.drawing.arrows import ArrowStyle
from activitymap.drawing.between import ON_TOP
from activitymap.drawing.focus import BESIDE
from activitymap.drawing.layout import FADED, lay_out
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Curve, Drawing, Line, Role, Shape, Text
from activitymap.drawing.theme import DARK
from activitymap.drawing.transforming import extent
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Detection
from activitymap.model.judging import Status
from activitymap.model.storage.saving import load_map
from tests.drawing.looking import crossed_words, holds, words_on_words
from tests.model.strategies import activity_maps

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.activitymap"))
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@cache
def opened(path: Path) -> tuple[ActivityMap, Detection]:
    """Return an example and what was found in it."""
    activity_map = load_map(path).map
    return activity_map, detect(activity_map)


def with_role(drawing: Drawing, *roles: Role) -> list[Shape]:
    """Return the shapes of some roles."""
    return [shape for shape in drawing.shapes if shape.tag.role in roles]


@each_example
def test_at_rest_no_words_are_crossed_or_covered(path: Path) -> None:
    drawing = lay_out(*opened(path))
    assert list(crossed_words(drawing.shapes)) == []
    assert list(words_on_words(drawing.shapes)) == []


@each_example
def test_with_a_contradiction_chosen_no_words_are_crossed(path: Path) -> None:
    activity_map, detection = opened(path)
    for one in detection.contradictions:
        drawing = lay_out(activity_map, detection, Options(focus=(one,)))
        assert list(crossed_words(drawing.shapes)) == []


@each_example
def test_all_that_is_drawn_lies_within_the_box(path: Path) -> None:
    drawing = lay_out(*opened(path))
    assert [s.tag for s in drawing.shapes if not holds(drawing.box, extent(s))] == []


@each_example
def test_one_counted_arrow_joins_each_pair_of_services(path: Path) -> None:
    activity_map, detection = opened(path)
    pairs = Counter(
        "+".join(systems)
        for one in detection.contradictions
        if len(systems := sorted({side.system for side in one.sides if side.system})) == 2
    )
    drawing = lay_out(activity_map, detection)
    counts = {
        shape.tag.id: int(shape.lines[0].text)
        for shape in with_role(drawing, Role.COUNT)
        if isinstance(shape, Text) and "/" not in shape.tag.id
    }
    assert counts == pairs
    arrows = [s.tag.id for s in with_role(drawing, Role.CONTRADICTION)]
    assert sorted(arrows) == sorted(pairs)


@each_example
def test_contradictions_inside_a_service_lie_over_its_triangle(path: Path) -> None:
    activity_map, detection = opened(path)
    drawing = lay_out(activity_map, detection)
    on_top = [place for place, s in enumerate(drawing.shapes) if s.tag.role in ON_TOP]
    bodies = [place for place, s in enumerate(drawing.shapes) if s.tag.role is Role.CARD]
    assert min(on_top) > max(bodies)


def test_the_four_levels_are_drawn_where_the_theory_has_them() -> None:
    path = next(path for path in EXAMPLES if path.stem == "four-levels")
    activity_map, detection = opened(path)
    drawing = lay_out(activity_map, detection)
    ends = {
        (s.start.name, s.end.name, s.start.id == s.end.id)
        for s in with_role(drawing, Role.INNER_CONTRADICTION, Role.CONTRADICTION)
        if isinstance(s, Line | Curve) and s.start and s.end
    }
    same = {(one, other) for one, other, within in ends if within}
    assert any(one == other for one, other in same), "a primary one at its corner"
    assert any(one != other for one, other in same), "a secondary one on a line"
    assert sum(not within for _, _, within in ends) >= 1, "others between services"


@each_example
def test_a_chosen_contradiction_stands_out_and_all_else_fades(path: Path) -> None:
    activity_map, detection = opened(path)
    one = next(one for one in detection.contradictions if all(side.element for side in one.sides))
    drawing = lay_out(activity_map, detection, Options(focus=(one,)))
    chosen = {side.id for side in one.sides}
    strength: dict[str, float] = {}
    for shape in with_role(drawing, Role.STATEMENT):
        strength[shape.tag.id] = max(shape.opacity, strength.get(shape.tag.id, 0.0))
    assert {strength[one] for one in chosen if one in strength} == {1.0}
    others = {value for name, value in strength.items() if name not in chosen}
    assert others <= {FADED, BESIDE}
    arrows = with_role(drawing, Role.CONTRADICTION)
    assert arrows
    assert not with_role(drawing, Role.COUNT)
    names = {
        anchor.name
        for arrow in arrows
        if isinstance(arrow, Line | Curve)
        for anchor in (arrow.start, arrow.end)
        if anchor
    }
    assert names <= chosen


@each_example
def test_connectors_name_what_exists(path: Path) -> None:
    activity_map, detection = opened(path)
    known = {system.id for system in activity_map.systems}
    known |= {shared.id for shared in activity_map.shared_objects}
    wires = [
        shape
        for shape in lay_out(activity_map, detection).shapes
        if isinstance(shape, Line | Curve) and shape.start and shape.end
    ]
    assert wires
    assert {a.id for wire in wires for a in (wire.start, wire.end) if a} <= known


def test_what_was_dismissed_is_not_drawn() -> None:
    activity_map, detection = opened(EXAMPLES[0])
    assert with_role(lay_out(activity_map, detection), Role.COUNT)
    settled = Detection(
        contradictions=tuple(
            one._replace(status=Status.DISMISSED) for one in detection.contradictions
        )
    )
    assert not with_role(lay_out(activity_map, settled), Role.COUNT, Role.CONTRADICTION)


def test_the_plain_arrow_has_no_bolt() -> None:
    activity_map, detection = opened(EXAMPLES[0])
    plain = lay_out(activity_map, detection, Options(style=ArrowStyle.PLAIN))
    bolts = lay_out(activity_map, detection)
    shorter, longer = (
        sum(len(s.points) for s in with_role(d, Role.CONTRADICTION) if not isinstance(s, Text))
        for d in (plain, bolts)
    )
    assert shorter < longer


def test_an_empty_map_is_a_drawing_too() -> None:
    drawing = lay_out(ActivityMap())
    assert drawing.box.width > 0
    assert drawing.title == "Activity map"


@given(activity_maps())
def test_any_map_can_be_drawn_and_no_statement_is_lost(activity_map: ActivityMap) -> None:
    detection = detect(activity_map)
    drawing = lay_out(activity_map, detection, Options(theme=DARK))
    drawn = {shape.tag.id for shape in with_role(drawing, Role.STATEMENT)}
    assert {one.id for system in activity_map.systems for one in system.statements} <= drawn
    assert lay_out(activity_map, detection, Options(theme=DARK)) == drawing
    for one in detection.contradictions[:2]:
        lay_out(activity_map, detection, Options(focus=(one,)))
