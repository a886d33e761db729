"""The map as a graph of a REFI-QDA project: vertices that show codes, sources and selections."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element as Xml
from xml.etree.ElementTree import SubElement

from activitymap.export.guids import Guids
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.graph import graph_of
from activitymap.model.values import Element
from activitymap.model.wording import worded

_SIDE = 60
"""Half the width and height of a vertex."""
_STEP = 160
"""From one vertex to the next."""
_SERVICE = 12 * _STEP
"""From one service to the next, where the map has no place for it."""
_SPREAD = 3.0
"""How much further than on the map services lie apart: a graph needs room for statements."""
_CORNERS = {
    Element.TOOLS: (0, -3),
    Element.SUBJECT: (-3, -1),
    Element.OBJECT: (3, -1),
    Element.OUTCOME: (5, -1),
    Element.RULES: (-4, 2),
    Element.COMMUNITY: (0, 2),
    Element.DIVISION_OF_LABOUR: (4, 2),
}
"""Where the elements lie about their service, in steps."""
_SHAPES = {"system": "RoundedRectangle", "matter": "Oval", "need": "Oval", "shared object": "Oval"}

Place = tuple[float, float]


class QdpxGraph:
    """Writes the vertices and edges of one map."""

    def __init__(self, graph: Xml, activity_map: ActivityMap, guids: Guids) -> None:
        self._xml, self._map, self._guids = graph, activity_map, guids
        self._found = detect(activity_map).contradictions
        self._known: set[str] = set()

    def write(self) -> None:
        """Add all vertices, and then all edges, as the schema has them."""
        source = graph_of(self._map)
        places = dict(self._places())
        below = max((y for _, y in places.values()), default=0.0) + 3 * _STEP
        rows: dict[str, int] = {}
        for node, data in source.nodes(data=True):
            kind = str(data["kind"])
            if node not in places:
                places[node] = rows.get(kind, 0) * 2.0 * _STEP, below + len(rows) * _STEP
                rows[kind] = rows.get(kind, 0) + 1
            shows = self._shown(node, kind)
            name = worded(data["label"]) if kind == "element" else str(data["label"])
            self._vertex(node, name, places[node], _SHAPES.get(kind, "Rectangle"), shows)
        below += (len(rows) + 2) * _STEP
        for number, one in enumerate(self._found):
            self._vertex(_name(one), one.told, (number * 2.0 * _STEP, below), "Star")
            for side in one.sides:
                # An element without statements, at which a drawn contradiction ends.
                self._vertex(side.id, side.text, (number * 2.0 * _STEP, below + _STEP), "Rectangle")
        for start, end, key, data in source.edges(keys=True, data=True):
            self._edge(start, end, f"{key}", worded(str(data["by"])), "OneWay")
        for one in self._found:
            for side in one.sides:
                self._edge(_name(one), side.id, "", worded(str(one.kind)), "Associative")

    def _places(self) -> Iterator[tuple[str, Place]]:
        """Yield where services, their elements and statements stand."""
        for number, system in enumerate(self._map.systems):
            place = system.place
            x = place.x * _SPREAD if place else float(number * _SERVICE)
            y = place.y * _SPREAD if place else 0.0
            yield system.id, (x, y)
            rows = dict.fromkeys(Element, 0)
            for one in system.statements:
                across, down = _CORNERS[one.element]
                left, top = x + across * _STEP, y + down * _STEP
                yield f"{system.id}/{one.element}", (left, top)
                rows[one.element] += 1
                yield one.id, (left, top + rows[one.element] * _STEP)
        for shared in self._map.shared_objects:
            if shared.place:
                yield shared.id, (shared.place.x * _SPREAD, shared.place.y * _SPREAD)

    def _shown(self, node: str, kind: str) -> str:
        """Return the id of the code, source or selection that a vertex stands for, or ``""``."""
        if kind == "system":
            return self._guids.of(node)
        if kind == "statement":
            return self._guids.of(f"selection {node}")
        if kind == "element":
            return self._guids.code(node.rpartition("/")[2])
        return self._guids.code(node) if kind in {"matter", "need"} else ""

    def _vertex(self, identity: str, name: str, place: Place, shape: str, shows: str = "") -> None:
        if identity in self._known:
            return
        self._known.add(identity)
        x, y = map(round, place)
        fields = {
            "guid": self._guids.of(f"vertex {identity}"),
            "name": name,
            "firstX": str(x - _SIDE),
            "firstY": str(y - _SIDE),
            "secondX": str(x + _SIDE),
            "secondY": str(y + _SIDE),
            "shape": shape,
        }
        if shows:
            fields["representedGUID"] = shows
        SubElement(self._xml, "Vertex", fields)

    def _edge(self, one: str, other: str, key: str, name: str, direction: str) -> None:
        SubElement(
            self._xml,
            "Edge",
            {
                "guid": self._guids.of(f"edge {one} {other} {key}"),
                "name": name,
                "sourceVertex": self._guids.of(f"vertex {one}"),
                "targetVertex": self._guids.of(f"vertex {other}"),
                "direction": direction,
            },
        )


def _name(one: Contradiction) -> str:
    """Return what tells a contradiction from all others, and stays when the map goes on."""
    return " ".join((one.rule, *one.about))
