"""Lenses group statements by one question, each statement once."""

from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.lenses import MOST, Lens, groups
from activitymap.model.reading import Reading
from activitymap.model.values import ActivitySystem, Context, Element, Matter, Statement
from tests.model.strategies import activity_maps


@given(activity_maps(), st.sampled_from(list(Lens)))
def test_no_statement_is_in_two_groups_and_none_is_made_up(
    activity_map: ActivityMap, lens: Lens
) -> None:
    detection = detect(activity_map)
    found = groups(activity_map, detection, lens)
    listed = [one for group in found for one in group.statements]
    assert len(listed) == len(set(listed))
    assert all(group.statements for group in found)
    if lens in {Lens.CONTEXT, Lens.FORCE, Lens.MATTER, Lens.NEEDS}:
        known = {one.id for system in activity_map.systems for one in system.statements}
        assert set(listed) <= known


def a_map(*statements: Statement, matters: tuple[Matter, ...] = ()) -> ActivityMap:
    """Return a map of one service."""
    system = ActivitySystem(id="system-1", name="School", statements=statements)
    return ActivityMap(systems=(system,), matters=matters)


def test_context_groups_come_in_the_order_of_the_theory() -> None:
    statements = tuple(
        Statement(id=f"s{place}", element=Element.RULES, text="x", context=context)
        for place, context in enumerate(reversed(Context))
    )
    found = groups(a_map(*statements), detect(ActivityMap()), Lens.CONTEXT)
    assert [group.words for group in found] == [str(context) for context in Context]


def test_many_matters_are_told_apart_as_far_as_colours_go() -> None:
    matters = tuple(Matter(id=f"m{n}", name=f"matter {n}") for n in range(12))
    statements = tuple(
        Statement(
            id=f"s{n}-{k}", element=Element.RULES, text="x", readings=(Reading(matter=f"m{n}"),)
        )
        for n in range(12)
        for k in range(12 - n)
    )
    found = groups(a_map(*statements, matters=matters), detect(ActivityMap()), Lens.MATTER)
    assert len(found) == MOST
    assert found[0].words == "matter 0"
    assert found[-1].words == "other matters"
    assert sum(len(group.statements) for group in found) == len(statements)
