"""A scribe's line: where it goes, what it says, and that nothing typed is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from activitymap.model.edits.change import in_turn
from activitymap.model.scribe import (
    Taken,
    Wanted,
    begun_at,
    completions,
    edits_of,
    lines_of,
    parse,
    take,
)
from activitymap.model.text import MAX_LENGTH, clean_line, fold
from activitymap.model.values import ActivitySystem, Element, Matter, State
from tests.model.strategies import activity_maps

MAP = ActivityMap(
    systems=(
        ActivitySystem(id="system-1", name="Social care"),
        ActivitySystem(id="system-2", name="School nursing"),
        ActivitySystem(id="system-3", name="School"),
        ActivitySystem(id="system-4", name="Team: North"),
    ),
    matters=(Matter(id="matter-5", name="sharing information"), Matter(id="matter-6", name="12+")),
    last_number=6,
)
any_text = st.text(st.characters(exclude_categories=[]), max_size=40)


def read(line: str) -> Wanted:
    """Read a line where the rules of social care are chosen."""
    return parse(line, MAP, "system-1", Element.RULES)


def write(*lines: str) -> Taken:
    """Write lines where the rules of social care are chosen."""
    return take(MAP, lines, "system-1", Element.RULES)


@pytest.mark.parametrize(
    ("line", "system", "element", "text"),
    [
        ("share nothing", "system-1", Element.RULES, "share nothing"),
        ("school: tools: register", "system-3", Element.TOOLS, "register"),
        ("School : t :register", "system-3", Element.TOOLS, "register"),
        ("sn: t: register", "system-2", Element.TOOLS, "register"),
        ("sc: dol: SW chairs", "system-1", Element.DIVISION_OF_LABOUR, "SW chairs"),
        ("so: goal: safe child", "system-1", Element.OBJECT, "safe child"),
        ("sch: register", "system-2", Element.RULES, "register"),
        ("tools: telephone", "system-1", Element.TOOLS, "telephone"),
        ("Team: North: tools: van", "system-4", Element.TOOLS, "van"),
        ("team: tools: van", "system-4", Element.TOOLS, "van"),
        ("Meetings: Tuesday at two", "system-1", Element.RULES, "Meetings: Tuesday at two"),
        ("school: Meetings: Tuesday", "system-3", Element.RULES, "Meetings: Tuesday"),
        ("school: outcome: done: at last", "system-3", Element.OUTCOME, "done: at last"),
        (": nothing", "system-1", Element.RULES, ": nothing"),
        ("14:00 every day", "system-1", Element.RULES, "14:00 every day"),
        ("+5 % more staff", "system-1", Element.RULES, "+5 % more staff"),
        ("need: a quiet home", "system-1", Element.RULES, "need: a quiet home"),
    ],
)
def test_services_and_elements_are_named_by_their_beginnings(
    line: str, system: str, element: Element, text: str
) -> None:
    wanted = read(line)
    assert (wanted.system, wanted.element, wanted.text) == (system, element, text)


def test_what_letters_fit_as_well_is_said() -> None:
    assert read("s: x").also == ("School nursing", "School", "subject")
    assert read("s: x").system == "system-1"
    assert read("school: x").also == ()
    assert read("t: x").also == ("tools",)
    assert read("tools: x").also == ()
    assert read("o: x").also == ("outcome",)
    assert read("sch: o: x").also == ("School", "outcome")


def test_a_service_alone_chooses_it_and_writes_nothing() -> None:
    wanted = read("school:")
    assert (wanted.system, wanted.element, wanted.writes) == ("system-3", None, False)
    assert edits_of(wanted) == []
    taken = write("school:", "a bell", "tools:", "a register")
    statements = taken.change.map.systems[2].statements
    assert [(one.element, one.text) for one in statements] == [
        (Element.RULES, "a bell"),
        (Element.TOOLS, "a register"),
    ]
    assert (taken.system, taken.element) == ("system-3", Element.TOOLS)


@pytest.mark.parametrize(
    ("line", "state", "text"),
    [
        ("?", State.UNKNOWN, ""),
        ("? who decides", State.UNKNOWN, "who decides"),
        ("?who decides", State.PRESENT, "?who decides"),
        ("-", State.MISSING, ""),
        ("- ", State.MISSING, ""),
        ("None", State.MISSING, ""),
        ("- a common record", State.MISSING, "a common record"),
        ("-5 degrees", State.PRESENT, "-5 degrees"),
        ("none of them", State.PRESENT, "none of them"),
    ],
)
def test_marks_record_missing_and_unknown(line: str, state: State, text: str) -> None:
    for prefix, system in (("", "system-1"), ("school: rules: ", "system-3")):
        wanted = read(f"{prefix}{line}")
        assert wanted == Wanted(system, Element.RULES, text, state)


@pytest.mark.parametrize(
    ("line", "text", "matter"),
    [
        ("tell nobody #Sharing  information", "tell nobody", "Sharing  information"),
        ("room #5", "room #5", ""),
        ("children #12+", "children", "12+"),
        ("C# course", "C# course", ""),
        ("#sharing information", "#sharing information", ""),
        ("a #b #c d", "a #b", "c d"),
        ("? #consent", "", "consent"),
    ],
)
def test_a_matter_stands_after_its_sign(line: str, text: str, matter: str) -> None:
    assert read(line)[2::2] == (text, matter, ())


def test_a_matter_is_made_if_it_is_new() -> None:
    for name, count in (("Sharing Information", 2), ("lone visits", 3)):
        after = write(f"tell nobody #{name}").change.map
        assert len(after.matters) == count
        (statement,) = after.systems[0].statements
        (card,) = statement.readings
        assert statement.text == "tell nobody"
        assert card.matter in {matter.id for matter in after.matters}


def test_a_new_service_is_added_once_and_written_to_next() -> None:
    taken = write("+ Housing: office", "roof", "+housing:  OFFICE", "door")
    added = taken.change.map.systems[-1]
    assert added.name == "Housing: office"
    assert [(one.element, one.text) for one in added.statements] == [
        (Element.OBJECT, "roof"),
        (Element.OBJECT, "door"),
    ]
    assert taken.system == added.id
    assert {added.id, *(one.id for one in added.statements)} <= taken.change.ids


def test_lines_that_were_pasted_lose_their_bullets() -> None:
    assert lines_of("School: rules:\r\n- no phones\n\n  • uniform\n") == [
        "School: rules:",
        "no phones",
        "uniform",
    ]
    assert lines_of("- a common record") == ["- a common record"]
    assert lines_of("no phones\n- a common record") == ["no phones", "- a common record"]
    assert lines_of(" \n") == []


def test_text_without_a_place_is_refused_with_a_sentence() -> None:
    with pytest.raises(EditError, match="Say where to write"):
        edits_of(parse("share nothing", MAP, None, None))


def test_of_lines_all_are_written_or_none() -> None:
    with pytest.raises(EditError, match="too long"):
        write("fine", "x" * (MAX_LENGTH + 1))


def test_what_leaves_nothing_changes_nothing() -> None:
    taken = write("\u202e", "school:")
    assert taken.change.map is MAP
    assert not taken.change.ids


@pytest.mark.parametrize(
    ("line", "start", "offered"),
    [
        ("scho", 0, ["School nursing: ", "School: "]),
        ("School", 0, ["School: ", "School nursing: "]),
        ("sn", 0, ["School nursing: "]),
        ("school: ru", 8, ["rules: "]),
        ("school: o", 8, ["object: ", "outcome: "]),
        ("r", 0, ["rules: "]),
        ("s", 0, ["Social care: ", "School nursing: ", "School: ", "subject: "]),
        ("team: north:to", 12, ["tools: "]),
        ("tell #shar", 6, ["sharing information"]),
        ("tell #", 6, ["sharing information", "12+"]),
        ("meetings: tu", 0, []),
        ("school: rules: t", 8, []),
        ("", 0, []),
        ("+ sch", 0, []),
    ],
)
def test_completions_offer_services_elements_and_matters(
    line: str, start: int, offered: list[str]
) -> None:
    assert completions(line, len(line), MAP) == offered
    if offered:
        assert begun_at(line, len(line), MAP) == start


def test_completions_end_at_the_cursor_and_elements_need_a_service() -> None:
    assert completions("scho nothing", 4, MAP) == ["School nursing: ", "School: "]
    assert len(completions("school: ", 8, MAP)) == len(Element)
    assert completions("r", 1, ActivityMap()) == []


@given(any_text, activity_maps())
def test_any_line_can_be_read_and_its_words_are_kept(line: str, activity_map: ActivityMap) -> None:
    system = activity_map.systems[0].id if activity_map.systems else None
    wanted = parse(line, activity_map, system, Element.RULES)
    assert wanted == parse(line, activity_map, system, Element.RULES)
    for cursor in range(len(line) + 1):
        assert 0 <= begun_at(line, cursor, activity_map) <= cursor
        completions(line, cursor, activity_map)
    marked = line.strip().startswith(("+", "-", "–", "?")) or fold(line) == "none"
    if not marked and ":" not in line and "#" not in line:
        assert wanted.text == line.strip()
    if system is None and not wanted.new_service:
        return
    after = in_turn(activity_map, edits_of(wanted)) if clean_line(line) else None
    if after is not None and not (wanted.new_service and not clean_line(wanted.new_service)):
        assert list(problems(after.map)) == []
        texts = [one.text for each in after.map.systems for one in each.statements]
        assert clean_line(wanted.text) in {*texts, ""}


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(words, min_size=1, max_size=4))
def test_text_that_begins_with_no_known_name_is_kept_whole(parts: list[str]) -> None:
    line = f"zz{': '.join(parts)}"
    assert read(line) == Wanted("system-1", Element.RULES, line)
