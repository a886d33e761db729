"""What the rows of a spreadsheet point at: services and matters by name, anything by its id."""

from collections.abc import Iterable

from activitymap.errors import ReadingError
from activitymap.model.storage.sheet_cells import Entry, choice
from activitymap.model.text import fold
from activitymap.model.values import Matter, MatterKind

LONGEST_ID = 200
MOST_TOLD = 5
"""Rows that one notice lists."""


class Ids:
    """Gives every thing its id: the one in its row, or the next number through the whole file."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.given = {entry["id"] for entry in entries} - {""}
        """The ids that the file itself states; only these can be pointed at."""
        self.last_number = max(map(_number, self.given), default=0)
        self._taken: set[str] = set()
        self._again: list[int] = []

    def new(self, prefix: str) -> str:
        """Return an id that nothing has yet."""
        self.last_number += 1
        return f"{prefix}-{self.last_number}"

    def of(self, entry: Entry, prefix: str) -> str:
        """Return the id of what a row makes: its own, unless something else has it already."""
        identity = entry["id"]
        if len(identity) > LONGEST_ID:
            raise ReadingError(f"column id: an id has at most {LONGEST_ID} characters.")
        if not identity:
            return self.new(prefix)
        if identity in self._taken:
            self._again.append(entry.number)
            return self.new(prefix)
        self._taken.add(identity)
        return identity

    def notice(self) -> str:
        """Return what the person should know about ids that came twice, or ``""``."""
        if not self._again:
            return ""
        rows = ", ".join(map(str, self._again[:MOST_TOLD]))
        more = ", …" if len(self._again) > MOST_TOLD else ""
        return (
            "The same id stands in several rows that say different things; each became a thing of "
            f"its own (rows {rows}{more})."
        )


class Register:
    """Things of one kind that a cell names by their name or by an id of the file."""

    def __init__(self, ids: Ids, prefix: str) -> None:
        self._ids, self._prefix = ids, prefix
        self.names: dict[str, str] = {}
        """The name of each thing by its id, in order."""
        self._by_name: dict[str, str] = {}

    def declare(self, entry: Entry, name: str) -> str:
        """Return the id of the thing that a row of its own names."""
        if entry["id"] in self.names:
            return entry["id"]
        if not entry["id"] and fold(name) in self._by_name:
            return self._by_name[fold(name)]
        return self._add(self._ids.of(entry, self._prefix), name)

    def find(self, cell: str) -> str:
        """Return the id of what a cell names; it may be new."""
        if cell in self.names and cell in self._ids.given:
            return cell
        known = self._by_name.get(fold(cell))
        return known or self._add(self._ids.new(self._prefix), cell)

    def _add(self, identity: str, name: str) -> str:
        self.names[identity] = name
        self._by_name.setdefault(fold(name), identity)
        return identity


class SheetNames:
    """The services and matters of a spreadsheet, and the ids of everything in it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.ids = Ids(entries)
        self.services = Register(self.ids, "system")
        self._matters = Register(self.ids, "matter")
        self._kinds: dict[str, tuple[MatterKind, int]] = {}
        """Of which kind a matter is, and the row that says so."""

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All matters, those with a row of their own first."""
        joint = (MatterKind.JOINT, 0)
        return tuple(
            Matter(id=identity, name=name, kind=self._kinds.get(identity, joint)[0])
            for identity, name in self._matters.names.items()
        )

    def declare_service(self, entry: Entry) -> None:
        """Read the row of a service."""
        self.services.declare(entry, entry["service"])

    def declare_matter(self, entry: Entry) -> None:
        """Read the row of a matter."""
        identity = self._matters.declare(entry, entry["statement"] or entry["matter"])
        self._read_kind(entry, identity)

    def service(self, entry: Entry, column: str = "service") -> str:
        """Return the id of the service that a cell names; it may be new.

        Raises:
            ReadingError: the cell is empty.
        """
        if not entry[column]:
            what = "service" if column == "service" else f"service in the column {column}"
            raise ReadingError(
                f"the {what} is missing. Fill in the service in every row, also where it is the "
                "same as above."
            )
        return self.services.find(entry[column])

    def matter(self, entry: Entry, column: str = "matter") -> str | None:
        """Return the id of the matter that a cell names; it may be new. None for an empty cell.

        Raises:
            ReadingError: the row says another kind of it than a row before.
        """
        if not entry[column]:
            return None
        identity = self._matters.find(entry[column])
        if column == "matter":
            self._read_kind(entry, identity)
        return identity

    def _read_kind(self, entry: Entry, identity: str) -> None:
        kind: MatterKind | None = choice(entry, "matter kind")
        if kind is None:
            return
        known, row = self._kinds.setdefault(identity, (kind, entry.number))
        if known is not kind:
            raise ReadingError(
                f"the matter “{self._matters.names[identity]}” is {kind} here, but {known} in row "
                f"{row}. Write the same in both."
            )


def _number(identity: str) -> int:
    prefix, _, digits = identity.rpartition("-")
    return int(digits) if prefix and digits.isascii() and digits.isdigit() else 0
