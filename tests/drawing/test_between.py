"""Parts between services last: only those are drawn anew that an edit touches."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.drawing.between import Between, Part
from activitymap.drawing.placed import Options, place_system
from activitymap.drawing.placing import arranged
from activitymap.drawing.theme import DARK
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.statements import add_statements
from activitymap.model.edits.systems import move_systems
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Element, Place
from tests.model.edits.random_edits import random_edit
from tests.model.strategies import activity_maps

EXAMPLES = Path(__file__).parents[2] / "examples"


def draw(between: Between, activity_map: ActivityMap, options: Options) -> list[Part]:
    """Draw what lies between the services of a map."""
    systems = {one.id: place_system(one, options) for one in activity_map.systems}
    return between.draw(activity_map, detect(activity_map).contradictions, systems, options)


def team() -> ActivityMap:
    """Return the example that everybody sees first."""
    return arranged(load_map(EXAMPLES / "team-around-the-child.activitymap").map)


def test_a_statement_that_is_in_no_ones_way_draws_nothing_anew() -> None:
    between, activity_map = Between(), team()
    before = draw(between, activity_map, Options())
    school = activity_map.systems[1].id
    after = draw(
        between, add_statements(activity_map, school, Element.TOOLS, ["Bell"]).map, Options()
    )
    assert len(after) == len(before)
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_a_moved_service_takes_its_own_lines_along_and_leaves_the_others() -> None:
    between, activity_map = Between(), team()
    before = {part.id: part for part in draw(between, activity_map, Options())}
    school = activity_map.systems[1]
    assert school.place is not None
    place = Place(x=school.place.x + 300, y=school.place.y - 100)
    after = {
        part.id: part
        for part in draw(between, move_systems(activity_map, {school.id: place}).map, Options())
    }
    changed = {name for name, part in after.items() if before[name] is not part}
    arrows = {name for name in changed if "+" in name or "/" in name}
    assert arrows
    assert all(school.id in name for name in arrows)


def test_another_theme_draws_everything_anew() -> None:
    between, activity_map = Between(), team()
    before = draw(between, activity_map, Options())
    after = draw(between, activity_map, replace(Options(), theme=DARK))
    assert not any(one is other for one, other in zip(before, after, strict=True))


@given(st.data())
@settings(max_examples=40)
def test_after_any_edits_there_is_a_part_for_all_that_joins(data: st.DataObject) -> None:
    between = Between()
    activity_map = arranged(data.draw(activity_maps()))
    draw(between, activity_map, Options())
    for _ in range(data.draw(st.integers(1, 5))):
        activity_map = arranged(random_edit(data.draw, activity_map).map)
        parts = draw(between, activity_map, Options())
        fresh = draw(Between(), activity_map, Options())
        assert _ends(parts) == _ends(fresh)


def _ends(parts: Iterable[Part]) -> list[tuple[str, object]]:
    return sorted((part.id, str(part.key)) for part in parts if "label" not in part.id)
