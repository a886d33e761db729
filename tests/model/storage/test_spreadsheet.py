"""Spreadsheets: what a row becomes, in every form that programs write, and what is refused."""

from pathlib import Path

import openpyxl
import pytest

from activitymap.errors import FileError
from activitymap.model.reading import Change, Modality, Origin, Share
from activitymap.model.slots.clock import Day
from activitymap.model.storage.spreadsheet import Imported, read_sheet
from activitymap.model.values import (
    Basis,
    Bearing,
    Context,
    Element,
    Force,
    LinkKind,
    MatterKind,
    MatterRelation,
    State,
)

PLAIN = "service,element,statement\nSchool,rules,Ring in by nine\nClinic,tools,A waiting list\n"


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Imported:
    path = folder / "sheet.csv"
    path.write_bytes(text.encode(encoding))
    return read_sheet(path)


def _refused(folder: Path, text: str) -> str:
    with pytest.raises(FileError) as refused:
        _read(folder, text)
    message = str(refused.value)
    assert "sheet.csv" in message
    assert "\n" not in message
    return message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_all_separators_and_marks(tmp_path, encoding, separator):
    found = _read(tmp_path, PLAIN.replace(",", separator), encoding).map
    assert [system.name for system in found.systems] == ["School", "Clinic"]
    assert found.systems[0].statements[0].text == "Ring in by nine"
    assert found.title == "sheet"


def test_headers_in_any_order_and_case(tmp_path):
    text = (
        "STATEMENT; Matter_Kind ;Element;SERVICE;matter\nRing in;each its own;Rules;School;calls\n"
    )
    found = _read(tmp_path, text).map
    assert found.matters[0].kind is MatterKind.OWN
    assert found.systems[0].statements[0].readings[0].matter == found.matters[0].id


@pytest.mark.parametrize(
    ("words", "element"),
    [
        ("Instruments", Element.TOOLS),
        ("mediating artefacts", Element.TOOLS),
        ("mediating artifacts", Element.TOOLS),
        ("division of labor", Element.DIVISION_OF_LABOUR),
        ("DoL", Element.DIVISION_OF_LABOUR),
        ("goal", Element.OBJECT),
        ("Objects", Element.OBJECT),
        ("norms", Element.RULES),
        ("Outcomes", Element.OUTCOME),
    ],
)
def test_the_synonyms_of_the_field(tmp_path, words, element):
    found = _read(tmp_path, f"service,element,statement\nSchool,{words},x\n").map
    assert found.systems[0].statements[0].element is element


FULL = (
    "service,element,statement,matter,matter kind,modality,who,holders,share,relies on,limit,time,"
    "condition,scope,change,worked on,value,origin,state,context,force,quote,source\n"
    "School,rules,x,m,joint,must not,parents; nurses,head,alone,Clinic,at most 24 hours,"
    "Tuesday 14:00,only if consent is given; unless there is danger,age 0 to 5; area North,more,"
    "pupils,at home,law,present,meso,enabling,We did,mother\n"
)


def test_every_cell_finds_its_slot(tmp_path):
    statement = _read(tmp_path, FULL).map.systems[0].statements[0]
    (card,) = statement.readings
    assert card.modality is Modality.MUST_NOT
    assert card.who == ("parents", "nurses")
    assert card.holders == ("head",)
    assert card.share is Share.ALONE
    assert card.relies_on == ("Clinic",)
    assert str(card.limit) == "at most 24 hours"
    assert card.time is not None
    assert card.time.days == (Day.TUESDAY,)
    assert [str(one) for one in card.condition] == [
        "only if consent is given",
        "unless there is danger",
    ]
    assert [str(one) for one in card.scope] == ["age between 0 and 5 years", "area North"]
    assert (card.change, card.worked_on, card.value) == (Change.MORE, "pupils", "at home")
    assert card.origin is Origin.LAW
    assert (statement.state, statement.context) == (State.PRESENT, Context.MESO)
    assert statement.force is Force.ENABLING
    assert [(quote.text, quote.source) for quote in statement.quotes] == [("We did", "mother")]


def test_a_row_repeated_with_another_card_is_a_second_card(tmp_path):
    text = "service,element,statement,matter\nA,rules,x,one\nA,rules,x,two\nA,rules,y,one\n"
    found = _read(tmp_path, text).map
    assert [len(one.readings) for one in found.systems[0].statements] == [2, 1]


def test_a_row_with_a_second_card_keeps_its_evidence(tmp_path):
    text = (
        "service,element,statement,matter,quote,source,date\n"
        "A,rules,x,one,First,mother,May\nA,rules,x,two,Second,,June\nA,rules,x,,,,July\n"
    )
    (one,) = _read(tmp_path, text).map.systems[0].statements
    assert len(one.readings) == 2
    told = [(quote.text, quote.source, quote.date) for quote in one.quotes]
    assert told == [("First", "mother", "May"), ("Second", "", "June"), ("", "", "July")]


