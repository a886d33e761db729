"""One contradiction for a room: what clashes is large, and nothing covers anything else."""

from pathlib import Path

import pytest

from activitymap.drawing.at_issue import TEXT_SIZE, at_issue
from activitymap.drawing.shapes import Box, Line, Polygon, Role, Text, around
from activitymap.drawing.theme import DARK, LIGHT
from activitymap.drawing.transforming import extent
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction, Part, Reason, Side
from activitymap.model.judging import Kind
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Element
from tests.model.contradictions.maps import map_of, only_one, said

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.activitymap"))


def _drawn():
    """Return every example's contradictions with their drawings."""
    for path in EXAMPLES:
        activity_map = load_map(path).map
        for found in detect(activity_map).contradictions:
            yield activity_map, found, at_issue(activity_map, found, LIGHT)


def _texts(drawing, role):
    return [one for one in drawing if isinstance(one, Text) and one.tag.role is role]


def test_each_side_is_said_once_and_large():
    for activity_map, found, drawing in _drawn():
        needs = {need.id for need in activity_map.needs}
        large = _texts(drawing, Role.STATEMENT) + _texts(drawing, Role.NEED)
        assert [one.tag.id for one in large] == [side.id for side in found.sides]
        for one, side in zip(large, found.sides, strict=True):
            words = "".join(line.text for line in one.lines)
            assert side.text.replace(" ", "") in words.replace(" ", "")
            assert one.size == TEXT_SIZE
            assert (one.tag.role is Role.NEED) == (side.id in needs)


def test_only_the_services_of_the_sides_are_drawn():
    for _map, found, drawing in _drawn():
        named = {one.tag.id for one in _texts(drawing, Role.NAME)}
        assert named == {side.system for side in found.sides if side.system}


def test_no_words_lie_on_others_and_none_on_a_card_of_another():
    for _map, found, drawing in _drawn():
        texts = [(one.tag, extent(one)) for one in drawing if isinstance(one, Text)]
        for place, (tag, box) in enumerate(texts):
            for other, around_other in texts[place + 1 :]:
                assert not box.grown(-1).meets(around_other.grown(-1)), (found.told, tag, other)
        cards = [
            around(Box(x, y, x, y) for x, y in one.points)
            for one in drawing
            if isinstance(one, Polygon) and one.tag.role is Role.CARD
        ]
        for name in _texts(drawing, Role.NAME):
            assert not any(extent(name).meets(card) for card in cards)


def test_both_sides_of_one_service_share_its_triangle():
    made = map_of(
        said("School", modality="must", text="tell all partners"),
        said("School", modality="must not", text="tell nobody"),
    )
    drawing = at_issue(made, only_one(made), DARK)
    assert len(_texts(drawing, Role.NAME)) == 1
    leads = [one for one in drawing if isinstance(one, Line) and one.tag.role is Role.LINK]
    assert len(leads) == 2
    assert drawing.background == DARK.background


@pytest.mark.parametrize("count", [3, 4, 5])
def test_several_sides_make_a_ring_of_arrows(count):
    made = map_of(*(said(f"Service {n}", modality="must", text=f"wait {n}") for n in range(count)))
    sides = tuple(
        Side(one.id, system.id, Element.RULES, one.text)
        for system in made.systems
        for one in system.statements
    )
    reason = Reason("rule", Kind.GAP, "Each waits.", tuple(Part(s.id, s.text) for s in sides))
    found = Contradiction(sides, (), (reason,), None, Kind.GAP)
    drawing = at_issue(made, found, LIGHT)
    arrows = [one for one in drawing if one.tag.role is Role.CONTRADICTION]
    assert len(arrows) == count
    assert drawing.description == "Each waits."
    names = _texts(drawing, Role.NAME)
    assert len(names) == count


def test_an_element_without_a_statement_and_a_long_text_have_their_cards():
    made = map_of(
        said("School", modality="must", text="tell all partners " * 60),
        said("Health", modality="must not", text="tell nobody"),
    )
    found = only_one(made)
    whole = Side(f"{made.systems[1].id}/rules", made.systems[1].id, Element.RULES, "")
    drawing = at_issue(made, found._replace(sides=(found.sides[0], whole)), LIGHT)
    long, short = _texts(drawing, Role.STATEMENT)
    assert long.lines[-1].text.endswith("…")
    assert [line.text for line in short.lines] == ["rules"]
