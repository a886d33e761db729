"""Sheets: what goes out comes in again, and no spreadsheet program runs what is in them."""

import io
import os
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings

from activitymap.errors import ExportError
from activitymap.export.formats import export
from activitymap.export.sheet_files import csv_bytes, xlsx_bytes
from activitymap.export.sheets import SHEETS, all_sheets, judgements, needs, statements
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.saving import load_map
from activitymap.model.storage.spreadsheet import read_sheet
from activitymap.model.text import fold
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

FILES = Path(__file__).parent / "files"
DAY = date(2026, 9, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.activitymap"))


def _stored() -> ActivityMap:
    folder = Path(__file__).parent.parent / "model" / "storage" / "files"
    return load_map(folder / "version-2.activitymap").map


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_statements_of_an_example_go_out_and_in_unchanged(path, ending, tmp_path):
    before = load_map(path).map
    target = tmp_path / f"out{ending}"
    export(before, target)
    imported = read_sheet(target)
    assert imported.notices == ()
    assert _said(imported.map) == _said(before)
    # A sheet knows no links: services without a shared object get one when they come in.
    if before.shared_objects:
        assert statements(imported.map) == statements(before)


def _said(activity_map):
    matters = {matter.id: (matter.name, matter.kind) for matter in activity_map.matters}
    return [
        (
            system.name,
            [
                one.but(
                    id="x",
                    readings=tuple(
                        card.but(matter=str(matters[card.matter]) if card.matter else None)
                        for card in one.readings
                    ),
                )
                for one in system.statements
            ],
        )
        for system in activity_map.systems
    ]


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=25
)
@given(activity_map=activity_maps(most_systems=2))
def test_any_map_goes_out_and_in_unchanged(activity_map, tmp_path_factory):
    names = [fold(system.name) for system in activity_map.systems]
    assume(len(set(names)) == len(names))
    for system in activity_map.systems:
        # Two statements that say the same in one place are one to a spreadsheet.
        texts = [(one.element, fold(one.text)) for one in system.statements]
        assume(len(set(texts)) == len(texts))
        assume(all(one.text for one in system.statements))
        # A card that says nothing, not even its matter, has no cell.
        assume(
            all(
                any(card.model_dump(exclude_defaults=True))
                for one in system.statements
                for card in one.readings
            )
        )
        assume(
            all(
                card.matter or not card.confirmed
                for one in system.statements
                for card in one.readings
            )
        )
    shared = [fold(one.name) for one in activity_map.shared_objects]
    assume(len(set(shared)) == len(shared))
    folder = tmp_path_factory.mktemp("sheet")
    (folder / "once.csv").write_bytes(csv_bytes(statements(activity_map)))
    once = read_sheet(folder / "once.csv").map
    assert _without_cards(once) == _without_cards(activity_map)
    # What a card says in other words (an age of 5 is one of 5 years) it says in the sheet's then.
    (folder / "twice.csv").write_bytes(csv_bytes(statements(once)))
    twice = read_sheet(folder / "twice.csv").map
    assert _said(twice) == _said(once)
    assert statements(twice) == statements(once)


def _without_cards(activity_map):
    return [(name, [one.but(readings=()) for one in found]) for name, found in _said(activity_map)]


def test_a_workbook_has_every_sheet_as_text():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(all_sheets(_stored()))))
    assert book.sheetnames == list(SHEETS)
    for sheet in all_sheets(_stored()):
        page = book[sheet.name]
        found = [tuple(str(cell or "") for cell in row) for row in page.iter_rows(values_only=True)]
        assert tuple(found) == (sheet.header, *sheet.rows)


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_nothing_is_a_formula(text):
    made = map_of(said("School", text=text))
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([statements(made)]))).active
    assert page is not None
    cell = page["C2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert f"'{text}" in csv_bytes(statements(made)).decode("utf-8-sig")


def test_the_needs_sheet_says_who_serves_and_hinders():
    sheet = needs(_stored())
    assert sheet.header[:2] == ("need", "whose")
    assert sheet.rows[0][:3] == ("Help me, not the form.", "The boy", "said by them")
    assert sheet.rows[0][5:] == ("both", "silent", "silent", "silent")


def test_equal_maps_give_equal_bytes_whatever_the_clock_says(monkeypatch):
    first = xlsx_bytes(all_sheets(_stored()))
    assert xlsx_bytes(all_sheets(_stored())) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert xlsx_bytes(all_sheets(_stored())) != first


def test_a_table_that_there_is_not_is_named(tmp_path):
    with pytest.raises(ExportError, match="“feelings” is no table"):
        export(_stored(), tmp_path / "x.csv", table="feelings")


def test_a_csv_is_as_it_was_published(tmp_path):
    golden = FILES / "version-2-statements.csv"
    made = csv_bytes(statements(_stored()))
    if os.environ.get("RENEW"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()
    assert len(judgements(_stored()).rows) == 2