def test_a_need_has_further_quotes_in_the_rows_below(tmp_path):
    text = (
        "service,element,statement,quote,source,date,how sure\n"
        "Mother,need,Peace,,visit,May,said by them\nMother,need,Peace,Let us be,call,June,\n"
    )
    (need,) = _read(tmp_path, text).map.needs
    assert (need.source, need.date, need.basis) == ("visit", "May", Basis.SAID)
    assert [(one.text, one.source, one.date) for one in need.quotes] == [
        ("Let us be", "call", "June")
    ]


def test_statements_serve_and_hinder_needs_by_their_words(tmp_path):
    text = (
        "service,element,statement,serves,hinders\n"
        'A,rules,x,peace; Rest,"Come, then; or not"\n'
        'Boy,need,Peace,,\nBoy,need,Rest,,\nBoy,need,"Come, then; or not",,\n'
    )
    found = _read(tmp_path, text).map
    needs = {need.id: need.text for need in found.needs}
    marked = [(needs[mark.need], mark.bearing) for mark in found.need_marks]
    assert marked == [
        ("Peace", Bearing.SERVES),
        ("Rest", Bearing.SERVES),
        ("Come, then; or not", Bearing.HINDERS),
    ]


def test_links_and_related_matters_have_rows(tmp_path):
    text = (
        "service,element,statement,matter,relation,to\n"
        "A,rules,x,help,,\nB,rules,y,money,,\n"
        "A,link,by hand,,uses the outcome of,B\n,related matters,,help,cost one another,money\n"
        ",rule off,limits,,,\n,title,A title,,,\n"
    )
    found = _read(tmp_path, text).map
    (link,) = found.links
    assert (link.kind, link.label) == (LinkKind.USES_OUTCOME, "by hand")
    assert (link.source, link.target) == tuple(system.id for system in found.systems)
    assert found.shared_objects == ()
    (related,) = found.related_matters
    assert related.relation is MatterRelation.COST
    assert related.matters == tuple(matter.id for matter in found.matters)
    assert (found.rules_off, found.title) == (("limits",), "A title")


def test_that_nothing_is_shared_can_be_said(tmp_path):
    text = PLAIN.replace("statement\n", "statement,state\n") + ",shared object,,missing\n"
    assert _read(tmp_path, text).map.shared_objects == ()


def test_rows_point_at_things_by_id_in_any_order(tmp_path):
    text = (
        "service,element,statement,matter,id\n"
        "s-2,rules,y,m-9,t-2\ns-1,rules,x,m-8,t-1\n"
        "IT,service,,,s-1\nit,service,,,s-2\n,matter,care,,m-8\n,matter,Care,,m-9\n"
    )
    found = _read(tmp_path, text).map
    said = [(one.id, one.name, one.statements[0].id) for one in found.systems]
    assert said == [("s-1", "IT", "t-1"), ("s-2", "it", "t-2")]
    assert [one.statements[0].readings[0].matter for one in found.systems] == ["m-8", "m-9"]
    assert found.last_number >= 9


def test_an_id_that_comes_twice_is_told_and_nothing_is_lost(tmp_path):
    text = "service,element,statement,id\nA,rules,x,p1\nA,rules,y,p1\nB,rules,z,p1\n"
    imported = _read(tmp_path, text)
    texts = [one.text for system in imported.map.systems for one in system.statements]
    assert texts == ["x", "y", "z"]
    (notice,) = imported.notices
    assert "rows 3, 4" in notice


@pytest.mark.parametrize("name", ["A", "x" * 201])
def test_what_rows_cannot_point_at_is_named(name, tmp_path):
    text = f"service,element,statement,relation,to,id\nA,link,,uses the outcome of,A,{name}\n"
    assert "row 2" in _refused(tmp_path, text)


def test_missing_and_unknown_need_no_words(tmp_path):
    text = "service,element,statement,state\nA,tools,,missing\nA,rules,,unknown\nA,object,,\n"
    states = [one.state for one in _read(tmp_path, text).map.systems[0].statements]
    assert states == [State.MISSING, State.UNKNOWN]


def test_services_that_name_the_same_shared_object_are_linked(tmp_path):
    text = (
        PLAIN + "Police,rules,z\nSchool,shared object,One child\nclinic,Shared Object,one  CHILD\n"
    )
    found = _read(tmp_path, text).map
    (shared,) = found.shared_objects
    assert shared.name == "One child"
    assert shared.systems == (found.systems[0].id, found.systems[1].id)


