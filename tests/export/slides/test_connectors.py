"""Connectors that stay attached: at the site they are drawn at, and at the end the drawing has."""

import math

import pytest
from hypothesis import given, settings
from lxml import etree

from activitymap.drawing.arrows import ArrowStyle
from activitymap.drawing.layout import lay_out
from activitymap.drawing.placed import Options
from activitymap.drawing.shapes import Box, Curve, Line, Point, Role, Tag
from activitymap.export.slides.connectors import Place, place_end
from activitymap.export.slides.markup import UNIT, Plane
from activitymap.export.slides.slide import slide_shapes
from activitymap.model.contradictions.detecting import detect
from tests.export.making import NAMES, drawn, example
from tests.export.slides.reading import (
    A,
    P,
    connectors,
    figured,
    groups_around,
    shape_with,
    site,
    tree,
)
from tests.model.strategies import activity_maps

TEAM = "team-around-the-child"


def _check(root):
    """Check that every connector begins and ends at the sites that it names."""
    found = connectors(root)
    for one in found:
        for point, attached in zip(one.ends, one.attached, strict=True):
            place = site(shape_with(root, attached[0]), attached[1])
            assert math.dist(point, place) < 3, (one.name, point, place)
        assert one.attached[0][0] != one.attached[1][0], one.name
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", ["map", "comparison"])
def test_connectors_end_at_the_sites_that_they_are_attached_to(name, what):
    assert len(_check(tree(figured(example(name), what)))) >= 3


@settings(max_examples=25)
@given(activity_maps())
def test_connectors_of_any_map_end_at_their_sites(activity_map):
    drawing = lay_out(activity_map, detect(activity_map))
    _check(etree.fromstring(slide_shapes(drawing, Plane(Point(0, 0), UNIT), 1000)))


@pytest.mark.parametrize("name", NAMES)
def test_a_contradiction_leads_from_service_to_service_by_its_bolt(name):
    activity_map = example(name)
    drawing = drawn(activity_map)
    root = tree(drawing)
    told = {one.id: one.name for one in drawing.alternatives}
    services = {system.id: system.name for system in activity_map.systems}
    arrows = [
        one
        for one in drawing
        if isinstance(one, Line | Curve) and one.tag.role is Role.CONTRADICTION
    ]
    assert arrows
    for arrow in arrows:
        between = {services[one] for one in arrow.tag.id.split("+")}
        ends = [
            groups_around(shape_with(root, attached[0]))
            for one in connectors(root)
            if one.name == told[arrow.tag.id]
            for attached in one.attached
        ]
        assert len(ends) == 4
        assert {groups[0] for groups in ends} == {*between, told[arrow.tag.id]}
        assert all(len(groups) == 1 for groups in ends)


@pytest.mark.parametrize("name", NAMES)
def test_ends_lie_on_the_side_of_the_card_where_the_drawing_has_them(name):
    drawing = drawn(example(name))
    root = tree(drawing)
    unit = 6_858_000 / drawing.box.height
    across = (12_192_000 / unit - drawing.box.width) / 2
    origin = Point(drawing.box.left - across, drawing.box.top)
    told = {one.id: one.name for one in drawing.alternatives}
    for arrow in drawing:
        if not isinstance(arrow, Line | Curve) or arrow.tag.role is not Role.CONTRADICTION:
            continue
        heads = [
            (point, attached[1], shape_with(root, attached[0]))
            for one in connectors(root)
            if one.name == told[arrow.tag.id]
            for point, attached in zip(one.ends, one.attached, strict=True)
            if groups_around(shape_with(root, attached[0]))[0] != one.name
        ]
        for end in (arrow.points[0], arrow.points[-1]):
            wanted = Point((end.x - origin.x) * unit, (end.y - origin.y) * unit)
            # Half a card lies between the middle of a side and any other point of it.
            near = min(math.dist(wanted, point) for point, _, _ in heads)
            assert near < 70 * unit, (arrow.tag.id, near / unit)


