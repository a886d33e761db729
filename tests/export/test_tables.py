"""Contradictions as JSON, CSV, Markdown and text: read again, they say the same."""

import csv
import io
import json
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from activitymap.export.tables import NEED, Row, as_csv, as_json, as_markdown, as_text, rows
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.judging import draw_contradiction, judge_found, remove_drawn
from activitymap.model.edits.statements import remove_statements
from activitymap.model.edits.systems import remove_systems
from activitymap.model.judging import DrawnContradiction, End, Status
from activitymap.model.values import ActivitySystem, Element, Need
from tests.export.making import COMMAND, EXAMPLES, NAMES, example, run
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

KEYS = [
    "rule",
    "kind",
    "level",
    "certainty",
    "status",
    "matters",
    "systems",
    "elements",
    "statements",
    "ids",
    "because",
    "needs",
    "words",
    "changed",
    "gone",
]
FLAGS = {"changed", "gone"}
LISTS = {"matters", "systems", "elements", "statements", "ids", "needs"}
MATCHING = ["systems", "elements", "statements", "ids"]
DAY = date(2026, 9, 1)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MAPS = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)


def _rows(activity_map: ActivityMap) -> list[Row]:
    detection = detect(activity_map)
    return rows(activity_map, (*detection.contradictions, *detection.unlinked))


def _clash(one: str, other: str, first: str = "Health", second: str = "School") -> ActivityMap:
    """Return a map in which two services contradict each other in the words given."""
    return map_of(
        said(first, modality="must", text=one),
        said(second, modality="must not", text=other),
    )


def _unmarked(text: str) -> str:
    """Return Markdown without the backslashes that keep its signs from meaning something."""
    return re.sub(r"\\(.)", r"\1", text)


def _markdown_cells(line: str) -> list[str]:
    """Return the cells of a row of a Markdown table: only a bare `|` parts them."""
    assert line.startswith("|")
    assert line.endswith("|")
    return [cell.strip() for cell in re.findall(r"((?:[^|\\]|\\.)*)\|", line[1:])]


def _csv(table: list[Row]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(table), newline=""), strict=True))


def assert_in_matching_order(activity_map: ActivityMap, table: list[Row]) -> None:
    """Fail where a row's systems, elements, statements and ids are not those of each other."""
    names = {system.id: system.name for system in activity_map.systems}
    told = {
        statement.id: (system.name, str(statement.element), statement.text)
        for system in activity_map.systems
        for statement in system.statements
    }
    told |= {need.id: (need.whose, NEED, need.text) for need in activity_map.needs}
    for row in json.loads(as_json(table)):
        assert all(isinstance(row[key], list) for key in LISTS)
        assert len({len(row[key]) for key in MATCHING}) == 1
        for system, element, text, identity in zip(*(row[key] for key in MATCHING), strict=True):
            if identity in told:
                # What is missing, or whose, may be told in a word where the map has none.
                for shown, held in zip((system, element, text), told[identity], strict=True):
                    assert shown == held or not held
            else:
                whole, _, part = identity.partition("/")
                assert (system, element) == (names[whole], part)


@pytest.mark.parametrize("name", NAMES)
def test_json_has_the_keys_in_order_and_is_read_as_it_was(name):
    table = _rows(example(name))
    read = json.loads(as_json(table))
    assert read == table
    assert len(read) > 3
    for row in read:
        assert list(row)[: len(KEYS)] == KEYS
        for key in KEYS:
            if key in FLAGS:
                assert isinstance(row[key], bool), key
                continue
            kinds = (list,) if key in LISTS else (str, type(None)) if key == "level" else (str,)
            assert isinstance(row[key], kinds), key
            if key in LISTS:
                assert all(isinstance(part, str) for part in row[key])


@pytest.mark.parametrize("name", NAMES)
def test_systems_elements_statements_and_ids_match_each_other(name):
    activity_map = example(name)
    assert_in_matching_order(activity_map, _rows(activity_map))


@MAPS
@given(activity_map=activity_maps())
def test_they_match_in_any_map(activity_map: ActivityMap):
    assert_in_matching_order(activity_map, _rows(activity_map))


