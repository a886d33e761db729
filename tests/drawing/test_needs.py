"""Needs on the map: where they stand, what they say, and their lines."""

from dataclasses import replace
from pathlib import Path

from activitymap.drawing.describing import description
from activitymap.drawing.layout import lay_out
from activitymap.drawing.needs import BAR, Needs
from activitymap.drawing.placed import Options, place_system
from activitymap.drawing.shapes import Line, Polygon, Role, Text
from activitymap.drawing.theme import LIGHT
from activitymap.drawing.transforming import extent
from activitymap.model.edits.needs import add_need, mark_need, review_need, reword_need
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Bearing

EXAMPLE = Path(__file__).parents[2] / "examples" / "hospital-and-family.activitymap"


def _map():
    return load_map(EXAMPLE).map


def _drawn(activity_map, options=None):
    return lay_out(activity_map, options=options or Options())


def _words(drawing, need):
    return [
        line.text
        for shape in drawing.shapes
        if isinstance(shape, Text) and shape.tag.id == need
        for line in shape.lines
    ]


def _card(drawing, need):
    return next(s for s in drawing.shapes if isinstance(s, Polygon) and s.tag.id == need)


def test_a_need_says_whose_words_how_sure_and_who_serves_and_hinders_it():
    activity_map = _map()
    first, second = activity_map.needs
    drawing = _drawn(activity_map)
    assert " ".join(_words(drawing, first.id)) == (
        "The mother “Somebody who sees all of her.” said by them served by Health centre"
    )
    assert " ".join(_words(drawing, second.id)) == (
        "The father Tell us the same day. assumed hindered by Family not gone through yet"
    )


def test_only_a_need_that_was_gone_through_stands_out_as_a_gap():
    activity_map = _map()
    first, second = (need.id for need in activity_map.needs)
    drawing = _drawn(activity_map)
    assert [_card(drawing, one).pen.dashes for one in (first, second)] == [(), ()]
    for need in (first, second):
        activity_map = review_need(activity_map, need, True).map
    drawing = _drawn(activity_map)
    assert _card(drawing, first).pen.dashes == (), "the health centre has it as its object"
    assert _card(drawing, second).pen.dashes
    assert "! nobody serves it" in _words(drawing, second)
    torn = mark_need(activity_map, activity_map.need_marks[0].statement, first, Bearing.HINDERS)
    drawing = _drawn(torn.map)
    assert "‹ › pulled both ways" in _words(drawing, first)
    assert _card(drawing, first).pen.dashes == ()


def test_needs_stand_under_everything_and_beside_one_another():
    activity_map = _map()
    for number in range(9):
        activity_map = add_need(activity_map, f"Need number {number} of a family").map
    drawing = _drawn(activity_map, Options(legend=False))
    cards = [extent(_card(drawing, need.id)) for need in activity_map.needs]
    others = [
        extent(shape) for shape in drawing.shapes if shape.tag.role not in {Role.NEED, Role.TITLE}
    ]
    assert min(card.top for card in cards) > max(box.bottom for box in others)
    for place, one in enumerate(cards):
        assert not any(one.meets(other) for other in cards[place + 1 :])


def test_they_can_be_left_out():
    drawing = _drawn(_map(), replace(Options(), needs=False))
    assert all(shape.tag.role is not Role.NEED for shape in drawing.shapes)


def test_what_did_not_change_stays_the_same_object():
    activity_map, needs = _map(), Needs()
    systems = {one.id: place_system(one, Options()) for one in activity_map.systems}
    before = needs.draw(activity_map, systems, [], LIGHT)
    changed = reword_need(activity_map, activity_map.needs[0].id, "Somebody who knows her").map
    after = needs.draw(changed, systems, [], LIGHT)
    assert after[0] is not before[0]
    assert after[1] is before[1]


def test_what_hinders_ends_in_a_bar_and_what_serves_in_a_head():
    activity_map, needs = _map(), Needs()
    need = activity_map.needs[1].id
    system = activity_map.systems[0]
    statement = system.statements[0].id
    for bearing in Bearing:
        marked = mark_need(activity_map.but(need_marks=()), statement, need, bearing).map
        systems = {one.id: place_system(one, Options()) for one in marked.systems}
        needs.draw(marked, systems, [], LIGHT)
        row = systems[system.id].row(statement)
        assert row is not None
        line, *bar = [
            one
            for one in needs.lines(marked, [statement], {statement: row}, LIGHT)
            if isinstance(one, Line)
        ]
        assert line.head_at_end is (bearing is Bearing.SERVES)
        assert bool(line.pen.dashes) is (bearing is Bearing.HINDERS)
        assert [extent(one).width > BAR for one in bar] == [True] * (bearing is Bearing.HINDERS)
        assert needs.lines(marked, ["nothing"], {statement: row}, LIGHT) == []


def test_a_listener_hears_the_needs():
    told = description(_map(), [])
    assert "Need “Somebody who sees all of her.”, served by Health centre" in told
