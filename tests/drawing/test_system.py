"""A service's triangle: its shape is the notation, and its cards never meet."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from activitymap.drawing.card import MOST_STATEMENTS
from activitymap.drawing.shapes import Polygon, Role, Text
from activitymap.drawing.system import SystemDrawing, system_drawing
from activitymap.drawing.theme import DARK, LIGHT, Theme
from activitymap.drawing.transforming import extent
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Element, Place, State, Statement
from tests.drawing.looking import crossed_words, holds, words_on_words
from tests.model.strategies import activity_maps


def a_system(*texts: tuple[Element, str, State], **changes: object) -> ActivitySystem:
    """Return a service with statements."""
    statements = tuple(
        Statement(id=f"statement-{place}", element=element, text=text, state=state)
        for place, (element, text, state) in enumerate(texts)
    )
    return ActivitySystem(id="system-1", name="School", statements=statements).but(**changes)


def words_of(drawing: SystemDrawing) -> list[str]:
    """Return all texts of a drawing."""
    return [
        " ".join(line.text for line in shape.lines)
        for shape in drawing.shapes
        if isinstance(shape, Text)
    ]


def test_the_elements_lie_where_the_notation_has_them() -> None:
    nodes = system_drawing(a_system(), LIGHT).nodes
    apex, left, right = (
        nodes[element] for element in (Element.TOOLS, Element.RULES, Element.DIVISION_OF_LABOUR)
    )
    assert apex.y < left.y == right.y
    assert left.x < apex.x < right.x
    for middle, one, other in (
        (Element.SUBJECT, apex, left),
        (Element.OBJECT, apex, right),
        (Element.COMMUNITY, left, right),
    ):
        assert nodes[middle] == ((one.x + other.x) / 2, (one.y + other.y) / 2)


@given(activity_maps(most_systems=1), st.sampled_from([LIGHT, DARK]))
def test_cards_never_meet_and_hold_their_text(activity_map: ActivityMap, theme: Theme) -> None:
    for system in activity_map.systems:
        drawing = system_drawing(system, theme)
        boxes = [*drawing.cards.values(), drawing.title]
        assert not [1 for one, other in combinations(boxes, 2) if one.meets(other)]
        for shape in drawing.shapes:
            if isinstance(shape, Text) and shape.tag.role is Role.STATEMENT:
                assert any(holds(card, extent(shape)) for card in drawing.cards.values())
        assert all(any(holds(card, row) for card in boxes) for row in drawing.rows.values())
        assert all(holds(drawing.box, box) for box in boxes)


@given(activity_maps(most_systems=1))
def test_facing_left_is_the_mirror_image(activity_map: ActivityMap) -> None:
    for system in activity_map.systems:
        right = system_drawing(system.but(mirrored=False), LIGHT)
        left = system_drawing(system.but(mirrored=True), LIGHT)
        for element, box in right.cards.items():
            assert left.cards[element] == (-box.right, box.top, -box.left, box.bottom)
        for element, node in right.nodes.items():
            assert left.nodes[element] == (-node.x, node.y)
        assert words_of(left) == words_of(right)


def test_missing_and_unknown_are_said_in_words_and_by_a_mark() -> None:
    system = a_system(
        (Element.TOOLS, "", State.MISSING),
        (Element.COMMUNITY, "", State.UNKNOWN),
        (Element.RULES, "a common record", State.MISSING),
    )
    drawing = system_drawing(system, LIGHT)
    assert {"none", "not known", "none: a common record", "?"} <= set(words_of(drawing))
    marked = {s.tag.id for s in drawing.shapes if s.tag.role is Role.STATEMENT_MARK}
    assert marked == {"statement-0", "statement-1", "statement-2"}


def test_a_crowded_card_counts_what_it_does_not_show() -> None:
    rows = [(Element.RULES, f"rule {number}", State.PRESENT) for number in range(500)]
    drawing = system_drawing(a_system(*rows), LIGHT)
    assert f"and {500 - MOST_STATEMENTS} more" in words_of(drawing)
    assert len(drawing.rows) == 500
    assert drawing.box.height < 3_000


def test_a_pasted_page_does_not_push_the_map_apart() -> None:
    drawing = system_drawing(a_system((Element.OBJECT, "help " * 1_000, State.PRESENT)), LIGHT)
    assert drawing.box.height < 1_000
    assert any(words.endswith("…") for words in words_of(drawing))


def test_a_long_name_keeps_clear_of_everything() -> None:
    drawing = system_drawing(a_system(name="Children and families' early help " * 4), LIGHT)
    assert not any(drawing.title.meets(card) for card in drawing.cards.values())
    assert not list(words_on_words(drawing.shapes))


def test_moving_a_service_draws_nothing_anew() -> None:
    system = a_system((Element.TOOLS, "Register", State.PRESENT))
    moved = system.but(place=Place(x=40.0, y=8.0))
    assert system_drawing(moved, LIGHT) is system_drawing(system, LIGHT)
    assert system_drawing(system.but(name="Academy"), LIGHT) is not system_drawing(system, LIGHT)


def test_the_triangle_crosses_no_words() -> None:
    rows = [(element, "One statement of a usual length", State.PRESENT) for element in Element]
    for mirrored in (False, True):
        drawing = system_drawing(a_system(*rows, mirrored=mirrored), LIGHT, cross_lines=True)
        assert not list(crossed_words(drawing.shapes))
        assert [s for s in drawing.shapes if isinstance(s, Polygon) and s.tag.role is Role.CARD]