def test_a_row_says_what_was_found():
    (row,) = _rows(_clash("Tell everyone", "Tell no one"))
    assert {key: row[key] for key in KEYS if key != "because"} == {
        "rule": "must-must-not",
        "kind": "contradiction",
        "level": "quaternary",
        "certainty": "declared",
        "status": "candidate",
        "matters": ["sharing information"],
        "systems": ["Health", "School"],
        "elements": ["rules", "rules"],
        "statements": ["Tell everyone", "Tell no one"],
        "ids": ["statement-1", "statement-2"],
        "needs": [],
        "words": "",
        "changed": False,
        "gone": False,
    }
    assert "Health (rules) must, School (rules) must not" in str(row["because"])


def test_the_level_of_a_need_that_nothing_serves_is_null_and_its_element_says_need():
    need = Need(id="need-1", text="Help me", whose="Mother", reviewed=True)
    system = ActivitySystem(id="system-1", name="School")
    (row,) = _rows(ActivityMap(systems=(system,), needs=(need,)))
    assert '"level": null' in as_json([row])
    told = [(row[key]) for key in (*MATCHING, "needs")]
    assert told == [["Mother"], ["need"], ["Help me"], ["need-1"], ["Help me"]]
    assert dict(zip(*_csv([row]), strict=True))["level"] == ""
    assert as_markdown([row]).splitlines()[2].startswith("| gap | – |")


def test_rows_come_in_the_order_given():
    activity_map = example("team-around-the-child")
    found = detect(activity_map).contradictions
    backwards = rows(activity_map, found[::-1])
    assert backwards == rows(activity_map, found)[::-1]
    assert json.loads(as_json(backwards)) == backwards
    assert [row["ids"] for row in backwards] == [[s.id for s in one.sides] for one in found[::-1]]


def test_json_keeps_every_letter():
    table = _rows(_clash('“Łódź” & <b> "x" \\ \t🧒', "مدرسة\u200f ŵ"))
    written = as_json(table)
    assert json.loads(written)[0]["statements"] == ['“Łódź” & <b> "x" \\ \t🧒', "مدرسة\u200f ŵ"]
    assert "Łódź" in written
    assert written.endswith("]\n")


# What is missing -----------------------------------------------------------------------------


def _with_nothing() -> list[Row]:
    table = _rows(example("team-around-the-child"))
    return [row for row in table if row["rule"] == "missing"]


def test_a_statement_that_is_missing_is_told_in_a_word():
    (row,) = _with_nothing()
    assert isinstance(row["statements"], list)
    assert all(row["statements"])
    assert "Team works from one shared plan" in row["statements"]
    for made in (as_text([row]), as_markdown([row])):
        assert "“”" not in made
    told = dict(zip(*_csv([row]), strict=True))["statements"].split(" | ")
    assert len(told) == 2
    assert all(told)


def test_an_element_that_a_drawn_contradiction_ends_at_needs_no_words():
    systems = tuple(ActivitySystem(id=f"system-{name}", name=name) for name in "AB")
    ends = (
        End(system="system-A", element=Element.RULES),
        End(system="system-B", element=Element.TOOLS),
    )
    drawn = DrawnContradiction(id="drawn-1", ends=ends)
    (row,) = _rows(ActivityMap(systems=systems, drawn=(drawn,)))
    assert (row["ids"], row["elements"]) == (
        ["system-A/rules", "system-B/tools"],
        ["rules", "tools"],
    )
    for made in (as_text([row]), as_markdown([row])):
        assert "A · rules" in made
        assert "“”" not in made


# What the group made of it -------------------------------------------------------------------


def test_the_groups_words_reach_every_format_and_what_is_gone_says_so():
    plain = _clash("Tell everyone", "Tell no one")
    (one,) = detect(plain).contradictions
    judged = judge_found(plain, one, Status.CONFIRMED, DAY, text="Nobody can keep both").map
    removed = remove_statements(judged, ["statement-1"]).map
    (row,) = rows(removed, detect(removed).gone)
    assert (row["words"], row["gone"], row["status"]) == ("Nobody can keep both", True, "confirmed")
    assert (row["systems"], row["elements"]) == (["Health", "School"], ["rules", "rules"])
    assert (row["matters"], row["statements"]) == (
        ["sharing information"],
        ["Tell everyone", "Tell no one"],
    )
    told = dict(zip(*_csv([row]), strict=True))
    assert (told["words"], told["gone"], told["changed"]) == ("Nobody can keep both", "yes", "")
    for made in (as_text([row]), as_markdown([row]), as_json([row])):
        assert "Nobody can keep both" in made
    for made in (as_text([row]), as_markdown([row])):
        assert "confirmed, no longer found" in made


