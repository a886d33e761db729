"""What comes first of what is still to be discussed."""

from activitymap.model.agenda import agenda, one_of_each_matter
from activitymap.model.contradictions.detecting import detect
from tests.model.contradictions.maps import map_of, said


def test_the_first_of_each_matter_stands_for_it():
    rows = [
        said(service, modality=modality, matter=matter)
        for matter in ("forms", "visits")
        for service, modality in (("A", "must"), ("B", "must not"), ("C", "must"))
    ]
    found = agenda(detect(map_of(*rows)))
    kept = one_of_each_matter(found)
    assert [one.matters for one in kept] == [("matter-1",), ("matter-2",)]
    assert kept[0] == found[0]


def test_what_is_about_no_matter_stands_for_itself():
    (one,) = detect(
        map_of(said("A", modality="must"), said("B", modality="must not"))
    ).contradictions
    alone = one._replace(matters=())
    assert one_of_each_matter((alone, alone)) == (alone, alone)
