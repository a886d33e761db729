"""GraphML and GEXF, opened again by networkx."""

import io
import os
import re
from pathlib import Path
from typing import Any

import igraph
import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from activitymap.export.graph_files import token
from activitymap.export.graphs import export_graph, gexf, graphml
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.saving import load_map
from tests.model.strategies import activity_maps

FILES = Path(__file__).parent / "files"
STORED = Path(__file__).parent.parent / "model" / "storage" / "files" / "version-2.activitymap"

SCHEMAS: dict[Any, Any] = {
    write: etree.XMLSchema(etree.parse(FILES / f"{write.__name__}.xsd"))
    for write in (graphml, gexf)
}
"""What the published schemas ask of the parts that are written here, in our own words."""
READERS: dict[Any, Any] = {graphml: networkx.read_graphml, gexf: networkx.read_gexf}


def _edges(graph, label):
    return [data for _, _, data in graph.edges(data=True) if data.get("label") == label]


@pytest.mark.parametrize("write", READERS, ids=lambda write: write.__name__)
def test_everything_comes_back(write):
    activity_map = load_map(STORED).map
    graph = READERS[write](io.BytesIO(write(activity_map)))
    assert len(graph) == len(export_graph(activity_map))
    assert graph.number_of_edges() == export_graph(activity_map).number_of_edges()
    statement = next(
        one for one in activity_map.systems[0].statements if one.text == "Shared plan on one page"
    )
    node = graph.nodes[statement.id]
    assert node["label"] == statement.text
    assert (node["service"], node["element"]) == ("Social care", "tools")


def test_another_library_reads_it_too(tmp_path):
    activity_map = load_map(STORED).map
    target = tmp_path / "x.graphml"
    target.write_bytes(graphml(activity_map))
    graph = igraph.Graph.Read_GraphML(str(target))
    assert graph.vcount() == len(export_graph(activity_map))
    assert graph.ecount() == export_graph(activity_map).number_of_edges()
    assert "Social care" in graph.vs["service"]


def test_contradictions_are_edges_with_level_and_matter():
    activity_map = load_map(STORED).map
    graph = networkx.read_graphml(io.BytesIO(graphml(activity_map)))
    found = detect(activity_map).contradictions
    edges = _edges(graph, "contradiction")
    assert len(edges) >= len(found)
    assert {edge["level"] for edge in edges} == {str(one.level or "") for one in found}
    assert "sharing family information" in {edge["matter"] for edge in edges}
    assert {edge["status"] for edge in edges} == {"candidate", "confirmed", "dismissed"}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(activity_map=activity_maps())
def test_any_map_is_a_graph_that_opens_and_is_valid(activity_map):
    found = detect(activity_map).contradictions
    pairs = sum(max(1, len(one.sides) * (len(one.sides) - 1) // 2) for one in found)
    for write, read in READERS.items():
        raw = write(activity_map)
        schema = SCHEMAS[write]
        assert schema.validate(etree.fromstring(raw)), schema.error_log
        graph = read(io.BytesIO(raw))
        labels = {data["label"] for _, data in graph.nodes(data=True) if data.get("label")}
        assert {system.name for system in activity_map.systems} <= labels
        assert len(_edges(graph, "contradiction")) == pairs


def test_what_is_not_valid_is_seen():
    good = graphml(load_map(STORED).map).decode()
    for wrong in (
        good.replace('id="edge-1"', 'id="edge 1"'),
        good.replace('id="edge-2"', 'id="edge-1"'),
        good.replace('key="node-label"', 'key="nothing"'),
        good.replace("y:ShapeNode", "ShapeNode"),
    ):
        assert not SCHEMAS[graphml].validate(etree.fromstring(wrong.encode()))
    good = gexf(load_map(STORED).map).decode()
    for wrong in (
        good.replace('<attvalue for="0"', '<attvalue for="zero"'),
        good.replace('defaultedgetype="directed"', 'defaultedgetype="bent"'),
        good.replace("<meta ", '<meta key="x" '),
    ):
        assert not SCHEMAS[gexf].validate(etree.fromstring(wrong.encode()))


@given(one=st.text(max_size=8), other=st.text(max_size=8))
def test_different_ids_give_different_tokens(one, other):
    assert (token(one) == token(other)) is (one == other)
    assert re.fullmatch(r"[\w.:-]*", token(one), re.ASCII)


def test_yed_shows_every_name(tmp_path):
    root = etree.fromstring(graphml(load_map(STORED).map))
    spaces = {
        "g": "http://graphml.graphdrawing.org/xmlns",
        "y": "http://www.yworks.com/xml/graphml",
    }
    shown = [one.text for one in root.iterfind(".//y:ShapeNode/y:NodeLabel", spaces)]
    assert len(shown) == len(root.findall(".//g:node", spaces))
    assert "Shared plan on one page" in shown
    assert "contradiction" in [one.text for one in root.iterfind(".//y:EdgeLabel", spaces)]


def test_a_graph_says_who_made_it_and_nothing_of_the_library():
    for write in READERS:
        assert b"networkx" not in write(load_map(STORED).map)


def test_a_graph_is_as_it_was_published():
    golden = FILES / "version-2.graphml"
    made = graphml(load_map(STORED).map)
    if os.environ.get("RENEW"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


def test_the_same_map_gives_the_same_bytes():
    activity_map = load_map(STORED).map
    assert gexf(activity_map) == gexf(load_map(STORED).map)
