"""A group's discussion of one contradiction: awareness, choice, action.

The three are those of agency in the source slides: to be aware of the situation, to choose on the
basis of that awareness, and to act with intention, even if the act is doing nothing.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import FailFast, Field

from activitymap.model.base import Id, Value
from activitymap.model.judging import GroundSide
from activitymap.model.reading import Origin
from activitymap.model.values import Quote


class Stage(StrEnum):
    """The steps of a discussion, in the order in which a group takes them."""

    AWARENESS = "awareness"
    STEP_BACK = "step back"
    CHOICE = "choice"
    ACTION = "action"


class Argument(Value):
    """A reason for or against an idea."""

    text: str
    favours: bool = True


class Idea(Value):
    """Something that could be done, with what speaks for and against it."""

    id: Id
    text: str
    arguments: Annotated[tuple[Argument, ...], FailFast()] = ()
    chosen: bool = False


class Lever(Value):
    """What can be changed here at all: where it comes from, and who can change it."""

    id: Id
    text: str
    origin: Origin | None = None
    changed_by: str = ""


class Action(Value):
    """What was agreed: what, who, by when; or deliberately ``nothing``, with the reason."""

    id: Id
    text: str
    who: str = ""
    when: str = ""
    nothing: bool = False
    done: date | None = None


class Note(Value):
    """What a group wrote down at one step of a discussion."""

    stage: Stage
    text: str


class Discussion(Value):
    """What a group said about the contradiction ``about`` (its statements' and needs' ids).

    ``sides`` keeps the texts that were discussed, so that the discussion can still be read when
    one of them is changed or gone. ``date`` is the day of the last word.
    """

    id: Id
    about: Annotated[tuple[Id, ...], Field(min_length=1)]
    sides: tuple[GroundSide, ...] = ()
    notes: Annotated[tuple[Note, ...], FailFast()] = ()
    quotes: Annotated[tuple[Quote, ...], FailFast()] = ()
    levers: Annotated[tuple[Lever, ...], FailFast()] = ()
    ideas: Annotated[tuple[Idea, ...], FailFast()] = ()
    actions: Annotated[tuple[Action, ...], FailFast()] = ()
    date: date

    @property
    def points(self) -> tuple[Lever | Idea | Action, ...]:
        """What can be changed, the ideas and the actions."""
        return (*self.levers, *self.ideas, *self.actions)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down in it any more."""
        return not (self.notes or self.quotes or self.points)

    def note(self, stage: Stage) -> str:
        """Return what was written down at a step, or ``""``."""
        return next((note.text for note in self.notes if note.stage is stage), "")