def test_a_drawn_contradiction_that_was_removed_still_says_between_whom():
    systems = tuple(ActivitySystem(id=f"system-{name}", name=name) for name in "AB")
    ends = (
        End(system="system-A", element=Element.RULES),
        End(system="system-B", element=Element.TOOLS),
    )
    made = draw_contradiction(ActivityMap(systems=systems), ends, "We just see it").map
    (one,) = detect(made).contradictions
    judged = judge_found(made, one, Status.CONFIRMED, DAY).map
    removed = remove_drawn(judged, made.drawn[0].id).map
    (row,) = rows(removed, detect(removed).gone)
    assert row["words"] == "We just see it"
    assert "what the group drew between A (rules) and B (tools) was removed" in str(row["because"])
    gone = remove_systems(removed, ["system-A", "system-B"]).map
    (row,) = rows(gone, detect(gone).gone)
    assert (row["systems"], row["elements"]) == (["A", "B"], ["rules", "tools"])


# CSV -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_csv_is_read_as_it_was(name):
    table = _rows(example(name))
    header, *lines = _csv(table)
    assert header == KEYS
    assert len(lines) == len(table)
    for line, row in zip(lines, table, strict=True):
        for cell, key in zip(line, KEYS, strict=True):
            value = "yes" if row[key] is True else row[key]
            assert cell == (" | ".join(value) if isinstance(value, list) else value or "")


