"""Services side by side as a drawing: which lines there are, between what, and how strong."""

from datetime import date

import pytest

from activitymap.drawing.card import TEXT_SIZE
from activitymap.drawing.framing import Frame
from activitymap.drawing.shapes import Curve, Line, Polygon, Role, Text
from activitymap.drawing.side_by_side import BESIDE, CROWD, side_by_side
from activitymap.drawing.side_lines import NONE, Chosen, name_of
from activitymap.drawing.theme import BLACK, LIGHT
from activitymap.drawing.transforming import extent
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.judging import draw_contradiction, judge_found
from activitymap.model.judging import End, Status
from activitymap.model.values import Element
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)


def _drawing(activity_map, chosen=NONE):
    found = detect(activity_map).contradictions
    return side_by_side(activity_map, found, agreements(activity_map), LIGHT, chosen)


def _lines(drawing, role=Role.CONTRADICTION):
    return [s for s in drawing if isinstance(s, Line | Curve) and s.tag.role is role]


def _cards(drawing):
    return {
        shape.tag.id: shape
        for shape in drawing
        if isinstance(shape, Polygon) and shape.tag.role is Role.STATEMENT
    }


def _clashing():
    return map_of(
        said("School", modality="must"),
        said("Health", modality="must not"),
        said("Court", modality="must"),
    )


def _many():
    """Return a map with more lines than can be followed."""
    return map_of(
        *(
            said(f"Service {number}", modality="must" if number % 2 else "must not", matter=matter)
            for number in range(8)
            for matter in "abc"
        )
    )


def test_lightning_joins_what_pulls_apart_and_double_lines_what_pulls_together():
    drawing = _drawing(_clashing())
    ends = {frozenset((line.start.name, line.end.name)) for line in _lines(drawing)}
    assert ends == {
        frozenset(("statement-1", "statement-2")),
        frozenset(("statement-2", "statement-3")),
    }
    assert len(_lines(drawing, Role.LINK)) == 2


@pytest.mark.parametrize("status", [Status.DISMISSED, Status.RESOLVED])
def test_what_is_dismissed_or_resolved_has_no_line(status):
    made = _clashing()
    one = detect(made).contradictions[0]
    drawing = _drawing(judge_found(made, one, status, DAY).map)
    assert name_of(one) not in {line.tag.id for line in _lines(drawing)}
    assert len(_lines(drawing)) == 1


def test_what_is_confirmed_is_stronger_at_rest():
    made = _clashing()
    one = detect(made).contradictions[0]
    strength = {
        line.tag.id: line.opacity
        for line in _lines(_drawing(judge_found(made, one, Status.CONFIRMED, DAY).map))
    }
    assert strength.pop(name_of(one)) > max(strength.values())


def test_one_that_is_drawn_between_elements_ends_at_their_cells():
    made = map_of(said("School", matter="a"), said("Health", matter="b"))
    ends = (
        End(system="system-1", element=Element.RULES),
        End(system="system-2", element=Element.OBJECT),
    )
    drawing = _drawing(draw_contradiction(made, ends, "They clash").map)
    (line,) = _lines(drawing)
    assert (line.start.name, line.end.name) == ("system-1/rules", "system-2/object")
    frames = {
        shape.tag.id: extent(shape)
        for shape in drawing
        if isinstance(shape, Polygon) and shape.tag.role is Role.CARD
    }
    assert line.points[0].x == frames["system-1/rules"].right
    assert line.points[-1].x == frames["system-2/object"].left


def test_too_many_lines_become_a_number_on_each_card():
    made = _many()
    drawing = _drawing(made)
    assert len(detect(made).contradictions) > CROWD
    assert not _lines(drawing)
    counts = {
        shape.tag.id: shape.lines[0].text
        for shape in drawing
        if isinstance(shape, Text) and shape.tag.role is Role.COUNT
    }
    assert counts["statement-1"] == "4"
    chosen = _drawing(made, Chosen(cards=frozenset({"statement-1"})))
    assert len(_lines(chosen)) == 4


