"""The examples: they open, hold together, and contain the contradictions they were written for."""

from pathlib import Path

import pytest

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Element

EXAMPLES = Path(__file__).parent.parent / "examples"

CONTRADICTIONS = {
    "team-around-the-child": {
        (
            "cap-against-open-ended",
            "how long help lasts",
            "Child safe and case closed within 12 weeks",
            "Family well in its own way",
        ),
        (
            "cap-against-open-ended",
            "how long help lasts",
            "Child safe and case closed within 12 weeks",
            "A quiet home",
        ),
        (
            "modality-against-change",
            "the assessment form",
            "Assessment form, forty pages",
            "We tell our story once, not five times",
        ),
        (
            "modality-against-change",
            "the assessment form",
            "Finish the form before any help",
            "We tell our story once, not five times",
        ),
        (
            "need-hindered",
            "the assessment form",
            "Finish the form before any help",
            "Help me, not the form.",
        ),
        (
            "two-holders",
            "leading the meeting",
            "Social worker leads the meeting",
            "Head of year leads the meeting",
        ),
        (
            "timetable",
            "time of the meeting",
            "Meetings Tuesday at two",
            "Home visits after half past three",
        ),
        ("need-unserved", "time of the meeting", "Come when school is over."),
        (
            "must-must-not",
            "sharing family information",
            "Share nothing without consent",
            "Tell all partners within one day",
        ),
        (
            "must-must-not",
            "sharing family information",
            "Tell all partners within one day",
            "Ask us before you talk about us",
        ),
        (
            "wanted-change",
            "time in lessons",
            "Child in every lesson",
            "Appointments in school hours only",
        ),
        (
            "nobody",
            "bringing the family along",
            "Family worker brings the family along",
            "Nobody here brings families along",
        ),
        ("missing", "the family's plan", "none", "Team works from one shared plan"),
    },
    "hospital-and-family": {
        (
            "limits",
            "news after a visit",
            "Discharge letter after ten working days",
            "News from the ward within two days",
        ),
        (
            "need-hindered",
            "news after a visit",
            "Mother carries news between doctors",
            "Tell us the same day.",
        ),
        (
            "nobody",
            "watching the whole child",
            "Nobody watches the whole child",
            "All of the child's illnesses",
        ),
        (
            "value",
            "the plan of care",
            "One critical pathway for each diagnosis",
            "A folder with every letter",
        ),
        ("missing", "the plan of care", "none", "We go by the care agreement"),
        (
            "wanted-change",
            "days in hospital",
            "Fewer days in a bed",
            "Enough days on the ward to be sure",
        ),
        (
            "must-must-not",
            "paying for care in both places",
            "No ward pays for care elsewhere",
            "Costs are shared across both places",
        ),
        (
            "alone-shared",
            "deciding on treatment",
            "Specialist alone decides on treatment",
            "Treatment is decided together",
        ),
    },
    "four-levels": {
        (
            "must-must-not",
            "filling in the form",
            "Form for every visitor",
            "Job office decides what the form asks",
        ),
        (
            "newer-form",
            "who advises a visitor",
            "Whoever is free takes the next visitor",
            "One adviser stays with each visitor",
        ),
        (
            "cap-against-open-ended",
            "time for each visitor",
            "Hear people out",
            "Twenty minutes each",
        ),
        (
            "must-must-not",
            "language of letters",
            "Letters only in plain English",
            "Every letter quotes the Act in full",
        ),
    },
}


def _example(name: str) -> ActivityMap:
    return load_map(EXAMPLES / f"{name}.activitymap").map


def test_every_example_is_listed_here():
    assert {path.stem for path in EXAMPLES.glob("*.activitymap")} == set(CONTRADICTIONS)


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_an_example_has_its_contradictions_and_no_others(name):
    activity_map = _example(name)
    matters = {matter.id: matter.name for matter in activity_map.matters}
    found = {
        (one.rule, matters[one.matters[0]], *(side.text for side in one.sides))
        for one in detect(activity_map).contradictions
    }
    assert found == CONTRADICTIONS[name]


def test_the_four_levels_have_one_contradiction_each():
    levels = [one.level for one in detect(_example("four-levels")).contradictions]
    assert sorted(str(level) for level in levels) == [
        "primary",
        "quaternary",
        "secondary",
        "tertiary",
    ]


@pytest.mark.parametrize("name", ["team-around-the-child", "hospital-and-family"])
def test_every_service_says_something_in_every_element(name):
    for system in _example(name).systems:
        assert {one.element for one in system.statements} == set(Element), system.name


def test_services_also_agree():
    assert agreements(_example("team-around-the-child"))
