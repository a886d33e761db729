"""The values of the map: services as activity systems, what joins them, and what is said.

The words are those of activity theory (Engeström 1987, *Learning by Expanding*); the interface
says "service" for an activity system.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import FailFast, Field

from activitymap.model.base import Id, Value
from activitymap.model.reading import Reading
from activitymap.model.wording import worded


class Element(StrEnum):
    """A corner or side of the activity-system triangle, and the outcome that leaves it."""

    SUBJECT = "subject"
    TOOLS = "tools"
    OBJECT = "object"
    OUTCOME = "outcome"
    RULES = "rules"
    COMMUNITY = "community"
    DIVISION_OF_LABOUR = "division of labour"


class State(StrEnum):
    """Whether a statement says something, or that there is nothing, or that nobody knows."""

    PRESENT = "present"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Context(StrEnum):
    """The co-existing levels of context a statement belongs to; a tag, not a hierarchy."""

    MACRO = "macro"
    MESO = "meso"
    MICRO = "micro"
    CLIENTS = "clients"


class Force(StrEnum):
    """Whether a statement helps or hinders those who work under it."""

    ENABLING = "enabling"
    CONSTRAINING = "constraining"


class Quote(Value):
    """A short quotation as evidence, with where and when it was said."""

    text: str
    source: str = ""
    date: str = ""


class Statement(Value):
    """One short text in an element, with a card for each thing that it says."""

    id: Id
    element: Element
    text: str = ""
    state: State = State.PRESENT
    readings: Annotated[tuple[Reading, ...], FailFast()] = ()
    context: Context | None = None
    force: Force | None = None
    quotes: Annotated[tuple[Quote, ...], FailFast()] = ()

    @property
    def words(self) -> str:
        """The text as people read it: what is missing or not known says so before its text."""
        return ": ".join(filter(None, (_state_words(self.state), self.text)))


_STATE_WORDS = {State.MISSING: "none", State.UNKNOWN: "not known"}


def _state_words(state: State) -> str:
    return "" if state is State.PRESENT else worded(_STATE_WORDS[state])


Coordinate = Annotated[float, Field(ge=-1e7, le=1e7)]


class Place(Value):
    """Where a thing lies on the canvas: its centre in units of 1/96 inch, y downwards."""

    x: Coordinate
    y: Coordinate


class ActivitySystem(Value):
    """A service, or the family, drawn as one triangle.

    ``place`` is ``None`` until it is put somewhere; the drawing then finds it a place.
    ``mirrored`` systems face left. ``scale`` enlarges the triangle, not its text.
    """

    id: Id
    name: str
    colour: Annotated[int, Field(ge=0, le=7)] = 0
    place: Place | None = None
    mirrored: bool = False
    scale: Annotated[float, Field(ge=0.5, le=4.0)] = 1.0
    statements: Annotated[tuple[Statement, ...], FailFast()] = ()


class SharedObject(Value):
    """What two or more systems work on together (Engeström's "object 3")."""

    id: Id
    name: str
    systems: Annotated[tuple[Id, ...], FailFast()] = ()
    place: Place | None = None


class LinkKind(StrEnum):
    """How the source of a link is a neighbour activity of its target."""

    PRODUCES_TOOL = "produces a tool for"
    PRODUCES_SUBJECT = "produces a subject for"
    PRODUCES_RULE = "produces a rule for"
    USES_OUTCOME = "uses the outcome of"
    NEWER_FORM = "is a newer form of"


class Link(Value):
    """A neighbour activity: ``source`` does for, uses of, or is newer than ``target``."""

    id: Id
    kind: LinkKind
    source: Id
    target: Id
    label: str = ""


class MatterKind(StrEnum):
    """Whether the services meet in a matter or everyone has their own."""

    JOINT = "joint"
    OWN = "own"


class Matter(Value):
    """What statements are about; ``own`` matters never clash between services."""

    id: Id
    name: str
    kind: MatterKind = MatterKind.JOINT


class MatterRelation(StrEnum):
    """How two matters bear on each other."""

    RELATED = "related"
    COST = "cost one another"


class RelatedMatters(Value):
    """Two matters declared to be related, or to cost one another."""

    relation: MatterRelation
    matters: tuple[Id, Id]


class Basis(StrEnum):
    """How a group knows of a need: a need is a claim, and no trump card."""

    SAID = "said by them"
    REPORTED = "reported"
    ASSUMED = "assumed"


class Need(Value):
    """What the child or family needs, in whose words, from which source, and how sure that is.

    ``reviewed`` says that the group has gone through the services for it, so that a need which no
    object serves is a finding and not an omission.
    """

    id: Id
    text: str
    whose: str = ""
    source: str = ""
    date: str = ""
    basis: Basis | None = None
    matter: Id | None = None
    quotes: Annotated[tuple[Quote, ...], FailFast()] = ()
    reviewed: bool = False


class WordsKind(StrEnum):
    """How a map relates two words or phrases of its own."""

    SAME = "mean the same"
    OPPOSITE = "are opposites"
    ABBREVIATION = "stands for"


class MapWords(Value):
    """Two words or phrases that a group relates; of an abbreviation ``one`` is the short form."""

    kind: WordsKind
    one: str
    other: str


class PersonName(Value):
    """A name that stands for somebody, and what is shown ``instead`` of it, or ``""``."""

    name: Annotated[str, Field(min_length=1)]
    instead: str = ""


class Bearing(StrEnum):
    """How a statement bears on a need."""

    SERVES = "serves"
    HINDERS = "hinders"


class NeedMark(Value):
    """A statement marked as serving or hindering a need."""

    statement: Id
    need: Id
    bearing: Bearing