@pytest.mark.parametrize(("services", "joined"), [(1, False), (2, True), (12, True), (13, False)])
def test_without_a_shared_object_up_to_twelve_services_are_joined(tmp_path, services, joined):
    rows = "".join(f"S{number},rules,x\n" for number in range(services))
    imported = _read(tmp_path, f"service,element,statement\n{rows}")
    assert bool(imported.map.shared_objects) is joined
    assert bool(imported.notices) is (services > 12)
    if services > 12:
        assert "shared object" in imported.notices[0]


def test_needs_come_in_the_words_of_whoever_says_them(tmp_path):
    found = _read(tmp_path, PLAIN + 'Mother,need,"Help me, not the form."\n').map
    (need,) = found.needs
    assert (need.whose, need.text) == ("Mother", "Help me, not the form.")
    assert len(found.systems) == 2


def test_what_is_left_out_is_told(tmp_path):
    text = "service,element,statement,colour,modality\nA,rules,x,red,\nMother,need,y,,must\n"
    notices = _read(tmp_path, text).notices
    assert "colour" in notices[0]
    assert "Row 3" in notices[1]


def test_a_guard_against_formulas_is_taken_off(tmp_path):
    found = _read(tmp_path, "service,element,statement\nA,rules,'=1+1\n").map
    assert found.systems[0].statements[0].text == "=1+1"


BAD = {
    "": "is empty",
    "a,b\n1,2\n": "service and element and statement is missing",
    "service,element,statement\nA,colour,x\n": "row 2: “colour” is no element",
    "service,element,statement\n,rules,x\n": "row 2: the service is missing",
    "service,element,statement,limit\nA,rules,x,\nA,rules,y,soon\n": "row 3: column limit: “soon”",
    "service,element,statement,modality\nA,rules,x,perhaps\n": "must, must not, may, need not",
    "service,element,statement,matter,matter kind\nA,rules,x,m,own\nB,rules,y,m,joint\n": "row 3",
    "service,element,statement,modality\nA,rules,,must\n": "no statement",
    "service,element,statement,statement\nA,rules,x,y\n": "is there twice",
    "service,element,statement,serves\nA,rules,x,Peace\n": "row 2: column serves: there is no need",
    "service,element,statement,relation,to\nA,link,,likes,B\n": "row 2: column relation: “likes”",
    "service,element,statement,relation,to\nA,link,,uses the outcome of,\n": "column to is missing",
}


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_be_understood_is_named_with_its_row(tmp_path, text):
    assert BAD[text] in _refused(tmp_path, text)


def test_text_that_is_not_utf_8_says_how_to_save_it(tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_bytes("service,element,statement\nA,rules,caf\xe9\n".encode("latin-1"))
    with pytest.raises(FileError, match=r"row 2.*CSV UTF-8"):
        read_sheet(path)


def test_too_many_rows_and_too_long_cells(tmp_path):
    rows = "A,rules,x\n" * 200_001
    assert "rows" in _refused(tmp_path, f"service,element,statement\n{rows}")
    assert "row 2" in _refused(tmp_path, f"service,element,statement\nA,rules,{'x' * 30_000}\n")


def _workbook(path: Path, rows: list[list[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def test_xlsx_is_read_as_a_person_sees_it(tmp_path):
    path = tmp_path / "sheet.xlsx"
    rows: list[list[object]] = [
        ["Service", "Element", "Statement", "Matter", "Limit"],
        ["School", "rules", 6.0, "m", "exactly 6"],
        [None, None, None, None, None],
        ["Clinic", "rules", "x", "m", 8],
    ]
    _workbook(path, rows)
    found = read_sheet(path).map
    assert found.systems[0].statements[0].text == "6"
    limits = [str(system.statements[0].readings[0].limit) for system in found.systems]
    assert limits == ["exactly 6", "exactly 8"]


def test_merged_cells_are_refused(tmp_path):
    path = tmp_path / "sheet.xlsx"
    book = _workbook(path, [["service", "element", "statement"], ["A", "rules", "x"]])
    assert book.active is not None
    book.active.merge_cells("A2:A5")
    book.save(path)
    with pytest.raises(FileError, match=r"A2:A5.*Unmerge"):
        read_sheet(path)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 nothing", b"hello"])
def test_a_damaged_workbook_is_a_sentence(tmp_path, raw):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(raw)
    with pytest.raises(FileError, match=r"sheet\.xlsx"):
        read_sheet(path)


def test_a_workbook_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path):
    import zipfile

    path = tmp_path / "bomb.xlsx"
    block = b"0" * 10_000_000
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as entry,
    ):
        for _ in range(60):
            entry.write(block)
    with pytest.raises(FileError, match="unpacks to more"):
        read_sheet(path)


def test_a_folder_and_a_missing_file(tmp_path):
    with pytest.raises(FileError, match="folder"):
        read_sheet(tmp_path)
    with pytest.raises(FileError, match="no file"):
        read_sheet(tmp_path / "nowhere.csv")