def test_an_outcome_leaves_its_object_level_and_arrives_from_above():
    root = tree(drawn(example(TEAM)))
    arrows = [one for one in connectors(root) if one.name == "Outcome arrow"]
    assert len(arrows) == 4
    for one in arrows:
        (start, end) = one.ends
        assert one.kind == "curvedConnector2"
        assert one.attached[0][1] == (6 if end.x > start.x else 2)
        assert one.attached[1][1] == 0
        assert groups_around(shape_with(root, one.attached[1][0]))[0] in {
            "Social care",
            "School",
            "Community health",
            "Family",
        }


def test_a_link_is_led_through_its_words():
    root = tree(drawn(example("four-levels")))
    leads = [one for one in connectors(root) if one.name == "Link: Job office – Advice centre"]
    assert len(leads) == 2
    one, other = ({identity for identity, _ in lead.attached} for lead in leads)
    (carried,) = one & other
    label = shape_with(root, carried)
    assert "".join(label.itertext()) == "produces a tool for"
    assert label.find(f"{P}nvSpPr/{P}cNvPr").get("name") == leads[0].name


def test_heads_are_at_the_outer_ends_alone():
    root = tree(drawn(example(TEAM)))
    for element in root.iter(f"{P}cxnSp"):
        name = element.find(f".//{P}cNvPr").get("name")
        heads = [one for tag in ("headEnd", "tailEnd") for one in element.iter(f"{A}{tag}")]
        assert len(heads) == 1, name


def test_lines_lie_beneath_what_they_join():
    root = tree(figured(example(TEAM), "comparison"))
    order = {one.get("id"): place for place, one in enumerate(root.iter(f"{P}cNvPr"))}
    for element in root.iter(f"{P}cxnSp"):
        mine = order[element.find(f".//{P}cNvPr").get("id")]
        for tag in ("stCxn", "endCxn"):
            (joined,) = element.iter(f"{A}{tag}")
            assert mine < order[joined.get("id")]


def test_an_agreement_is_one_double_line():
    root = tree(figured(example(TEAM), "comparison"))
    agreed = [
        element
        for element in root.iter(f"{P}cxnSp")
        if element.find(f".//{P}cNvPr").get("name").startswith("Agreement: ")
    ]
    assert len(agreed) == 1
    assert agreed[0].find(f".//{A}ln").get("cmpd") == "dbl"


@pytest.mark.parametrize(
    ("towards", "number"),
    [((0, -50), 0), ((-40, -40), 1), ((-50, 0), 2), ((0, 50), 4), ((50, 0), 6), ((40, -40), 7)],
)
def test_a_line_leaves_a_node_where_it_goes(towards, number):
    node = Place(Tag("system-1/object", Role.NODE), 7, Box(-6, -6, 6, 6), is_round=True)
    end = place_end(node, Point(0, 0), Point(*towards))
    assert (end.number, end.site) == (7, number)


@pytest.mark.parametrize(
    ("point", "number"), [((30, -4), 0), ((-4, 5), 1), ((110, 48), 2), ((124, 20), 3)]
)
def test_a_line_ends_at_the_side_of_a_card_that_it_comes_to(point, number):
    card = Place(Tag("system-1/object", Role.CARD), 7, Box(0, 0, 120, 44))
    assert place_end(card, Point(*point), Point(0, 0)).site == number


def test_a_plain_arrow_is_one_connector_and_keeps_its_number():
    activity_map = example(TEAM)
    options = Options(style=ArrowStyle.PLAIN)
    root = tree(lay_out(activity_map, detect(activity_map), options))
    name = "Contradiction: Social care – School"
    assert len([one for one in connectors(root) if one.name == name]) == 1
    counts = [
        "".join(one.itertext())
        for one in root.iter(f"{P}sp")
        if one.find(f".//{P}cNvPr").get("name") == "Count"
    ]
    assert sorted(counts) == ["1", "1", "1", "1", "2", "3", "3"]
