"""GraphML and GEXF, opened again by networkx."""

import io
import os
from pathlib import Path
from typing import Any

import igraph
import networkx
import pytest
from hypothesis import HealthCheck, given, settings

from activitymap.export.graphs import export_graph, gexf, graphml
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.saving import load_map
from tests.model.strategies import activity_maps

FILES = Path(__file__).parent / "files"
STORED = Path(__file__).parent.parent / "model" / "storage" / "files" / "version-2.activitymap"

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
def test_any_map_is_a_graph_that_opens(activity_map):
    for write, read in READERS.items():
        graph = read(io.BytesIO(write(activity_map)))
        labels = {data["label"] for _, data in graph.nodes(data=True) if data.get("label")}
        assert {system.name for system in activity_map.systems} <= labels


def test_a_graph_is_as_it_was_published():
    golden = FILES / "version-2.graphml"
    made = graphml(load_map(STORED).map)
    if os.environ.get("RENEW"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


def test_the_same_map_gives_the_same_bytes():
    activity_map = load_map(STORED).map
    assert gexf(activity_map) == gexf(load_map(STORED).map)
