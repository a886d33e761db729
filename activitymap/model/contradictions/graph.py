"""The map as a graph (networkx), and the questions that only a graph answers.

Nodes are the ids of systems, elements (``system/element``), statements, matters and needs, with
the attributes ``kind`` and ``label``. Edges are *in* (statement–element, element–system), *about*
(statement–matter, with the card), *linked to* (system–system), *relies on* (statement–system) and
*serves* / *hinders* (statement–need).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.names import Registry
from activitymap.model.values import ActivitySystem

if TYPE_CHECKING:
    import networkx

    MapGraph = networkx.MultiDiGraph[str]


class Step(NamedTuple):
    """One edge on a path: from one id to another, and what joins them in words."""

    start: str
    end: str
    by: str


def graph_of(activity_map: ActivityMap) -> MapGraph:
    """Return the whole map as a directed multigraph."""
    import networkx

    graph: MapGraph = networkx.MultiDiGraph()
    for matter in activity_map.matters:
        graph.add_node(matter.id, kind="matter", label=matter.name)
    for need in activity_map.needs:
        graph.add_node(need.id, kind="need", label=need.text)
        if need.matter:
            graph.add_edge(need.id, need.matter, key="about", by="about")
    registry = Registry(activity_map.systems)
    for system in activity_map.systems:
        _add_system(graph, system)
    for system in activity_map.systems:
        _add_cards(graph, system, registry)
    for shared in activity_map.shared_objects:
        graph.add_node(shared.id, kind="shared object", label=shared.name)
        for member in shared.systems:
            graph.add_edge(member, shared.id, key="linked to", by="works on")
    for link in activity_map.links:
        graph.add_edge(link.source, link.target, key=link.id, by=str(link.kind))
    for mark in activity_map.need_marks:
        graph.add_edge(mark.statement, mark.need, key=str(mark.bearing), by=str(mark.bearing))
    return graph


def _add_system(graph: MapGraph, system: ActivitySystem) -> None:
    graph.add_node(system.id, kind="system", label=system.name)
    for statement in system.statements:
        element = f"{system.id}/{statement.element}"
        graph.add_node(element, kind="element", label=str(statement.element))
        graph.add_edge(element, system.id, key="in", by="in")
        graph.add_node(statement.id, kind="statement", label=statement.text)
        graph.add_edge(statement.id, element, key="in", by="in")


def _add_cards(graph: MapGraph, system: ActivitySystem, registry: Registry) -> None:
    for statement in system.statements:
        for number, reading in enumerate(statement.readings):
            if reading.matter:
                key = f"about {number}"
                graph.add_edge(statement.id, reading.matter, key=key, by="about", card=reading)
            for name in reading.relies_on:
                for other in sorted(registry.systems(name)):
                    graph.add_edge(statement.id, other, key=f"relies on {name}", by="relies on")


def linked(activity_map: ActivityMap, system: str) -> dict[str, tuple[Step, ...]]:
    """Return every system that links and shared objects lead to, with the shortest way there."""
    import networkx

    graph = graph_of(activity_map)
    kept = {
        node for node, data in graph.nodes(data=True) if data["kind"] in {"system", "shared object"}
    }
    roads = graph.subgraph(kept).to_undirected(as_view=True)
    paths = networkx.single_source_shortest_path(roads, system)
    return {
        target: _steps(roads, path)
        for target, path in sorted(paths.items())
        if target != system and graph.nodes[target]["kind"] == "system"
    }


def path_between(activity_map: ActivityMap, one: str, other: str) -> tuple[Step, ...] | None:
    """Return the shortest path between two things (by id) over all edges; ``None`` for no path."""
    import networkx

    roads = graph_of(activity_map).to_undirected(as_view=True)
    try:
        return _steps(roads, networkx.shortest_path(roads, one, other))
    except networkx.NetworkXNoPath:
        return None


def _steps(graph: networkx.MultiGraph[str], path: list[str]) -> tuple[Step, ...]:
    return tuple(
        Step(start, end, min(str(data["by"]) for data in graph[start][end].values()))
        for start, end in pairwise(path)
    )


def who_waits_for_whom(activity_map: ActivityMap) -> dict[str, tuple[str, ...]]:
    """Return, for each system that relies on others, the systems that it relies on."""
    graph = graph_of(activity_map)
    waits: dict[str, tuple[str, ...]] = {}
    for system in activity_map.systems:
        targets = {
            target
            for statement in system.statements
            for _, target, data in graph.out_edges(statement.id, data=True)
            if data["by"] == "relies on" and target != system.id
        }
        if targets:
            waits[system.id] = tuple(sorted(targets))
    return waits
