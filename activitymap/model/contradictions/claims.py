"""A claim: one card in its place, prepared so that comparing two of them is quick."""

from functools import cached_property
from typing import NamedTuple

from activitymap.model.contradictions.reader.names import NO_NAMES, Names
from activitymap.model.contradictions.reader.read import Read, compared, is_blank, read
from activitymap.model.reading import Change, Modality, Pace, Reading, Share
from activitymap.model.slots.condition import ConditionWord
from activitymap.model.slots.limit import Interval, interval
from activitymap.model.values import ActivitySystem, State, Statement


class Says:
    """What a claim says, as bits: a rule names the bits of which each side must have one.

    Plain integers: an IntFlag costs a microsecond at every ``&``, and there are many.
    """

    MUST = 1 << 0
    MUST_NOT = 1 << 1
    MAY = 1 << 2
    NEED_NOT = 1 << 3
    MORE = 1 << 4
    LESS = 1 << 5
    KEEP = 1 << 6
    START = 1 << 7
    END = 1 << 8
    LIMIT = 1 << 9
    CAP = 1 << 10
    OPEN_ENDED = 1 << 11
    TIME = 1 << 12
    VALUE = 1 << 13
    ALONE = 1 << 14
    SHARED = 1 << 15
    NOBODY = 1 << 16
    DOES = 1 << 17
    RELIES = 1 << 18
    RANGE = 1 << 19
    MISSING = 1 << 20
    SOON = 1 << 21
    OWN_TIME = 1 << 22
    GATED = 1 << 23
    READ = 1 << 24


CHANGES = Says.MORE | Says.LESS | Says.KEEP | Says.START | Says.END

_MODALITIES = {
    Modality.MUST: Says.MUST,
    Modality.MUST_NOT: Says.MUST_NOT,
    Modality.MAY: Says.MAY,
    Modality.NEED_NOT: Says.NEED_NOT,
}
_CHANGES = {
    Change.MORE: Says.MORE,
    Change.LESS: Says.LESS,
    Change.KEEP: Says.KEEP,
    Change.START: Says.START,
    Change.END: Says.END,
}
_SHARES = {
    Share.ALONE: Says.ALONE,
    Share.SHARED: Says.SHARED,
    Share.NOBODY: Says.NOBODY,
}


_GATES = frozenset(
    {
        ConditionWord.ONLY_IF,
        ConditionWord.ONLY_WITH,
        ConditionWord.AFTER,
        ConditionWord.UNTIL,
        ConditionWord.BEFORE,
    }
)
"""The conditions that something has to wait for."""


class Position(NamedTuple):
    """Where a claim stands in the map: the numbers of its system, statement and card."""

    system: int
    statement: int
    card: int


class Claim:
    """One reading of a statement of a system; ``says`` holds bits of `Says` as a plain integer."""

    def __init__(
        self,
        system: ActivitySystem,
        statement: Statement,
        reading: Reading,
        says: int,
        position: Position,
        read: Read | None = None,
    ) -> None:
        self.system = system.id
        self.system_name = system.name
        self.statement = statement
        self.reading = reading
        self.position = position
        assert reading.matter is not None
        self.matter = reading.matter
        self.says = says
        self.read = read
        """What was read from the text where nobody filled in the card."""

    @property
    def names_somebody(self) -> bool:
        """Whether the card names people or services, whose meaning hangs on other systems."""
        reading = self.reading
        return bool(reading.who or reading.holders or reading.relies_on or reading.share)

    @cached_property
    def limit(self) -> Interval:
        """The limit in its base unit; only for claims with one."""
        assert self.reading.limit is not None
        return interval(self.reading.limit)

    @cached_property
    def ranges(self) -> tuple[tuple[str, Interval], ...]:
        """The scopes that are ranges, as (kind, interval)."""
        return tuple(
            (scope.kind.value, interval(scope.range))
            for scope in self.reading.scope
            if scope.range is not None
        )


def claims_of(
    system: ActivitySystem, statement: Statement, number: int, place: int, names: Names = NO_NAMES
) -> tuple[Claim, ...]:
    """Return the claims of a statement: its cards that have a matter and say something.

    A card of which only the matter is known is read from the text; ``names`` are those of the
    map's services. A statement recorded as unknown says nothing; one recorded as missing says
    just that.
    """
    if not statement.readings or statement.state is State.UNKNOWN:
        return ()
    found = []
    for card, own in enumerate(statement.readings):
        if own.matter is None:
            continue
        told, reading = None, own
        if statement.state is State.PRESENT and is_blank(own):
            told = read(statement.text, statement.element, names)
            reading = compared(told, own, system.name)
        if says := _bits(statement, reading) | (Says.READ if told else 0):
            position = Position(number, place, card)
            found.append(Claim(system, statement, reading, says, position, told))
    return tuple(found)


def _bits(statement: Statement, reading: Reading) -> int:
    if statement.state is State.MISSING:
        return Says.MISSING
    bits = 0
    if reading.modality:
        bits |= _MODALITIES[reading.modality]
    if reading.change:
        bits |= _CHANGES[reading.change]
    if reading.limit:
        bits |= _limit_bits(reading)
    if reading.time:
        bits |= Says.TIME
    if reading.value:
        bits |= Says.VALUE
    if reading.relies_on:
        bits |= Says.RELIES
    if reading.scope and any(scope.range for scope in reading.scope):
        bits |= Says.RANGE
    return bits | _task_bits(reading) | _pace_bits(reading)


def _pace_bits(reading: Reading) -> int:
    bits = 0
    if reading.pace:
        bits |= Says.SOON if reading.pace is Pace.SOON else Says.OWN_TIME
    if any(one.word in _GATES for one in reading.condition):
        bits |= Says.GATED
    return bits


def _task_bits(reading: Reading) -> int:
    if reading.share:
        return _SHARES[reading.share]
    does = reading.holders or reading.modality in {Modality.MUST, Modality.MAY}
    return Says.DOES if does else 0


def _limit_bits(reading: Reading) -> int:
    limit = reading.limit
    assert limit is not None
    if limit.open_ended:
        return Says.OPEN_ENDED
    if limit.is_open:
        return 0
    capped = limit.at_most is not None and not limit.every
    return Says.LIMIT | (Says.CAP if capped else 0)
