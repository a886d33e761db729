"""The rows of a spreadsheet that join things: shared objects, links, needs, related matters."""

from activitymap.errors import ReadingError
from activitymap.model.storage.sheet_cells import Entry, choice, quotes, relation, yes
from activitymap.model.storage.sheet_columns import RELATIONS, RowKind
from activitymap.model.storage.sheet_names import SheetNames
from activitymap.model.text import fold
from activitymap.model.values import (
    Bearing,
    Link,
    MapWords,
    Need,
    NeedMark,
    Quote,
    RelatedMatters,
    SharedObject,
    State,
)

SHARED_NAME = "What they work on together"
MOST_JOINED = 12
"""Services that are joined by themselves where the file says nothing of how they are."""


class SheetJoining:
    """Collects what joins services, matters, statements and needs."""

    def __init__(self, names: SheetNames) -> None:
        self._names = names
        self._needs: dict[str, Need] = {}
        self._last_need = ""
        self.links: list[Link] = []
        self.related: list[RelatedMatters] = []
        self.words: list[MapWords] = []
        self._shared: dict[str, tuple[str, list[str]]] = {}
        """Name and members of each shared object, by its id."""
        self._shared_names: dict[str, str] = {}
        """The first shared object of each name."""
        self._said_of_sharing = False
        self._bearings: list[tuple[str, Bearing, Entry]] = []

    # Shared objects -----------------------------------------------------------------------------

    def share(self, entry: Entry) -> None:
        """Read a row that says what a service works on with others.

        Raises:
            ReadingError: it has no name.
        """
        self._said_of_sharing = True
        name = entry["statement"]
        if not name and choice(entry, "state") is State.MISSING:
            return
        if not name and not entry["id"]:
            raise ReadingError("a shared object needs a name in the column statement.")
        members = self._shared_by(entry, name)
        if entry["service"] or not entry["id"]:
            service = self._names.service(entry)
            if service not in members:
                members.append(service)

    def _shared_by(self, entry: Entry, name: str) -> list[str]:
        """Return those who share what a row names, to be added to."""
        identity = entry["id"] or self._shared_names.get(fold(name), "")
        known, members = self._shared.get(identity, ("", None))
        if members is None or fold(known) != fold(name):
            members = []
            identity = self._names.ids.of(entry, "shared-object")
            self._shared[identity] = (name, members)
            self._shared_names.setdefault(fold(name), identity)
        return members

    def shared_objects(self) -> tuple[SharedObject, ...]:
        """Return the shared objects; one for all where nothing says how they are joined."""
        services = tuple(self._names.services.names)
        if not self._is_silent() or not 2 <= len(services) <= MOST_JOINED:
            return tuple(
                SharedObject(id=identity, name=name, systems=tuple(members))
                for identity, (name, members) in self._shared.items()
            )
        made = SharedObject(
            id=self._names.ids.new("shared-object"), name=SHARED_NAME, systems=services
        )
        return (made,)

    def notice(self) -> str:
        """Return what the person should know about how the services are joined, or ``""``."""
        count = len(self._names.services.names)
        if not self._is_silent() or count <= MOST_JOINED:
            return ""
        return (
            f"The {count} services are not linked, so nothing is compared between them. To link "
            "some, add a row for each with the element “shared object” and the same name as "
            "statement."
        )

    def _is_silent(self) -> bool:
        return not self._said_of_sharing and not self.links

    # Rows with a relation -----------------------------------------------------------------------

    def relate(self, entry: Entry, kind: RowKind) -> None:
        """Read a row that relates two services, matters or words.

        Raises:
            ReadingError: one of the two, or how they are related, is missing or not understood.
        """
        how = relation(entry, RELATIONS[kind])
        if kind is RowKind.LINK:
            source, target = self._names.service(entry), self._names.service(entry, "to")
            _are_two(source, target, "link leads from a service")
            identity = self._names.ids.of(entry, "link")
            label = entry["statement"]
            self.links.append(
                Link(id=identity, kind=how, source=source, target=target, label=label)
            )
        elif kind is RowKind.RELATED:
            one, other = self._names.matter(entry), self._names.matter(entry, "to")
            if one is None or other is None:
                raise ReadingError("related matters stand in the columns matter and to.")
            _are_two(one, other, "relation leads from a matter")
            self.related.append(RelatedMatters(relation=how, matters=(one, other)))
        else:
            self.words.append(MapWords(kind=how, one=entry["statement"], other=entry["to"]))

    # Needs --------------------------------------------------------------------------------------

    def need(self, entry: Entry) -> None:
        """Read a row that says what is needed, or a further quotation of a need.

        Raises:
            ReadingError: nothing is told in it.
        """
        if not entry["statement"] and not entry["id"]:
            raise ReadingError("a need is told in the column statement; this one is empty.")
        earlier = self._earlier(entry)
        if earlier is not None:
            self._needs[earlier.id] = earlier.but(quotes=(*earlier.quotes, *quotes(entry)))
            return
        made = Need(
            id=self._names.ids.of(entry, "need"),
            text=entry["statement"],
            whose=entry["service"],
            source=entry["source"],
            date=entry["date"],
            basis=choice(entry, "how sure"),
            matter=self._names.matter(entry),
            quotes=(Quote(text=entry["quote"]),) if entry["quote"] else (),
            reviewed=yes(entry, "gone through"),
        )
        self._needs[made.id] = made
        self._last_need = made.id

    def _earlier(self, entry: Entry) -> Need | None:
        """Return the need that a row brings a further quotation of, if it does."""
        one = self._needs.get(entry["id"] or self._last_need)
        if one is None or (one.whose, one.text) != (entry["service"], entry["statement"]):
            return None
        return one if entry["id"] or _only_evidence(entry) else None

    @property
    def needs(self) -> tuple[Need, ...]:
        """All needs in the order of their rows."""
        return tuple(self._needs.values())

    def bear(self, entry: Entry, statement: str) -> None:
        """Keep which needs a statement serves and hinders, until all needs are known."""
        for bearing in Bearing:
            if entry[bearing]:
                self._bearings.append((statement, bearing, entry))

    def need_marks(self) -> tuple[NeedMark, ...]:
        """Return which statements serve and hinder which needs.

        Raises:
            ReadingError: a cell names no need of the file; the sentence names the row.
        """
        known = {fold(need.text): need.id for need in reversed(self.needs)}
        known |= {need.id: need.id for need in self.needs if need.id in self._names.ids.given}
        made: dict[NeedMark, None] = {}
        for statement, bearing, entry in self._bearings:
            for name in _several(entry[bearing], known):
                need = known.get(name) or known.get(fold(name))
                if need is None:
                    raise ReadingError(
                        f"row {entry.number}: column {bearing}: there is no need “{name}”. Write "
                        "it as in the row of the need."
                    )
                made[NeedMark(statement=statement, need=need, bearing=bearing)] = None
        return tuple(made)


def _several(cell: str, known: dict[str, str]) -> list[str]:
    """Return the names in a cell; a need may have a semicolon in its own words."""
    if cell in known or fold(cell) in known:
        return [cell]
    return [part for each in cell.split(";") if (part := each.strip())]


def _only_evidence(entry: Entry) -> bool:
    return bool(entry["quote"]) and not any(
        entry[name] for name in ("matter", "how sure", "gone through")
    )


def _are_two(one: str, other: str, what: str) -> None:
    if one == other:
        raise ReadingError(f"a {what} to itself. Name another one in the column to.")
