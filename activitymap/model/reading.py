"""The reading card: what a statement says about its matter, slot by slot."""

from enum import StrEnum

from activitymap.model.base import Id, Value
from activitymap.model.slots.clock import Time
from activitymap.model.slots.condition import Condition
from activitymap.model.slots.limit import Limit
from activitymap.model.slots.scope import Scope


class Modality(StrEnum):
    """Whether something is required, forbidden, allowed or optional (deontic logic)."""

    MUST = "must"
    MUST_NOT = "must not"
    MAY = "may"
    NEED_NOT = "need not"


class Share(StrEnum):
    """How many may hold a task."""

    ALONE = "alone"
    SHARED = "shared"
    NOBODY = "nobody"


class Change(StrEnum):
    """The direction in which the matter should move."""

    MORE = "more"
    LESS = "less"
    KEEP = "keep"
    START = "start"
    END = "end"


class Origin(StrEnum):
    """Where a rule comes from, which says who can change it and how fast."""

    LAW = "law"
    POLICY = "policy"
    AGREEMENT = "agreement"
    HABIT = "habit"


class Pace(StrEnum):
    """How fast something should go."""

    SOON = "soon"
    OWN_TIME = "in its own time"


class Reading(Value):
    """What a person confirmed that a statement says about one matter.

    An empty slot says nothing, once one slot of the card is filled; a card with a matter alone
    is read from the text. ``who`` empty means the service itself; ``condition`` and
    ``scope`` hold together (all of them at once).
    """

    matter: Id | None = None
    modality: Modality | None = None
    who: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    share: Share | None = None
    relies_on: tuple[str, ...] = ()
    limit: Limit | None = None
    time: Time | None = None
    pace: Pace | None = None
    condition: tuple[Condition, ...] = ()
    scope: tuple[Scope, ...] = ()
    change: Change | None = None
    worked_on: str = ""
    value: str = ""
    origin: Origin | None = None
    changed_by: str = ""
    confirmed: bool = False
    """Whether somebody left the slots empty on purpose, so that nothing is read into them."""


SLOTS = tuple(name for name in Reading.model_fields if name not in {"matter", "confirmed"})
"""The names of the slots beside the matter, in the order in which a card shows them."""


def slot_text(reading: Reading, slot: str) -> str:
    """Return the words of one slot as a spreadsheet cell or chip shows them, or ``""``.

    Several parts stand between semicolons; one that belongs to a part is doubled.
    """
    value = getattr(reading, slot)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(str(part).replace(";", ";;") for part in value)
    return str(value)


def slot_parts(words: str) -> tuple[str, ...]:
    """Return the parts that `slot_text` put together, or that somebody typed."""
    parts = (part.replace("\0", ";").strip() for part in words.replace(";;", "\0").split(";"))
    return tuple(filter(None, parts))
