"""A REFI-QDA project, held against the schema of the standard."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from activitymap.export.qdpx import SCHEMA, qdpx
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.saving import load_map
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
    assert standard.validate(etree.fromstring(xml)), standard.error_log


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


def test_the_map_is_a_graph():
    activity_map = load_map(STORED).map
    root = etree.fromstring(_opened(activity_map)[0])
    vertices = {one.get("guid"): one.get("name") for one in root.iterfind(".//q:Vertex", SPACE)}
    assert set(vertices.values()) == {
        *(system.name for system in activity_map.systems),
        *(shared.name for shared in activity_map.shared_objects),
    }
    for edge in root.iterfind(".//q:Edge", SPACE):
        assert edge.get("sourceVertex") in vertices
        assert edge.get("targetVertex") in vertices


def test_equal_maps_give_equal_bytes():
    assert qdpx(load_map(STORED).map) == qdpx(load_map(STORED).map)
