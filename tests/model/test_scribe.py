"""A scribe's line: where it goes, what it says, and that nothing typed is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.scribe import Wanted, completions, parse, scribe
from activitymap.model.text import clean_line
from activitymap.model.values import ActivitySystem, Element, Matter, State

MAP = ActivityMap(
    systems=(
        ActivitySystem(id="system-1", name="Social care"),
        ActivitySystem(id="system-2", name="School nursing"),
        ActivitySystem(id="system-3", name="School"),
    ),
    matters=(Matter(id="matter-4", name="sharing information"),),
    last_number=4,
)


def read(line: str) -> Wanted:
    """Read a line where the rules of social care are chosen."""
    return parse(line, MAP, "system-1", Element.RULES)


@pytest.mark.parametrize(
    ("line", "system", "element", "text"),
    [
        ("share nothing", "system-1", Element.RULES, "share nothing"),
        ("school: tools: register", "system-3", Element.TOOLS, "register"),
        ("sn: t: register", "system-2", Element.TOOLS, "register"),
        ("sc: dol: SW chairs", "system-1", Element.DIVISION_OF_LABOUR, "SW chairs"),
        ("so: goal: safe child", "system-1", Element.OBJECT, "safe child"),
        ("tools: telephone", "system-1", Element.TOOLS, "telephone"),
        ("Meetings: Tuesday at two", "system-1", Element.RULES, "Meetings: Tuesday at two"),
        ("school: outcome: done: at last", "system-3", Element.OUTCOME, "done: at last"),
    ],
)
def test_services_and_elements_are_named_by_their_beginnings(
    line: str, system: str, element: Element, text: str
) -> None:
    wanted = read(line)
    assert (wanted.system, wanted.element, wanted.text) == (system, element, text)


def test_a_service_alone_chooses_it_and_writes_nothing() -> None:
    wanted = read("school:")
    assert (wanted.system, wanted.element, wanted.writes) == ("system-3", None, False)


def test_marks_record_missing_and_unknown() -> None:
    assert read("?").state is State.UNKNOWN
    assert read("- a common record") == Wanted(
        "system-1", Element.RULES, "a common record", State.MISSING
    )
    assert read("-5 degrees").state is State.PRESENT


def test_a_matter_is_named_and_made_if_it_is_new() -> None:
    for name, count in (("Sharing information", 1), ("lone visits", 2)):
        after = scribe(MAP, read(f"tell nobody #{name}")).map
        assert len(after.matters) == count
        (statement,) = after.systems[0].statements
        card = statement.readings[0]
        assert statement.text == "tell nobody"
        assert card.matter in {matter.id for matter in after.matters}


def test_a_new_service_is_added() -> None:
    after = scribe(MAP, read("+ Housing office")).map
    assert after.systems[-1].name == "Housing office"


def test_text_without_a_place_is_refused_with_a_sentence() -> None:
    with pytest.raises(EditError, match="Say where to write"):
        scribe(MAP, parse("share nothing", MAP, None, None))


def test_completions_offer_services_then_elements_and_matters() -> None:
    assert completions("scho", MAP, None) == ["School nursing: ", "School: "]
    assert completions("school: ru", MAP, None) == ["school: rules: "]
    assert completions("r", MAP, "system-1") == ["rules: "]
    assert completions("tell #shar", MAP, "system-1") == ["tell #sharing information"]
    assert completions("meetings: tu", MAP, "system-1") == []


@given(st.text(max_size=40))
def test_any_line_can_be_read_and_its_words_are_kept(line: str) -> None:
    wanted = read(line)
    if ":" not in line and "#" not in line and not line.strip().startswith(("+", "-", "?")):
        assert wanted.text == line.strip()
    if wanted.writes and clean_line(wanted.text):
        after = scribe(MAP, wanted).map
        texts = [s.text for system in after.systems for s in system.statements]
        assert clean_line(wanted.text) in texts
