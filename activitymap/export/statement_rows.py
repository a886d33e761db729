"""The rows of a map for the import: what services say, what joins them, and what a row leaves out.

Every thing has its id, so that two of one name stay two. Rows point at things by their name where
no other thing has it, and by the id where one does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from activitymap.model.activity_map import ActivityMap
from activitymap.model.reading import Reading, slot_text
from activitymap.model.storage.sheet_columns import CARD, COLUMNS, YES, RowKind
from activitymap.model.text import fold
from activitymap.model.values import Bearing, MatterKind, Quote, State, Statement
from activitymap.model.wording import worded

Row = tuple[str, ...]
Cells = dict[str, str]


def statement_rows(activity_map: ActivityMap) -> tuple[Row, ...]:
    """Return the rows of a map in the columns of the import.

    A statement with several cards or quotes has a row for each.
    """
    return tuple(
        tuple(cells.get(column, "") for column in COLUMNS)
        for cells in _Rows(activity_map).everything()
    )


def not_in_rows(activity_map: ActivityMap) -> str:
    """Return a sentence about what of a map no row holds, or ``""``."""
    parts = {
        worded("where services stand and how they look"): any(
            one.place or one.mirrored or one.scale != 1.0 for one in activity_map.systems
        )
        or any(one.place for one in activity_map.shared_objects),
        worded("drawn contradictions"): activity_map.drawn,
        worded("judgements"): activity_map.judgements,
        worded("discussions"): activity_map.discussions,
        worded("versions"): activity_map.versions,
        worded("names of people"): activity_map.names or activity_map.not_names,
    }
    left = [words for words, found in parts.items() if found]
    if not left:
        return ""
    return worded(
        "A table of statements, read in again, holds nothing of these: {parts}. "
        "Keep the map's own file too.",
        parts=", ".join(left),
    )


class _Rows:
    """Writes the rows of one map; knows how each thing is pointed at."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._map = activity_map
        self._services = _pointers((one.id, one.name) for one in activity_map.systems)
        self._matters = _pointers((one.id, one.name) for one in activity_map.matters)
        self._needs = _pointers((one.id, one.text) for one in activity_map.needs)
        # In a cell that names several, a semicolon stands between them.
        self._needs |= {one: one for one, text in self._needs.items() if ";" in text}
        self._kinds = {one.id: one.kind for one in activity_map.matters}

    def everything(self) -> Iterator[Cells]:
        """Yield what services say first, and then what joins it."""
        for system in self._map.systems:
            yield {"service": system.name, "element": RowKind.SERVICE, "id": system.id}
            for one in system.statements:
                yield from self._statement(self._services[system.id], one)
        yield from self._shared_objects()
        yield from self._links()
        yield from self._needs_in_words()
        yield from self._matters_by_name()
        for words in self._map.words:
            yield {
                "element": RowKind.WORDS,
                "statement": words.one,
                "relation": words.kind,
                "to": words.other,
            }
        for rule in self._map.rules_off:
            yield {"element": RowKind.RULE_OFF, "statement": rule}
        yield {"element": RowKind.TITLE, "statement": self._map.title}

    def _statement(self, service: str, one: Statement) -> Iterator[Cells]:
        same = {"service": service, "element": one.element, "statement": one.text, "id": one.id}
        first: Cells = {
            "state": "" if one.state is State.PRESENT else one.state,
            "context": one.context or "",
            "force": one.force or "",
        }
        first |= {str(bearing): self._borne(one.id, bearing) for bearing in Bearing}
        cards = [cells for card in one.readings if (cells := self._card(card))]
        quotes = [_quote(quote) for quote in one.quotes]
        yield {**same, **first, **(cards[0] if cards else {}), **(quotes[0] if quotes else {})}
        for card, quote in zip_longest(cards[1:], quotes[1:]):
            yield {**same, **(card or {}), **(quote or {})}

    def _borne(self, statement: str, bearing: Bearing) -> str:
        return "; ".join(
            self._needs[mark.need]
            for mark in self._map.need_marks
            if mark.statement == statement and mark.bearing is bearing
        )

    def _card(self, card: Reading) -> Cells:
        """Return the cells of a card; one that says nothing has none."""
        cells = {name: slot_text(card, name.replace(" ", "_")) for name in CARD}
        cells["confirmed"] = YES if card.confirmed else ""
        if card.matter is not None:
            kind = self._kinds[card.matter]
            cells["matter"] = self._matters[card.matter]
            cells["matter kind"] = "" if kind is MatterKind.JOINT else kind
        return cells if any(cells.values()) else {}

    def _shared_objects(self) -> Iterator[Cells]:
        for shared in self._map.shared_objects:
            cells = {"element": RowKind.SHARED_OBJECT, "statement": shared.name, "id": shared.id}
            yield from ({"service": self._services[one], **cells} for one in shared.systems)
            if not shared.systems:
                yield cells
        if not self._map.shared_objects and len(self._map.systems) > 1:
            # Without a word on it, the import joins a few services by itself.
            yield {"element": RowKind.SHARED_OBJECT, "state": State.MISSING}

    def _links(self) -> Iterator[Cells]:
        for link in self._map.links:
            yield {
                "service": self._services[link.source],
                "element": RowKind.LINK,
                "statement": link.label,
                "relation": link.kind,
                "to": self._services[link.target],
                "id": link.id,
            }

    def _needs_in_words(self) -> Iterator[Cells]:
        for need in self._map.needs:
            same = {
                "service": need.whose,
                "element": RowKind.NEED,
                "statement": need.text,
                "id": need.id,
            }
            yield {
                **same,
                "matter": self._matters[need.matter] if need.matter else "",
                "source": need.source,
                "date": need.date,
                "how sure": need.basis or "",
                "gone through": YES if need.reviewed else "",
            }
            yield from ({**same, **_quote(quote)} for quote in need.quotes)

    def _matters_by_name(self) -> Iterator[Cells]:
        for matter in self._map.matters:
            yield {
                "element": RowKind.MATTER,
                "statement": matter.name,
                "matter kind": matter.kind,
                "id": matter.id,
            }
        for related in self._map.related_matters:
            one, other = related.matters
            yield {
                "element": RowKind.RELATED,
                "matter": self._matters[one],
                "relation": related.relation,
                "to": self._matters[other],
            }


def _quote(quote: Quote) -> Cells:
    return {"quote": quote.text, "source": quote.source, "date": quote.date}


def _pointers(named: Iterable[tuple[str, str]]) -> Cells:
    """Return what stands for each thing in a cell, by its id: its name if that is its alone."""
    names = dict(named)
    times = Counter(map(fold, names.values()))
    return {
        identity: name if name and times[fold(name)] == 1 and name not in names else identity
        for identity, name in names.items()
    }
