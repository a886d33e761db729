"""The map as GraphML and GEXF, for Gephi, yEd, Cytoscape and networkx itself."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from activitymap.export.graph_files import gexf_bytes, graphml_bytes
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.graph import graph_of
from activitymap.model.reading import SLOTS, Reading, slot_text

if TYPE_CHECKING:
    import networkx

    ExportGraph = networkx.MultiDiGraph[str]


def export_graph(activity_map: ActivityMap) -> ExportGraph:
    """Return the graph of a map with plain attributes: texts and numbers, and none is missing.

    Nodes have ``label``, ``kind`` and, where it fits, ``service``, ``element``, ``state``,
    ``context``, ``force``, ``matter``, ``x`` and ``y`` (y downwards). Edges have ``label`` (how
    they join), ``matter``, ``level``, ``kind``, ``rule``, ``certainty``, ``status``, ``because``.
    """
    import networkx

    made: ExportGraph = networkx.MultiDiGraph(name=activity_map.title)
    source = graph_of(activity_map)
    details = _details(activity_map)
    for node, data in source.nodes(data=True):
        known = details.get(node, {})
        made.add_node(node, label=data["label"], kind=data["kind"], **known)
    matters = {matter.id: matter.name for matter in activity_map.matters}
    for start, end, key, data in source.edges(keys=True, data=True):
        card = data.get("card")
        more = {} if card is None else {"card": _card(card), "matter": matters[card.matter]}
        made.add_edge(start, end, key=f"{start} {key} {end}", label=data["by"], **more)
    for number, one in enumerate(detect(activity_map).contradictions):
        _add_contradiction(made, one, number, matters)
    for agreement in agreements(activity_map):
        one_side, other = (side.id for side in agreement.sides)
        made.add_edge(
            one_side,
            other,
            key=f"{one_side} agrees {other}",
            label="agreement",
            matter=matters.get(agreement.matter, ""),
            because=agreement.sentence,
        )
    return made


def _details(activity_map: ActivityMap) -> dict[str, dict[str, str | float]]:
    """Return what is known of services, elements and statements beside their names."""
    matters = {matter.id: matter.name for matter in activity_map.matters}
    found: dict[str, dict[str, str | float]] = {}
    for system in activity_map.systems:
        found[system.id] = {"service": system.name}
        if system.place:
            found[system.id] |= {"x": system.place.x, "y": system.place.y}
        for one in system.statements:
            where = {"service": system.name, "element": str(one.element)}
            found[f"{system.id}/{one.element}"] = dict(where)
            found[one.id] = {
                **where,
                "state": str(one.state),
                "context": str(one.context or ""),
                "force": str(one.force or ""),
                "matter": " | ".join(matters[card.matter] for card in one.readings if card.matter),
            }
    for need in activity_map.needs:
        found[need.id] = {"service": need.whose, "matter": matters.get(need.matter or "", "")}
    return found


def _card(card: Reading) -> str:
    filled = ((slot.replace("_", " "), slot_text(card, slot)) for slot in SLOTS)
    return "; ".join(f"{slot}: {words}" for slot, words in filled if words)


def _add_contradiction(
    graph: ExportGraph, found: Contradiction, number: int, matters: dict[str, str]
) -> None:
    sides = [side.id for side in found.sides]
    for side in found.sides:
        if side.id not in graph:
            # An element without statements, at which a drawn contradiction ends.
            label = str(side.element) if side.element else side.text
            graph.add_node(side.id, label=label, kind="element", element=str(side.element or ""))
    for one, other in combinations(sides, 2) if len(sides) > 1 else [(sides[0], sides[0])]:
        graph.add_edge(
            one,
            other,
            key=f"{one} contradicts {other} {number}",
            label="contradiction",
            kind=str(found.kind),
            level=str(found.level or ""),
            rule=found.rule,
            certainty=str(found.certainty),
            status=str(found.status),
            matter=" | ".join(matters[matter] for matter in found.matters),
            because=found.told,
        )


def graphml(activity_map: ActivityMap) -> bytes:
    """Return the graph of a map as GraphML."""
    return graphml_bytes(export_graph(activity_map))


def gexf(activity_map: ActivityMap) -> bytes:
    """Return the graph of a map as GEXF 1.2, in which services stand where the map has them."""
    return gexf_bytes(export_graph(activity_map))
