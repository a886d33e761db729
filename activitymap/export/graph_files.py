"""Graphs as GraphML and GEXF, in the order and the form that their schemas ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element as Xml
from xml.etree.ElementTree import SubElement, indent, tostring

from activitymap.export.packing import day_of_export

if TYPE_CHECKING:
    import networkx

    ExportGraph = networkx.MultiDiGraph[str]

Value = str | float

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
YED = "http://www.yworks.com/xml/graphml"
GEXF = "http://www.gexf.net/1.2draft"
VIZ = f"{GEXF}/viz"
_NODE, _EDGE = "node-look", "edge-look"
_WIDE, _HIGH, _LINE = 180, 16, 24
"""In yEd: the width of a node and the height of a line in its units, and letters in a line."""
_SHAPES = {
    "system": "roundrectangle",
    "shared object": "ellipse",
    "need": "ellipse",
    "matter": "diamond",
}
_COLOURS = {
    "system": "#c9ddf2",
    "shared object": "#f6e3b4",
    "need": "#f6d2cf",
    "matter": "#d9ead3",
}
_ARROWS = {"contradiction": ("standard", "standard"), "agreement": ("none", "none")}


def graphml_bytes(graph: ExportGraph) -> bytes:
    """Return a graph as GraphML; nodes and edges carry what yEd shows of them, too."""
    # The prefix stands in the names: yEd's part needs one that is its own.
    root = Xml("graphml", {"xmlns": GRAPHML, "xmlns:y": YED})
    keys: dict[tuple[str, str], str] = {}
    for domain, name, kind in _columns(graph):
        keys[domain, name] = f"{domain}-{name}"
        SubElement(
            root,
            "key",
            {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind},
        )
    for domain, look in (("node", _NODE), ("edge", _EDGE)):
        SubElement(root, "key", {"id": look, "for": domain, "yfiles.type": f"{domain}graphics"})
    inside = SubElement(root, "graph", {"edgedefault": "directed"})
    if graph.name:
        SubElement(inside, "desc").text = graph.name
    for node, data in graph.nodes(data=True):
        made = SubElement(inside, "node", {"id": token(node)})
        _graphml_data(made, "node", data, keys)
        _node_look(SubElement(made, "data", {"key": _NODE}), data)
    for number, (start, end, data) in enumerate(graph.edges(data=True), start=1):
        ends = {"id": f"edge-{number}", "source": token(start), "target": token(end)}
        made = SubElement(inside, "edge", ends)
        _graphml_data(made, "edge", data, keys)
        _edge_look(SubElement(made, "data", {"key": _EDGE}), data)
    return _as_bytes(root)


def _graphml_data(
    parent: Xml, domain: str, data: dict[str, Value], keys: dict[tuple[str, str], str]
) -> None:
    for name, value in data.items():
        SubElement(parent, "data", {"key": keys[domain, name]}).text = str(value)


def _node_look(parent: Xml, data: dict[str, Value]) -> None:
    kind, label = str(data["kind"]), str(data["label"])
    lines = -(-len(label) // _LINE)
    look = SubElement(parent, "y:ShapeNode")
    place = {"width": str(_WIDE), "height": str((lines + 1) * _HIGH)}
    if "x" in data:
        place |= {"x": f"{data['x']:g}", "y": f"{data['y']:g}"}
    SubElement(look, "y:Geometry", place)
    SubElement(look, "y:Fill", {"color": _COLOURS.get(kind, "#ffffff")})
    # So yEd breaks the label into the lines that the node has room for.
    fit = {"autoSizePolicy": "node_size", "configuration": "CroppingLabel"}
    SubElement(look, "y:NodeLabel", fit).text = label
    SubElement(look, "y:Shape", {"type": _SHAPES.get(kind, "rectangle")})


def _edge_look(parent: Xml, data: dict[str, Value]) -> None:
    label = str(data["label"])
    clash = label == "contradiction"
    look = SubElement(parent, "y:PolyLineEdge")
    line = {"color": "#b3261e" if clash else "#5f6b7a", "type": "line"}
    SubElement(look, "y:LineStyle", {**line, "width": "2.0" if clash else "1.0"})
    source, target = _ARROWS.get(label, ("none", "standard"))
    SubElement(look, "y:Arrows", {"source": source, "target": target})
    if label not in {"in", "about"}:
        SubElement(look, "y:EdgeLabel").text = label


def gexf_bytes(graph: ExportGraph) -> bytes:
    """Return a graph as GEXF 1.2; services stand where the map has them, y upwards."""
    root = Xml("gexf", {"xmlns": GEXF, "xmlns:viz": VIZ, "version": "1.2"})
    meta = SubElement(root, "meta", {"lastmodifieddate": day_of_export().strftime("%Y-%m-%d")})
    SubElement(meta, "creator").text = "Activity Map"
    SubElement(meta, "description").text = graph.name
    inside = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    columns: dict[tuple[str, str], str] = {}
    for domain in ("node", "edge"):
        table = SubElement(inside, "attributes", {"class": domain})
        for of, name, kind in _columns(graph):
            if of == domain and name not in {"label", "x", "y"}:
                columns[domain, name] = str(len(table))
                entry = {"id": str(len(table)), "title": name, "type": kind}
                SubElement(table, "attribute", entry)
    nodes = SubElement(inside, "nodes")
    for node, data in graph.nodes(data=True):
        made = SubElement(nodes, "node", {"id": node, "label": str(data["label"])})
        _gexf_data(made, "node", data, columns)
        if "x" in data:
            # Programs that draw graphs count upwards.
            place = {"x": f"{data['x']:g}", "y": f"{-float(data['y']):g}", "z": "0"}
            SubElement(made, "viz:position", place)
    edges = SubElement(inside, "edges")
    for number, (start, end, data) in enumerate(graph.edges(data=True), start=1):
        ends = {"id": str(number), "source": start, "target": end, "label": str(data["label"])}
        _gexf_data(SubElement(edges, "edge", ends), "edge", data, columns)
    return _as_bytes(root)


def _gexf_data(
    parent: Xml, domain: str, data: dict[str, Value], columns: dict[tuple[str, str], str]
) -> None:
    values = [(columns[domain, name], value) for name, value in data.items()
              if (domain, name) in columns]  # fmt: skip
    if values:
        made = SubElement(parent, "attvalues")
        for column, value in values:
            SubElement(made, "attvalue", {"for": column, "value": str(value)})


def _columns(graph: ExportGraph) -> Iterator[tuple[str, str, str]]:
    """Yield domain, name and type of each attribute that a node or edge has, in their order."""
    several: tuple[tuple[str, Iterable[dict[str, Value]]], ...] = (
        ("node", (data for _, data in graph.nodes(data=True))),
        ("edge", (data for _, _, data in graph.edges(data=True))),
    )
    for domain, all_data in several:
        names: dict[str, str] = {}
        for data in all_data:
            for name, value in data.items():
                names.setdefault(name, "string" if isinstance(value, str) else "double")
        yield from ((domain, name, kind) for name, kind in names.items())


def token(identity: str) -> str:
    """Return an id as one token of XML (NMTOKEN); different ids give different tokens."""
    readable = {"/": ":", " ": "."}
    return re.sub(
        "[^A-Za-z0-9-]",
        lambda found: readable.get(found[0]) or f"_{ord(found[0]):x}_",
        identity,
    )


def _as_bytes(root: Xml) -> bytes:
    indent(root)
    text = str(tostring(root, "unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
