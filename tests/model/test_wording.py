"""Every sentence of the lower layers can be put into another language; what people wrote cannot."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from activitymap.drawing.describing import description
from activitymap.drawing.layout import lay_out
from activitymap.drawing.shapes import Role, Text
from activitymap.model import wording
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.suggesting.suggest import suggestions
from activitymap.model.reading import SLOTS, slot_text
from activitymap.model.storage.file_format import decode
from activitymap.model.wording import ISOLATE, POP, sentences, worded

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.activitymap"))


def _foreign(template: str) -> str:
    """Say a template in a language without Latin letters, its gaps kept."""
    return re.sub(r"(\{\w+\})|[A-Za-z]", lambda match: match[1] or "ж", template)


@pytest.fixture
def foreign() -> Iterator[None]:
    wording.install(_foreign)
    yield
    wording.install(None)


def _own_words(activity_map: ActivityMap) -> list[str]:
    """Return what people wrote, the longest first."""
    said = {system.name for system in activity_map.systems}
    said |= {matter.name for matter in activity_map.matters}
    said |= {shared.name for shared in activity_map.shared_objects}
    said |= {link.label for link in activity_map.links}
    said |= {need.text for need in activity_map.needs} | {need.whose for need in activity_map.needs}
    said |= {drawn.text for drawn in activity_map.drawn} | {activity_map.title}
    for system in activity_map.systems:
        for statement in system.statements:
            said.add(statement.text)
            for card in statement.readings:
                said |= {slot_text(card, slot) for slot in SLOTS}
                said |= {name for names in (card.who, card.holders) for name in names}
                said |= set(card.relies_on)
                said |= {str(condition) for condition in card.condition}
                said |= {str(condition).removeprefix("only ") for condition in card.condition}
    return sorted(filter(None, said), key=len, reverse=True)


def _english_left(sentence: str, activity_map: ActivityMap) -> str:
    for own in _own_words(activity_map):
        sentence = sentence.replace(own, "")
    return " ".join(re.findall(r"[A-Za-z]+", sentence))


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("", "one", "", "two"), "one. two"),
        (("Come when school is over.", "A need"), "Come when school is over. A need"),
        (("“Who calls?”", "“Nobody.”", "last."), "“Who calls?” “Nobody.” last."),
        (("so…", "يا", "then"), f"so… {ISOLATE}يا.{POP} then"),
        ((), ""),
    ],
)
def test_sentences_have_one_stop_each(parts, told):
    assert sentences(parts) == told


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_sentence_of_a_finding_stays_english(path):
    activity_map = decode(path.read_bytes(), path.name).map
    found = detect(activity_map).contradictions
    assert found
    for one in found:
        assert _english_left(one.because, activity_map) == ""
    for agreement in agreements(activity_map):
        assert _english_left(agreement.sentence, activity_map) == ""
    assert _english_left(description(activity_map, found), activity_map) == ""


@pytest.mark.usefixtures("foreign")
def test_the_drawing_names_its_parts_in_the_language():
    activity_map = decode(EXAMPLES[0].read_bytes(), EXAMPLES[0].name).map
    drawing = lay_out(activity_map, detect(activity_map))
    drawn = [
        line.text
        for shape in drawing.shapes
        if isinstance(shape, Text) and shape.tag.role in {Role.ELEMENT_NAME, Role.LEGEND}
        for line in shape.lines
    ]
    assert drawn
    assert [line for line in drawn if re.search(r"[A-Za-z]", line)] == []


@pytest.mark.usefixtures("foreign")
def test_what_people_wrote_is_never_translated():
    activity_map = decode(EXAMPLES[0].read_bytes(), EXAMPLES[0].name).map
    one = next(one for one in suggestions(activity_map))
    texts = {s.text for system in activity_map.systems for s in system.statements}
    assert {side.text for side in one.finding.sides} <= texts
    assert worded("{name} must not", name="Ward {7}") == "Ward {7} жжжж жжж"
