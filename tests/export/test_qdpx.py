"""A REFI-QDA project, held against the schema of the standard."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from activitymap.export.qdpx import SCHEMA, qdpx
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.saving import load_map
from activitymap.model.values import Context, Element, Force, Need, Quote
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

SPACE = {"q": SCHEMA}
STORED = Path(__file__).parent.parent / "model" / "storage" / "files" / "version-2.activitymap"


@pytest.fixture(scope="module")
def standard():
    """The published schema, as its licence (MIT, stated in it) allows."""
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "files" / "REFI-QDA-Project.xsd"))


def _opened(activity_map: ActivityMap) -> tuple[bytes, dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(qdpx(activity_map))) as archive:
        assert archive.testzip() is None
        texts = {
            name.removeprefix("sources/"): archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("sources/")
        }
        return archive.read("project.qde"), texts


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    max_examples=40,
)
@given(activity_map=activity_maps())
def test_any_map_is_valid(activity_map, standard):
    xml, _ = _opened(activity_map)
    root = etree.fromstring(xml)
    assert standard.validate(root), standard.error_log
    ids = [one.get("guid") for one in root.iter() if one.get("guid")]
    assert len(set(ids)) == len(ids)


def test_statements_are_selections_coded_by_element_and_matter():
    activity_map = load_map(STORED).map
    xml, texts = _opened(activity_map)
    root = etree.fromstring(xml)
    codes = {one.get("guid"): one.get("name") for one in root.iterfind(".//q:Code", SPACE)}
    found = {}
    for source in root.iterfind(".//q:TextSource", SPACE):
        text = texts[str(source.get("plainTextPath")).removeprefix("internal://")]
        for selection in source.iterfind("q:PlainTextSelection", SPACE):
            start, end = (int(str(selection.get(one))) for one in ("startPosition", "endPosition"))
            coded = [
                codes[one.get("targetGUID")] for one in selection.iterfind(".//q:CodeRef", SPACE)
            ]
            found[text[start:end]] = coded
    matters = {matter.id: matter.name for matter in activity_map.matters}
    for system in activity_map.systems:
        for one in system.statements:
            assert str(one.element) in found[one.words]
            for card in one.readings:
                if card.matter:
                    assert matters[card.matter] in found[one.words]
    assert "I have said it all before" in found


def _named(root, tag):
    return {one.get("guid"): one.get("name") for one in root.iterfind(f".//q:{tag}", SPACE)}


def test_the_map_is_a_graph_of_everything_in_it():
    activity_map = load_map(STORED).map
    root = etree.fromstring(_opened(activity_map)[0])
    vertices = _named(root, "Vertex")
    names = {one.name for one in activity_map.systems}
    names |= {one.name for one in activity_map.shared_objects}
    names |= {one.name for one in activity_map.matters}
    assert names <= set(vertices.values())
    statements = {one.text for system in activity_map.systems for one in system.statements}
    assert statements <= set(vertices.values())
    assert {one.told for one in detect(activity_map).contradictions} <= set(vertices.values())
    assert str(Element.DIVISION_OF_LABOUR) in vertices.values()
    shown = {one.get("representedGUID") for one in root.iterfind(".//q:Vertex", SPACE)} - {None}
    known = {one.get("guid") for one in root.iter() if one.tag != f"{{{SCHEMA}}}Vertex"}
    assert shown <= known
    matters = {one.name for one in activity_map.matters}
    codes = _named(root, "Code")
    assert matters <= {codes.get(guid) for guid in shown}
    for edge in root.iterfind(".//q:Edge", SPACE):
        assert edge.get("sourceVertex") in vertices
        assert edge.get("targetVertex") in vertices


def test_judgements_and_discussions_are_notes_and_statements_point_at_them():
    activity_map = load_map(STORED).map
    xml, texts = _opened(activity_map)
    root = etree.fromstring(xml)
    notes = _named(root, "Note")
    assert len(notes) == len(activity_map.judgements) + len(activity_map.discussions)
    told = "\n".join(texts[f"{guid}.txt"] for guid in notes)
    for judgement in activity_map.judgements:
        assert judgement.reason in told
    for discussion in activity_map.discussions:
        for action in discussion.actions:
            assert action.text in told
    pointed = {one.get("targetGUID") for one in root.iterfind(".//q:NoteRef", SPACE)}
    assert pointed
    assert pointed <= set(notes)


def test_context_and_force_are_codes():
    xml, _ = _opened(map_of(said("School", text="x")))
    names = set(_named(etree.fromstring(xml), "Code").values())
    assert {*map(str, (*Context, *Force))} <= names


def test_matters_of_one_name_are_two_codes():
    made = map_of(said("School", matter="care"), said("Clinic", matter="help"))
    alike = made.but(matters=tuple(one.but(name="care") for one in made.matters))
    names = list(_named(etree.fromstring(_opened(alike)[0]), "Code").values())
    assert names.count("care") == 1
    assert names.count("care (2)") == 1


def test_what_was_said_of_a_need_is_there_without_any_service():
    need = Need(id="need-1", text="Peace", quotes=(Quote(text="Let us be"),))
    _, texts = _opened(ActivityMap(needs=(need,), last_number=1))
    assert list(texts.values()) == ["Let us be"]


def test_a_map_with_another_title_or_more_in_it_keeps_its_ids():
    before = load_map(STORED).map
    system = before.systems[-1]
    more = system.statements[0].but(id="statement-900", text="One thing more")
    after = before.but(
        title="Another title",
        systems=(*before.systems[:-1], system.but(statements=(*system.statements, more))),
        last_number=900,
    )
    ids = [_ids(one) for one in (before, after)]
    assert ids[0] <= ids[1]


def test_two_maps_share_no_ids_but_those_of_what_all_maps_have():
    one, other = (map_of(said(name, text=name)) for name in ("School", "Clinic"))
    shared = _ids(one) & _ids(other)
    codes = _named(etree.fromstring(_opened(one)[0]), "Code")
    assert {codes[guid] for guid in shared if guid in codes} >= {*map(str, Element)}
    assert not {codes[guid] for guid in shared if guid in codes} & {"sharing information"}


def _ids(activity_map: ActivityMap) -> set[str]:
    root = etree.fromstring(_opened(activity_map)[0])
    return {str(one.get("guid")) for one in root.iter() if one.get("guid")}


def test_equal_maps_give_equal_bytes():
    assert qdpx(load_map(STORED).map) == qdpx(load_map(STORED).map)
