"""A REFI-QDA project (.qdpx) for NVivo, ATLAS.ti, MAXQDA and the like.

The standard (REFI-QDA 1.5, 2019) is a ZIP archive of one XML file and its sources. A service is a
source whose statements are its lines, coded by element, context, force, matter and need;
quotations are selections in a source of their own; judgements and discussions are notes; the map is
a graph. Ids are made from those of the map, so that equal maps give equal files.
"""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element as Xml
from xml.etree.ElementTree import SubElement, indent, tostring

from activitymap import __version__
from activitymap.export.guids import Guids, common
from activitymap.export.packing import add_file, day_of_export
from activitymap.export.qdpx_graph import QdpxGraph
from activitymap.export.report.blocks import Bullets, Paragraph
from activitymap.export.report.findings import discussion_blocks, judgement_text
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Discussion
from activitymap.model.values import ActivitySystem, Context, Element, Force, Quote, Statement
from activitymap.model.wording import worded

SCHEMA = "urn:QDA-XML:project:1.0"


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
        self._guids = Guids(activity_map)
        self._user = common("user")
        self._day = day_of_export().strftime("%Y-%m-%dT%H:%M:%SZ")
        self.texts: dict[str, str] = {}
        """The text of each source, by its file's name."""

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
        self._add_notes(root)
        self._add_graph(root)
        indent(root)
        text = str(tostring(root, "unicode"))
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()

    # Codes ------------------------------------------------------------------------------------

    def _add_codes(self, root: Xml) -> None:
        codes = SubElement(SubElement(root, "CodeBook"), "Codes")
        for folder, names in (
            ("elements", [(str(one), worded(str(one))) for one in Element]),
            ("contexts", [(str(one), worded(str(one))) for one in Context]),
            ("forces", [(str(one), worded(str(one))) for one in Force]),
            ("matters", [(one.id, one.name) for one in self._map.matters]),
            ("needs", [(one.id, one.text) for one in self._map.needs]),
        ):
            if names:
                parent = self._code(codes, folder, worded(folder), codable=False)
                for identity, name in _apart(names):
                    self._code(parent, identity, name, codable=True)

    def _code(self, parent: Xml, identity: str, name: str, *, codable: bool) -> Xml:
        return SubElement(
            parent,
            "Code",
            {
                "guid": self._guids.code(identity),
                "name": name,
                "isCodable": str(codable).lower(),
            },
        )

    def _coding(self, parent: Xml, what: str, code: str) -> None:
        made = SubElement(
            parent,
            "Coding",
            {
                "guid": self._guids.of(f"coding {what} {code}"),
                "creatingUser": self._user,
                "creationDateTime": self._day,
            },
        )
        SubElement(made, "CodeRef", {"targetGUID": self._guids.code(code)})

    # Sources ----------------------------------------------------------------------------------

    def _add_sources(self, root: Xml) -> None:
        quotes = list(self._quotes())
        if not self._map.systems and not quotes:
            return
        sources = SubElement(root, "Sources")
        for system in self._map.systems:
            self._add_service(sources, system)
        if quotes:
            self._add_quotes(sources, quotes)

    def _source(
        self, parent: Xml, identity: str, name: str, text: str, tag: str = "TextSource"
    ) -> Xml:
        guid = self._guids.of(identity)
        self.texts[guid] = text
        return SubElement(
            parent,
            tag,
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
                "guid": self._guids.of(f"selection {identity}"),
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
            for code in dict.fromkeys([*_codes(one), *needs.get(one.id, ())]):
                self._coding(made, one.id, code)
            self._add_note_refs(made, one.id)
            start = end + 1

    def _quotes(self) -> Iterator[tuple[str, Quote, list[str]]]:
        """Yield every quotation with an id and what it is coded by."""
        for system in self._map.systems:
            for one in system.statements:
                for number, quote in enumerate(one.quotes):
                    yield f"quote {one.id} {number}", quote, _codes(one)
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

    # Notes and the map --------------------------------------------------------------------------

    def _add_notes(self, root: Xml) -> None:
        """Add every judgement and discussion as a note."""
        told = [(one.id, judgement_text(one)) for one in self._map.judgements]
        told += [(one.id, _discussed(one)) for one in self._map.discussions]
        if told:
            notes = SubElement(root, "Notes")
            for identity, text in told:
                self._source(notes, f"note {identity}", text.split("\n")[0][:200], text, "Note")

    def _add_note_refs(self, selection: Xml, identity: str) -> None:
        """Point from a statement to the notes about it."""
        about = [(one.id, one.about) for one in self._map.judgements]
        about += [(one.id, one.about) for one in self._map.discussions]
        for note, ids in about:
            if identity in ids:
                guid = self._guids.of(f"note {note}")
                SubElement(selection, "NoteRef", {"targetGUID": guid})

    def _add_graph(self, root: Xml) -> None:
        name = self._map.title or worded("Activity map")
        fields = {"guid": self._guids.of("graph"), "name": name}
        graph = SubElement(SubElement(root, "Graphs"), "Graph", fields)
        QdpxGraph(graph, self._map, self._guids).write()


def _codes(one: Statement) -> list[str]:
    """Return what a statement is coded by, beside the needs that it serves or hinders."""
    matters = (card.matter for card in one.readings)
    return [str(code) for code in (one.element, one.context, one.force, *matters) if code]


def _discussed(discussion: Discussion) -> str:
    """Return what a group wrote down in a discussion, a line for each thing."""
    lines = [" – ".join(f"“{side.text}”" for side in discussion.sides if side.text)]
    for block in discussion_blocks(discussion):
        match block:
            case Paragraph():
                lines.append(f"{block.label} {block.text}".strip())
            case Bullets():
                lines += [f"• {item}" for item in block.items]
            case _:
                pass
    return "\n".join(lines)


def _apart(names: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield ids with their names; what has the name of another one is numbered."""
    times: Counter[str] = Counter()
    for identity, name in names:
        times[name] += 1
        yield identity, name if times[name] == 1 else f"{name} ({times[name]})"