def test_csv_keeps_commas_quotes_lines_and_letters():
    one, other = 'One, "two"; three', "Łódź\nnext line, 🧒"
    table = _rows(_clash(one, other))
    header, line = _csv(table)
    assert line[header.index("statements")] == f"{one} | {other}"
    assert as_csv(table).endswith("\r\n")
    assert as_csv([]) == ",".join(KEYS) + "\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd()",
        '=HYPERLINK("http://x","y")',
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=1,2",
        '="a"',
        "-",
    ],
)
@pytest.mark.parametrize("column", ["statements", "systems", "matters"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(column, text):
    plain = _clash("Tell everyone", "Tell no one")
    if column == "systems":
        plain = _clash("Tell everyone", "Tell no one", first=text)
    elif column == "statements":
        plain = _clash(text, "Tell no one")
    else:
        plain = plain.but(matters=(plain.matters[0].but(name=text),))
    header, line = _csv(_rows(plain))
    cell = line[header.index(column)]
    assert cell.startswith(f"'{text}")
    assert not any(cell.startswith(FORMULA) for cell in line)


def test_what_is_no_formula_stays_as_it_is():
    header, line = _csv(_rows(_clash("'quoted'", "5 - 3 = 2 @ home")))
    assert line[header.index("statements")] == "'quoted' | 5 - 3 = 2 @ home"


@MAPS
@given(activity_map=activity_maps())
def test_csv_of_any_map_has_as_many_cells_as_columns_and_no_formula(activity_map: ActivityMap):
    table = _rows(activity_map)
    header, *lines = _csv(table)
    assert header == KEYS
    assert len(lines) == len(table)
    for line, row in zip(lines, table, strict=True):
        assert len(line) == len(KEYS)
        assert not any(cell.startswith(FORMULA) for cell in line)
        assert line[KEYS.index("because")].removeprefix("'") == str(row["because"]).removeprefix(
            "'"
        )


# Markdown ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_markdown_is_a_table_that_says_the_same(name):
    table = _rows(example(name))
    header, rule, *lines = as_markdown(table).splitlines()
    assert _markdown_cells(header) == [
        "Kind", "Level", "Matter", "Statements", "Why", "Needs", "In the group's words", "Status",
    ]  # fmt: skip
    assert set(_markdown_cells(rule)) == {"---"}
    assert len(lines) == len(table)
    for line, row in zip(lines, table, strict=True):
        kind, level, matter, statements, why, needs, own, status = map(
            _unmarked, _markdown_cells(line)
        )
        assert (own, status) == (row["words"], row["status"])
        assert (kind, level) == (row["kind"], row["level"] or "–")
        for shown, key in ((matter, "matters"), (needs, "needs")):
            value = row[key]
            assert isinstance(value, list)
            assert shown == " | ".join(value)
        assert why == row["because"]
        sides = statements.split("<br>")
        told = [row[key] for key in ("systems", "elements", "statements")]
        for side, parts in zip(sides, zip(*told, strict=True), strict=True):
            assert all(part in side for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "||",
        "\\|",
        "a \\ b \\",
        "<br>",
        "<img src=x onerror=alert(1)>",
        "*bold* _x_ `code`",
        "[a](http://b)",
        "![a](b)",
    ],
)
@pytest.mark.parametrize("place", ["statement", "system"])
def test_markup_is_text_in_markdown(place, text):
    one = _clash(text, "b") if place == "statement" else _clash("a", "b", first=text)
    *_, line = as_markdown(_rows(one)).splitlines()
    cells = _markdown_cells(line)
    assert len(cells) == 8
    assert text in _unmarked(cells[3])
    bare = re.sub(r"\\.", "", cells[3]).replace("<br>", "")
    assert not set(bare) & set("<>*_`[]|\\")


@pytest.mark.parametrize("text", ["AT&amp;T", "&lt;b&gt;", "&#65;", "~~gone~~"])
def test_signs_that_markdown_would_read_as_something_else_are_text_too(text):
    *_, line = as_markdown(_rows(_clash(text, "b"))).splitlines()
    assert text in _unmarked(line)
    assert not re.search(r"(?<!\\)&#?\w+;|(?<!\\)~~", line)


def test_a_line_end_does_not_break_a_row_of_markdown():
    made = as_markdown(_rows(_clash("one\ntwo\r\nthree", "b")))
    assert len(made.splitlines()) == 3
    assert "one two three" in made


@MAPS
@given(activity_map=activity_maps())
def test_markdown_of_any_map_has_one_row_of_eight_cells_each(activity_map: ActivityMap):
    table = _rows(activity_map)
    lines = as_markdown(table).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(table) + 2
    for line in lines:
        assert re.fullmatch(r"\|(?:(?:[^|\\]|\\.)*\|){8}", line)


# Text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [60, 100])
def test_text_says_all_within_its_width(name, width):
    table = _rows(example(name))
    made = as_text(table, width)
    assert max(map(len, made.splitlines())) <= width
    flat = " ".join(made.split())
    for number, row in enumerate(table, start=1):
        assert f"{number}. {str(row['kind']).capitalize()}" in flat
        assert f"({row['rule']})" in flat
        assert f"Why: {row['because']}" in flat
        for key in ("statements", "needs"):
            value = row[key]
            assert isinstance(value, list)
            assert all(text in flat for text in value)


def test_text_is_grouped_by_matter():
    made = as_text(_rows(example("team-around-the-child"))).splitlines()
    headings = [line for line in made if line and line == line.upper() and line[0] != " "]
    assert len(headings) == len(set(headings))
    assert "THE ASSESSMENT FORM" in headings
    assert made[0] == headings[0]


def test_nothing_found_is_a_sentence_an_empty_array_and_headers():
    assert "No contradictions found" in as_text([])
    assert json.loads(as_json([])) == []
    assert len(as_markdown([]).splitlines()) == 2


@given(text=st.text(max_size=40))
def test_any_text_is_told_in_every_format(text: str):
    table = _rows(_clash(text, "Tell no one"))
    assert json.loads(as_json(table))[0]["statements"][0] == (text or "")
    header, line = _csv(table)
    cell = line[header.index("statements")]
    assert cell.removeprefix("'").startswith(text.removeprefix("'"))
    assert " ".join(text.split()) in _unmarked(as_markdown(table))


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "table"])
def test_two_runs_give_the_same_bytes(form):
    source = EXAMPLES / "team-around-the-child.activitymap"
    made = [
        run(COMMAND, "contradictions", str(source), "--format", form, PYTHONHASHSEED=seed)
        for seed in ("1", "2")
    ]
    assert made[0].returncode == 0
    assert len(made[0].stdout) > 1000
    assert made[0].stdout == made[1].stdout
