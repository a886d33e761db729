"""Templates: common services, and services that people keep for themselves."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from activitymap.errors import EditError, FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.change import in_turn
from activitymap.model.edits.matters import add_matter
from activitymap.model.reading import Modality, Reading
from activitymap.model.storage.saving import load_map, save_map
from activitymap.model.templates import (
    COMMON,
    EMPTY,
    from_template,
    load_templates,
    save_template,
)
from activitymap.model.values import ActivitySystem, Element, Matter, Place, Quote, Statement
from tests.model.strategies import activity_maps

MATTER = Matter(id="matter-7", name="Missing lessons")
SCHOOL = ActivitySystem(
    id="system-1",
    name="School",
    place=Place(x=1.0, y=2.0),
    statements=(
        Statement(
            id="statement-2",
            element=Element.RULES,
            text="Report every lesson missed",
            readings=(Reading(matter="matter-7", modality=Modality.MUST),),
            quotes=(Quote(text="We ring at half past nine."),),
        ),
        Statement(id="statement-3", element=Element.TOOLS, text="Register"),
    ),
)


def test_six_common_services_fill_every_element():
    assert [one.name for one in COMMON] == [
        "Social care",
        "School",
        "Health visiting",
        "Hospital ward",
        "Housing",
        "Family",
    ]
    for template in COMMON:
        assert {one.element for one in template.statements} == set(Element)
        assert all(one.text and one.text == one.text.strip() for one in template.statements)
        assert not any(one.readings for one in template.statements)


def test_common_services_together_make_a_sound_map_in_which_nothing_is_found():
    edits = [lambda m, t=template: from_template(m, t, Place(x=0.0, y=0.0)) for template in COMMON]
    made = in_turn(ActivityMap(), edits).map
    assert list(problems(made)) == []
    assert detect(made).contradictions == ()
    assert len({one.id for system in made.systems for one in system.statements}) == sum(
        len(one.statements) for one in COMMON
    )


def test_a_template_becomes_a_service_at_a_place_with_a_name():
    place = Place(x=10.0, y=20.0)
    change = from_template(ActivityMap(), COMMON[1], place, name="Our school")
    (system,) = change.map.systems
    assert (system.name, system.place) == ("Our school", place)
    assert change.ids == {system.id, *(one.id for one in system.statements)}
    (empty,) = from_template(ActivityMap(), EMPTY).map.systems
    assert (empty.name, empty.statements, empty.place) == ("Empty service", (), None)


def test_a_service_kept_as_a_template_comes_back_without_quotations(tmp_path):
    folder = tmp_path / "made" / "on the way"
    save_template(folder, " Our  school ", SCHOOL, (MATTER, Matter(id="matter-8", name="Other")))
    (template,), notices = load_templates(folder)
    assert (template.name, notices) == ("Our school", ())
    known = add_matter(ActivityMap(), "missing LESSONS").map
    (system,) = from_template(known, template).map.systems
    assert [one.text for one in system.statements] == ["Report every lesson missed", "Register"]
    assert system.statements[0].quotes == ()
    assert system.statements[0].readings[0].matter == known.matters[0].id
    alone = from_template(ActivityMap(), template)
    assert [one.name for one in alone.map.matters] == ["Missing lessons"]
    assert list(problems(alone.map)) == []
    assert {one.id for one in alone.map.matters} < alone.ids


def test_a_card_on_an_unknown_matter_is_kept_without_it(tmp_path):
    save_template(tmp_path, "School", SCHOOL)
    (template,), _ = load_templates(tmp_path)
    assert template.statements[0].readings == (Reading(modality=Modality.MUST),)


def test_a_kept_template_is_a_map_that_can_be_opened_and_changed(tmp_path):
    path = save_template(tmp_path, "School", SCHOOL, (MATTER,))
    held = load_map(path).map
    save_map(path, from_template(held, EMPTY).map)
    assert load_templates(tmp_path).templates == ()
    save_map(path, held.but(title="Another"))
    assert [one.name for one in load_templates(tmp_path).templates] == ["Another"]


def test_a_template_of_the_same_name_is_replaced_and_others_are_not(tmp_path):
    first = save_template(tmp_path, "School", SCHOOL)
    assert save_template(tmp_path, "SCHOOL", SCHOOL) == first
    one = save_template(tmp_path, "a/b", SCHOOL)
    other = save_template(tmp_path, "a:b", SCHOOL)
    assert one != other
    names = [each.name for each in load_templates(tmp_path).templates]
    assert names == ["a/b", "a:b", "SCHOOL"]


@pytest.mark.parametrize(
    "name", ["../up", "CON", "x" * 300, "学校" * 100, "\u200f\u05d1\u05d9\u05ea", "a\nb", "."]
)
def test_any_name_makes_a_file_in_the_folder(name, tmp_path):
    path = save_template(tmp_path / "kept", name, SCHOOL)
    assert path.parent == tmp_path / "kept"
    assert len(load_templates(tmp_path / "kept").templates) == 1


def test_a_template_needs_a_name(tmp_path):
    with pytest.raises(EditError, match="needs a name"):
        save_template(tmp_path, " ", SCHOOL)
    assert list(tmp_path.iterdir()) == []


def test_bad_files_are_told_of_and_passed_over(tmp_path):
    save_template(tmp_path, "School", SCHOOL)
    (tmp_path / "empty.activitymap").write_bytes(b"")
    (tmp_path / "torn.activitymap").write_bytes(b'{"format": "activitymap", "vers')
    (tmp_path / "folder.activitymap").mkdir()
    (tmp_path / "notes.txt").write_text("not looked at", encoding="utf-8")
    save_map(tmp_path / "none.activitymap", ActivityMap())
    kept = load_templates(tmp_path)
    assert [one.name for one in kept.templates] == ["School"]
    assert len(kept.notices) == 4
    for name in ("empty", "torn", "folder", "none"):
        (notice,) = (one for one in kept.notices if f"{name}.activitymap" in one)
        assert notice.startswith("A template is passed over. “")


def test_a_folder_that_is_not_there_holds_no_templates(tmp_path):
    assert load_templates(tmp_path / "nowhere") == ((), ())


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError, match="cannot be made"):
        save_template(tmp_path / "file" / "templates", "School", SCHOOL)


@given(activity_map=activity_maps())
@settings(max_examples=25)
def test_every_service_can_become_a_template(activity_map, tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("templates")
    for system in activity_map.systems:
        save_template(folder, system.name, system, activity_map.matters)
    kept = load_templates(folder)
    assert kept.notices == ()
    for template in kept.templates:
        assert list(problems(from_template(activity_map, template).map)) == []
