"""Lining up, spreading out, snapping and arranging move services and never change them."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from activitymap.drawing.aligning import (
    Alignment,
    Direction,
    aligned,
    arrange,
    distributed,
    snapped,
)
from activitymap.drawing.placed import Options, place_system
from activitymap.drawing.placing import arranged
from activitymap.drawing.shapes import Box, Point
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import Place
from tests.model.strategies import activity_maps, places

several = st.lists(places, min_size=3, max_size=6)


def around(place: Place, number: int) -> Box:
    """Return a box around a place; each is of another size."""
    half = 100.0 + 20 * number
    return Box(place.x - half, place.y - half, place.x + half, place.y + half * 1.5)


def named(chosen: list[Place]) -> tuple[dict[str, Place], dict[str, Box]]:
    """Return places and boxes by id."""
    by_id = {f"system-{number}": place for number, place in enumerate(chosen)}
    boxes = {one: around(place, number) for number, (one, place) in enumerate(by_id.items())}
    return by_id, boxes


@given(several, st.sampled_from(list(Alignment)))
def test_aligned_services_share_the_line_and_move_one_way_only(
    chosen: list[Place], how: Alignment
) -> None:
    before, boxes = named(chosen)
    after = aligned(before, boxes, how)
    across = how in {Alignment.LEFT, Alignment.CENTRE, Alignment.RIGHT}
    kept = {
        (after[one].y == before[one].y) if across else (after[one].x == before[one].x)
        for one in before
    }
    assert kept == {True}
    moved = [
        boxes[one].moved(after[one].x - before[one].x, after[one].y - before[one].y)
        for one in before
    ]
    lines = {
        Alignment.LEFT: [box.left for box in moved],
        Alignment.RIGHT: [box.right for box in moved],
        Alignment.TOP: [box.top for box in moved],
        Alignment.BOTTOM: [box.bottom for box in moved],
        Alignment.CENTRE: [place.x for place in after.values()],
        Alignment.MIDDLE: [place.y for place in after.values()],
    }[how]
    assert max(lines) - min(lines) < 0.21


@given(several)
def test_distributed_services_have_equal_gaps(chosen: list[Place]) -> None:
    before, boxes = named(chosen)
    after = distributed(before, boxes, Direction.ACROSS)
    order = sorted(before, key=lambda one: before[one].x)
    moved = [boxes[one].moved(after[one].x - before[one].x, 0) for one in order]
    gaps = [right.left - left.right for left, right in pairwise(moved)]
    assert max(gaps) - min(gaps) < 0.5
    assert after[order[0]] == before[order[0]]
    assert after[order[-1]] == before[order[-1]]


def test_middles_snap_before_edges_and_only_within_reach() -> None:
    box = Box(-100, -100, 100, 100)
    near = (Point(6, 500), Box(-94, 400, 110, 600))
    snap = snapped(Point(0, 0), box, [near], 8)
    assert (snap.across, snap.down) == (6, 0)
    assert len(snap.guides) == 1
    assert snapped(Point(0, 0), box, [near], 5).across == 0
    edge = (Point(60, 500), Box(-97, 400, 217, 600))
    assert snapped(Point(0, 0), box, [edge], 8).across == 3


@given(activity_maps())
def test_arranging_moves_and_turns_services_and_changes_nothing_else(
    activity_map: ActivityMap,
) -> None:
    after = arrange(arranged(activity_map)).map
    boxes = [place_system(system, Options()).box for system in after.systems]
    assert not [1 for one, other in combinations(boxes, 2) if one.meets(other)]
    for one, other in zip(activity_map.systems, after.systems, strict=True):
        same = other.but(place=one.place, mirrored=one.mirrored)
        assert same == one
    assert after.links == activity_map.links
