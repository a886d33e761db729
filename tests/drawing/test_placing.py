"""Services find a place of their own, and keep the one that a person gave them."""

from itertools import combinations

from hypothesis import given

from activitymap.drawing.placed import Options, place_system
from activitymap.drawing.placing import arranged
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Place, SharedObject
from tests.model.strategies import activity_maps


def services(count: int, shared: int = 0) -> ActivityMap:
    """Return a map of services, the first of which share an object."""
    systems = tuple(
        ActivitySystem(id=f"system-{number}", name=f"Service {number}") for number in range(count)
    )
    joined = tuple(system.id for system in systems[:shared])
    objects = (SharedObject(id="shared-1", name="One child", systems=joined),) if shared else ()
    return ActivityMap(systems=systems, shared_objects=objects)


def test_no_two_services_meet_however_many() -> None:
    for count in (1, 2, 3, 4, 5, 8, 13, 40):
        for shared in (0, min(count, 12)):
            systems = arranged(services(count, shared)).systems
            boxes = [place_system(system, Options()).box for system in systems]
            assert not [1 for one, other in combinations(boxes, 2) if one.meets(other)]


def test_services_face_the_object_that_they_share() -> None:
    activity_map = arranged(services(4, 4))
    place = activity_map.shared_objects[0].place
    assert place is not None
    for system in activity_map.systems:
        assert system.place is not None
        assert system.mirrored == (system.place.x > place.x)


def test_a_place_that_a_person_chose_stays() -> None:
    before = services(3, 3)
    chosen = before.systems[1].but(place=Place(x=900.0, y=-70.0))
    mixed = before.but(systems=(before.systems[0], chosen, before.systems[2]))
    after = arranged(mixed)
    assert after.systems[1] is chosen
    assert all(system.place for system in after.systems)


@given(activity_maps())
def test_arranging_twice_is_arranging_once(activity_map: ActivityMap) -> None:
    once = arranged(activity_map)
    assert all(system.place for system in once.systems)
    assert all(shared.place for shared in once.shared_objects)
    assert arranged(once) == once
