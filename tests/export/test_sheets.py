"""Sheets: what goes out comes in again, and no spreadsheet program runs what is in them."""

import io
import os
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from activitymap.errors import ExportError
from activitymap.export.formats import export
from activitymap.export.sheet_files import csv_bytes, xlsx_bytes
from activitymap.export.sheets import SHEETS, Sheet, all_sheets, judgements, needs, statements
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.saving import load_map
from activitymap.model.storage.spreadsheet import read_sheet
from activitymap.model.values import Place
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

FILES = Path(__file__).parent / "files"
DAY = date(2026, 9, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.activitymap"))
STORED = Path(__file__).parent.parent / "model" / "storage" / "files" / "version-2.activitymap"


def _stored() -> ActivityMap:
    return load_map(STORED).map


@pytest.mark.parametrize("path", [STORED, *EXAMPLES], ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_an_example_goes_out_and_in_unchanged(path, ending, tmp_path):
    before = load_map(path).map
    target = tmp_path / f"out{ending}"
    export(before, target)
    imported = read_sheet(target)
    assert imported.notices == ()
    assert _held(imported.map) == _held(before)
    assert detect(_held(imported.map)) == detect(_held(before))
    assert statements(imported.map) == statements(before)


def _held(activity_map: ActivityMap) -> ActivityMap:
    """Return a map without what the notice of its export says that no row holds."""
    systems = (
        one.but(place=None, mirrored=False, scale=1.0, colour=0) for one in activity_map.systems
    )
    return activity_map.but(
        systems=tuple(systems),
        shared_objects=tuple(one.but(place=None) for one in activity_map.shared_objects),
        need_marks=tuple(sorted(activity_map.need_marks, key=str)),
        drawn=(),
        judgements=(),
        discussions=(),
        versions=(),
        names=(),
        not_names=(),
        last_number=0,
    )


def _again(activity_map: ActivityMap, path: Path) -> ActivityMap:
    make = csv_bytes if path.suffix == ".csv" else lambda sheet: xlsx_bytes([sheet])
    path.write_bytes(make(statements(activity_map)))
    imported = read_sheet(path)
    assert imported.notices == ()
    return imported.map


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(activity_map=activity_maps(most_systems=3), ending=st.sampled_from([".csv", ".xlsx"]))
def test_any_map_goes_out_and_in_unchanged(activity_map, ending, tmp_path_factory):
    again = _again(activity_map, tmp_path_factory.mktemp("sheet") / f"x{ending}")
    assert _held(again) == _held(activity_map)
    assert detect(_held(again)) == detect(_held(activity_map))
    assert statements(again) == statements(activity_map)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(
    activity_map=activity_maps(most_systems=3),
    services=st.lists(st.sampled_from(["IT", "it", "", "system-1"]), min_size=3, max_size=3),
    said=st.sampled_from(["", "the same", "THE SAME", "a; b", "'=1+1", "''-x", "not known"]),
)
def test_things_of_one_name_stay_apart(activity_map, services, said, tmp_path_factory):
    alike = activity_map.but(
        systems=tuple(
            system.but(name=name, statements=tuple(one.but(text=said) for one in system.statements))
            for system, name in zip(activity_map.systems, services, strict=False)
        ),
        matters=tuple(one.but(name=said) for one in activity_map.matters),
        needs=tuple(one.but(text=said) for one in activity_map.needs),
        shared_objects=tuple(one.but(name=said) for one in activity_map.shared_objects),
    )
    again = _again(alike, tmp_path_factory.mktemp("sheet") / "x.csv")
    assert _held(again) == _held(alike)
    assert detect(_held(again)) == detect(_held(alike))
    assert statements(again) == statements(alike)


def test_what_no_row_holds_is_said(tmp_path):
    (told,) = export(_stored(), tmp_path / "x.csv")
    for part in ("judgements", "discussions", "versions", "names of people"):
        assert part in told
    made = map_of(said("School", text="x"))
    assert export(made, tmp_path / "x.csv") == []
    placed = made.but(systems=tuple(one.but(place=Place(x=1.0, y=1.0)) for one in made.systems))
    (told,) = export(placed, tmp_path / "x.csv")
    assert "where services stand" in told
    assert export(_stored(), tmp_path / "x.csv", table="needs") == []


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
    cell = page["C3"]
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


def test_a_text_longer_than_a_cell_goes_on_below():
    long = "\U0001f600" * 20_000
    sheet = Sheet("long", ("one", "other"), (("short", long), ("next", "x")))
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([sheet]))).active
    assert page is not None
    rows = [tuple(cell or "" for cell in row) for row in page.iter_rows(values_only=True)]
    assert [row[0] for row in rows] == ["one", "short", "", "next"]
    assert f"{rows[1][1]}{rows[2][1]}" == long
    assert all(len(str(row[1]).encode("utf-16-le")) // 2 <= 32_767 for row in rows)


def test_a_sheet_can_be_filtered_and_printed():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(all_sheets(_stored()))))
    for page in book.worksheets:
        assert page.auto_filter.ref == page.dimensions
        assert page.freeze_panes == "A2"
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        fit = page.sheet_properties.pageSetUpPr
        assert fit is not None
        assert fit.fitToPage
        assert page.page_setup.fitToHeight == 0
    across = {page.title: int(page.page_setup.fitToWidth or 1) for page in book.worksheets}
    assert across["needs"] == 1
    assert across["statements"] > 1
    assert book["statements"].print_title_cols == "$A:$C"
