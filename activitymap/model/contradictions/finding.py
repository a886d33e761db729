"""What detection finds: contradictions, agreements, and the reasons for them.

Named tuples: a large map has thousands, and a frozen dataclass takes five times as long to make.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from activitymap.model.judging import Ground, GroundSide, Judgement, Kind, Level, Status
from activitymap.model.reading import Reading, slot_text
from activitymap.model.values import Element


class Certainty(StrEnum):
    """How much of a finding a person declared, from most to least; not a probability."""

    DECLARED = "declared"
    READ = "read"
    SUGGESTED = "suggested"


class Side(NamedTuple):
    """One side of a finding: a statement, a whole element, or a need.

    ``id`` is the statement's or need's; an element that a drawn contradiction ends at has
    ``system-id/element`` and no text. What is missing and has no text of its own says "none".
    ``system`` and ``element`` are ``None`` for a need.
    """

    id: str
    system: str | None
    element: Element | None
    text: str


class Part(NamedTuple):
    """What a rule used of one side: the id and text, the card, and the slots of it.

    ``service``, ``element`` and ``matter`` are where it stands and what it is about, by name.
    """

    id: str
    text: str
    reading: Reading | None = None
    slots: tuple[str, ...] = ()
    service: str = ""
    element: Element | None = None
    matter: str = ""


class Reason(NamedTuple):
    """One rule's reason for a finding, with the sentence that explains it.

    ``words`` are the group's, where it drew what is found.
    """

    rule: str
    kind: Kind
    sentence: str
    parts: tuple[Part, ...]
    words: str = ""

    @property
    def ground(self) -> Ground:
        """The rule, texts and slots as a judgement keeps them."""
        return Ground(
            rule=self.rule,
            sides=tuple(
                GroundSide(
                    id=part.id,
                    text=part.text,
                    slots=tuple(
                        (slot, slot_text(part.reading, slot))
                        for slot in dict.fromkeys(part.slots)
                        if part.reading is not None
                    ),
                    service=part.service,
                    element=part.element,
                    matter=part.matter,
                )
                for part in self.parts
            ),
            kind=self.kind,
            words=self.words,
        )


class Contradiction(NamedTuple):
    """A clash between the statements (or needs) of ``sides``; one for each pair or cycle.

    ``reasons`` are the strongest first. ``linked`` is false for systems that nothing joins:
    such findings are shown weakly. ``changed`` says that a text or slot changed since the group
    judged it; the status is then *candidate* again. ``level`` and ``kind`` are the group's where
    it sees them otherwise; ``as_found`` keeps those that follow from the pair.
    """

    sides: tuple[Side, ...]
    matters: tuple[str, ...]
    reasons: tuple[Reason, ...]
    level: Level | None
    kind: Kind
    certainty: Certainty = Certainty.DECLARED
    needs: tuple[str, ...] = ()
    linked: bool = True
    status: Status = Status.CANDIDATE
    changed: bool = False
    judgement: Judgement | None = None
    drawn: str | None = None
    """The id of the contradiction that the group drew, where this is one."""
    gone: bool = False
    """Whether nothing finds it any more; the reason then says why."""
    as_found: tuple[Kind, Level | None] | None = None
    kept: tuple[Ground, ...] = ()
    """Of what is gone: the grounds as the group judged or discussed them."""

    @property
    def is_open(self) -> bool:
        """Whether the group has neither dismissed nor resolved it."""
        return self.status not in {Status.DISMISSED, Status.RESOLVED}

    @property
    def standing(self) -> Judgement | None:
        """The last judgement, unless what it was about changed since."""
        return None if self.changed else self.judgement

    @property
    def kind_found(self) -> Kind:
        """The kind that follows from the pair, whatever the group says."""
        return self.as_found[0] if self.as_found else self.kind

    @property
    def level_found(self) -> Level | None:
        """Where it lies, whatever level the group gives it."""
        return self.as_found[1] if self.as_found else self.level

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The rules, texts and slots as a judgement keeps them: of what is gone, as it was."""
        if self.gone:
            return self.kept
        return tuple(reason.ground.but(level=self.level_found) for reason in self.reasons)

    @property
    def about(self) -> tuple[str, ...]:
        """What a judgement of this finding names: the ids of its sides, or of what was drawn."""
        return (self.drawn,) if self.drawn else tuple(side.id for side in self.sides)

    @property
    def rule(self) -> str:
        """The name of the rule that decided."""
        return self.reasons[0].rule

    @property
    def because(self) -> str:
        """The sentences that explain it, the strongest reason first."""
        return " ".join(reason.sentence for reason in self.reasons)

    @property
    def told(self) -> str:
        """The group's own words for it, where those still stand, or the sentences of the rules."""
        return self.own_words or self.because

    @property
    def own_words(self) -> str:
        """The words in which the group put it, where those still stand, or ``""``."""
        drawn = self.reasons[0].words if self.drawn else ""
        judged = self.standing.text if self.standing else ""
        return judged or drawn


class Agreement(NamedTuple):
    """Two statements that pull the same way.

    ``judged`` says that the group called them together; ``matter`` is then ``""`` where the two
    are on none in common.
    """

    sides: tuple[Side, Side]
    matter: str
    sentence: str
    judged: bool = False


class MatterGroup(NamedTuple):
    """All contradictions of one matter, as one row of the list.

    ``matter`` is ``None`` for those about no matter; ``systems`` are the ids of the systems that
    it divides.
    """

    matter: str | None
    name: str
    contradictions: tuple[Contradiction, ...]
    systems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found in one map, in the order of the list.

    ``unlinked`` are clashes on one matter between systems that nothing joins; ``gone`` is what
    the group judged or discussed and nothing finds any more, with why as its reason.
    """

    contradictions: tuple[Contradiction, ...] = ()
    unlinked: tuple[Contradiction, ...] = ()
    groups: tuple[MatterGroup, ...] = ()
    gone: tuple[Contradiction, ...] = ()

    def about(self, ids: Iterable[str]) -> Contradiction | None:
        """Return what was found about some things, linked or not, or is gone; in any order."""
        wanted = frozenset(ids)
        several = (*self.contradictions, *self.unlinked, *self.gone)
        return next((one for one in several if frozenset(one.about) == wanted), None)

    def again(self, findings: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
        """Return those of some findings that are found still, as they are now."""
        wanted = {frozenset(one.about) for one in findings}
        if not wanted:
            return ()
        several = (*self.contradictions, *self.unlinked)
        return tuple(one for one in several if frozenset(one.about) in wanted)