def test_what_is_chosen_is_strong_and_the_rest_is_faint():
    made = _clashing()
    name = name_of(detect(made).contradictions[0])
    drawing = _drawing(made, Chosen(lines=frozenset({name})))
    assert [(line.tag.id, line.opacity) for line in _lines(drawing)] == [(name, 1.0)]
    strength = {identity: card.opacity for identity, card in _cards(drawing).items()}
    assert strength == {"statement-1": 1.0, "statement-2": 1.0, "statement-3": BESIDE}


def test_a_chosen_card_without_lines_fades_nothing():
    made = map_of(said("School", matter="a"), said("Health", matter="b"))
    drawing = _drawing(made, Chosen(cards=frozenset({"statement-1"})))
    assert {card.opacity for card in _cards(drawing).values()} == {1.0}


def test_no_line_begins_where_another_does():
    drawing = _drawing(_many(), Chosen(cards=frozenset({"statement-1", "statement-2"})))
    ends = [line.points[place] for line in _lines(drawing) for place in (0, -1)]
    assert len(set(ends)) == len(ends)


def test_what_is_missing_or_not_known_has_its_mark():
    made = map_of(said("School", state="missing"), said("Health", state="unknown"))
    drawing = _drawing(made)
    marked = {shape.tag.id for shape in drawing if shape.tag.role is Role.STATEMENT_MARK}
    assert marked == {"statement-1", "statement-2"}
    assert all(card.pen.dashes for card in _cards(drawing).values())


def test_texts_stay_inside_their_cards():
    text = "a long text of many words that goes on and on, " * 12
    drawing = _drawing(map_of(said("School", text=text), said("Health", text="x" * 80)))
    cards = _cards(drawing)
    for shape in drawing:
        if isinstance(shape, Text) and shape.size == TEXT_SIZE:
            box = extent(cards[shape.tag.id])
            assert box.left < extent(shape).left
            assert extent(shape).right < box.right
            assert extent(shape).bottom < box.bottom


def _figure(activity_map, frame, theme=LIGHT):
    found = detect(activity_map).contradictions
    return side_by_side(activity_map, found, agreements(activity_map), theme, frame=frame)


def _words_of(drawing, role):
    return [
        " ".join(line.text for line in shape.lines)
        for shape in drawing
        if isinstance(shape, Text) and shape.tag.role is role
    ]


def test_a_figure_has_a_title_and_explains_its_lines_and_marks():
    made = map_of(
        said("School", modality="must"),
        said("Health", modality="must not"),
        said("Court", modality="must"),
        said("Court", state="missing"),
    )
    drawing = _figure(made, Frame("Three services"))
    assert _words_of(drawing, Role.TITLE) == ["Three services"]
    assert _words_of(drawing, Role.LEGEND) == ["contradiction", "agreement", "we have none"]
    bare = _figure(made, Frame(legend=False))
    assert not _words_of(bare, Role.TITLE) + _words_of(bare, Role.LEGEND)
    assert bare.box.height < drawing.box.height


def test_a_crowded_figure_explains_its_numbers():
    told = _words_of(_figure(_many(), Frame()), Role.LEGEND)
    assert "how many contradictions the statement has with others" in told
    assert "contradiction" not in told


def test_black_lines_are_thin_rather_than_grey():
    drawing = _figure(_clashing(), Frame(), BLACK)
    assert {shape.opacity for shape in drawing} == {1.0}
    coloured = {line.tag.id: line.pen.width for line in _lines(_figure(_clashing(), Frame()))}
    for line in _lines(drawing):
        if line.tag.id in coloured:
            assert line.pen.width < coloured[line.tag.id]


@pytest.mark.parametrize(("services", "room"), [(2, 482.0), (4, 964.0), (7, 964.0), (8, 1570.0)])
def test_a_figure_is_laid_out_for_a_width_with_type_that_can_be_read(services, room):
    made = map_of(
        *(said(f"Service {number}", text=f"word {number} " * 30) for number in range(services))
    )
    drawing = _figure(made, Frame("Services", room=room))
    assert drawing.box.width <= room
    signs = {Role.STATEMENT_MARK}
    sizes = [s.size for s in drawing if isinstance(s, Text) and s.tag.role not in signs]
    assert min(sizes) == TEXT_SIZE


def test_an_empty_map_has_a_drawing():
    drawing = _drawing(map_of())
    assert drawing.box.height > 0
    assert not _cards(drawing)
