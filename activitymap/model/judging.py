"""What a group makes of contradictions: its judgements, and contradictions that it draws itself.

A judgement outlives what it was about: its grounds keep the texts, so that the trail of all
judgements can be told even where a statement, a rule or a whole service is gone.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from activitymap.model.base import Id, Value
from activitymap.model.values import Element
from activitymap.model.wording import worded


class Level(StrEnum):
    """Where a contradiction lies: in an element, between two, to a newer form, to a neighbour."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    QUATERNARY = "quaternary"


class Kind(StrEnum):
    """How sharply two statements pull apart."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    GAP = "gap"


class Status(StrEnum):
    """What the group has made of a contradiction so far."""

    CANDIDATE = "candidate"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    RESOLVED = "resolved"


class Answer(StrEnum):
    """What a group says of a pair in a quick round (one key each)."""

    TOGETHER = "together"
    APART = "apart"
    DEPENDS = "depends"
    NOT_THE_SAME = "not the same matter"


class Showing(StrEnum):
    """How a contradiction shows itself in what people say.

    Noted by a researcher and never inferred: a contradiction is not observed directly, only its
    discursive manifestations are (Engeström and Sannino 2011).
    """

    DILEMMA = "dilemma"
    CONFLICT = "conflict"
    CRITICAL_CONFLICT = "critical conflict"
    DOUBLE_BIND = "double bind"


class Hands(Value):
    """A show of hands: how many agree, are unsure, disagree."""

    agree: Annotated[int, Field(ge=0, le=100_000)] = 0
    unsure: Annotated[int, Field(ge=0, le=100_000)] = 0
    disagree: Annotated[int, Field(ge=0, le=100_000)] = 0


Basis = tuple[str, tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]]


class Ground(Value):
    """Why a contradiction was found: the rule and, for each side, the words and slots it used.

    ``kind`` and ``level`` are as it was found, whatever the group says; ``words`` what the group
    called a contradiction that it drew.
    """

    rule: str
    sides: tuple["GroundSide", ...]
    kind: Kind | None = None
    level: Level | None = None
    words: str = ""

    @property
    def basis(self) -> Basis:
        """What a judgement stands on: it comes back when the rule, a text or a slot is another.

        Names, places and matters are kept for telling only.
        """
        return self.rule, tuple((side.id, side.text, side.slots) for side in self.sides)


class GroundSide(Value):
    """One side of a ground: a statement or need, its text, and the slots as (name, words).

    ``service``, ``element`` and ``matter`` say where it stood and what it was about, by name: so
    it can be told when the statement, its service or its matter is gone.
    """

    id: Id
    text: str
    slots: tuple[tuple[str, str], ...] = ()
    service: str = ""
    element: Element | None = None
    matter: str = ""

    @property
    def name(self) -> str:
        """The text in quotation marks, or of a whole element where it is."""
        if self.text:
            return f"“{self.text}”"
        element = worded(str(self.element)) if self.element else ""
        return f"{self.service} ({element})" if element else self.service


class Judgement(Value):
    """What the group decided about the contradiction ``about`` (its statements' and needs' ids).

    ``grounds`` keeps the texts and slots as they were judged: when one of them changes, the
    contradiction comes back. ``level`` and ``kind`` are set where the group sees them otherwise
    than the rules, ``text`` where it puts the contradiction in its own words; ``depends_on`` says
    on what it depends whether there is a clash, and ``answer`` what was said in a quick round.
    """

    id: Id
    about: Annotated[tuple[Id, ...], Field(min_length=1)]
    status: Status
    answer: Answer | None = None
    text: str = ""
    reason: str = ""
    depends_on: str = ""
    level: Level | None = None
    kind: Kind | None = None
    hands: Hands | None = None
    showing: Showing | None = None
    present: tuple[str, ...] = ()
    date: date
    grounds: tuple[Ground, ...] = ()


class End(Value):
    """One end of a drawn contradiction: an element of a system, or one statement in it."""

    system: Id
    element: Element
    statement: Id | None = None


class DrawnContradiction(Value):
    """A contradiction that the group saw and drew by hand; an equal of the found ones.

    ``level`` is ``None`` where it follows from the two ends.
    """

    id: Id
    ends: tuple[End, End]
    kind: Kind = Kind.CONTRADICTION
    level: Level | None = None
    text: str = ""
    matter: Id | None = None


Ground.model_rebuild()


def sides_of(grounds: Iterable[Ground]) -> tuple[GroundSide, ...]:
    """Return each side of several grounds once, with the slots that any of them used of it."""
    found: dict[str, GroundSide] = {}
    for side in (side for ground in grounds for side in ground.sides):
        known = found.get(side.id)
        slots = dict((*(known.slots if known else ()), *side.slots))
        found[side.id] = side.but(slots=tuple(slots.items()))
    return tuple(found.values())
