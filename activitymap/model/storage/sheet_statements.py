"""The rows of a spreadsheet in which services say something."""

from activitymap.errors import ReadingError
from activitymap.model.reading import Reading
from activitymap.model.storage.sheet_cells import Entry, choice, quotes, slots, yes
from activitymap.model.storage.sheet_names import SheetNames
from activitymap.model.text import fold
from activitymap.model.values import ActivitySystem, Element, State, Statement

COLOURS = 8


class SheetStatements:
    """Collects statements row by row; a statement may go on in further rows."""

    def __init__(self, names: SheetNames) -> None:
        self._names = names
        self._said: dict[str, list[Statement]] = {}
        """The statements of each service, by its id."""
        self._places: dict[str, tuple[str, int]] = {}
        """Where each statement stands: its service and its place there."""
        self._last = ""

    def systems(self) -> tuple[ActivitySystem, ...]:
        """Return all services with what they say."""
        return tuple(
            ActivitySystem(
                id=identity,
                name=name,
                colour=number % COLOURS,
                statements=tuple(self._said.get(identity, ())),
            )
            for number, (identity, name) in enumerate(self._names.services.names.items())
        )

    def add(self, entry: Entry, where: Element) -> str | None:
        """Read a row; return the id of its statement, or none for a row that says nothing.

        Raises:
            ReadingError: a cell cannot be understood, or there is a card without a statement.
        """
        service = self._names.service(entry)
        state = choice(entry, "state") or State.PRESENT
        if not entry["statement"] and state is State.PRESENT and not entry["id"]:
            if entry.has_card:
                raise ReadingError("there is a card but no statement. Write the statement.")
            return None
        reading = self._reading(entry)
        cards = (reading,) if reading else ()
        earlier = self._earlier(entry, service, where, reading)
        if earlier:
            _, place = self._places[earlier]
            one = self._said[service][place]
            self._said[service][place] = one.but(
                readings=(*one.readings, *cards), quotes=(*one.quotes, *quotes(entry))
            )
            return earlier
        made = Statement(
            id=self._names.ids.of(entry, "statement"),
            element=where,
            text=entry["statement"],
            state=state,
            readings=cards,
            context=choice(entry, "context"),
            force=choice(entry, "force"),
            quotes=quotes(entry),
        )
        several = self._said.setdefault(service, [])
        self._places[made.id] = service, len(several)
        several.append(made)
        self._last = made.id
        return made.id

    def _earlier(
        self, entry: Entry, service: str, where: Element, reading: Reading | None
    ) -> str | None:
        """Return the id of the statement that a row goes on with, if it does.

        A row with an id goes on with the statement of that id; one without goes on with the
        statement above it, if it brings a further card or nothing but evidence.
        """
        identity = entry["id"] or self._last
        home, place = self._places.get(identity, ("", 0))
        if home != service:
            return None
        one = self._said[service][place]
        if (one.element, fold(one.text)) != (where, fold(entry["statement"])):
            return None
        if entry["id"]:
            return identity
        goes_on = bool(one.readings) if reading else bool(quotes(entry))
        return identity if one.text and goes_on else None

    def _reading(self, entry: Entry) -> Reading | None:
        if not entry.has_card:
            return None
        return Reading(
            matter=self._names.matter(entry), confirmed=yes(entry, "confirmed"), **slots(entry)
        )
