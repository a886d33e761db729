"""A REFI-QDA project (.qdpx) for NVivo, ATLAS.ti, MAXQDA and the like.

The standard (REFI-QDA 1.5, 2019) is a ZIP archive of one XML file and its sources. A service is a
source whose statements are its lines, coded by element and matter; quotations are selections in a
source of their own; the map is a graph. Ids are made from those of the map, so that equal maps
give equal files.
"""

import io
import uuid
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element as Xml
from xml.etree.ElementTree import SubElement, indent, tostring

from activitymap import __version__
from activitymap.export.packing import add_file, day_of_export
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.values import ActivitySystem, Element, Quote
from activitymap.model.wording import worded

SCHEMA = "urn:QDA-XML:project:1.0"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "activitymap/refi-qda")
_SIDE = 60
"""Half the width and height of a vertex of the graph."""


def qdpx(activity_map: ActivityMap) -> bytes:
    """Return a map as the bytes of a REFI-QDA project."""
    writer = _Project(activity_map)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        add_file(archive, "project.qde", writer.xml())
        for name, text in writer.texts.items():
            add_file(archive, f"sources/{name}.txt", text.encode())
    return target.getvalue()


class _Project:
    """Collects the parts of a project in the order that its schema has."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._map = activity_map
        self._user = self._guid("user")
        self._day = day_of_export().strftime("%Y-%m-%dT%H:%M:%SZ")
        self.texts: dict[str, str] = {}
        """The text of each source, by its file's name."""

    def _guid(self, identity: str) -> str:
        """Return the id that the standard asks for, always the same for one thing of one map."""
        return str(uuid.uuid5(_SPACE, f"{self._map.title}/{identity}"))

    def xml(self) -> bytes:
        """Return the XML of the project."""
        root = Xml(
            "Project",
            {
                "xmlns": SCHEMA,
                "name": self._map.title or worded("Activity map"),
                "origin": f"Activity Map {__version__}",
                "creatingUserGUID": self._user,
                "creationDateTime": self._day,
            },
        )
        users = SubElement(root, "Users")
        SubElement(users, "User", {"guid": self._user, "name": "Activity Map"})
        self._add_codes(root)
        self._add_sources(root)
        self._add_graph(root)
        indent(root)
        text = str(tostring(root, "unicode"))
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()

    # Codes ------------------------------------------------------------------------------------

    def _add_codes(self, root: Xml) -> None:
        codes = SubElement(SubElement(root, "CodeBook"), "Codes")
        for folder, names in (
            ("elements", [(str(one), worded(str(one))) for one in Element]),
            ("matters", [(one.id, one.name) for one in self._map.matters]),
            ("needs", [(one.id, one.text) for one in self._map.needs]),
        ):
            if names:
                parent = self._code(codes, folder, worded(folder), codable=False)
                for identity, name in names:
                    self._code(parent, identity, name, codable=True)

    def _code(self, parent: Xml, identity: str, name: str, *, codable: bool) -> Xml:
        return SubElement(
            parent,
            "Code",
            {
                "guid": self._guid(f"code {identity}"),
                "name": name,
                "isCodable": str(codable).lower(),
            },
        )

    def _coding(self, parent: Xml, what: str, code: str) -> None:
        made = SubElement(
            parent,
            "Coding",
            {
                "guid": self._guid(f"coding {what} {code}"),
                "creatingUser": self._user,
                "creationDateTime": self._day,
            },
        )
        SubElement(made, "CodeRef", {"targetGUID": self._guid(f"code {code}")})

    # Sources ----------------------------------------------------------------------------------

    def _add_sources(self, root: Xml) -> None:
        if not self._map.systems:
            return
        sources = SubElement(root, "Sources")
        for system in self._map.systems:
            self._add_service(sources, system)
        quotes = list(self._quotes())
        if quotes:
            self._add_quotes(sources, quotes)

    def _source(self, parent: Xml, identity: str, name: str, text: str) -> Xml:
        guid = self._guid(identity)
        self.texts[guid] = text
        return SubElement(
            parent,
            "TextSource",
            {
                "guid": guid,
                "name": name,
                "plainTextPath": f"internal://{guid}.txt",
                "creatingUser": self._user,
                "creationDateTime": self._day,
            },
        )

    def _selection(self, source: Xml, identity: str, name: str, start: int, end: int) -> Xml:
        return SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": self._guid(f"selection {identity}"),
                "name": name[:200],
                "startPosition": str(start),
                "endPosition": str(end),
                "creatingUser": self._user,
                "creationDateTime": self._day,
            },
        )

    def _add_service(self, sources: Xml, system: ActivitySystem) -> None:
        """Add a service as a source: a line for each statement, coded by element and matters."""
        lines = [one.words for one in system.statements]
        source = self._source(sources, system.id, system.name, "\n".join(lines))
        needs: dict[str, list[str]] = {}
        for mark in self._map.need_marks:
            needs.setdefault(mark.statement, []).append(mark.need)
        start = 0
        for one, line in zip(system.statements, lines, strict=True):
            end = start + len(line)
            made = self._selection(source, one.id, line, start, end)
            matters = [card.matter for card in one.readings if card.matter]
            for code in dict.fromkeys([str(one.element), *matters, *needs.get(one.id, ())]):
                self._coding(made, one.id, code)
            start = end + 1

    def _quotes(self) -> Iterator[tuple[str, Quote, list[str]]]:
        """Yield every quotation with an id and what it is coded by."""
        for system in self._map.systems:
            for one in system.statements:
                codes = [str(one.element), *(card.matter for card in one.readings if card.matter)]
                for number, quote in enumerate(one.quotes):
                    yield f"quote {one.id} {number}", quote, codes
        for need in self._map.needs:
            for number, quote in enumerate(need.quotes):
                yield f"quote {need.id} {number}", quote, [need.id]
        matters = {frozenset(one.about): one.matters for one in detect(self._map).contradictions}
        for discussion in self._map.discussions:
            codes = list(matters.get(frozenset(discussion.about), ()))
            for number, quote in enumerate(discussion.quotes):
                yield f"quote {discussion.id} {number}", quote, codes

    def _add_quotes(self, sources: Xml, quotes: list[tuple[str, Quote, list[str]]]) -> None:
        """Add all quotations as one source, each followed by where it comes from."""
        lines, places, start = [], [], 0
        for _, quote, _ in quotes:
            behind = ", ".join(filter(None, (quote.source, quote.date)))
            line = f"{quote.text} ({behind})" if behind else quote.text
            places.append((start, start + len(quote.text)))
            lines.append(line)
            start += len(line) + 1
        source = self._source(sources, "quotations", worded("Quotations"), "\n".join(lines))
        for (identity, quote, codes), (first, last) in zip(quotes, places, strict=True):
            made = self._selection(source, identity, quote.text or identity, first, last)
            for code in dict.fromkeys(codes):
                self._coding(made, identity, code)

    # The map ----------------------------------------------------------------------------------

    def _add_graph(self, root: Xml) -> None:
        if not self._map.systems:
            return
        graph = SubElement(
            SubElement(root, "Graphs"),
            "Graph",
            {"guid": self._guid("graph"), "name": self._map.title or worded("Activity map")},
        )
        for number, system in enumerate(self._map.systems):
            place = system.place
            x, y = (place.x, place.y) if place else (number * 4.0 * _SIDE, 0.0)
            self._vertex(graph, system.id, system.name, x, y, self._guid(system.id))
        for number, shared in enumerate(self._map.shared_objects):
            place = shared.place
            x, y = (place.x, place.y) if place else (number * 4.0 * _SIDE, 6.0 * _SIDE)
            self._vertex(graph, shared.id, shared.name, x, y)
        for shared in self._map.shared_objects:
            for system_id in shared.systems:
                self._edge(graph, system_id, shared.id, worded("works on"), "OneWay")
        for link in self._map.links:
            self._edge(graph, link.source, link.target, worded(str(link.kind)), "OneWay", link.id)
        found: dict[frozenset[str], int] = {}
        for one in detect(self._map).contradictions:
            systems = frozenset(side.system for side in one.sides if side.system)
            if len(systems) == 2:
                found[systems] = found.get(systems, 0) + 1
        order = [system.id for system in self._map.systems]
        for pair, count in found.items():
            one_id, other = sorted(pair, key=order.index)
            name = worded("{count} contradictions", count=count)
            self._edge(graph, one_id, other, name, "Bidirectional", "contradictions")

    def _vertex(
        self, graph: Xml, identity: str, name: str, x: float, y: float, shows: str = ""
    ) -> None:
        fields = {
            "guid": self._guid(f"vertex {identity}"),
            "name": name,
            "firstX": str(round(x) - _SIDE),
            "firstY": str(round(y) - _SIDE),
            "secondX": str(round(x) + _SIDE),
            "secondY": str(round(y) + _SIDE),
        }
        if shows:
            fields["representedGUID"] = shows
        SubElement(graph, "Vertex", fields)

    def _edge(
        self, graph: Xml, one: str, other: str, name: str, direction: str, kind: str = ""
    ) -> None:
        SubElement(
            graph,
            "Edge",
            {
                "guid": self._guid(f"edge {one} {other} {kind}"),
                "name": name,
                "sourceVertex": self._guid(f"vertex {one}"),
                "targetVertex": self._guid(f"vertex {other}"),
                "direction": direction,
            },
        )
