"""The drawn pages of a report: the map where it can be read, else a page for each service."""

import re

import pytest

from activitymap.drawing.shapes import Text
from activitymap.export.report.blocks import Paragraph, Plate
from activitymap.export.report.content import report
from activitymap.export.report.formats import write_report
from tests.export.looking import poppler
from tests.export.making import NAMES, example
from tests.model.contradictions.maps import map_of, said

LANDSCAPE, UPRIGHT = 841.89, 595.276


def full(services: int, statements: int):
    """Return a map of services that say much."""
    return map_of(
        *(
            said(
                f"Service {service}",
                matter=f"matter {number}",
                text=f"Every family hears about thing {number} soon",
            )
            for service in range(services)
            for number in range(statements)
        )
    )


def _plates(activity_map):
    return [one for one in report(activity_map) if isinstance(one, Plate)]


def _notes(activity_map):
    texts = [one.text for one in report(activity_map) if isinstance(one, Paragraph)]
    return [text for text in texts if text.startswith("The map has more on it")]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_one_page(name):
    assert len(_plates(example(name))) == 1
    assert not _notes(example(name))


def test_a_map_of_much_has_a_page_for_each_service_and_says_so(tmp_path):
    made = full(5, 30)
    plates = _plates(made)
    names = [[line.text for text in one.drawing if isinstance(text, Text) for line in text.lines]
             for one in plates]  # fmt: skip
    assert all(f"Service {number}" in names[number] for number in range(5))
    (note,) = _notes(made)
    assert "each service has its own" in note
    write_report(made, tmp_path / "report.pdf")
    facts = poppler("pdfinfo", "-f", "1", "-l", "7", tmp_path / "report.pdf").decode()
    wide = [float(one) for one in re.findall(r"Page +\d+ size: +([\d.]+)", facts)]
    assert wide == [UPRIGHT, *(UPRIGHT if one.upright else LANDSCAPE for one in plates), UPRIGHT]


def test_a_map_that_is_read_better_in_another_arrangement_is_one_upright_page():
    made = full(3, 30)
    (plate,) = _plates(made)
    assert plate.upright
    assert not _notes(made)


def test_many_services_stay_on_one_page_and_the_words_stand_in_the_appendix():
    made = full(14, 12)
    assert len(_plates(made)) == 1
    (note,) = _notes(made)
    assert note.endswith("All words stand in the appendix.")


def test_a_service_that_is_too_full_for_a_page_is_named():
    assert "too much" not in _notes(full(5, 30))[0]
    elements = "tools rules community object outcome subject".split()
    huge = [
        said("Service 9", element, matter=f"matter {number}", text=f"{element} " * 60 + str(number))
        for element in elements
        for number in range(12)
    ]
    small = [said("Service 1", text="short"), said("Service 2", text="short")]
    (note,) = _notes(map_of(*huge, *small))
    assert "Of Service 9 there is too much for that." in note
    assert len(_plates(map_of(*huge, *small))) == 2
