"""Laws of all edits: the map holds together, ids tell the truth, and equal edits are equal."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from tests.model.edits.random_edits import random_edit
from tests.model.strategies import activity_maps


def _things(activity_map: ActivityMap) -> Iterator[tuple[str, object]]:
    for several in (
        activity_map.systems,
        activity_map.shared_objects,
        activity_map.links,
        activity_map.matters,
        activity_map.needs,
        activity_map.drawn,
        activity_map.judgements,
        activity_map.discussions,
        activity_map.versions,
    ):
        yield from ((one.id, one) for one in several)
    for system in activity_map.systems:
        yield from ((one.id, one) for one in system.statements)
    for discussion in activity_map.discussions:
        yield from ((one.id, one) for one in discussion.points)


@given(st.data())
@settings(max_examples=150)
def test_every_edit_keeps_the_map_sound_and_names_what_it_touched(data: st.DataObject):
    activity_map = data.draw(activity_maps())
    assert list(problems(activity_map)) == []
    for _ in range(data.draw(st.integers(1, 6))):
        change = random_edit(data.draw, activity_map)
        assert list(problems(change.map)) == []
        before, after = dict(_things(activity_map)), dict(_things(change.map))
        differs = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
        assert differs <= change.ids
        untouched = before.keys() & after.keys() - change.ids
        assert all(before[one] is after[one] for one in untouched), "unchanged parts are shared"
        if not change.ids and change.map is not activity_map:
            assert change.map.title != activity_map.title
        activity_map = change.map
