"""Rules over limits and times."""

from activitymap.model.contradictions.claims import Claim, Says
from activitymap.model.contradictions.encounter import Clash, Encounter
from activitymap.model.contradictions.reader.sentence import sentence as plain
from activitymap.model.contradictions.reader.times import BUSY, BY_THEN
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.judging import Kind
from activitymap.model.slots.clock import overlap
from activitymap.model.slots.limit import comparable, disjoint
from activitymap.model.wording import worded

_THEORY = "Rules that regulate time and resources of one object (Engeström 1987)."


def limits(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Limits that leave no common value; units of time are converted, others must be the same."""
    if not _same_quantity(one, other) or not disjoint(one.limit, other.limit):
        return None
    sentence = worded(
        "No value fits both limits: {one} says {one_limit}, {other} says {other_limit}.",
        one=speaker(one),
        one_limit=one.reading.limit,
        other=speaker(other),
        other_limit=other.reading.limit,
    )
    return Clash(Kind.CONTRADICTION, ("limit",), ("limit",), sentence)


def _same_quantity(one: Claim, other: Claim) -> bool:
    """Whether two limits are of one quantity: of read ones, counts of anything on the matter."""
    if comparable(one.limit, other.limit):
        return True
    if one.read is None or other.read is None:
        return False
    return not {one.limit.unit, other.limit.unit} & {"hour", "percent"}


def cap_against_open_ended(capped: Claim, open_ended: Claim, met: Encounter) -> Clash | None:
    """A fixed upper limit against "however long it takes"."""
    sentence = worded(
        "One sets a limit, the other has none: {capped} says {capped_limit}, "
        "{open_ended} says as much as it takes.",
        capped=speaker(capped),
        capped_limit=capped.reading.limit,
        open_ended=speaker(open_ended),
    )
    return Clash(Kind.TENSION, ("limit",), ("limit",), sentence)


def taken_up(one: Claim, other: Claim) -> bool:
    """Whether one text says that its people are not free at the time that the other names.

    They are busy then, or have to be home by an hour after which the other still goes on.
    """
    texts = [plain(claim.statement.text).lower for claim in (one, other)]
    busy = [bool(BUSY.search(text)) for text in texts]
    if busy[0] != busy[1]:
        return True
    home = [bool(BY_THEN.search(text)) for text in texts]
    if home[0] == home[1]:
        return False
    first, last = (one, other) if home[0] else (other, one)
    hours, others = first.reading.time, last.reading.time
    return bool(hours and others and hours.end and others.end and hours.end < others.end)


def timetable(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """On one matter, times with nothing in common; on related ones, times that collide.

    On related matters (a review, a clinic) only a fixed hour collides: two windows can be shared.
    """
    first, second = one.reading.time, other.reading.time
    assert first is not None
    assert second is not None
    meet = overlap(first, second)
    if one.read is not None or other.read is not None:
        meet = meet and not taken_up(one, other)
    if met.related:
        if not meet or not (first.is_fixed or second.is_fixed):
            return None
        template = (
            "The same people cannot keep both times: {one} says {first}, {other} says {second}."
        )
    elif meet:
        return None
    else:
        template = (
            "The two times have nothing in common: {one} says {first}, {other} says {second}."
        )
    sentence = worded(template, one=speaker(one), first=first, other=speaker(other), second=second)
    return Clash(Kind.CONTRADICTION, ("time",), ("time",), sentence)


def pace(soon: Claim, waiting: Claim, met: Encounter) -> Clash | None:
    """As soon as possible here; there in its own time, or only after something else."""
    reading = waiting.reading
    if waiting.says & Says.OWN_TIME:
        slot, words = "pace", worded("in its own time")
    elif waiting.says & Says.OPEN_ENDED:
        slot, words = "limit", worded("as long as it takes")
    else:
        slot, words = "condition", "; ".join(str(one) for one in reading.condition)
    sentence = worded(
        "One presses for speed, the other asks to wait: {soon} wants it soon, {waiting} "
        "says {words}.",
        soon=speaker(soon),
        waiting=speaker(waiting),
        words=words,
    )
    return Clash(Kind.TENSION, ("pace",), (slot,), sentence)


def capped_pace(capped: Claim, unhurried: Claim, met: Encounter) -> Clash | None:
    """A fixed limit here; there in its own time."""
    sentence = worded(
        "One sets a limit, the other asks for time: {capped} says {capped_limit}, "
        "{unhurried} says in its own time.",
        capped=speaker(capped),
        capped_limit=capped.reading.limit,
        unhurried=speaker(unhurried),
    )
    return Clash(Kind.TENSION, ("limit",), ("pace",), sentence)


RULES = (
    PairRule(
        name="limits",
        title="Limits with no common value",
        theory=_THEORY,
        example="“Within 24 hours” against “After ten working days”.",
        depends_on=DependsOn.PAIR,
        left=Says.LIMIT,
        right=Says.LIMIT,
        check=limits,
    ),
    PairRule(
        name="cap-against-open-ended",
        title="A fixed limit against “however long it takes”",
        theory=_THEORY,
        example="“Twelve weeks at most” against “As long as the family needs us”.",
        depends_on=DependsOn.PAIR,
        left=Says.CAP,
        right=Says.OPEN_ENDED,
        check=cap_against_open_ended,
    ),
    PairRule(
        name="timetable",
        title="Times that cannot both be kept",
        theory=_THEORY,
        example="“Open weekdays nine to three” against “Only after half past three”.",
        depends_on=DependsOn.PAIR,
        left=Says.TIME,
        right=Says.TIME,
        check=timetable,
    ),
    PairRule(
        name="pace",
        title="Soon against in its own time",
        theory="The time of one activity as a rule of its neighbour (Engeström 1987).",
        example="“Out of hospital by Friday” against “Home once the carers are in place”.",
        depends_on=DependsOn.PAIR,
        left=Says.SOON,
        right=Says.OWN_TIME | Says.OPEN_ENDED | Says.GATED,
        check=pace,
        conditions=False,
    ),
    PairRule(
        name="pace",
        title="Soon against in its own time",
        theory="The time of one activity as a rule of its neighbour (Engeström 1987).",
        example="“Over after twelve weeks” against “At the family's own speed”.",
        depends_on=DependsOn.PAIR,
        left=Says.CAP,
        right=Says.OWN_TIME,
        check=capped_pace,
    ),
)
